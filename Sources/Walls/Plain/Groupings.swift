/// A wall that can be grouped in more than one way (g), by names that a command line can take.
protocol GroupedWall: Wall {
    associatedtype Way: Hashable, CaseIterable
    var way: Way { get }
}

extension BoardWall: GroupedWall {
    var way: Grouping { grouping }
}

extension DeskWall: GroupedWall {
    var way: Grouping { grouping }
}

extension TimelineWall: GroupedWall {
    var way: Grouping { grouping }
}

extension MatterList: GroupedWall {
    package typealias Way = Order
    var way: Order { order }
}

extension StatisticsWall: GroupedWall {
    enum Whose: Hashable, CaseIterable {
        case street, unit
    }

    var way: Whose { isByUnit ? .unit : .street }
}

extension GroupedWall {
    fileprivate var ways: [String] { ["\(way)"] + Way.allCases.filter { $0 != way }.map { "\($0)" } }
}

extension Wall {
    /// The ways in which the wall can be grouped, the one in force first; nil where it has only one.
    package var groupings: [String]? { (self as? any GroupedWall)?.ways }
}
