package import Ledger
import Text

/// Reads a file that draws the map, in one of three ways: letters with a legend, a table of tiles, GeoJSON (docs/Map.md).
///
/// Whatever is wrong is listed with its line and column; what is right is read all the same, so that everything can be
/// mended at once.
package struct MapFile {
    package struct Options: Hashable, Sendable {
        /// The properties of GeoJSON that hold name and code, where they have names of their own.
        package var nameProperty: String?
        package var codeProperty: String?

        package init(nameProperty: String? = nil, codeProperty: String? = nil) {
            self.nameProperty = nameProperty
            self.codeProperty = codeProperty
        }
    }

    /// A map of thousands of grids with their outlines takes a tenth of it.
    static let sizeLimit = 1 << 25

    /// - Parameter ledger: whose grids are drawn.
    package static func read(path: String, options: Options = Options(), ledger: Ledger) -> MapReading {
        let file = path.fileName
        let names = GridNames(ledger)
        var reading: MapReading
        do throws(ImportProblem) {
            let (text, encoding) = try bytes(path, file)
            let first = text.first { !isBlank($0) }
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                // Drawing programs in China still write GB18030, although RFC 7946 wants UTF-8.
                let text = encoding == .utf8 ? text : Array(TextDecoder(encoding).string(text[...]).utf8)
                reading = GeoFile(text, file: file, options: options, names: names).reading()
            } else if LetterFile.isMeant(by: text) {
                reading = LetterFile(TextDecoder(encoding).string(text[...]), file: file, names: names).reading()
            } else if let sheet = try? Sheet<TileColumn>(path: path, file: file) {
                reading = TileFile(sheet, names: names).reading()
            } else {
                throw ImportProblem(file: file, place: .file, fault: .map(.unknownFormat))
            }
        } catch {
            reading = MapReading()
            reading.problems = [error]
        }
        // What a table of matters could create, a map cannot.
        for index in reading.problems.indices {
            guard case .unknownName(.grid, let name) = reading.problems[index].fault else { continue }
            reading.problems[index].fault = .map(.unknownGrid(name))
        }
        reading.notes += withoutPlace(reading.sheets.map(\.sheet), ledger)
        return reading
    }

    private static func bytes(_ path: String, _ file: String) throws(ImportProblem) -> ([UInt8], TextEncoding) {
        do {
            let bytes = try FileBytes(path: path)
            guard bytes.size <= sizeLimit else {
                throw ImportProblem(file: file, place: .file, fault: .map(.tooLarge(bytes: bytes.size)))
            }
            var buffer: [UInt8] = []
            switch try TextEncoding.find(in: bytes) {
            case .text(let encoding, let mark):
                try bytes.read(into: &buffer, at: mark, count: bytes.size)
                return (buffer, encoding)
            case .nothing: throw ImportProblem(file: file, place: .file, fault: .emptyFile)
            case .workbook: throw ImportProblem(file: file, place: .file, fault: .workbook)
            case .utf16 where file.hasSuffix("json"):
                try bytes.read(into: &buffer, at: 0, count: bytes.size)
                return (Array(utf16(buffer).utf8), .utf8)
            case .utf16: throw ImportProblem(file: file, place: .file, fault: .utf16)
            case .unreadable(let row): throw ImportProblem(file: file, place: .row(row), fault: .unreadable)
            }
        } catch let failure as FileBytes.Failure {
            throw ImportProblem(failure, file: file)
        } catch let problem as ImportProblem {
            throw problem
        } catch {
            throw ImportProblem(file: file, place: .file, fault: .unreadable)
        }
    }

    /// A text in UTF-16, whose first two bytes say the order.
    private static func utf16(_ bytes: [UInt8]) -> String {
        let isLittle = bytes.first == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? two << 8 | one : one << 8 | two
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The grids below each drawn parent that nothing shows.
    private static func withoutPlace(_ sheets: [MapSheet], _ ledger: Ledger) -> [MapNote] {
        sheets.filter { !$0.places.isEmpty }.compactMap { sheet in
            let drawn = Set(sheet.places.map(\.grid))
            let children = ledger.grids.values.filter { $0.parent == sheet.parent }.sorted { $0.id < $1.id }
            let missing = children.filter { !drawn.contains($0.id) }.map(\.name)
            guard !missing.isEmpty else { return nil }
            let parent = sheet.parent.flatMap { ledger.grids[$0]?.name }
            return .withoutPlace(parent: parent, grids: missing, of: children.count)
        }
    }
}

/// Finds grids by what a map file calls them.
struct GridNames {
    let ledger: Ledger
    private var grids: [NameKey: [GridID]] = [:]
    /// 荷塘 for 荷塘社区: what drawings say where it is the only one.
    private var short: [NameKey: [GridID]] = [:]
    private var people: [NameKey: [PersonID]] = [:]

    init(_ ledger: Ledger) {
        self.ledger = ledger
        for grid in ledger.grids.values.sorted(by: { $0.id < $1.id }) {
            var names = [grid.code.string, grid.name.string]
            // A drawing says 湖东社区 where the directory says 湖东社区网格.
            if names[1].hasSuffix("网格") { names.append(String(names[1].dropLast(2))) }
            for key in Set(names.map(NameKey.init)) { grids[key, default: []].append(grid.id) }
            for end in ["社区", "村"] {
                guard let name = names.last, name.hasSuffix(end), name.count > end.count else { continue }
                short[NameKey(name.dropLast(end.count)), default: []].append(grid.id)
            }
        }
        for person in ledger.people.values.sorted(by: { $0.id < $1.id }) where person.left == nil {
            people[NameKey(person.name.string), default: []].append(person.id)
        }
    }

    /// A grid by code or name; of several, the one below `parent`.
    func grid(_ name: String, below parent: GridID?? = nil) -> Result<Grid, NameFault> {
        var found = grids[NameKey(name)] ?? []
        if found.isEmpty, name.hasSuffix("网格") { found = grids[NameKey(name.dropLast(2))] ?? [] }
        if found.isEmpty, let only = short[NameKey(name)], only.count == 1 { found = only }
        if found.count > 1, let parent {
            let own = found.filter { ledger.grids[$0]?.parent == parent }
            if !own.isEmpty { found = own }
        }
        if found.count > 1 {
            // A code says one grid, whatever others are called.
            let coded = found.filter { NameKey(ledger.grids[$0]!.code.string) == NameKey(name) }
            if coded.count == 1 { found = coded }
        }
        switch found.count {
        case 0: return .failure(.unknown(.grid, name))
        case 1: return .success(ledger.grids[found[0]]!)
        default:
            return .failure(.several(.grid, name, found.prefix(6).compactMap { ledger.grids[$0]?.code.string }))
        }
    }

    /// A head by name, where just one bears it.
    func person(_ name: String) -> PersonID? {
        guard let found = people[NameKey(name)], found.count == 1 else { return nil }
        return found[0]
    }
}

/// What a word says of a thing on the map that is no grid.
enum ObjectWord {
    static func kind(_ word: String) -> MapSheet.Object.Kind? { words[word.lowercased()] }

    /// By the last letter of a name: 柳溪河, 湖滨大道.
    static func kind(endOf name: String) -> MapSheet.Object.Kind? {
        for (end, kind) in [("卡口", MapSheet.Object.Kind.checkpoint), ("值守点", .post)] where name.hasSuffix(end) {
            return kind
        }
        return name.last.flatMap { kind(String($0)) }
    }

    private static let words: [String: MapSheet.Object.Kind] = {
        var words: [String: MapSheet.Object.Kind] = [:]
        let water = [
            "湖", "河", "江", "溪", "涌", "塘", "水", "海", "水面", "水域", "河流", "水库", "water", "lake", "river", "riverbank",
            "stream", "canal", "reservoir", "pond",
        ]
        let road = [
            "路", "街", "巷", "道", "桥", "道路", "街道", "公路", "road", "street", "lane", "highway", "primary", "secondary",
            "tertiary", "residential", "trunk", "motorway",
        ]
        for word in ["卡口", "checkpoint"] { words[word] = .checkpoint }
        for word in ["值守点", "值守", "岗亭", "duty", "post"] { words[word] = .post }
        for word in water { words[word] = .water }
        for word in road { words[word] = .road }
        return words
    }()
}
