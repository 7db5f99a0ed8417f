import Text
package import Walls
package import Words

/// Where one can stand: a wall, or the page of a matter.
package enum Place: String, Hashable, Sendable, CaseIterable {
    case overview, map, board, timeline, desk, list, matter
    case roster, statistics, checklist

    /// The key that goes there. Digits follow the order of the office's walls.
    package var digit: Character? {
        switch self {
        case .overview: "1"
        case .board: "3"
        case .map: "2"
        case .timeline: "4"
        case .desk: "6"
        case .list: "9"
        case .matter: nil
        case .checklist: "5"
        case .roster: "7"
        case .statistics: "8"
        }
    }

    package func title(_ words: Words) -> String {
        switch self {
        case .overview: words("总览", "Overview")
        case .board: words("任务板", "Board")
        case .map: words("作战图", "Map")
        case .timeline: words("进度", "Timeline")
        case .desk: words("督办", "Desk")
        case .list: words("事项清单", "Matters")
        case .matter: words("事项", "Matter")
        case .checklist: words("清单", "Checklist")
        case .roster: words("队伍", "Roster")
        case .statistics: words("统计", "Statistics")
        }
    }

    /// What a narrow tab says: whole words of the screen's language.
    package func shortTitle(_ words: Words) -> String {
        guard words.language == .en else { return title(words).cut(to: 4, ellipsis: "") }
        return switch self {
        case .overview: "Over"
        case .timeline: "Time"
        case .checklist: "Check"
        case .roster: "Team"
        case .statistics: "Stat"
        case .list: "All"
        case .board, .map, .desk, .matter: title(words)
        }
    }

    /// The walls that exist, in the order of their tabs.
    package static let walls: [Place] = [
        .overview, .map, .board, .timeline, .checklist, .desk, .roster, .statistics, .list,
    ]

    /// The wall the program opens with.
    package static let first: Place = walls[0]

    /// The wall as it is before anybody moved in it; nil for the page of a matter, which needs one.
    package func newWall() -> (any Wall)? {
        switch self {
        case .overview: OverviewWall()
        case .board: BoardWall()
        case .map: MapWall()
        case .timeline: TimelineWall()
        case .desk: DeskWall()
        case .list: MatterList()
        case .matter: nil
        case .checklist: ChecklistWall()
        case .roster: RosterWall()
        case .statistics: StatisticsWall()
        }
    }
}
