import Canvas
import Ledger
import Text
import Walls
import Words

// One word for several matters (成批办理): b marks them, the action is written once, all are stored or none.
extension State {
    /// Actions that need nothing of a single matter.
    static let bulkKinds: Set<Action.Kind> = [
        .track, .submit, .issue, .decline, .accept, .report, .sendBack, .settle, .strike, .park, .resume, .askExtension,
        .grantExtension, .refuseExtension, .suspend, .void, .handBack, .reassign, .proposeParking, .approveParking,
        .refuseParking,
    ]

    mutating func toggleMark() {
        guard let number = wall.selection(in: frame) else { return }
        if let index = marked.firstIndex(of: number) { marked.remove(at: index) } else { marked.append(number) }
        wall.move(.down, in: frame)
    }

    /// Why an action cannot be done on all that is marked: the first that refuses, and how many do.
    func whyRefusedForMarked(_ kind: Action.Kind) -> String? {
        guard State.bulkKinds.contains(kind) else {
            return oneAtATime
        }
        var refusals: [(Matter, Refusal)] = []
        for number in marked {
            guard let matter = scene.matter(number) else { continue }
            if case .refused(let refusal) = scene.permission(kind, on: matter) { refusals.append((matter, refusal)) }
        }
        guard let (matter, refusal) = refusals.first else { return nil }
        let clause = words.clause(refusal, in: scene.ledger)
        let number = words.number(matter)
        if refusals.count == 1 { return "\(number) \(clause)" }
        return words(
            "\(refusals.count) 件办不了，如 \(number) \(clause)",
            "\(refusals.count) refused, as \(number): \(clause)"
        )
    }

    var oneAtATime: String { words("这一项要逐件办，先按 Esc 清除标记", "one at a time: Esc clears the marks") }

    mutating func askForMarked(_ kind: Action.Kind) {
        guard let first = marked.compactMap({ scene.matter($0) }).first else { return }
        var prompt = Prompt.make(kind, on: first, scene)
        prompt.makeBulk(kind, marked, scene)
        ask(prompt)
    }

    /// What is marked and still there.
    mutating func settleMarks() { marked.removeAll { scene.matter($0) == nil } }
}

extension Prompt {
    /// Turns the line about one matter into one about several.
    fileprivate mutating func makeBulk(_ kind: Action.Kind, _ numbers: [MatterNumber], _ scene: Scene) {
        let names = numbers.compactMap { scene.matter($0).map(scene.words.number) }
        let shown = names.prefix(4).joined(separator: scene.words("、", ", ")) + (names.count > 4 ? "…" : "")
        var bulk = Prompt(
            .bulk(kind, numbers),
            label: scene.words(
                "\(scene.words.name(kind)) \(names.count) 件（\(shown)）",
                "\(scene.words.name(kind)) \(names.count) (\(shown))"
            ),
            fields: fields.filter { if case .total = $0.role { false } else { true } }
        )
        bulk.speakers = speakers
        // Several matters have several people: whose word it is must be said.
        let people = Set(numbers.map { scene.matter($0)?.person })
        if people.count > 1, let index = bulk.fields.firstIndex(where: { $0.role == .speaker }),
            !Transition.of(kind).isApproval
        {
            bulk.fields[index].text.clear()
        }
        self = bulk
    }

    /// The commands of a line about several matters, and whose word they record.
    func bulkReading(_ kind: Action.Kind, _ numbers: [MatterNumber], _ scene: Scene) -> BulkReading {
        var commands: [Command] = []
        var behalf: Behalf?
        for number in numbers {
            guard scene.matter(number) != nil else { continue }
            var single = Prompt(.act(kind, number), label: label, fields: fields)
            single.speakers = speakers
            switch single.reading(scene) {
            case .incomplete(let field, let sentence): return .incomplete(field: field, sentence)
            case .command(let command, let word):
                if !commands.isEmpty, word != behalf {
                    let field = fields.firstIndex { $0.role == .speaker } ?? 0
                    return .incomplete(
                        field: field,
                        scene.words("几件的单位不同，请写明是谁说的。", "Their units differ: say whose word it is.")
                    )
                }
                behalf = word
                commands.append(command)
            }
        }
        return .commands(commands, behalf: behalf)
    }

    enum BulkReading {
        case commands([Command], behalf: Behalf?)
        case incomplete(field: Int, String)
    }
}
