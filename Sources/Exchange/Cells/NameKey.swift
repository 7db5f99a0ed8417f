import Text

extension String {
    /// Without white space around it.
    var trimmed: Substring {
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.isBlank || last.isBlank else {
            return self[...]
        }
        let start = scalars.firstIndex { !$0.isBlank } ?? scalars.endIndex
        let end = scalars.lastIndex { !$0.isBlank }.map(scalars.index(after:)) ?? start
        return self[start..<end]
    }

    /// The parts of a cell that lists several things: 书记；指挥部总指挥.
    var listed: [String] { parted(by: String.listMarks) }

    /// The parts between `marks`, without spaces around them; empty ones are left out.
    func parted(by marks: Set<Unicode.Scalar>) -> [String] {
        guard !isEmpty else { return [] }
        return unicodeScalars.split { marks.contains($0) }
            .map { String(String($0).trimmed) }
            .filter { !$0.isEmpty }
    }

    private static let listMarks: Set<Unicode.Scalar> = ["；", ";", "、", "，", ",", "\n", "\r"]
}

extension StringProtocol {
    /// A name as it is compared: without any spaces (张 伟 is 张伟), full-width letters and digits as
    /// half-width ones.
    var nameKey: String {
        // Lead bytes of UTF-8 behind which a space or a full-width letter may stand.
        if utf8.allSatisfy({ $0 > 0x20 && $0 != 0xEF && $0 != 0xE3 && $0 != 0xC2 && $0 != 0xE2 }) {
            return String(self)
        }
        var key = ""
        for scalar in unicodeScalars where !scalar.isBlank {
            key.unicodeScalars.append((0xFF01...0xFF5E).contains(scalar.value) ? FullWidth.twin(of: scalar) : scalar)
        }
        return key
    }
}

extension Unicode.Scalar {
    /// White space; most scalars are told apart without looking into the tables.
    fileprivate var isBlank: Bool {
        switch value {
        case 0x21...0x7E, 0x3001...0x9FFF: false
        case 0x20, 0x09...0x0D, 0x3000: true
        default: properties.isWhitespace
        }
    }
}

/// A name as a key: compared and hashed by its bytes, which is several times as quick as by
/// canonical equivalence and, after ``Swift/StringProtocol/nameKey``, no different.
struct NameKey: Hashable {
    private let text: String

    init(_ name: some StringProtocol) { text = name.nameKey }

    static func == (left: NameKey, right: NameKey) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
