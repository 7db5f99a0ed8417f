import Testing
import Text

/// Pinyin initials: every reading that is in use, and surnames by theirs.
struct InitialsTests {
    @Test(arguments: [
        ("护栏加固", "hl"), ("护栏加固", "hljg"), ("护栏加固", "jg"), ("重阳节慰问", "cyj"), ("重点工作", "zdgz"),
        ("银行", "yh"), ("步行街", "bxj"), ("曾工", "zg"), ("曾经", "cj"), ("单于田", "s"), ("解放路", "jfl"),
        ("长江路", "cjl"), ("社区长", "sqz"), ("龘龖", "dd"), ("𠮷田路", "jtl"), ("䶮村", "yc"), ("A4 一页", "a4 yy"),
        ("护栏", "护l"), ("护栏", "ＨＬ"), ("LD-02-14", "ld-02"), ("ＬＤ－０２", "ld-0"), ("呵护", "h"),
    ])
    func answers(text: String, typed: String) {
        #expect(SearchWord(typed).stands(in: text))
    }

    /// 姓 by the reading a surname has.
    @Test(arguments: [
        ("单雄", "sx"), ("曾巩", "zg"), ("解缙", "xj"), ("仇英", "qy"), ("查良", "zl"), ("区寄", "oj"), ("盖叫天", "gjt"),
        ("缪希雍", "mxy"), ("朴树", "ps"), ("尉迟恭", "ycg"), ("任远", "ry"), ("华佗", "ht"), ("冼星海", "xxh"),
        ("种师道", "csd"), ("繁钦", "pq"), ("覃怀", "qh"), ("召平", "sp"), ("翟让", "zr"), ("乐毅", "yy"), ("万俟卨", "mqx"),
        ("宓妃", "mf"), ("祭遵", "zz"), ("葛洪", "gh"), ("秘彭祖", "bpz"), ("谌容", "cr"), ("郇山", "xs"), ("隗嚣", "wx"),
        ("费孝", "bx"), ("折从阮", "scr"), ("车胤", "cy"), ("乜先", "nx"),
    ])
    func surnames(name: String, typed: String) {
        #expect(SearchWord(typed).rank(in: name) == 0)
    }

    /// What nobody reads so must not be found.
    @Test(arguments: [
        ("湖东路", "hdr"), ("人大", "rt1"), ("行人", "mr"), ("路口", "gk"), ("柳堤", "ld1"), ("护栏", "lh"), ("", "a"),
        ("，。", "d"), ("家园", "gy"), ("石桥", "dq"), ("广场", "ac"),
    ])
    func doesNotAnswer(text: String, typed: String) {
        #expect(!SearchWord(typed).stands(in: text))
    }

    @Test func ranksTheWholeNameFirst() {
        #expect(SearchWord("yq").rank(in: "姚启") == 0)
        #expect(SearchWord("yq").rank(in: "玉泉里") == 1)
        #expect(SearchWord("yq").rank(in: "打印逾期清单") == 2)
        #expect(SearchWord("yq").rank(in: "申请延期的") == 2)
        #expect(SearchWord("yq").rank(in: "延") == nil)
    }

    @Test func aColumnFindsEachTextOnce() {
        let column = TextColumn(["湖东路护栏", "", "护栏护栏", "栏护", "hl"])
        #expect(column.rows(holding: SearchWord("hl")) == [0, 2, 4])
        #expect(column.rows(holding: SearchWord("护栏")) == [0, 2])
        #expect(column.rows(holding: SearchWord("")) == [])
        #expect(column.count == 5)
    }

    /// A word never reaches from one text into the next.
    @Test func textsDoNotRunTogether() {
        #expect(TextColumn(["护", "栏"]).rows(holding: SearchWord("hl")) == [])
    }

    @Test func showsWhichCharactersWereMeant() {
        #expect(SearchWord("hl").hits(in: Array("湖东护栏")) == [false, false, true, true])
        #expect(SearchWord("hd").hits(in: Array("湖东护栏")) == [true, true, false, false])
    }

    /// Every character of the first standard set has a reading.
    @Test func knowsTheCommonCharacters() {
        let missing = (0x4E00...0x9FA5 as ClosedRange<UInt32>).filter { Initials.letters(of: Unicode.Scalar($0)!) == 0 }
        #expect(missing.count < 30)
    }
}
