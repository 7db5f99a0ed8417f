import Exchange
import Journal
import Ledger
import Testing
import Text
import Words

@Suite("The rules file")
struct RulesFileTests {
    private let desk: Desk
    private let ledger: Ledger

    init() throws {
        desk = try Desk()
        ledger = desk.journal.load(.reference).ledger
    }

    private func read(_ text: String) -> Result<RulesFile, RulesFile.Faults> {
        RulesFile.read(text, file: "规则.yaml", in: ledger)
    }

    /// The faults of a file, as they are said.
    private func faults(_ text: String) -> [String] {
        guard case .failure(let faults) = read(text) else { return [] }
        return faults.all.map { Words.chinese.compactSentence($0, in: ledger) }
    }

    @Test("What is exported says every rule with its meaning, and reads back as the same rules")
    func round() throws {
        let text = RulesFile.text(of: ledger)
        #expect(try read(text).get().rules == ledger.rules)
        #expect(text.contains("  # 逾期满几个工作日建议发催办单\n  催办逾期工作日: 1\n"))
    }

    @Test("Everything but the standard reads back, too")
    func changed() throws {
        var rules = Rules.standard
        for (index, (name, path)) in Rules.numbers.enumerated() where name != "version" {
            switch name {
            case "eveningCount": rules[keyPath: path] = 17 * 60 + 30
            case "dayEnd": rules[keyPath: path] = 18 * 60
            case "extensionCutoff": rules[keyPath: path] = 16 * 60
            case "morningStart": rules[keyPath: path] = 8 * 60 + 30
            case "extensionsAllowed": rules[keyPath: path] = 1
            case "circularsForTalk", "recoverWorkdays": rules[keyPath: path] = 4
            case "seriesYear": rules[keyPath: path] = 2026
            default: rules[keyPath: path] = index + 2
            }
        }
        rules.emergency = PhaseRules(tracksDaily: true, countsEveryNight: true, answerWorkdays: 1, mendWorkdays: 2)
        rules.emergency.meetings = .earlyAndLate
        rules.normal.meetings = MeetingRhythm.none
        rules.signers.order = [.director, .viceLeader]
        rules.letters.press = "催办"
        rules.presets = [NamedTerm(name: "急件", term: .workdays(1)), NamedTerm(name: "a: \"b\"", term: .hours(24))]
        rules.audience = .outside
        rules.logins = [LoginRule(login: "duban", people: [PersonID(1), PersonID(2)], roles: [.clerk])]
        rules.version = 2
        var copy = ledger
        copy.rulesHistory.append(RulesEdition(from: Desk.today, rules: rules))
        let text = RulesFile.text(of: copy)
        #expect(try RulesFile.read(text, file: "规则.yaml", in: copy).get().rules == rules)
    }

    @Test("A file keeps its comments, and its number of edition is brought up to date")
    func comments() throws {
        let text = "# 我的注释\n版本: 1\n亮灯:\n  临期工作日: 5 # 会议定的\n"
        let file = try read(text).get()
        let replacement = RulesReplacement(rules: file.rules, text: file.text, based: file.based)
        try desk.journal.perform(.replaceRules(replacement), by: Context(actor: Desk.actor, now: Desk.now))
        let new = desk.journal.load(.reference).ledger
        #expect(new.rules.nearWorkdays == 5)
        #expect(RulesFile.text(of: new) == "# 我的注释\n版本: 2\n亮灯:\n  临期工作日: 5 # 会议定的\n")
    }

    @Test(
        "A fault is named by file, line and column, with what to write instead",
        arguments: [
            ("版本: 1\n亮灯:\n  临期工作日: 三\n", "规则.yaml:3:10：「三」不行；应写0 到 60 的整数。"),
            ("版本: 1\n时限:\n  当日清点: 六点\n", "规则.yaml:3:9：「六点」不行；应写12:00 到 23:59 的时刻，如 18:00。"),
            ("版本: 1\n签发:\n  催办单: [科长]\n", "规则.yaml:3:9：「科长」不在可用"),
            ("版本: 1\n时限预设:\n  - 名称: 急件\n    时限: 12月1日\n", "规则.yaml:4:9：「12月1日」"),
            ("版本: 1\n登录:\n  - 登录名: a\n    人员: [张三]\n", "规则.yaml:4:10：「张三」不行；"),
            ("版本: 1\n亮灯: 3\n", "规则.yaml:2:5：这里应写成「项目: 内容」。"),
            ("版本: 1\n亮灯:\n\t临期工作日: 3\n", "规则.yaml:3:"),
            ("亮灯:\n  临期工作日: 3\n", "规则.yaml:1:1：「版本」"),
        ]
    )
    func places(_ text: String, _ said: String) {
        let faults = faults(text)
        #expect(!faults.isEmpty && faults.contains { $0.hasPrefix(said.prefix(18)) }, "\(faults)")
    }

    @Test("A section of an older file that means nothing any more is taken with a notice")
    func retired() throws {
        let file = try read("版本: 1\n周期工作:\n  - 名称: 周例会\n    周期: 每周五\n亮灯:\n  临期工作日: 5\n").get()
        #expect(file.rules.nearWorkdays == 5)
        #expect(file.notices(.chinese) == ["「周期工作」不再读取：常规职责用 guatu duty 记，事项的周期写在时限里（每周五、每月25日）。"])
        #expect(try read("版本: 1\n").get().notices(.chinese).isEmpty)
    }

    @Test("An unknown key is answered with those that are known; all faults at once")
    func unknown() {
        let faults = faults("版本: 1\n督办阶梯:\n  催办工作日: 1\n  约谈通报次数: 0\n")
        #expect(faults.count == 2)
        #expect(faults[0].contains("催办逾期工作日"))
    }
}
