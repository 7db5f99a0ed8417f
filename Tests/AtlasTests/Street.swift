import Ledger
import Samples
import Text

/// A street for the map alone: communities 1…n, and grids below the first.
struct Street {
    var ledger = Ledger()

    /// - Parameter counts: how many grids each community has; the communities come first.
    init(_ counts: [Int]) {
        var next = 1
        var communities: [GridID] = []
        for index in counts.indices {
            communities.append(add(GridID(next), "S-\(index + 1)", "社区\(index + 1)", 1, nil))
            next += 1
        }
        for (index, count) in counts.enumerated() {
            for part in 0..<count {
                add(GridID(next), "S-\(index + 1)-\(part + 1)", "网格\(index + 1)-\(part + 1)", 2, communities[index])
                next += 1
            }
        }
    }

    @discardableResult
    private mutating func add(_ id: GridID, _ code: String, _ name: String, _ level: Int, _ parent: GridID?) -> GridID {
        ledger.grids[id] = Grid(id: id, code: CleanText(code), name: CleanText(name), level: level, parent: parent)
        return id
    }

    /// Draws the children of a parent by letters: A is the first of `grids`, B the second.
    func drawn(_ picture: String, of grids: [GridID], parent: GridID? = nil) -> Street {
        var street = self
        var sheet = MapSheet(parent: parent, rows: picture.split(separator: "\n").map(String.init))
        for (grid, letter) in zip(grids, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
            sheet.places.append(.init(grid: grid, form: .letter(String(letter))))
        }
        street.ledger.maps[sheet.key] = sheet
        return street
    }
}
