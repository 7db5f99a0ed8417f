import Canvas
import Console
import Ledger
import Pictures
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

/// M: a meeting run from the desk.
@Suite struct MeetingDeskTests {
    /// A morning with a hard case, and the early meeting planned and begun.
    private static func office(begun: Bool = true) throws -> Office {
        var office = Office.sample
        let file = CaseFile(
            kind: "继承权属",
            knot: "两人各持一份遗嘱，公证处都认",
            ways: ["先签约，按份共有", "补偿款提存，待法院判"],
            legal: "以公证在后的为准"
        )
        try office.perform(.openCase(.inheritance, file))
        if begun {
            try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
            try office.perform(.daily(.beginMeeting(1)))
        }
        return office
    }

    @Test(arguments: [Repertoire.rich, .safe, .ascii]) func aWholeMeeting(repertoire: Repertoire) throws {
        var trial = Trial(try Self.office(begun: false), as: .founder, width: 120, height: 36, repertoire)
        try Scenario.named("早会").play(on: &trial, "早会")
    }

    @Test func onASmallScreen() throws {
        var trial = Trial(try Self.office(begun: false), as: .founder)
        try Scenario.named("早会").play(on: &trial, "早会")
    }

    private static func spotlight(_ trial: Trial) -> MatterNumber? {
        trial.backstage.office.ledger.diary.meetings[1]?.spotlight
    }

    /// Every step turns the meeting, and the wall with it; the end turns it away.
    @Test func theSpotlightFollows() throws {
        var trial = Trial(try Self.office(), as: .founder, width: 120, height: 36)
        trial.driver.press("M")
        let first = Self.spotlight(trial)
        #expect(first != nil)
        trial.driver.press("Down")
        #expect(Self.spotlight(trial) != first)
        trial.driver.press("Up")
        #expect(Self.spotlight(trial) == first)
        trial.driver.press("End")
        #expect(Self.spotlight(trial) == nil)
        // One comes back to where the meeting is.
        trial.driver.press("Home", "Down")
        let second = Self.spotlight(trial)
        trial.driver.press("Esc", "M")
        #expect(Self.spotlight(trial) == second)
    }

    /// A decision on a problem answers it and makes a matter with its four fixed.
    @Test func aDecisionAnswersAndMakesAMatter() throws {
        var trial = Trial(try Self.office(), as: .founder, width: 120, height: 36)
        trial.driver.press("M", "Home", "Down", "1")
        trial.driver.type("补偿款提存，先签约 @snz !11-27")
        trial.driver.press("Enter")
        let ledger = trial.backstage.office.ledger
        #expect(ledger.matters[.inheritance]?.answer?.kind == .decided)
        let ruling = try #require(ledger.diary.meetings[1]?.entries.first?.ruling)
        #expect(ruling.levels == [.headquarters])
        #expect(ruling.way == .meeting)
        let made = try #require(ruling.made.first.flatMap { ledger.matters[$0] })
        #expect(made.person == .shenNanzhi)
        #expect(made.lead == .landForce)
        #expect(made.due?.day(.china) == "2026-11-27")
        #expect(made.missing.isEmpty)
        #expect(made.parent == .inheritance)
    }

    /// What the rules refuse is said, and what was typed is still there.
    @Test func whatIsRefusedStays() throws {
        var trial = Trial(try Self.office(), as: .founder, width: 120, height: 36)
        trial.driver.press("M", "Home", "1")
        // Without a day the matter would lack one of its four.
        trial.driver.type("补偿款提存 @snz")
        trial.driver.press("Enter")
        #expect(trial.backstage.office.ledger.diary.meetings[1]?.entries == [])
        #expect(trial.message?.contains("定时") == true)
        #expect(trial.picture.contains("补偿款提存 @snz"))
    }

    /// What was typed outlives the program.
    @Test func aDraftIsKeptForTheNextRun() throws {
        let office = try Self.office()
        var trial = Trial(office, as: .founder, width: 120, height: 36)
        trial.driver.press("M", "Home", "Down", "2")
        trial.driver.type("先问清楚")
        let kept = trial.driver.state.unstored
        #expect(kept.map(\.action) == ["meeting/1/note"])
        #expect(kept.map(\.matter) == [.inheritance])
        #expect(kept.map(\.texts) == [["先问清楚", "问12"]])
        var state = State(
            office.ledger,
            at: office.now,
            words: .chinese,
            actor: .founder,
            size: Size(width: 120, height: 36)
        )
        state.take(kept)
        var again = Driver(state)
        again.press("M", "Home", "Down", "2")
        #expect(again.screen.picture.contains("先问清楚"))
    }

    @Test func whoOnlyReadsLooksAndTurnsNothing() throws {
        var trial = Trial(try Self.office(), as: .reader, width: 120, height: 36)
        trial.driver.press("M", "Down", "1")
        #expect(Self.spotlight(trial) == nil)
        #expect(trial.backstage.office.ledger.diary.meetings[1]?.entries == [])
        #expect(trial.message?.contains("只") == true)
    }

    @Test func theMinutesAreAskedForAndShown() throws {
        var trial = Trial(try Self.office(), as: .founder, width: 120, height: 36)
        trial.driver.press("M", "4")
        #expect(trial.backstage.left == [.minutes(1)])
        trial.driver.send(.minutes(1, "望湖街道早会纪要\n议定事项 0 项"))
        #expect(trial.picture.contains("望湖街道早会纪要"))
        trial.driver.press("Esc")
        #expect(!trial.picture.contains("望湖街道早会纪要"))
        #expect(trial.picture.contains("早会  正在开"))
    }

    @Test(arguments: [(80, 24), (120, 36), (160, 45)]) func pictures(width: Int, height: Int) throws {
        var trial = Trial(try Self.office(), as: .founder, width: width, height: height)
        trial.driver.press("M", "Home", "Down")
        expectPicture(trial.screen, "meeting-desk-\(width)x\(height)")
        trial.driver.press("1")
        trial.driver.type("补偿款提存，先签约 @snz !11-27")
        expectPicture(trial.screen, "meeting-desk-line-\(width)x\(height)")
        trial.driver.press("Enter", "End")
        expectPicture(trial.screen, "meeting-desk-end-\(width)x\(height)")
    }

    @Test func choosing() throws {
        var trial = Trial(try Self.office(begun: false), as: .founder)
        trial.driver.press("M")
        expectPicture(trial.screen, "meeting-desk-choosing")
        var english = Trial(try Self.office(), as: .founder, words: .english)
        english.driver.press("M")
        expectPicture(english.screen, "meeting-desk-english")
    }
}
