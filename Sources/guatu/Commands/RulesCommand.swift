import ArgumentParser
import Exchange
import Journal
import Ledger
import Text
import Words

/// `guatu rules`
struct RulesCommand: Subcommand {
    static let name = "rules"
    static let summary = Both("规则：export 导出、check 检查、import 生效", "the rules file: export, check, import")
    static let details: Both? = Both(
        """
        规则是一个 YAML 文件，每个键上面写着它管什么：亮灯、时限、督办阶梯、谁签发、文号、预设、周期、谁能登录。
        导出、改好、检查、导入；一次导入是一条记录，从当天起生效，过去的灯和已定的时限不变。错处写明 文件:行:列 和应该怎么写。
        """,
        """
        One YAML file with a comment over each key: lights, limits, the ladder, who signs, numbers, presets, logins.
        An import is one event, in force from today; faults are named by file:line:column.
        """
    )
    static let examples = ["guatu rules export > 规则.yaml", "guatu rules check 规则.yaml", "guatu rules import 规则.yaml"]

    @Argument(help: .both("export、check 或 import", "export, check or import", value: Both("做什么", "WHAT"))) var what:
        String
    @Argument(help: .both("规则文件", "the rules file", value: .file)) var file: String?
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        switch what {
        case "export": try export(surroundings)
        case "check", "import": try take(surroundings)
        default: throw Complaint.notOneOf(option: Self.name, text: what, allowed: ["export", "check", "import"])
        }
    }

    private func export(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let text = RulesFile.text(of: try session.journal.load(.reference).ledger)
            guard let file else { return try session.output.put(text) }
            if Files.exists(file) { throw Complaint.exists(file) }
            try Files.write(Array(text.utf8), to: file)
            session.output.say(session.words("已导出：\(file)", "written: \(file)"))
        }
    }

    private func take(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: what == "import") { session in
            let words = session.words
            guard let file else {
                throw Complaint.arguments(words("请写文件。", "Name the file."), command: Self.name)
            }
            let bytes = try Files.read(file)
            let ledger = try session.journal.load(.reference).ledger
            guard let text = String(validating: bytes, as: UTF8.self) else {
                let problem = ImportProblem(file: Files.name(of: file), place: .file, fault: .unreadable)
                session.output.say(words.compactSentence(problem, in: ledger))
                throw Ended(status: ExitStatus.failed)
            }
            switch RulesFile.read(text, file: Files.name(of: file), in: ledger) {
            case .failure(let faults):
                for problem in faults.all { session.output.say(words.compactSentence(problem, in: ledger)) }
                throw Ended(status: ExitStatus.failed)
            case .success(let read):
                for notice in read.notices(words) { session.output.say(notice) }
                let replacement = RulesReplacement(rules: read.rules, text: read.text, based: read.based)
                // The rules of the ledger are asked by a check, too.
                do {
                    _ = try decide(.replaceRules(replacement), in: ledger, by: try session.context())
                } catch let refusal as Refusal {
                    throw Complaint.refused(refusal, ledger)
                }
                guard what == "import" else {
                    return try session.output.line(
                        words(
                            "没有问题；导入后是第 \(read.based + 1) 版。",
                            "All is well; imported it would be edition \(read.based + 1)."
                        )
                    )
                }
                try session.journal.perform(.replaceRules(replacement), by: try session.context())
                try session.output.line(
                    words("第 \(read.based + 1) 版规则从今日起生效。", "Edition \(read.based + 1) is in force from today.")
                )
            }
        }
    }
}
