import Foundation
import Testing

/// The ladder, the slips and the rules file, by the built program.
struct LadderCommandTests {
    private let binary: Binary
    private let variables: [String: String]

    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
        try guatu(
            "add",
            "七号井复工",
            "--lead",
            "专班",
            "--person",
            "贺知远",
            "--post",
            "岗",
            "--quantity",
            "1 段",
            "--due",
            "11-20",
            "--create-missing"
        )
        for action in ["submit", "issue", "accept"] { try guatu(action, "1") }
    }

    @discardableResult
    private func guatu(_ arguments: String...) throws -> Binary.Run {
        try binary.run(["--now", Binary.morning] + arguments, variables: variables)
    }

    /// On a later day.
    @discardableResult
    private func later(_ day: String, _ arguments: String...) throws -> Binary.Run {
        try binary.run(["--now", "\(day)T08:00"] + arguments, variables: variables)
    }

    @Test func checksForRed() throws {
        defer { binary.remove() }
        #expect(try guatu("check").status == 0)
        let red = try later("2026-11-23", "check")
        #expect(red.status == 4)
        #expect(red.out.contains("逾期 1 件"))
        #expect(try later("2026-11-23", "check", "--json").json()["red"] as? Int == 1)
    }

    @Test func slipsFromDraftToAnswer() throws {
        defer { binary.remove() }
        #expect(try later("2026-11-23", "daily").out.contains("建议拟催办单：时限 11-20，逾 1 个工作日"))
        #expect(try later("2026-11-23", "slip", "draft", "1", "三日内复工").status == 0)
        #expect(try later("2026-11-23", "daily").out.contains("催办单（未编号）待签发"))
        let signed = try later("2026-11-23", "slip", "sign", "1")
        #expect(signed.status == 0, "\(signed.err)")
        for day in ["deliver", "accept"] { #expect(try later("2026-11-23", "slip", day, "1").status == 0) }
        let answered = try later(
            "2026-11-24",
            "slip",
            "answer",
            "1",
            "钻机进场",
            "--measure",
            "夜间施工",
            "--promise",
            "11-27",
            "--behalf",
            "贺知远",
            "--channel",
            "电话"
        )
        #expect(answered.status == 0, "\(answered.err)")
        let register = try later("2026-11-24", "slips", "--plain").out
        #expect(register.contains("催〔2026〕1号"))
        #expect(register.contains("承诺 11-27 前办结"))
        #expect(try later("2026-11-24", "print", "order", "催[2026]1").out.contains("回执　催〔2026〕1号"))
        #expect(try later("2026-11-24", "print", "register").out.contains("登记簿"))
        #expect(try later("2026-11-24", "print", "circular", "1").out.contains("办理情况的通报"))
        #expect(try later("2026-11-24", "print", "handover", "贺知远").out.contains("11-27 前办结（催〔2026〕1号回复）"))
        #expect(try later("2026-11-26", "daily").out.contains("答复期限 11-25 已过，虽已回复，尚未办结"))
        #expect(try later("2026-11-26", "put-off", "1", "今日验收", "--until", "11-30").status == 0)
        #expect(try later("2026-11-26", "daily").out.contains("建议拟") == false)
        #expect(try guatu("verify").status == 0)
    }

    @Test func rulesFile() throws {
        defer { binary.remove() }
        let file = binary.path("规则.yaml")
        #expect(try guatu("rules", "export", file).status == 0)
        #expect(try guatu("rules", "check", file).out == "没有问题；导入后是第 2 版。\n")
        var text = try String(contentsOfFile: file, encoding: .utf8)
        text = text.replacingOccurrences(of: "催办逾期工作日: 1", with: "催办逾期工作日: 三")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let faulty = try guatu("rules", "check", file)
        #expect(faulty.status == 1)
        #expect(faulty.err.hasPrefix("规则.yaml:") && faulty.err.contains("「三」不行；应写1 到 60 的整数。"))
        text = text.replacingOccurrences(of: "催办逾期工作日: 三", with: "催办逾期工作日: 3 # 会议定")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try guatu("rules", "import", file).out == "第 2 版规则从今日起生效。\n")
        #expect(try later("2026-11-23", "daily").out.contains("建议拟催办单") == false)
        #expect(try later("2026-11-25", "daily").out.contains("逾 3 个工作日（逾 3 个即催办）"))
        let exported = try guatu("rules", "export").out
        #expect(exported.contains("催办逾期工作日: 3 # 会议定") && exported.contains("\n版本: 2\n"))
        #expect(try guatu("rules", "import", file).err.contains("文件是照第 1 版改的，台账现在是第 2 版"))
        #expect(try guatu("verify").status == 0)
    }

    @Test func sharedLoginAsksWhoIAm() throws {
        defer { binary.remove() }
        let login = try binary.shell("id -un").out.trimmingCharacters(in: .newlines)
        try guatu("person", "add", "温如许", "--unit", "专班")
        let file = binary.path("规则.yaml")
        try "版本: 1\n登录:\n  - 登录名: \(login)\n    人员: [温如许, 贺知远]\n    角色: [督办员]\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        let taken = try guatu("rules", "import", file)
        #expect(taken.status == 0, "\(taken.err)")
        let refused = try guatu("track", "1", "去过")
        #expect(refused.status == 1)
        #expect(refused.err.contains("先说我是谁") && refused.err.contains("温如许、贺知远"))
        #expect(try guatu("list").status == 0)
        #expect(try guatu("track", "1", "去过", "--me", "温如许").status == 0)
        #expect(try guatu("show", "1").out.contains("温如许"))
        #expect(try guatu("track", "1", "去过", "--me", "罗文舟").status == 1)
    }
}
