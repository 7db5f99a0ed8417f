package import Ledger
package import Text

/// What is wrong with a file that draws the map; ``ImportProblem/Fault/map(_:)`` says where.
package enum MapFault: Error, Hashable, Sendable {
    /// Neither letters with a legend, nor a table of tiles, nor GeoJSON.
    case unknownFormat
    case tooLarge(bytes: Int)

    // Letters
    /// A legend without the line `---` and rows below it.
    case noPicture
    case notALegend(CleanText)
    case letterTaken(String, firstLine: Int)
    case letterReserved(String)
    case unknownLetter(String)
    case pictureTooLarge(columns: Int, rows: Int)
    case sectionTwice(CleanText)

    // Whatever draws grids
    /// A grid that belongs to another parent than the one whose parts are drawn.
    case elsewhere(CleanText, parent: CleanText?)
    case gridTwice(CleanText)
    case noSuchHead(CleanText)

    // Tiles
    case notATile(CleanText)
    case tilesOverlap(CleanText, CleanText)

    // JSON
    case unexpected(CleanText)
    case endsEarly
    case tooDeep
    case notANumber(CleanText)

    // GeoJSON
    case notGeoJSON(CleanText)
    case noFeatures
    /// No property that names the grid; these are there.
    case noLabel([String])
    case noProperty(String, known: [String])
    case notAGeometry(CleanText)
    case notAPosition
    case shortRing(points: Int)
    case mixedSystems
    case outOfRange(String)
    /// The features lie farther apart than a street is wide.
    case farApart(kilometres: Int)
    case tooManyPoints(Int, limit: Int)
}

/// What is worth knowing of a map that was read, and no fault.
package enum MapNote: Hashable, Sendable {
    /// 纬度 stood before 经度 and was put behind it.
    case swapped
    /// Coordinates of a projection, in metres.
    case projected
    case ringsClosed(Int)
    case pointsSkipped(Int)
    /// Grids below one parent that have no place; of so many.
    case withoutPlace(parent: CleanText?, grids: [CleanText], of: Int)
    /// Features without a shape.
    case withoutShape([CleanText])
}

/// What a file says of the map.
package struct MapReading: Hashable, Sendable {
    package var sheets: [Drawn] = []
    package var problems: [ImportProblem] = []
    package var notes: [MapNote] = []

    package struct Drawn: Hashable, Sendable {
        package var sheet: MapSheet
        /// Where in the file it begins.
        package var place: ImportProblem.Place
    }
}
