import Canvas
import Ledger
import Walls

import struct Canvas.Key

extension Prompt {
    /// What a key makes of a line that stands inside a page: of the evening count, of a meeting.
    enum Typed {
        /// Esc
        case left
        /// It goes on; the sentence, if any, says what is missing or wrong.
        case goesOn(Prompt, String?)
        case given(Command, Behalf?)
    }

    func typed(_ key: Key, _ scene: Scene) -> Typed {
        var prompt = self
        if prompt.complete(key, scene) { return .goesOn(prompt, nil) }
        switch key {
        case .escape: return .left
        case .enter:
            switch reading(scene) {
            case .command(let command, let behalf): return .given(command, behalf)
            case .incomplete(let field, let sentence):
                let isOnlyNext = goesOn(to: field)
                prompt.focus = field
                return .goesOn(prompt, isOnlyNext ? nil : sentence)
            }
        case .tab: prompt.next(1)
        case .backTab: prompt.next(-1)
        default: _ = prompt.handle(key)
        }
        return .goesOn(prompt, nil)
    }

    /// From a filled field Enter goes on to the one that is still empty, without a word.
    func goesOn(to field: Int) -> Bool { fields[field].text.isEmpty && field != focus }
}
