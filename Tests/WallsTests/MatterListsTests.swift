import Canvas
import Ledger
import Pictures
import Samples
import Testing
import Text
import Walls
import Words

/// The lists of the matter page: steps, supporting units, slips, households.
@Suite struct MatterListsTests {
    static let busy: Office = {
        var office = Office.sample
        do {
            try office.perform(.ladder(.draft(.press, "请三日内书面回复")), on: .signing, at: "2026-11-18 09:00")
            try office.perform(.ladder(.sign(nil)), on: .signing, at: "2026-11-18 09:10")
            try office.perform(.ladder(.deliver(1, nil)), on: .signing, at: "2026-11-18 09:30")
            try office.perform(
                .ladder(.answer(1, SlipReply(done: "已逐户约谈", reason: "两户要求复测", promised: "2026-11-25"))),
                on: .signing,
                at: "2026-11-19 10:00"
            )
            try office.perform(.ladder(.draft(.order, nil)), on: .signing, at: "2026-11-20 08:00")
            let states: [Household.State] = [.signed, .talking, .hard, .untouched]
            let households = (1...9).map { index in
                Household(
                    code: CleanText("H8-\(index)"),
                    cadre: index % 2 == 0 ? .shenNanzhi : .luoWenzhou,
                    state: states[index % 4],
                    visited: index % 4 == 3 ? nil : Day("2026-11-10") + index,
                    trouble: states[index % 4] == .hard ? "继承纠纷" : ""
                )
            }
            try office.perform(.household(.visits, .add(households)), at: "2026-11-19 09:00")
        } catch {
            preconditionFailure("the busy office was refused: \(error)")
        }
        return office
    }()

    private func page(_ number: MatterNumber, width: Int, height: Int, words: Words = .chinese) -> Hanging {
        var page = MatterPage(number, siblings: [number], origin: "督办")
        page.history = MatterListsTests.busy.events.filter { $0.matter == number }.reversed()
        return Hanging(page, MatterListsTests.busy, width: width, height: height, words: words)
    }

    @Test(arguments: [(80, 24), (120, 36), (160, 45), (240, 67)]) func pictures(width: Int, height: Int) {
        expectPicture(page(.signing, width: width, height: height).canvas, "matter-slips-\(width)x\(height)")
        expectPicture(page(.visits, width: width, height: height).canvas, "matter-homes-\(width)x\(height)")
    }

    /// Each list is a page of its own on a narrow screen, and all of it can be reached.
    @Test func narrowPages() {
        var slips = page(.signing, width: 80, height: 24)
        slips.perform(.previousPart)
        expectPicture(slips.canvas, "matter-progress-page-80x24")
        slips.perform(.previousPart)
        expectPicture(slips.canvas, "matter-slips-page-80x24", styles: true)
        var homes = page(.visits, width: 80, height: 24)
        homes.perform(.previousPart)
        homes.move(.end)
        expectPicture(homes.canvas, "matter-homes-page-80x24")
        #expect(homes.canvas.picture.contains("H8-9"))
    }

    /// Enter on a slip reads it whole, its reply too.
    @Test func aSlipIsRead() throws {
        var hanging = page(.signing, width: 120, height: 36)
        hanging.perform(.previousPart)
        let response = try #require(hanging.wall.activate(in: hanging.frame))
        guard case .read(let title, let text) = response else {
            Issue.record("Enter answers with \(response)")
            return
        }
        #expect(title.hasPrefix("催办单"))
        #expect(text.contains("请三日内书面回复"))
        #expect(text.contains("回执：已逐户约谈"))
        #expect(text.contains("承诺 11-25 前"))
    }
}
