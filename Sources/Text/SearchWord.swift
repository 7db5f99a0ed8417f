/// A word to be found in texts, by its characters or by the initials of their pinyin: `护栏`, `hl`, `护l`.
///
/// Case and width make no difference: `ＨＬ` is `hl`.
public struct SearchWord: Hashable, Sendable {
    /// What was typed, folded.
    public let text: String
    let scalars: [UInt32]
    /// For each scalar the letter it stands for, 0 where it is no letter.
    let letters: [UInt32]

    public init(_ typed: some StringProtocol) {
        var text = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars { text.append(SearchWord.folded(scalar)) }
        self.text = String(text)
        scalars = text.map(\.value)
        letters = text.map { (0x61...0x7A).contains($0.value) ? 1 << ($0.value - 0x61) : 0 }
    }

    /// Whether it may be meant as initials.
    public var hasLetters: Bool { letters.contains { $0 != 0 } }

    public var isEmpty: Bool { scalars.isEmpty }

    /// Whether a text holds it.
    public func stands(in text: some StringProtocol) -> Bool { rank(in: text) != nil }

    /// How well a text answers to it: 0 it is the text, 1 the text begins with it, 2 it stands inside; nil not at all.
    public func rank(in text: some StringProtocol) -> Int? {
        var column = TextColumn()
        column.append(text)
        return column.rank(of: self, row: 0)
    }

    /// The characters of a text that are hit, for showing why it was found.
    public func hits(in characters: [Character]) -> [Bool] {
        var hits = Array(repeating: false, count: characters.count)
        guard !isEmpty, scalars.count <= characters.count else { return hits }
        let firsts = characters.map { SearchWord.folded($0.unicodeScalars.first!) }
        for start in 0...(characters.count - scalars.count) {
            let isHit = scalars.indices.allSatisfy { index in
                let scalar = firsts[start + index]
                return scalar.value == scalars[index] || Initials.letters(of: scalar) & letters[index] != 0
            }
            if isHit { for index in start..<start + scalars.count { hits[index] = true } }
        }
        return hits
    }

    /// A–Z as a–z, full-width letters and digits as half-width ones. Other scripts of an office have no case.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 32)!
        case 0xFF01...0xFF5E: folded(Unicode.Scalar(scalar.value - 0xFEE0)!)
        default: scalar
        }
    }
}
