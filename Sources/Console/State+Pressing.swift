import Canvas
import Text
import Walls

import struct Canvas.Key

/// What is drawn as a key can be clicked, and so can the choices that a key turns: by what is on the screen, so that no
/// wall need say it twice.
extension State {
    /// Presses the key whose sign or name is drawn under a point of the screen, or turns a key's choices to the one there.
    mutating func pressDrawn(at point: Point) -> [Effect] {
        let canvas = drawn
        if let key = DrawnKeys(canvas, row: point.y, isSlider: isSlider(point)).key(at: point.x) {
            return update(.input(.key(key)))
        }
        turnChoices(to: point, canvas)
        return []
    }

    private var drawn: Canvas {
        let canvas = Canvas(size, .rich)
        draw(on: canvas)
        return canvas
    }

    func isSlider(_ point: Point) -> Bool { showsSlider && point.y == size.height - 2 }

    /// Rows at the top of a wall in which choices stand.
    private static let choiceRows = 2
    /// No key has more choices.
    private static let mostChoices = 6

    /// Turns each of the wall's keys with choices in trial, until the one under the point is the chosen one.
    private mutating func turnChoices(to clicked: Point, _ canvas: Canvas) {
        let isRight = canvas[clicked.x, clicked.y].isRightHalf
        let point = Point(x: isRight ? clicked.x - 1 : clicked.x, y: clicked.y)
        let cell = canvas[point.x, point.y]
        guard point.y < wallArea.y + State.choiceRows, cell.style == .dim, cell.scalar != 0x20 else { return }
        for ability in [Ability.group, .zoom, .measure, .nextPart] where wall.abilities.contains(ability) {
            var trial = self
            for _ in 0..<State.mostChoices {
                trial.wall.perform(ability, in: trial.frame)
                trial.wall.settle(in: trial.frame)
                let turned = trial.drawn[point.x, point.y]
                guard turned.scalar == cell.scalar else { break }
                if turned.style.ground == .active || turned.style == Style.title.bold {
                    self = trial
                    return
                }
            }
        }
    }
}

/// The keys drawn in one row: gold, with a name behind each.
struct DrawnKeys {
    private var keys: [(key: Key, cells: Range<Int>)] = []

    /// - Parameter isSlider: in the row of the days, whose arrows are keys too.
    init(_ canvas: Canvas, row: Int, isSlider: Bool = false) {
        var x = 0
        while x < canvas.width {
            guard DrawnKeys.isSign(canvas[x, row]) else {
                x += 1
                continue
            }
            let start = x
            while x < canvas.width, DrawnKeys.isSign(canvas[x, row]) { x += 1 }
            let sign = canvas.text(row, start..<x)
            guard let key = DrawnKeys.key(sign, isSlider: isSlider) else { continue }
            keys.append((key, start..<DrawnKeys.endOfName(canvas, row, from: x)))
        }
    }

    func key(at x: Int) -> Key? { keys.first { $0.cells.contains(x) }?.key }

    private static func isSign(_ cell: Cell) -> Bool {
        cell.style.ink == .gold && cell.style.ground == .none && !cell.style.marks.contains(.selected)
            && cell.scalar != 0x20
    }

    private static func key(_ sign: String, isSlider: Bool) -> Key? {
        if isSlider, sign == "◀" { return "," }
        if isSlider, sign == "▶" { return "." }
        if sign == "Tab" { return .tab }
        guard sign.count == 1, let character = sign.first, character.isASCII,
            character.isLetter || "[],.;/0".contains(character)
        else { return nil }
        return Key(.character(character))
    }

    /// A blank, then words up to two blanks or the next sign.
    private static func endOfName(_ canvas: Canvas, _ row: Int, from end: Int) -> Int {
        func isBlank(_ x: Int) -> Bool {
            x >= canvas.width || canvas[x, row].scalar == 0x20 && canvas[x, row].width == 1
        }
        guard end + 1 < canvas.width, isBlank(end), !isBlank(end + 1), !isSign(canvas[end + 1, row]) else { return end }
        var x = end + 1
        while x < canvas.width, !(isBlank(x) && isBlank(x + 1)), !isSign(canvas[x, row]) { x += 1 }
        return x
    }
}

extension Canvas {
    fileprivate func text(_ row: Int, _ cells: Range<Int>) -> String { cells.map { self[$0, row].text }.joined() }
}
