import Canvas
import Ledger
import Samples
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

@testable import Console

/// What is typed in a line is understood while it is typed, and what is ambiguous is offered before it is accepted.
@Suite struct CompletionTests {
    private func list(on title: String, width: Int = 120) -> Trial {
        var trial = Trial(width: width, height: 36)
        trial.driver.press("9", "/")
        trial.driver.type(title)
        trial.driver.press("Enter")
        return trial
    }

    private func prompt(_ trial: Trial) throws -> Prompt {
        guard case .prompt(let prompt)? = trial.driver.state.overlay else {
            Issue.record("no line is open\n\(trial.picture)")
            throw Missing()
        }
        return prompt
    }

    private struct Missing: Error {}

    // MARK: Registering

    @Test func severalAreOfferedAndTabTakesOne() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type("护栏补装 @l")
        let choices = try #require(try prompt(trial).completion(trial.driver.state.scene)).choices
        #expect(choices.count > 1)
        // They stand under the line, the first one chosen.
        #expect(trial.lines[34].hasPrefix(" Tab  \(choices[0].name)"))
        #expect(trial.lines[35].hasPrefix("Tab 选定  ↑↓ 换一个"))
        trial.driver.press("Down", "Tab")
        #expect(try prompt(trial).fields[0].text.text == "护栏补装 @\(choices[1].name) ")
        // Now it means one thing, and Tab goes on to the next field as ever.
        #expect(try prompt(trial).completion(trial.driver.state.scene) == nil)
        trial.driver.type("#柳 !下周一")
        #expect(trial.picture.contains("「柳」有 3 个网格"))
        // The caret has left the piece: Tab goes on, and the form opens with ↓.
        trial.driver.press("Tab")
        #expect(try prompt(trial).focus == 1)
    }

    @Test func aGridIsTakenByItsCode() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type("护栏补装 #柳 !下周一")
        for _ in 0..<5 { trial.driver.press("Left") }
        let choices = try #require(try prompt(trial).completion(trial.driver.state.scene)).choices
        trial.driver.press("Tab")
        // Within the line it takes no blank along.
        #expect(try prompt(trial).fields[0].text.text == "护栏补装 #\(choices[0].name) !下周一")
        #expect(!trial.picture.contains("3 个网格"))
    }

    @Test func whatIsOfferedCanBeClicked() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type("护栏补装 @l")
        let second = try #require(try prompt(trial).completion(trial.driver.state.scene)).choices[1]
        let point = try #require(trial.place(of: "\(second.name) \(second.note)"))
        trial.driver.click(x: point.x, y: point.y)
        #expect(try prompt(trial).fields[0].text.text.hasPrefix("护栏补装 @\(second.name)"))
        trial.driver.press("Tab")
        #expect(trial.picture.contains("1 目标任务  2 清单事项  3 问题  4 诉求"))
        let problem = try #require(trial.place(of: "3 问题"))
        trial.driver.click(x: problem.x, y: problem.y)
        #expect(try prompt(trial).fields[1].text.text == "问题")
    }

    // MARK: Limits

    @Test(arguments: [
        ("!春节前", "时 2027-02-04 周四"), ("!节前", "时 12-31 周四"), ("!下周一", "时 11-23 周一"),
        // A day off does not roll: it says by when.
        ("!明天", "时 11-21 周六，请于 11-20 前报结"), ("!3个工作日", "时 3 个工作日 ▸ 11-25 周三"),
    ])
    func aLimitIsShownAsItWillBe(typed: String, chip: String) {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type("护栏补装 " + typed)
        #expect(trial.picture.contains(chip), "\(trial.picture)")
    }

    /// A day that is over this year, typed without one, is next year's: in gold, for it was hardly meant.
    @Test(arguments: [("11-10", true), ("明天", true), ("12-1", false), ("2027-09-30", true), ("5个工作日", false)])
    func whatWasHardlyMeantAsksForASecondLook(typed: String, isOdd: Bool) throws {
        let scene = Trial().driver.state.scene
        #expect(QuickEntry.isOdd(try #require(scene.term(typed)), scene) == isOdd)
    }

    // MARK: People

    @Test func aPersonAnswersToInitialsInEveryLine() throws {
        var trial = list(on: "管网铺设")
        trial.driver.press("t")
        trial.driver.type("管材到场")
        trial.driver.press("Tab", "Tab", "Right")
        #expect(trial.picture.contains("1 本人  2 电话"))
        trial.driver.press("Tab", "Ctrl+U")
        trial.driver.type("hzy")
        #expect(trial.picture.contains("经手 贺知远·雨污分流专班"))
        trial.driver.press("Enter")
        #expect(trial.backstage.office.events.last?.signature.behalf == Behalf(person: .heZhiyuan, channel: .phone))
    }

    @Test func nobodyAndSeveralAreSaid() throws {
        var trial = list(on: "管网铺设")
        trial.driver.press("a")
        trial.driver.type("复测")
        trial.driver.press("Tab")
        trial.driver.type("xxxx")
        #expect(trial.picture.contains("没有「xxxx」"))
        trial.driver.press("Enter")
        #expect(trial.message == "没有叫「xxxx」的人员。")
        trial.driver.press("Ctrl+U")
        trial.driver.type("l")
        let choices = try #require(try prompt(trial).completion(trial.driver.state.scene)).choices
        #expect(trial.picture.contains("Tab  \(choices[0].name)"))
        trial.driver.press("Enter")
        #expect(trial.message?.hasSuffix("↑↓ 选，Tab 选定。") == true)
        trial.driver.press("Tab", "Enter")
        guard case .stepAdded(let step)? = trial.lastEvent else {
            Issue.record("no step: \(trial.message ?? "")")
            return
        }
        #expect(step.person.map { trial.backstage.office.ledger.people[$0]?.name.string } == choices[0].name)
    }

    // MARK: Rules

    /// What the rules will say to it stands above the line before Enter asks them.
    @Test func theRulesAnswerWhileItIsTyped() {
        var trial = list(on: "管网铺设")
        trial.driver.press("e")
        #expect(trial.picture.contains("现时限 11-30 周一"))
        trial.driver.type("下周五")
        #expect(trial.picture.contains("须晚于现时限 11-30"))
        trial.driver.press("Ctrl+U")
        trial.driver.type("12-8")
        #expect(!trial.picture.contains("须晚于"))
        trial.driver.press("Esc", "t")
        trial.driver.type("报数")
        trial.driver.press("Tab")
        trial.driver.type("-9000")
        let refused = trial.picture
        trial.driver.press("Enter")
        // The same sentence as after Enter.
        #expect(trial.message.map { refused.contains($0.prefix(12)) } == true, "\(trial.message ?? "")\n\(refused)")
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
    }

    /// Two report on one day: the later is asked whether theirs is contained.
    @Test func whatOthersReportedTodayIsAskedAbout() {
        var trial = list(on: "管网铺设")
        trial.driver.press("u")
        trial.driver.type("+3.5")
        #expect(!trial.picture.contains("是否在内"))
        trial.driver.press("Tab", "2", "Enter", "u")
        trial.driver.type("+1")
        #expect(trial.picture.contains("贺知远今日已记过，是否在内？在内写累计"))
        // A total says it itself.
        trial.driver.press("Ctrl+U")
        trial.driver.type("700")
        #expect(!trial.picture.contains("是否在内"))
    }

    /// In the form, too, initials that mean one person are taken without Tab.
    @Test func theFormTakesWhatIsCertain() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("N")
        trial.driver.type("护栏补装")
        for _ in 0..<5 { trial.driver.press("Down") }
        trial.driver.type("hzy")
        #expect(trial.picture.contains("✓ 贺知远·雨污"), "\(trial.picture)")
        trial.driver.press("F10")
        #expect(trial.message?.hasPrefix("已记：督17 护栏补装") == true)
        #expect(trial.backstage.office.matter(17).person == .heZhiyuan)
    }

    // MARK: What stays out of the ledger

    @Test(arguments: ["联系 13912345678", "3幢2单元501漏水", "证件 11010519491231002X"])
    func whatLooksPersonalIsSaidWhileItIsTyped(typed: String) {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type(typed)
        #expect(trial.picture.contains("请改写：台账不写居民信息"))
        trial.driver.press("Enter")
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
        trial.driver.press("Esc", "9", "t")
        trial.driver.type(typed)
        #expect(trial.picture.contains("请改写：台账不写居民信息"))
    }

    // MARK: Choices

    /// 0 is the tenth, as it says.
    @Test func theTenthChoiceHasADigit() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n", "Tab", "Tab", "6")
        #expect(try prompt(trial).fields[2].text.text == "12345")
        trial.driver.press("0")
        #expect(try prompt(trial).fields[2].text.text == "口头交办")
        #expect(trial.picture.contains("0 口头交办"))
    }
}

/// What helps who does not know the names of this program.
@Suite struct GuidanceTests {
    /// What was just registered is one key and Enter away.
    @Test func theMatterJustRegisteredStandsFirst() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type("湖东路井盖松动 @lwz !下周一")
        trial.driver.press("Tab", "3", "Enter")
        #expect(trial.message == "已记：问17 湖东路井盖松动；按 : 再按 Enter 打开")
        trial.driver.press(":", "Enter")
        #expect(trial.lines[1].contains("问17"))
        trial.driver.press("m", "Enter", "Enter")
        #expect(trial.message?.hasPrefix("已记：提交") == true)
        // Once opened it gives way to the actions.
        trial.driver.press("Esc", ":")
        #expect(trial.lines.first { $0.contains("▌") && $0.contains("动作") }?.contains("跟踪") == true)
    }

    @Test(arguments: [
        ("修改", "更正"), ("删除", "作废"), ("撤销", "撤回"), ("新增", "快速登记"), ("改派", "换人"), ("开会", "例会"),
        ("快捷键", "帮助"), ("筛选", "查找"), ("导出", "打印本页"), ("xg", "更正"), ("甘特图", "进度"),
    ])
    func thePaletteKnowsOtherNames(typed: String, title: String) {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", ":")
        trial.driver.type(typed)
        #expect(trial.lines.contains { $0.contains("│") && $0.contains(title) }, "\(trial.picture)")
    }

    /// Every other name belongs to an operation of the table, and none repeats a title.
    @Test(arguments: [Words.chinese, .english]) func otherNamesAreOther(words: Words) {
        var named = 0
        for operation in Operation.table {
            named += operation.also(words).count
            #expect(!operation.also(words).contains(operation.title(words)))
        }
        #expect(named > 40)
    }

    @Test func thePageOfKeysAnswersToInitialsAndOtherNames() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("?")
        trial.driver.type("drqd")
        #expect(trial.picture.contains("当日清点"))
        #expect(!trial.picture.contains("快速登记"))
        trial.driver.press("Esc")
        trial.driver.type("修改")
        #expect(trial.picture.contains("更正"))
    }

    /// What is refused says what can be done instead, in as many rows as that takes.
    @Test func aRefusalSaysWhatElseCanBeDone() {
        var trial = Trial()
        trial.driver.press("9", "/")
        trial.driver.type("井段")
        trial.driver.press("Enter", "e")
        #expect(trial.message == "申请延期须在时限日 2026-11-04 17:30 前提出，现已超过；可由书记或交办人「调整时限」。")
        #expect(trial.lines[21].hasPrefix("  申请延期须在时限日"))
        // Wrapped, not cut.
        #expect((trial.lines[21] + trial.lines[22].drop { $0 == " " }).hasSuffix("「调整时限」。"))
    }

    @Test(arguments: [
        ("灯:紫", "没有灯「紫」，有：逾期、滞后、临期"), ("状态:做完", "没有状态「做完」，有：拟稿、待批准"),
        ("类别:事", "类别"), ("缺:钱", "没有缺「钱」，有：人、岗、量、时"),
    ])
    func aFieldThatKnowsNoSuchValueNamesThoseItKnows(typed: String, sentence: String) {
        var trial = Trial(width: 160, height: 45)
        trial.driver.press("9", "/")
        trial.driver.type(typed)
        #expect(trial.picture.contains(sentence), "\(trial.picture)")
    }

    @Test func aPlaceNamesItsCampaigns() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(":")
        trial.driver.type("柳堤")
        #expect(trial.picture.contains("列出写有这些字的全部在手事项。"))
        #expect(trial.lines.contains { $0.contains("战役 ") && $0.contains(" 件。列出") }, "\(trial.picture)")
    }
}
