import Ledger
import Supervision
import Words

extension MeetingShow {
    /// All pages of the meeting, made of what its sections hold: what a room may not read is in none of them.
    package func plain() -> PlainPage {
        guard let scene else {
            var page = PlainPage(words)
            page.say(words("会议大屏", "Meeting wall"), words.noFile)
            return page
        }
        var page = scene.plainPage(words("会议大屏", "Meeting wall"))
        for section in sections { add(section, to: &page) }
        return page
    }

    private func add(_ section: MeetingSection, to page: inout PlainPage) {
        switch section {
        case .figures(let figures):
            page.say(
                words.meetingFigures,
                words.plainCount(words.name(Light.red), figures.overdue),
                words.plainCount(words.lagging, figures.lagging),
                words.plainCount(words.due, figures.due),
                words.plainCount(words.meetingOverNight, figures.overNight),
                words.plainCount(words.inHand, figures.open),
                words.plainCount(words.name(Light.yellow), figures.near)
            )
        case .list(let heading, let items):
            page.say(title(of: heading), words.matters(items.count))
            for item in items { page.say(title(of: heading), facts(item)) }
        case .quiet(let open, let near), .rest(let open, let near):
            let isQuiet = if case .quiet = section { true } else { false }
            page.say(
                isQuiet ? words.noneOverdue : words.nothingTonight,
                words.plainCount(words.inHand, open),
                words.plainCount(words.name(Light.yellow), near)
            )
        case .map(let map):
            for area in map.areas {
                let light = area.light.map { words.plainCount(words.name($0), area.count) } ?? words.mapNothing
                page.say("\(words.meetingMap) \(area.name)", light)
            }
        case .campaign(let campaign): page.add(campaign.standing, scene!)
        }
    }

    private func facts(_ item: MeetingItem) -> [String] {
        [words.name(item.light), [item.label, item.title].filter { !$0.isEmpty }.joined(separator: " ")]
            + [item.unit, item.owner, item.measure] + detail(item) + [item.decider]
    }
}
