import Canvas
import Ledger
import Pictures
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

/// 会议大屏: what a room may read, page by page (PRACTICE §6).
struct MeetingTests {
    private static func show(
        _ office: Office = .sample,
        _ agenda: MeetingAgenda = MeetingAgenda(),
        width: Int = 100,
        height: Int = 30,
        typecase: Typecase = .empty
    ) -> MeetingShow {
        var show = MeetingShow(
            agenda,
            words: .chinese,
            typecase: typecase,
            size: Size(width: width, height: height),
            at: office.now
        )
        show.update(.ledger(office.ledger))
        return show
    }

    /// Every string that any page of a meeting draws.
    private static func everything(_ show: MeetingShow) -> String {
        var show = show
        var drawn = show.text()
        for _ in 0..<40 {
            let canvas = Canvas(show.size)
            show.draw(on: canvas)
            drawn += canvas.picture
            show.update(.key(.right))
        }
        return drawn
    }

    // MARK: What stands on it

    @Test func theMorningBeginsWithFourNumbersAndNamesEachOverdueMatter() throws {
        let show = Self.show()
        #expect(show.sections.map(\.name) == ["figures", "overdue", "overNight", "campaign", "map"])
        guard case .list(.overdue, let items) = show.sections[1] else {
            Issue.record("no list of overdue matters")
            return
        }
        let scene = try #require(show.scene)
        let red = scene.order.filter { scene.judgement($0)?.light == .red }
        #expect(Set(items.map(\.number)) == Set(red))
    }

    @Test func listsAreInDirectoryOrderAndRankNobody() {
        for section in Self.show(.crowded).sections {
            guard case .list(_, let items) = section else { continue }
            let ledger = Office.crowded.ledger
            let units = items.map { ledger.matters[$0.number]?.lead?.rawValue ?? Int.max }
            #expect(units == units.sorted())
        }
    }

    @Test func whereNothingIsOverdueThePageSaysSo() {
        let show = Self.show(.founded)
        #expect(show.sections.map(\.name) == ["figures", "quiet", "campaign", "map"])
        #expect(show.text().contains("今日无逾期"))
    }

    @Test(arguments: MeetingAgenda.Kind.allCases)
    func noTextOfADemandIsShown(kind: MeetingAgenda.Kind) {
        let drawn = Self.everything(Self.show(.crowded, MeetingAgenda(kind)))
        for matter in Office.crowded.ledger.matters.values where matter.kind == .demand {
            #expect(!drawn.contains(Words.chinese.title(matter)))
        }
    }

    @Test(arguments: MeetingAgenda.Kind.allCases)
    func outsidersReadNoName(kind: MeetingAgenda.Kind) {
        let names = Office.sample.ledger.people.values.map(\.name.string)
        let inside = Self.everything(Self.show(.sample, MeetingAgenda(kind)))
        let outside = Self.everything(Self.show(.sample, MeetingAgenda(kind, audience: .outsiders)))
        if kind == .morning { #expect(names.contains { inside.contains($0) }) }
        for name in names { #expect(!outside.contains(name), "\(name)") }
    }

    // MARK: Hard cases

    private static let file = CaseFile(
        kind: "继承权属",
        knot: "两人各持一份遗嘱，公证处都认",
        ways: ["先签约，按份共有", "补偿款提存，待法院判"],
        legal: "以公证在后的为准"
    )

    /// The sample with a problem made into a hard case.
    private static func withCase() throws -> Office {
        var office = Office.sample
        try office.perform(.openCase(.inheritance, file))
        return office
    }

    @Test func theEveningDecidesHardCases() throws {
        let office = try Self.withCase()
        let show = Self.show(office, MeetingAgenda(.evening))
        let lists = show.sections.compactMap { section -> [MeetingItem]? in
            if case .list(.hardCases, let items) = section { items } else { nil }
        }
        #expect(lists.first?.map(\.number) == [.inheritance])
        #expect(
            lists.first?.first?.views
                == ["方案1：先签约，按份共有", "方案2：补偿款提存，待法院判", "法律意见：以公证在后的为准"]
        )
        #expect(lists.first?.first?.blocker == "两人各持一份遗嘱，公证处都认")
    }

    /// What is known of a household is for those who decide.
    @Test(arguments: [MeetingAgenda.Kind.morning, .evening]) func outsidersReadNothingOfACase(
        kind: MeetingAgenda.Kind
    ) throws {
        var office = try Self.withCase()
        try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
        let inside = Self.everything(Self.show(office, MeetingAgenda(kind)))
        let outside = Self.everything(Self.show(office, MeetingAgenda(kind, audience: .outsiders)))
        #expect(inside.contains("遗嘱"))
        // Its title tells of a family; PRACTICE §6 keeps it off the wall whoever is there.
        let title = try #require(office.ledger.matters[.inheritance]?.title.text?.string)
        for read in [inside, outside] { #expect(!read.contains(title)) }
        for words in ["遗嘱", "按份共有", "提存", "公证"] { #expect(!outside.contains(words), "\(words)") }
        #expect(outside.contains("继承权属"))
    }

    @Test func aCaseThatWasDecidedIsGone() throws {
        var office = try Self.withCase()
        try office.perform(.answer(.solved, "两家签了和解书", Commitment()), on: .inheritance)
        let show = Self.show(office, MeetingAgenda(.evening))
        #expect(!show.sections.contains { $0.name == "hardCases" })
    }

    @Test func anEveningWithNothingToSayIsQuiet() {
        let show = Self.show(.founded, MeetingAgenda(.evening))
        #expect(show.sections.map(\.name) == ["rest"])
        #expect(show.text().contains("今晚无待议"))
    }

    @Test(arguments: [(80, 24), (160, 45), (240, 67)]) func hardCases(width: Int, height: Int) throws {
        var office = try Self.withCase()
        var other = Self.file
        other.knot = "房屋面积两次测绘相差 11.6 平方米，户主认大的一次，测绘院认小的一次，两份报告都盖了章"
        other.legal = nil
        var survey = Registration(kind: .problem, title: Prose("柳堤 02-14 房屋面积两次测绘不符"), source: .patrol)
        survey.lead = .landForce
        survey.person = .shenNanzhi
        survey.post = "入户签约岗"
        survey.quantities = [QuantityLine(target: Amount(1), unit: "件")]
        survey.term = .workdays(5)
        let number = try #require(try office.perform(.register(survey))[0].matter)
        for action: Action in [.submit(nil), .issue(nil, nil), .accept(nil)] {
            try office.perform(action, on: number)
        }
        try office.perform(.openCase(number, other))
        var show = Self.show(
            office,
            MeetingAgenda(.evening),
            width: width,
            height: height,
            typecase: try .checkedIn()
        )
        let index = try #require(show.sections.firstIndex { $0.name == "hardCases" })
        while show.place.section != index { show.update(.key(.right)) }
        let canvas = Canvas(show.size)
        show.draw(on: canvas)
        expectPicture(canvas, "meeting-hardCases-\(width)x\(height)")
        guard width == 160 else { return }
        let plain = Canvas(show.size, Repertoire(.safe, hasWashes: false))
        show.draw(on: plain)
        expectPicture(plain, "meeting-hardCases-mono-safe-\(width)x\(height)")
    }

    // MARK: Turning

    @Test func pagesTurnByTheClockAndStandStillWhenPaused() {
        var show = Self.show()
        var moment = Office.sample.now
        func wait(_ seconds: Int64) {
            moment = Moment(milliseconds: moment.milliseconds + seconds * 1000)
            show.update(.clock(moment))
        }
        wait(19)
        #expect(show.place.section == 0)
        wait(1)
        #expect(show.place.section == 1)
        show.update(.key(" "))
        wait(120)
        #expect(show.place.section == 1)
        show.update(.key(" "))
        wait(20)
        #expect(show.place != MeetingShow.PagePlace(section: 1, turn: 0))
    }

    @Test func everyPageIsReachedAndTheWayBackIsTheSame() {
        var show = Self.show(.crowded)
        var there: [MeetingShow.PagePlace] = [show.place]
        repeat {
            show.update(.key(.right))
            there.append(show.place)
        } while show.place != there[0] && there.count < 100
        #expect(there.count > show.sections.count)
        var back: [MeetingShow.PagePlace] = [show.place]
        for _ in 1..<there.count {
            show.update(.key(.left))
            back.append(show.place)
        }
        #expect(back == there.reversed())
    }

    @Test func aMatterIsCalledByItsNumber() {
        var show = Self.show()
        for key in ["4", .enter] as [Key] { show.update(.key(key)) }
        #expect(show.spotlight == .pipes)
        show.update(.key(.escape))
        #expect(show.spotlight == nil)
        for key in ["9", "9", "9", .enter] as [Key] { show.update(.key(key)) }
        #expect(show.spotlight == nil)
        #expect(show.missing == "999")
    }

    @Test func theMeetingsAgendaComesFirstAndTheWallFollowsItsSpotlight() throws {
        var office = Office.sample
        try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
        let id = try #require(office.ledger.diary.meetings.keys.first)
        try office.perform(.daily(.beginMeeting(id)))
        var show = Self.show(office)
        let decide = show.sections.contains {
            if case .list(.toDecide, let items) = $0 { !items.isEmpty } else { false }
        }
        #expect(decide)
        try office.perform(.daily(.turnMeeting(id, to: .well)))
        show.update(.ledger(office.ledger))
        #expect(show.spotlight == .well)
        // The hand at the wall may look elsewhere; the next turn of the meeting counts again.
        show.update(.key(.escape))
        show.update(.ledger(office.ledger))
        #expect(show.spotlight == nil)
        try office.perform(.daily(.turnMeeting(id, to: .pipes)))
        show.update(.ledger(office.ledger))
        #expect(show.spotlight == .pipes)
        try office.perform(.daily(.turnMeeting(id, to: nil)))
        show.update(.ledger(office.ledger))
        #expect(show.spotlight == nil)
    }

    @Test func oldDataIsSaidAloud() {
        var show = Self.show()
        let canvas = Canvas(show.size)
        show.draw(on: canvas)
        #expect(canvas.picture.contains("数据截至 08:12"))
        show.update(.clock("2026-11-20 09:04"))
        let later = Canvas(show.size)
        show.draw(on: later)
        #expect(later.picture.contains("数据已 52 分钟未更新"))
        show.update(.unchanged)
        let fresh = Canvas(show.size)
        show.draw(on: fresh)
        #expect(fresh.picture.contains("数据截至 09:04"))
    }

    @Test func thePageStaysOnItsSubjectWhenTheLedgerChanges() throws {
        var show = Self.show()
        show.update(.key(.right))
        show.update(.key(.right))
        let before = show.sections[show.place.section].name
        var office = Office.sample
        for number in office.ledger.matters.keys.sorted() where office.refusal(.track("已办", []), on: number) == nil {
            try office.perform(.track("已办", []), on: number)
        }
        show.update(.ledger(office.ledger))
        #expect(show.sections[show.place.section].name == before)
    }

    // MARK: Pictures

    @Test(arguments: [(80, 24), (120, 36), (160, 45), (240, 67)])
    func pages(width: Int, height: Int) throws {
        var show = Self.show(width: width, height: height, typecase: try Typecase.checkedIn())
        for section in show.sections {
            let canvas = Canvas(show.size)
            show.draw(on: canvas)
            expectPicture(canvas, "meeting-\(section.name)-\(width)x\(height)")
            while show.sections[show.place.section] == section {
                show.update(.key(.right))
                if show.place == MeetingShow.PagePlace() { break }
            }
        }
    }

    @Test func safeSigns() throws {
        let show = Self.show(width: 160, height: 45, typecase: try Typecase.checkedIn())
        let canvas = Canvas(show.size, .safe)
        show.draw(on: canvas)
        expectPicture(canvas, "meeting-figures-160x45-safe")
    }
}

extension MeetingSection {
    fileprivate var name: String {
        switch self {
        case .figures: "figures"
        case .list(let heading, _): "\(heading)"
        case .quiet: "quiet"
        case .rest: "rest"
        case .campaign: "campaign"
        case .map: "map"
        }
    }
}
