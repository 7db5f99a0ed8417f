import Ledger
import Walls

extension State {
    /// Opens the map at a grid, from the palette.
    mutating func goToMap(_ grid: GridID) {
        overlay = nil
        place = .map
        guard var map = wall as? MapWall else { return }
        map.go(to: grid, in: frame)
        wall = map
    }
}
