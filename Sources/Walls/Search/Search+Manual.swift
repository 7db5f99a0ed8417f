import Ledger
package import Words

extension Search {
    /// The language of finding, as what is typed and what that means.
    package static func examples(_ words: Words) -> [(typed: String, meaning: String)] {
        func row(_ typed: String, _ zh: String, _ en: String) -> (typed: String, meaning: String) {
            (typed, words(zh, en))
        }
        return [
            row(
                "护栏",
                "编号、名称、单位、人、网格、战役、来源、状态、灯里有这些字",
                "stands in number, title, unit, person, grid, campaign, source, stage or light"
            ),
            row(
                "hl",
                "拼音首字母；多音字按任一读音，姓按姓的读音；可与汉字混写",
                "pinyin initials, polyphones by any reading; may be mixed with characters"
            ),
            row("柳堤 滞后", "空格是「且」", "a space is “and”"),
            row("护栏 或 管网", "「或」，也写作 | 或 or", "“or”, also `or` and a vertical bar"),
            row("-逾期", "「非」，也写作 ！或 非", "“not”, also `!` and `not`"),
            row("(护栏 或 管网) 逾期", "括号", "brackets"),
        ]
            + Field.allCases.map { field in
                row(
                    words.language == .zh ? "\(field.names[0]):" : "\(field.names.last!):",
                    field.names.joined(separator: " "),
                    "only this property"
                )
            } + [
                row("灯:逾,滞", "几个值用逗号隔开，有一个就算", "several values by commas: any of them"),
                row(
                    words("到期<下周五", "due<12-1"),
                    "< <= > >= = ；还可写 本周 下周 本月 下月 无",
                    "< <= > >= =; also week, month, none"
                ),
            ]
    }

    /// The same as lines of Markdown.
    package static func manual(_ words: Words) -> [String] {
        [words("| 写法 | 意思 |", "| typed | meaning |"), "|---|---|"]
            + examples(words).map { "| `\($0.typed)` | \($0.meaning) |" }
    }
}
