import Atlas
package import Ledger
package import Supervision

/// The grids on three levels (作战图), shaded by what one asks.
///
/// The arrows walk to the neighbour in that direction, Enter opens an area, Esc goes back up; Tab goes into the list of
/// its matters.
package struct MapWall: Wall {
    /// What was opened; nil is the whole street.
    package internal(set) var focus: GridID?
    /// The area one stands on.
    package internal(set) var place: GridID?
    package internal(set) var measure: GridMeasure = .light
    package var filter = Filter.none
    /// Shades the parts of the parts.
    var isDeep = false
    /// The matter one stands on in the card; nil on the map.
    var matter: MatterNumber?
    /// The grids down to ``focus``; kept by ``settle(in:)``, which sees the ledger.
    var path: [GridID] = []

    package init() {}

    package var abilities: Set<Ability> {
        [.trouble, .filter, .nextPart, .previousPart, .group, .measure, .zoomIn, .zoomOut]
    }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .trouble: filter.isTroubleOnly.toggle()
        case .group: isDeep.toggle()
        case .measure:
            let all = GridMeasure.allCases
            measure = all[(all.firstIndex(of: measure)! + 1) % all.count]
        case .nextPart, .previousPart: matter = matter == nil ? matters(in: frame).first : nil
        case .zoomIn: open(in: frame)
        case .zoomOut: close()
        default: break
        }
        settle(in: frame)
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let atlas = frame.scene.atlas
        if let focus, atlas.children(of: focus).isEmpty || frame.scene.ledger.grids[focus] == nil { self.focus = nil }
        path = atlas.path(to: focus)
        let own = atlas.children(of: focus)
        if place.map({ !own.contains($0) }) ?? true { place = worst(of: own, in: frame) }
        if let matter, !matters(in: frame).contains(matter) { self.matter = nil }
    }

    /// Where the eye should go first.
    private func worst(of grids: [GridID], in frame: Frame) -> GridID? {
        let survey = frame.scene.grids(filter)
        return grids.max { left, right in
            let (a, b) = (survey[left], survey[right])
            return (a[.red], a[.orange], a.open, -left.rawValue) < (b[.red], b[.orange], b.open, -right.rawValue)
        }
    }

    package func selection(in frame: Frame) -> MatterNumber? { matter }

    package func matters(in frame: Frame) -> [MatterNumber] {
        guard let place else { return [] }
        return frame.scene.grids(filter)[place].matters
    }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard let grid = frame.scene.matter(number)?.grid else { return }
        if matter != nil { matter = number }
        if let place, !matters(in: frame).contains(number) || place == grid { go(to: grid, in: frame) }
    }

    /// Goes to a grid: opens what it lies in and stands on it.
    package mutating func go(to grid: GridID, in frame: Frame) {
        let path = frame.scene.atlas.path(to: grid)
        focus = path.dropLast().last
        place = grid
        matter = nil
        settle(in: frame)
    }

    mutating func open(in frame: Frame) {
        guard let place, !frame.scene.atlas.children(of: place).isEmpty else { return }
        focus = place
        self.place = nil
        matter = nil
    }

    mutating func close() {
        if matter != nil {
            matter = nil
        } else if let focus {
            place = focus
            self.focus = parent
        }
    }

    private var parent: GridID? { path.dropLast().last }

    package func activate(in frame: Frame) -> Response? {
        if let matter { return .open(matter) }
        guard let place else { return nil }
        if !frame.scene.atlas.children(of: place).isEmpty { return .perform(.zoomIn) }
        return matters(in: frame).isEmpty ? nil : .perform(.nextPart)
    }
}
