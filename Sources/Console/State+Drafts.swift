import Canvas
package import Ledger
import Walls
import Words

/// A line that was typed and not stored (草稿), as it is kept when the program has to end.
package struct Draft: Hashable, Sendable, Codable {
    /// The action's name.
    package var action: String
    package var matter: MatterNumber?
    /// What stood in each field, choices by their names.
    package var texts: [String]
    /// The version of the matter that was seen then: what others stored since is not to be written over unseen.
    package var version: Int?
}

extension State {
    /// Every line that was typed and not stored, the one being typed included.
    package var unstored: [Draft] {
        var prompts = drafts
        for prompt in underway.values { prompts[prompt.purpose] = prompt }
        if let prompt = openedPrompt, prompt.isWorthKeeping { prompts[prompt.purpose] = prompt }
        let kept = Array(keptDrafts.values)
        let forms = Array(formDrafts.values) + Array(formsUnderway.values) + (openedForm.map { [$0] } ?? [])
        let typed =
            forms.map(Draft.init(_:))
            + prompts.values.filter(\.purpose.isKept).map(Draft.init(_:))
        return (kept + typed).sorted { ($0.matter?.rawValue ?? 0, $0.action) < ($1.matter?.rawValue ?? 0, $1.action) }
    }

    /// Takes what was left of an earlier run; each comes back when its line is opened again.
    package mutating func take(_ drafts: [Draft]) {
        for draft in drafts {
            if let form = draft.form(scene) {
                formDrafts[form.number] = form
                continue
            }
            guard let purpose = draft.purpose else { continue }
            keptDrafts[purpose] = draft
        }
        let left = unfinished
        guard !left.isEmpty else { return }
        let names = left.prefix(3).map(\.label).joined(separator: words("、", ", ")) + (left.count > 3 ? "…" : "")
        say(
            words(
                "上次有 \(left.count) 条没写完：\(names)；按 : 选了接着写。",
                "\(left.count) left unfinished: \(names); press : and choose one to go on."
            )
        )
    }
}

extension State {
    /// Takes the draft of a line out of those that lie by: of this run, or of an earlier one.
    mutating func takeDraft(of prompt: Prompt) -> Prompt? {
        var again = prompt
        if let draft = drafts[prompt.purpose] {
            drafts[prompt.purpose] = nil
            again.continue(draft)
            return again
        }
        // What was written for another answer at the evening count waits for that one.
        guard let kept = keptDrafts[prompt.purpose], kept.countAnswer == prompt.countAnswer else { return nil }
        keptDrafts[prompt.purpose] = nil
        again.fill(kept)
        return again
    }

    /// The line that is being typed, wherever it stands.
    private var openedPrompt: Prompt? {
        switch overlay {
        case .prompt(let prompt)?, .confirm(let prompt, _)?: return prompt
        case .meeting(let flow)?: return flow.prompt
        case .evening(let flow)?: return flow.prompt
        case .conflict(let conflict)?:
            if case .prompt(let prompt) = conflict.subject { return prompt }
            return nil
        default: return nil
        }
    }

    /// The form that is being written.
    private var openedForm: Form? {
        switch overlay {
        case .form(let form)? where form.isWorthKeeping: form
        case .conflict(let conflict)?: if case .form(let form) = conflict.subject { form } else { nil }
        default: nil
        }
    }
}

extension Prompt.Purpose {
    /// Whether what is typed for it outlives the program.
    fileprivate var isKept: Bool {
        switch self {
        case .register, .act, .say, .meeting, .bulk, .duty: true
        case .view: false
        }
    }
}

extension Draft {
    private static let formAction = "form"

    /// A form as `field=text`.
    fileprivate init(_ form: Form) {
        action = Draft.formAction
        matter = form.number
        if case .amend(_, let seen) = form.purpose { version = seen }
        texts = ["kind=\(form.kind.rawValue)", "source=\(form.source.rawValue)"]
        texts += form.texts.map { "\($0.key.rawValue)=\($0.value.text)" }.sorted()
    }

    fileprivate func form(_ scene: Scene) -> Form? {
        guard action == Draft.formAction else { return nil }
        var form = Form(.register)
        if let matter {
            guard let known = scene.matter(matter) else { return nil }
            form = Form(.amend(matter, version: version ?? known.version))
        }
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "kind": form.kind = Kind(rawValue: parts[1]) ?? .target
            case "source": form.source = Source(rawValue: parts[1]) ?? .spoken
            default:
                if let field = Form.Field(rawValue: parts[0]) { form.texts[field] = TextField(parts[1]) }
            }
        }
        return form
    }

    fileprivate init(_ prompt: Prompt) {
        texts = prompt.fields.map(\.text.text)
        version = prompt.version
        switch prompt.purpose {
        case .register: action = Action.Kind.register.rawValue
        case .view: action = ""
        case .bulk(let kind, let numbers):
            action = "\(Draft.bulkAction)/\(kind.rawValue)/" + numbers.map { "\($0.rawValue)" }.joined(separator: ".")
        case .duty(let routine, let due): action = "\(Draft.dutyAction)/\(routine.rawValue)/\(due.iso)"
        case .act(let kind, let number):
            action = kind.rawValue + (prompt.countAnswer.map { "/\($0.rawValue)" } ?? "")
            matter = number
        case .say(let saying, let number):
            action = "\(Draft.sayAction)/\(saying.rawValue)"
            matter = number
        case .meeting(let line):
            action = "\(Draft.meetingAction)/\(line.meeting)/\(line.kind.rawValue)"
            matter = line.matter
        }
    }

    private static let meetingAction = "meeting"
    private static let bulkAction = "bulk"
    private static let sayAction = "say"
    private static let dutyAction = "duty"

    /// Several matters: `bulk/track/2.14.4`; what is said beside the actions: `say/household`; a turn of a duty: `duty/3/2026-11-20`.
    private var severalOrDuty: Prompt.Purpose? {
        let parts = action.split(separator: "/").map(String.init)
        if parts.count == 2, parts[0] == Draft.sayAction, let matter, let saying = Saying(rawValue: parts[1]) {
            return .say(saying, matter)
        }
        guard parts.count == 3 else { return nil }
        switch parts[0] {
        case Draft.bulkAction:
            let numbers = parts[2].split(separator: ".").compactMap { Int($0).map(MatterNumber.init) }
            return Action.Kind(rawValue: parts[1]).map { .bulk($0, numbers) }
        case Draft.dutyAction:
            guard let routine = Int(parts[1]), let due = Day(iso: parts[2]) else { return nil }
            return .duty(RoutineID(routine), due: due)
        default: return nil
        }
    }

    /// A line of a meeting: `meeting/3/note`.
    private var meetingLine: MeetingLine? {
        let parts = action.split(separator: "/")
        guard parts.count == 3, parts[0] == Draft.meetingAction, let meeting = Int(parts[1]),
            let kind = MeetingLine.Kind(rawValue: String(parts[2]))
        else { return nil }
        return MeetingLine(meeting: MeetingID(meeting), kind: kind, matter: matter)
    }

    /// Of an answer at the evening count which one: `answer/measure`.
    var countAnswer: AnswerKind? {
        let parts = action.split(separator: "/").map(String.init)
        guard parts.count == 2, parts[0] == Action.Kind.answer.rawValue else { return nil }
        return AnswerKind(rawValue: parts[1])
    }

    fileprivate var purpose: Prompt.Purpose? {
        if let meetingLine { return .meeting(meetingLine) }
        if let severalOrDuty { return severalOrDuty }
        guard let kind = Action.Kind(rawValue: String(action.prefix { $0 != "/" })) else { return nil }
        if kind == .register { return .register }
        return matter.map { .act(kind, $0) }
    }
}

extension Prompt {
    /// Goes on with a draft. Where other fields are asked now, such as another answer at the evening count, the text that
    /// was written first goes along.
    fileprivate mutating func `continue`(_ draft: Prompt) {
        if draft.fields.map(\.role) == fields.map(\.role) {
            // With what was seen when it was typed: somebody may have stored another figure since.
            (fields, version, seen) = (draft.fields, draft.version, draft.seen)
        } else {
            write(draft.fields.first { $0.isTyped && !$0.text.isEmpty }?.text.text ?? "")
        }
    }

    /// Into the first field that is typed, if nothing stands in it.
    private mutating func write(_ text: String) {
        guard let index = fields.firstIndex(where: \.isTyped), fields[index].text.isEmpty else { return }
        fields[index].text = TextField(text)
    }

    /// Puts texts of an earlier run into the fields; where others are asked now, the one that was written first.
    mutating func fill(_ draft: Draft) {
        guard draft.texts.count == fields.count else {
            write(draft.texts.first { !$0.isEmpty } ?? "")
            return
        }
        if let seen = draft.version, seen != version { (version, self.seen) = (seen, nil) }
        for (index, text) in draft.texts.enumerated() {
            if fields[index].choices.isEmpty {
                fields[index].text = TextField(text)
            } else if let choice = fields[index].choices.firstIndex(of: text) {
                fields[index].choose(choice - fields[index].choice)
            }
        }
    }
}
