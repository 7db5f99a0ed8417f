import Ledger
import Samples
import Testing
import Text

@Suite("Progress (报进度) and late records (补记)")
struct ProgressTests {
    @Test("a total takes the place of the figure, an addition is added where it is decided")
    func figures() throws {
        var office = Office.sample
        try office.perform(.track("两家各记一户", [Progress(.added(1))]), on: .signing)
        try office.perform(.track("两家各记一户", [Progress(.added(1))]), on: .signing)
        #expect(office.matter(.signing).quantities[0].done == 20)
        let event = try office.perform(.track("累计 25", [Progress(.total(25))]), on: .signing)[0]
        #expect(event.fact == .tracked(Track(text: "累计 25", measures: [.init(line: 0, from: 20, to: 25)])))
        try office.perform(.track("复核退回 0.5", [Progress(.added(Amount("-0.5")!))]), on: .signing)
        #expect(office.matter(.signing).quantities[0].done.text == "24.5")
        // Done may pass the target.
        try office.perform(.track("超额", [Progress(.total(40))]), on: .signing)
        #expect(office.matter(.signing).progress == 1250)
        // Twice in one record adds up.
        try office.perform(.track("两笔", [Progress(.added(1)), Progress(.added(2))]), on: .signing)
        #expect(office.matter(.signing).quantities[0].done == 43)
    }

    @Test(
        "refuses what is no figure",
        arguments: [
            (Progress(.total(-1)), .negativeAmount), (Progress(.added(-19)), .negativeAmount),
            (Progress(line: 1, .total(3)), .noSuchLine(2)), (Progress(line: -1, .total(3)), .noSuchLine(0)),
            (Progress(.total(.limit + 1)), .amountTooLarge), (Progress(.added(.limit)), .amountTooLarge),
            (Progress(.added(Amount(thousandths: .max))), .amountTooLarge), (Progress(.total(.limit)), nil),
        ] as [(Progress, Refusal?)]
    )
    func refused(progress: Progress, refusal: Refusal?) {
        #expect(Office.sample.refusal(.track("报进度", [progress]), on: .signing) == refusal)
    }

    @Test("a matter without quantity takes no figure")
    func noQuantity() {
        #expect(Office.sample.refusal(.track("去过", [Progress(.total(1))]), on: .nightNoise) == .noQuantity)
    }

    @Test("a late record marks its day as late and does not hide what came after")
    func late() throws {
        var office = Office.sample
        let before = office.matter(.well)
        let event = try office.perform(.track("泥浆池申请已递交", []), on: .well, on: "2026-11-17")[0]
        #expect(event.day == "2026-11-17")
        #expect(event.recorded == "2026-11-20 08:12")
        let after = office.matter(.well)
        #expect(after.lastTrack == before.lastTrack)
        #expect(after.blocker == before.blocker)
        #expect(after.track(on: "2026-11-17") == (true, true))
        #expect(after.track(on: "2026-11-18") == (true, false))
        #expect(after.track(on: "2026-11-20") == (false, false))
        // A day on which something was recorded in time stays so.
        try office.perform(.track("补一句", []), on: .well, on: "2026-11-18")
        #expect(office.matter(.well).track(on: "2026-11-18") == (true, false))
    }

    @Test("a late answer does not hide a newer one")
    func lateAnswer() throws {
        var office = Office.sample
        try office.perform(.answer(.sentUp, "报书记研究继承口径"), on: .inheritance)
        try office.perform(
            .answer(.measure, "公证处已约", Commitment(due: "2026-11-24")),
            on: .inheritance,
            on: "2026-11-18"
        )
        #expect(
            office.matter(.inheritance).answer
                == Answer(
                    kind: .sentUp,
                    day: "2026-11-20",
                    text: "报书记研究继承口径",
                    terms: Commitment(level: .viceLeader),
                    moment: "2026-11-20 08:12"
                )
        )
        #expect(office.matter(.inheritance).track(on: "2026-11-18") == (true, true))
    }

    @Test("a late total does not take back what was reported since; a late addition counts")
    func lateFigures() throws {
        var office = Office.sample
        try office.perform(.track("13 日累计 16 户", [Progress(.total(16))]), on: .signing, on: "2026-11-13")
        #expect(office.matter(.signing).quantities[0].done == 18)
        try office.perform(.track("13 日漏报 1 户", [Progress(.added(1))]), on: .signing, on: "2026-11-13")
        #expect(office.matter(.signing).quantities[0].done == 19)
        try office.perform(.track("核减", [Progress(.total(17))]), on: .signing)
        #expect(office.matter(.signing).quantities[0].done == 17)
    }

    @Test("nothing is dated ahead, nor before the matter began")
    func order() {
        #expect(Office.sample.refusal(.track("去过", []), on: .well, on: "2026-11-21") == .dayAhead("2026-11-21"))
        #expect(
            Office.sample.refusal(.track("去过", []), on: .well, on: "2026-09-20") == .dayTooEarly(first: "2026-09-21")
        )
        #expect(Office.sample.refusal(.report("做完"), on: .well, on: "2026-09-20") == .dayTooEarly(first: "2026-09-21"))
        #expect(Office.sample.refusal(.submit(nil), on: .visits, on: "2026-11-19") == .dayTooEarly(first: "2026-11-20"))
    }

    @Test("a report on the phone counts from the day it was made")
    func lateReport() throws {
        var office = Office.sample
        try office.perform(.report("已清运"), on: .signs, at: "2026-11-24 09:00", on: "2026-11-23")
        let matter = office.matter(.signs)
        #expect(matter.reported?.day(.china) == "2026-11-23")
        #expect(matter.reported.map { $0 < matter.due!.passes(closing: 18 * 60, offset: .china) } == true)
        try office.perform(.settle(.onSite, nil), on: .signs, at: "2026-11-24 10:00")
        #expect(office.matter(.signs).settled == "2026-11-23")
        #expect(office.ledger.sums[.street]?.days["2026-11-23"]?.settledLate == 0)
    }

    @Test(
        "reads 卡, 下 and 请 out of the words of a track",
        arguments: [
            ("施工方承诺 20 日进场；卡：泥浆池未批；下：11-25 前贯通；请：协调环保窗口", "泥浆池未批", "11-25 前贯通", "协调环保窗口"),
            ("卡 泥浆池未批。下 11-25 贯通。请 书记协调", "泥浆池未批", "11-25 贯通", "书记协调"),
            ("钻机进场，卡 泥浆池未批，夜间停工，下 11-25 贯通", "泥浆池未批，夜间停工", "11-25 贯通", nil),
            ("下一步：逐户签约", nil, "逐户签约", nil), ("卡点：", nil, nil, nil), ("下雨停工，卡车到场", nil, nil, nil),
            ("", nil, nil, nil),
        ] as [(CleanText, CleanText?, CleanText?, CleanText?)]
    )
    func clauses(text: CleanText, blocker: CleanText?, next: CleanText?, request: CleanText?) {
        let track = TrackText(text)
        #expect(track.blocker == blocker)
        #expect(track.next == next)
        #expect(track.request == request)
    }

    @Test("卡：无 says that nothing stands in the way any more")
    func unblocked() throws {
        var office = Office.sample
        try office.perform(.track("泥浆池已批；卡：无", []), on: .well)
        #expect(office.matter(.well).blocker == nil)
        #expect(office.matter(.well).next == "11-25 前贯通（贺知远）")
    }
}
