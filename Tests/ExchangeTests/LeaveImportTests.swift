import Exchange
import Journal
import Ledger
import Testing
import Text

/// 请假.csv, and 离岗日期 in 人员.csv. Today is Friday 2026-11-20.
struct LeaveImportTests {
    @Test func takesLeavesOnce() throws {
        let desk = try Desk()
        try desk.write("请假.csv", "请假人,单位,起,止,代管人\n裴文度,,今日,今日+2工,温如许\n何家栋,城建办,2026-11-23,2026-11-24,\n")
        let report = try desk.run()
        #expect(report.problems == [])
        let ledger = desk.journal.load(.reference).ledger
        #expect(ledger.leaves.map(\.from) == [Day(iso: "2026-11-20"), Day(iso: "2026-11-23")])
        #expect(ledger.leaves.map(\.through) == [Day(iso: "2026-11-24"), Day(iso: "2026-11-24")])
        #expect(desk.name(ledger.leaves.first?.standIn) == "温如许")
        #expect(ledger.leaves.last?.standIn == nil)
        let again = try desk.run()
        #expect(!again.isCommitted && again.problems == [])
    }

    @Test(arguments: [
        (",,今日,今日,", "2 A 请假人"), ("没有的人,,今日,今日,", "2 A 请假人"), ("何家栋,,今日,今日,", "2 A 请假人"),
        ("裴文度,,某日,今日,", "2 C 起"), ("裴文度,,今日,某日,", "2 D 止"), ("裴文度,,今日,今日,没有的人", "2 E 代管人"),
        ("裴文度,,今日+2工,今日,", "2"),
    ])
    func badLeaves(row: String, place: String) throws {
        let desk = try Desk()
        try desk.write("请假.csv", "请假人,单位,起,止,代管人\n" + row)
        let report = try desk.run()
        #expect(report.faults.keys.contains(place), "\(report.faults)")
        #expect(!report.isCommitted)
    }

    @Test func whoLeftHoldsNoPost() throws {
        let desk = try Desk()
        try desk.write("人员.csv", "姓名,单位,岗位,离岗日期\n秦岚,城建办,排水监管岗,2026-11-10\n")
        #expect(try desk.run().problems == [])
        let people = desk.journal.load(.reference).ledger.people.values
        #expect(people.first { $0.name == "秦岚" }?.left == Day(iso: "2026-11-10"))
    }
}
