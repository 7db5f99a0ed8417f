import Walls
package import Words

/// Where one can stand: a wall, or the page of a matter.
package enum Place: String, Hashable, Sendable, CaseIterable {
    case overview, board, desk, list, matter, map

    /// The key that goes there. Digits follow the order of the office's walls; 4, 5, 7 and 8 belong to walls that are
    /// not built yet.
    package var digit: Character? {
        switch self {
        case .overview: "1"
        case .board: "3"
        case .map: "2"
        case .desk: "6"
        case .list: "9"
        case .matter: nil
        }
    }

    package func title(_ words: Words) -> String {
        switch self {
        case .overview: words("总览", "Overview")
        case .board: words("任务板", "Board")
        case .map: words("作战图", "Map")
        case .desk: words("督办", "Desk")
        case .list: words("事项清单", "Matters")
        case .matter: words("事项", "Matter")
        }
    }

    /// The walls that exist, in the order of their tabs.
    package static let walls: [Place] = [.overview, .map, .board, .desk, .list]

    /// The wall the program opens with.
    package static let first: Place = walls[0]

    func newWall() -> (any Wall)? {
        switch self {
        case .overview: OverviewWall()
        case .board: BoardWall()
        case .map: MapWall()
        case .desk: DeskWall()
        case .list: MatterList()
        case .matter: nil
        }
    }
}
