import Foundation
import Testing

/// Units, people, limits and the calendar by the built program.
struct DirectoryTests {
    private let binary: Binary
    private let variables: [String: String]

    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
    }

    @discardableResult
    private func guatu(_ line: String, at moment: String = Binary.morning) throws -> Binary.Run {
        try binary.run(line: line, at: moment, variables: variables)
    }

    private func prepare() throws {
        for line in [
            "unit add 城建办 --kind 办公室", "unit add 柳堤社区 --kind 社区", "unit add 专班 --kind 专班 --parent 城建办",
            "person add 林秋白 --unit 城建办 --post 书记 --role 书记", "person add 贺知远 --unit 专班 --post 负责人 --role 单位负责人",
            "person add 许砚秋 --unit 专班 --post 副职 --role 经办", "person add 罗文舟 --unit 柳堤社区 --post 社区书记",
            "add 管网改造 --lead 专班 --person 贺知远 --quantity |100 米| --due 5个工作日 --source 年度重点 "
                + "--share |柳堤社区 20米 !11-25| --sign-by 2小时",
            "submit 1", "issue 1",
        ] {
            let run = try guatu(line)
            #expect(run.status == 0, "\(line): \(run.err)")
        }
    }

    @Test func knowsAUnitByTheNameItHadBefore() throws {
        defer { binary.remove() }
        try prepare()
        #expect(try guatu("unit rename 柳堤社区 柳岸社区").status == 0)
        let added = try guatu("add 补种行道树 --lead 柳堤社区 --person 罗文舟 --quantity |3 棵| --due 5个工作日 --source 年度重点 --json")
        #expect(added.status == 0, "\(added.err)")
        #expect(try guatu("show 2").out.contains("牵头单位  柳岸社区"))
        // Somebody else's name now is that unit's alone.
        #expect(try guatu("unit add 柳堤社区 --kind 社区").status == 0)
        #expect(try guatu("add 修剪行道树 --lead 柳堤社区 --quantity |3 棵| --due 5个工作日 --source 年度重点").status == 0)
        #expect(try guatu("show 3").out.contains("牵头单位  柳堤社区"))
    }

    @Test func takesLeaveThatHasBegun() throws {
        defer { binary.remove() }
        try prepare()
        // 2026-11-20: away since Wednesday, told on Friday; next week's of another; back since yesterday.
        for (line, out) in [
            ("person leave 贺知远 --from 11-18 --through 11-24 --stand-in 许砚秋", "请假 贺知远，11-18至11-24，许砚秋代理\n"),
            ("person leave 罗文舟 --from 1-4 --through 1-8", "请假 罗文舟，2027-01-04至2027-01-08\n"),
            ("person back 贺知远 --from 11-19", "销假 贺知远，11-19\n"),
        ] {
            let run = try guatu(line)
            #expect(run.out == out, "\(line): \(run.err)")
        }
    }

    @Test func turnsTheCourseOfAMatter() throws {
        defer { binary.remove() }
        try prepare()
        let lines: [(String, String)] = [
            ("handback 1 不属职责 --behalf 专班 --channel 电话", "督1 管网改造：待批准，时限 2026-11-27 周五，0/100 米\n"),
            ("issue 1", "督1 管网改造：待签收，时限 2026-11-27 周五，0/100 米\n"),
            ("accept 1 --behalf 贺知远 --channel 电话", "督1 管网改造：办理中，时限 2026-11-27 周五，0/100 米\n"),
            (
                "reassign 1 轮岗 --to 许砚秋",
                "督1 管网改造：办理中，时限 2026-11-27 周五，0/100 米\n  换人 贺知远 → 许砚秋，轮岗\n"
            ),
            ("handover 许砚秋 贺知远", "督1 管网改造\n共 1 件，由许砚秋交贺知远。\n"),
            ("transfer 1 属地 --to 柳堤社区 --due 8个工作日", "督1 管网改造：待签收，时限 2026-12-02 周三，0/100 米，待定人\n"),
            (
                "calendar rest 11-25 --name 区庆",
                "本地调休 11-25 休息（区庆）\n督1 管网改造：时限 12-02，按现行日历应为 12-03；guatu recount 1 [--keep]\n"
            ),
            ("recount 1", "督1 管网改造：待签收，时限 2026-12-03 周四，0/100 米，待定人\n"),
            ("unit close 专班 --into 城建办", "单位撤并 专班并入城建办\n"),
        ]
        for (line, out) in lines {
            let run = try guatu(line)
            #expect(run.out == out, "\(line): \(run.err)")
        }
        #expect(try guatu("amend 1 --source-document 望街批〔2026〕3号 --remark 请抓紧").status == 0)
        let shown = try guatu("show 1").out
        #expect(shown.contains("望街批〔2026〕3号") && shown.contains("备注      请抓紧"), "\(shown)")
        #expect(shown.contains("更正 来源文号 望街批〔2026〕3号（原 无），备注 请抓紧（原 无）"))
        #expect(try guatu("unit close 柳堤社区").err.contains("还牵头 1 件未结事项"))
        #expect(try guatu("reassign 1 --to 贺知远").err.contains("请用「转办」"))
        #expect(try guatu("verify").status == 0)
    }

    @Test func adjustsALimitThatHasPassed() throws {
        defer { binary.remove() }
        try prepare()
        try guatu("accept 1 --behalf 贺知远 --channel 电话")
        let late = "2026-12-01T09:00"
        #expect(try guatu("extend 1 雨 --to 12-10", at: late).err.contains("书记或交办人「调整时限」"))
        let adjusted = try guatu(
            "adjust 1 管材晚到 --due 12月10日 --behalf 林秋白 --channel 纸质 --approved 昨天 --document 望街签〔2026〕3号",
            at: late
        )
        #expect(adjusted.status == 0, "\(adjusted.err)")
        let json = try guatu("show 1 --json", at: late).json()
        #expect(json["due"] as? String == "2026-12-10")
        #expect(json["originalDue"] as? String == "2026-11-27")
        #expect(json["slips"] as? Int == 1)
        #expect(json["overdueBefore"] as? Int == 2)
        let page = try guatu("show 1", at: late).out
        #expect(page.contains("原定 2026-11-27，逾期后调整 1 次，此前逾 2 个工作日"))
        #expect(page.contains("林秋白（"))
        #expect(page.contains("代录·纸质，11-30 批）"))
        #expect(page.contains("［望街签〔2026〕3号］"))
    }

    @Test func readsACalendarFile() throws {
        defer { binary.remove() }
        let file = binary.folder.appending(path: "2027.csv")
        try Data("日期,类别,名称\n2027-01-01,holiday,元旦\n2027-13-01,holiday,元旦\n".utf8).write(to: file)
        #expect(try guatu("calendar import 2027.csv").err.contains("第 3 行"))
        try Data("日期,类别,名称\n2027-01-01,holiday,元旦\n".utf8).write(to: file)
        #expect(try guatu("calendar import 2027.csv").status == 0)
    }
}
