public import FoundationEssentials

/// A document in which every line has its place: what guatu-press reads, as JSON, and draws.
///
/// All distances are whole twips (1/20 point) from the upper left corner of the sheet. A text says how
/// wide it may be (its runs), so that no typeface, not even a fallback, can push it out of its cell.
public struct PlacedDocument: Sendable, Hashable, Codable {
    /// Rises when an older reader would draw something wrong.
    public static let schema = 1

    public private(set) var schema = Self.schema
    public var title: String
    public var sheet: Sheet
    public var pages: [PlacedPage]

    public init(title: String, sheet: Sheet, pages: [PlacedPage]) {
        self.title = title
        self.sheet = sheet
        self.pages = pages
    }

    /// Keys in order and no spaces, so that equal documents give equal bytes.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// - Throws: ``UnknownSchema`` for a newer format, `DecodingError` for what is no placed document.
    public init(json: Data) throws {
        let decoder = JSONDecoder()
        let version = try decoder.decode(Version.self, from: json)
        guard version.schema == Self.schema else { throw UnknownSchema(found: version.schema, known: Self.schema) }
        self = try decoder.decode(Self.self, from: json)
    }

    private struct Version: Decodable {
        var schema: Int
    }

    public struct UnknownSchema: Error, Sendable, Hashable {
        public var found: Int
        public var known: Int

        public init(found: Int, known: Int) {
            self.found = found
            self.known = known
        }
    }
}

/// One sheet of paper. Boxes lie below lines, lines below texts.
public struct PlacedPage: Sendable, Hashable, Codable {
    public var texts: [PlacedText]
    public var lines: [PlacedLine]
    public var boxes: [PlacedBox]

    public init(texts: [PlacedText] = [], lines: [PlacedLine] = [], boxes: [PlacedBox] = []) {
        self.texts = texts
        self.lines = lines
        self.boxes = boxes
    }
}

/// One line of text, already wrapped and aligned.
public struct PlacedText: Sendable, Hashable, Codable {
    public var text: String
    /// Left end of the text.
    public var x: Length
    /// The base line, so that sizes and faces stand on one line.
    public var baseline: Length
    public var size: Length
    public var weight: Weight

    public init(text: String, x: Length, baseline: Length, size: Length, weight: Weight) {
        self.text = text
        self.x = x
        self.baseline = baseline
        self.size = size
        self.weight = weight
    }
}

public struct PlacedLine: Sendable, Hashable, Codable {
    public var x1: Length
    public var y1: Length
    public var x2: Length
    public var y2: Length
    /// Thickness.
    public var width: Length

    public init(x1: Length, y1: Length, x2: Length, y2: Length, width: Length) {
        self.x1 = x1
        self.y1 = y1
        self.x2 = x2
        self.y2 = y2
        self.width = width
    }
}

/// A shaded area.
public struct PlacedBox: Sendable, Hashable, Codable {
    public var x: Length
    public var y: Length
    public var width: Length
    public var height: Length
    /// From 0, white, to 100, black.
    public var shade: Int

    public init(x: Length, y: Length, width: Length, height: Length, shade: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.shade = shade
    }
}
