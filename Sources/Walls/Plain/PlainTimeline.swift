import Ledger
import Supervision
import Text
import Words

extension TimelineWall {
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let way = words.timelineGrouping(grouping == .campaign)
        var page = scene.plainPage(words("进度", "Timeline"), [way] + scene.plainNotes(filter))
        let rows = TimelineRows(scene, grouping, filter, folded: [])
        if rows.rows.isEmpty { page.say(words("进度", "Timeline"), words.nothingMatches) }
        var group = ""
        for row in rows.rows {
            switch row {
            case .group(let it):
                group = words.plainName(it, rows, scene.ledger)
                if case .campaign(let id) = it, let standing = scene.standings.first(where: { $0.campaign == id }) {
                    page.add(standing, scene)
                } else {
                    page.say(group, words.matters(rows.counts[it] ?? 0))
                }
            case .matter(let number): page.add(number, group, scene)
            }
        }
        return page
    }
}

extension PlainPage {
    /// One bar in words: from when to when, how much should be done and is, how late, and when it will end.
    fileprivate mutating func add(_ number: MatterNumber, _ group: String, _ scene: Scene) {
        let words = scene.words
        guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { return }
        var facts = [
            words.name(judgement.light), scene.plainName(matter), scene.plainOwner(matter),
            words.plainReason(judgement, of: matter),
        ]
        if let bar = TimelineBar(matter, scene) {
            func day(_ day: Day) -> String { words.short(day, seenFrom: scene.today) }
            facts.append(words.range(day(bar.start), day(bar.limit)))
            if let progress = bar.progress { facts.append(words("完成 ", "done ") + words.percent(progress)) }
            if let plan = judgement.plan { facts.append(words("序时 ", "plan ") + words.percent(plan.expected)) }
            if let settled = bar.settled { facts.append(words.doneOn(settled)) }
            if let outlook = bar.outlook { facts.append(words.outlook(outlook)) }
            if !bar.milestones.isEmpty {
                let done = bar.milestones.count { $0.isDone }
                facts.append("\(words.milestone) \(done)/\(bar.milestones.count)")
            }
        }
        say(group, facts)
    }
}

extension Words {
    fileprivate func plainName(_ group: TimelineRows.Group, _ rows: TimelineRows, _ ledger: Ledger) -> String {
        switch group {
        case .campaign(let id): self("战役 ", "campaign ") + campaign(id, in: ledger)
        case .unit(let id): unit(id, in: ledger)
        case .others:
            rows.counts.keys.contains { if case .unit = $0 { true } else { false } } ? withoutUnit : withoutCampaign
        }
    }
}
