import Exchange
import Ledger
import Testing
import Text

/// Tables as offices save them: encodings, headers, quotes.
struct TableTests {
    @Test(arguments: [
        "编号,事项,来源\n7,修路,网格巡查\n", "\u{FEFF}编号,事项,来源\r\n7,修路,网格巡查\r\n", "编号,事项,来源\r7,修路,网格巡查",
        "来源,备用,事项,编号\n网格巡查,,修路,7", " 编 号 ,\"事项\",来源\n\n督7,\" 修路 \",网格巡查\n,,\n",
        "望湖街道督查督办台账,,\n填报单位：党政办,,\n编号,督办事项,任务来源\n7,修路,网格巡查", "编号，事项,事项,来源\n,修路,网格巡查",
    ])
    func headers(text: String) throws {
        let desk = try Desk()
        let report = try desk.matters(text)
        #expect(report.problems == [])
        #expect(report.counts("事项.csv") == [1, 1, 0, 0])
        let matter = try #require(try desk.matter(7) ?? desk.matter(1))
        #expect(matter.title.text == "修路")
        #expect(matter.source == .patrol)
    }

    @Test(arguments: [
        ("", ["file": ImportProblem.Fault.emptyFile]),
        ("姓名,电话\n甲,1\n", ["file": .noHeader]),
        ("编号,来源,状态\n1,信访,办理中\n", ["file": .missingColumn("事项")]),
        ("编号,事项,事项\n1,甲,乙\n", ["1 C 事项": .doubleColumn("事项")]),
        ("编号,事项\n1,甲,乙\n", ["2": .moreCells(found: 3, columns: 2)]),
        ("编号,事项\n1,甲\n2,\"乙\n3,丙\n", ["3": .openQuote]),
        ("编号,事项\n1,\"\(String(repeating: "长", count: 400_000))\"\n", ["2": .longRow]),
    ])
    func brokenTables(text: String, faults: [String: ImportProblem.Fault]) throws {
        let desk = try Desk()
        let report = try desk.matters(text)
        #expect(report.faults == faults)
        #expect(!report.isCommitted)
    }

    @Test(arguments: [
        ([0xFF, 0xFE, 0x16, 0x7F] as [UInt8], ["file": ImportProblem.Fault.utf16]),
        ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], ["file": .workbook]),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], ["file": .workbook]),
        (Array("编号,事项\n1,甲\n2,".utf8) + [0xFF, 0xFF, 0x0A], ["3": .unreadable]),
    ])
    func brokenBytes(bytes: [UInt8], faults: [String: ImportProblem.Fault]) throws {
        let desk = try Desk()
        try desk.write("事项.csv", bytes)
        let report = try desk.run()
        #expect(report.faults == faults)
    }

    /// 编号,事项,备注 / 7,修路,𠮷祥里—㎡ in GB18030, as WPS saves a CSV; 𠮷 takes four bytes.
    @Test
    func gb18030() throws {
        let desk = try Desk()
        let header: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xCA, 0xC2, 0xCF, 0xEE, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2]
        let title: [UInt8] = [0x37, 0x2C, 0xD0, 0xDE, 0xC2, 0xB7, 0x2C]
        let remark: [UInt8] = [0x95, 0x34, 0xB2, 0x35, 0xCF, 0xE9, 0xC0, 0xEF, 0xA1, 0xAA]
        try desk.write("事项.csv", header + [0x0D, 0x0A] + title + remark + [0x0D, 0x0A])
        #expect(try desk.run().problems == [])
        let matter = try #require(try desk.matter(7))
        #expect(matter.title.text == "修路")
        #expect(matter.remark?.text == "𠮷祥里—")

        // The same rows saved anew as UTF-8 are known again.
        try desk.write("事项.csv", "编号,事项,备注\n7,修路,𠮷祥里—\n")
        #expect(try desk.run().counts("事项.csv") == [1, 0, 1, 0])
    }

    /// A cell of several lines, with commas and doubled quotes, is one row; what Excel guards is bare again.
    @Test
    func quotes() throws {
        let desk = try Desk()
        let report = try desk.matters("编号,事项,备注", "1,\"修\"\"路\"\"，及\n排水,共 3 处\",'=1+1", "2,5\" 管更换,")
        #expect(report.problems == [])
        #expect(try desk.matter(1)?.title.text == "修\"路\"，及 排水,共 3 处")
        #expect(try desk.matter(1)?.remark?.text == "=1+1")
        #expect(try desk.matter(2)?.title.text == "5\" 管更换")
        // The row after a cell of two lines is still Excel's row 3.
        let next = try desk.matters("编号,事项,来源", "3,\"两\n行\",信访", "4,三行,无")
        #expect(next.faults.keys.sorted() == ["3 C 来源"])
    }

    /// No text can steer a terminal, and one bad title does not hide the others.
    @Test
    func hostileText() throws {
        let desk = try Desk()
        let report = try desk.matters("编号,事项,附注", "1,\u{1B}[2J修路\u{202E}gpj,\u{0007}铃", "2,修\u{200B}桥\u{0000},")
        #expect(report.problems == [])
        let matters = try [1, 2].map { try #require(try desk.matter($0)) }
        #expect(matters.map(\.title.text?.string) == ["\u{FFFD}[2J修路\u{FFFD}gpj", "修桥\u{FFFD}"])
        #expect(matters[0].extras.map(\.value.text?.string) == ["\u{FFFD}铃"])
    }

    @Test
    func writerGuardsAndQuotes() {
        let cells = ["督7", "=cmd|' /C calc'!A0", "-3", "-3+1", "@x", "+86", "他说\"行\"，可", "a,b", "两\n行", ""]
        let line = CSVWriter.line(cells)
        #expect(line == "督7,'=cmd|' /C calc'!A0,-3,'-3+1,'@x,'+86,\"他说\"\"行\"\"，可\",\"a,b\",\"两\n行\",\r\n")
    }

    /// What Guatu writes it reads back.
    @Test
    func roundTrip() throws {
        let desk = try Desk()
        let titles = ["=修路", "他说\"行\",可", "两\n行", " 空格 ", "-3"]
        let rows = titles.enumerated().map { CSVWriter.line(["\($0.offset + 1)", $0.element]) }
        let text = CSVWriter.byteOrderMark + CSVWriter.line(["编号", "事项"]) + rows.joined()
        #expect(try desk.matters(text).problems == [])
        let read = try (1...5).map { try desk.matter($0)?.title.text?.string }
        #expect(read == ["=修路", "他说\"行\",可", "两 行", "空格", "-3"])
    }

    @Test
    func yaml() throws {
        let desk = try Desk()
        try desk.write("战役.yaml", "- 名称: 帮扶\n  起: 2026-10-01\n  止: 2026-12-31\n  阶段: 冲刺\n")
        #expect(try desk.run().faults == ["4:7": .unknownTerm("冲刺", known: ["平时", "攻坚", "战时"])])
        try desk.write("战役.yaml", "- 名称: 帮扶\n  起: 2026-10-01\n  止: 2026-09-30\n")
        let fault = ImportProblem.Fault.tooEarly(Day(iso: "2026-09-30")!, after: Day(iso: "2026-10-01")!)
        #expect(try desk.run().faults == ["3:6": fault])
        try desk.write("战役.yaml", "- 名称: 帮扶\n  始: 2026-10-01\n")
        let keys = ["名称", "目标", "总指挥", "牵头单位", "起", "止", "阶段", "目标量", "指挥部", "临时党支部", "支部书记"]
        #expect(try desk.run().faults == ["2:3": .unknownKey("始", known: keys)])
        try desk.write("战役.yaml", "名称: 帮扶\n")
        #expect(try desk.run().faults == ["1:1": .wrongShape(.list)])
        try desk.write("战役.yaml", "- 名称: \"帮扶\n")
        let places = try desk.run().faults.keys
        #expect(places.count == 1 && places.first?.contains(":") == true)
    }

    @Test
    func nothingThere() throws {
        let desk = try Desk()
        let names = [
            "街道.yaml", "单位.csv", "人员.csv", "请假.csv", "网格.csv", "地图.txt", "战役.yaml", "四个一.csv", "事项.csv", "步骤.csv",
            "记录.csv",
            "包户.csv", "职责.csv", "勾办.csv", "会议.csv",
        ]
        #expect(try desk.run().faults == ["file": .nothingToImport(expected: names)])
        #expect(try desk.run("没有.csv").faults == ["file": .unopenable(code: 2)])
    }
}
