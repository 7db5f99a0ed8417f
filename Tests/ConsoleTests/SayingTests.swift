import Canvas
import Ledger
import Samples
import Testing
import Text
import Words

import struct Canvas.Key
import struct Ledger.Unit

@testable import Console
@testable import Walls

/// What is recorded on a matter beside its actions, and lines that ask for more than one row can show.
@Suite struct SayingTests {
    private func list(_ office: Office = .sample, on title: String, as actor: Actor = .clerk, width: Int = 80) -> Trial
    {
        var trial = Trial(office, as: actor, width: width)
        trial.driver.press("9", "/")
        trial.driver.type(title)
        trial.driver.press("Enter")
        return trial
    }

    private func counted() throws -> Office {
        var office = Office.sample
        let households = ["H08-001", "H08-002", "H08-017"].map { Household(code: CleanText($0), cadre: .shenNanzhi) }
        try office.perform(.household(1, .add(households)))
        return office
    }

    // MARK: Households

    /// u on what is counted by household asks for the household; a few figures of its number will do.
    @Test func progressIsReportedByHousehold() throws {
        var trial = list(try counted(), on: "环湖 8 组包户签约")
        trial.driver.press("u")
        #expect(trial.picture.contains("记到户 督1"))
        trial.driver.type("017")
        #expect(trial.picture.contains("H08-017 8 组 未谈 沈南枝"))
        trial.driver.press("Tab", "4", "Tab")
        trial.driver.type("今日签约")
        trial.driver.press("Enter")
        #expect(trial.message == "已记：记到户 督1")
        guard case .householdVisited(let visit)? = trial.lastEvent else {
            Issue.record("no visit: \(trial.message ?? "")\n\(trial.picture)")
            return
        }
        #expect(visit.code.string == "H08-017" && visit.to == .signed && visit.isVisit)
        #expect(visit.text?.text?.string == "今日签约")
        #expect(trial.backstage.office.matter(1).quantity?.done == 1)
    }

    @Test func severalHouseholdsAreOffered() throws {
        var trial = list(try counted(), on: "环湖 8 组包户签约")
        trial.driver.press("H")
        trial.driver.type("00")
        #expect(trial.picture.contains("H08-001 未谈") && trial.picture.contains("H08-002 未谈"))
        trial.driver.press("Enter")
        #expect(trial.message?.hasPrefix("「00」有 2 户：H08-001、H08-002") == true)
        trial.driver.press("Down", "Tab")
        #expect(trial.picture.contains("H08-002 8 组 未谈 沈南枝"))
        // Hard needs the kind of trouble.
        trial.driver.press("Tab", "6", "Enter")
        trial.driver.press("Enter")
        #expect(trial.message == "请写明：疑难类别")
        trial.driver.type("继承权属")
        trial.driver.press("Enter")
        guard case .householdVisited(let visit)? = trial.lastEvent else {
            Issue.record("no visit: \(trial.message ?? "")")
            return
        }
        #expect(visit.to == .hard && visit.trouble.string == "继承权属")
    }

    @Test func whatHasNoHouseholdsSaysSo() {
        var trial = list(on: "管网铺设")
        trial.driver.press("H")
        #expect(trial.message == "记到户：没有包户台账")
    }

    // MARK: Rows of a page

    /// Enter on a household, a step or a share opens the line about that one.
    @Test func enterOnARowIsAboutThatRow() throws {
        var trial = Trial(try counted(), width: 120, height: 36)
        trial.driver.press(":", "1", "Enter")
        func go(to part: String, down: Int) {
            for _ in 0..<12 where !isOn(part) { trial.driver.press("Tab") }
            for _ in 0..<down { trial.driver.press("Down") }
            trial.driver.press("Enter")
        }
        func isOn(_ part: String) -> Bool {
            guard let page = trial.driver.state.wall as? MatterPage else { return false }
            return "\(page.part)" == part
        }
        go(to: "households", down: 2)
        #expect(trial.picture.contains("记到户 督1 户号 H08-017"), "\(trial.picture)")
        trial.driver.press("3", "Enter")
        guard case .householdVisited(let visit)? = trial.lastEvent else {
            Issue.record("no visit: \(trial.message ?? "")")
            return
        }
        #expect(visit.code.string == "H08-017" && visit.to == .talking)
        let steps = trial.backstage.office.matter(1).steps
        let open = try #require(steps.lastIndex { $0.done == nil })
        go(to: "steps", down: open)
        #expect(trial.picture.contains("\(open + 1) \(steps[open].title.text?.string ?? "?")"), "\(trial.picture)")
        trial.driver.press("Enter")
        #expect(trial.backstage.office.matter(1).steps[open].done != nil)
    }

    // MARK: Decisions and cases

    @Test func aDecisionIsRecordedAtAnyHour() throws {
        var trial = list(on: "继承权属")
        trial.driver.press("d")
        trial.driver.type("先签约，补偿款提存")
        trial.driver.press("Tab")
        #expect(trial.picture.contains("3 书记"))
        trial.driver.press("3", "Tab")
        trial.driver.type("snz")
        #expect(trial.picture.contains("由谁落实 沈南枝"))
        trial.driver.press("Tab")
        trial.driver.type("11-27")
        trial.driver.press("Tab", "Tab")
        trial.driver.type("林秋白")
        trial.driver.press("Enter")
        guard case .ruled(let ruling)? = trial.lastEvent else {
            Issue.record("not ruled: \(trial.message ?? "")\n\(trial.picture)")
            return
        }
        #expect(ruling.conclusion.text?.string == "先签约，补偿款提存")
        #expect(ruling.person == .shenNanzhi && ruling.due == "2026-11-27" && ruling.made.count == 1)
    }

    /// A decision that was left comes back as one, with all its fields, and not as another answer.
    @Test func aDecisionThatWasLeftComesBack() throws {
        var first = list(on: "继承权属")
        first.driver.press("d")
        first.driver.type("先签约，补偿款提存")
        first.driver.press("Tab", "3", "Tab")
        first.driver.type("snz")
        let kept = first.driver.state.unstored
        var second = Trial(width: 120, height: 36, drafts: kept)
        second.driver.press(":", "Enter")
        for text in ["已决定 问12", "先签约，补偿款提存", "书记、主任", "snz"] {
            #expect(second.picture.contains(text), "\(second.picture)")
        }
        // Another answer to the same matter does not take it.
        var other = Trial(width: 120, height: 36, drafts: kept)
        other.driver.press("9", "/")
        other.driver.type("继承权属")
        other.driver.press("Enter", ":")
        other.driver.type("答复")
        other.driver.press("Enter")
        #expect(!other.picture.contains("提存"), "\(other.picture)")
        #expect(other.driver.state.unstored == kept)
    }

    /// A draft about one household is not written down for another.
    @Test func aDraftStaysWithItsHousehold() throws {
        var trial = Trial(try counted(), width: 120, height: 36)
        trial.driver.press(":", "1", "Enter")
        for _ in 0..<12 where (trial.driver.state.wall as? MatterPage).map({ "\($0.part)" }) != "households" {
            trial.driver.press("Tab")
        }
        trial.driver.press("Enter", "3", "Tab", "Tab")
        trial.driver.type("上门谈妥")
        trial.driver.press("Esc", "Down", "Enter")
        #expect(trial.picture.contains("H08-002") && !trial.picture.contains("上门谈妥"), "\(trial.picture)")
    }

    /// Words are no digits, whatever value their characters have.
    @Test func wordsDoNotTurnAChoice() throws {
        var trial = list(on: "继承权属")
        trial.driver.press("d", "Tab")
        let before = trial.picture
        trial.driver.type("三两")
        #expect(trial.picture == before)
    }

    /// Where a leader has to decide, the footer names the key first.
    @Test func whatWaitsForADecisionSaysHowToRecordIt() throws {
        var office = Office.sample
        var terms = Commitment()
        terms.level = .secretary
        try office.perform(.act(12, .answer(.sentUp, "请书记定", terms)))
        let waiting = list(office, on: "继承权属")
        #expect(waiting.lines[23].contains("d 记决定"))
        let other = list(office, on: "管网铺设")
        #expect(!other.lines[23].contains("记决定"))
    }

    @Test func aHardCaseIsMadeOfAProblem() throws {
        var trial = list(on: "继承权属")
        trial.driver.press("K")
        for text in ["继承权属", "两人各持一份遗嘱", "先签后分", "提存补偿款"] {
            trial.driver.press("Ctrl+U")
            trial.driver.type(text)
            trial.driver.press("Tab")
        }
        trial.driver.press("Enter")
        guard case .caseOpened(let file)? = trial.lastEvent else {
            Issue.record("no case: \(trial.message ?? "")\n\(trial.picture)")
            return
        }
        #expect(file.kind.string == "继承权属" && file.ways.map { $0.text?.string } == ["先签后分", "提存补偿款"])
        // Again it stands there to be changed; and its decision can be kept.
        trial.driver.press("K")
        #expect(trial.picture.contains("两人各持一份遗嘱"))
        trial.driver.press("Esc")
        let other = list(on: "管网铺设")
        #expect(other.driver.state.whyUnsaid(.hardCase) == "事项 4 是「目标任务」，疑难个案只由问题转来。")
    }

    @Test func aPlanGoesRoundForReview() throws {
        var trial = list(on: "走访", width: 120)
        trial.driver.press(":")
        trial.driver.type("送会审")
        trial.driver.press("Enter")
        trial.driver.type("走访方案第一稿")
        trial.driver.press("Tab")
        trial.driver.type("城建办 ldsq")
        #expect(trial.picture.contains("柳堤社区"))
        trial.driver.press("Enter")
        guard case .reviewOpened(let opening)? = trial.lastEvent else {
            Issue.record("no review: \(trial.message ?? "")\n\(trial.picture)")
            return
        }
        #expect(opening.reviewers.count == 2)
        trial.driver.press(":")
        trial.driver.type("会审意见")
        trial.driver.press("Enter", "Tab", "3", "Enter")
        // Who does not agree says why.
        trial.driver.press("Enter")
        #expect(trial.message == "请写明：说明")
        trial.driver.type("经费没有来源")
        trial.driver.press("Enter")
        guard case .reviewAnswered(let opinion)? = trial.lastEvent else {
            Issue.record("no opinion: \(trial.message ?? "")")
            return
        }
        #expect(opinion.verdict == .object)
    }

    // MARK: Sheets

    /// Whatever is asked for stands on the screen: no field lies beyond its edge.
    @Test(arguments: [Words.chinese, .english], [Actor.founder, .clerk])
    func everyFieldCanBeSeen(words: Words, actor: Actor) throws {
        let office = try counted()
        var seen = 0
        for number in [1, 2, 11, 12, 14] as [MatterNumber] {
            var trial = Trial(office, as: actor, words: words)
            trial.driver.press(":")
            trial.driver.type("\(number)")
            trial.driver.press("Enter")
            for operation in Operation.table where operation.group == .acting {
                var state = trial.driver.state
                guard state.whyDisabled(operation) == nil else { continue }
                _ = state.start(operation)
                guard case .prompt(let prompt)? = state.overlay, prompt.purpose != .register else { continue }
                let canvas = Canvas(state.size, .rich)
                state.draw(on: canvas)
                // The rows of the line itself, above the footer.
                let rows = state.isSheet(prompt) ? state.sheetRows(prompt) : 1
                let picture = canvas.picture.split(separator: "\n", omittingEmptySubsequences: false)
                    .prefix(state.size.height - 1).suffix(rows).joined(separator: "\n")
                for field in prompt.line.fields where !field.label.isEmpty {
                    #expect(picture.contains(field.label), "\(operation.id): \(field.label)\n\(picture)")
                    seen += 1
                }
            }
        }
        #expect(seen > 60)
    }

    @Test func aSheetIsWalkedWithTheArrowsAndTheMouse() throws {
        var trial = list(on: "继承权属")
        trial.driver.press("K", "Down", "Down")
        trial.driver.type("先签后分")
        let place = try #require(trial.place(of: "法律意见"))
        trial.driver.click(x: place.x + 12, y: place.y)
        trial.driver.type("以公证为准")
        trial.driver.press("Up", "Up", "Up", "Up")
        trial.driver.type("继承权属")
        let kind = try #require(trial.lines.first { $0.contains("疑难类别") })
        #expect(kind.contains("继承权属"))
        #expect(trial.lines.contains { $0.contains("方案一") && $0.contains("先签后分") })
        #expect(trial.lines.contains { $0.contains("法律意见") && $0.contains("以公证为准") })
        // Nothing of it is lost to Esc.
        trial.driver.press("Esc", "K")
        #expect(trial.picture.contains("以公证为准"))
    }
}
