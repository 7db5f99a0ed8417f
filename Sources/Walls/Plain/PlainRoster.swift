import Ledger
import Supervision
import Text
import Words

extension RosterWall {
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let whose = unit.map { words.unit($0, in: scene.ledger) } ?? words.wholeStreet
        var page = scene.plainPage(words("队伍", "Roster"), [whose, words.rosterNote] + scene.plainNotes(filter))
        let rows = RosterRows(scene, unit: unit, filter)
        page.say(
            whose,
            words.plainCount(words.peopleCount, rows.people),
            words.plainCount(words.busyCount, rows.busy),
            words.plainCount(words.vacantPost, rows.vacancies),
            words.plainCount(words.unmanned, rows.unmanned)
        )
        if rows.rows.isEmpty { page.say(whose, filter.isEmpty ? words.nobodyHere : words.nothingMatches) }
        for row in rows.rows { page.add(row, rows, scene) }
        return page
    }
}

extension PlainPage {
    /// In the order of the directory. What somebody has is listed by when it is due and never added up: it is for handing
    /// out work, not for comparing people.
    fileprivate mutating func add(_ row: RosterRows.Row, _ rows: RosterRows, _ scene: Scene) {
        let words = scene.words
        let ledger = scene.ledger
        func list(_ numbers: [MatterNumber]) -> String {
            numbers.compactMap { scene.matter($0).map(words.number) }.joined(separator: words("、", ", "))
        }
        switch row {
        case .person(let id):
            guard let person = ledger.people[id] else { return }
            let load = scene.rosterFigures.loads[id]
            let dues = RosterFigures.Due.all.compactMap { due -> String? in
                guard let numbers = load?.matters[due], !numbers.isEmpty else { return nil }
                return "\(words.name(due, today: scene.today)) \(list(numbers))"
            }
            let note = RosterTable(scene: scene, rows: rows, filter: .none).notes(of: id).0.first ?? ""
            say(
                person.name.string,
                [
                    words.unit(person.unit, in: ledger),
                    person.posts.map(\.string).joined(separator: words("、", ", ")),
                ] + (dues.isEmpty ? [words("没有待办", "nothing to do")] : dues) + [note]
            )
        case .vacancy(let vacancy):
            say(
                words.vacantPost,
                words.unit(vacancy.unit, in: ledger),
                vacancy.post.string,
                vacancy.since.map { words.vacant(days: scene.today - $0) } ?? "",
                vacancy.matters.isEmpty
                    ? "" : "\(words.postWanted(vacancy.matters.count)) \(list(vacancy.matters))"
            )
        case .idle(let count): say(words.peopleCount, words.idle(count))
        case .unmanned(let unit):
            let numbers = scene.rosterFigures.unmanned[unit] ?? []
            say(
                words.unmanned,
                words.unit(unit, in: ledger),
                "\(words.mattersUnmanned(numbers.count)) \(list(numbers))"
            )
        }
    }
}
