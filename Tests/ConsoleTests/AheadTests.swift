import Canvas
import Console
import Ledger
import Samples
import Testing

import struct Canvas.Key

/// What is made ready in pauses.
@Suite struct AheadTests {
    /// A wall at a call, the evening count, and then nothing more until the ledger changes.
    @Test func everyWallIsMadeReadyOnce() {
        var state = SampleStreet.driver(width: 120, height: 36).state
        var calls = 0
        while !state.isPrepared, calls < 100 {
            state.prepare()
            calls += 1
        }
        #expect(calls == Place.walls.count + 1)
        _ = state.update(.clock(SampleStreet.now))
        #expect(state.isPrepared)
        _ = state.update(.ledger(Office.sample.ledger))
        #expect(!state.isPrepared)
    }

    /// What was made of a ledger goes with it: a screen stands for weeks, and takes every change.
    @Test func nothingIsLeftOfAnOldScene() {
        var state = SampleStreet.driver(width: 160, height: 45).state
        while !state.isPrepared { state.prepare() }
        for key in ["8", "g", "Tab", "3", "g", "4", "g", "2", "5", "6", "7", "9", "E", "Esc", ":", "Esc"] as [Key] {
            _ = state.update(.input(.key(key)))
            state.draw(on: Canvas(state.size))
        }
        weak let old = state.scene
        _ = state.update(.ledger(Office.sample.ledger))
        #expect(old == nil)
    }

    /// Nothing of it is seen, whatever stands on the screen.
    @Test(
        arguments: [["3"], ["6", "Down"], ["9", "/"], [":"], ["n"], ["2", "Enter"], ["9", "Enter"], ["?"]] as [[Key]]
    )
    func nothingIsSeenOfIt(keys: [Key]) {
        var driver = SampleStreet.driver(width: 120, height: 36)
        for key in keys { driver.press(key) }
        let state = driver.state
        let before = Canvas(width: 120, height: 36)
        state.draw(on: before)
        let revision = state.revision
        while !state.isPrepared { state.prepare() }
        let after = Canvas(width: 120, height: 36)
        state.draw(on: after)
        #expect(after.sheet.cells == before.sheet.cells)
        #expect(state.revision == revision)
    }
}
