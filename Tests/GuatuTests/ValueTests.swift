import Glibc
import Ledger
import Testing
import Text

@testable import guatu

struct ValueTests {
    @Test(arguments: [
        ("147", [147]), ("督147", [147]), ("督 147", [147]), ("１４７", [147]), ("147,150", [147, 150]),
        ("147、督150", [147, 150]), ("150-152", [150, 151, 152]), ("T147", [147]), ("t147", [147]),
    ])
    func numbers(text: String, values: [Int]) throws {
        #expect(try TypedNumber.list(text).map(\.number.rawValue) == values)
    }

    @Test(arguments: ["", "督", "0", "-3", "1-2-3", "5-3", "1-99999", "abc", "147x", "99999999999999999999", "１４７の"])
    func noNumbers(text: String) {
        #expect(throws: Complaint.self) { try TypedNumber.list(text) }
    }

    @Test(
        "Where nobody chose a theme, the ground that the terminal names decides",
        arguments: [
            (nil, "dark"), ("15;0", "dark"), ("0;15", "light"), ("0;default;15", "light"), ("0;7", "light"),
            ("7;8", "dark"), ("0;default", "dark"), ("", "dark"), ("12;255", "light"),
        ] as [(String?, String)]
    )
    func usualTheme(ground: String?, theme: String) {
        #expect(ThemeShelf.usual(ground.map { ["COLORFGBG": $0] } ?? [:]) == theme)
    }

    @Test("What a terminal said of its ground is remembered for it, and goes before COLORFGBG")
    func rememberedGround() {
        let folder = "/tmp/guatu-ground-\(UInt32.random(in: 0 ... .max))"
        func file(_ term: String) -> GroundFile {
            GroundFile(folder: folder, ["TERM": term])
        }
        #expect(file("xterm").read() == nil)
        file("xterm").write(isLight: true)
        file("vt220").write(isLight: false)
        #expect(file("xterm").read() == true)
        #expect(file("vt220").read() == false)
        // tmux answers for itself, whatever it is shown on.
        file("tmux-256color").write(isLight: true)
        #expect(file("tmux-256color").read() == nil)
        #expect(ThemeShelf.usual(["COLORFGBG": "15;0"], isLight: true) == "light")
        #expect(ThemeShelf.usual(["COLORFGBG": "0;15"], isLight: false) == "dark")
        unlink(folder + "/grounds.json")
        rmdir(folder)
    }

    @Test func letterSaysTheKind() throws {
        #expect(try TypedNumber.single("问88") == TypedNumber(number: MatterNumber(88), kind: .problem))
        #expect(try TypedNumber.single("88") == TypedNumber(number: MatterNumber(88), kind: nil))
    }

    @Test(arguments: [
        ("480 户", QuantityLine(target: Amount(480), unit: "户")), ("480户", QuantityLine(target: Amount(480), unit: "户")),
        ("12.5 亩", QuantityLine(target: Amount(thousandths: 12_500), unit: "亩")),
        ("3,600 米", QuantityLine(target: Amount(3600), unit: "米")),
        ("环湖组:32 户", QuantityLine(group: "环湖组", target: Amount(32), unit: "户")),
        ("环湖 8 组：32 户", QuantityLine(group: "环湖 8 组", target: Amount(32), unit: "户")),
    ])
    func quantities(text: String, line: QuantityLine) throws {
        #expect(try QuantityLine(typed: text) == line)
    }

    @Test(arguments: ["", "户", "480", "0 户", "-3 户", "1.2345 亩", "约480户"])
    func noQuantities(text: String) {
        #expect(throws: Complaint.self) { try QuantityLine(typed: text) }
    }

    @Test(arguments: [
        ("53", Progress.Figure.total(Amount(53))), ("+3", .added(Amount(3))), ("-2", .added(Amount(-2))),
        ("−2", .added(Amount(-2))), ("＋1.5", .added(Amount(thousandths: 1500))), ("0", .total(.zero)),
    ])
    func figures(text: String, figure: Progress.Figure) throws {
        #expect(try Progress.Figure(typed: text) == figure)
    }

    @Test func nearestNames() {
        let names = ["城市建设办公室", "城建办", "党政办", "柳堤社区", "荷塘社区", "环湖整备专班"]
        #expect(nearest(to: "城建", in: names, limit: 3, farthest: 2).first == "城建办")
        #expect(nearest(to: "柳提社区", in: names, limit: 3, farthest: 2).first == "柳堤社区")
        #expect(nearest(to: "财政所", in: names, limit: 3, farthest: 2).isEmpty)
    }
}

struct OutputTests {
    @Test func json() {
        var json = JSONText(indented: false)
        json.object { json in
            json.field("schema", 1)
            json.field("title", "引号\" 反斜杠\\ 换行\n 制表\t 控制\u{1}")
            json.null("nothing")
            json.field("amount", Amount(thousandths: 12_500))
            json.field("list", array: [1, 2]) { json, value in json.object { $0.field("value", value) } }
            json.field("empty", array: [Int]()) { _, _ in }
        }
        #expect(
            json.text
                == #"{"schema":1,"title":"引号\" 反斜杠\\ 换行\n 制表\t 控制\u0001","nothing":null,"amount":12.5,"list":[{"value":1},{"value":2}],"empty":[]}"#
        )
    }

    @Test(arguments: [
        ("管网", "管网"), ("a,b", "\"a,b\""), ("他说\"好\"", "\"他说\"\"好\"\"\""), ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("-2", "-2"), ("+3.5", "+3.5"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"), ("＝1", "'＝1"),
        ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("", ""),
    ])
    func csvCells(cell: String, written: String) {
        #expect(CSVText.escaped(cell) == written)
    }

    @Test func csvMark() {
        var marked = CSVText(marked: true)
        marked.row(["编号", "事项"])
        #expect(marked.text == "\u{FEFF}编号,事项\r\n")
    }

    @Test func tableIsAlignedByColumns() {
        var table = TextTable(columns: [
            .init(title: "编号"), .init(title: "事项", isFlexible: true), .init(title: "情况"),
        ])
        table.add(["督1", "拓宽湖东路辅道并迁改管线", "逾 12 日"])
        table.add(["问1024", "灯", "正常"])
        #expect(
            table.text(fitting: nil) == """
                编号    事项                      情况
                督1     拓宽湖东路辅道并迁改管线  逾 12 日
                问1024  灯                        正常

                """
        )
        #expect(
            table.text(fitting: 30) == """
                编号    事项          情况
                督1     拓宽湖东路…   逾 12 日
                问1024  灯            正常

                """
        )
        #expect(table.text(fitting: 30).split(separator: "\n").allSatisfy { $0.columns() <= 30 })
    }
}
