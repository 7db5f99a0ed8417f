import Glibc
import Words

/// The encoding that the session's locale names. The program speaks UTF-8; to a terminal set to another encoding it
/// translates what it says, so that nothing comes out garbled.
enum SessionCharset: Hashable, Sendable {
    case utf8
    /// No locale, or C and POSIX, which say nothing about the terminal: nearly all are UTF-8.
    case unnamed
    /// The name that iconv knows.
    case other(String)

    init(_ variables: [String: String]) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.prefix { $0 != "@" }
        guard let dot = name.firstIndex(of: ".") else {
            self = SessionCharset.implied(String(name))
            return
        }
        let written = name[name.index(after: dot)...].uppercased()
        switch written.filter({ $0 != "-" && $0 != "_" }) {
        case "UTF8": self = .utf8
        case "GBK", "EUCCN", "GB2312", "CP936": self = .other("GBK")
        default: self = .other(written)
        }
    }

    /// What libc takes for a locale without an encoding (SUPPORTED of glibc).
    private static func implied(_ locale: String) -> SessionCharset {
        switch locale {
        case "", "C", "POSIX": .unnamed
        case "zh_CN", "zh_SG": .other("GBK")
        case "zh_TW": .other("BIG5")
        case "zh_HK": .other("BIG5-HKSCS")
        default: .other("ISO-8859-1")
        }
    }

    var name: String {
        switch self {
        case .utf8, .unnamed: "UTF-8"
        case .other(let name): name
        }
    }

    var isForeign: Bool { if case .other = self { true } else { false } }

    /// Whether Chinese can be written in it.
    var hasChinese: Bool { !isForeign || name.hasPrefix("GB") || name.hasPrefix("BIG5") }

    /// A text in this encoding; what it lacks becomes `?`.
    func bytes(_ text: String) -> [UInt8] {
        let whole = Array(text.utf8)
        guard isForeign, whole.contains(where: { $0 >= 0x80 }) else { return whole }
        if let all = SessionCharset.convert(whole, from: "UTF-8", to: name) { return all }
        // One character at a time, for the sake of the others.
        return text.unicodeScalars.flatMap { scalar in
            SessionCharset.convert(Array(String(scalar).utf8), from: "UTF-8", to: name) ?? [UInt8(ascii: "?")]
        }
    }

    /// What was typed in this encoding; nil if it is no text in it.
    func text(_ bytes: [UInt8]) -> String? {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        guard isForeign, let known = SessionCharset.convert(bytes, from: name, to: "UTF-8") else { return nil }
        return String(validating: known, as: UTF8.self)
    }

    private static func convert(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
        guard let converter = iconv_open(to, from), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map(CChar.init(bitPattern:))
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        var (left, room) = (input.count, output.count)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                return iconv(converter, &from, &left, &to, &room)
            }
        }
        guard result != Int.max, result != -1, left == 0 else { return nil }
        return output.prefix(output.count - room).map(UInt8.init(bitPattern:))
    }
}

extension Words {
    /// Why this session is not as it should be, and what to do.
    func sentence(_ charset: SessionCharset) -> String {
        let name = charset.name
        let words = charset.hasChinese ? self : .english
        return words(
            "这个会话的编码是 \(name)，不是 UTF-8：文字已转成 \(name) 输出，个别字会成 ?，全屏打不开。"
                + "请把终端的编码设为 UTF-8（PuTTY：Window → Translation → UTF-8），再执行 export LANG=zh_CN.UTF-8（没有就用 C.UTF-8）。",
            "This session is \(name), not UTF-8: output is translated, what \(name) lacks becomes ?, and the screen cannot open. "
                + "Set the terminal to UTF-8 (PuTTY: Window > Translation > UTF-8), then export LANG=zh_CN.UTF-8 (or C.UTF-8)."
        )
    }

    /// The session is in UTF-8 and the terminal is not, as it said itself.
    var terminalIsForeign: String {
        self(
            "终端不按 UTF-8 显示，画面会是乱码，全屏不能用；没有丢东西。请把终端的编码设为 UTF-8（PuTTY：Window → Translation → UTF-8）"
                + "再打开；暂时只能用 GBK 的，先执行 export LANG=zh_CN.GBK，命令照常可用。",
            "The terminal does not take what is written for UTF-8: a screen would be garbled. Nothing is lost. Set the "
                + "terminal to UTF-8 (PuTTY: Window > Translation > UTF-8) and open it again. Where it must stay GBK, "
                + "export LANG=zh_CN.GBK first: the commands work."
        )
    }
}
