package import Canvas
package import Supervision
import Text
package import Words

extension Light {
    /// The ink of reasons and bars.
    package var ink: Ink {
        switch self {
        case .red: .red
        case .orange: .orange
        case .yellow: .near
        case .green: .green
        case .blue: .blue
        case .grey, .parked: .grey
        }
    }

    /// The letter of the light, and in a heading its word: only 逾 and 滞 are filled.
    package var style: Style {
        switch self {
        case .red: .chipRed
        case .orange: .chipOrange
        case .yellow: .near.bold
        default: Style(ink)
        }
    }
}

extension Canvas {
    /// The letter of a light; two cells, on every wall at column 2.
    @discardableResult
    package func put(_ light: Light, _ words: Words, x: Int, y: Int) -> Int {
        put(words.letter(light), x: x, y: y, light.style)
    }

    /// The whole word of a light: a chip where it is wrong, else plain.
    @discardableResult
    package func chip(_ light: Light, _ text: String, x: Int, y: Int) -> Int { chip(text, x: x, y: y, light.style) }

    /// The sign of a matter that was marked for one action on several (成批办理).
    package func putMark(x: Int, y: Int) { put(.square, x: x, y: y, .gold) }

    /// Marks the selected row of `rect`: the mark in its first column, the ground, and the terminal's cursor on the mark
    /// unless a caret was placed already. Draw the row first.
    package func mark(_ rect: Rect) {
        select(rect)
        for y in rect.y..<rect.bottom { put(.rowMark, x: rect.x, y: y, Style(.gold, on: .none, .selected)) }
        if cursor == nil { placeCursor(x: rect.x, y: rect.y, isShown: false) }
    }
}
