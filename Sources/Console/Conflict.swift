import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key
import struct Ledger.Event

/// Somebody else stored a step of the same matter first (同一事项刚被改过): what was, what they stored, what was to be
/// stored here, and what comes of it now. Nothing is lost: Esc keeps what was typed.
struct Conflict: Hashable {
    enum Subject: Hashable {
        case prompt(Prompt)
        case form(Form)
    }

    let subject: Subject
    let number: MatterNumber
    /// The version that was seen when the line was opened.
    let expected: Int
    /// The matter as it was then; where nobody kept it, such as after a hang-up, its history tells.
    var before: Matter?
    /// What they recorded, oldest first; nil until it has been read.
    var theirs: [Event]?
    /// Their record, while it is read (o); the page comes back after it.
    var record: Reading?
}

extension Conflict {
    struct Row: Hashable {
        let label: String
        let before: String
        let theirs: String
        let mine: String
        /// Both stay, whoever came first: records beside each other.
        var canStandTogether = false
        /// Both changed it, differently.
        var isConflict: Bool { !canStandTogether && theirs != before && mine != before && theirs != mine }
    }

    func command(_ scene: Scene) -> (command: Command, behalf: Behalf?)? {
        switch subject {
        case .prompt(let prompt):
            guard case .command(let command, let behalf) = prompt.reading(scene) else { return nil }
            return (command, behalf)
        case .form(let form):
            let reading = FormReading(form, scene)
            return reading.problem == nil ? (form.command(reading, scene), nil) : nil
        }
    }

    /// The matter after the command, on what was seen or on what is now.
    func result(on matter: Matter, _ scene: Scene, now: Moment) throws(Refusal) -> Matter {
        guard let (command, behalf) = self.command(scene) else { return matter }
        var actor = scene.actor
        actor.behalf = behalf
        var ledger = scene.ledger
        ledger.matters = [matter.number: matter]
        for event in try decide(command, in: ledger, by: Context(actor: actor, now: max(now, scene.now))) {
            ledger.apply(event)
        }
        return ledger.matters[matter.number] ?? matter
    }

    /// What differs, property by property.
    func rows(_ scene: Scene, now: Moment) -> [Row] {
        guard let theirs = scene.matter(number) else { return [] }
        let before = before ?? theirs
        let mine = (try? result(on: before, scene, now: now)) ?? before
        var rows: [Row] = []
        func add(_ zh: String, _ en: String, _ value: (Matter) -> String) {
            let row = Row(label: scene.words(zh, en), before: value(before), theirs: value(theirs), mine: value(mine))
            if row.before != row.theirs || row.before != row.mine { rows.append(row) }
        }
        let words = scene.words
        let ledger = scene.ledger
        add("状态", "stage") { words.name($0.stage) }
        for index in before.quantities.indices {
            add(before.quantities[index].group.isEmpty ? "量" : before.quantities[index].group, "quantity") { matter in
                guard matter.quantities.indices.contains(index) else { return "" }
                return "\(words.amount(matter.quantities[index].done)) \(matter.quantities[index].unit)"
            }
        }
        add("时限", "limit") { $0.limitDay(ledger.offset).map { words.short($0, seenFrom: scene.today) } ?? "" }
        add("人", "person") { words.person($0.person, in: ledger) }
        add("牵头", "lead") { words.unit($0.lead, in: ledger) }
        add("名称", "title") { words.title($0) }
        add("网格", "grid") { words.grid($0.grid, in: ledger) }
        add("步骤", "steps") { matter in "\(matter.steps.count { $0.done != nil })/\(matter.steps.count)" }
        add("申请延期", "extension") { $0.request.map { words.short($0.to, seenFrom: scene.today) } ?? "" }
        let own = mine.version - before.version
        rows.append(
            Row(
                label: words("记录", "records"),
                before: words("\(before.version) 条", "\(before.version)"),
                theirs: words("\(theirs.version) 条", "\(theirs.version)"),
                mine: words("+\(own) 条", "+\(own)"),
                canStandTogether: true
            )
        )
        return rows
    }
}

extension State {
    /// A job met another version than the one that was seen.
    mutating func meet(_ subject: Conflict.Subject, on number: MatterNumber, expected: Int) -> [Effect] {
        let before: Matter? =
            switch subject {
            case .prompt(let prompt): prompt.seen
            case .form: nil
            }
        let conflict = Conflict(subject: subject, number: number, expected: expected, before: before ?? seen[number])
        if overlay != nil {
            keep(conflict.subject)
            say(words("同一事项刚被改过，您写的留作草稿。", "The matter was changed; yours is kept as a draft."), .attention)
            return []
        }
        overlay = .conflict(conflict)
        revision += 1
        return [.load(number)]
    }

    /// A draft keeps the version that was seen when it was begun: what was put off is asked again before it is stored.
    private mutating func keep(_ subject: Conflict.Subject) {
        switch subject {
        case .prompt(let prompt): drafts[prompt.purpose] = prompt
        case .form(let form): formDrafts[form.number] = form
        }
    }

    /// The history has been read: what they recorded, and what was before it.
    mutating func take(_ history: [Event], in old: Conflict) {
        var conflict = old
        conflict.theirs = history.filter { $0.version.map { $0 > conflict.expected } ?? false }
        if conflict.before?.version != conflict.expected {
            var past = scene.ledger
            past.matters = [:]
            for event in history where event.version.map({ $0 <= conflict.expected }) ?? false { past.apply(event) }
            conflict.before = past.matters[conflict.number] ?? conflict.before
        }
        overlay = .conflict(conflict)
        revision += 1
    }

    mutating func press(_ key: Key, in old: Conflict) -> [Effect] {
        var conflict = old
        if let record = conflict.record {
            conflict.record = read(key, record)
            overlay = .conflict(conflict)
            return []
        }
        switch key.command {
        case .escape:
            overlay = nil
            keep(conflict.subject)
            say(words("先不存，留作草稿；再按一次同一键接着写。", "Not stored; kept as a draft."))
        case .enter:
            overlay = nil
            switch conflict.subject {
            case .prompt(var prompt):
                prompt.version = scene.matter(conflict.number)?.version
                prompt.seen = scene.matter(conflict.number)
                return submit(prompt)
            case .form(let form): return store(form.renewed(scene))
            }
        case "e":
            switch conflict.subject {
            case .prompt(var prompt):
                prompt.version = scene.matter(conflict.number)?.version
                prompt.seen = scene.matter(conflict.number)
                overlay = .prompt(prompt)
            case .form(let form): overlay = .form(form.renewed(scene))
            }
        case "o":
            let lines = (conflict.theirs ?? []).map { event in
                Reading.Line(
                    label:
                        "\(words.time(event.recorded, scene.ledger.offset)) \(words.signature(event.signature, in: scene.ledger))",
                    text: words.sentence(event, in: scene.ledger)
                )
            }
            conflict.record = Reading(title: words("对方的记录", "What they recorded"), lines: lines)
            overlay = .conflict(conflict)
        default: break
        }
        return []
    }
}

extension Form {
    /// The same text on what the matter is now.
    fileprivate func renewed(_ scene: Scene) -> Form {
        guard case .amend(let number, _) = purpose, let matter = scene.matter(number) else { return self }
        var form = Form(.amend(number, version: matter.version))
        form.texts = texts
        form.kind = kind
        form.source = source
        form.focus = focus
        return form
    }
}
