import Ledger

// The drawings of the map: few, and some of them large. Only a screen reads them.

extension Store {
    func maps() throws -> [MapSheet] {
        try statement("SELECT body FROM map").all { try JSONReader.value(MapSheet.self, from: $0.utf8(0)) }
    }

    func map(_ key: GridID) throws -> MapSheet? {
        let find = try statement("SELECT body FROM map WHERE parent = ?")
        find.bind(1, key.rawValue)
        return try find.first { try JSONReader.value(MapSheet.self, from: $0.utf8(0)) }
    }

    /// Writes the drawing of a parent, or with nil takes it away.
    func write(_ sheet: MapSheet?, at key: GridID) throws {
        guard let sheet else {
            let delete = try statement("DELETE FROM map WHERE parent = ?")
            delete.bind(1, key.rawValue)
            return try delete.run()
        }
        let write = try statement("INSERT OR REPLACE INTO map (parent, body) VALUES (?, ?)")
        write.bind(1, key.rawValue)
        write.bind(2, utf8: try JSONWriter.bytes(sheet))
        try write.run()
    }
}
