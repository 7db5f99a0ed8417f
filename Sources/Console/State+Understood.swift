import Canvas
import Ledger
import Text
import Walls
import Words

extension State {
    /// What stands above a line: what was understood of it and what is offered.
    func above(_ prompt: Prompt) -> [Run] {
        let offered = offered(prompt)
        let understood = if case .meeting = prompt.purpose { understoodInMeeting(prompt) } else { understood(prompt) }
        return understood + (offered.isEmpty ? [] : [Run("  ")] + offered)
    }

    /// What has been understood of a line: days, figures, chips.
    func understood(_ prompt: Prompt) -> [Run] {
        var runs: [Run] = []
        func add(_ text: String, _ style: Style = .dim) { runs += [Run("  "), Run(text, style)] }
        var kind = Kind.target
        for field in prompt.fields { if case .kind(let kinds) = field.role { kind = kinds[field.choice] } }
        for field in prompt.fields {
            let typed = field.text.cleaned.string
            guard !typed.isEmpty else { continue }
            switch field.role {
            case .text: if let found = PersonalData.first(in: typed) { add(words.personal(found), .gold) }
            case .household:
                let found = prompt.households(typed, scene)
                if found.count == 1 {
                    add(explain(found[0]))
                } else if found.isEmpty {
                    add(words("没有户号「\(typed)」", "no household “\(typed)”"), .gold)
                }
            case .units:
                for name in Prompt.unitNames(in: typed) {
                    let lookup = scene.lookUpUnit(name)
                    if let unit = lookup.only {
                        add(words.unit(unit, in: scene.ledger))
                    } else {
                        add(words("「\(name)」？", "“\(name)”?"), .gold)
                    }
                }
            case .speaker, .person, .carrier:
                if let person = understood(person: typed, in: field) { add(person.text, person.isOpen ? .gold : .dim) }
            case .day(let direction, _):
                if let day = Prompt.day(typed, direction, scene) {
                    add(explain(day), isOdd(day, direction) ? .gold : .dim)
                    if let limit = tooEarly(day, prompt) { add(limit, .gold) }
                } else {
                    add(unread(typed), .gold)
                }
            case .term:
                if let term = scene.term(typed) {
                    add(QuickEntry.explain(term, scene), QuickEntry.isOdd(term, scene) ? .gold : .dim)
                } else {
                    add(unread(typed), .gold)
                }
            case .total(let line):
                if let text = explain(typed, line, prompt) { add(text.text, text.isOpen ? .gold : .dim) }
                if let question = reportedToday(typed, prompt) { add(question, .gold) }
            case .entry:
                for chip in QuickEntry(field.text.text, scene).chips(scene, kind: kind) {
                    add(chip.text, chip.isOpen ? .gold : .dim)
                }
            default: break
            }
        }
        if let limit = presentLimit(prompt) { add(limit) }
        if let sentence = whyRefusedSoFar(prompt) { add(sentence, .gold) }
        if prompt.isDangerous { add(words("办了不能再改。", "This cannot be changed afterwards."), .gold) }
        return runs
    }

    /// 「现时限 11-30」 where a later one is asked for and none was written yet.
    private func presentLimit(_ prompt: Prompt) -> String? {
        guard case .act(.askExtension, let number) = prompt.purpose, prompt.fields[0].text.isEmpty,
            let limit = scene.matter(number)?.limitDay(scene.ledger.offset)
        else { return nil }
        return words("现时限 ", "limit now ") + "\(words.short(limit, seenFrom: scene.today)) \(words.weekday(limit))"
    }

    private func tooEarly(_ day: Day, _ prompt: Prompt) -> String? {
        guard case .act(.askExtension, let number) = prompt.purpose,
            let limit = scene.matter(number)?.limitDay(scene.ledger.offset), day <= limit
        else { return nil }
        return words("须晚于现时限 ", "must be after the limit ") + words.short(limit, seenFrom: scene.today)
    }

    /// What the rules say to a line that can be read already, before Enter asks them. A decision is asked on Enter only:
    /// it tries the matters it makes.
    private func whyRefusedSoFar(_ prompt: Prompt) -> String? {
        switch prompt.purpose {
        case .act, .say: break
        case .register, .view, .bulk, .meeting, .duty: return nil
        }
        guard prompt.isWorthKeeping, case .command(let command, let behalf) = prompt.reading(scene) else { return nil }
        if case .daily(.rule) = command { return nil }
        var actor = scene.actor
        actor.behalf = behalf
        return whyRefused(command, by: actor)
    }

    /// Whose name a few letters are: 「经手 贺知远·雨污分流专班」; nil where the name says it itself or several are offered.
    private func understood(person typed: String, in field: Prompt.Field) -> (text: String, isOpen: Bool)? {
        let lookup = scene.lookUpPerson(typed)
        guard lookup.found == nil else { return nil }
        switch lookup.candidates.count {
        case 0:
            // One of several with the name is told apart by the matter.
            let isKnown = scene.ledger.people.values.contains { $0.name.string == typed }
            return isKnown ? nil : (words("没有「\(typed)」", "no “\(typed)”"), true)
        case 1: return ("\(field.label) \(lookup.candidates[0].name)·\(lookup.candidates[0].note)", false)
        default: return nil
        }
    }

    private func isOdd(_ day: Day, _ direction: DateDirection) -> Bool {
        direction == .ahead && QuickEntry.isOdd(.fixed(day), scene)
    }

    /// 「H08-017 8组 洽谈 沈南枝 最近上门 11-12」
    private func explain(_ household: Household) -> String {
        var parts = [household.code.string, household.group.string, words.name(household.state)]
        if household.state == .hard { parts.append(household.trouble.string) }
        parts.append(words.person(household.cadre, in: scene.ledger))
        if let visited = household.visited {
            parts.append(words("最近上门 ", "last visit ") + words.short(visited, seenFrom: scene.today))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func unread(_ typed: String) -> String { words("看不懂「\(typed)」", "cannot read “\(typed)”") }

    /// 「12-01 周二 工作日，从今日起第 7 个工作日」.
    private func explain(_ day: Day) -> String {
        let calendar = scene.ledger.calendar
        let count = calendar.workdays(after: scene.today, through: day)
        let date =
            "\(words.short(day, seenFrom: scene.today)) \(words.weekday(day)) \(words.kind(of: day, in: calendar))"
        guard count > 0 else { return date }
        return date + words("，从明日起第 \(count) 个工作日", ", \(count) working days from now")
    }

    /// What is added may be in what somebody else reported today (PRACTICE §2).
    private func reportedToday(_ typed: String, _ prompt: Prompt) -> String? {
        guard case .added? = Prompt.figure(typed), let last = prompt.purpose.matter.flatMap(scene.matter)?.lastTrack,
            last.day == scene.today, let who = last.signature.behalf?.person ?? last.signature.person
        else { return nil }
        let speaker = prompt.channel == nil ? scene.actor.person : try? prompt.person(scene)
        guard who != speaker else { return nil }
        let name = words.person(who, in: scene.ledger)
        return words("\(name)今日已记过，是否在内？在内写累计", "\(name) recorded today: is it in theirs? Then write the total")
    }

    /// 「18 ▸ 21 户（+3）」.
    private func explain(_ typed: String, _ line: Int, _ prompt: Prompt) -> (text: String, isOpen: Bool)? {
        guard case .act(_, let number) = prompt.purpose, let quantities = scene.matter(number)?.quantities,
            quantities.indices.contains(line)
        else { return nil }
        let old = quantities[line]
        guard let figure = Prompt.figure(typed) else { return (unread(typed), true) }
        let new: Amount =
            switch figure {
            case .total(let total): total
            case .added(let added): old.done + added
            }
        let change = new - old.done
        let sign = change < .zero ? "" : "+"
        let text = "\(words.amount(old.done)) ▸ \(words.amount(new)) \(old.unit)（\(sign)\(words.amount(change))）"
        return (text, new < old.done || new > old.target)
    }
}

extension Prompt {
    var isDangerous: Bool {
        guard case .act(let kind, _) = purpose else { return false }
        return Operation.of(.act(kind)).isDangerous
    }
}
