import Canvas
import Ledger
import Text
import Walls
import Words

extension Prompt {
    /// What the line says so far.
    enum Reading: Hashable {
        case command(Command, behalf: Behalf?)
        /// Something is missing or not understood, in which field, and what to do.
        case incomplete(field: Int, String)
    }

    /// Reads the line as a command.
    func reading(_ scene: Scene) -> Reading {
        do throws(Gap) {
            let command = try command(scene)
            return .command(command, behalf: try behalf(scene))
        } catch {
            return .incomplete(field: error.field, error.sentence)
        }
    }

    struct Gap: Error {
        let field: Int
        let sentence: String
    }

    private func command(_ scene: Scene) throws(Gap) -> Command {
        if case .meeting(let line) = purpose { return try meeting(line, scene) }
        if case .duty(let routine, let due) = purpose {
            return .daily(.tickRoutine(routine, due: due, by: try person(scene), try optionalText(scene)))
        }
        if case .say(let saying, let number) = purpose { return try said(saying, number, scene) }
        guard case .act(let kind, let number) = purpose else { return try registration(scene) }
        if countAnswer == .decided { return try ruling(number, scene) }
        return .act(number, try action(kind, scene))
    }

    private func action(_ kind: Action.Kind, _ scene: Scene) throws(Gap) -> Action {
        switch kind {
        case .register, .amend, .submit: .submit(try optionalText(scene))
        case .issue: .issue(try term(scene), try optionalText(scene))
        case .decline: .decline(try text(scene))
        case .accept: .accept(try optionalText(scene))
        case .track: try track(scene)
        case .addStep: .addStep(try text(scene), try person(scene), try day(scene))
        case .tickStep: .tickStep(try step(scene), try optionalText(scene))
        case .answer: .answer(answer, try text(scene), try commitment(scene))
        case .report: .report(try text(scene))
        case .sendBack: .sendBack(try text(scene))
        case .settle: .settle(check, try optionalText(scene))
        case .strike: .strike(try optionalText(scene))
        case .archive: .archive
        case .park: .park(try text(scene), try requiredDay(scene))
        case .resume: .resume(try day(scene), try optionalText(scene))
        case .askExtension: .askExtension(try requiredDay(scene), try text(scene))
        case .grantExtension: .grantExtension(try optionalText(scene))
        case .refuseExtension: .refuseExtension(try text(scene))
        case .settleSupport: .settleSupport(try unit(scene), try optionalText(scene))
        case .suspend: .suspend(try text(scene))
        case .void: .void(try text(scene))
        case .handBack: .handBack(try text(scene))
        case .transfer: try transfer(scene)
        case .reassign: .reassign(try responsible(scene), try optionalText(scene))
        case .proposeParking: .proposeParking(try text(scene), try requiredDay(scene))
        case .approveParking: .approveParking(try optionalText(scene))
        case .refuseParking: .refuseParking(try text(scene))
        case .reopen: .reopen(try text(scene), try term(scene))
        case .adjustLimit: .adjustLimit(try term(scene) ?? .sameDay, try text(scene))
        case .recountLimit: .recountLimit(isTaken: isTaken, try optionalText(scene))
        case .acceptSupport: .acceptSupport(try unit(scene), try optionalText(scene))
        case .trackSupport: try trackSupport(scene)
        case .remind, .draftSlip, .signSlip, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip, .putOff, .talk:
            .ladder(try ladder(kind, scene))
        }
    }

    // MARK: Fields

    private var textIndex: Int? {
        fields.firstIndex { if case .text = $0.role { true } else { false } }
    }

    func optionalText(_ scene: Scene) throws(Gap) -> CleanText? {
        guard let index = textIndex else { return nil }
        let text = fields[index].text.cleaned
        if text.isEmpty {
            if case .text(isRequired: true) = fields[index].role { throw missing(index, scene) }
            return nil
        }
        return text
    }

    func text(_ scene: Scene) throws(Gap) -> CleanText {
        try optionalText(scene) ?? CleanText("")
    }

    func missing(_ index: Int, _ scene: Scene) -> Gap {
        let name = fields[index].label.isEmpty ? fields[index].placeholder : fields[index].label
        return Gap(field: index, sentence: scene.words("请写明：\(name)", "Please say: \(name)"))
    }

    private func track(_ scene: Scene) throws(Gap) -> Action {
        var progress: [Progress] = []
        for (index, field) in fields.enumerated() {
            guard case .total(let line) = field.role else { continue }
            let typed = field.text.cleaned.string
            if typed.isEmpty { continue }
            guard let figure = Prompt.figure(typed) else {
                throw Gap(
                    field: index,
                    sentence: scene.words("「\(typed)」不是数：写累计 53，或新增 +3", "“\(typed)” is no figure: total 53, or +3")
                )
            }
            progress.append(Progress(line: line, figure))
        }
        guard let index = textIndex else { return .track("", progress) }
        var words = fields[index].text.cleaned
        if words.isEmpty {
            // A figure speaks for itself.
            guard !progress.isEmpty else { throw missing(index, scene) }
            words = CleanText(scene.words("报进度", "progress"))
        }
        return .track(words, progress)
    }

    /// `53` is the total, `+3` or `-1` is added.
    static func figure(_ typed: String) -> Progress.Figure? {
        guard let amount = Amount(typed) else { return nil }
        return typed.hasPrefix("+") || typed.hasPrefix("-") ? .added(amount) : .total(amount)
    }

    func day(_ scene: Scene) throws(Gap) -> Day? {
        for (index, field) in fields.enumerated() {
            guard case .day(let direction, let isRequired) = field.role else { continue }
            let typed = field.text.cleaned.string
            if typed.isEmpty {
                if isRequired { throw missing(index, scene) }
                return nil
            }
            guard let day = Prompt.day(typed, direction, scene) else { throw unreadable(index, typed, scene) }
            return day
        }
        return nil
    }

    func requiredDay(_ scene: Scene) throws(Gap) -> Day {
        try day(scene) ?? scene.today
    }

    /// A day, or a period counted from today: 3个工作日.
    static func day(_ typed: String, _ direction: DateDirection, _ scene: Scene) -> Day? {
        DayPhrase.term(typed, today: scene.today, looking: direction, calendar: scene.ledger.calendar)
            .map { $0.deadline(issued: scene.today, calendar: scene.ledger.calendar).deadline.day(scene.ledger.offset) }
    }

    func term(_ scene: Scene) throws(Gap) -> Term? {
        for (index, field) in fields.enumerated() {
            guard case .term(let isRequired) = field.role else { continue }
            let typed = field.text.cleaned.string
            if typed.isEmpty {
                if isRequired { throw missing(index, scene) }
                return nil
            }
            guard let term = scene.term(typed) else { throw unreadable(index, typed, scene) }
            return term
        }
        return nil
    }

    private func unreadable(_ index: Int, _ typed: String, _ scene: Scene) -> Gap {
        Gap(
            field: index,
            sentence: scene.words(
                "看不懂「\(typed)」：可写 2026-12-01、12-1、明天、下周五、月底、3个工作日、春节前",
                "Cannot read “\(typed)”: try 2026-12-01, 12-1, tomorrow, 3wd, before Spring Festival"
            )
        )
    }

    var answer: AnswerKind {
        if let countAnswer { return countAnswer }
        for field in fields { if case .answer(let kinds) = field.role { return kinds[field.choice] } }
        return .measure
    }

    private var check: Check? {
        for field in fields { if case .check(let checks) = field.role { return checks[field.choice] } }
        return nil
    }

    private func step(_ scene: Scene) throws(Gap) -> Int {
        for field in fields {
            if case .step(let open) = field.role, open.indices.contains(field.choice) { return open[field.choice] }
        }
        throw Gap(field: 0, sentence: scene.words("没有未完成的步骤。", "No open step."))
    }

    func unit(_ scene: Scene) throws(Gap) -> UnitID {
        for field in fields {
            if case .unit(let units) = field.role, units.indices.contains(field.choice) { return units[field.choice] }
        }
        throw Gap(field: 0, sentence: scene.words("没有未办结的分办。", "No open share."))
    }

    // MARK: People

    private func behalf(_ scene: Scene) throws(Gap) -> Behalf? {
        guard let channel else { return nil }
        guard let number = purpose.matter, let matter = scene.matter(number) else { return nil }
        let person = try person(scene)
        return Behalf(unit: person == nil ? matter.lead : nil, person: person, channel: channel)
    }

    /// The person typed by name; a name that several have is the one in the matter's own unit.
    func person(_ scene: Scene) throws(Gap) -> PersonID? {
        guard let index = fields.firstIndex(where: { [.speaker, .person].contains($0.role) }) else { return nil }
        return try person(in: index, scene)
    }

    /// The person typed in a field.
    func person(in index: Int, _ scene: Scene) throws(Gap) -> PersonID? {
        let name = fields[index].text.cleaned
        if name.isEmpty { return nil }
        var found = scene.ledger.people.values.filter { $0.name == name }
        if found.count > 1, let number = purpose.matter, let matter = scene.matter(number) {
            let own = found.filter { $0.unit == matter.lead }
            let responsible = found.filter { $0.id == matter.person }
            found = !responsible.isEmpty ? responsible : !own.isEmpty ? own : found
        }
        switch found.count {
        case 1: return found[0].id
        case 0:
            // 贺知远·雨污分流专班, hzy, 知远
            let lookup = scene.lookUpPerson(name.string)
            if let id = lookup.only { return id }
            guard !lookup.candidates.isEmpty else {
                throw Gap(field: index, sentence: scene.words("没有叫「\(name)」的人员。", "Nobody is called “\(name)”."))
            }
            let names = lookup.candidates.prefix(3).map { choice in
                scene.words("\(choice.name)（\(choice.note)）", "\(choice.name) (\(choice.note))")
            }
            let list = names.joined(separator: scene.words("、", ", ")) + (lookup.candidates.count > 3 ? "…" : "")
            throw Gap(
                field: index,
                sentence: scene.words(
                    "「\(name)」可能是 \(list)：↑↓ 选，Tab 选定。",
                    "“\(name)” may be \(list): choose with ↑↓, take with Tab."
                )
            )
        default:
            let units = found.map { scene.words.unit($0.unit, in: scene.ledger) }.sorted().joined(separator: "、")
            throw Gap(
                field: index,
                sentence: scene.words(
                    "叫「\(name)」的有 \(found.count) 人：\(units)",
                    "\(found.count) are called “\(name)”: \(units)"
                )
            )
        }
    }
}
