import Ledger
import Supervision
import Text
import Words

extension BoardWall {
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let way: String =
            switch grouping {
            case .stage: words.byStage
            case .unit: words.units
            case .person: words.people
            case .group: words.functionGroups
            }
        let title = words("任务板", "Board")
        var page = scene.plainPage(title, [words.grouping + " " + way] + scene.plainNotes(filter))
        if grouping == .stage {
            for column in BoardRows(scene, filter).columns { page.add(column, scene) }
        } else {
            page.addLanes(BoardLanes(scene, grouping, filter, isNarrow: false), hasTotals: grouping != .person, scene)
        }
        return page
    }
}

extension PlainPage {
    fileprivate mutating func add(_ column: BoardRows.Column, _ scene: Scene) {
        let words = scene.words
        let name = words.name(column.stage)
        say(name, words.matters(column.cards.count), words.fact(column.fact))
        for number in column.cards {
            guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { continue }
            say(name, scene.plainFacts(matter, judgement) + [scene.plainWork(matter)])
        }
    }

    /// - Parameter hasTotals: of units and function groups, never of persons.
    fileprivate mutating func addLanes(_ board: BoardLanes, hasTotals: Bool, _ scene: Scene) {
        let words = scene.words
        for lane in board.lanes {
            let title = [lane.title, lane.subtitle].filter { !$0.isEmpty }.joined(separator: " ")
            if hasTotals {
                let settled = lane.settled > 0 ? words.plainCount(words.name(Stage.settled), lane.settled) : ""
                say(title, words.plainCount(words.inHand, lane.open), settled)
            }
            for number in lane.cells.joined() {
                guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { continue }
                say(title, [words.name(matter.stage)] + scene.plainFacts(matter, judgement))
            }
        }
    }
}

extension Scene {
    /// What stands behind a card: how much is done of what, what holds it up, what is still missing.
    fileprivate func plainWork(_ matter: Matter) -> String {
        if matter.stage == .draft || matter.stage == .pending { return words.missing(matter.missing) }
        var facts: [String] = []
        if matter.hasPlan, matter.stage == .inHand { facts.append(words.percent(matter.progress)) }
        if matter.hasPlan, let quantity = matter.quantity { facts.append(words.quantity(quantity)) }
        if let blocker = matter.blocker { facts.append(words.stuckAt + words.text(blocker)) }
        return facts.joined(separator: words("，", ", "))
    }
}

extension Words {
    /// The one fact in the head of a column of the board.
    func fact(_ fact: BoardRows.Fact) -> String {
        switch fact {
        case .none: ""
        case .signLimit(let days): signLimit(workdays: days)
        case .notTracked(let count): notTracked(count)
        case .longestReview(let days, _): longestReview(workdays: days)
        case .onTime(let count): onTime(count)
        case .recheck(let day): nextRecheck(day)
        case .incomplete(let count): incomplete(count)
        }
    }
}
