import Ledger
import Supervision
import Words

extension MeetingShow {
    /// All pages as lines, for a script, a screen reader or a terminal that can draw nothing.
    package func text() -> String {
        var lines: [String] = []
        for section in sections {
            if !lines.isEmpty { lines.append("") }
            switch section {
            case .figures(let figures):
                lines.append(words.meetingFigures)
                lines.append("  \(words.name(Light.red)) \(figures.overdue)")
                lines.append("  \(words.lagging) \(figures.lagging)")
                lines.append("  \(words.due) \(figures.due)")
                lines.append("  \(words.meetingOverNight) \(figures.overNight)")
                lines.append("  \(words.inHand) \(figures.open)")
            case .list(let heading, let items):
                lines.append("\(title(of: heading)) \(words.matters(items.count))")
                for item in items { lines.append(contentsOf: self.lines(of: item)) }
            case .quiet(let open, let near):
                lines += [words.noneOverdue, "  " + words.openAndNear(open: open, near: near)]
            case .rest(let open, let near):
                lines += [words.nothingTonight, "  " + words.openAndNear(open: open, near: near)]
            case .map(let map):
                lines.append(words.meetingMap)
                for area in map.areas {
                    let light = area.light.map { "\(words.letter($0))\(area.count)" } ?? words.mapNothing
                    lines.append("  \(area.name)  \(light)")
                }
            case .campaign(let campaign):
                let standing = campaign.standing
                lines.append("\(campaign.name)  \(words.left(workdays: standing.workdaysLeft))")
                let amounts = "\(words.amount(standing.done))/\(words.amount(standing.target)) \(campaign.unit)"
                lines.append("  \(amounts)  \(words.percent(standing.progress))")
                if let forecast = standing.forecast { lines.append("  " + words.forecast(forecast)) }
            }
        }
        return lines.isEmpty ? words.none : lines.joined(separator: "\n")
    }

    private func lines(of item: MeetingItem) -> [String] {
        let head = [item.measure, item.label, item.unit, item.owner, item.title].filter { !$0.isEmpty }
        let detail = self.detail(item) + (item.decider.isEmpty ? [] : [item.decider])
        return ["  " + head.joined(separator: "  ")] + (detail.isEmpty ? [] : ["    " + detail.joined(separator: "  ")])
    }
}
