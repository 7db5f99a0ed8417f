import Foundation
import Testing

/// Registering, tracking and the life of a matter, by the built program.
struct RecordingTests {
    private let binary: Binary
    private let variables: [String: String]

    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
    }

    /// Runs on the rehearsal ledger, on the morning of 2026-11-20.
    @discardableResult
    private func guatu(_ arguments: String...) throws -> Binary.Run {
        try binary.run(["--now", Binary.morning] + arguments, variables: variables)
    }

    private func stage(_ number: Int) throws -> String {
        try #require(try guatu("show", String(number), "--json").json()["stage"] as? String)
    }

    @Test func registersAndShows() throws {
        defer { binary.remove() }
        let added = try guatu(
            "add",
            "拓宽湖东路辅道",
            "--kind",
            "目标任务",
            "--source",
            "年度重点",
            "--due",
            "12月1日",
            "--lead",
            "城市建设办公室",
            "--person",
            "贺知远",
            "--post",
            "市政岗",
            "--quantity",
            "3600 米",
            "--create-missing"
        )
        #expect(added.status == 0)
        #expect(added.out == "督1 拓宽湖东路辅道：拟稿，时限 2026-12-01 周二，0/3,600 米\n")
        #expect(added.err == "新建单位：城市建设办公室\n新建人员：贺知远\n")
        let shown = try guatu("show", "督1", "--json").json()
        #expect(shown["schema"] as? Int == 1)
        #expect(shown["number"] as? Int == 1)
        #expect(shown["kind"] as? String == "target")
        #expect(shown["title"] as? String == "拓宽湖东路辅道")
        #expect(shown["stage"] as? String == "draft")
        #expect(shown["light"] as? String == "grey")
        #expect(shown["source"] as? String == "yearPlan")
        #expect(shown["lead"] as? String == "城市建设办公室")
        #expect(shown["person"] as? String == "贺知远")
        #expect(shown["post"] as? String == "市政岗")
        #expect(shown["version"] as? Int == 1)
        let quantity = try #require(shown["quantity"] as? [String: Any])
        #expect(quantity["target"] as? Int == 3600)
        #expect(quantity["done"] as? Int == 0)
        #expect(quantity["unit"] as? String == "米")
        // Every promised name is there, known or null.
        for name in ["why", "due", "overdueWorkdays", "grid", "campaign", "lastTracked"] {
            #expect(shown[name] != nil, "\(name)")
        }
        #expect(shown["due"] as? String == "2026-12-01")
        #expect(shown["campaign"] is NSNull)
    }

    @Test func goesThroughItsWholeLife() throws {
        defer { binary.remove() }
        try guatu(
            "add",
            "管网改造",
            "--lead",
            "城建办",
            "--person",
            "贺知远",
            "--post",
            "岗",
            "--quantity",
            "10 户",
            "--due",
            "5wd",
            "--create-missing"
        )
        let steps: [([String], String)] = [
            (["submit", "1"], "pending"), (["decline", "1", "量要核实"], "draft"), (["submit", "1"], "pending"),
            (["issue", "1"], "issued"), (["accept", "1", "--behalf", "城建办", "--channel", "电话"], "inHand"),
            (["track", "1", "已进场；卡：管线未迁", "--done", "4"], "inHand"),
            (["park", "1", "等批复", "--recheck", "12-10"], "parked"),
            (["resume", "1"], "inHand"), (["report", "1", "全部完成"], "reported"), (["return", "1", "缺照片"], "inHand"),
            (["report", "1", "照片已补"], "reported"), (["settle", "1", "--check", "现场"], "settled"),
            (["strike", "1"], "struck"), (["archive", "1"], "archived"),
        ]
        for (arguments, expected) in steps {
            let run = try binary.run(arguments + ["--now", Binary.morning], variables: variables)
            #expect(run.status == 0, "\(arguments): \(run.err)")
            #expect(try stage(1) == expected, "\(arguments)")
        }
        let history = try #require(try guatu("show", "1", "--json").json()["history"] as? [[String: Any]])
        #expect(history.count == 15)
        #expect(history.last?["kind"] as? String == "archived")
        let accepted = try #require(history.first { $0["kind"] as? String == "accepted" })
        #expect((accepted["by"] as? String)?.hasSuffix("代录·电话）") == true)
        #expect(try guatu("verify").status == 0)
    }

    @Test func figuresAddUp() throws {
        defer { binary.remove() }
        try guatu(
            "add",
            "签约",
            "--lead",
            "专班",
            "--person",
            "沈南枝",
            "--post",
            "岗",
            "--quantity",
            "480 户",
            "--due",
            "年底",
            "--create-missing"
        )
        for action in ["submit", "issue", "accept"] { try guatu(action, "1") }
        func done() throws -> Int? {
            (try guatu("show", "1", "--json").json()["quantity"] as? [String: Any])?["done"] as? Int
        }
        try guatu("track", "1", "累计", "--done", "53")
        #expect(try done() == 53)
        try guatu("track", "1", "新增", "--done", "+3")
        #expect(try done() == 56)
        try guatu("track", "1", "核减", "--done", "-2")
        #expect(try done() == 54)
        let below = try guatu("track", "1", "太多", "--done", "-100")
        #expect(below.status == 1)
        #expect(below.err == "数量不能小于零。\n")
        #expect(try done() == 54)
        let wrong = try guatu("track", "1", "看不懂", "--done", "很多")
        #expect(wrong.status == 2)
        #expect(wrong.err == "--done 的「很多」看不懂：53 是累计，+3 是新增，-2 是核减，至多三位小数。\n")
        // 补记: on Monday, for the Friday before.
        let late = try binary.run(
            "--now",
            "2026-11-23T08:00",
            "track",
            "1",
            "周五的事",
            "--day",
            "上周五",
            variables: variables
        )
        #expect(late.status == 0, "\(late.err)")
        #expect(try guatu("show", "1", "--json").json()["lastTracked"] as? String == "2026-11-20")
        #expect(try guatu("track", "1", "明天的事", "--day", "2026-11-23").err == "2026-11-23 还没有到，不能先记。\n")
    }

    @Test func refusalsSayWhatToDo() throws {
        defer { binary.remove() }
        try guatu("add", "缺四定的事项")
        let issue = try guatu("issue", "1")
        #expect(issue.status == 1)
        #expect(issue.err == "现为「拟稿」，不能「批准交办」（须为「待批准」）；现在可以：更正、提交立项、跟踪、加步骤、答复、作废。\n")
        try guatu("submit", "1")
        #expect(try guatu("issue", "1").err == "还没有牵头单位，不能交办。请先定牵头单位。\n")
        #expect(try guatu("show", "99").err == "没有编号为 99 的事项。\n")
        #expect(try guatu("track", "问1", "x").err == "编号 1 是目标任务，应写 督1。\n")
        #expect(try guatu("add", "   ").err == "请写明事项名称。\n")
        #expect(try guatu("track", "1", " ").status == 1)
        let conflict = try guatu("amend", "1", "--title", "新名称", "--expect", "1")
        #expect(conflict.status == 1)
        #expect(conflict.err == "事项 1 已被他人改动（您看到第 1 版，现为第 2 版）。请看过再存。\n")
        #expect(try guatu("accept", "1", "--channel", "电话").status == 2)
        #expect(try guatu("accept", "1", "--behalf", "城建办").status == 2)
        #expect(try guatu("add", "x", "--due", "尽快").status == 2)
        #expect(try guatu("add", "x", "--kind", "大事").err == "--kind 没有「大事」，可以写：目标任务、清单事项、问题、诉求。\n")
    }

    @Test func severalAtOnceArePartlyDone() throws {
        defer { binary.remove() }
        for index in 1...3 { try guatu("add", "第\(index)件") }
        try guatu("submit", "2")
        let run = try guatu("submit", "1-3")
        #expect(run.status == 3)
        #expect(run.lines.count == 2)
        #expect(run.err.hasPrefix("2: 现为「待批准」"))
        #expect(try guatu("submit", "1-3").status == 1)
    }

    @Test func unknownNamesAreAnsweredWithTheNearest() throws {
        defer { binary.remove() }
        try guatu("add", "一", "--lead", "柳堤社区", "--person", "罗文舟", "--create-missing")
        try guatu("add", "二", "--lead", "荷塘社区", "--person", "罗文舟", "--create-missing")
        let near = try guatu("add", "三", "--lead", "柳提社区")
        #expect(near.status == 1)
        #expect(near.err == "台账里没有单位「柳提社区」。相近的有：柳堤社区、荷塘社区。\n")
        // The second 罗文舟 was found, not made again.
        #expect(try guatu("show", "2", "--json").json()["person"] as? String == "罗文舟")
        #expect(try guatu("list", "--person", "罗文舟", "--jsonl").lines.count == 2)
    }

    @Test func amends() throws {
        defer { binary.remove() }
        try guatu("add", "原名", "--lead", "城建办", "--person", "贺知远", "--create-missing")
        let run = try guatu("set", "1", "--title", "新名", "--quantity", "12.5 亩", "--due", "3个工作日", "--kind", "problem")
        #expect(run.out == "问1 新名：拟稿，时限 3 个工作日，0/12.5 亩，缺定岗\n")
        #expect(try guatu("amend", "1").err == "没有改动。\n")
    }

    @Test(arguments: [
        ("\u{1B}[31m红字\u{1B}[0m", "\u{FFFD}[31m红字\u{FFFD}[0m"), ("第一行\n第二行", "第一行 第二行"),
        ("反\u{202E}向", "反\u{FFFD}向"), ("零\u{200B}宽", "零宽"), ("\u{7}响铃", "\u{FFFD}响铃"),
        ("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")"),
    ])
    func hostileTitles(typed: String, kept: String) throws {
        defer { binary.remove() }
        let added = try guatu("add", "--json", "--", typed)
        #expect(try added.json()["title"] as? String == kept)
        for form in ["--plain", "--csv", "--jsonl"] {
            let listed = try guatu("list", form)
            #expect(!listed.out.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\r" })
            #expect(!listed.out.contains("\u{202E}"))
        }
        if typed.hasPrefix("=") { #expect(try guatu("list", "--csv").out.contains("\"'=HYPERLINK")) }
    }

    @Test func brokenBytesAndEndlessTitles() throws {
        defer { binary.remove() }
        let added = try binary.shell("\"$0\" add \"$(printf '坏\\377字')\"", variables: variables)
        #expect(added.status == 0)
        #expect(try guatu("list", "--jsonl").out.contains("坏\u{FFFD}字"))
        let long = String(repeating: "很长的事项", count: 4000)
        #expect(try guatu("add", long).status == 0)
        #expect(try guatu("list", "--limit", "5").status == 0)
        #expect(try guatu("verify").status == 0)
    }

    @Test func statedClockOnlyOnRehearsals() throws {
        defer { binary.remove() }
        let path = binary.path("正式.guatu")
        #expect(try binary.run("init", "--name", "望湖街道", "--ledger", path).status == 0)
        let writing = try binary.run("add", "一件", "--ledger", path, "--now", Binary.morning)
        #expect(writing.status == 1)
        #expect(writing.err.hasPrefix("--now 只能在演练台账上记录"))
        #expect(try binary.run("list", "--ledger", path, "--now", Binary.morning).status == 0)
        #expect(try binary.run("add", "一件", "--ledger", path).status == 0)
        #expect(try binary.run("list", "--ledger", path, "--now", "昨天").status == 2)
    }
}
