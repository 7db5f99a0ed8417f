import Exchange
import Journal
import Ledger
import Testing
import Text

/// 包户.csv: households without names, each in one group, the matter's quantity their sum.
struct HouseholdImportTests {
    private let matters = "编号,事项,战役,牵头单位,目标量,完成量,计量单位,状态,完成时限\n7,环湖 8 组包户签约,环湖整备,城建办,32,18,户,办理中,12-31\n"

    @Test func takesInAndCounts() throws {
        let desk = try Desk()
        try desk.write("事项.csv", matters)
        try desk.write(
            "包户.csv",
            "编号,户号,组,包户干部,状态,最近上门,疑难类别\n督7,H08-001,8 组,裴文度,已签,11-18,\n7,H08-002,8 组,裴文度,疑难,昨天,继承权属\n7,H08-003,,,,,\n"
        )
        let report = try desk.run()
        #expect(report.problems == [])
        #expect(report.counts("包户.csv") == [3, 3, 0, 0])
        let ledger = desk.journal.load(.atHand).ledger
        let first = try #require(ledger.households["H08-001"])
        #expect(first.matter == MatterNumber(7) && first.state == .signed && first.visited == Desk.today - 2)
        #expect(desk.name(first.cadre) == "裴文度")
        #expect(ledger.households["H08-002"]?.trouble == "继承权属")
        #expect(ledger.households["H08-003"]?.state == .untouched)
        #expect(
            ledger.matters[MatterNumber(7)]?.quantity == QuantityLine(target: Amount(3), done: Amount(1), unit: "户")
        )
        // Once more changes nothing; a row added since is taken in, also from the file alone.
        #expect(try desk.run().isCommitted == false)
        try desk.write("包户.csv", "编号,户号,状态\n7,H08-001,已签\n7,H08-004,已腾\n")
        let again = try desk.run("包户.csv")
        #expect(again.counts("包户.csv") == [2, 1, 1, 0])
        #expect(desk.journal.load(.atHand).ledger.matters[MatterNumber(7)]?.quantity?.done == Amount(2))
    }

    @Test func namesEachBadCell() throws {
        let desk = try Desk()
        try desk.write("事项.csv", matters)
        try desk.write(
            "包户.csv",
            """
            编号,户号,包户干部,状态,最近上门,疑难类别
            7,王小明,裴文度,已签,,
            7,3栋201,裴文度,已签,,
            99,H08-001,裴文度,已签,,
            ,H08-002,裴文度,已签,,
            7,H08-003,裴某某,签了,某日,
            7,H08-004,裴文度,疑难,11-25,
            7,H08-004,裴文度,洽谈,,
            """
        )
        let report = try desk.run()
        #expect(!report.isCommitted)
        #expect(
            report.faults == [
                "2 B 户号": .refused(.householdCode("王小明")),
                "3 B 户号": .refused(.householdCode("3栋201")),
                "4 A 编号": .noSuchMatter("99"),
                "5 A 编号": .empty("编号"),
                "6 C 包户干部": .unknownName(.person, "裴某某"),
                "6 D 状态": .unknownTerm("签了", known: ["未谈", "洽谈", "已签", "已腾", "疑难"]),
                "6 E 最近上门": .notADay("某日"),
                "7 F 疑难类别": .refused(.needsTrouble("H08-004")),
                "8 B 户号": .codeRepeated("H08-004", firstRow: 7),
            ]
        )
        #expect(desk.journal.load(.reference).ledger.households.isEmpty)
    }
}
