import Canvas
import Ledger
import Pictures
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

/// The recurring duties of the office on the checklist.
@Suite struct DutyTests {
    /// Every mark of the week of 2026-11-20: 缺, 补, ✓, to do today, overdue, to come, and a duty nothing is asked of.
    static let dutiful: Office = {
        var office = Office.founded
        func tick(_ id: RoutineID, _ due: Day, at moment: Moment, _ text: CleanText? = nil) throws(Refusal) {
            try office.perform(.daily(.tickRoutine(id, due: due, by: .heZhiyuan, text)), at: moment)
        }
        let routines = [
            Routine(name: "日报告", cycle: .daily, minute: 17 * 60 + 30, person: .clerk, start: "2026-11-12"),
            Routine(name: "河长巡河 柳溪河", cycle: .weekly(2), person: .heZhiyuan, start: "2026-11-01"),
            Routine(name: "督查周报", cycle: .weekly(7), restDay: .same, start: "2026-11-01"),
            Routine(name: "安全生产月检", cycle: .monthly(18), start: "2026-11-01"),
            Routine(name: "季报", cycle: .quarterly, start: "2026-11-01"),
        ]
        do {
            for routine in routines { try office.perform(.daily(.addRoutine(routine)), at: "2026-11-12 09:00") }
            try tick(2, "2026-11-17", at: "2026-11-17 15:40")
            try tick(1, "2026-11-17", at: "2026-11-18 09:00", "网络中断，次日补报")
            try tick(1, "2026-11-18", at: "2026-11-18 17:10")
            try tick(1, "2026-11-19", at: "2026-11-19 17:20", "无异常")
        } catch {
            preconditionFailure("the dutiful office was refused: \(error)")
        }
        return office
    }()

    @Test(arguments: [(80, 24), (120, 36), (160, 45), (240, 67)]) func pictures(width: Int, height: Int) {
        let hanging = Hanging(ChecklistWall(), DutyTests.dutiful, width: width, height: height)
        expectPicture(hanging.canvas, "duties-\(width)x\(height)", styles: width == 120)
    }

    @Test func otherPictures() {
        let repertoire = Repertoire(.rich, ambiguity: .wide, hasFaintInk: false)
        expectPicture(Hanging(ChecklistWall(), DutyTests.dutiful, repertoire: repertoire).canvas, "safe-duties")
        expectPicture(Hanging(ChecklistWall(), DutyTests.dutiful, words: .english).canvas, "english-duties")
        var empty = Hanging(ChecklistWall(), .founded, width: 80, height: 24)
        empty.perform(.nextPart)
        expectPicture(empty.canvas, "empty-duties")
    }

    /// Left and right walk the days; at the end of a week on to the next one.
    @Test func theCellsAreWalked() {
        var hanging = Hanging(ChecklistWall(), DutyTests.dutiful)
        func turn() -> RoutineTurn? { hanging.wall.turn(in: hanging.frame) }
        #expect(turn() == RoutineTurn(routine: 1, due: "2026-11-20", mark: .todo))
        hanging.move(.left, .left, .left, .left)
        #expect(turn() == RoutineTurn(routine: 1, due: "2026-11-16", mark: .missed))
        // The week before ends with its Sunday, which has a column because of the duty that knows no rest days.
        hanging.move(.left)
        #expect(turn() == nil)
        hanging.move(.left)
        #expect(turn()?.due == "2026-11-13")
        hanging.move(.right, .right, .right, .right, .down, .down, .down)
        #expect(turn() == RoutineTurn(routine: 4, due: "2026-11-18", mark: .overdue(workdays: 2)))
        hanging.move(.down)
        #expect(turn() == nil)
        #expect(hanging.selection == nil)
    }

    /// Beside the record stand the last weeks; a click on a day there goes to its week and its turn.
    @Test func theCalendarIsClicked() throws {
        var hanging = Hanging(ChecklistWall(), DutyTests.dutiful)
        let lines = hanging.canvas.picture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let title = try #require(lines.firstIndex { $0.contains("近 2 周") })
        let day = try #require(lines[title + 1].firstRange(of: "四"))
        let x = String(lines[title + 1][..<day.lowerBound]).columns()
        #expect(lines[title + 3].contains("11-09"))
        let isAgain = hanging.wall.click(Point(x: x, y: title + 3), in: hanging.frame)
        #expect(!isAgain)
        #expect(hanging.wall.turn(in: hanging.frame) == RoutineTurn(routine: 1, due: "2026-11-12", mark: .missed))
        #expect(hanging.canvas.picture.contains("11-09 至 11-15"))
        _ = hanging.wall.click(Point(x: x, y: title + 2), in: hanging.frame)
        #expect(hanging.wall.turn(in: hanging.frame)?.due == "2026-11-19")
    }

    /// Enter asks who did it; what is done already asks nothing.
    @Test func enterAsksForAWord() throws {
        var hanging = Hanging(ChecklistWall(), DutyTests.dutiful)
        let turn = try #require(hanging.wall.turn(in: hanging.frame))
        #expect(hanging.wall.activate(in: hanging.frame) == .tick(turn))
        hanging.move(.left)
        #expect(hanging.wall.activate(in: hanging.frame) == nil)
    }

    /// By name, by initials of the name, and by the person.
    @Test(arguments: [
        ("日报", ["日报告"]), ("rbg", ["日报告"]), ("贺知远", ["河长巡河"]), ("hzy", ["河长巡河"]), ("没有", []),
    ])
    func theFilterFindsNamesAndPeople(typed: String, found: [String]) {
        var hanging = Hanging(ChecklistWall(), DutyTests.dutiful)
        hanging.wall.filter = Filter(text: typed)
        hanging.wall.settle(in: hanging.frame)
        let picture = hanging.canvas.picture
        #expect(["日报告", "河长巡河", "督查周报", "安全生产月检", "季报"].filter(picture.contains) == found)
    }

    @Test func onlyWhatWasMissed() {
        var hanging = Hanging(ChecklistWall(), DutyTests.dutiful)
        hanging.perform(.trouble)
        let picture = hanging.canvas.picture
        #expect(picture.contains("安全生产月检"))
        #expect(!picture.contains("河长巡河"))
    }

    /// A click on a cell selects it, a second one is Enter; the names of the parts turn them.
    @Test func theMouse() throws {
        var hanging = Hanging(ChecklistWall(), DutyTests.dutiful)
        func place(of text: String) throws -> Point {
            for (y, line) in hanging.canvas.picture.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                if let range = line.firstRange(of: text) {
                    return Point(x: String(line[..<range.lowerBound]).columns(), y: y)
                }
            }
            return try #require(nil)
        }
        let cell = try place(of: "逾 2 日")
        let first = hanging.wall.click(cell, in: hanging.frame)
        #expect(!first)
        #expect(hanging.wall.turn(in: hanging.frame)?.routine == 4)
        let second = hanging.wall.click(cell, in: hanging.frame)
        #expect(second)
        _ = hanging.wall.click(try place(of: "步骤"), in: hanging.frame)
        #expect(hanging.canvas.picture.contains("没有带步骤的在办事项"))
        _ = hanging.wall.click(try place(of: "职责"), in: hanging.frame)
        #expect(hanging.canvas.picture.contains("日报告"))
    }
}
