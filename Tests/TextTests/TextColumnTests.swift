import Testing

@testable import Text

@Suite struct TextColumnTests {
    private static let texts = ["湖东路路灯维修", "", "护栏", "柳堤巷", "湖", "𠮷祥里ABC", "第3项", "湖湖东", "东路", "重庆路", "长"]

    /// What is found in a column is what is found in each text alone, at whatever place of the column it lies.
    @Test(
        arguments: [
            "湖", "湖东", "东路", "路灯", "hd", "h", "hl", "l", "𠮷", "abc", "3", "第3项", "c", "cq", "zq", "修湖", "路东", "长", "z",
            "护栏柳", "没有", "hdlldwx", "hdlldwxhl",
        ]
    )
    func finds(word: String) {
        let wanted = SearchWord(word)
        for shift in 0..<5 {
            let texts = Array(repeating: "一", count: shift) + Self.texts
            let expected = texts.indices.filter { wanted.stands(in: texts[$0]) }
            #expect(TextColumn(texts).rows(holding: wanted) == expected, "\(word)")
            #expect(TextColumn(texts).first(2, holding: wanted) == Array(expected.prefix(2)), "\(word)")
        }
    }

    @Test func nothingIsFoundWithoutAWord() {
        #expect(TextColumn(Self.texts).rows(holding: SearchWord("")) == [])
        #expect(TextColumn([]).rows(holding: SearchWord("湖")) == [])
    }
}
