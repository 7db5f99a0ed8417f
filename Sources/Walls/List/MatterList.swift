package import Canvas
package import Ledger
import Text

/// Every matter at hand, a row each (事项清单): the wall for finding one.
package struct MatterList: Wall {
    package var order = Order.light
    package var filter = Filter.none
    private var selected: MatterNumber?
    /// Where the selected row stands; a matter that leaves the list gives its place to the one after it.
    private var place = 0
    private var window = ScrollWindow()

    package init() {}

    /// What the rows are sorted by (g).
    package enum Order: Hashable, Sendable, CaseIterable {
        case light, limit, unit, number

        var next: Order {
            let all = Order.allCases
            return all[(all.firstIndex(of: self)! + 1) % all.count]
        }
    }

    // MARK: Rows

    package func matters(in frame: Frame) -> [MatterNumber] { rows(frame.scene) }

    private struct RowsKey: Hashable {
        var order: Order
        var filter: Filter
    }

    func rows(_ scene: Scene) -> [MatterNumber] {
        scene.derived(RowsKey(order: order, filter: filter)) {
            let rows = scene.rows(filter)
            let facts = scene.facts
            func number(_ row: Int) -> Int { facts[row].number.rawValue }
            let sorted =
                switch order {
                case .light: rows
                case .number: rows.sortedClosely(by: number)
                case .limit: rows.sortedClosely(by: number).sortedClosely { Int(facts[$0].due) }
                // In directory order, within a unit worst first: never by count.
                case .unit: rows.sortedClosely { facts[$0].lead < 0 ? Int(Int32.max) : Int(facts[$0].lead) }
                }
            return sorted.map { facts[$0].number }
        }
    }

    /// The largest number among the rows, for which the column of numbers has room.
    func widestNumber(_ scene: Scene) -> Int {
        struct Widest: Hashable { let filter: Filter }
        return scene.derived(Widest(filter: filter)) { rows(scene).max()?.rawValue ?? 0 }
    }

    /// Rows above the first matter: the summary and the heads of the columns.
    static let headRows = 2

    func visible(in frame: Frame) -> Range<Int> {
        window.visible(of: rows(frame.scene).count, rows: frame.size.height - Self.headRows)
    }

    var scroll: ScrollWindow { window }

    func isSelected(_ index: Int) -> Bool { index == place }

    // MARK: Selection

    package func selection(in frame: Frame) -> MatterNumber? { selected }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard let index = rows(frame.scene).firstIndex(of: number) else { return }
        selected = number
        place = index
    }

    package mutating func settle(in frame: Frame) {
        let rows = rows(frame.scene)
        if let selected, !(rows.indices.contains(place) && rows[place] == selected),
            let index = rows.firstIndex(of: selected)
        {
            place = index
        }
        place = max(0, min(place, rows.count - 1))
        selected = rows.isEmpty ? nil : rows[place]
        window = window.showing(place, of: rows.count, rows: frame.size.height - Self.headRows)
    }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        let rows = rows(frame.scene)
        let page = max(1, frame.size.height - Self.headRows - 1)
        place = motion.place(from: place, of: rows.count, page: page)
        selected = rows.isEmpty ? nil : rows[place]
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let index = visible(in: frame).lowerBound + point.y - Self.headRows
        guard point.y >= Self.headRows, visible(in: frame).contains(index) else { return false }
        if index == place { return true }
        place = index
        selected = rows(frame.scene)[index]
        return false
    }

    // MARK: Abilities

    package var abilities: Set<Ability> { [.group, .trouble, .filter] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .group: order = order.next
        case .trouble: filter.isTroubleOnly.toggle()
        default: break
        }
    }
}
