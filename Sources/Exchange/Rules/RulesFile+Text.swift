package import Ledger
import Text
import Words

extension RulesFile {
    /// The rules in force as a file: as it was imported, with the number of the edition brought up to date; or made anew,
    /// each key with what it means.
    package static func text(of ledger: Ledger) -> String {
        guard let edition = ledger.rulesHistory.last else { return made(from: .standard, in: ledger) }
        guard let kept = edition.text else { return made(from: edition.rules, in: ledger) }
        var isDone = false
        let lines = kept.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard !isDone, line.hasPrefix(RulesReader.versionKey) else { return String(line) }
            isDone = true
            return versionLine(edition.rules)
        }
        return lines.joined(separator: "\n")
    }

    private static func versionLine(_ rules: Rules) -> String { "\(RulesReader.versionKey): \(rules.version)" }

    /// Every key with its meaning over it.
    static func made(from rules: Rules, in ledger: Ledger) -> String {
        var lines = [
            "# \(ledger.committee.name.string)督查督办规则",
            "# 改好后：guatu rules check 文件 检查，guatu rules import 文件 生效（从当天起，过去的灯和时限不变）。",
            "# 没写的键用标准值。严禁录入涉密信息。",
            "",
            "# 这份文件是照第几版改的；导入后台账自动加 1，不要手改",
            versionLine(rules),
        ]
        for section in RuleKey.sections {
            lines += ["", "# \(section.about)"]
            switch section.name {
            case "节奏": lines += phases(rules)
            case "签发": lines += signers(rules)
            case "时限预设": lines += presets(rules)
            case "打印对象": lines.append("打印对象: \(rules.audience == .internal ? "内部" : "外部")")
            case "登录": lines += logins(rules, ledger)
            default:
                lines.append("\(section.name):")
                if section.name == "文号" {
                    lines += ["  # 机关代字后面的字", "  催办单: \(rules.letters.press.string)"]
                    lines += ["  督办单: \(rules.letters.order.string)"]
                }
                for key in RuleKey.all where key.section == section.name {
                    lines += ["  # \(key.about)", "  \(key.key): \(value(key, rules))"]
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func value(_ key: RuleKey, _ rules: Rules) -> String {
        let value = rules[keyPath: key.path]
        return switch key.form {
        case .count: String(value)
        case .time: "\"\(Words.chinese.time(minute: value))\""
        }
    }

    private static func phases(_ rules: Rules) -> [String] {
        var lines = ["# \(RuleKey.phaseAbout)", "节奏:"]
        for phase in Phase.allCases {
            let own = rules[phase]
            lines += [
                "  \(Words.chinese.name(phase)):",
                "    滞后跟踪: \(own.tracksDaily ? "每日" : "每周")",
                "    过夜计法: \(own.countsEveryNight ? "每天" : "工作日")",
                "    催办答复工作日: \(own.answerWorkdays)",
                "    督办整改工作日: \(own.mendWorkdays)",
                "    例会: \(Words.chinese.name(rules.meetings(in: phase)))",
            ]
        }
        return lines
    }

    private static func signers(_ rules: Rules) -> [String] {
        ["签发:"]
            + Slip.Kind.allCases.map { kind in
                "  \(Words.chinese.name(kind)): [\(rules.signers[kind].map(Words.chinese.name).joined(separator: ", "))]"
            }
    }

    private static func presets(_ rules: Rules) -> [String] {
        guard !rules.presets.isEmpty else {
            return ["时限预设: []", "# 例：", "# 时限预设:", "#   - 名称: 急件", "#     时限: 1个工作日"]
        }
        return ["时限预设:"]
            + rules.presets.flatMap { preset in
                ["  - 名称: \(quoted(preset.name))", "    时限: \(quoted(CleanText(Words.chinese.name(preset.term))))"]
            }
    }

    private static func logins(_ rules: Rules, _ ledger: Ledger) -> [String] {
        let roles = Role.allCases.map(Words.chinese.name).joined(separator: "、")
        let about = [
            "# 人员写姓名，同名的写 单位/姓名；几个人共用一个登录名就写几个，程序先问「我是谁」。",
            "# 角色写在这里，或记在人员上；两处的合起来用。角色有：\(roles)",
        ]
        guard let logins = rules.logins else {
            return about + ["# 例：", "# 登录:", "#   - 登录名: wenruxu", "#     人员: [温如许]", "#     角色: [督办员]"]
        }
        return about + ["登录:"]
            + logins.flatMap { rule -> [String] in
                let people = rule.people.compactMap { id in ledger.people[id].map { name($0, ledger) } }
                return [
                    "  - 登录名: \(quoted(CleanText(rule.login)))",
                    "    人员: [\(people.joined(separator: ", "))]",
                    "    角色: [\(rule.roles.map(Words.chinese.name).joined(separator: ", "))]",
                ]
            }
    }

    private static func name(_ person: Person, _ ledger: Ledger) -> String {
        let isAlone = ledger.people.values.count { $0.name == person.name && $0.left == nil } == 1
        return isAlone
            ? person.name.string : "\(ledger.units[person.unit]?.shortName.string ?? "")/\(person.name.string)"
    }

    /// In quotation marks, so that no name can be anything else to YAML.
    private static func quoted(_ text: CleanText) -> String {
        "\"" + text.string.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}
