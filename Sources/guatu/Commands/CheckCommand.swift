import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu check`
struct CheckCommand: Subcommand {
    static let name = "check"
    static let summary = Both("检查有没有红灯；有则结束码 4（给定时任务用）", "are there red matters? exit code 4 if so, for cron")
    static let examples = ["guatu check || guatu print overdue --printer 二楼"]

    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            var query = Query.open
            query.stages = [.inHand, .reported]
            query.dueThrough = session.today
            let ledger = try session.journal.load(.matching(query)).ledger
            let judge = Judge(ledger, at: session.now)
            let red = ledger.matters.values.map { ($0, judge.judge($0)) }.filter { $0.1.light == .red }
                .sorted { ($0.1, $0.0.number) < ($1.1, $1.0.number) }
            if json {
                var text = JSONText(indented: session.output.isTerminal)
                text.object { text in
                    text.field("schema", 1)
                    text.field("red", red.count)
                    text.field("matters", array: red) { text, found in
                        text.object { $0.field("number", found.0.number.rawValue) }
                    }
                }
                try session.output.line(text.text)
            } else {
                try session.output.put(lines(red, session.words))
            }
            if !red.isEmpty { throw Ended(status: ExitStatus.red) }
        }
    }

    private func lines(_ red: [(Matter, Judgement)], _ words: Words) -> String {
        if red.isEmpty { return words("没有逾期事项。", "Nothing is overdue.") + "\n" }
        let head = words("逾期 \(red.count) 件", "overdue: \(red.count)")
        let lines = red.map { matter, judgement in
            "\(words.number(matter)) \(words.title(matter))" + words("：", ": ") + words.sentence(judgement)
        }
        return ([head] + lines).joined(separator: "\n") + "\n"
    }
}
