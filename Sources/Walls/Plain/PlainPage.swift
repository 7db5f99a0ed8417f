import Ledger
import Supervision
import Text
package import Words

/// A wall as numbered lines (--plain): for a screen reader, for a script, for a terminal that can draw nothing.
///
/// Made of the values the wall draws, never of what was drawn. Each line begins with what it is about and can be
/// understood without the one before it; a light stands as its word, and no line needs a box, a bar or a colour.
package struct PlainPage: Sendable {
    package private(set) var lines: [String] = []
    private let words: Words
    /// What stands over it on paper.
    private var title = ""
    private var subtitle = ""

    init(_ words: Words) { self.words = words }

    /// Begins with what is shown, and of when.
    init(_ words: Words, _ title: String, _ notes: [String]) {
        self.words = words
        self.title = title
        subtitle = notes.filter { !$0.isEmpty }.joined(separator: words("　", "  "))
        say(title, notes)
    }

    /// The lines on paper, under the title instead of their first.
    package var script: Script {
        let numbered = lines.dropFirst().enumerated().map { "\($0.offset + 1). \($0.element)" }
        return Script(title: title, subtitle: subtitle, sections: [Script.Section("", lines: numbered)])
    }

    /// 「逾期：27 件；最长 12 个工作日」. Empty facts are left out, and so is one that only repeats the subject.
    mutating func say(_ subject: String, _ facts: [String]) {
        var said = facts.filter { !$0.isEmpty }
        if said.count > 1, said[0] == subject { said.removeFirst() }
        lines.append(subject + words("：", ": ") + said.joined(separator: words("；", "; ")))
    }

    mutating func say(_ subject: String, _ facts: String...) { say(subject, facts) }

    /// The lines with their numbers.
    package var text: String {
        lines.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
    }
}

extension Scene {
    /// A page that begins with what is shown of which ledger at which moment.
    func plainPage(_ title: String, _ notes: [String] = []) -> PlainPage {
        let moment = "\(words.long(today)) \(words.weekday(today)) \(words.time(now, ledger.offset))"
        let about = [moment, words.kind(of: today, in: ledger.calendar)] + notes
        let whose = ledger.committee.name.string
        return PlainPage(words, words("\(whose) \(title)", "\(whose), \(title)"), about)
    }

    /// 「督147 湖东路北段管网铺设」
    func plainName(_ matter: Matter) -> String { "\(words.number(matter)) \(words.title(matter))" }

    /// What every wall says of a matter: light, number and title, who has it, why the light shows, and the limit.
    func plainFacts(_ matter: Matter, _ judgement: Judgement) -> [String] {
        [words.name(judgement.light), plainName(matter), plainOwner(matter), words.plainReason(judgement, of: matter)]
            + [plainLimit(matter)]
    }

    /// 「城建办 沈南枝」; that nobody is named is said, not left out.
    func plainOwner(_ matter: Matter) -> String {
        let person = words.person(matter.person, in: ledger)
        return [words.unit(matter.lead, in: ledger), person.isEmpty ? words.missingPerson : person]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    func plainLimit(_ matter: Matter) -> String {
        matter.limitDay(ledger.offset).map { words.limitNote($0, seenFrom: today) } ?? ""
    }

    /// What this wall shows of all matters, where that is not everything.
    func plainNotes(_ filter: Filter) -> [String] {
        var notes: [String] = []
        if let excerpt = filter.excerpt { notes.append(excerpt.title) }
        if filter.isTroubleOnly {
            let lights = [Light.red, .orange, .yellow].map(words.name).joined(separator: words("、", ", "))
            notes.append(words("只看\(lights)", "only \(lights)"))
        }
        if !filter.text.isEmpty { notes.append(words("筛选 \(filter.text)", "filter \(filter.text)")) }
        return notes
    }
}

extension Words {
    /// The reason in whole words: a line that is read aloud has no room to save.
    func plainReason(_ judgement: Judgement, of matter: Matter) -> String {
        if case .behind(let plan) = judgement.reason {
            let amount = matter.quantity.map { quantity($0) + self("，", ", ") } ?? ""
            return amount + self("落后 \(plan.pointsBehind) 个百分点", "\(plan.pointsBehind) points behind")
        }
        return reason(judgement, of: matter)
    }

    func plainCount(_ name: String, _ count: Int) -> String { "\(name) \(count)" }
}
