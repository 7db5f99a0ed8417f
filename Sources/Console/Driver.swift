package import Canvas
package import Text

package import struct Canvas.Key

/// The console without a terminal: takes keys, answers effects, gives pictures. Tests and trials use it; the run loop of
/// the executable does the same with a terminal, a worker and a journal.
package struct Driver {
    package private(set) var state: State
    /// What the console asked of the world and nobody answered.
    package private(set) var effects: [Effect] = []
    private let repertoire: Repertoire
    /// Carries an effect out; nil leaves it in ``effects``.
    private let answer: (Effect) -> [Message]?

    package init(
        _ state: State,
        _ repertoire: Repertoire = .rich,
        answer: @escaping (Effect) -> [Message]? = { _ in nil }
    ) {
        self.state = state
        self.repertoire = repertoire
        self.answer = answer
    }

    /// Hands a message over, and every answer to what it asks for.
    package mutating func send(_ message: Message) {
        var messages = [message]
        while !messages.isEmpty {
            for effect in state.update(messages.removeFirst()) {
                if let answers = answer(effect) { messages += answers } else { effects.append(effect) }
            }
        }
    }

    package mutating func press(_ keys: Key...) {
        for key in keys { send(.input(.key(key))) }
    }

    /// Types text key by key, as an input method would hand it over.
    package mutating func type(_ text: String) {
        for character in text { send(.input(.key(Key(.character(character))))) }
    }

    package mutating func click(x: Int, y: Int) { send(.input(.mouse(Mouse(.click, at: Point(x: x, y: y))))) }

    /// Turns the wheel over a cell, `rows` down, or with a negative count up.
    package mutating func wheel(_ rows: Int, x: Int, y: Int) {
        for _ in 0..<abs(rows) {
            send(.input(.mouse(Mouse(rows < 0 ? .wheelUp : .wheelDown, at: Point(x: x, y: y)))))
        }
    }

    package mutating func resize(width: Int, height: Int) {
        send(.input(.resized(Size(width: width, height: height))))
    }

    /// The screen as it would be drawn now.
    package var screen: Canvas {
        let canvas = Canvas(state.size, repertoire)
        state.draw(on: canvas)
        return canvas
    }
}
