package import Ledger
import Text

// Tests write days as "2026-11-20", moments as "2026-11-20 08:12" (+08:00), keys and whole amounts as
// numbers, and prose as text. A literal that says nothing traps: the test is wrong, not the program.

extension Day: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        guard let day = Day(iso: text) else { preconditionFailure("no day: \(text)") }
        self = day
    }
}

extension Moment: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        guard let moment = Moment(text, offset: .china) else { preconditionFailure("no moment: \(text)") }
        self = moment
    }
}

extension Key: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }
}

extension Amount: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(thousandths: Int64(value) * 1000) }
}

extension Prose: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(CleanText(text)) }
}
