import Ledger
import Supervision
import Text
import Words

extension DeskWall {
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let way: String =
            switch grouping {
            case .light: words.byLight
            case .unit: words.byUnit
            case .person: words.byPerson
            }
        var page = scene.plainPage(words("督办", "Desk"), [way] + scene.plainNotes(filter))
        page.addDeskCounts(scene, hasGaps: !onPaper)
        let rows = DeskRows(scene, grouping, filter, hasHeadings: true, hasGaps: false)
        if rows.matters.isEmpty {
            page.say(words.deskTitle, filter.isEmpty ? words.nothingLate : words.nothingMatches)
        }
        let gaps = words.missedBefore
        for group in rows.groups where !onPaper || group.title != gaps {
            // What somebody carries is not added up: totals side by side are a ranking.
            if grouping == .light {
                page.say(
                    group.title,
                    words.matters(group.rows.count),
                    group.todo > 0 ? words.notTracked(group.todo) : ""
                )
            }
            for row in group.rows { page.add(row, group.title, hasGaps: !onPaper && grouping != .person, scene) }
        }
        return page
    }
}

extension PlainPage {
    fileprivate mutating func addDeskCounts(_ scene: Scene, hasGaps: Bool) {
        let words = scene.words
        let figures = scene.figures
        let kinds = scene.overviewRows
        if scene.isWorkday {
            say(
                words.mustTrack,
                words.matters(figures.mustTrack),
                words.tracked(figures.tracked),
                words.notTracked(figures.mustTrack - figures.tracked)
            )
        } else {
            say(words.mustTrack, words.restDay(next: scene.ledger.calendar.workday(onOrAfter: scene.today)))
        }
        say(
            words.deskTitle,
            hasGaps ? words.plainCount(words.missedBefore, scene.gapCount) : "",
            words.plainCount(words.toDecide, kinds.section(.decide)?.duties.count ?? 0),
            words.plainCount(words.slipsToSign, scene.slipsToSign.count),
            words.plainCount(words.unsigned, kinds.section(.unsigned)?.duties.count ?? 0),
            words.plainCount(words.overNight, figures.overNight)
        )
    }

    /// - Parameter hasGaps: gaps are the clerk's own and never shown by person (PRACTICE §4).
    fileprivate mutating func add(_ row: DeskRows.Row, _ group: String, hasGaps: Bool, _ scene: Scene) {
        let words = scene.words
        guard let matter = scene.matter(row.matter), let judgement = scene.judgement(row.matter) else { return }
        let duties = scene.duties(of: row.matter).filter { duty in
            if case .gap = duty.kind { hasGaps } else { true }
        }
        var facts = scene.plainFacts(matter, judgement) + duties.map { words.plainTask($0, scene.ledger) }
        if let track = matter.lastTrack {
            facts.append(
                "\(words.lastTrack) \(words.short(track.day, seenFrom: scene.today)) \(words.text(track.text))"
            )
        }
        if let blocker = matter.blocker { facts.append(words.stuckAt + words.text(blocker)) }
        if let next = matter.next { facts.append(words.nextIs + words.text(next)) }
        say(group, facts)
    }
}
