import Exchange
import Journal
import Ledger
import Testing
import Text

/// What a row becomes: matters where they stand, matters led by their records, names that are created.
struct MatterImportTests {
    /// A long table says how far it is, by its bytes.
    @Test
    func saysHowFarItIs() throws {
        let desk = try Desk()
        try desk.write("事项.csv", "事项,牵头单位\n" + (0..<2_000).map { "第 \($0) 号井盖,城建办\n" }.joined())
        var heard: [(done: Int, all: Int)] = []
        let report = try desk.run { heard.append(($0, $1)) }
        #expect(report.problems == [])
        #expect(heard.count == 4)
        #expect(heard.map(\.done) == heard.map(\.done).sorted() && Set(heard.map(\.all)).count == 1)
        let last = try #require(heard.last)
        #expect(last.done > last.all / 2 && last.done < last.all)
    }

    @Test
    func oneRowInFull() throws {
        let desk = try Desk()
        let report = try desk.matters(
            "编号,事项,类别,来源,来源文号,战役,网格,牵头单位,配合单位,责任领导,责任人,岗位,目标量,完成量,计量单位,交办日期,开始日期,完成时限,原定时限,延期次数,状态,办结日期,进展情况,存在问题,标签,备注,台账页码",
            "督12,湖东路护栏更换,目标任务,民生实事,望街办〔{年}〕12号,环湖整备,WH-10,城建办,柳堤社区（分办 6处 今日+5工）；党政办,裴文度,何家栋、温如许,,20,8.5,处,今日-12工,今日-10工,今日+8工,今日+3工,1,办理中,,已换 8 处；卡 护栏缺货；下 {今日+2工} 前到货,,急；样板,资金走专户,第 7 页"
        )
        #expect(report.problems == [])
        let matter = try #require(try desk.matter(12))
        #expect(matter.kind == .target && matter.stage == .inHand && matter.source == .livelihood)
        #expect(matter.sourceDocument == "望街办〔2026〕12号")
        #expect(matter.campaign == CampaignID(1) && matter.grid == GridID(1) && matter.lead == UnitID(2))
        let share = QuantityLine(target: Amount(6), unit: "处")
        let due = Deadline.endOfDay(Day(iso: "2026-11-27")!)
        #expect(
            matter.supports == [
                // Work began before the ledger did: the share was signed for when it was issued.
                Support(unit: UnitID(3), mode: .share, quantity: share, due: due, accepted: matter.issued),
                Support(unit: UnitID(1)),
            ]
        )
        // Of two 何家栋 the one of the lead unit; his post is his first.
        #expect(matter.leader == PersonID(1) && matter.person == PersonID(2) && matter.post == "市政主办")
        #expect(matter.quantities == [QuantityLine(target: Amount(20), done: Amount("8.5")!, unit: "处")])
        #expect(matter.issued == Day(iso: "2026-11-04") && matter.start == Day(iso: "2026-11-06"))
        #expect(matter.due == .endOfDay(Day(iso: "2026-12-02")!))
        #expect(matter.originalDue == .endOfDay(Day(iso: "2026-11-25")!))
        #expect(matter.extensions == 1)
        #expect(matter.lastTrack?.text.text == "已换 8 处；卡 护栏缺货；下 11-24 前到货")
        #expect(matter.blocker?.text == "护栏缺货")
        #expect(matter.isUrgent && matter.tags == ["样板"])
        #expect(matter.remark?.text == "资金走专户")
        #expect(
            matter.extras == [
                Extra(name: "台账页码", value: Prose("第 7 页")), Extra(name: "其他责任人", value: Prose("温如许")),
            ]
        )
        #expect(matter.isImported)
        #expect(report.keptColumns == ["台账页码"])
    }

    @Test(arguments: [
        ("2026-12-01", "2026-12-01"), ("2026/12/1", "2026-12-01"), ("2026年12月1日", "2026-12-01"),
        ("20261201", "2026-12-01"),
        ("12月1日前", "2026-12-01"), ("今日", "2026-11-20"), ("今日+3", "2026-11-23"), ("今日+3工", "2026-11-25"),
        ("今日＋3工", "2026-11-25"), ("今日+0工", "2026-11-20"), ("月底", "2026-11-30"), ("年底前", "2026-12-31"),
        ("10个工作日", "2026-11-24"), ("7天", "2026-11-17"), ("1个月内", "2026-12-10"),
    ])
    func limits(text: String, day: String) throws {
        let desk = try Desk()
        #expect(try desk.matters("编号,事项,交办日期,完成时限", "1,修路,2026-11-10,\(text)").problems == [])
        #expect(try desk.matter(1)?.due == .endOfDay(Day(iso: day)!))
    }

    /// A limit without a year is the first such day after the matter was issued, not after today.
    @Test
    func yearOfAnOldLimit() throws {
        let desk = try Desk()
        _ = try desk.matters("编号,事项,交办日期,完成时限,状态,办结日期", "1,修路,2026-03-02,4月30日,已办结,4月28日")
        let matter = try #require(try desk.matter(1))
        #expect(matter.due == .endOfDay(Day(iso: "2026-04-30")!))
        #expect(matter.settled == Day(iso: "2026-04-28")!)
    }

    /// One that lacks some of the four fixed is taken in and flagged; so are absent columns.
    @Test
    func flagged() throws {
        let desk = try Desk()
        let report = try desk.matters("编号,事项,责任人,完成时限", "1,修路,裴文度,", "2,修桥,,长期", "A-3,修墙,,2026-12-01")
        #expect(report.problems == [])
        #expect(report.flagged == [.person: 2, .post: 2, .quantity: 3, .time: 2])
        #expect(report.assumed == [.stage(.inHand), .kind(.target), .source(.yearPlan)])
        // A number that is none of ours is kept beside the one it gets.
        let third = try #require(try desk.matter(3))
        #expect(third.extras == [Extra(name: "原编号", value: Prose("A-3"))])
    }

    /// Phones and addresses do not come in by a side door: their columns are left out, in others they are a mistake.
    @Test
    func personalColumns() throws {
        let desk = try Desk()
        let report = try desk.matters("编号,事项,联系电话,家庭住址,附注", "1,修路,13912345678,柳堤路 3 号,无")
        #expect(report.problems == [])
        #expect(report.skippedColumns == ["联系电话", "家庭住址"])
        #expect(report.keptColumns == ["附注"])
        #expect(try desk.matter(1)?.extras == [Extra(name: "附注", value: Prose("无"))])
        let next = try desk.matters("编号,事项,附注", "2,修桥,找 13912345678")
        #expect(next.faults == ["2 C 附注": .personal("13912345678")])
    }

    /// Rows without a number get those above the highest in the file.
    @Test
    func numbersGiven() throws {
        let desk = try Desk()
        #expect(try desk.matters("编号,事项", ",修路", "30,修桥", ",修墙").problems == [])
        #expect(try desk.matter(31)?.title.text == "修路")
        #expect(try desk.matter(32)?.title.text == "修墙")
    }

    @Test
    func createMissing() throws {
        let desk = try Desk()
        let lines = ["编号,事项,牵头单位,责任人,网格,战役", "1,修路,路灯所,秦望川,WH-77,亮化", "2,修灯,路灯所,秦望川,WH-77,亮化"]
        #expect(try desk.matters(lines[0], lines[1], lines[2]).problemCount == 8)
        let report = try desk.matters(lines[0], lines[1], lines[2], createMissing: true)
        #expect(report.problems == [])
        #expect(report.created.map(\.name) == ["路灯所", "WH-77", "秦望川", "亮化"])
        let matter = try #require(try desk.matter(2))
        #expect(desk.name(matter.person) == "秦望川")
    }

    @Test
    func dryRunWritesNothing() throws {
        let desk = try Desk()
        try desk.write("事项.csv", "编号,事项\n1,修路\n")
        let head = desk.journal.head()
        let report = try desk.run(dryRun: true)
        #expect(report.isClean && !report.isCommitted)
        #expect(report.counts("事项.csv") == [1, 1, 0, 0])
        #expect(desk.journal.head() == head)
    }

    // MARK: Records

    private static let matter = "编号,事项,类别,来源,牵头单位,责任人,目标量,完成量,计量单位,完成时限,原定时限,延期次数,状态,办结日期"
    private static let records = "编号,日期,经手,录入,方式,动作,文字,完成量,理由"

    private func led(_ row: String, by records: [String], steps: String? = nil, desk: Desk) throws -> ImportReport {
        try desk.write("事项.csv", "\(MatterImportTests.matter)\n\(row)\n")
        try desk.write("记录.csv", ([MatterImportTests.records] + records).joined(separator: "\n"))
        if let steps { try desk.write("步骤.csv", steps) }
        return try desk.run()
    }

    /// From registration to archive, with an extension, a return and a step on the way.
    @Test
    func ledByRecords() throws {
        let desk = try Desk()
        let report = try led(
            "督5,修路,目标任务,会议议定,城建办,何家栋,20,20,处,2026-11-17,2026-11-12,1,已归档,2026-11-16",
            by: [
                "督5,2026-10-26,温如许,温如许,,登记,指挥部例会记的,,",
                "5,2026-10-26,温如许,温如许,,提交,,,",
                "5,2026-10-27,裴文度,温如许,纸质,批准交办,,,",
                "5,2026-10-28,何家栋,温如许,电话,签收,,,",
                "5,2026-11-02,何家栋,温如许,微信,报进度,完成一段；卡 缺料,8,",
                "5,2026-11-03,温如许,温如许,现场,跟踪,围挡在,,",
                "5,2026-11-05,何家栋,温如许,电话,勾步骤,围挡,,",
                "5,2026-11-11,何家栋,温如许,纸质,申请延期,延至2026-11-16,,连续下雨",
                "5,2026-11-11,裴文度,温如许,会上,同意延期,,,",
                "5,2026-11-13,何家栋,温如许,电话,上报办结,全部完成,20,",
                "5,2026-11-16,裴文度,温如许,电话,退回重办,,,缺照片",
                "5,2026-11-10,何家栋,温如许,电话,补记,雨停开工,,",
                "5,2026-11-16,何家栋,温如许,电话,上报办结,补了照片,,",
                "5,2026-11-17,裴文度,温如许,纸质,办结,现场：走了一遍,,",
                "5,2026-11-18,裴文度,温如许,纸质,销号,,,",
                "5,2026-11-19,温如许,温如许,,归档,,,",
            ],
            steps: "编号,序,步骤,责任人,时限,完成日期\n5,1,围挡,何家栋,2026-11-05,2026-11-05\n5,2,铺面,,2026-11-12,\n",
            desk: desk
        )
        #expect(report.problems == [])
        #expect(report.counts("事项.csv") == [1, 1, 0, 0])
        #expect(report.counts("步骤.csv") == [2, 2, 0, 0])
        #expect(report.counts("记录.csv") == [16, 16, 0, 0])
        let matter = try #require(try desk.matter(5))
        #expect(matter.stage == .archived && matter.returns == 1 && matter.extensions == 1)
        #expect(matter.issued == Day(iso: "2026-10-27")! && matter.settled == Day(iso: "2026-11-16")!)
        // The day spent in review was added to the limit.
        #expect(matter.due == .endOfDay(Day(iso: "2026-11-17")!))
        #expect(matter.originalDue == .endOfDay(Day(iso: "2026-11-12")!))
        #expect(matter.steps.map(\.done) == [Day(iso: "2026-11-05")!, nil])
        #expect(matter.blocker?.text == "缺料")
        #expect(matter.remark?.text == "指挥部例会记的")
        let history = desk.journal.history(of: MatterNumber(5))
        let spoken = history.compactMap { $0.event.signature.behalf?.channel }
        #expect(spoken.count == 13 && spoken.first == .paper)
        // A visit of the clerk herself is told in her words.
        #expect(
            history.contains {
                if case .tracked(let track) = $0.event.fact { track.text.text == "现场：围挡在" } else { false }
            }
        )

        #expect(try desk.run().tables.allSatisfy { $0.unchanged == $0.read })
    }

    private static let begun = [
        "5,2026-11-02,温如许,温如许,,登记,,,", "5,2026-11-02,温如许,温如许,,提交,,,", "5,2026-11-03,裴文度,温如许,纸质,批准交办,,,",
        "5,2026-11-03,何家栋,温如许,电话,签收,,,",
    ]

    /// Rows that cannot follow on those before, by what is wrong and where.
    @Test(arguments: [
        ("5,2026-11-04,何家栋,温如许,电话,跑,,,", "6 F 动作", nil),
        ("5,2026-11-21,何家栋,温如许,电话,跟踪,明天的事,,", "6 B 日期", ImportProblem.Fault.dayAhead(Day(iso: "2026-11-21")!)),
        ("5,昨儿,何家栋,温如许,电话,跟踪,甲,,", "6 B 日期", .notADay("昨儿")),
        ("5,2026-11-02,何家栋,温如许,电话,跟踪,早了,,", "6", .tooEarly(Day(iso: "2026-11-02")!, after: Day(iso: "2026-11-03")!)),
        ("5,2026-11-04,何家栋,温如许,,跟踪,怎么说的,,", "6 E 方式", .needsChannel),
        ("5,2026-11-04,何家栋,温如许,短信,跟踪,甲,,", "6 E 方式", .unknownTerm("短信", known: ["电话", "微信", "纸质", "会上", "现场"])),
        ("5,2026-11-04,何家栋,温如许,电话,跟踪,,,", "6 G 文字", .empty("文字")),
        ("5,2026-11-04,何家栋,温如许,电话,报进度,甲,一半,", "6 H 完成量", .notAnAmount("一半")),
        ("5,2026-11-04,何家栋,温如许,电话,申请延期,2026-12-30,,", "6 I 理由", .needsReason("申请延期")),
        ("5,2026-11-04,何家栋,温如许,电话,申请延期,不久,,下雨", "6 G 文字", .notADay("不久")),
        ("5,2026-11-04,裴文度,温如许,电话,挂账,,,等口径", "6 G 文字", .empty("文字")),
        ("5,2026-11-04,何家栋,温如许,电话,勾步骤,3,,", "6 G 文字", .noSuchStep("3")),
        ("5,2026-11-04,何家栋,温如许,电话,答复,正在协调,,", "6 G 文字", nil),
        ("5,2026-11-04,何家栋,温如许,电话,分办办结,工会,,", "6 G 文字", .unknownName(.unit, "工会")),
        ("5,2026-11-04,无名氏,温如许,电话,跟踪,甲,,", "6 C 经手", .unknownName(.person, "无名氏")),
        ("5,2026-11-04,何家栋,温如许,电话,跟踪,打 13912345678 找他,,", "6 G 文字", .personal("13912345678")),
        (
            "5,2026-11-04,裴文度,温如许,电话,办结,现场：好了,,", "6",
            .refused(
                .wrongStage(
                    .settle,
                    .inHand,
                    allowed: [
                        .amend, .track, .addStep, .answer, .report, .park, .askExtension, .suspend, .transfer,
                        .reassign,
                        .proposeParking, .adjustLimit, .remind, .draftSlip, .putOff, .talk,
                    ]
                )
            )
        ),
        ("5,2026-11-04,裴文度,温如许,电话,同意延期,,,", "6", .refused(.noExtensionPending)),
    ])
    func wrongRecord(row: String, place: String, fault: ImportProblem.Fault?) throws {
        let desk = try Desk()
        let report = try led(
            "5,修路,目标任务,会议议定,城建办,何家栋,20,,处,2026-12-11,,,,",
            by: MatterImportTests.begun + [row],
            desk: desk
        )
        let own = report.problems.filter { if case .leftOut = $0.fault { false } else { true } }
        #expect(own.count == 1)
        let found = try #require(report.faults[place])
        if let fault { #expect(found == fault) }
        #expect(report.counts("事项.csv") == [1, 0, 0, 1])
        #expect(report.counts("记录.csv") == [5, 0, 0, 5])
        #expect(try desk.matter(5) == nil)
    }

    /// The columns of the matter must tell the same story as its records.
    @Test(arguments: [
        ("5,,,,8,处,2026-12-11,,,已销号,", "2 M 状态", "已销号", "办理中"),
        ("5,,,20,8,处,2026-12-11,,,办理中,", "2 H 完成量", "8", "5"),
        ("5,,,20,5,处,2026-12-18,2026-12-11,,办理中,", "2 J 完成时限", "2026-12-18", "2026-12-11"),
        ("5,,,20,5,处,2026-12-11,,2,办理中,", "2 L 延期次数", "2", "0"),
    ])
    func disagreement(row: String, place: String, said: String, found: String) throws {
        let desk = try Desk()
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        let full = "5,修路,目标任务,会议议定,城建办,何家栋,20,\(cells[4]),处,\(cells[6]),\(cells[7]),\(cells[8]),\(cells[9]),"
        let report = try led(
            full,
            by: MatterImportTests.begun + ["5,2026-11-09,何家栋,温如许,电话,报进度,完成一段,\(said == "已销号" ? 8 : 5),"],
            desk: desk
        )
        #expect(report.faults[place] == .disagrees(said: said, found: found))
    }

    @Test
    func movesWithoutRegistration() throws {
        let desk = try Desk()
        let report = try led(
            "5,修路,目标任务,会议议定,城建办,何家栋,20,,处,2026-12-11,,,办理中,",
            by: ["5,2026-11-03,何家栋,温如许,电话,签收,,,"],
            desk: desk
        )
        #expect(report.faults["2"] != nil)
        #expect(report.problems.contains { $0.fault == .notRegistered })
    }

    /// A row of the old Excel with tracks only: it stands where its row says.
    @Test
    func tracksOnly() throws {
        let desk = try Desk()
        let report = try led(
            "5,修路,目标任务,会议议定,城建办,何家栋,20,9,处,2026-12-11,,,办理中,",
            by: ["5,2026-11-09,何家栋,温如许,电话,报进度,完成一段,4,", "5,2026-11-16,何家栋,温如许,电话,报进度,又一段,9,"],
            desk: desk
        )
        #expect(report.problems == [])
        let matter = try #require(try desk.matter(5))
        #expect(matter.stage == .inHand && matter.quantities[0].done == Amount(9))
        #expect(matter.lastTrack?.text.text == "又一段")
    }

    /// Rows added to a file later are taken in; those before stay as they are. A record file alone is enough.
    @Test
    func laterRows() throws {
        let desk = try Desk()
        let row = "5,修路,目标任务,会议议定,城建办,何家栋,20,,处,2026-12-11,,,办理中,"
        #expect(try led(row, by: MatterImportTests.begun, desk: desk).problems == [])
        let more = MatterImportTests.begun + ["督5,2026-11-18,何家栋,温如许,电话,报进度,完成一段,4,"]
        #expect(try led(row, by: more, desk: desk).counts("记录.csv") == [5, 1, 4, 0])
        try desk.write("记录.csv", (["编号,日期,动作,文字"] + ["5,今日,跟踪,今天的事", "6,今日,跟踪,没有这件"]).joined(separator: "\n"))
        #expect(try desk.run("记录.csv").faults == ["3": .noSuchMatter("6")])
        try desk.write("记录.csv", "编号,日期,动作,文字\n5,今日,跟踪,今天的事\n")
        #expect(try desk.run("记录.csv").counts("记录.csv") == [1, 1, 0, 0])
        #expect(try desk.matter(5)?.lastTrack?.text.text == "今天的事")
    }

    /// A number of another office ties a matter to its records within one import.
    @Test
    func foreignNumbers() throws {
        let desk = try Desk()
        let records = MatterImportTests.begun.map { "城-1" + $0.dropFirst() }
        let row = "城-1,修路,目标任务,会议议定,城建办,何家栋,20,,处,2026-12-11,,,办理中,"
        let steps = "编号,步骤\n城-1,围挡\n"
        #expect(try led(row, by: records, steps: steps, desk: desk).isCommitted)
        #expect(try desk.matter(1)?.extras == [Extra(name: "原编号", value: Prose("城-1"))])
        #expect(try desk.run().tables.allSatisfy { $0.unchanged == $0.read })
        let more = records + ["城-1,2026-11-18,何家栋,温如许,电话,跟踪,后来的事,,"]
        #expect(try led(row, by: more, steps: steps, desk: desk).faults == ["6": .noSuchMatter("城-1")])
    }

    /// Two rows alike are two matters; the same file again is none.
    @Test
    func alikeRows() throws {
        let desk = try Desk()
        #expect(try desk.matters("事项,来源", "修路,信访", "修路,信访").counts("事项.csv") == [2, 2, 0, 0])
        #expect(try desk.matters("事项,来源", "修路,信访", "修路,信访").counts("事项.csv") == [2, 0, 2, 0])
        // In another order of columns, too.
        #expect(try desk.matters("来源,事项", "信访,修路", "信访,修路").counts("事项.csv") == [2, 0, 2, 0])
    }
}
