import Glibc

/// How the bytes of a table stand for characters. Decided once for a whole file, never by cell: two
/// Chinese characters in GB18030 are valid UTF-8 often enough.
enum TextEncoding: Hashable, Sendable {
    case utf8
    /// What Excel and WPS in China save as plain CSV; GBK and GB2312 are parts of it.
    case gb18030
}

extension TextEncoding {
    /// What came of looking at a file.
    enum Finding: Hashable {
        /// The encoding, and how many bytes of a byte order mark stand before the text.
        case text(TextEncoding, mark: Int)
        /// An empty file.
        case nothing
        /// UTF-16, which Excel calls "Unicode text".
        case utf16
        /// An Excel workbook under another name.
        case workbook
        /// Neither; in the row, counted from 1.
        case unreadable(row: Int)
    }

    private static let piece = 1 << 18

    /// Strict UTF-8 if all of the file is, else GB18030 if all of it is.
    static func find(in file: FileBytes) throws(FileBytes.Failure) -> Finding {
        var buffer: [UInt8] = []
        try file.read(into: &buffer, at: 0, count: 8)
        if buffer.isEmpty { return .nothing }
        if buffer.starts(with: [0x50, 0x4B, 3, 4]) || buffer.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .workbook
        }
        if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) { return .utf16 }
        let mark = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let badUTF8 = try firstBadRow(in: file, from: mark, isValid: TextDecoder(.utf8).isValid) else {
            return .text(.utf8, mark: mark)
        }
        guard let badGB = try firstBadRow(in: file, from: mark, isValid: TextDecoder(.gb18030).isValid) else {
            return .text(.gb18030, mark: mark)
        }
        // The encoding that got further is the likelier one, and its fault the one to mend.
        return .unreadable(row: max(badUTF8, badGB))
    }

    /// Goes through the file in pieces that end with a line: no character of either encoding
    /// contains the byte of a line feed.
    private static func firstBadRow(
        in file: FileBytes,
        from start: Int,
        isValid: (ArraySlice<UInt8>) -> Bool
    ) throws(FileBytes.Failure) -> Int? {
        var buffer: [UInt8] = []
        var offset = start
        var rows = 1
        var length = piece
        while offset < file.size {
            try file.read(into: &buffer, at: offset, count: length)
            if buffer.isEmpty { break }
            let isLast = offset + buffer.count >= file.size
            guard let end = isLast ? buffer.count : buffer.lastIndex(of: 0x0A).map({ $0 + 1 }) else {
                length *= 2
                continue
            }
            guard isValid(buffer[..<end]) else {
                return rows + lineOfFault(buffer[..<end], isValid: isValid)
            }
            rows += buffer[..<end].count { $0 == 0x0A }
            offset += end
        }
        return nil
    }

    private static func lineOfFault(_ bytes: ArraySlice<UInt8>, isValid: (ArraySlice<UInt8>) -> Bool) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.firstIndex { !isValid($0) } ?? 0
    }
}

/// Turns the bytes of one file into text.
final class TextDecoder {
    private let encoding: TextEncoding
    private let converter: iconv_t?
    private var output = [UInt8](repeating: 0, count: 4096)

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        converter = encoding == .gb18030 ? iconv_open("UTF-8", "GB18030") : nil
    }

    deinit { if let converter { iconv_close(converter) } }

    /// The text; bytes that are none become U+FFFD.
    func string(_ bytes: ArraySlice<UInt8>) -> String {
        switch encoding {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .gb18030:
            // Most cells are numbers and dates, the same in both encodings.
            bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : convert(bytes) ?? "\u{FFFD}"
        }
    }

    func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch encoding {
        case .utf8: String(validating: bytes, as: UTF8.self) != nil
        case .gb18030: convert(bytes) != nil
        }
    }

    private func convert(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let converter else { return nil }
        // Two bytes of GB18030 become at most three of UTF-8, four become at most four.
        if output.count < bytes.count * 2 { output = [UInt8](repeating: 0, count: bytes.count * 2) }
        iconv(converter, nil, nil, nil, nil)
        var written = 0
        let isWhole = bytes.withUnsafeBytes { source in
            output.withUnsafeMutableBytes { target in
                var from: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
                    mutating: source.bindMemory(to: CChar.self).baseAddress
                )
                var left = source.count
                var to: UnsafeMutablePointer<CChar>? = target.bindMemory(to: CChar.self).baseAddress
                var room = target.count
                let result = iconv(converter, &from, &left, &to, &room)
                written = target.count - room
                return result != -1 && left == 0
            }
        }
        return isWhole ? String(decoding: output[..<written], as: UTF8.self) : nil
    }
}
