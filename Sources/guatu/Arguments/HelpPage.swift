import ArgumentParser
import FoundationEssentials
import Text
import Words

/// The help (帮助), Chinese first. Commands come from ``CommandTable``, options from the commands' own
/// declarations as ArgumentParser lists them, so that neither can be forgotten here.
struct HelpPage {
    private let words: Words

    init(_ words: Words) { self.words = words }

    // MARK: Pages

    /// `guatu help`: every command with one sentence.
    func overview() -> String {
        var lines = [
            words(
                "挂图 guatu：街道办公室的事项台账、挂图督办与打印。",
                "Guatu: the matters, wall charts and supervision of a sub-district office."
            ),
            "",
            words("用法：guatu [命令] [参数…] [选项…]", "Usage: guatu [command] [arguments…] [options…]"),
        ]
        let width = CommandTable.all.map { synopsis($0).columns() }.max() ?? 0
        for group in CommandTable.groups {
            lines += ["", group.title(words) + words("：", ":")]
            lines += table(group.commands.map { (synopsis($0), $0.summary(words)) }, width: width)
        }
        // What belongs to no command can be looked up nowhere else.
        let own = options(OpenCommand.self).filter { !$0.isGlobal }
        lines += ["", words("不写命令时：", "Without a command:")]
        lines += table(own.map { ($0.synopsis(words), $0.description(words)) }, width: width)
        lines += ["", words("各命令都有：", "Every command takes:")]
        lines += table(options(GlobalOptions.self).map { ($0.synopsis(words), $0.description(words)) }, width: width)
        lines += [
            "",
            words("一个命令的全部选项：guatu help 命令", "All options of a command: guatu help COMMAND"),
            words(
                "日期可以写：2026-12-01、12-01、12月1日、明天、下周五、月底、年底、5个工作日（5wd）、7天（7d）",
                "Days: 2026-12-01, 12-01, tomorrow, next friday, eom, eoy, 5wd (working days), 7d"
            ),
            words(
                "结束码：0 完成，1 被拒绝或失败，2 用法不对，3 部分完成",
                "Exit codes: 0 done, 1 refused or failed, 2 usage, 3 partly done"
            ),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// `guatu help list`.
    func page(of command: any Subcommand.Type) -> String {
        let arguments = options(command)
        let own = arguments.filter { !$0.isGlobal }
        let positional = own.filter { $0.kind == .positional }
        let named = own.filter { $0.kind != .positional }
        var lines = [
            command.summary(words),
            "",
            words("用法：", "Usage: ") + synopsis(command) + (named.isEmpty ? "" : words(" [选项…]", " [options…]")),
        ]
        if !command.aliases.isEmpty {
            lines.append(words("也可以写：", "Also: ") + command.aliases.joined(separator: words("、", ", ")))
        }
        if !positional.isEmpty {
            lines += ["", words("参数：", "Arguments:")]
            lines += table(positional.map { ($0.synopsis(words), $0.description(words)) })
        }
        if !named.isEmpty {
            lines += ["", words("选项：", "Options:")]
            lines += table(named.map { ($0.synopsis(words), $0.description(words)) })
        }
        lines += ["", words("各命令都有：", "Every command takes:")]
        lines += table(arguments.filter(\.isGlobal).map { ($0.synopsis(words), $0.description(words)) })
        if let details = command.details { lines += ["", details(words)] }
        if !command.examples.isEmpty {
            lines += ["", words("例：", "Examples:")] + command.examples.map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Parts

    /// `guatu track 编号 文字`.
    private func synopsis(_ command: any Subcommand.Type) -> String {
        let positional = options(command).filter { $0.kind == .positional }.map { $0.synopsis(words) }
        return (["guatu", command.name].filter { !$0.isEmpty } + positional).joined(separator: " ")
    }

    /// Two columns by display width; a long left side puts its sentence on the next line.
    private func table(_ rows: [(String, String)], width: Int? = nil) -> [String] {
        let width = width ?? rows.map { $0.0.columns() }.filter { $0 <= 30 }.max() ?? 0
        return rows.flatMap { left, right -> [String] in
            left.columns() <= width
                ? ["  " + left.padded(to: width) + "  " + right]
                : ["  " + left, "  " + String(repeating: " ", count: width) + "  " + right]
        }
    }

    private func options(_ type: any ParsableArguments.Type) -> [OptionRow] {
        let dump = type._dumpHelp()
        let known = try? JSONDecoder().decode(Dump.self, from: Data(dump.utf8))
        return (known?.command.arguments ?? []).filter { $0.shouldDisplay && !$0.isHelp }
    }
}

// MARK: - What ArgumentParser knows

private struct Dump: Decodable {
    struct Command: Decodable { var arguments: [OptionRow]? }
    var command: Command
}

/// One argument, as ArgumentParser's dump of its help describes it.
private struct OptionRow: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }
    struct Name: Decodable {
        var kind: String
        var name: String
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var abstract: String?

    var isHelp: Bool { names?.contains { $0.name == "help" } ?? false }
    var isGlobal: Bool { names?.contains { ["ledger", "now", "lang", "as-of", "me"].contains($0.name) } ?? false }

    func synopsis(_ words: Words) -> String {
        let value = valueName.map { Both(joined: $0)(words) } ?? ""
        if kind == .positional {
            let shown = value + (isRepeating ? "…" : "")
            return isOptional ? "[\(shown)]" : shown
        }
        let spelled = (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: " ")
        return kind == .option ? "\(spelled) \(value)" : spelled
    }

    func description(_ words: Words) -> String { abstract.map { Both(joined: $0)(words) } ?? "" }
}
