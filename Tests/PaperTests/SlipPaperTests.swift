import Ledger
import Pages
import Paper
import Samples
import Testing
import Text

@Suite("Papers of the ladder")
struct SlipPaperTests {
    private static let head = String(repeating: "3f9a21c0", count: 8)

    private func office() throws -> Office {
        var office = Office.sample
        try office.perform(.ladder(.draft(.press, "三日内复工")), on: .well)
        try office.perform(.ladder(.sign(nil)), on: .well, by: .clerk.recording(for: .supervisionHead, by: .paper))
        return office
    }

    private func order(_ office: Office, _ place: Int = 1) -> String {
        SlipPaper(place, of: office.matter(.well), today: "2026-11-20").document(in: office.ledger, head: Self.head)
            .plainText(columns: 72)
    }

    @Test("A slip has a stub, the fields of the form, and a receipt")
    func slip() throws {
        let text = order(try office())
        for part in [
            "存根　催办单", "望湖街道催办单", "望街催〔2026〕1号", "督2 湖东路雨污分流 7 号井段复工", "领导批示", "雨污分流专班", "顾长河",
            "贺知远", "2026年11月4日 周三，已逾 12 个工作日", "三日内复工", "2026年11月24日 周二", "签发：苏见山",
            "望湖街道党政办公室　2026年11月20日", "回执　望街催〔2026〕1号", "请于2026年11月24日前送回", "未完成原因", "承诺时限", "负责人签字",
            "数据校验码 3f9a21c0",
        ] { #expect(text.contains(part), "\(part) is missing in\n\(text)") }
    }

    @Test("It fits one sheet, filled in or not")
    func onePage() throws {
        var office = try office()
        func pages() -> Int {
            SlipPaper(1, of: office.matter(.well), today: "2026-11-20").document(in: office.ledger, head: Self.head)
                .placed().pages.count
        }
        #expect(pages() == 1)
        let reply = SlipReply(done: "钻机已进场", reason: "泥浆池未批", measure: "夜间施工", promised: "2026-11-25", head: .heZhiyuan)
        try office.perform(.ladder(.answer(1, reply)), on: .well)
        #expect(pages() == 1)
        #expect(order(office).contains("2026年11月25日"))
    }

    @Test("Old paper keeps the old name of a unit, and a draft has no number")
    func names() throws {
        var office = try office()
        office.now = "2026-11-23 09:00"
        try office.perform(.renameUnit(.drainageForce, name: "水环境专班", shortName: nil))
        try office.perform(.ladder(.draft(.order, nil)), on: .well)
        #expect(order(office).contains("雨污分流专班"))
        let draft = SlipPaper(2, of: office.matter(.well), today: "2026-11-23").document(
            in: office.ledger,
            head: Self.head
        )
        .plainText(columns: 72)
        #expect(draft.contains("（未编号）") && draft.contains("水环境专班") && draft.contains("（待签发）"))
    }

    @Test("The register keeps void numbers, in the order of their numbers")
    func register() throws {
        var office = try office()
        try office.perform(.ladder(.void(1, "写错单位")), on: .well)
        try office.perform(.ladder(.draft(.press, nil)), on: .signing)
        try office.perform(.ladder(.sign(nil)), on: .signing)
        try office.perform(.ladder(.draft(.order, nil)), on: .well)
        let register = SlipRegister(office.ledger, year: 2026)
        #expect(register.entries.map { $0.slip.number?.text } == ["望街催〔2026〕1号", "望街催〔2026〕2号", nil])
        let text = register.document(today: "2026-11-20", head: Self.head).plainText(columns: 160)
        #expect(text.contains("共 3 张，未回复 1 张，作废 1 张"))
        #expect(text.contains("11-20 作废：写错单"))
        #expect(SlipRegister(office.ledger, year: 2025).entries.isEmpty)
    }

    @Test("A circular has 28 characters in a line and 22 lines on a page, and names no person")
    func circular() throws {
        let office = try office()
        let paper = CircularPaper([office.matter(.well)], in: office.ledger, at: office.now)
        let document = paper.document(head: Self.head)
        let text = document.plainText(columns: 56)
        #expect(text.contains("关于湖东路雨污分流 7 号井段复工办理情况的通报"))
        #expect(text.contains("望街〔2026〕　　号"))
        #expect(text.contains("逾期12个工作日"))
        for name in ["贺知远", "顾长河", "苏见山"] { #expect(!text.contains(name)) }
        let long = CircularPaper(
            Array(repeating: office.matter(.well), count: 24),
            in: office.ledger,
            at: office.now
        )
        .document(head: Self.head).placed()
        let lines = long.pages[1].texts.filter { $0.size == Length(twips: 314) }
        #expect(lines.count == 22)
        // Half-width figures take half a place.
        #expect(lines.map { $0.text.columns(.wide) }.max() == 56)
        // What is not overdue is never circulated.
        #expect(CircularPaper([office.matter(.signing)], in: office.ledger, at: office.now).count == 0)
    }

    @Test("The handover list says what is in hand, waits and was promised, with three signatures")
    func handover() throws {
        let office = Office.sample
        let list = HandoverList(of: .luoWenzhou, to: .shenNanzhi, in: office.ledger, at: office.now)
        let text = list.document(head: Self.head).plainText(columns: 160)
        for part in ["移交人：罗文舟（柳堤社区）　接收人：沈南枝", "延期至 11-27 待批", "待审核", "移交人 ____", "接收人 ____", "监交人 ____"] {
            #expect(text.contains(part), "\(part) is missing in\n\(text)")
        }
    }
}
