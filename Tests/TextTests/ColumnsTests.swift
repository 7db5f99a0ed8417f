import Testing
import Text

@Suite struct ColumnsTests {
    @Test(arguments: [
        ("湖东路雨污分流", 14, "湖东路雨污分流"),
        ("湖东路雨污分流", 13, "湖东路雨污分…"),
        ("湖东路雨污分流", 12, "湖东路雨污…"),
        ("湖东路", 1, "…"),
        ("湖东路", 0, ""),
        ("督147 复工", 8, "督147 …"),
        ("cafe\u{301}店", 5, "cafe\u{301}…"),
        ("abc", 3, "abc"),
        ("", 0, ""),
    ])
    func cuts(text: String, columns: Int, expected: String) {
        #expect(text.cut(to: columns) == expected)
    }

    @Test func cutsWithTwoDots() {
        #expect("湖东路雨污分流".cut(to: 13, ellipsis: "..") == "湖东路雨污..")
        #expect("湖东".cut(to: 1, ellipsis: "..") == "")
    }

    @Test(arguments: [
        ("督", Alignment.left, "督   "), ("督", .right, "   督"), ("督", .centre, " 督  "),
        ("督办单", .left, "督办…"), ("督查室", .right, "督查…"), ("", .centre, "     "),
    ])
    func pads(text: String, alignment: Alignment, expected: String) {
        let padded = text.padded(to: 5, alignment)
        #expect(padded == expected)
        #expect(padded.columns() == 5)
    }

    /// A wide character that does not fit leaves one blank, so the next column still stands straight.
    @Test(arguments: 0...20) func fieldsAreExact(columns: Int) {
        let text = "环湖片区“三组”e\u{301}签约(2)"
        #expect(text.padded(to: columns).columns() == columns)
        #expect(text.cut(to: columns, .wide).columns(.wide) <= columns)
    }

    @Test(
        arguments: [
            ("十七条巷已入槽验收，第九巷因雨顺延。", 18, ["十七条巷已入槽验", "收，第九巷因雨顺", "延。"]),
            ("城建办（含路灯所）", 8, ["城建办", "（含路灯", "所）"]),
            ("截至 2,180/3,600 米", 12, ["截至", "2,180/3,600", "米"]),
            ("请 guatu verify 一次", 9, ["请 guatu", "verify 一", "次"]),
            ("https://example.org/long", 10, ["https://", "example.", "org/long"]),
            ("2026-11-20", 6, ["2026-", "11-20"]),
            ("2,180/3,600 米", 7, ["2,180/", "3,600", "米"]),
            ("督1234567", 6, ["督1234", "567"]),
            ("第一行\n\n第三行", 20, ["第一行", "", "第三行"]),
            ("督〔2026〕18号", 9, ["督", "〔2026〕", "18号"]),
            ("完成61%；下一步", 7, ["完成", "61%；下", "一步"]),
            ("", 10, [""]),
        ] as [(String, Int, [String])]
    )
    func wraps(text: String, columns: Int, lines: [String]) {
        #expect(text.wrapped(to: columns) == lines)
    }

    @Test(arguments: 4...40) func wrappedLinesKeepTheManners(columns: Int) {
        let text = "时限 11-13 已过 5 个工作日，应完成 80 户，实 51（含“待核”3 户），差 29 户；按现速 0.9 户/日，预计《明年》一月完成。"
        let lines = text.wrapped(to: columns)
        for line in lines {
            #expect(line.columns() <= columns)
            if columns >= 14 {
                #expect(!"，。；）”》、".contains(line.first!), "begins badly: \(line)")
                #expect(!"（“《".contains(line.last!), "ends badly: \(line)")
            }
        }
        let unspaced = { (text: String) in text.filter { $0 != " " } }
        #expect(unspaced(lines.joined()) == unspaced(text))
    }

    @Test(
        arguments: [
            ("：", ":"), ("／", "/"), ("？", "?"), ("ｑ", "q"), ("１", "1"), ("　", " "), ("。", "."), ("、", "/"), ("【", "["),
            ("q", "q"), ("督", "督"), ("\u{1B}", "\u{1B}"),
        ] as [(Unicode.Scalar, Unicode.Scalar)]
    )
    func fullWidthKeys(typed: Unicode.Scalar, meant: Unicode.Scalar) {
        #expect(FullWidth.twin(of: typed) == meant)
    }
}
