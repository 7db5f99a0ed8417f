extension Decision {
    /// A drawing of the grids below one parent, or with nothing on it the end of one.
    func drawMap(_ sheet: MapSheet) throws(Refusal) -> Fact {
        try know(grid: sheet.parent)
        var drawn: Set<GridID> = []
        for place in sheet.places {
            try know(grid: place.grid)
            guard let grid = ledger.grids[place.grid], grid.parent == sheet.parent else {
                throw .gridElsewhere(place.grid, parent: sheet.parent)
            }
            guard drawn.insert(place.grid).inserted else { throw .codeTaken(grid.code) }
        }
        for object in sheet.objects { try know(person: object.head) }
        guard ledger.maps[sheet.key] ?? MapSheet(parent: sheet.parent) != sheet else { throw .nothingChanged }
        return .mapDrawn(sheet)
    }
}

extension Ledger {
    /// Takes a drawing in place of the one of the same parent.
    mutating func apply(_ sheet: MapSheet, into touched: inout Touched) {
        maps[sheet.key] = sheet.isEmpty ? nil : sheet
        touched.map = sheet.key
    }
}
