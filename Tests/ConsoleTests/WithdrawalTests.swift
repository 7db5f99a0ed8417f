import Canvas
import Console
import Ledger
import Samples
import Testing
import Words

import struct Canvas.Key

/// z: the last record of one's own is shown, confirmed and taken back (撤回).
struct WithdrawalTests {
    private func driver() -> Driver {
        Driver(
            State(
                Office.sample.ledger,
                at: Office.sample.now,
                words: .chinese,
                actor: .founder,
                size: Size(width: 80, height: 24)
            )
        )
    }

    private let withdrawal = Withdrawal(command: "018f-1", when: "11-20 08:10", records: ["督1 环湖 8 组包户签约：跟踪 入户两户"])

    @Test func asksWhatCouldBeTakenBackAndConfirms() throws {
        var driver = driver()
        driver.press("z")
        #expect(driver.effects == [.offerUndo])
        driver.send(.offered(withdrawal))
        #expect(driver.screen.picture.contains("撤回 11-20 08:10 所记"))
        #expect(driver.screen.picture.contains("督1 环湖 8 组包户签约：跟踪 入户两户"))
        driver.press(.enter)
        guard case .perform(let job)? = driver.effects.last else {
            Issue.record("nothing is performed")
            return
        }
        #expect(job.commands == [.undo("018f-1")])
        driver.send(.done(ticket: job.ticket, .stored(created: [])))
        #expect(driver.state.notice?.text == "已撤回。")
    }

    @Test func escapeLeavesItAndARefusalIsSaid() {
        var driver = driver()
        driver.press("z")
        driver.send(.offered(withdrawal))
        driver.press(.escape)
        #expect(driver.effects == [.offerUndo])
        driver.send(.offered(withdrawal))
        driver.press(.enter)
        guard case .perform(let job)? = driver.effects.last else {
            Issue.record("nothing is performed")
            return
        }
        driver.send(.done(ticket: job.ticket, .refused(.cannotUndo(.nothing))))
        #expect(driver.state.notice?.tone == .attention)
    }
}
