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

    // MARK: Drawing

    func draw(_ conflict: Conflict, on canvas: Canvas) {
        if let record = conflict.record {
            draw(record, on: canvas)
            return
        }
        canvas.veil(Rect(x: 0, y: 0, width: canvas.width, height: canvas.height - 1))
        let rows = conflict.rows(scene, now: now)
        let outcome = outcome(of: conflict)
        let width = min(canvas.width - 4, 84) / 2 * 2
        let height = min(canvas.height - 4, rows.count + 12)
        let box = Rect(
            x: (canvas.width - width) / 2,
            y: max(1, (canvas.height - height) / 2 - 1),
            width: width,
            height: height
        )
        let inside = canvas.frame(box, title: words("同一事项刚被改过", "The matter was just changed"))
        if let matter = scene.matter(conflict.number) {
            let used = inside.put("\(words.number(matter))  ", x: 1, y: 1, .dim)
            inside.put(words.title(matter), x: 1 + used, y: 1, Style.title.bold, width: inside.width - used - 1)
        }
        inside.put(headline(conflict), x: 1, y: 2, width: inside.width - 1)
        let columns = columns(inside.width)
        for (index, title) in [
            "", words("改之前", "before"), words("对方已存", "they stored"), words("您要存", "you would store"),
        ].enumerated() {
            inside.put(title, x: columns[index], y: 4, .dim)
        }
        inside.put(.rule, x: 1, y: 5, .faint, count: inside.width - 2)
        for (index, row) in rows.enumerated() where 6 + index < inside.height - 4 {
            let y = 6 + index
            inside.put(row.label, x: columns[0], y: y, .dim, width: columns[1] - columns[0] - 1)
            inside.put(row.before, x: columns[1], y: y, .dim, width: columns[2] - columns[1] - 1)
            let hasTheirs = row.theirs != row.before
            inside.put(
                row.theirs,
                x: columns[2],
                y: y,
                hasTheirs ? Style.text.bold : .dim,
                width: columns[3] - columns[2] - 1
            )
            let hasMine = row.mine != row.before
            inside.put(
                row.mine,
                x: columns[3],
                y: y,
                hasMine ? Style.text.bold : .dim,
                width: inside.width - columns[3] - 6
            )
            if row.canStandTogether { inside.put(words("可并存", "both"), right: inside.width - 1, y: y, .dim) }
            if row.isConflict { inside.put(words("冲突", "differs"), right: inside.width - 1, y: y, Style.gold.bold) }
        }
        let bottom = inside.height
        inside.put(words("按现在的状态重算：", "Decided anew on what is now:"), x: 1, y: bottom - 3, .dim)
        inside.put(.more, x: 1, y: bottom - 2, Style.gold.bold)
        inside.put(
            outcome.text,
            x: 3,
            y: bottom - 2,
            outcome.isPossible ? Style.text.bold : .gold,
            width: inside.width - 4
        )
        canvas.placeCursor(x: box.x + 3, y: box.y + bottom - 1, isShown: false)
    }

    private func columns(_ width: Int) -> [Int] {
        let label = words.language == .zh ? 10 : 12
        let rest = (width - label - 8) / 3
        return [1, label, label + rest, label + 2 * rest]
    }

    /// 「苏见山 在另一终端于 08:11 先存了一步，您的还没存」
    private func headline(_ conflict: Conflict) -> String {
        guard let event = conflict.theirs?.last else {
            return words("别人先存了一步，您的还没存", "somebody stored first; yours is not stored yet")
        }
        let who = event.signature.person.map { words.person($0, in: scene.ledger) } ?? event.signature.login
        let time = words.time(event.recorded, scene.ledger.offset)
        return words("\(who) 于 \(time) 先存了一步，您的还没存", "\(who) stored first at \(time); yours is not stored yet")
    }

    /// What storing it now would bring, with its arithmetic, or why it cannot be.
    private func outcome(of conflict: Conflict) -> (text: String, isPossible: Bool) {
        guard let current = scene.matter(conflict.number) else { return ("", false) }
        do throws(Refusal) {
            let result = try conflict.result(on: current, scene, now: now)
            var parts: [String] = []
            for (old, new) in zip(current.quantities, result.quantities) where old.done != new.done {
                let change = new.done - old.done
                let sign = change < .zero ? "-" : "+"
                let size = change < .zero ? .zero - change : change
                parts.append(
                    "\(words.amount(old.done)) \(sign) \(words.amount(size)) = \(words.amount(new.done))/\(words.amount(new.target)) \(new.unit)"
                )
            }
            if result.stage != current.stage {
                parts.append("\(words.name(current.stage)) ▸ \(words.name(result.stage))")
            }
            parts.append(words("两边的记录都留下", "both records stay"))
            return (parts.joined(separator: words("；", "; ")), true)
        } catch {
            return (words.sentence(error, in: scene.ledger), false)
        }
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
