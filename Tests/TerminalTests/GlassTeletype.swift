/// A terminal that knows the few sequences a frame is written with, and shows for each cell what the eye would see.
struct GlassTeletype {
    struct Spot: Hashable {
        var text: String
        /// A palette index; nil: its own.
        var ink: Int?
        var ground: Int?
        var flags: Set<Int> = []

        /// Blocks by what they show: a full block is a blank on another ground.
        var seen: Spot {
            var spot = self
            let isPlain = flags.isDisjoint(with: [4, 7])
            if text == "█", flags.isEmpty, ink != nil { (spot.text, spot.ground) = (" ", ink) }
            if text == "▄", flags.isEmpty, let ink, let ground {
                (spot.text, spot.ink, spot.ground) = ("▀", ground, ink)
            }
            if spot.text == "▀", spot.ink == spot.ground { spot.text = " " }
            if spot.text == " ", isPlain { (spot.ink, spot.flags) = (nil, []) }
            return spot
        }
    }

    let width: Int
    let height: Int
    private(set) var spots: [Spot]
    private(set) var x = 0
    private(set) var y = 0
    private var pen = Spot(text: " ")
    private var region: Range<Int>
    /// Whether erased cells take the ground in use.
    let erasesInColour: Bool
    /// What was not understood.
    private(set) var strange: [String] = []

    init(width: Int, height: Int, erasesInColour: Bool = true) {
        (self.width, self.height, self.erasesInColour) = (width, height, erasesInColour)
        spots = Array(repeating: Spot(text: "?", ink: 1, ground: 2), count: width * height)
        region = 0..<height
    }

    func row(_ y: Int) -> String { (0..<width).map { spots[y * width + $0].text }.joined() }

    mutating func take(_ bytes: [UInt8], wide: (Unicode.Scalar) -> Bool) {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            place += 1
            switch scalar {
            case "\u{1B}":
                if scalars[place] == "M" {
                    place += 1
                    if y == region.lowerBound { scroll(down: true) } else { y -= 1 }
                    continue
                }
                place += 1
                var text = ""
                while !scalars[place].properties.isAlphabetic {
                    text.unicodeScalars.append(scalars[place])
                    place += 1
                }
                perform(Character(scalars[place]), text)
                place += 1
            case "\n": if y == region.upperBound - 1 { scroll(down: false) } else { y += 1 }
            case "\r": x = 0
            case "\u{8}": x -= 1
            default: put(scalar, wide(scalar) ? 2 : 1)
            }
        }
    }

    private mutating func perform(_ end: Character, _ text: String) {
        let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
        let first = numbers.first ?? nil
        switch end {
        case "H": (y, x) = ((first ?? 1) - 1, ((numbers.count > 1 ? numbers[1] : nil) ?? 1) - 1)
        case "G": x = (first ?? 1) - 1
        case "d": y = (first ?? 1) - 1
        case "A": y -= first ?? 1
        case "B": y += first ?? 1
        case "C": x += first ?? 1
        case "D": x -= first ?? 1
        case "J": erase(0..<spots.count)
        case "K": erase(y * width + x..<(y + 1) * width)
        case "X": erase(y * width + x..<y * width + min(width, x + (first ?? 1)))
        case "r":
            region = (first ?? 1) - 1..<((numbers.count > 1 ? numbers[1] : nil) ?? height)
            (x, y) = (0, 0)
        case "m": paint(numbers.map { $0 ?? 0 })
        default: strange.append("\(text)\(end)")
        }
    }

    private mutating func paint(_ numbers: [Int]) {
        var rest = numbers[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: pen = Spot(text: " ")
            case 1, 2, 4, 7: pen.flags.insert(number)
            case 22: pen.flags.subtract([1, 2])
            case 24: pen.flags.remove(4)
            case 27: pen.flags.remove(7)
            case 38:
                rest.removeFirst()
                pen.ink = rest.popFirst()
            case 48:
                rest.removeFirst()
                pen.ground = rest.popFirst()
            case 39: pen.ink = nil
            case 49: pen.ground = nil
            default: strange.append("\(number)m")
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ cells: Int) {
        guard (0..<width).contains(x), x + cells <= width, (0..<height).contains(y) else {
            return strange.append("\(scalar) at \(x),\(y)")
        }
        for column in x..<x + cells { split(column) }
        var spot = pen
        spot.text = String(Character(scalar))
        spots[y * width + x] = spot
        if cells == 2 {
            spot.text = ""
            spots[y * width + x + 1] = spot
        }
        x += cells
    }

    /// Half of a wide character that is overwritten leaves nothing of the other.
    private mutating func split(_ column: Int) {
        let place = y * width + column
        if spots[place].text.isEmpty { spots[place - 1].text = " " }
        if column + 1 < width, spots[place + 1].text.isEmpty { spots[place + 1].text = " " }
    }

    private mutating func erase(_ range: Range<Int>) {
        for place in range { spots[place] = Spot(text: " ", ground: erasesInColour ? pen.ground : nil) }
    }

    private mutating func scroll(down: Bool) {
        let (top, bottom) = (region.lowerBound, region.upperBound - 1)
        let rows = down ? Array((top..<bottom).reversed()) : Array(top..<bottom)
        for row in rows {
            let (from, to) = down ? (row, row + 1) : (row + 1, row)
            for x in 0..<width { spots[to * width + x] = spots[from * width + x] }
        }
        let fresh = down ? top : bottom
        erase(fresh * width..<(fresh + 1) * width)
    }
}
