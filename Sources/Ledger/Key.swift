/// The identity of a thing inside one ledger, typed by what it names, so that a person cannot be
/// handed over where a unit is wanted.
///
/// Not `RawRepresentable`: that would hash it through generic code, and tables of matters are full of it.
package struct Key<Subject>: Hashable, Sendable {
    package let rawValue: Int

    package init(_ rawValue: Int) { self.rawValue = rawValue }
}

extension Key: Comparable {
    package static func < (left: Key, right: Key) -> Bool { left.rawValue < right.rawValue }
}

extension Key: CustomStringConvertible {
    package var description: String { String(rawValue) }
}

/// Written as a number.
extension Key: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

package typealias UnitID = Key<Unit>
package typealias PersonID = Key<Person>
package typealias GridID = Key<Grid>
package typealias CampaignID = Key<Campaign>
/// The number of a matter (编号): an integer of its ledger, given at registration, never reused.
package typealias MatterNumber = Key<Matter>
