import Exchange
import Journal
import Ledger
import Testing
import Text

/// 职责.csv and 勾办.csv. Today is Friday 2026-11-20.
struct RoutineImportTests {
    private static let routines = """
        职责,周期,遇休息日,时刻,单位,责任人,起
        日报告,每日,,17:30,党政办,温如许,2026-11-02
        督查周报,每周五,提前,,,,2026-11-02
        月查,每月 18 日,顺延,,,,2026-11-02
        """

    @Test func takesDutiesAndTicks() throws {
        let desk = try Desk()
        try desk.write("职责.csv", Self.routines)
        try desk.write(
            "勾办.csv",
            "职责,应办日,勾办日,由谁,说明\n日报告,上1次,,温如许,\n日报告,上2次,+1,温如许,补\n督查周报,2026-11-13,,,\n"
        )
        let report = try desk.run()
        #expect(report.problems == [])
        #expect(report.isCommitted)
        let routines = desk.journal.load(.reference).ledger.diary.routines
        #expect(routines[RoutineID(1)]?.minute == 17 * 60 + 30)
        #expect(routines.values.sorted { $0.id < $1.id }.map(\.cycle) == [.daily, .weekly(5), .monthly(18)])
        #expect(routines.values.sorted { $0.id < $1.id }.map(\.restDay) == [.before, .before, .after])
        #expect(routines[RoutineID(1)]?.ticks.map(\.due) == ["2026-11-18", "2026-11-19"].map { Day(iso: $0) })
        #expect(routines[RoutineID(1)]?.ticks.map(\.day) == ["2026-11-19", "2026-11-19"].map { Day(iso: $0) })
        #expect(desk.name(routines[RoutineID(1)]?.ticks.first?.person) == "温如许")
        #expect(routines[RoutineID(2)]?.ticks.count == 1)
        // Again: nothing changes.
        let again = try desk.run()
        #expect(!again.isCommitted)
        #expect(again.problems == [])
    }

    @Test(arguments: [
        ("日报告,每旬,,,,,", "2 B 周期"), ("日报告,每日,看情况,,,,", "2 C 遇休息日"), ("日报告,每日,,25:00,,,", "2 D 时刻"),
        ("日报告,每日,,,没有的单位,,", "2 E 单位"), ("日报告,每日,,,,,某日", "2 G 起"), (",每日,,,,,", "2 A 职责"),
    ])
    func badDuties(row: String, place: String) throws {
        let desk = try Desk()
        try desk.write("职责.csv", "职责,周期,遇休息日,时刻,单位,责任人,起\n" + row)
        let report = try desk.run()
        #expect(report.faults.keys.contains(place), "\(report.faults)")
        #expect(!report.isCommitted)
    }

    @Test(arguments: [
        ("没有的职责,上1次", "2 A 职责"), ("督查周报,某日", "2 B 应办日"), ("督查周报,上9次", "2 B 应办日"), ("督查周报,2026-11-12", "2"),
    ])
    func badTicks(row: String, place: String) throws {
        let desk = try Desk()
        try desk.write("职责.csv", Self.routines)
        try desk.write("勾办.csv", "职责,应办日\n" + row)
        let report = try desk.run()
        #expect(report.faults.keys.contains(place), "\(report.faults)")
        #expect(!report.isCommitted)
    }
}
