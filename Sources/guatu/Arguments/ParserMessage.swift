/// What ArgumentParser says of wrong arguments, in the user's language.
///
/// The library keeps its errors to itself, so its sentences are told apart by their beginnings; a
/// test runs each of them against the pinned version. One that is not known is shown as it is.
enum ParserMessage {
    static func chinese(_ message: String) -> String {
        let text = plain(message, chinese: true)
        for (start, middle, make) in patterns {
            guard text.hasPrefix(start) else { continue }
            let rest = text.dropFirst(start.count)
            guard !middle.isEmpty else { return make(rest.trimmed, "") }
            guard let range = rest.range(ofText: middle) else { continue }
            let second = rest[range.upperBound...].trimmed
            return make(String(rest[..<range.lowerBound]), second)
        }
        return text.hasSuffix("。") ? text : text + "。"
    }

    static func english(_ message: String) -> String {
        let text = plain(message, chinese: false)
        return text.hasSuffix("?") || text.hasSuffix(".") ? text : text + "."
    }

    /// Value names stand in both languages; keeps one.
    private static func plain(_ message: String, chinese: Bool) -> String {
        var result = ""
        var rest = message[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let name = Both(joined: String(rest[rest.index(after: open)..<close]))
            result += rest[..<open] + "<\(chinese ? name.zh : name.en)>"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static let patterns: [(String, String, @Sendable (String, String) -> String)] = [
        ("Unknown option '", "'. Did you mean '", { "没有选项 \($0)，是不是 \($1)？" }),
        ("Unknown option '", "", { name, _ in "没有选项 \(name)。" }),
        ("Missing value for '", "", { name, _ in "\(name) 后面要写值。" }),
        ("Missing expected argument '", "", { name, _ in "缺少 \(name)。" }),
        ("Missing one of: '", "", { names, _ in "缺少其中之一：\(names)。" }),
        ("Unexpected argument '", "", { text, _ in "多出了「\(text)」；文字中有空格时请加引号。" }),
        (
            "The option '", "' does not take any value, but '",
            { name, rest in
                "\(name) 后面不写值，却写了「\(rest.prefix { $0 != "'" })」。"
            }
        ),
        ("The value '", "' is invalid for '", { value, name in "\(name) 的值「\(value)」不对。" }),
        ("Value to be set with ", " had already been set with ", { second, first in "\(first) 和 \(second) 不能一起用。" }),
    ]
}

extension Substring {
    fileprivate func range(ofText text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }

    /// Without the quote and the mark at the end.
    fileprivate var trimmed: String {
        var result = self
        while let last = result.last, "'.?".contains(last) { result = result.dropLast() }
        return String(result)
    }
}
