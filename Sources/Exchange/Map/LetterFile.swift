import Ledger
import Text

/// The map as letters (字母图): a legend, a line `---`, and a picture in which a letter is a piece of a grid.
///
///     上级 = WH-05
///     A = WH-05-01 东堤网格
///     ~ = 湖 镜湖 湖长 林嘉禾
///     ---
///     AAAAA~~
///
/// A blank line ends a picture, and the next section begins. Without 上级 the whole street is drawn.
struct LetterFile {
    private let lines: [Substring]
    private let file: String
    private let names: GridNames

    private static let columnLimit = 4_000
    private static let rowLimit = 3_000

    init(_ text: String, file: String, names: GridNames) {
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        self.file = file
        self.names = names
    }

    /// Whether a file looks like one: a line of three dashes or more, and nothing else on it.
    static func isMeant(by bytes: [UInt8]) -> Bool {
        bytes.split(separator: 0x0A).contains { line in
            let line = line.last == 0x0D ? line.dropLast() : line
            return line.count >= 3 && line.allSatisfy { $0 == UInt8(ascii: "-") }
        }
    }

    func reading() -> MapReading {
        var reading = MapReading()
        var sections: [GridID: Int] = [:]
        var index = 0
        while let section = Section(lines, from: &index) {
            var reader = SectionReader(section, file: file, names: names)
            let drawn = reader.read()
            reading.problems += reader.problems
            guard let drawn else { continue }
            if sections.updateValue(section.firstLine, forKey: drawn.sheet.key) != nil {
                let name = drawn.sheet.parent.flatMap { names.ledger.grids[$0]?.name } ?? CleanText("全街道")
                reading.problems.append(
                    ImportProblem(file: file, place: drawn.place, fault: .map(.sectionTwice(name)))
                )
            }
            reading.sheets.append(drawn)
        }
        return reading
    }

    /// One legend and its picture, by the numbers of their lines.
    private struct Section {
        var legend: [(line: Int, text: Substring)] = []
        var picture: [(line: Int, text: Substring)] = []
        var firstLine: Int
        var hasPicture = false

        /// The next one; nil where only comments and blank lines follow.
        init?(_ lines: [Substring], from index: inout Int) {
            func isSilent(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) || line.first == "#" }
            while index < lines.count, isSilent(lines[index]) { index += 1 }
            guard index < lines.count else { return nil }
            firstLine = index + 1
            while index < lines.count, !(lines[index].count >= 3 && lines[index].allSatisfy { $0 == "-" }) {
                if !isSilent(lines[index]) { legend.append((index + 1, lines[index])) }
                index += 1
            }
            guard index < lines.count else { return }
            hasPicture = true
            index += 1
            while index < lines.count, !lines[index].allSatisfy(\.isWhitespace) {
                if lines[index].first != "#" { picture.append((index + 1, lines[index])) }
                index += 1
            }
        }
    }

    private struct SectionReader {
        private let section: Section
        private let file: String
        private let names: GridNames
        var problems: [ImportProblem] = []
        private var sheet = MapSheet(parent: nil)
        /// Letters of the legend, with the line of each.
        private var letters: [Character: Int] = ["~": 0, "=": 0]

        init(_ section: Section, file: String, names: GridNames) {
            self.section = section
            self.file = file
            self.names = names
        }

        private mutating func problem(_ fault: ImportProblem.Fault, _ line: Int, _ column: Int = 1) {
            problems.append(ImportProblem(file: file, place: .line(line, column: column), fault: fault))
        }

        mutating func read() -> MapReading.Drawn? {
            guard section.hasPicture, !section.picture.isEmpty else {
                problem(.map(.noPicture), section.legend.last?.line ?? section.firstLine)
                return nil
            }
            for (line, text) in section.legend { read(setting: text, line) }
            for (line, text) in section.legend { read(legend: text, line) }
            readPicture()
            addUnnamed()
            guard problems.isEmpty else { return nil }
            return MapReading.Drawn(sheet: sheet, place: .line(section.firstLine, column: 1))
        }

        private func parts(_ text: Substring) -> (key: String, value: String, column: Int)? {
            // The key may be 「=」 itself, so the sign that divides is looked for behind it.
            guard let begin = text.firstIndex(where: { !$0.isWhitespace }),
                let sign = text[text.index(after: begin)...].firstIndex(where: { $0 == "=" || $0 == "＝" })
            else { return nil }
            let key = String(String(text[begin..<sign]).trimmed)
            let value = String(String(text[text.index(after: sign)...]).trimmed)
            return (key, value, text.distance(from: text.startIndex, to: text.index(after: sign)) + 2)
        }

        private mutating func read(setting text: Substring, _ line: Int) {
            guard let (key, value, column) = parts(text), key.count > 1 else { return }
            switch key.lowercased() {
            case "上级", "parent":
                switch names.grid(value) {
                case .success(let grid): sheet.parent = grid.id
                case .failure(let wrong): problem(wrong.fault, line, column)
                }
            case "一格", "cell":
                if ["方", "square"].contains(value) {
                    sheet.isSquare = true
                } else if ["字", "letter"].contains(value) {
                    sheet.isSquare = false
                } else {
                    problem(.unknownTerm(CleanText(value), known: ["方", "字"]), line, column)
                }
            default: problem(.map(.notALegend(CleanText(text))), line)
            }
        }

        private mutating func read(legend text: Substring, _ line: Int) {
            guard let (key, value, column) = parts(text) else {
                return problem(.map(.notALegend(CleanText(text))), line)
            }
            guard key.count == 1, let letter = key.first else { return }
            if [".", " ", "#"].contains(letter) { return problem(.map(.letterReserved(key)), line) }
            if let first = letters[letter], first > 0 {
                return problem(.map(.letterTaken(key, firstLine: first)), line)
            }
            letters[letter] = line
            let tokens = value.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let word = tokens.first else { return problem(.empty(key), line, column) }
            let usual: MapSheet.Object.Kind? = letter == "~" ? .water : letter == "=" ? .road : nil
            if let kind = tokens.count > 1 ? ObjectWord.kind(word) ?? usual : usual {
                let rest = ObjectWord.kind(word) != nil && tokens.count > 1 ? Array(tokens.dropFirst()) : tokens
                return add(kind, rest, letter, line, column)
            }
            switch names.grid(word, below: .some(sheet.parent)) {
            case .success(let grid): add(grid, letter, line, column)
            case .failure(let wrong):
                // 「湖东社区 网格」 with a space inside is one name.
                if tokens.count > 1, case .success(let grid) = names.grid(value, below: .some(sheet.parent)) {
                    return add(grid, letter, line, column)
                }
                problem(wrong.fault, line, column)
            }
        }

        private mutating func add(_ grid: Grid, _ letter: Character, _ line: Int, _ column: Int) {
            if grid.parent != sheet.parent {
                let parent = sheet.parent.flatMap { names.ledger.grids[$0]?.name }
                problem(.map(.elsewhere(grid.name, parent: parent)), line, column)
            } else if sheet.places.contains(where: { $0.grid == grid.id }) {
                problem(.map(.gridTwice(grid.name)), line, column)
            } else {
                sheet.places.append(MapSheet.Place(grid: grid.id, form: .letter(String(letter))))
            }
        }

        private mutating func add(
            _ kind: MapSheet.Object.Kind,
            _ tokens: [String],
            _ letter: Character,
            _ line: Int,
            _ column: Int
        ) {
            var name = tokens[0]
            var head: PersonID?
            // 河长 林嘉禾, of a point 值守 林嘉禾
            if let index = tokens.firstIndex(where: {
                $0.count > 1 && $0.count <= 3 && $0.hasSuffix("长") || ["值守", "head"].contains($0)
            }),
                index > 0, index + 1 < tokens.count
            {
                name = tokens[..<index].joined(separator: " ")
                head = names.person(tokens[index + 1])
                if head == nil { problem(.map(.noSuchHead(CleanText(tokens[index + 1]))), line, column) }
            } else {
                name = tokens.joined(separator: " ")
            }
            let form = MapSheet.Form.letter(String(letter))
            sheet.objects.append(MapSheet.Object(kind: kind, name: CleanText(name), head: head, form: form))
        }

        private mutating func readPicture() {
            var unknown: Set<Character> = []
            let columns = section.picture.map(\.text.count).max() ?? 0
            if columns > LetterFile.columnLimit || section.picture.count > LetterFile.rowLimit {
                problem(.map(.pictureTooLarge(columns: columns, rows: section.picture.count)), section.picture[0].line)
                return
            }
            for (line, text) in section.picture {
                for (column, letter) in text.enumerated() where letter != "." && !letter.isWhitespace {
                    if letters[letter] == nil, unknown.insert(letter).inserted {
                        problem(.map(.unknownLetter(String(letter))), line, column + 1)
                    }
                }
                sheet.rows.append(String(text))
            }
        }

        /// Water and road that stand in the picture and not in the legend have no name.
        private mutating func addUnnamed() {
            for (letter, kind) in [("~", MapSheet.Object.Kind.water), ("=", .road)] {
                guard letters[Character(letter)] == 0, sheet.rows.contains(where: { $0.contains(letter) }) else {
                    continue
                }
                sheet.objects.append(MapSheet.Object(kind: kind, name: CleanText(""), form: .letter(letter)))
            }
        }
    }
}
