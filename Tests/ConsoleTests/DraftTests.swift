import Canvas
import Ledger
import Samples
import Testing
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

    @Test func whatDoesNotFitIsLeftAlone() {
        var state = console()
        state.take([
            Draft(action: "noSuchAction", matter: nil, texts: ["x"]), Draft(action: "track", matter: nil, texts: ["x"]),
        ])
        #expect(state.unstored.isEmpty)
    }
}
