import Ledger
import Text

/// Writes the event of an imported row without a coder.
///
/// Such events come by the hundred thousand, and a coder spends most of its time on finding the types of its containers.
/// The bytes are those of ``EventBody``'s own coding, which a test holds against these; whatever is rare is left to it.
struct OpeningWriter {
    private(set) var bytes: [UInt8] = []
    private let texts: SealedTexts
    private var isFirst = true

    /// nil where the event is not of that kind, or says more than most rows do.
    init?(_ body: EventBody, texts: SealedTexts) {
        guard case .imported(let opening) = body.event.fact, OpeningWriter.isPlain(opening),
            body.event.signature.behalf == nil, body.event.references.isEmpty
        else { return nil }
        self.texts = texts
        bytes.reserveCapacity(1024)
        write(body, opening)
    }

    private static func isPlain(_ opening: Opening) -> Bool {
        let registration = opening.registration
        return registration.supports.isEmpty && registration.steps.isEmpty && opening.parking == nil
            && opening.extras.isEmpty && registration.turn == nil
    }

    private mutating func write(_ body: EventBody, _ opening: Opening) {
        open()
        field("format", EventBody.format)
        field("id", body.id)
        field("office", body.office)
        field("officeNumber", body.officeNumber)
        field("command", body.command)
        field("recorded", body.event.recorded)
        field("day", body.event.day)
        field("login", body.event.signature.login)
        field("person", body.event.signature.person)
        field("role", body.event.signature.role)
        field("matter", body.event.matter)
        field("version", body.event.version)
        field("kind", body.event.fact.kind)
        field("rules", body.rules)
        field("calendar", body.calendar)
        if let origin = body.event.origin {
            name("origin")
            bytes.append(json: origin)
        }
        name("payload")
        write(opening)
        close()
    }

    private mutating func write(_ opening: Opening) {
        open()
        name("registration")
        write(opening.registration)
        field("stage", opening.stage)
        field("registered", opening.registered)
        field("issued", opening.issued)
        field("due", opening.due)
        field("originalDue", opening.originalDue)
        field("extensions", opening.extensions)
        field("settled", opening.settled)
        field("progress", opening.progress)
        field("problem", opening.problem)
        list("extras", opening.extras) { _, _ in }
        field("isUnderSupervision", opening.isUnderSupervision)
        close()
    }

    private mutating func write(_ registration: Registration) {
        open()
        field("number", registration.number)
        field("kind", registration.kind)
        field("title", registration.title)
        field("source", registration.source)
        field("sourceDocument", registration.sourceDocument.string)
        field("campaign", registration.campaign)
        field("parent", registration.parent)
        field("grid", registration.grid)
        field("level", registration.level)
        list("tags", registration.tags) { $0.bytes.append(json: $1.string) }
        field("isUrgent", registration.isUrgent)
        field("lead", registration.lead)
        list("supports", registration.supports) { _, _ in }
        field("leader", registration.leader)
        field("person", registration.person)
        field("post", registration.post.string)
        list("quantities", registration.quantities) { $0.write($1) }
        field("term", registration.term)
        field("start", registration.start)
        list("steps", registration.steps) { _, _ in }
        field("remark", registration.remark)
        field("reboundOf", registration.reboundOf)
        field("signTerm", registration.signTerm)
        close()
    }

    private mutating func write(_ line: QuantityLine) {
        open()
        field("group", line.group)
        field("target", line.target)
        field("done", line.done)
        field("unit", line.unit)
        close()
    }

    // MARK: Parts of JSON

    private mutating func open() {
        bytes.append(0x7B)
        isFirst = true
    }

    private mutating func close() {
        bytes.append(0x7D)
        isFirst = false
    }

    private mutating func name(_ name: StaticString) {
        if isFirst { isFirst = false } else { bytes.append(0x2C) }
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        bytes.append(0x3A)
    }

    private mutating func list<Value>(_ name: StaticString, _ values: [Value], _ write: (inout Self, Value) -> Void) {
        self.name(name)
        bytes.append(0x5B)
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            write(&self, value)
        }
        bytes.append(0x5D)
    }

    private mutating func field(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        self.name(name)
        bytes.append(json: Int64(value))
    }

    private mutating func field(_ name: StaticString, _ value: String) {
        self.name(name)
        bytes.append(json: value)
    }

    private mutating func field(_ name: StaticString, _ value: Bool) {
        self.name(name)
        bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    }

    private mutating func field(_ name: StaticString, _ value: Moment) {
        self.name(name)
        bytes.append(json: value.milliseconds)
    }

    private mutating func field<Tag>(_ name: StaticString, _ value: Key<Tag>?) { field(name, value?.rawValue) }

    private mutating func field(_ name: StaticString, _ value: (some TextCoded)?) {
        if let value { field(name, value.text) }
    }

    private mutating func field<Value: RawRepresentable<String>>(_ name: StaticString, _ value: Value?) {
        if let value { field(name, value.rawValue) }
    }

    private mutating func field(_ name: StaticString, _ value: Prose?) {
        if let value { field(name, value.text.map(texts.seal) ?? "") }
    }

    private mutating func field(_ name: StaticString, _ value: Deadline?) {
        switch value {
        case .endOfDay(let day)?: field(name, day)
        case .closeOfBusiness(let day)?: field(name, "\(day.iso) close")
        case .moment(let moment)?: field(name, moment)
        case nil: break
        }
    }
}
