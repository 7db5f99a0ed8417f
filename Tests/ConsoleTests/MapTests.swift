import Atlas
import Canvas
import Console
import Ledger
import Pictures
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

/// The map of the sample street: as pictures, and walked.
@Suite struct MapTests {
    static let sizes = [(80, 24), (100, 30), (120, 36), (160, 45), (240, 67)]

    @Test(arguments: sizes) func street(width: Int, height: Int) {
        var driver = SampleStreet.driver(width: width, height: height)
        driver.press("2")
        expectPicture(driver.screen, "map-street-\(width)x\(height)", styles: width == 120)
        #expect(driver.screen.strangers == [])
    }

    @Test(arguments: sizes) func community(width: Int, height: Int) {
        var driver = SampleStreet.driver(width: width, height: height)
        driver.press("2", "Home", "Right", "Right", "Enter")
        expectPicture(driver.screen, "map-community-\(width)x\(height)")
        #expect(driver.screen.strangers == [])
    }

    @Test(arguments: sizes) func grid(width: Int, height: Int) {
        var driver = SampleStreet.driver(width: width, height: height)
        driver.press("2", "Home", "Enter", "Home", "Enter")
        expectPicture(driver.screen, "map-grid-\(width)x\(height)")
    }

    /// Lines and patterns where there are no soft grounds; whole cells where there are no half blocks.
    @Test(arguments: [
        ("mono", Repertoire(.rich, hasWashes: false)), ("mono-ascii", Repertoire(.ascii, hasWashes: false)),
        ("wide", Repertoire(.rich, ambiguity: .wide)), ("ascii", .ascii),
    ])
    func otherTerminals(name: String, repertoire: Repertoire) {
        for (width, height) in [(80, 24), (120, 36)] {
            var driver = SampleStreet.driver(width: width, height: height, repertoire)
            driver.press("2")
            expectPicture(driver.screen, "map-\(name)-\(width)x\(height)")
            #expect(driver.screen.strangers == [])
            driver.press("s", "s", "s", "s")
            expectPicture(driver.screen, "map-\(name)-households-\(width)x\(height)")
        }
    }

    @Test(arguments: GridMeasure.allCases.indices) func measures(index: Int) {
        var driver = SampleStreet.driver(width: 120, height: 36)
        driver.press("2")
        for _ in 0..<index { driver.press("s") }
        expectPicture(driver.screen, "map-measure-\(GridMeasure.allCases[index])")
    }

    @Test func english() {
        var driver = SampleStreet.driver(width: 120, height: 36, words: .english)
        driver.press("2")
        expectPicture(driver.screen, "map-english")
    }

    /// No grid and no drawing, and grids without a drawing.
    @Test func empty() {
        var trial = Trial(.founded)
        trial.driver.press("2")
        expectPicture(trial.screen, "map-empty-80x24")
        var ledger = SampleStreet.ledger
        ledger.maps = [:]
        let state = State(
            ledger,
            at: SampleStreet.now,
            words: .chinese,
            actor: .clerk,
            size: Size(width: 120, height: 36)
        )
        var driver = Driver(state)
        driver.press("2")
        expectPicture(driver.screen, "map-tiles-120x36")
    }

    /// 卡口 and 值守点 have a sign of their own, a legend, and a row in the card of where they stand.
    @Test(arguments: [("rich", Repertoire.rich), ("safe", .safe), ("ascii", .ascii)])
    func points(name: String, repertoire: Repertoire) throws {
        var ledger = SampleStreet.ledger
        var sheet = try #require(ledger.maps[MapSheet.street])
        let (width, height) = (sheet.rows[0].count, sheet.rows.count)
        let head = ledger.people.keys.min()
        for (kind, title, column, row) in [
            (MapSheet.Object.Kind.checkpoint, "东门路口卡口", width * 4 / 5, height / 6),
            (.checkpoint, "柳堤南卡口", width * 7 / 8, height * 2 / 3), (.post, "柳堤值守点", width * 4 / 5, height * 2 / 3),
        ] {
            let form = MapSheet.Form.tile(row: row, column: column, rows: 1, columns: 1)
            sheet.objects.append(
                .init(kind: kind, name: CleanText(title), head: kind == .post ? nil : head, form: form)
            )
        }
        ledger.maps[MapSheet.street] = sheet
        var driver = Driver(
            State(ledger, at: SampleStreet.now, words: .chinese, actor: .clerk, size: Size(width: 120, height: 36)),
            repertoire
        )
        driver.press("2")
        expectPicture(driver.screen, "map-points-\(name)")
        #expect(driver.screen.strangers == [])
        #expect(driver.screen.picture.contains("卡口 2"))
        #expect(driver.screen.picture.contains("值守点 1"))
    }

    // MARK: Walking

    /// Of every community, and of ten grids: from each part the arrows lead to every other.
    @Test(arguments: [(80, 24), (120, 36), (240, 67)]) func everyGridFromEveryGrid(width: Int, height: Int) {
        let atlas = Atlas(SampleStreet.ledger)
        let top = atlas.children(of: nil)
        let parents: [GridID?] = [nil] + top.map(Optional.some) + top.compactMap { atlas.children(of: $0).first }
        for parent in parents {
            let chart = atlas.chart(of: parent, width: width - 44, height: (height - 6) * 2)
            let stops = chart.shown.map { id in
                let anchor = chart.anchors[id.label]!
                return Walk.Stop(label: id.label, x: anchor.x, y: anchor.y)
            }
            #expect(stops.count == atlas.children(of: parent).count)
            let walk = Walk(stops, borders: chart.borders)
            for start in stops {
                var seen: Set<Int32> = [start.label]
                var open = [start.label]
                while let label = open.popLast() {
                    for heading in Heading.allCases {
                        if let next = walk.step(from: label, heading), seen.insert(next).inserted { open.append(next) }
                    }
                }
                #expect(seen.count == stops.count, "\(parent?.rawValue ?? 0) from \(start.label)")
            }
        }
    }

    /// Into a community, into a grid, and back the same way.
    @Test func inAndOut() {
        var driver = SampleStreet.driver(width: 120, height: 36)
        driver.press("2", "Home", "Enter")
        #expect(driver.screen.picture.contains("全街道 › 荷塘社区"))
        driver.press("Home", "+")
        #expect(driver.screen.picture.contains("全街道 › 荷塘社区 › 荷花里网格"))
        driver.press("Esc", "-")
        #expect(!driver.screen.picture.contains("全街道 ›"))
        driver.press("Esc")
        #expect(driver.screen.picture.contains("全街道"))
    }

    @Test func mouse() {
        var driver = SampleStreet.driver(width: 120, height: 36)
        driver.press("2")
        func at(_ text: String) -> (Int, Int)? {
            for y in 2..<30 {
                let row = (0..<70).map { driver.screen[$0, y].text }.joined()
                guard let range = row.firstRange(of: text) else { continue }
                return (row[..<range.lowerBound].columns(), y)
            }
            return nil
        }
        let place = at("北岸社区")!
        driver.click(x: place.0, y: place.1)
        driver.click(x: place.0, y: place.1)
        #expect(driver.screen.picture.contains("全街道 › 北岸社区"))
        // The path leads back.
        driver.click(x: 2, y: 1)
        #expect(!driver.screen.picture.contains("全街道 ›"))
    }

    /// Tab goes into the list of the area; there the keys of matters work, and Enter opens the page.
    @Test func fromTheMapToAMatter() {
        var driver = SampleStreet.driver(width: 120, height: 36)
        driver.press("2")
        driver.press("t")
        #expect(driver.state.notice?.text.contains("没有选中事项") == true)
        driver.press("Tab", "Down", "Enter")
        #expect(driver.state.place == .matter)
        driver.press("Esc")
        #expect(driver.state.place == .map)
    }

    /// A grid or a community that was found by name is shown where it lies.
    @Test func fromThePaletteToAGrid() {
        for (typed, seen) in [("荷花里", "全街道 › 荷塘社区"), ("荷塘社区", "荷塘社区")] {
            var driver = SampleStreet.driver(width: 120, height: 36)
            driver.press(":")
            driver.type(typed)
            // The grid is the last kind of answer.
            driver.press("Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Enter")
            #expect(driver.state.place == .map, "\(typed)")
            #expect(driver.screen.picture.contains(seen), "\(typed)")
        }
    }

    @Test func filtered() {
        var driver = SampleStreet.driver(width: 120, height: 36)
        driver.press("2", "/")
        driver.type("消防")
        driver.press("Enter")
        expectPicture(driver.screen, "map-filter-120x36")
        driver.press("Esc", "v")
        expectPicture(driver.screen, "map-trouble-120x36")
    }
}
