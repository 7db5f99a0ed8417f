package import Text

/// How the grids right below one parent lie on the map (图幅), as the office drew it.
///
/// The drawing is kept as it came: letters, tiles or outlines. Module Atlas turns all three into one label grid. A sheet
/// without a place and without an object takes the one of its parent away.
package struct MapSheet: Hashable, Sendable, Codable {
    /// The grid whose parts are drawn; nil is the whole street.
    package var parent: GridID?
    /// The letter picture, row by row from the north, one character a sample; empty without one.
    package var rows: [String]
    /// Whether a letter stands for a square. Else it is as high as two are wide, as in a text editor.
    package var isSquare: Bool
    /// What the numbers of the outlines are; nil without outlines.
    package var survey: Survey?
    package var places: [Place]
    package var objects: [Object]

    /// A grid and where it lies.
    package struct Place: Hashable, Sendable, Codable {
        package var grid: GridID
        package var form: Form

        package init(grid: GridID, form: Form) {
            self.grid = grid
            self.form = form
        }
    }

    /// What is on the map and is no grid: 湖 河 路 街 巷, and the points 卡口 and 值守点.
    package struct Object: Hashable, Sendable, Codable {
        package var kind: Kind
        package var name: CleanText
        /// 河长, 路长, 街长, who is on duty
        package var head: PersonID?
        package var form: Form

        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case water, road
            /// 卡口, on the border of what is closed off.
            case checkpoint
            /// 值守点
            case post

            /// Whether it is a place where people stand, and covers nothing.
            package var isPoint: Bool { self == .checkpoint || self == .post }
        }

        package init(kind: Kind, name: CleanText, head: PersonID? = nil, form: Form) {
            self.kind = kind
            self.name = name
            self.head = head
            self.form = form
        }
    }

    /// How one thing is drawn.
    package enum Form: Hashable, Sendable {
        /// Wherever this character stands in the letter picture.
        case letter(String)
        /// A rectangle of tiles, counted from 1.
        case tile(row: Int, column: Int, rows: Int, columns: Int)
        /// Closed rings, the inside by the even-odd rule; see ``Outline``.
        case area(Outline)
        /// Open lines.
        case line(Outline)
    }

    /// What coordinates mean. Sheets of one survey lie on one another.
    package enum Survey: String, Hashable, Sendable, Codable {
        /// Millionths of a degree, longitude first.
        case degrees
        /// Tenths of a metre of a projection, east first.
        case metres
    }

    package init(
        parent: GridID?,
        rows: [String] = [],
        isSquare: Bool = true,
        survey: Survey? = nil,
        places: [Place] = [],
        objects: [Object] = []
    ) {
        self.parent = parent
        self.rows = rows
        self.isSquare = isSquare
        self.survey = survey
        self.places = places
        self.objects = objects
    }

    package var isEmpty: Bool { places.isEmpty && objects.isEmpty }

    /// The key under which a ledger keeps it: its parent's, and 0 for the street.
    package var key: GridID { parent ?? MapSheet.street }

    package static let street = GridID(0)
}

/// Written as one text: `letter A`, `tile 1 2 1 1` (row, column, rows, columns), `area …`, `line …`.
extension MapSheet.Form: Codable {
    package var text: String {
        switch self {
        case .letter(let letter): "letter \(letter)"
        case .tile(let row, let column, let rows, let columns): "tile \(row) \(column) \(rows) \(columns)"
        case .area(let outline): "area \(outline.text)"
        case .line(let outline): "line \(outline.text)"
        }
    }

    package init?(text: String) {
        guard let space = text.firstIndex(of: " ") else { return nil }
        let rest = String(text[text.index(after: space)...])
        switch text[..<space] {
        case "letter": self = .letter(rest)
        case "tile":
            let numbers = rest.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 4 else { return nil }
            self = .tile(row: numbers[0], column: numbers[1], rows: numbers[2], columns: numbers[3])
        case "area": self = .area(Outline(text: rest))
        case "line": self = .line(Outline(text: rest))
        default: return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let form = Self(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a form of the map")
        }
        self = form
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Rings or lines of whole numbers as one short text, so that an event with ten thousand points stays small.
///
/// Each number is the difference to the one before it in its ring, folded (0, -1, 1, -2 … are 0, 1, 2, 3 …) and written
/// in pieces of five bits, the lowest first, of which all but the last carry 32; the alphabet is `A–Z a–z 0–9 - _`. A dot
/// ends a ring.
package struct Outline: Hashable, Sendable {
    package let text: String

    package init(text: String) { self.text = text }

    package struct Point: Hashable, Sendable {
        package var x: Int
        package var y: Int

        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    package init(_ rings: [[Point]]) {
        var bytes: [UInt8] = []
        func write(_ number: Int) {
            var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
            repeat {
                let piece = rest & 31
                rest >>= 5
                bytes.append(Outline.alphabet[Int(rest == 0 ? piece : piece | 32)])
            } while rest != 0
        }
        for ring in rings {
            var before = Point(x: 0, y: 0)
            for point in ring {
                write(point.x - before.x)
                write(point.y - before.y)
                before = point
            }
            bytes.append(Outline.end)
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// What is written here; what cannot be read is left out.
    package var rings: [[Point]] {
        var rings: [[Point]] = []
        var ring: [Point] = []
        var number: UInt = 0
        var shift = 0
        var east: Int?
        for byte in text.utf8 {
            if byte == Outline.end {
                rings.append(ring)
                (ring, number, shift, east) = ([], 0, 0, nil)
                continue
            }
            let value = Outline.values[Int(byte)]
            guard value < 64, shift < Int.bitWidth else { continue }
            number |= UInt(value & 31) << UInt(shift)
            shift += 5
            guard value & 32 == 0 else { continue }
            let step = Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
            (number, shift) = (0, 0)
            guard let x = east else {
                east = step
                continue
            }
            let before = ring.last ?? Point(x: 0, y: 0)
            ring.append(Point(x: before.x &+ x, y: before.y &+ step))
            east = nil
        }
        return rings
    }

    private static let end = UInt8(ascii: ".")
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()
}
