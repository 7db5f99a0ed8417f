import Exchange
import Journal
import Ledger
import Testing
import Text
import Words

/// Files that draw the map, right and wrong. The ledger has 荷塘 and 柳堤 on the first level, and 柳岸 and 柳荫 below 柳堤.
@Suite struct MapFileTests {
    private let desk: Desk
    private let ledger: Ledger

    init() throws {
        desk = try Desk()
        var ledger = desk.journal.load(.reference).ledger
        func add(_ id: Int, _ code: String, _ name: String, _ level: Int, _ parent: GridID?) {
            let grid = Grid(id: GridID(id), code: CleanText(code), name: CleanText(name), level: level, parent: parent)
            ledger.grids[grid.id] = grid
        }
        add(2, "WH-01", "荷塘社区网格", 1, nil)
        add(3, "WH-10-01", "柳岸网格", 2, GridID(1))
        add(4, "WH-10-02", "柳荫网格", 2, GridID(1))
        self.ledger = ledger
    }

    private func read(_ name: String, _ text: String, _ options: MapFile.Options = .init()) throws -> MapReading {
        try desk.write(name, text)
        return MapFile.read(path: "\(desk.folder)/\(name)", options: options, ledger: ledger)
    }

    /// `3:5 fault`.
    private func faults(_ reading: MapReading) -> [String] {
        reading.problems.map { problem in
            switch problem.place {
            case .file: "file \(problem.fault)"
            case .row(let row): "\(row) \(problem.fault)"
            case .cell(let row, let column): "\(row)\(column.letter) \(problem.fault)"
            case .line(let line, let column): "\(line):\(column) \(problem.fault)"
            }
        }
    }

    // MARK: Points

    /// 卡口 and 值守点, in each of the three ways.
    @Test func pointsOfLetters() throws {
        let reading = try read(
            "图.txt",
            """
            A = WH-01
            B = WH-10
            k = 卡口 东堤路口卡口 值守 裴文度
            z = 值守点 柳堤亭
            ---
            AAAkBB
            AAzBBB
            """
        )
        #expect(faults(reading) == [])
        #expect(
            reading.sheets[0].sheet.objects == [
                .init(kind: .checkpoint, name: "东堤路口卡口", head: PersonID(1), form: .letter("k")),
                .init(kind: .post, name: "柳堤亭", form: .letter("z")),
            ]
        )
    }

    @Test func pointsOfTiles() throws {
        let reading = try read(
            "图.csv",
            "编码,名称,行,列,行数,列数,类别,负责人\nWH-01,,1,1,4,4,,\nWH-10,,1,5,4,4,,\n,东堤路口,2,4,,,卡口,裴文度\n"
        )
        #expect(faults(reading) == [])
        #expect(
            reading.sheets[0].sheet.objects == [
                .init(
                    kind: .checkpoint,
                    name: "东堤路口",
                    head: PersonID(1),
                    form: .tile(row: 2, column: 4, rows: 1, columns: 1)
                )
            ]
        )
    }

    @Test func pointsOfOutlines() throws {
        func feature(_ type: String, _ coordinates: String, _ properties: String) -> String {
            #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
        }
        let square = "[[[114.0,22.0],[114.01,22.0],[114.01,22.01],[114.0,22.01],[114.0,22.0]]]"
        let features = [
            feature("Polygon", square, #""code":"WH-01""#),
            feature("Point", "[114.005,22.002]", #""name":"东堤卡口""#),
            feature("Point", "[114.007,22.004]", #""name":"柳堤亭","kind":"值守点""#),
            feature("Point", "[114.008,22.004]", #""name":"WH-01""#),
        ]
        let reading = try read(
            "图.geojson",
            #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        )
        #expect(faults(reading) == [])
        let objects = reading.sheets[0].sheet.objects
        #expect(objects.map(\.kind) == [.checkpoint, .post])
        #expect(objects.map(\.name) == ["东堤卡口", "柳堤亭"])
        guard case .line(let outline)? = objects.first?.form else {
            Issue.record("no point")
            return
        }
        #expect(outline.rings.map(\.count) == [1])
        // A point that is a grid says where it is, and not how large: it is left out, and said to be.
        #expect(reading.notes.contains(.pointsSkipped(1)))
    }

    // MARK: Letters

    @Test func letters() throws {
        let reading = try read(
            "图.txt",
            """
            # 望湖街道
            A = WH-01 荷塘社区
            B = 柳堤社区
            ~ = 湖 镜湖 湖长 裴文度
            r = 河 柳溪河
            ---
            AAA~~BB
            AAr~~BB

            上级 = WH-10
            甲 = WH-10-01
            乙 = 柳荫
            ---
            甲甲乙
            """
        )
        #expect(faults(reading) == [])
        #expect(reading.notes == [])
        let street = reading.sheets[0].sheet
        #expect(street.parent == nil)
        #expect(street.rows == ["AAA~~BB", "AAr~~BB"])
        #expect(
            street.places == [.init(grid: GridID(2), form: .letter("A")), .init(grid: GridID(1), form: .letter("B"))]
        )
        #expect(
            street.objects == [
                .init(kind: .water, name: "镜湖", head: PersonID(1), form: .letter("~")),
                .init(kind: .water, name: "柳溪河", form: .letter("r")),
            ]
        )
        #expect(reading.sheets[1].sheet.parent == GridID(1))
        #expect(reading.sheets[1].sheet.places.map(\.grid.rawValue) == [3, 4])
    }

    @Test(arguments: [
        ("A = 月亮社区\n---\nA", "1:5", "unknownGrid"), ("A = WH-01\nA = WH-10\n---\nA", "2:1", "letterTaken"),
        ("A = WH-01\n---\nAAX\nX", "3:3", "unknownLetter"), ("A = WH-01\n", "1:1", "noPicture"),
        ("A = WH-10-01\n---\nA", "1:5", "elsewhere"), ("A WH-01\n---\nA", "1:1", "notALegend"),
        ("A = WH-01\nB = WH-01\n---\nAB", "2:5", "gridTwice"), ("上级 = 月亮\nA = WH-01\n---\nA", "1:6", "unknownGrid"),
        ("~ = 湖 镜湖 湖长 某某\nA = WH-01\n---\nA~", "1:5", "noSuchHead"), (". = WH-01\n---\n.", "1:1", "letterReserved"),
        ("A = WH-01\n---\nA\n\nA = WH-10\n---\nA", "5:1", "sectionTwice"),
    ])
    func badLetters(text: String, place: String, fault: String) throws {
        let reading = try read("图.txt", text.contains("---") ? text : text + "---\n")
        let first = try #require(faults(reading).first)
        #expect(first.hasPrefix(place) && first.contains(fault), "\(first)")
        for problem in reading.problems {
            for words in [Words.chinese, .english] { #expect(!words.sentence(problem, in: ledger).isEmpty) }
        }
    }

    @Test func whatIsNotDrawnIsNamed() throws {
        let reading = try read("图.txt", "A = WH-01\n---\nAA")
        #expect(reading.notes == [.withoutPlace(parent: nil, grids: ["柳堤社区网格"], of: 2)])
    }

    // MARK: Tiles

    @Test(arguments: [
        "code,name,row,col,rows,cols\nWH-01,,1,1,2,1\n,柳堤社区,1,2,,", "编码,名称,行,列,行数,列数\nWH-01,荷塘,1,1,2,1\nWH-10,,1,2,1,1",
    ])
    func tiles(text: String) throws {
        let reading = try read("图.csv", text)
        #expect(faults(reading) == [])
        #expect(
            reading.sheets[0].sheet.places == [
                .init(grid: GridID(2), form: .tile(row: 1, column: 1, rows: 2, columns: 1)),
                .init(grid: GridID(1), form: .tile(row: 1, column: 2, rows: 1, columns: 1)),
            ]
        )
    }

    @Test(arguments: [
        ("WH-01,1,x", "2C", "notATile"), ("WH-01,0,1", "2B", "notATile"), ("WH-99,1,1", "2A", "unknownGrid"),
        ("WH-01,1,1\nWH-10,1,1", "3B", "tilesOverlap"), ("WH-01,1,1\nWH-01,2,1", "3A", "gridTwice"),
        (",1,1", "2A", "empty"),
        ("WH-01,999999,1", "2B", "notATile"),
    ])
    func badTiles(rows: String, place: String, fault: String) throws {
        let first = try #require(faults(read("图.csv", "编码,行,列\n" + rows)).first)
        #expect(first.hasPrefix(place) && first.contains(fault), "\(first)")
    }

    // MARK: GeoJSON

    static func feature(_ properties: String, _ geometry: String) -> String {
        "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
    }

    static func collection(_ features: String...) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}"
    }

    static func square(_ x: Double, _ y: Double, _ size: Double = 0.01) -> String {
        "{\"type\":\"Polygon\",\"coordinates\":[[[\(x),\(y)],[\(x + size),\(y)],[\(x + size),\(y + size)],[\(x),\(y + size)],[\(x),\(y)]]]}"
    }

    @Test func outlines() throws {
        let reading = try read(
            "图.geojson",
            Self.collection(
                Self.feature("\"wgbh\":\"WH-01\"", Self.square(114.1, 22.6)),
                Self.feature("\"wgmc\":\"柳堤社区\"", Self.square(114.11, 22.6)),
                Self.feature("\"name\":\"柳岸网格\"", Self.square(114.11, 22.6, 0.005)),
                Self.feature(
                    "\"name\":\"湖滨大道\"",
                    "{\"type\":\"LineString\",\"coordinates\":[[114.1,22.605],[114.12,22.605]]}"
                ),
                Self.feature("\"name\":\"卡口\"", "{\"type\":\"Point\",\"coordinates\":[114.1,22.605]}")
                    .replacing("卡口", with: "镜湖")
            )
        )
        #expect(faults(reading) == [])
        #expect(reading.sheets.map(\.sheet.parent?.rawValue) == [nil, 1])
        #expect(reading.sheets.allSatisfy { $0.sheet.survey == .degrees })
        #expect(reading.sheets[0].sheet.places.map(\.grid.rawValue) == [2, 1])
        #expect(reading.sheets[0].sheet.objects.map(\.kind) == [.road])
        #expect(reading.notes == [.pointsSkipped(1), .withoutPlace(parent: "柳堤社区网格", grids: ["柳荫网格"], of: 2)])
        guard case .area(let outline) = reading.sheets[0].sheet.places[0].form else { return #expect(Bool(false)) }
        #expect(outline.rings[0][0] == Outline.Point(x: 114_100_000, y: 22_600_000))
        #expect(outline.rings[0].count == 4)
    }

    @Test func swappedAndProjected() throws {
        let swapped = try read(
            "图.geojson",
            Self.collection(Self.feature("\"code\":\"WH-01\"", Self.square(22.6, 114.1)))
        )
        #expect(swapped.notes.contains(.swapped))
        guard case .area(let outline) = swapped.sheets[0].sheet.places[0].form else { return #expect(Bool(false)) }
        #expect(outline.rings[0][0] == Outline.Point(x: 114_100_000, y: 22_600_000))

        let projected = try read(
            "图.geojson",
            Self.collection(Self.feature("\"code\":\"WH-01\"", Self.square(2_500_000, 510_000, 800)))
        )
        #expect(projected.notes.contains(.projected) && projected.notes.contains(.northFirst))
        #expect(projected.sheets[0].sheet.survey == .metres)
    }

    @Test(arguments: [
        ("{\"type\":\"FeatureCollection\",\"features\":[]}", "1:40", "noFeatures"),
        ("{\"type\":\"Topology\"}", "1:9", "notGeoJSON"),
        ("{\"type\":", "1:9", "endsEarly"), ("{\"type\":\"Feature\",}", "1:19", "unexpected"),
        ("{\"a\":01}", "1:6", "notANumber"),
        ("{\"a\":1e999}", "1:6", "notANumber"), ("[" + String(repeating: "[", count: 100_000), "1:65", "tooDeep"),
        ("{\"a\":\"\u{1}\"}", "1:7", "unexpected"),
        (collection(feature("", square(114, 22))), "2:32", "noLabel"),
        (collection(feature("\"name\":\"月亮社区\"", square(114, 22))), "2:40", "unknownGrid"),
        (
            collection(feature("\"code\":\"WH-01\"", "{\"type\":\"Polygon\",\"coordinates\":[[[114,22],[114,23]]]}")),
            "2:93", "shortRing"
        ),
        (
            collection(feature("\"code\":\"WH-01\"", "{\"type\":\"Polygon\",\"coordinates\":[[[\"x\",22]]]}")), "2:94",
            "notAPosition"
        ),
        (collection(feature("\"code\":\"WH-01\"", "{\"type\":\"Circle\",\"coordinates\":[]}")), "2:91", "notAGeometry"),
        (
            collection(
                feature("\"code\":\"WH-01\"", square(114, 22)),
                feature("\"code\":\"WH-10\"", square(510_000, 2_500_000))
            ),
            "3:1", "mixedSystems"
        ),
        (
            collection(feature("\"code\":\"WH-01\"", square(114, 22)), feature("\"code\":\"WH-10\"", square(0, 0))),
            "3:1", "farApart"
        ),
        (collection(feature("\"code\":\"WH-01\"", square(250, 250))), "2:1", "outOfRange"),
    ])
    func badGeoJSON(text: String, place: String, fault: String) throws {
        let reading = try read("图.geojson", text)
        let first = try #require(faults(reading).first)
        #expect(first.hasPrefix("\(place) ") && first.contains(fault), "\(first)")
        for problem in reading.problems {
            for words in [Words.chinese, .english] { #expect(!words.sentence(problem, in: ledger).isEmpty) }
        }
    }

    /// What the files of several drawing programs hold, and what is said of it.
    @Test(arguments: [
        (collection(feature("\"NAME\":\"柳堤\"", square(114, 22))), "withoutPlace(parent: nil, grids: [荷塘社区网格], of: 2)"),
        (collection(feature("\"所属\":\"柳堤社区\",\"面积\":3", square(114, 22))), "withoutPlace"),
        (collection(feature("\"id\":7,\"name\":\"荷塘社区\"", square(114, 22))), "withoutPlace"),
        (
            collection(
                feature(
                    "\"name\":\"荷塘社区\"",
                    "{\"type\":\"LineString\",\"coordinates\":[[114,22],[114.1,22],[114.1,22.1],[114,22]]}"
                )
            ), "withoutPlace"
        ),
        (
            collection(
                feature("\"name\":\"荷塘社区\"", square(114, 22)),
                feature("\"name\":\"柳堤社区\"", "null")
            ), "withoutShape([柳堤社区网格])"
        ),
        (
            collection(
                feature("\"name\":\"荷塘社区\"", square(114, 22)),
                feature(
                    "\"name\":\"柳堤社区\"",
                    "{\"type\":\"Polygon\",\"coordinates\":[[[114,22],[114,22],[114,22],[114,22]]]}"
                )
            ), "withoutShape([柳堤社区网格])"
        ),
    ])
    func unusualGeoJSON(text: String, note: String) throws {
        let reading = try read("图.geojson", text)
        #expect(faults(reading) == [])
        #expect(reading.sheets.first?.sheet.places.isEmpty == false)
        #expect(reading.notes.contains { "\($0)".contains(note) }, "\(reading.notes)")
    }

    @Test(arguments: [
        (collection(feature("\"code\":null", square(114, 22))), "2:40", "emptyLabel(\"code\")"),
        (
            collection(feature("\"a\":1", square(114, 22)), feature("\"a\":2", square(114, 22))), "2:32",
            "noLabel([\"a\"], features: 2)"
        ),
        (collection(feature("\"code\":\"WH-01\",\"name\":\"柳堤社区\"", square(114, 22))), "2:55", "codeAndName"),
        (
            collection(feature("\"code\":\"WH-01\"", "{\"type\":\"Point\",\"coordinates\":[114,22]}")), "1:1",
            "onlyPoints(1)"
        ),
        (
            collection(
                feature("\"code\":\"WH-01\"", square(114, 22)),
                feature("\"code\":\"WH-10\"", square(22, 114))
            ), "3:1", "mixedOrder"
        ),
        (
            collection(feature("\"name\":\"东口卡口\"", "{\"type\":\"Point\",\"coordinates\":[114,22]}")), "1:1",
            "objectsAlone(1)"
        ),
    ])
    func mistakenGeoJSON(text: String, place: String, fault: String) throws {
        let reading = try read("图.geojson", text)
        #expect(faults(reading).count == 1)
        let first = try #require(faults(reading).first)
        #expect(first.hasPrefix("\(place) ") && first.contains(fault), "\(first)")
    }

    @Test func otherEncodings() throws {
        let text = Self.collection(Self.feature("\"name\":\"荷塘社区\"", Self.square(114, 22)))
        let plain = try read("图.geojson", text).sheets
        #expect(plain.count == 1)
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        for bytes in [Array("\u{FEFF}\(text)".utf8), wide] {
            try desk.write("另.geojson", bytes)
            #expect(MapFile.read(path: "\(desk.folder)/另.geojson", ledger: ledger).sheets == plain)
        }
        // 荷塘社区 in GB18030.
        let name: [UInt8] = [0xBA, 0xC9, 0xCC, 0xC1, 0xC9, 0xE7, 0xC7, 0xF8]
        let parts = text.split(separator: "荷塘社区").map { Array($0.utf8) }
        try desk.write("国标.geojson", parts[0] + name + parts[1])
        #expect(MapFile.read(path: "\(desk.folder)/国标.geojson", ledger: ledger).sheets == plain)
    }

    /// Points and roads alone come to what is drawn, and never in its place.
    @Test func objectsComeToTheMap() throws {
        let point = Self.feature("\"name\":\"东口卡口\"", "{\"type\":\"Point\",\"coordinates\":[114.005,22.005]}")
        let drawn = try read(
            "图.geojson",
            Self.collection(
                Self.feature("\"name\":\"荷塘社区\"", Self.square(114, 22)),
                Self.feature("\"name\":\"镜湖\"", Self.square(114.1, 22)),
                point
            )
        )
        var ledger = ledger
        ledger.maps[MapSheet.street] = drawn.sheets[0].sheet
        let moved = point.replacing("114.005", with: "114.006")
        let other = point.replacing("东口", with: "西口")
        try desk.write("点.geojson", Self.collection(moved, other))
        let added = MapFile.read(path: "\(desk.folder)/点.geojson", ledger: ledger)
        #expect(faults(added) == [])
        #expect(added.notes.contains(.objectsAdded(2)))
        let sheet = try #require(added.sheets.first?.sheet)
        #expect(sheet.places == drawn.sheets[0].sheet.places)
        #expect(sheet.objects.map(\.name) == ["镜湖", "东口卡口", "西口卡口"])
        #expect(sheet.objects[1] != drawn.sheets[0].sheet.objects[1])
        // A picture of letters has no coordinates.
        ledger.maps[MapSheet.street] = try read("图.txt", "A = WH-01\n---\nA").sheets[0].sheet
        #expect(
            faults(MapFile.read(path: "\(desk.folder)/点.geojson", ledger: ledger)) == [
                "1:1 map(Exchange.MapFault.noCoordinates(2))"
            ]
        )
    }

    @Test func namedProperties() throws {
        let text = Self.collection(Self.feature("\"地块\":\"柳堤社区\",\"name\":\"x\"", Self.square(114, 22)))
        #expect(try faults(read("图.geojson", text, .init(nameProperty: "地块"))) == [])
        let wrong = try read("图.geojson", text, .init(nameProperty: "wgmc"))
        #expect(wrong.problems.map(\.fault) == [.map(.noProperty("wgmc", known: ["地块", "name"]))])
    }

    // MARK: Into the ledger

    /// The drawing is an event; a second import changes nothing, and what was drawn can be taken away.
    @Test func intoTheLedger() throws {
        try desk.write("地图.txt", "B = WH-10\n---\nBB")
        #expect(try desk.run().counts("地图.txt") == [1, 1, 0, 0])
        #expect(try desk.run().counts("地图.txt") == [1, 0, 1, 0])
        let context = Context(actor: Desk.actor, now: Desk.now)
        #expect(desk.journal.load(.atHand).ledger.maps[MapSheet.street]?.rows == ["BB"])
        try desk.journal.perform(.drawMap(MapSheet(parent: nil)), by: context)
        #expect(desk.journal.load(.atHand).ledger.maps == [:])
        #expect(try desk.journal.verify().isSound)
        // What was taken away by hand does not come back with the next import of the folder.
        #expect(try desk.run().counts("地图.txt") == [1, 0, 1, 0])
    }

    @Test func wrongSheetsAreRefused() throws {
        let context = Context(actor: Desk.actor, now: Desk.now)
        let below = MapSheet(parent: GridID(1), places: [.init(grid: GridID(1), form: .letter("A"))])
        #expect(throws: JournalError.refused(.gridElsewhere(GridID(1), parent: GridID(1)))) {
            try desk.journal.perform(.drawMap(below), by: context)
        }
        #expect(throws: JournalError.refused(.unknownGrid(GridID(9)))) {
            try desk.journal.perform(.drawMap(MapSheet(parent: GridID(9))), by: context)
        }
    }
}
