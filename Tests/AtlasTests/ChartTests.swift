import Atlas
import Ledger
import Samples
import Testing
import Text

@Suite struct ChartTests {
    /// The labels of a chart as letters: A is grid 1; `~` is an object, `.` outside.
    static func picture(_ grid: LabelGrid) -> String {
        (0..<grid.height).map { y in
            (0..<grid.width).map { x in
                let label = grid[x, y]
                return label == 0 ? "." : label < 0 ? "~" : String(UnicodeScalar(UInt8(64 + label)))
            }
            .joined()
        }
        .joined(separator: "\n")
    }

    @Test func lettersKeepTheirShape() {
        let street = Street([0, 0]).drawn("AB\nAB", of: [1, 2])
        let chart = Atlas(street.ledger).chart(of: nil, width: 6, height: 6)
        let row = "AAABBB"
        #expect(Self.picture(chart.grid) == [row, row, row, row, row, row].joined(separator: "\n"))
        #expect(chart.unplaced.isEmpty)
        #expect(!chart.isSketch)
    }

    /// Whatever was drawn below a community lies exactly in its shape: neighbours share the border of the level above.
    @Test func levelsNest() {
        let street = Street([3, 0]).drawn("AAAABBBB\nAAAABBBB\nAAABBBBB\nAAABBBBB", of: [1, 2])
            .drawn("AB\nCC", of: [3, 4, 5], parent: 1)
        let atlas = Atlas(street.ledger)
        let whole = atlas.chart(of: nil, width: 16, height: 8, opens: true)
        let inner = whole.inner!
        for index in whole.grid.labels.indices {
            let (outer, part) = (whole.grid.labels[index], inner.labels[index])
            #expect((outer == 1) == [3, 4, 5].contains(part))
            #expect(outer != 2 || part == 2)
        }
        let opened = atlas.chart(of: 1, width: 20, height: 10)
        #expect(opened.shown == [3, 4, 5])
        // The neighbour is seen, too.
        #expect(opened.grid.labels.contains(2))
        #expect(Set(opened.grid.labels).isDisjoint(with: [1]))
    }

    /// Nobody drew the parts: they fill the shape, each with about the same room.
    @Test(arguments: [1, 2, 3, 7, 12, 30]) func sketchesFillTheShape(count: Int) {
        let street = Street([count, 0]).drawn("AAAAB\nAAAAB\nAABBB", of: [1, 2])
        let chart = Atlas(street.ledger).chart(of: 1, width: 60, height: 40)
        #expect(chart.isSketch)
        #expect(chart.shown.count == count)
        let sizes = chart.shown.map { chart.anchors[Int32($0.rawValue)]!.size }
        #expect(sizes.max()! <= sizes.min()! * 2 + 8, "\(sizes)")
        #expect(!chart.grid.labels.contains(1))
    }

    @Test func withoutAnyDrawingThereAreTiles() {
        let chart = Atlas(Street([0, 0, 0, 0, 0]).ledger).chart(of: nil, width: 40, height: 20)
        #expect(chart.isSketch)
        #expect(chart.shown.map(\.rawValue) == [1, 2, 3, 4, 5])
        #expect(!chart.grid.labels[20 * 10 + 4..<20 * 10 + 36].contains(0))
    }

    @Test func whatHasNoPlaceIsNamed() {
        let street = Street([0, 0, 0]).drawn("AB", of: [1, 2])
        let chart = Atlas(street.ledger).chart(of: nil, width: 10, height: 6)
        #expect(chart.shown == [1, 2])
        #expect(chart.unplaced == [3])
    }

    /// An unplaced community can be opened all the same.
    @Test func whatHasNoPlaceCanBeOpened() {
        let street = Street([0, 4]).drawn("A", of: [1])
        let chart = Atlas(street.ledger).chart(of: 2, width: 20, height: 10)
        #expect(chart.shown.count == 4)
    }

    /// A road one cell thin survives being made small.
    @Test(arguments: [6, 10, 20, 33]) func roadsStayWhole(width: Int) {
        var street = Street([0, 0])
        let rows = (0..<40).map {
            $0 == 19 ? String(repeating: "=", count: 60) : String(repeating: $0 < 19 ? "A" : "B", count: 60)
        }
        var sheet = MapSheet(parent: nil, rows: rows)
        sheet.places = [.init(grid: 1, form: .letter("A")), .init(grid: 2, form: .letter("B"))]
        sheet.objects = [.init(kind: .road, name: "湖滨大道", form: .letter("="))]
        street.ledger.maps[MapSheet.street] = sheet
        let chart = Atlas(street.ledger).chart(of: nil, width: width, height: width * 2 / 3)
        let columns = (0..<width).filter { x in
            let column = (0..<chart.grid.height).map { chart.grid[x, $0] }
            return column.contains(1) && column.contains(2)
        }
        #expect(!columns.isEmpty)
        for x in columns {
            #expect((0..<chart.grid.height).contains { chart.grid[x, $0] < 0 }, "column \(x)")
        }
    }

    @Test func tilesCoverTheirRectangles() {
        var street = Street([0, 0, 0])
        var sheet = MapSheet(parent: nil)
        sheet.places = [
            .init(grid: 1, form: .tile(row: 1, column: 1, rows: 2, columns: 1)),
            .init(grid: 2, form: .tile(row: 1, column: 2, rows: 1, columns: 1)),
            .init(grid: 3, form: .tile(row: 2, column: 2, rows: 1, columns: 1)),
        ]
        street.ledger.maps[MapSheet.street] = sheet
        let chart = Atlas(street.ledger).chart(of: nil, width: 8, height: 8)
        #expect(chart.anchors[1]!.size == chart.anchors[2]!.size + chart.anchors[3]!.size)
    }

    /// Outlines with a hole and in two parts: inside by the even-odd rule, and borders shared to the sample.
    @Test func outlinesShareTheirBorders() {
        func square(_ x: Int, _ y: Int, _ size: Int) -> [Outline.Point] {
            [(x, y), (x + size, y), (x + size, y + size), (x, y + size)].map { Outline.Point(x: $0.0, y: $0.1) }
        }
        var street = Street([0, 0, 0])
        var sheet = MapSheet(parent: nil, survey: .metres)
        sheet.places = [
            .init(grid: 1, form: .area(Outline([square(0, 0, 100), square(40, 40, 20)]))),
            .init(grid: 2, form: .area(Outline([square(40, 40, 20), square(110, 0, 40)]))),
            .init(grid: 3, form: .area(Outline([square(100, 40, 60)]))),
        ]
        street.ledger.maps[MapSheet.street] = sheet
        let chart = Atlas(street.ledger).chart(of: nil, width: 64, height: 40)
        #expect(chart.shown == [1, 2, 3])
        let ring = chart.anchors[1]!
        // The hole belongs to the other one.
        #expect(chart.grid[ring.left + (ring.right - ring.left) / 2, ring.top + (ring.bottom - ring.top) / 2] == 2)
        #expect(chart.borders[1]?[2] ?? 0 > 0)
        #expect(chart.borders[1]?[3] ?? 0 > 0)
    }

    /// Outlines of the smallest grids alone: a community is where its grids are.
    @Test func partsMakeTheWhole() {
        func square(_ x: Int, _ y: Int) -> Outline {
            Outline([[(x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10)].map { Outline.Point(x: $0.0, y: $0.1) }])
        }
        var street = Street([2, 1])
        var first = MapSheet(parent: 1, survey: .degrees)
        first.places = [.init(grid: 3, form: .area(square(0, 0))), .init(grid: 4, form: .area(square(0, 10)))]
        var second = MapSheet(parent: 2, survey: .degrees)
        second.places = [.init(grid: 5, form: .area(square(10, 0)))]
        street.ledger.maps = [1: first, 2: second]
        let atlas = Atlas(street.ledger)
        let whole = atlas.chart(of: nil, width: 20, height: 20)
        #expect(whole.shown == [1, 2])
        #expect(whole.anchors[1]!.size > whole.anchors[2]!.size)
        #expect(atlas.chart(of: 1, width: 20, height: 20).shown == [3, 4])
    }

    @Test func outlinesAreReadAsWritten() {
        let rings = [
            [Outline.Point(x: 114_123_456, y: 22_654_321), .init(x: 114_123_457, y: 22_654_300), .init(x: -5, y: 0)],
            [Outline.Point(x: 0, y: 0)],
        ]
        #expect(Outline(rings).rings == rings)
        #expect(Outline(text: "*()&").rings == [])
    }

    /// A point stands where its letter or tile is; what it stands in has no hole there.
    @Test func points() {
        var street = Street([0, 0]).drawn("AAAkBB\nAAAABB\nAAAABB", of: [1, 2])
        street.ledger.maps[MapSheet.street]?.objects = [
            .init(kind: .checkpoint, name: "东堤卡口", form: .letter("k")),
            .init(kind: .post, name: "柳堤亭", form: .tile(row: 3, column: 6, rows: 1, columns: 1)),
        ]
        let atlas = Atlas(street.ledger)
        let chart = atlas.chart(of: nil, width: 60, height: 30)
        #expect(atlas.objects == [])
        #expect(chart.points.map(\.object.name) == ["东堤卡口", "柳堤亭"])
        #expect(chart.points.map(\.label) == [1, 2])
        #expect(chart.points[0].x < chart.points[1].x)
        #expect(chart.points[0].y < chart.points[1].y)
        // 卡口 and 值守点 cover nothing.
        #expect(!chart.grid.labels.contains { $0 < 0 })
        let size = chart.anchors[1]?.size ?? 0
        #expect(size > chart.grid.labels.count / 2)
    }

    /// A part sixty kilometres away is drawn beside the rest, in its own shape.
    @Test func whatLiesFarAwayIsMovedNear() throws {
        func square(_ x: Int, _ y: Int) -> MapSheet.Form {
            .area(
                Outline([[(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)].map { .init(x: x + $0.0, y: y + $0.1) }])
            )
        }
        var ledger = Street([0, 0, 0]).ledger
        ledger.maps[MapSheet.street] = MapSheet(
            parent: nil,
            survey: .metres,
            places: [
                .init(grid: 1, form: square(0, 0)), .init(grid: 2, form: square(10_000, 0)),
                .init(grid: 3, form: square(600_000, 400_000)),
            ]
        )
        let chart = Atlas(ledger).chart(of: nil, width: 90, height: 60)
        #expect(chart.isSqueezed)
        let sizes = try [1, 2, 3].map { try #require(chart.anchors[$0]).size }
        #expect(sizes.allSatisfy { $0 > 300 }, "\(sizes)")
        let (near, far) = (try #require(chart.anchors[2]), try #require(chart.anchors[3]))
        #expect(far.x > near.x && far.y < near.y)
        ledger.maps[MapSheet.street]?.places.removeLast()
        #expect(!Atlas(ledger).chart(of: nil, width: 90, height: 60).isSqueezed)
    }
}
