import Canvas
import Console
import Ledger
import Samples
import Testing
import Text

import struct Canvas.Key

/// Ticking recurring duties by key.
@Suite struct DutyKeyTests {
    private func office() throws -> Office {
        var office = Office.sample
        let daily = Routine(name: "日报告", cycle: .daily, start: "2026-11-18")
        try office.perform(.daily(.addRoutine(daily)), at: "2026-11-18 09:00")
        return office
    }

    @Test func spaceTicksAtOnce() throws {
        var trial = Trial(try office())
        trial.driver.press("5", "Space")
        #expect(trial.lastEvent == .routineTicked(RoutineTick(routine: 1, due: "2026-11-20")))
        #expect(trial.message == "已记：勾 日报告 11-20")
        trial.driver.press("Space")
        #expect(trial.message?.contains("已经勾过") == true)
    }

    /// An account that belongs to nobody in the directory is named as it is.
    @Test func anAccountWithoutAPersonHasItsName() throws {
        var office = try office()
        let desk = Actor(login: "dubanke", roles: [.clerk])
        try office.perform(.daily(.tickRoutine(1, due: "2026-11-20", by: nil, nil)), by: desk)
        var trial = Trial(office, width: 120, height: 36)
        trial.driver.press("5")
        #expect(trial.picture.contains("dubanke"))
        let routine = try #require(office.ledger.diary.routines[1])
        #expect(routine.ticks.map(\.person) == [nil])
        #expect(routine.ticks.map(\.account) == ["dubanke"])
    }

    @Test func enterTakesAReasonAndWhoDidIt() throws {
        var trial = Trial(try office())
        trial.driver.press("5", "Left", "Left", "Enter")
        trial.driver.type("停电")
        trial.driver.press("Tab")
        trial.driver.type("贺知远")
        trial.driver.press("Enter")
        #expect(
            trial.lastEvent
                == .routineTicked(RoutineTick(routine: 1, due: "2026-11-18", person: .heZhiyuan, text: "停电"))
        )
    }

    @Test func whatIsToComeCannotBeTicked() throws {
        var trial = Trial(try office())
        trial.driver.press("5", "Right", "Space")
        #expect(trial.message == "折起、勾：还没到")
        #expect(trial.lastEvent?.kind == .routineAdded)
    }

    @Test func whoOnlyReadsIsTold() throws {
        var trial = Trial(try office(), readOnly: "账本正被别处占用")
        trial.driver.press("5", "Space")
        #expect(trial.message == "折起、勾：账本正被别处占用")
    }

    /// The footer offers only what the cell allows; a click on a hint ticks too.
    @Test func theFooterFollowsTheCell() throws {
        var trial = Trial(try office())
        trial.driver.press("5")
        let footer = trial.lines[23]
        let hint = try #require(footer.firstRange(of: "空格 勾"))
        trial.driver.click(x: String(footer[..<hint.lowerBound]).columns(), y: 23)
        #expect(trial.lastEvent == .routineTicked(RoutineTick(routine: 1, due: "2026-11-20")))
        #expect(!trial.lines[23].contains("空格 勾"))
    }
}
