/// Many short texts laid end to end with the initials of their pinyin beside them, to be looked through at each key.
///
/// Looking for a word costs no memory and less than a nanosecond a character.
public struct TextColumn: Sendable {
    private var scalars: [UInt32] = []
    private var letters: [UInt32] = []
    /// Where each text ends; the next begins there.
    private var ends: [Int] = []

    public init() {}

    public init(_ texts: some Sequence<String>) {
        for text in texts { append(text) }
    }

    public var count: Int { ends.count }

    public mutating func reserve(texts: Int, charactersEach: Int) {
        ends.reserveCapacity(texts)
        scalars.reserveCapacity(texts * charactersEach)
        letters.reserveCapacity(texts * charactersEach)
    }

    public mutating func append(_ text: some StringProtocol) {
        for scalar in text.unicodeScalars {
            let folded = SearchWord.folded(scalar)
            scalars.append(folded.value)
            letters.append(Initials.letters(of: folded))
        }
        ends.append(scalars.count)
    }

    /// Calls `found` with each text that holds a word, in order and once.
    ///
    /// The places of its first character are looked for in all texts as one, eight at a time, and only these are looked at
    /// closely.
    public func search(_ word: SearchWord, _ found: (Int) -> Void) {
        walk(word) { row in
            found(row)
            return true
        }
    }

    /// Goes on as long as `found` says so.
    private func walk(_ word: SearchWord, _ found: (Int) -> Bool) {
        guard let first = word.scalars.first else { return }
        let (letter, length) = (word.letters[0], word.scalars.count)
        scalars.withUnsafeBufferPointer { scalars in
            letters.withUnsafeBufferPointer { letters in
                // A letter is one of its own initials, and what is no letter has none: one of the two is enough.
                let column = letter == 0 ? scalars : letters
                let (wanted, mask) = letter == 0 ? (first, UInt32.max) : (letter, letter)
                var row = 0
                var place = 0
                while true {
                    place = TextColumn.next(wanted, mask, in: column, from: place)
                    guard place < column.count else { return }
                    while ends[row] <= place { row += 1 }
                    var index = place + length <= ends[row] ? 1 : .max
                    while index < length,
                        scalars[place + index] == word.scalars[index]
                            || letters[place + index] & word.letters[index] != 0
                    { index += 1 }
                    if index == length, !found(row) { return }
                    place = index == length ? ends[row] : place + 1
                }
            }
        }
    }

    /// The next place whose value has the wanted bits under a mask; the end without one.
    private static func next(
        _ bits: UInt32,
        _ mask: UInt32,
        in values: UnsafeBufferPointer<UInt32>,
        from start: Int
    ) -> Int {
        var place = start
        let (wanted, masks) = (SIMD8(repeating: bits), SIMD8(repeating: mask))
        while place + 8 <= values.count {
            let here = UnsafeRawPointer(values.baseAddress! + place).loadUnaligned(as: SIMD8<UInt32>.self)
            if any((here & masks) .== wanted) { break }
            place += 8
        }
        while place < values.count, values[place] & mask != bits { place += 1 }
        return place
    }

    /// Calls `body` with the characters of each text.
    func scan(_ body: (Int, UnsafeBufferPointer<UInt32>) -> Void) {
        scalars.withUnsafeBufferPointer { scalars in
            var start = 0
            for (row, end) in ends.enumerated() {
                body(row, UnsafeBufferPointer(rebasing: scalars[start..<end]))
                start = end
            }
        }
    }

    /// The texts that hold a word.
    public func rows(holding word: SearchWord) -> [Int] {
        var rows: [Int] = []
        search(word) { rows.append($0) }
        return rows
    }

    /// The first texts that hold a word, at most `limit` of them.
    public func first(_ limit: Int, holding word: SearchWord) -> [Int] {
        var rows: [Int] = []
        walk(word) { row in
            rows.append(row)
            return rows.count < limit
        }
        return rows
    }

    /// How well one text answers to a word: 0 it is the text, 1 the text begins with it, 2 it stands inside; nil not at
    /// all.
    public func rank(of word: SearchWord, row: Int) -> Int? {
        let start = row == 0 ? 0 : ends[row - 1]
        let length = word.scalars.count
        guard length > 0, ends[row] - start >= length else { return nil }
        if stands(word, at: start) { return ends[row] - start == length ? 0 : 1 }
        return (start...(ends[row] - length)).contains { stands(word, at: $0) } ? 2 : nil
    }

    /// The same for a text that is known to hold the word.
    public func rank(of word: SearchWord, holding row: Int) -> Int {
        let start = row == 0 ? 0 : ends[row - 1]
        guard ends[row] - start >= word.scalars.count, stands(word, at: start) else { return 2 }
        return ends[row] - start == word.scalars.count ? 0 : 1
    }

    private func stands(_ word: SearchWord, at place: Int) -> Bool {
        var index = 0
        while index < word.scalars.count,
            scalars[place + index] == word.scalars[index] || letters[place + index] & word.letters[index] != 0
        { index += 1 }
        return index == word.scalars.count
    }
}
