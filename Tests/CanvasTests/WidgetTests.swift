import Canvas
import Pictures
import Testing
import Text

@Suite struct BarTests {
    @Test(arguments: [
        (Bar(done: 64, planned: 80, total: 80), Bar.Form.owed, "━━━━━━╍╍"),
        (Bar(done: 1, total: 1000), .owed, "━───────"),
        (Bar(done: 999, planned: 999, total: 1000), .owed, "━━━━━━━─"),
        (Bar(done: 0, planned: 0, total: 80), .owed, "────────"),
        (Bar(done: 0, planned: 40, total: 80), .owed, "╍╍╍╍────"),
        (Bar(done: 80, planned: 80, total: 80), .owed, "━━━━━━━━"),
        (Bar(done: 90, planned: 80, total: 80), .owed, "━━━━━━━━"),
        (Bar(done: 0, total: 0), .owed, "────────"),
        (Bar(done: 61, planned: 83, total: 100), .plan, "━━━━──│─"),
        (Bar(done: 98, planned: 90, total: 100), .plan, "━━━━━━━│"),
        (Bar(done: 30, planned: 100, total: 100), .plan, "━━─────│"),
        (Bar(done: 5_000_000_000_000_000, planned: nil, total: 9_000_000_000_000_000), .plan, "━━━━────"),
    ])
    func drawn(bar: Bar, form: Bar.Form, expected: String) {
        let canvas = Canvas(width: 8, height: 1)
        canvas.put(bar, form, x: 0, y: 0, width: 8, light: .orange)
        #expect(canvas.picture == expected + "\n")
    }

    @Test func safeFormAndInks() {
        let canvas = Canvas(width: 8, height: 2, .safe)
        canvas.put(Bar(done: 4, planned: 6, total: 8), .owed, x: 0, y: 0, width: 8, light: .red)
        canvas.put(Bar(done: 4, planned: 6, total: 8), .plan, x: 0, y: 1, width: 8, light: .red)
        #expect(canvas.picture == "====::--\n====--|-\n")
        #expect((0..<8).map { canvas[$0, 0].style.ink } == [.bar, .bar, .bar, .bar, .red, .red, .faint, .faint])
        #expect((0..<8).map { canvas[$0, 1].style.ink } == [.red, .red, .red, .red, .faint, .faint, .title, .faint])
    }
}

@Suite struct TrendTests {
    @Test(arguments: [
        ([0, 1, 2, 3, 4, 5], "▁▂▃▄▅▆"), ([0, 0, 0], "▁▁▁"), ([1, 100], "▂▆"), ([], ""), ([7], "▆"),
    ])
    func shape(values: [Int], expected: String) {
        #expect(Trend(values).glyphs.map { $0.form(in: .rich) }.joined() == expected)
    }

    /// With the height for it the same values fill rows from the lowest up.
    @Test func inRows() {
        let canvas = Canvas(width: 5, height: 3, .rich)
        canvas.put(Trend([0, 1, 10, 14, 21]), x: 0, y: 2, width: 5, height: 3, newest: .red)
        #expect(canvas.picture == "    █\n  ▃██\n▁▁███\n")
        #expect((0..<3).allSatisfy { canvas[4, $0].style.ink == .red })
        #expect(canvas[3, 2].style.ink == .faint)
    }

    @Test(arguments: [Repertoire.safe, .ascii, Repertoire(.rich, hasFaintInk: false)])
    func numbersWhereSignsWouldNotDo(repertoire: Repertoire) {
        let canvas = Canvas(width: 9, height: 1, repertoire)
        canvas.put(Trend([4, 6, 3, 12, 5]), x: 0, y: 0, width: 9, newest: .red)
        #expect(canvas.picture == " 6 3 12 5\n")
    }
}

@Suite struct ScrollWindowTests {
    @Test(arguments: [
        // first, selected, count, rows → first
        (0, 3, 10, 20, 0), (0, 8, 100, 10, 0), (0, 9, 100, 10, 5), (5, 5, 100, 10, 0), (50, 50, 100, 10, 45),
        (0, 99, 100, 10, 90), (90, 0, 100, 10, 0), (95, 99, 100, 10, 90), (0, 1, 3, 1, 1), (0, 40, 100, 10, 32),
        (7, 3, 5, 0, 0),
    ])
    func follows(first: Int, selected: Int, count: Int, rows: Int, expected: Int) {
        let window = ScrollWindow(first: first).showing(selected, of: count, rows: rows)
        #expect(window == ScrollWindow(first: expected))
    }

    /// Walking through a list never loses the bar, and moves the rows seldom.
    @Test(arguments: [1, 2, 3, 10, 33]) func neverLosesTheBar(rows: Int) {
        var window = ScrollWindow()
        var jumps = 0
        for selected in Array(0..<100) + Array((0..<100).reversed()) {
            let next = window.showing(selected, of: 100, rows: rows)
            #expect(next.visible(of: 100, rows: rows).contains(selected))
            if next != window { jumps += 1 }
            window = next
        }
        #expect(window.first == 0)
        if rows >= 10 { #expect(jumps <= 2 * (100 / (rows / 2) + 1)) }
    }

    @Test(
        arguments: [
            (0, 100, 10, 0..<1), (1, 100, 10, 1..<2), (90, 100, 10, 9..<10), (89, 100, 10, 8..<9), (0, 12, 10, 0..<8),
            (2, 12, 10, 2..<10), (1, 12, 10, 1..<9),
        ] as [(Int, Int, Int, Range<Int>?)]
    )
    func thumb(first: Int, count: Int, rows: Int, expected: Range<Int>?) {
        #expect(ScrollWindow(first: first).thumb(of: count, rows: rows) == expected)
    }

    @Test func noThumbWhereNothingScrolls() {
        #expect(ScrollWindow().thumb(of: 10, rows: 10) == nil)
        #expect(ScrollWindow().thumb(of: 10, rows: 0) == nil)
    }
}

@Suite struct TrackTests {
    static let list: [Track] = [
        .fixed(2), .fixed(6), .flexible(12), .fixed(14, priority: 2), .fixed(6, priority: 3), .fixed(5, priority: 1),
    ]

    @Test(
        arguments: [
            (60, [0..<2, 3..<9, 10..<32, 33..<47, 48..<54, 55..<60]),
            (49, [0..<2, 3..<9, 10..<27, 28..<42, 43..<49, nil]),
            (40, [0..<2, 3..<9, 10..<33, nil, 34..<40, nil]),
            (22, [0..<2, 3..<9, 10..<22, nil, nil, nil]),
            (15, [0..<2, 3..<9, 10..<15, nil, nil, nil]),
            (9, [0..<2, 3..<9, nil, nil, nil, nil]),
        ] as [(Int, [Range<Int>?])]
    )
    func dropsByPriority(total: Int, expected: [Range<Int>?]) {
        #expect(Track.places(Self.list, in: total) == expected)
    }

    @Test func sharesByWeight() {
        let tracks: [Track] = [.flexible(1, weight: 2), .flexible(1, upTo: 5), .flexible(1)]
        #expect(Track.places(tracks, in: 30, gap: 0) == [0..<17, 17..<22, 22..<30])
    }

    @Test func splitsScreens() {
        let screen = Rect(x: 0, y: 0, width: 80, height: 24)
        #expect(screen.rows([.fixed(1), .flexible(1), .fixed(2)]).map { $0?.height } == [1, 21, 2])
        #expect(screen.columns([.flexible(1), .fixed(30)], gap: 3).map { $0?.x } == [0, 50])
    }
}

@Suite struct FrameTests {
    @Test func rules() {
        let canvas = Canvas(width: 30, height: 4)
        canvas.rule("今日必跟踪", right: "9 件  已跟踪 2", y: 0)
        canvas.rule("战役", y: 1, width: 20)
        canvas.rule("今日必跟踪今日必跟踪", right: "注 9", y: 2, width: 22)
        canvas.rule("", y: 3, width: 5)
        #expect(
            canvas.picture == """
                今日必跟踪 ──── 9 件  已跟踪 2
                战役 ───────────────
                今日必跟踪今日必跟踪 ─
                ─────

                """
        )
    }

    @Test(arguments: [Repertoire.rich, .safe]) func modal(repertoire: Repertoire) {
        let canvas = Canvas(width: 24, height: 7, repertoire)
        for y in 0..<7 { canvas.put("湖东路雨污分流专班复工", x: 1, y: y) }
        canvas.veil()
        let inside = canvas.frame(Rect(x: 2, y: 1, width: 19, height: 5), title: "上报办结")
        inside.put("量  17/18 巷", x: 0, y: 0, .title)
        inside.put("Enter 上报   Esc 不动", x: 0, y: 2)
        expectPicture(canvas, "modal-\(repertoire.glyphs.rawValue)", styles: true)
    }

    @Test func thumbStandsBesideItsList() {
        let canvas = Canvas(width: 2, height: 6)
        canvas.thumb(ScrollWindow(first: 5), of: 18, x: 1, y: 0, rows: 6)
        #expect(canvas.picture == "\n ▐\n ▐\n\n\n\n")
    }
}
