import Canvas
import Supervision

/// How a shade looks: as a ground where there are soft ones, else as a pattern.
extension GridShade {
    var wash: Wash {
        switch self {
        case .none: .idle
        case .light(.red, let count): count <= 2 ? .red1 : count <= 5 ? .red2 : .red3
        case .light(.orange, let count): count <= 2 ? .orange1 : .orange2
        case .light(.yellow, _): .near
        case .light(.green, _): .green
        case .light: .idle
        case .step(let step): Wash.ramp[min(max(step, 0), 4)]
        }
    }

    /// What a cell inside an area shows where there are no soft grounds: red dense, orange thin, near dotted.
    func pattern(x: Int, y: Int, isRich: Bool) -> (character: Character, ink: Ink)? {
        func every(_ count: Int, lean: Int = 1) -> Bool { (x + y * lean) % count == 0 }
        switch self {
        case .light(.red, let count): return every(count > 5 ? 2 : 3) ? ("/", .red) : nil
        case .light(.orange, _): return every(8) ? ("/", .orange) : nil
        case .light(.yellow, _): return y % 2 == 0 && every(6, lean: 3) ? (".", .near) : nil
        case .light(.green, _): return nil
        case .none, .light: return y % 2 == 1 && every(8, lean: 4) ? ("-", .faint) : nil
        case .step(let step):
            let forms: [Character] = isRich ? [" ", "⠂", "⢂", "⢕", "⣿"] : [" ", ".", ":", "+", "#"]
            let form = forms[min(max(step, 0), 4)]
            return form == " " ? nil : (form, .dim)
        }
    }

    /// The pattern as the legend shows it.
    func sample(isRich: Bool) -> String {
        switch self {
        case .light(.red, _): "///"
        case .light(.orange, _): "/ /"
        case .light(.yellow, _): ". ."
        case .light(.green, _): "   "
        case .none, .light: "- -"
        case .step(let step):
            String(repeating: pattern(x: 0, y: 0, isRich: isRich)?.character ?? " ", count: step >= 0 ? 3 : 0)
        }
    }
}
