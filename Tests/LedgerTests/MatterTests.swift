import Ledger
import Samples
import Testing
import Text

/// A matter is a value, although it is handed on by reference.
@Suite("Matter")
struct MatterTests {
    @Test("A change of a copy leaves the other as it was")
    func copies() {
        let first = Office.sample.matter(.pipes)
        var second = first
        #expect(second.isSame(as: first))
        second.tags.append("试")
        second.due = nil
        #expect(!second.isSame(as: first))
        #expect(second != first)
        #expect(first == Office.sample.matter(.pipes))
        // Its own again: what was not shared is changed in place, and equal is not the same.
        second.tags.removeLast()
        second.due = first.due
        #expect(second == first)
        #expect(!second.isSame(as: first))
        #expect(Set([first, second]).count == 1)
    }

    @Test(
        "A hard case is what was opened as one, or bears the office's tag",
        arguments: [([], false, false), (["疑难"], false, false), (["民生", "疑难个案"], false, true), ([], true, true)]
            as [([CleanText], Bool, Bool)]
    )
    func hardCases(tags: [CleanText], isOpened: Bool, expected: Bool) {
        var matter = Matter(number: 1, version: 1, kind: .problem, title: "两户份额不清", stage: .inHand, source: .patrol)
        matter.tags = tags
        if isOpened { matter.hardCase = CaseFile(kind: "继承权属", knot: "份额", ways: ["先签", "提存"]) }
        #expect(matter.isHardCase == expected)
    }

    @Test(
        "A hard case is decided by who it was sent up to, else by the headquarters",
        arguments: [(nil, .headquarters), (.committee, .committee), (.viceLeader, .viceLeader)]
            as [(DecisionLevel?, DecisionLevel)]
    )
    func caseLevel(sentTo level: DecisionLevel?, expected: DecisionLevel) {
        var matter = Matter(
            number: 1,
            version: 1,
            kind: .problem,
            title: "两人各持一份遗嘱",
            stage: .inHand,
            source: .meeting
        )
        if let level {
            matter.answers = [
                Answer(
                    kind: .sentUp,
                    day: "2026-11-20",
                    text: "请定",
                    terms: Commitment(level: level),
                    moment: "2026-11-20 09:00"
                )
            ]
        }
        #expect(matter.caseLevel == expected)
    }

    @Test(
        "One 件 that is settled is done, though nobody wrote the figure; anything that is counted is what was reported",
        arguments: [
            (.settled, QuantityLine(target: 1, unit: "件"), 1), (.reported, QuantityLine(target: 1, unit: "件"), 1),
            (.archived, QuantityLine(target: 1, unit: "件"), 1), (.inHand, QuantityLine(target: 1, unit: "件"), 0),
            (.void, QuantityLine(target: 1, unit: "件"), 0), (.settled, QuantityLine(target: 2, unit: "件"), 0),
            (.settled, QuantityLine(target: 1, unit: "户"), 0),
        ] as [(Stage, QuantityLine, Amount)]
    )
    func onePiece(stage: Stage, line: QuantityLine, done: Amount) {
        var matter = Matter(number: 1, version: 1, kind: .problem, title: "井盖破损", stage: stage, source: .meeting)
        matter.quantities = [line]
        #expect(matter.quantity?.done == done)
        #expect(matter.statedQuantities.map(\.done) == [done])
        #expect(matter.progress == (done == .zero ? 0 : 1_000))
        // What is summed up is the line itself.
        #expect(matter.quantities[0].done == .zero)
    }
}
