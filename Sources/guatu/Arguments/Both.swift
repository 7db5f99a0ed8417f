import ArgumentParser
import Words

/// A short text in both languages, as the commands' own descriptions need it.
struct Both: Hashable, Sendable {
    let zh: String
    let en: String

    init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    func callAsFunction(_ words: Words) -> String { words(zh, en) }

    // Descriptions travel through ArgumentParser as one string, so that an option is described where it
    // is declared and nowhere else; the help page takes them apart again.

    private static let divider: Character = "\u{1F}"

    /// The text as written by ``joined``; one without a divider is the same in both languages.
    init(joined text: String) {
        let parts = text.split(separator: Both.divider, maxSplits: 1, omittingEmptySubsequences: false)
        self.init(String(parts[0]), String(parts.last ?? ""))
    }

    var joined: String { zh + String(Both.divider) + en }
}

extension ArgumentHelp {
    /// A description in both languages, with the name of the value (日期/DAY) where it takes one.
    static func both(_ zh: String, _ en: String, value: Both? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: Both(zh, en).joined).named(value?.joined)
    }

    private func named(_ value: String?) -> ArgumentHelp {
        var help = self
        help.valueName = value
        return help
    }
}

// Names of values that many options share.
extension Both {
    static let day = Both("日期", "DAY")
    static let file = Both("文件", "FILE")
    static let unit = Both("单位", "UNIT")
    static let person = Both("姓名", "PERSON")
    static let number = Both("编号", "NUMBER")
    static let text = Both("文字", "TEXT")
    static let reason = Both("理由", "REASON")
}
