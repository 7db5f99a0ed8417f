import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Walls
import Words

/// C and r: the next slip of the ladder, shown before it is stored; nothing goes out by itself.
@Suite struct LadderKeyTests {
    private func desk(as actor: Actor = .clerk, width: Int = 120, height: Int = 36) -> Trial {
        var trial = Trial(as: actor, width: width, height: height)
        trial.driver.press("6")
        return trial
    }

    @Test func draftsAndSignsWhatIsProposed() {
        var trial = desk()
        trial.driver.press("C", "Tab")
        trial.driver.type("三日内复工")
        trial.driver.press("Enter")
        // Shown first: nothing is stored yet, and Esc goes back to the line with what was typed.
        #expect(trial.picture.contains("催办单（未编号）") && trial.picture.contains("三日内复工"))
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
        trial.driver.press("Esc", "Enter", "Enter")
        #expect(
            trial.lastEvent
                == .slipDrafted(SlipDraft(kind: .press, demand: "三日内复工", due: .endOfDay("2026-11-04")))
        )
        // The same key signs it: the clerk records what the head of supervision signed on paper.
        trial.driver.press("C", "Enter")
        #expect(trial.picture.contains("苏见山"))
        trial.driver.press("Enter")
        guard case .slipSigned(let signing)? = trial.lastEvent else {
            Issue.record("not signed: \(trial.message ?? "")")
            return
        }
        #expect(signing.number?.text == "望街催〔2026〕1号")
        #expect(signing.signer == .supervisionHead)
        #expect(trial.message == "已记：签发 督2")
        #expect(trial.picture.contains("11-20 望街催〔2026〕1号"))
    }

    @Test func remindsInOneLine() {
        var trial = desk()
        trial.driver.press("r")
        trial.driver.type("已电话提醒贺知远")
        trial.driver.press("Enter")
        #expect(trial.lastEvent == .reminded(LadderNote(text: "已电话提醒贺知远", due: .endOfDay("2026-11-04"))))
    }

    @Test func saysWhyItCannotBeDone() {
        var trial = Trial(as: .reader)
        trial.driver.press("6", "C")
        #expect(trial.message?.contains("只能查看") == true)
    }
}
