import Text

/// How much of a quantity is done, against what should be done by today.
///
/// Two forms of one thing. Among many others (a card) the owed part is drawn: `━━━╍╍──`. Where a bar stands alone with a
/// legend (the overview) a tick shows the plan: `━━━━──│──`.
package struct Bar: Sendable, Hashable {
    package enum Form: Sendable, Hashable {
        case owed
        case plan
    }

    /// One cell of the bar.
    package enum Part: Sendable, Hashable {
        case done, owed, rest, plan
    }

    package var done: Int
    /// Should be done by today; nil if there is no plan line.
    package var planned: Int?
    package var total: Int

    package init(done: Int, planned: Int? = nil, total: Int) {
        self.done = max(0, done)
        self.planned = planned.map { max(0, $0) }
        self.total = max(0, total)
    }

    /// Cells from left to right. Never full before all is done, and never empty after the first unit.
    package func parts(_ width: Int, _ form: Form) -> [Part] {
        guard width > 0 else { return [] }
        let full = cells(done, width)
        let plan = planned.map { cells($0, width) }
        return (0..<width).map { cell in
            switch form {
            case .plan where cell == plan.map { min($0, width - 1) }: .plan
            case .owed where cell >= full && cell < plan ?? 0: .owed
            default: cell < full ? .done : .rest
            }
        }
    }

    private func cells(_ amount: Int, _ width: Int) -> Int {
        if total == 0 { return 0 }
        if amount >= total { return width }
        if amount == 0 { return 0 }
        // Full width products: quantities come in thousandths and may be large.
        let share = total.dividingFullWidth(amount.multipliedFullWidth(by: width)).quotient
        return min(max(share, 1), max(1, width - 1))
    }
}

extension Canvas {
    /// Draws a bar.
    /// - Parameter light: the ink of the matter's light: of the owed part, or in the form with a tick of the done part.
    package func put(_ bar: Bar, _ form: Bar.Form, x: Int, y: Int, width: Int, light: Ink) {
        for (offset, part) in bar.parts(width, form).enumerated() {
            let (glyph, ink): (Glyph, Ink) =
                switch part {
                case .done: (.barDone, form == .plan ? light : .bar)
                case .owed: (.barOwed, light)
                case .rest: (.barRest, .faint)
                case .plan: (.barPlan, .title)
                }
            put(glyph, x: x + offset, y: y, Style(ink))
        }
    }
}
