import Canvas
import Ledger
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

@testable import Console

/// What was typed and not stored comes back in the next run.
struct DraftTests {
    private func console() -> State {
        let office = Office.sample
        return State(
            office.ledger,
            at: office.now,
            words: .chinese,
            actor: .founder,
            size: Size(width: 120, height: 36)
        )
    }

    private func type(_ text: String, into state: inout State) {
        for character in text { _ = state.update(.input(.key(Key(.character(character))))) }
    }

    @Test func comesBackWhereItWasLeft() throws {
        var first = console()
        type("n拓宽湖东路", into: &first)
        let kept = first.unstored
        #expect(kept.map(\.action) == ["register"])
        #expect(kept.first?.texts.first == "拓宽湖东路")
        // As when the line broke: nothing was pressed that ends the line.
        var second = console()
        #expect(second.unstored.isEmpty)
        second.take(kept)
        #expect(second.unstored == kept)
        type("n", into: &second)
        guard case .prompt(let prompt)? = second.overlay else {
            Issue.record("no line")
            return
        }
        #expect(prompt.fields.first?.text.text == "拓宽湖东路")
    }

    /// Also with the version of the matter that was seen: what others stored since is not written over.
    @Test func remembersWhatWasSeen() throws {
        var first = console()
        type("9/管网铺设", into: &first)
        _ = first.update(.input(.key(.enter)))
        type("u700", into: &first)
        var kept = first.unstored
        #expect(kept.map(\.version) == [Office.sample.matter(.pipes).version])
        kept[0].version = 1
        var second = console()
        second.take(kept)
        type("9/管网铺设", into: &second)
        _ = second.update(.input(.key(.enter)))
        type("u", into: &second)
        guard case .prompt(let prompt)? = second.overlay else {
            Issue.record("no line")
            return
        }
        #expect(prompt.version == 1)
        #expect(prompt.fields.contains { $0.text.text == "700" })
    }

    /// A hang-up while a conflict is on the screen, a slip is previewed, or an answer is typed at the evening count.
    @Test(arguments: ["conflict", "preview", "evening", "bulk"]) func outlivesWhateverLiesOverTheWall(_ what: String)
        throws
    {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "/")
        trial.driver.type(what == "preview" ? "7 号井段" : "管网铺设")
        trial.driver.press("Enter")
        switch what {
        case "conflict":
            trial.driver.press("u")
            trial.driver.type("700")
            _ = try trial.backstage.elsewhere(
                .track("报 690", [Progress(.total(690))]),
                on: .pipes,
                by: .supervisionHead
            )
            trial.driver.press("Enter")
            #expect(trial.picture.contains("同一事项刚被改过"))
        case "preview":
            trial.driver.press("C", "Tab")
            trial.driver.type("限三日内复工")
            trial.driver.press("Enter")
            #expect(trial.picture.contains("（未编号）"))
        case "evening":
            trial.driver.press("Esc", "E", "2")
            trial.driver.type("已劝停")
        default:
            trial.driver.press("Esc", "b", "b", "t")
            trial.driver.type("逐件过堂")
        }
        let kept = trial.driver.state.unstored
        let texts = ["conflict": "700", "preview": "限三日内复工", "evening": "已劝停", "bulk": "逐件过堂"]
        #expect(kept.count == 1)
        #expect(kept.first?.texts.contains(texts[what]!) == true)

        var next = Trial(trial.backstage.office, width: 120, height: 36, drafts: kept)
        next.driver.press("9")
        switch what {
        case "conflict", "preview":
            next.driver.press("/")
            next.driver.type(what == "preview" ? "7 号井段" : "管网铺设")
            next.driver.press("Enter", what == "preview" ? "C" : "u")
        case "evening": next.driver.press("E", "2")
        default:
            // Nothing is marked behind one's back; to go on is to mark it again.
            #expect(next.driver.state.marks.isEmpty)
            next.driver.press(":", "Enter")
        }
        #expect(next.picture.contains(texts[what]!), "\(next.picture)")
        if what == "bulk" { #expect(next.picture.contains("跟踪 2 件")) }
        if what == "conflict" {
            // What was is told by the history: nobody kept it over the hang-up.
            next.driver.press("Enter")
            let row = try #require(next.lines.first { $0.contains("680.5 米") })
            #expect(row.contains("690 米") && row.contains("700 米"))
        }
    }

    /// Nobody has to remember which key on which matter: what was left stands first in the palette.
    @Test func whatWasLeftIsListed() throws {
        var first = Trial(width: 120, height: 36)
        first.driver.press("9", "/")
        first.driver.type("管网铺设")
        first.driver.press("Enter", "t")
        first.driver.type("管材到场")
        first.driver.press("Esc", "Esc", "N")
        first.driver.type("路灯修复")
        first.driver.press("Esc")
        var second = Trial(width: 120, height: 36, drafts: first.driver.state.unstored)
        #expect(second.message == "上次有 2 条没写完：登记表、跟踪 督4；按 : 选了接着写。")
        second.driver.press(":")
        #expect(second.lines.contains { $0.contains("▌ 草稿  登记表") && $0.contains("路灯修复") }, "\(second.picture)")
        second.driver.press("Down", "Enter")
        #expect(second.picture.contains("跟踪 督4 管材到场"))
        second.driver.press("Enter")
        #expect(second.backstage.office.matter(.pipes).lastTrack?.text == "管材到场")
        // One is left, and can be thrown away.
        second.driver.press(":")
        second.driver.type("草稿")
        #expect(second.picture.contains("路灯修复"))
        second.driver.press("Delete", "Esc")
        #expect(second.driver.state.unstored.isEmpty)
    }

    /// At the evening count Esc keeps what was typed, and another answer takes it along.
    @Test func anAnswerIsNotLostToEsc() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("E", "2")
        trial.driver.type("已停工，签了承诺")
        trial.driver.press("Esc")
        #expect(trial.message?.contains("按一个数字接着写") == true)
        trial.driver.press("1")
        #expect(trial.picture.contains("已停工，签了承诺"))
    }

    @Test func whatDoesNotFitIsLeftAlone() {
        var state = console()
        state.take([
            Draft(action: "noSuchAction", matter: nil, texts: ["x"]), Draft(action: "track", matter: nil, texts: ["x"]),
        ])
        #expect(state.unstored.isEmpty)
    }
}
