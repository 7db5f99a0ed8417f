import Canvas
import Console
import Ledger
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

/// What can be seen can be clicked, over the wall too.
@Suite struct MouseTests {
    private func evening() -> Trial {
        var office = Office.sample
        office.now = "2026-11-20 17:45"
        var trial = Trial(office, width: 120, height: 36)
        trial.driver.press("E")
        return trial
    }

    @Test func theEveningCount() throws {
        var trial = evening()
        try Scenario(
            """
            见 1/2  问12
            点 诉14
            见 2/2  诉14
            滚 上 诉14
            见 1/2  问12
            滚 下 诉14
            滚 下 诉14
            见 还有 2 件没有答复
            滚 上 还有
            见 2/2  诉14
            点 1 有措施
            打 夜间巡查
            点 日期
            打 11-23
            点 Enter 记下
            提示 已记
            """
        )
        .play(on: &trial, "evening")
        guard case .answered(let answer)? = trial.lastEvent else {
            Issue.record("not answered: \(trial.lastEvent as Any)")
            return
        }
        #expect(answer.kind == .measure && answer.terms?.due == "2026-11-23")
    }

    /// A choice of a toolbar is what its key would turn to, and a key that is drawn is that key.
    @Test(
        arguments: [
            ("3", "人员", "g g"), ("3", "g 分组", "g"), ("6", "按责任人", "g g"), ("6", "换分组", "g"), ("9", "按编号", "g g g"),
            ("9 g g", "按灯", "g g"), ("4", " 季 ", "Z"), ("8", "Z 期间", "Z"), ("9 Enter", "下一件", "]"),
            ("9 ,", "前后一天", "."),
            ("9 ,", "回今天", "0"), ("9 ,", "◀", ","), ("2", "比前一日", "D"),
        ] as [(String, String, String)]
    )
    func whatIsDrawnAsAKeyCanBeClicked(way: String, text: String, keys: String) throws {
        func press(_ keys: String, on trial: inout Trial) {
            for key in keys.split(separator: " ") { trial.driver.press(Key(stringLiteral: String(key))) }
        }
        var clicked = Trial(width: 120, height: 36)
        press(way, on: &clicked)
        var pressed = clicked
        let before = clicked.picture
        // On the right half of its first character where that is wide.
        let place = try #require(clicked.place(of: text))
        clicked.driver.click(x: place.x + (text.first?.columns() ?? 1) - 1, y: place.y)
        press(keys, on: &pressed)
        #expect(clicked.picture != before)
        #expect(clicked.picture == pressed.picture)
    }

    /// A count says which matters it counts, a heading which stand under it, a campaign which are its own.
    @Test(
        arguments: [(120, 36), (80, 24), (200, 60)],
        [("逾期 ", "逾期"), ("过夜 ", "过夜"), ("已跟踪 ", "今日必跟踪"), ("在办 ", "在办"), ("临期 ", "临期"), ("环湖片区#-1", "环湖片区土地整备")]
    )
    func countsOfTheOverviewAreLists(size: (Int, Int), count: (text: String, title: String)) throws {
        var trial = Trial(width: size.0, height: size.1)
        let figures = trial.driver.state.scene.figures
        let counted = [
            "逾期": figures.byLight[.red] ?? 0, "在办": figures.open, "临期": figures.near + figures.dueToday,
            "过夜": figures.overNight, "今日必跟踪": figures.mustTrack,
        ]
        try Scenario("点 \(count.text)").play(on: &trial, count.text)
        #expect(trial.lines[1].contains("事项清单") && trial.lines[1].contains(count.title), "\(trial.lines[1])")
        if let counted = counted[count.title] {
            #expect(trial.lines[1].contains("事项清单  \(counted) 件"), "\(trial.lines[1])")
        }
        trial.driver.press("Esc")
        #expect(trial.lines[1].contains("逾期 ") || trial.lines[2].contains("逾期 "))
    }

    /// The counts over the desk and the board do the same.
    @Test(arguments: [
        ("6", "必跟踪", "必跟踪"), ("6", "未 ", "未"), ("6", "待决", "待决"), ("3", "在办", "在办"), ("3", "滞 ", "滞后"),
        ("3", "拟稿", "拟稿"),
    ])
    func countsOverAWallAreLists(wall: String, text: String, title: String) throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(Key(stringLiteral: wall))
        try Scenario("点 \(text)").play(on: &trial, text)
        #expect(trial.lines[1].contains("事项清单") && trial.lines[1].contains(title), "\(trial.lines[1])")
    }

    private func point(_ text: String, in trial: Trial) throws -> Point {
        for (y, line) in trial.lines.enumerated() {
            if let range = line.firstRange(of: text) {
                return Point(x: String(line[..<range.lowerBound]).columns() + 1, y: y)
            }
        }
        return try #require(nil, "\(text) is not on the screen")
    }

    private func drag(_ from: Point, _ to: Point, in trial: inout Trial) {
        trial.driver.click(x: from.x, y: from.y)
        trial.driver.send(.input(.mouse(Mouse(.release, at: to))))
    }

    /// A card that is dragged to the column of another stage is about to move there; Enter goes on, nothing moves by itself.
    @Test func aCardIsDragged() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("3")
        let card = try point("环湖 8 组", in: trial)
        let reported = try point("待审核", in: trial)
        // Let go where it was pressed it is a click.
        drag(card, card, in: &trial)
        #expect(!trial.picture.contains("移到"))
        trial.driver.press("4", "3")
        drag(card, Point(x: reported.x, y: 20), in: &trial)
        #expect(trial.picture.contains("移到"))
        #expect(trial.picture.contains("正移往 待审核"))
        trial.driver.press(.escape)
        // A card that is selected already would open its page; a drag takes it all the same.
        drag(card, Point(x: reported.x, y: 20), in: &trial)
        #expect(trial.picture.contains("正移往 待审核"))
        trial.driver.press(.escape)
        // What is marked elsewhere has no part in it.
        trial.driver.press("Right", "b", "Left")
        drag(card, Point(x: reported.x, y: 20), in: &trial)
        #expect(trial.driver.state.marks.isEmpty && trial.picture.contains("正移往 待审核"))
        trial.driver.press(.escape)
        // Where it cannot go it stays, and the message says so.
        drag(card, Point(x: try point("已办结", in: trial).x, y: 20), in: &trial)
        #expect(!trial.picture.contains("移到 "))
        #expect(trial.message == "「办理中」不能直接移到「已办结」；m 看能移到哪里")
    }

    /// On a narrow screen the strip of stages is clicked, and a card can be dropped on it.
    @Test func theStripOfStages() throws {
        var trial = Trial(width: 80, height: 24)
        trial.driver.press("3")
        let card = try point("环湖 8 组", in: trial)
        let reported = try point("待审核", in: trial)
        trial.driver.click(x: reported.x, y: reported.y)
        #expect(!trial.picture.contains("环湖 8 组"))
        let inHand = try point("办理中", in: trial)
        trial.driver.click(x: inHand.x, y: inHand.y)
        #expect(trial.picture.contains("环湖 8 组"))
        drag(card, reported, in: &trial)
        #expect(trial.picture.contains("移到"))
        #expect(trial.picture.contains("上报办结"))
    }

    /// The names over a wall are clicked, not only told.
    @Test func whatStandsOverAWall() throws {
        var trial = Trial(width: 120, height: 36)
        func click(_ text: String) throws {
            let place = try point(text, in: trial)
            trial.driver.click(x: place.x, y: place.y)
        }
        trial.driver.press("3")
        try click("功能组")
        #expect(trial.picture.contains("选中"))
        try click("阶段")
        #expect(!trial.picture.contains("选中"))
        trial.driver.press("6")
        try click("按单位")
        #expect(trial.lines[4].hasPrefix("城建办") || trial.lines[4].hasPrefix("雨污"), "\(trial.lines[4])")
        try click("换分组")
        try click("按灯")
        #expect(trial.lines[4].hasPrefix("逾期"))
        trial.driver.press("8")
        try click(" 季 ")
        #expect(trial.picture.contains("2026年四季度"))
        try click("全街道")
        #expect(trial.picture.contains("各单位"))
        trial.driver.press("4")
        try click("按战役")
        #expect(trial.picture.contains("g 按单位"))
        trial.driver.press("9")
        let first = trial.lines[3]
        try click("按编号")
        #expect(trial.lines[3] != first)
        trial.driver.press(.enter)
        let page = trial.lines[1]
        try click("下一件")
        #expect(trial.lines[1] != page)
        try click("上一件")
        #expect(trial.lines[1] == page)
    }

    /// On a large screen the actions of a matter stand in two columns, and both are clicked and walked.
    @Test func twoColumnsOfActions() throws {
        var trial = Trial(width: 240, height: 67)
        trial.driver.press("9", .enter)
        let first = try point("加步骤", in: trial)
        let last = try point("更正", in: trial)
        #expect(last.x > first.x + 30)
        trial.driver.click(x: last.x, y: last.y)
        #expect(trial.screen.cursor?.point.y == last.y)
        #expect(trial.screen.cursor.map { $0.point.x > first.x + 20 } ?? false)
        trial.driver.press(.up)
        let above = try #require(trial.screen.cursor?.point)
        #expect(above.y == last.y - 1 && above.x > first.x + 20)
        trial.driver.click(x: first.x, y: first.y)
        trial.driver.click(x: first.x, y: first.y)
        #expect(trial.lines[65].contains("步骤"), "\(trial.lines[65])")
    }

    /// A second click is Enter: it opens the matter.
    @Test func aSecondClickOpens() throws {
        var trial = evening()
        try Scenario("点 诉14\n点 诉14\n见 能办").play(on: &trial, "open")
        #expect(trial.lines[1].contains("诉14"))
    }

    @Test func theMeeting() throws {
        var office = Office.sample
        try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
        var trial = Trial(office, as: .founder, width: 120, height: 36)
        trial.driver.press("M")
        try Scenario(
            """
            见 例会
            滚 下 例会
            滚 上 例会
            点 早会
            见 议过 0
            点 诉14
            见 诉14 湖滨路夜间施工扰民
            点 2 记录
            打 今晚到场
            点 Enter 记下
            提示 已记
            滚 下 诉14
            """
        ).play(on: &trial, "meeting")
        let meeting = try #require(trial.backstage.office.ledger.diary.meetings[1])
        #expect(meeting.entries.count == 1 && meeting.entries[0].matters == [.nightNoise])
        #expect(meeting.spotlight != nil && meeting.spotlight != .nightNoise)
    }

    /// The wheel scrolls a text, and chooses in a list, whatever lies over the wall.
    @Test func theWheel() throws {
        var trial = Trial(width: 80, height: 24)
        trial.driver.press("?")
        let before = trial.picture
        trial.driver.wheel(1, x: 40, y: 10)
        #expect(trial.picture != before)
        trial.driver.wheel(-1, x: 40, y: 10)
        #expect(trial.picture == before)
    }

    /// How finding is written stands on the page of keys, and is found there.
    @Test(arguments: [("查找的写法", "hl"), ("拼音", "首字母"), ("灯:", "逾,滞")])
    func findingIsExplained(typed: String, seen: String) {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("?")
        trial.driver.type(typed)
        #expect(trial.picture.contains("查找的写法（/）"))
        #expect(trial.picture.contains(seen))
    }

    /// Of a line, a field that is clicked takes the caret, and a choice goes on.
    @Test func theFieldsOfALine() throws {
        var trial = Trial(width: 120, height: 36)
        try Scenario(
            """
            按 9 /
            打 管网铺设
            按 Enter u
            打 700
            点 代录
            点 本人
            见 电话
            点 Enter 记下
            提示 已记
            """
        ).play(on: &trial, "fields")
    }
}
