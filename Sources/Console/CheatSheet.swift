import Canvas
import Ledger
import Walls
package import Words

/// Every key on one page (键位表), from the table of operations: docs/Keys.md and docs/Keys.zh.md.
package enum CheatSheet {
    package static func markdown(_ words: Words) -> String {
        var lines = [
            words("# 键位表", "# Keys"), "",
            words(
                "由操作表生成（`Sources/Console`），测试核对；全角按键与半角同义，一个键在各页只有一个意思。",
                "Made from the table of operations in `Sources/Console` and checked by a test. A key means the same on every wall; full-width keys count as half-width ones."
            ),
        ]
        for group in Operation.Group.allCases {
            let members = Operation.table.filter { $0.group == group }
            lines += ["", "## \(group.title(words))", ""]
            lines += [words("| 键 | 动作 | 说明 |", "| key | action | what it does |"), "|---|---|---|"]
            for operation in members.filter({ !$0.keys.isEmpty }) + members.filter(\.keys.isEmpty) {
                let keys = operation.ways(words).map { "`\(escaped($0))`" }.joined(separator: " ")
                let danger = operation.isDangerous ? words(" 办了不能再改。", " Cannot be changed afterwards.") : ""
                lines.append(
                    "| \(keys) | \(operation.title(words)) | \(operation.help(words))\(danger) |"
                )
            }
        }
        lines += ["", words("## 查找式", "## The language of finding"), ""]
        lines += Search.manual(words)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String { text == "|" ? "\\|" : text }
}
