import Ledger
import Testing
import Words

/// What is said where a command cannot be taken back.
@Suite("Words about taking back")
struct UndoWordsTests {
    @Test("Whatever is final says what to do instead, in both languages")
    func saysWhatInstead() {
        // Of these nothing is left to be done.
        let beyond: Set<Fact.Kind> = [
            .founded, .undone, .recovered, .yearClosed, .erased, .contactKept, .contactShown, .contactErased,
        ]
        for kind in Fact.Kind.allCases where kind.undoing == .final && kind != .imported && !beyond.contains(kind) {
            for words in [Words(.zh), Words(.en)] {
                let advice = words.insteadOfUndo(kind)
                #expect(advice != nil, "\(kind)")
                #expect(words.sentence(.final(kind), in: Ledger()).hasSuffix(advice ?? "-"), "\(kind)")
            }
        }
        #expect(Words(.zh).insteadOfUndo(.founded) == nil)
    }
}
