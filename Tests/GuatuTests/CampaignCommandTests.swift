import Foundation
import Testing

/// Campaigns, phases, households, hard cases and reports by the built program.
struct CampaignCommandTests {
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
            "unit add 环湖专班 --kind 专班", "unit add 环湖党总支 --kind 临时党支部",
            "person add 林秋白 --unit 环湖专班 --post 书记 --role 书记", "person add 沈南枝 --unit 环湖专班 --post 入户签约岗 --role 经办",
            "campaign add 环湖整备 --due 2026-12-18 --from 2026-09-01 --target |3 户| --head 林秋白 --group 疑难个案组:沈南枝",
            "add |环湖 8 组包户签约| --campaign 环湖整备 --lead 环湖专班 --person 沈南枝 --quantity |3 户| --due 2026-12-04 --source 会议议定",
            "submit 1", "issue 1", "accept 1 --behalf 沈南枝 --channel 电话",
        ] {
            let run = try guatu(line)
            #expect(run.status == 0, "\(line): \(run.err)")
        }
    }

    @Test func runsACampaign() throws {
        defer { binary.remove() }
        try prepare()
        let lines: [(String, String)] = [
            ("phase 攻坚 --campaign 环湖整备 --behalf 林秋白 --channel 会上", "阶段 环湖整备，攻坚（11-20 起，林秋白定）\n"),
            ("phase", "全街道    平时\n环湖整备  攻坚（11-20 起，林秋白定）\n"),
            ("campaign branch 环湖整备 环湖党总支 --secretary 沈南枝", "战役变更 环湖整备，临时党支部 环湖党总支，沈南枝（原 无）\n"),
            ("campaign edit 环湖整备 --due 2026-12-31", "战役变更 环湖整备，完成时限 2026-12-31（原 2026-12-18）\n"),
            (
                "campaign frontline 环湖整备 党员 --people 沈南枝 --place |环湖 8 组| --text 党员责任区",
                "四个一 环湖整备，党员扎根在一线 沈南枝，环湖 8 组，11-20 起：党员责任区\n"
            ),
            (
                "household add 1 H8-1、H8-2、H8-3 --to 沈南枝",
                "包户建账 H8-1、H8-2、H8-3\n督1 环湖 8 组包户签约 0/3 户\n"
            ),
            (
                "household visit H8-1 当场签约 --state 已签",
                "包户 H8-1 上门，未谈→已签，当场签约，累计 1/3 户\n督1 环湖 8 组包户签约 1/3 户\n"
            ),
            (
                "household set H8-2 --state 疑难 --trouble 继承权属",
                "包户 H8-2，未谈→疑难（继承权属）\n督1 环湖 8 组包户签约 1/3 户\n"
            ),
        ]
        for (line, out) in lines {
            let run = try guatu(line)
            #expect(run.out == out, "\(line): \(run.err)")
        }
        #expect(try guatu("household list --state 疑难").out.contains("共 1 户：疑难 1"))
        #expect(try guatu("household visit 张三").err.contains("没有户号「张三」"))
        #expect(try guatu("household add 1 张三").err.contains("不能作户号"))
        #expect(try guatu("track 1 再签一户 --done +1").err.contains("按户号计数（3 户）"))
        let page = try guatu("campaign show 环湖整备").out
        #expect(page.contains("33%，1/3 户"))
        // Plan, pace and what keeps it from forecasting: under three days of figures nothing is foretold.
        #expect(page.contains("\n按计划今日应到 "))
        #expect(page.contains("；日均需 0.1 户，近10日日均 0 户\n"))
        #expect(page.contains("\n近 10 个工作日有进度的只有 0 日，记录不足，暂不预计\n"))
        let json = try guatu("campaign list --json").out
        #expect(json.contains("\"recentDaily\"") && json.contains("\"forecast\":null"))
        #expect(page.contains("缺功能组：综合业务组、具体业务组、后勤保障组。"))
        #expect(page.contains("四个一未落实：力量汇聚在一线、党组织建在一线、考察培育在一线。"))
        #expect(try guatu("campaign list").out.contains("环湖整备"))
        #expect(try guatu("verify").status == 0)
    }

    @Test func opensAHardCase() throws {
        defer { binary.remove() }
        try prepare()
        try guatu("add 两户继承权属不明 --kind 问题 --campaign 环湖整备 --lead 环湖专班 --source 会议议定")
        let open = try guatu("case open 问2 两份遗嘱 --kind 继承权属 --way 先签后分 --way 提存 --legal 以公证为准")
        #expect(open.out == "疑难个案 继承权属，症结：两份遗嘱，方案1：先签后分；方案2：提存，法律意见：以公证为准\n没有「继承权属」的口径。\n", "\(open.err)")
        #expect(try guatu("case list").out.hasPrefix("疑难个案待定 1 件\n问2 两户继承权属不明（环湖整备）\n  继承权属　症结：两份遗嘱\n"))
        try guatu("decide 2 先签约，补偿款提存 --level 书记 --meeting 第31次党工委会 --nothing")
        #expect(try guatu("case list").out == "疑难个案待定 0 件\n")
        #expect(try guatu("case keep 问2").out == "口径 继承权属，先签约，补偿款提存\n")
        #expect(try guatu("case like 继承权属").out.contains("先签约，补偿款提存"))
        #expect(try guatu("case open 督1 结 --kind 甲 --way 一 --way 二").err.contains("疑难个案只由问题转来"))
    }

    @Test func reportsFromRecords() throws {
        defer { binary.remove() }
        try prepare()
        try guatu("track 1 入户两户，约周五再谈 --done 1")
        let daily = try guatu("report daily").out
        #expect(daily.hasPrefix("望湖街道督查日报\n2026年11月20日 周五\n"))
        #expect(daily.contains("  督1 环湖 8 组包户签约：跟踪 入户两户，约周五再谈，累计 1（+1）\n"))
        #expect(try guatu("report daily", at: "2026-11-23T08:00").out.contains("今日无进展记录"))
        #expect(try guatu("report weekly", at: "2026-11-23T08:00").out.contains("2026年11月16日至11月22日"))
        let monthly = try guatu("report monthly").out
        #expect(monthly.contains("本月交办 1 件"))
        #expect(monthly.contains("会议议定"))
        #expect(try guatu("report units").out.contains("其余 1 个单位"))
        let html = binary.path("周报.html")
        #expect(try guatu("report weekly --html \(html)").status == 0)
        #expect(try String(contentsOfFile: html, encoding: .utf8).contains("督查周报"))
        #expect(try guatu("report 1").err.contains("请写办结情况"))
        let brief = try guatu("brief").out
        #expect(brief.contains("望湖街道 一页纸") && brief.contains("书记：林秋白"))
        #expect(brief.split(separator: "\n", omittingEmptySubsequences: false).count <= 50)
        // A look is remembered: the second sees only what came after it.
        #expect(try guatu("since", at: "2026-11-20T12:00").out.contains("入户两户"))
        #expect(try guatu("since", at: "2026-11-20T13:00").out.contains("没有新的记录"))
        #expect(try guatu("daily", at: "2026-11-23T08:00").out.contains("周末以来：新逾 0 件，值班交来 0 件，到期 0 件"))
    }
}
