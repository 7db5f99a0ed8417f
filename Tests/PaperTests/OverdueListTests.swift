import Ledger
import Pages
import Paper
import Samples
import Testing
import Text

@Suite("What stands on the overdue list")
struct OverdueListTests {
    /// An example: the office at a moment, and what its list says.
    struct Example: Sendable {
        var moment: Moment
        var issue: Int
        var isExtra = false
        var rows: [MatterNumber]
        var added: Int
        var waitingReview = 1
        var unsigned: Int
    }

    @Test(
        "Red matters in directory order, compared with the morning of the previous working day",
        arguments: [
            // Wednesday; 督2 is past since the 4th.
            Example(moment: "2026-11-18 07:50", issue: 217, rows: [.well], added: 0, unsigned: 0),
            // Friday morning: the 当日 demand of Thursday evening is new.
            Example(moment: "2026-11-20 07:50", issue: 219, rows: [.nightNoise, .well], added: 1, unsigned: 0),
            // On Saturday the list is Friday's with what fell due on Friday.
            Example(
                moment: "2026-11-21 09:00",
                issue: 219,
                isExtra: true,
                rows: [.nightNoise, .well],
                added: 0,
                unsigned: 0
            ),
            // Tuesday: 督9 comes, due on Monday, whose extension nobody granted.
            Example(
                moment: "2026-11-24 07:50",
                issue: 221,
                rows: [.nightNoise, .well, .signs],
                added: 1,
                unsigned: 1
            ),
        ]
    )
    func list(_ example: Example) {
        let list = OverdueList(Office.sample.ledger, at: example.moment)
        #expect(list.rows.map(\.matter.number) == example.rows)
        #expect(list.issue == example.issue)
        #expect(list.isExtra == example.isExtra)
        #expect(list.added == example.added)
        #expect(list.settled == 0)
        #expect(list.waitingReview == example.waitingReview)
        #expect(list.parked == 1)
        #expect(list.unsigned == example.unsigned)
    }

    @Test("Reported too late it stays on the list until it is settled; then it was settled since the list before")
    func reportedLate() throws {
        var office = Office.sample
        try office.perform(.report("复工，7 号井段贯通"), on: .well, by: .unitHead, at: "2026-11-20 10:00")
        let reported = OverdueList(office.ledger, at: "2026-11-23 07:50")
        #expect(reported.rows.map(\.matter.number) == [.nightNoise, .well])
        #expect(reported.waitingReview == 1)

        try office.perform(.settle(.onSite, nil), on: .well, by: .supervisionHead, at: "2026-11-23 16:00")
        let settled = OverdueList(office.ledger, at: "2026-11-24 07:50")
        #expect(!settled.rows.contains { $0.matter.number == .well })
        #expect(settled.settled == 1)
        #expect(OverdueList(office.ledger, at: "2026-11-25 07:50").settled == 0)
    }

    @Test("A matter settled and struck off since is counted though the working set no longer holds it")
    func settledOutsideTheSet() throws {
        var office = Office.sample
        try office.perform(.report("贯通"), on: .well, by: .unitHead, at: "2026-11-20 10:00")
        try office.perform(.settle(.onSite, nil), on: .well, by: .supervisionHead, at: "2026-11-20 11:00")
        var ledger = office.ledger
        #expect(OverdueList(ledger, at: "2026-11-23 07:50").settled == 1)
        ledger.matters[.well] = nil
        #expect(OverdueList(ledger, at: "2026-11-23 07:50").settled == 1)
        #expect(OverdueList(ledger, at: "2026-11-24 07:50").settled == 0)
    }

    @Test("Days of a year without a notice are said to be estimated")
    func estimated() {
        let ledger = Office.sample.ledger
        #expect(!OverdueList(ledger, at: "2026-12-31 07:50").isEstimated)
        let list = OverdueList(ledger, at: "2028-01-05 07:50")
        #expect(list.isEstimated)
        #expect(
            list.document(in: ledger, head: "3f9a21c0").closing
                .contains(.paragraph("工作日按国务院放假安排计；尚未公布安排的年份按周一至周五估算"))
        )
    }
}

@Suite("The overdue list on paper")
struct OverdueListDocumentTests {
    private func text(_ office: Office, at moment: Moment) -> String {
        OverdueList(office.ledger, at: moment).document(in: office.ledger, head: "3f9a21c0ffee").plainText(columns: 160)
    }

    @Test("Friday morning, as it is signed")
    func friday() {
        #expect(text(.sample, at: "2026-11-20 07:50") == Self.friday)
    }

    @Test("An empty list is printed too")
    func empty() {
        #expect(text(.founded, at: "2026-11-20 07:50") == Self.empty)
    }

    @Test("A limit that was extended stands beside the first one, with the number of extensions")
    func extended() throws {
        let office = Office.sample
        let document = OverdueList(office.ledger, at: "2026-12-02 08:05").document(in: office.ledger, head: "00000000")
        let table = try #require(document.table)
        let row = try #require(table.rows.first { $0[1] == "督4" })
        #expect(
            row.dropFirst() == [
                "督4", "湖东路北段管网铺设", "民生实事", "雨污分流专班", "顾长河", "贺知远", "9月28日", "11月13日", "11月30日\n（1 次）", "2",
                "680.5/\n1,000 米", "", "", "",
            ]
        )
        #expect(document.body.contains(.ends(left: "截至 2026年12月2日 8时05分", right: "第 227 期")))
    }

    @Test("On the first rest day after the limit it is past, not 0 days overdue; days of another year say so")
    func restDay() throws {
        let office = Office.sample
        let saturday = OverdueList(office.ledger, at: "2026-12-05 09:00").document(in: office.ledger, head: "00000000")
        let signing = try #require(saturday.table?.rows.first { $0[1] == "督1" })
        #expect(signing[10] == "已过\n时限")
        let later = OverdueList(office.ledger, at: "2027-01-05 09:00").document(in: office.ledger, head: "00000000")
        let same = try #require(later.table?.rows.first { $0[1] == "督1" })
        #expect(Array(same[7...9]) == ["2026年\n9月18日", "2026年\n12月4日", "—"])
    }

    @Test("On A4 each word of each cell is printed, at 五号 or larger, and no line crosses a frame")
    func placed() {
        let office = Office.sample
        let document = OverdueList(office.ledger, at: "2027-03-01 09:00").document(in: office.ledger, head: "3f9a21c0")
        let rows = document.table?.rows ?? []
        let columns = Range(0...14)
        var printed = columns.map { _ in "" }
        for page in document.placed().pages {
            let frames = page.lines.filter { $0.x1 == $0.x2 }
            let edges = Set(frames.map(\.x1)).sorted()
            guard edges.count == 16 else { continue }
            let head = page.boxes.map { $0.y + $0.height }.max() ?? .zero
            let foot = frames.map(\.y2).max() ?? .zero
            for text in page.texts.sorted(by: { $0.baseline < $1.baseline })
            where text.baseline > head && text.baseline < foot {
                #expect(text.size >= TextStyle.smallest)
                let end = text.runs.reduce(text.x) { max($0, $1.x + $1.width) }
                let column = columns.first { edges[$0] < text.x && end < edges[$0 + 1] }
                #expect(column != nil, "\(text.text) crosses a frame")
                if let column { printed[column] += text.text }
            }
        }
        #expect(rows.count == 6)
        for column in columns {
            let whole = rows.map { $0[column] }.joined().filter { !$0.isWhitespace }
            #expect(printed[column].filter { !$0.isWhitespace } == whole)
        }
    }

    static let friday = """
                                                                              望湖街道逾期事项清单

        截至 2026年11月20日 7时50分                                                                                                                            第 219 期
        共 2 件，较上一工作日新增 1 件、办结 0 件；逾 10 个工作日以上 1 件

        +----+------+------------------+-------+----------+--------+--------+----------+----------+----------+--------+---------+------------+------------+------------+
        | 序 | 编号 |       事项       | 来源  | 牵头单位 |  责任  | 责任人 |   交办   |   原定   |  现时限  |  逾期  |  完成/  |    卡点    |   下一步   |  领导意见  |
        | 号 |      |                  |       |          |  领导  |        |   日期   |   时限   |  （延期  | 工作日 | 应完成  |            |   及日期   |            |
        |    |      |                  |       |          |        |        |          |          |  次数）  |        |         |            |            |            |
        +====+======+==================+=======+==========+========+========+==========+==========+==========+========+=========+============+============+============+
        | 1  | 诉14 | 湖滨路夜间施工扰 | 12345 | 城市建设 |        | 贺知远 | 11月19日 | 11月19日 |    —     |   1    | 0/1 件  |            |            |            |
        |    |      | 民               |       | 办公室   |        |        |          | （当日） |          |        |         |            |            |            |
        +----+------+------------------+-------+----------+--------+--------+----------+----------+----------+--------+---------+------------+------------+------------+
        | 2  | 督2  | 湖东路雨污分流 7 | 领导  | 雨污分流 | 顾长河 | 贺知远 | 9月21日  | 11月4日  |    —     |   12   | 0/1 段  | 泥浆池未批 | 11-25 前贯 |            |
        |    |      | 号井段复工       | 批示  | 专班     |        |        |          |          |          |        |         |            | 通（贺知   |            |
        |    |      |                  |       |          |        |        |          |          |          |        |         |            | 远）       |            |
        +----+------+------------------+-------+----------+--------+--------+----------+----------+----------+--------+---------+------------+------------+------------+

        已报办结，待审核 1 件
        挂账 1 件
        未签收 0 件
        工作日按国务院放假安排计

        制表 ____________    审核 ____________    签批 ____________

        报：书记、主任                                                                                                                                    送：各责任单位
        数据校验码 3f9a21c0                                                                                                                  截至 2026年11月20日 7时50分

        """
    static let empty = """
                                                                              望湖街道逾期事项清单

        截至 2026年11月20日 7时50分                                                                                                                            第 219 期
        共 0 件，较上一工作日新增 0 件、办结 0 件；逾 10 个工作日以上 0 件


                                                                                 今日无逾期事项


        已报办结，待审核 0 件
        挂账 0 件
        未签收 0 件
        工作日按国务院放假安排计

        制表 ____________    审核 ____________    签批 ____________

        报：书记、主任                                                                                                                                    送：各责任单位
        数据校验码 3f9a21c0                                                                                                                  截至 2026年11月20日 7时50分

        """
}

extension Document {
    fileprivate var table: Table? {
        for case .table(let table) in body { return table }
        return nil
    }
}
