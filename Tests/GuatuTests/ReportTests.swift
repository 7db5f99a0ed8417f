import Foundation
import Testing

/// Reports of a time that is over say what the ledger was at its end, whatever happened since.
struct ReportTests {
    private let binary: Binary
    private let variables: [String: String]

    /// One matter is registered on Friday 11-20 and reported the Monday after; a second one comes on that Monday.
    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
        for (line, moment) in [
            ("unit add 环湖专班 --kind 专班", "2026-11-20T08:00"),
            ("person add 沈南枝 --unit 环湖专班 --post 入户签约岗 --role 经办", "2026-11-20T08:00"),
            (
                "add 一号井盖更换 --kind 问题 --quantity |1 件| --lead 环湖专班 --person 沈南枝 --due 2026-11-19 --source 网格巡查",
                "2026-11-18T08:00"
            ),
            ("submit 1", "2026-11-18T08:00"), ("issue 1", "2026-11-18T08:00"),
            ("accept 1 --behalf 沈南枝 --channel 电话", "2026-11-18T09:00"),
            ("report 1 已更换 --behalf 沈南枝 --channel 电话", "2026-11-23T09:00"),
            ("settle 1 --check 现场", "2026-11-23T10:00"), ("strike 1", "2026-11-23T10:00"),
            (
                "add 二号井盖更换 --kind 问题 --quantity |1 件| --lead 环湖专班 --person 沈南枝 --due 2026-12-04 --source 网格巡查",
                "2026-11-23T11:00"
            ),
        ] {
            let run = try binary.run(line: line, at: moment.replacing("11-20T", with: "11-17T"), variables: variables)
            #expect(run.status == 0, "\(line): \(run.err)")
        }
    }

    private func report(_ line: String, at moment: String = "2026-11-26T08:00") throws -> Binary.Run {
        try binary.run(line: "report " + line, at: moment, variables: variables)
    }

    @Test func dayThatIsOver() throws {
        defer { binary.remove() }
        let past = try report("daily --day 11-20").out
        #expect(past.contains("在办 1 件，其中逾期 1 件。今日新立 0 件"), "\(past)")
        #expect(past.contains("2026年11月20日 周五；数据截至 11月20日 24时"))
        // The same as of a ledger looked at as it was on that evening.
        let then = try binary.run(line: "report daily --as-of 11-20", at: "2026-11-26T08:00", variables: variables)
        #expect(then.out == past)
        let today = try report("daily").out
        #expect(today.contains("在办 1 件，其中逾期 0 件") && !today.contains("数据截至"))
        #expect(try report("daily --day 2026-12-01").status == 1)
    }

    @Test func whatIsSettledAsOnePieceIsDone() throws {
        defer { binary.remove() }
        let shown = try binary.run(line: "show 1", at: "2026-11-26T08:00", variables: variables).out
        #expect(shown.contains("1/1 件"), "\(shown)")
        let json = try binary.run(line: "show 1 --json", at: "2026-11-26T08:00", variables: variables).out
        #expect(json.contains("\"done\": 1") || json.contains("\"done\":1"), "\(json)")
        #expect(try binary.run(line: "show 2", at: "2026-11-26T08:00", variables: variables).out.contains("0/1 件"))
    }

    @Test func laterRecordsAreSaid() throws {
        defer { binary.remove() }
        try binary.run(
            line: "track 2 已到货 --day 11-23",
            at: "2026-11-25T08:00",
            variables: variables
        )
        #expect(try report("daily --day 11-23").out.contains("此后补记 1 条，未计入。"))
        #expect(!(try report("daily --day 11-24").out.contains("此后补记")))
    }

    @Test func weekAndMonthThatAreOver() throws {
        defer { binary.remove() }
        let week = try report("weekly --day 11-19").out
        #expect(week.contains("2026年11月16日至11月22日；数据截至 11月22日 24时"), "\(week)")
        #expect(week.contains("新立 1 件，办结 0 件（按期 0 件、逾期办结 0 件）；逾期 1 件"))
        #expect(week.contains("一号井盖更换"))
        // 督1 was settled late this week; last week's report does not know.
        #expect(!week.contains("已办结"))
        let month = try report("monthly --day 11-05", at: "2026-12-28T08:00").out
        #expect(month.contains("2026年11月；数据截至 11月30日 24时"), "\(month)")
        #expect(month.contains("本月交办 1 件，按期办结 0 件，逾期办结 1 件"))
        let units = try report("units --day 11-20").out
        #expect(units.contains("全街道在办 1 件，逾期 1 件"), "\(units)")
        #expect(try report("units").out.contains("全街道在办 1 件，逾期 0 件"))
    }
}
