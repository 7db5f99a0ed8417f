import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

extension Form {
    /// The command that stores the form.
    func command(_ reading: FormReading, _ scene: Scene) -> Command {
        guard case .amend(let number, _) = purpose, let matter = scene.matter(number) else {
            return .register(reading.registration)
        }
        return .amend(number, amendment(of: matter, reading.registration))
    }

    /// What is new in it: what was left empty stays as it is.
    private func amendment(of matter: Matter, _ new: Registration) -> Amendment {
        var amendment = Amendment()
        if new.title != matter.title { amendment.title = new.title }
        if new.kind != matter.kind { amendment.kind = new.kind }
        if new.source != matter.source { amendment.source = new.source }
        if let campaign = new.campaign, campaign != matter.campaign { amendment.campaign = campaign }
        if let grid = new.grid, grid != matter.grid { amendment.grid = grid }
        if let lead = new.lead, lead != matter.lead { amendment.lead = lead }
        if let leader = new.leader, leader != matter.leader { amendment.leader = leader }
        if let person = new.person, person != matter.person { amendment.person = person }
        if !typed(.post).isEmpty, new.post != matter.post { amendment.post = new.post }
        if let term = new.term, term != matter.term { amendment.term = term }
        if !new.quantities.isEmpty {
            // What is done stays with its group.
            let lines = new.quantities.map { line in
                var line = line
                let old = matter.quantities.first { $0.group == line.group }
                line.done = (old ?? (matter.quantities.count == 1 ? matter.quantities.first : nil))?.done ?? .zero
                return line
            }
            if lines != matter.quantities { amendment.quantities = lines }
        }
        if !new.supports.isEmpty {
            let supports = new.supports.map { support in
                var support = support
                let old = matter.supports.first { $0.unit == support.unit && $0.mode == support.mode }
                if let old {
                    support.settled = old.settled
                    support.accepted = old.accepted
                    support.quantity?.done = old.quantity?.done ?? .zero
                    if support.due == nil { support.due = old.due }
                }
                return support
            }
            if supports != matter.supports { amendment.supports = supports }
        }
        return amendment
    }
}

extension State {
    /// N: the form, with what was left in it; from a quick registration with what was typed there.
    mutating func openForm() {
        if let draft = formDrafts.removeValue(forKey: nil) {
            overlay = .form(draft)
            say(words("接着上次没写完的。", "Going on with what was left."))
        } else {
            overlay = .form(Form(.register))
        }
    }

    mutating func correct(_ matter: Matter) {
        if let draft = formDrafts.removeValue(forKey: matter.number) {
            overlay = .form(draft)
            say(words("接着上次没写完的。", "Going on with what was left."))
        } else {
            seen[matter.number] = matter
            overlay = .form(Form(correcting: matter, scene))
        }
    }

    /// The one line of a quick registration becomes a form.
    mutating func widen(_ prompt: Prompt) {
        var (kind, source) = (Kind.target, Source.spoken)
        for field in prompt.fields {
            if case .kind(let kinds) = field.role { kind = kinds[field.choice] }
            if case .source(let sources) = field.role { source = sources[field.choice] }
        }
        overlay = .form(Form(QuickEntry(prompt.fields[0].text.text, scene), kind: kind, source: source, scene))
    }

    mutating func press(_ key: Key, in old: Form) -> [Effect] {
        var form = old
        let reading = FormReading(form, scene)
        switch key {
        case .escape: return leave(form)
        case .function(10), Key(.enter, .alt): return store(form)
        case .tab, .enter:
            if form.focus == .store, key == .enter { return store(form) }
            if reading.candidates.indices.contains(form.candidate) {
                form[form.focus] = TextField(reading.candidates[form.candidate].name)
            }
            form.go(1)
        case .backTab: form.go(-1)
        case .down where reading.candidates.count > 1:
            form.candidate = (form.candidate + 1) % reading.candidates.count
        case .up where reading.candidates.count > 1:
            form.candidate = (form.candidate + reading.candidates.count - 1) % reading.candidates.count
        case .down: form.go(1)
        case .up: form.go(-1)
        default:
            if Form.isChoice(form.focus) {
                switch key.command {
                case .left: form.choose(-1)
                case .right, " ": form.choose(1)
                default:
                    guard let character = key.command.character, character.isASCII,
                        let digit = character.wholeNumberValue
                    else { return [] }
                    form.choose(digit: digit)
                }
            } else if form.focus != .store {
                guard form[form.focus].handle(key) else { return [] }
                form.candidate = 0
                if form.focus == .title { form.hasSeenSimilar = false }
            }
        }
        overlay = .form(form)
        return lookUpSimilar(form.typed(.title))
    }

    /// Esc: nothing is lost.
    private mutating func leave(_ form: Form) -> [Effect] {
        overlay = nil
        let isUntouched =
            if case .amend(let number, _) = form.purpose, let matter = scene.matter(number) {
                Form(correcting: matter, scene).texts == form.texts
            } else {
                !form.isWorthKeeping
            }
        if isUntouched { return [] }
        formDrafts[form.number] = form
        say(words("没有存；写的留作草稿，再按一次同一键接着写。", "Not stored; what you typed is kept as a draft."))
        return []
    }

    /// Stores a form, unless it cannot be read or something like it is at hand and was not seen yet.
    mutating func store(_ old: Form) -> [Effect] {
        var form = old
        let reading = FormReading(form, scene)
        if let problem = reading.problem {
            form.focus = problem.field
            overlay = .form(form)
            say(problem.sentence, .attention)
            return []
        }
        if form.purpose == .register, !form.hasSeenSimilar, let first = reading.similar.first, first.isStrong {
            form.hasSeenSimilar = true
            overlay = .form(form)
            say(warning(of: first), .attention)
            return []
        }
        let command = form.command(reading, scene)
        do throws(Refusal) {
            _ = try decide(command, in: scene.ledger, by: Context(actor: scene.actor, now: max(now, scene.now)))
        } catch {
            overlay = .form(form)
            say(words.sentence(error, in: scene.ledger), .attention)
            return []
        }
        overlay = nil
        var expected: [MatterNumber: Int] = [:]
        if case .amend(let number, let version) = form.purpose { expected = [number: version] }
        let (ticket, effect) = job([command], by: scene.actor, expecting: expected)
        formsUnderway[ticket] = form
        return [effect]
    }

    /// 「与在手的 督4 湖东路北段管网铺设 很像。确是另一件，再按 Enter 登记。」
    func warning(of similar: Similar) -> String {
        let matter = scene.matter(similar.matter)
        let name = matter.map { "\(words.number($0)) \(words.title($0))" } ?? "\(similar.matter)"
        return words(
            "与在手的 \(name) 很像。确是另一件，再按一次登记。",
            "Much like \(name), which is at hand. Once more stores it all the same."
        )
    }

    /// What became of a form.
    mutating func finish(_ form: Form, _ outcome: Outcome) -> [Effect] {
        switch outcome {
        case .stored(let created):
            formDrafts[form.number] = nil
            if let number = created.last, let matter = scene.matter(number) {
                wall.select(number, in: frame)
                let offer = offer(number)
                say(words("已记：", "Stored: ") + "\(words.number(matter)) \(words.title(matter))\(offer)")
            } else if let number = form.number, let matter = scene.matter(number) {
                say(words("已记：更正 ", "Stored: corrected ") + words.number(matter))
            }
            return []
        case .refused(let refusal):
            if case .conflict(let number, let expected, _) = refusal {
                return meet(.form(form), on: number, expected: expected)
            }
            putBack(form)
            say(words.sentence(refusal, in: scene.ledger), .attention)
        case .failed(let sentence):
            putBack(form)
            say(sentence, .attention)
        }
        return []
    }

    private mutating func putBack(_ form: Form) {
        if overlay == nil { overlay = .form(form) } else { formDrafts[form.number] = form }
    }
}
