import Exchange
import Ledger
import Testing
import Text
import Words

/// What is wrong with a cell is named with its row, its column and what could stand there; nothing is written.
struct CellProblemTests {
    /// A header, a cell that is wrong under it, and the fault.
    static let cells: [(header: String, cell: String, fault: ImportProblem.Fault)] = [
        ("类别", "任务", .unknownTerm("任务", known: ["目标任务", "清单事项", "问题", "诉求"])),
        ("来源", "", .empty("来源")),
        ("来源", "上级", .unknownTerm("上级", known: Source.allCases.map(Words.chinese.name))),
        ("状态", "快了", .unknownTerm("快了", known: Stage.allCases.map(Words.chinese.name))),
        ("牵头单位", "城管办", .unknownName(.unit, "城管办")),
        ("责任人", "何家栋", .ambiguousName(.person, "何家栋", choices: ["何家栋（城建办）", "何家栋（柳堤社区）"])),
        ("责任人", "无名氏", .unknownName(.person, "无名氏")),
        ("责任领导", "无名氏", .unknownName(.person, "无名氏")),
        ("战役", "城市更新", .unknownName(.campaign, "城市更新")),
        ("网格", "WH-11", .unknownName(.grid, "WH-11")),
        ("配合单位", "城建办（帮忙）", .notASupport("城建办（帮忙）")),
        ("配合单位", "城建办（分办 6户 不久）", .notASupport("不久")),
        ("配合单位", "柳堤社区；工会（协助）", .unknownName(.unit, "工会")),
        ("目标量", "若干", .notAnAmount("若干")),
        ("目标量", "-3", .notAnAmount("-3")),
        ("目标量", "1.2345", .notAnAmount("1.2345")),
        ("完成量", "5", .empty("目标量")),
        ("交办日期", "2026-02-30", .notADay("2026-02-30")),
        ("交办日期", "2026-11-21", .dayAhead(Day(iso: "2026-11-21")!)),
        ("交办日期", "今日+1", .dayAhead(Day(iso: "2026-11-21")!)),
        ("办结日期", "昨儿", .notADay("昨儿")),
        ("完成时限", "尽快", .notALimit("尽快")),
        ("完成时限", "2026-13-01", .notALimit("2026-13-01")),
        ("完成时限", "10个工作日", .empty("交办日期")),
        ("原定时限", "?", .notADay("?")),
        ("延期次数", "两", .notANumber("两")),
        ("备注", "联系人 13912345678", .personal("13912345678")),
        ("备注", "证件 11010519491231002X", .personal("11010519491231002X")),
        ("备注", "卡 6222021234567894", .personal("6222021234567894")),
    ]

    @Test(arguments: cells.indices)
    func wrongCell(index: Int) throws {
        let (header, cell, fault) = CellProblemTests.cells[index]
        let desk = try Desk()
        let report = try desk.matters("编号,事项,\(header)", "7,修路,\"\(cell)\"")
        let expected: [String: ImportProblem.Fault] =
            switch fault {
            // What is missing is named where it is missing, even if the column is.
            case .empty("目标量"), .empty("交办日期"): ["2": fault]
            default: ["2 C \(header)": fault]
            }
        #expect(report.faults == expected)
        #expect(report.counts("事项.csv") == [1, 0, 0, 1])
        #expect(!report.isCommitted)
        #expect(try desk.matter(7) == nil)
    }

    /// Days of two columns that contradict each other.
    @Test(arguments: [
        (
            "2026-11-10,2026-11-09,,", "2 D 完成时限",
            ImportProblem.Fault.tooEarly(Day(iso: "2026-11-09")!, after: Day(iso: "2026-11-10")!)
        ),
        ("2026-11-10,,2026-11-09,已办结", "2 E 办结日期", .tooEarly(Day(iso: "2026-11-09")!, after: Day(iso: "2026-11-10")!)),
        ("2026-11-10,,2026-11-12,办理中", "2 E 办结日期", .disagrees(said: "2026-11-12", found: "办理中")),
    ])
    func contradictions(days: String, place: String, fault: ImportProblem.Fault) throws {
        let report = try Desk().matters("编号,事项,交办日期,完成时限,办结日期,状态", "7,修路,\(days)")
        #expect(report.faults == [place: fault])
    }

    @Test
    func emptyTitle() throws {
        let report = try Desk().matters("编号,事项,备注", "7, 　,有备注")
        #expect(report.faults == ["2 B 事项": .empty("事项")])
    }

    @Test
    func numbers() throws {
        let desk = try Desk()
        #expect(try desk.matters("编号,事项", "督7,修路").isCommitted)
        let report = try desk.matters("编号,事项", "7,修桥", "问8,漏水", "8,又漏水")
        #expect(report.faults == ["2 A 编号": .numberTaken(MatterNumber(7)), "4 A 编号": .notUnique("8", firstRow: 3)])
        #expect(report.counts("事项.csv") == [3, 1, 0, 2])
    }

    /// Several bad rows are all named at once, and the good one between them is not written.
    @Test
    func allAtOnce() throws {
        let desk = try Desk()
        let report = try desk.matters("编号,事项,完成时限", "1,修路,明年", "2,修桥,2026-12-01", "3,,2026-12-01")
        #expect(report.faults == ["2 C 完成时限": .notALimit("明年"), "4 B 事项": .empty("事项")])
        #expect(report.counts("事项.csv") == [3, 1, 0, 2])
        #expect(try desk.matter(2) == nil)
    }

    /// Every fault has a sentence in both languages that ends like one and leaves nothing open.
    @Test
    func sentences() throws {
        let column = ImportProblem.Column(letter: "N", header: "完成时限")
        let faults: [ImportProblem.Fault] =
            CellProblemTests.cells.map(\.fault) + [
                .unopenable(code: 2), .unopenable(code: 13), .unopenable(code: 5), .directory,
                .nothingToImport(expected: ["事项.csv"]), .emptyFile, .unreadable, .utf16, .workbook, .noHeader,
                .missingColumn("事项"), .doubleColumn("事项"), .brokenYAML("x"), .unknownKey("a", known: ["b"]),
                .wrongShape(.mapping), .wrongShape(.list), .wrongShape(.text), .openQuote, .longRow,
                .moreCells(found: 9, columns: 3), .leftOut(rows: 4, matter: "督7"), .refused(.emptyTitle),
                .notANumber("x"), .notUnique("7", firstRow: 3), .numberTaken(MatterNumber(7)), .noSuchMatter("9"),
                .noSuchStep("9"), .tooEarly(Desk.today, after: Desk.today), .needsChannel, .needsReason("挂账"),
                .notRegistered, .disagrees(said: "a", found: "b"),
            ]
        for fault in faults {
            let problem = ImportProblem(file: "事项.csv", place: .cell(row: 12, column: column), fault: fault)
            let zh = Words.chinese.sentence(problem, in: Ledger())
            let en = Words.english.sentence(problem, in: Ledger())
            #expect(zh.hasPrefix("事项.csv 第 12 行 N 列「完成时限」：") && zh.hasSuffix("。"))
            #expect(en.hasPrefix("事项.csv row 12 column N (完成时限): ") && en.hasSuffix("."))
            #expect(zh.count > 24 && en.count > 40)
        }
    }
}
