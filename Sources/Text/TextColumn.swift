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
    /// The places of its first character are looked for in all texts as one, four at a time, and only these are looked at
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
        let (firstLetter, length) = (word.letters[0], word.scalars.count)
        scalars.withUnsafeBufferPointer { scalars in
            letters.withUnsafeBufferPointer { letters in
                var row = 0
                var place = 0
                while true {
                    place = TextColumn.next(first, firstLetter, in: scalars, letters, from: place)
                    guard place < scalars.count else { return }
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

    /// The next place of a character, or of one with that initial; the end without one.
    private static func next(
        _ scalar: UInt32,
        _ letter: UInt32,
        in scalars: UnsafeBufferPointer<UInt32>,
        _ letters: UnsafeBufferPointer<UInt32>,
        from start: Int
    ) -> Int {
        var place = start
        let (wanted, mask) = (SIMD4(repeating: scalar), SIMD4(repeating: letter))
        while place + 4 <= scalars.count {
            let here = UnsafeRawPointer(scalars.baseAddress! + place).loadUnaligned(as: SIMD4<UInt32>.self)
            let initials = UnsafeRawPointer(letters.baseAddress! + place).loadUnaligned(as: SIMD4<UInt32>.self)
            if any((here .== wanted) .| ((initials & mask) .!= 0)) { break }
            place += 4
        }
        while place < scalars.count, scalars[place] != scalar, letters[place] & letter == 0 { place += 1 }
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
        for place in start...(ends[row] - length) {
            let stands = word.scalars.indices.allSatisfy { index in
                scalars[place + index] == word.scalars[index] || letters[place + index] & word.letters[index] != 0
            }
            guard stands else { continue }
            if place > start { return 2 }
            return ends[row] - start == length ? 0 : 1
        }
        return nil
    }
}
