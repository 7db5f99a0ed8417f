package import Text

/// One fact that happened (记录), with when, to which day it belongs, and who stands behind it.
///
/// The only way anything in a ledger ever changes.
package struct Event: Hashable, Sendable {
    /// When it was written down; never less than that of the event before.
    package var recorded: Moment
    /// The ledger day the fact belongs to. Differs from the day of `recorded` only for 补记 and
    /// imported history.
    package var day: Day
    package var signature: Signature
    package var matter: MatterNumber?
    /// The matter's version after this event.
    package var version: Int?
    package var fact: Fact
    /// Fingerprint of the row of a file it was imported from; nil for what was recorded here.
    package var origin: Int64?
    /// Document numbers (文号) and attachments (附件) that go with the record.
    package var references: [Reference]

    package init(
        recorded: Moment,
        day: Day,
        signature: Signature,
        matter: MatterNumber? = nil,
        version: Int? = nil,
        fact: Fact,
        origin: Int64? = nil,
        references: [Reference] = []
    ) {
        self.recorded = recorded
        self.day = day
        self.signature = signature
        self.matter = matter
        self.version = version
        self.fact = fact
        self.origin = origin
        self.references = references
    }
}

/// What a record points at: never the paper itself, but where it lies (文号、附件).
package struct Reference: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 文号, such as 区城治函〔2026〕9号.
        case document
        /// 附件: the name or path of a file, or where the paper lies.
        case attachment
    }

    package var kind: Kind
    package var text: CleanText

    package init(_ kind: Kind, _ text: CleanText) {
        self.kind = kind
        self.text = text
    }
}
