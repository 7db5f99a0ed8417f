import Exchange
import Journal
import Ledger
import Testing
import Text

/// 会议.csv and 四个一.csv. Today is Friday 2026-11-20, 07:50.
struct MeetingImportTests {
    private static let matters = """
        编号,事项,来源,牵头单位,责任人,完成时限
        督1,环湖 8 组签约资料移交,会议议定,城建办,何家栋,2026-12-04
        问2,两户继承权属不明,会议议定,柳堤社区,,2026-12-04
        """
    private static let meetings = """
        会议日期,会议,战役,名称,时刻,散会,主持,地点,出席,涉及事项,内容,决定,落实事项
        2026-11-18,早会,环湖整备,,08:10,08:35,裴文度,三楼,出席：8 人,问2,先看产权档案,,
        2026-11-18,早会,环湖整备,,,,,,,问2,资料一周内移交,书记、主任；指挥部,督1
        2026-11-18,早会,环湖整备,,,,,,,,每晚报数,指挥部集体研究,不需落实
        2026-11-20,晚会,环湖整备,,17:30,,,,,督1,资料移交进度,,
        2026-11-19,周例会,,,,,,,,,,,
        """

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.write("事项.csv", Self.matters)
        return desk
    }

    @Test func takesMeetingsWithWhatTheyDecided() throws {
        let desk = try desk()
        try desk.write("会议.csv", Self.meetings)
        let report = try desk.run()
        #expect(report.problems == [])
        #expect(report.counts("会议.csv") == [5, 5, 0, 0])
        let meetings = desk.journal.load(.reference).ledger.diary.meetings.values.sorted { $0.id < $1.id }
        #expect(meetings.map(\.kind) == [.early, .late, .weekly])
        let early = meetings[0]
        #expect(early.campaign == CampaignID(1) && early.place == "三楼" && desk.name(early.chair) == "裴文度")
        #expect(early.began == Moment(early.day, minute: 8 * 60 + 10, offset: .china))
        #expect(early.ended == Moment(early.day, minute: 8 * 60 + 35, offset: .china))
        #expect(early.attendance?.text == "出席：8 人")
        #expect(early.entries.map { $0.text.text } == ["先看产权档案", "资料一周内移交", "每晚报数"])
        #expect(early.entries.map(\.matters) == [[MatterNumber(2)], [MatterNumber(2)], []])
        #expect(early.entries.map { $0.ruling?.levels } == [nil, [.secretary, .headquarters], [.headquarters]])
        #expect(early.made == [MatterNumber(1)])
        // Announced for this evening, and held yesterday without a word of it.
        #expect(meetings[1].isPlanned && meetings[1].topics.map(\.matter) == [MatterNumber(1)])
        #expect(
            meetings[2].ended == Moment(Desk.today - 1, minute: 9 * 60, offset: .china) && meetings[2].entries.isEmpty
        )

        let head = desk.journal.head()
        let again = try desk.run()
        #expect(again.problems == [] && !again.isCommitted && desk.journal.head() == head)
        #expect(again.counts("会议.csv") == [5, 0, 5, 0])
    }

    @Test func knownMeetingsStay() throws {
        let desk = try desk()
        let context = Context(actor: Desk.actor, now: Desk.now)
        let meeting = Meeting(kind: .late, campaign: CampaignID(1), day: Desk.today)
        try desk.journal.perform([.daily(.planMeeting(meeting))], by: context, expecting: [:])
        try desk.write("会议.csv", Self.meetings)
        let report = try desk.run()
        #expect(report.counts("会议.csv") == [5, 4, 1, 0])
        #expect(desk.journal.load(.reference).ledger.diary.meetings[MeetingID(1)]?.topics == [])
    }

    @Test(arguments: [
        ("某日,早会,,,,,,,,,,,", "2 A 会议日期"), ("2026-11-18,茶话会,,,,,,,,,,,", "2 B 会议"),
        ("2026-11-18,早会,没有的战役,,,,,,,,,,", "2 C 战役"), ("2026-11-18,早会,,,25:00,,,,,,,,", "2 E 时刻"),
        ("2026-11-20,早会,,,08:10,09:00,,,,,,,", "2 F 散会"), ("2026-11-18,早会,,,,,某某某,,,,,,", "2 G 主持"),
        ("2026-11-18,早会,,,,,,,,督9,看过,,", "2 J 涉及事项"), ("2026-11-18,早会,,,,,,,,,,指挥部集体研究,督1", "2 K 内容"),
        ("2026-11-18,早会,,,,,,,,,照办,老王,督1", "2 L 决定"), ("2026-11-18,早会,,,,,,,,,照办,分管领导,", "2 M 落实事项"),
        ("2026-11-18,早会,,,,,,,,,照办,分管领导,督7", "2 M 落实事项"), ("2026-11-20,早会,,,,,,,,,照办,分管领导,督1", "2 F 散会"),
        ("2026-11-18,早会,,,,,,,,,电话13812345678,,", "2 K 内容"),
    ])
    func badMeetings(row: String, place: String) throws {
        let desk = try desk()
        try desk.write("会议.csv", "会议日期,会议,战役,名称,时刻,散会,主持,地点,出席,涉及事项,内容,决定,落实事项\n" + row)
        let report = try desk.run()
        #expect(report.faults.keys.contains(place), "\(report.faults)")
        #expect(!report.isCommitted)
    }

    @Test func takesTheFourOnTheSpot() throws {
        let desk = try Desk()
        try desk.write(
            "四个一.csv",
            "战役,四个一,人员,地点,日期,说明\n环湖整备,力量汇聚在一线,裴文度、温如许,环湖 8 组,2026-11-02,签约一队\n环湖整备,党员,温如许,柳堤,,\n"
        )
        let report = try desk.run()
        #expect(report.problems == [])
        let campaign = try #require(desk.journal.load(.reference).ledger.campaigns[CampaignID(1)])
        let entries = try #require(campaign.frontline)
        #expect(entries.map(\.kind) == [.force, .members])
        #expect(entries[0].people.map { desk.name($0) } == ["裴文度", "温如许"])
        #expect(entries.map(\.day) == [Desk.today - 18, Desk.today] && entries[0].text == "签约一队")
        let again = try desk.run()
        #expect(!again.isCommitted && again.problems == [])
    }

    @Test(arguments: [
        ("没有的战役,党员,温如许,柳堤,,", "2 A 战役"), (",党员,温如许,柳堤,,", "2 A 战役"), ("环湖整备,五个一,温如许,柳堤,,", "2 B 四个一"),
        ("环湖整备,党员,某某某,柳堤,,", "2 C 人员"), ("环湖整备,党员,,柳堤,,", "2 C 人员"), ("环湖整备,党员,温如许,,,", "2 D 地点"),
        ("环湖整备,党员,温如许,柳堤,某日,", "2 E 日期"), ("环湖整备,党员,温如许,柳堤,2026-12-01,", "2 E 日期"),
        ("环湖整备,党员,温如许,电话13812345678,,", "2 D 地点"),
    ])
    func badFrontline(row: String, place: String) throws {
        let desk = try Desk()
        try desk.write("四个一.csv", "战役,四个一,人员,地点,日期,说明\n" + row)
        let report = try desk.run()
        #expect(report.faults.keys.contains(place), "\(report.faults)")
        #expect(!report.isCommitted)
    }
}
