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
    case unknownGrid(CleanText)

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
    /// Features, but nothing in them that could be drawn.
    case noShapes
    /// So many grids have a point each and no outline.
    case onlyPoints(Int)
    /// No property that names the grid in so many features; in the first these are there.
    case noLabel([String], features: Int)
    /// The property that should name the grid holds nothing.
    case emptyLabel(String)
    /// The code is that of a grid, the name that of another.
    case codeAndName(CleanText, CleanText, name: CleanText)
    /// So many waters, roads or points, and no outlines of grids that they could lie on.
    case objectsAlone(Int)
    /// The same, and the street is drawn in letters or tiles, which have no coordinates, or in another survey.
    case noCoordinates(Int)
    case noProperty(String, known: [String])
    case notAGeometry(CleanText)
    case notAPosition
    case shortRing(points: Int)
    case mixedSystems
    /// 经度 and 纬度 stand the other way round from here on.
    case mixedOrder
    case outOfRange(String)
    /// The features lie farther apart than a street is wide.
    case farApart(kilometres: Int)
    case tooManyPoints(Int, limit: Int)
}

/// What is worth knowing of a map that was read, and no fault.
package enum MapNote: Hashable, Sendable {
    /// 纬度 stood before 经度 and was put behind it.
    case swapped
    /// The same in metres: the northing stood first.
    case northFirst
    /// Coordinates of a projection, in metres.
    case projected
    case ringsClosed(Int)
    case pointsSkipped(Int)
    /// Waters, roads and points came to the sheet of the street.
    case objectsAdded(Int)
    /// They could not: letters and tiles have no coordinates.
    case objectsLeftOut(Int)
    /// Parents whose sheets are of another survey and can only be sketched.
    case otherSurvey([CleanText])
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
