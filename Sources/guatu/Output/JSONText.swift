import Ledger

/// Writes JSON (RFC 8259) in the order it is told, on one line or indented.
struct JSONText {
    private(set) var text = ""
    private let isIndented: Bool
    private var depth = 0
    private var needsComma = false

    init(indented: Bool) { isIndented = indented }

    mutating func object(_ body: (inout JSONText) -> Void) { nest("{", "}", body) }
    mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONText, Element) -> Void) {
        nest("[", "]") { json in
            for element in elements {
                json.next()
                body(&json, element)
            }
        }
    }

    mutating func name(_ name: String) {
        next()
        string(name)
        text += isIndented ? ": " : ":"
    }

    mutating func field(_ name: String, _ value: String?) {
        self.name(name)
        if let value { string(value) } else { text += "null" }
    }

    mutating func field(_ name: String, _ value: Int?) {
        self.name(name)
        text += value.map(String.init) ?? "null"
    }

    mutating func field(_ name: String, _ value: Bool) {
        self.name(name)
        text += value ? "true" : "false"
    }

    /// Exact: the decimal form of an amount is a JSON number.
    mutating func field(_ name: String, _ value: Amount) {
        self.name(name)
        text += value.text
    }

    mutating func null(_ name: String) {
        self.name(name)
        text += "null"
    }

    mutating func field(_ name: String, object body: (inout JSONText) -> Void) {
        self.name(name)
        object(body)
    }

    mutating func field<Element>(
        _ name: String,
        array elements: some Sequence<Element>,
        _ body: (inout JSONText, Element) -> Void
    ) {
        self.name(name)
        array(elements, body)
    }

    mutating func integer(_ value: Int) { text += String(value) }

    mutating func string(_ value: String) {
        text += "\""
        // Cleaned texts hold no controls, so most pass as they are.
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            text += value
        } else {
            for scalar in value.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case "\r": text += "\\r"
                case "\t": text += "\\t"
                case _ where scalar.value < 0x20:
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }

    /// A number as an element of an array.
    mutating func number(_ value: Int) { text += String(value) }

    // MARK: Layout

    private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
        text += open
        let outer = needsComma
        needsComma = false
        depth += 1
        body(&self)
        depth -= 1
        if needsComma { newLine() }
        needsComma = outer
        text += close
    }

    private mutating func next() {
        if needsComma { text += "," }
        needsComma = true
        newLine()
    }

    private mutating func newLine() {
        guard isIndented else { return }
        text += "\n" + String(repeating: "  ", count: depth)
    }
}
