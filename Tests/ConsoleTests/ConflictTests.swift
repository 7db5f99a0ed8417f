import Canvas
import Console
import Ledger
import Pictures
import Samples
import Testing
import Text
import Words

/// Two terminals, one matter.
@Suite struct ConflictTests {
    private func trial(typing figure: String, width: Int = 80, height: Int = 24) throws -> Trial {
        var trial = Trial(width: width, height: height)
        trial.driver.press("9", "/")
        trial.driver.type("管网铺设")
        trial.driver.press("Enter", "u")
        trial.driver.type(figure)
        // Stored elsewhere, not yet seen here.
        _ = try trial.backstage.elsewhere(.track("报 690", [Progress(.total(690))]), on: .pipes, by: .supervisionHead)
        trial.driver.press("Enter")
        return trial
    }

    @Test func showsThreeColumnsAndDecidesAnew() throws {
        var trial = try trial(typing: "+3.5")
        #expect(trial.picture.contains("同一事项刚被改过"))
        #expect(trial.picture.contains("苏见山 于 08:12 先存了一步，您的还没存"))
        let row = try #require(trial.lines.first { $0.contains("680.5 米") })
        #expect(row.contains("690 米") && row.contains("684 米") && row.contains("冲突"))
        #expect(trial.picture.contains("690 + 3.5 = 693.5/1,000 米；两边的记录都留下"))
        #expect(trial.picture.contains("苏见山 08:12 已报累计 690，您报的 3.5 米是否在内？在内按 e 改。"))
        trial.driver.press("Enter")
        #expect(trial.message == "已记：跟踪 督4")
        #expect(trial.backstage.office.matter(.pipes).quantity?.done == Amount("693.5")!)
    }

    /// A smaller total may stand in theirs by what it adds to the figure that was seen; nothing is asked below that figure.
    @Test(arguments: [("685", "您报的 4.5 米是否在内"), ("680", nil), ("695", nil)] as [(String, String?)])
    func asksWhetherASmallerTotalIsInTheirs(typed: String, question: String?) throws {
        let picture = try trial(typing: typed).picture
        #expect(picture.contains("同一事项刚被改过"))
        #expect(picture.contains("是否在内") == (question != nil))
        if let question { #expect(picture.contains(question), "\(picture)") }
    }

    @Test func escKeepsItAsADraft() throws {
        var trial = try trial(typing: "700")
        let count = trial.backstage.office.events.count
        trial.driver.press("Esc")
        #expect(trial.message == "先不存，留作草稿；再按一次同一键接着写。")
        #expect(trial.backstage.office.events.count == count)
        trial.driver.press("u")
        #expect(trial.picture.contains("700"))
        // What was put off is asked again: nothing of theirs is written over by a line opened later.
        trial.driver.press("Enter")
        #expect(trial.picture.contains("同一事项刚被改过"))
        #expect(trial.backstage.office.matter(.pipes).quantity?.done == 690)
        trial.driver.press("Enter")
        #expect(trial.backstage.office.matter(.pipes).quantity?.done == 700)
    }

    /// What others stored while a line lay aside is met as if it had stayed open.
    @Test func aDraftRemembersWhatWasSeen() throws {
        var trial = Trial(width: 80, height: 24)
        trial.driver.press("9", "/")
        trial.driver.type("管网铺设")
        trial.driver.press("Enter", "u")
        trial.driver.type("700")
        trial.driver.press("Esc")
        trial.driver.send(
            try trial.backstage.elsewhere(.track("报 690", [Progress(.total(690))]), on: .pipes, by: .supervisionHead)
        )
        trial.driver.press("u", "Enter")
        #expect(trial.picture.contains("同一事项刚被改过"))
        #expect(trial.backstage.office.matter(.pipes).quantity?.done == 690)
    }

    @Test func canBeChangedFirst() throws {
        var trial = try trial(typing: "700")
        trial.driver.press("e")
        #expect(trial.lines[22].contains("700"))
    }

    @Test func theirRecordCanBeRead() throws {
        var trial = try trial(typing: "700")
        // A larger total says what it contains.
        #expect(!trial.picture.contains("是否在内"))
        trial.driver.press("o")
        #expect(trial.picture.contains("对方的记录"))
        #expect(trial.picture.contains("苏见山  跟踪 报 690"))
        // And back to the question, which is still open.
        trial.driver.press("Esc")
        #expect(trial.picture.contains("同一事项刚被改过"))
        trial.driver.press("Enter")
        #expect(trial.backstage.office.matter(.pipes).quantity?.done == 700)
    }

    /// What is no longer allowed says why, and is not stored.
    @Test func saysWhenItIsNoLongerPossible() throws {
        var trial = Trial()
        trial.driver.press("9", "/")
        trial.driver.type("议事厅")
        trial.driver.press("Enter", "m", "Enter")
        trial.driver.type("闭水不足")
        _ = try trial.backstage.elsewhere(.settle(.onSite, nil), on: .leak, by: .supervisionHead)
        trial.driver.press("Enter")
        #expect(trial.picture.contains("待审核") && trial.picture.contains("已办结"))
        let count = trial.backstage.office.events.count
        trial.driver.press("Enter")
        #expect(trial.backstage.office.events.count == count)
    }

    @Test(arguments: [(80, 24), (120, 36)]) func picture(width: Int, height: Int) throws {
        let trial = try trial(typing: "+3.5", width: width, height: height)
        expectPicture(trial.screen, "conflict-\(width)x\(height)")
    }
}
