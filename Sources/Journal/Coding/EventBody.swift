import Ledger

/// The body of an event: everything that is hashed.
///
/// Keys are promises; a body is written once and never again. The texts of the fact do not stand in
/// it, but the digests of ``SealedTexts``.
struct EventBody {
    /// The form of a body. A newer one is refused on reading, never guessed at.
    static let format = 1

    var id: Identity
    /// The ledger it comes from, and its number there; another office's events keep theirs.
    var office: Identity
    var officeNumber: Int
    var command: Identity
    var event: Event
    /// Editions in force when it was decided.
    var rules: Int
    var calendar: Int
}

/// A body that this program does not know.
struct UnknownBody: Error {
    var kind: String
    var format: Int
}

extension EventBody: Codable {
    private enum CodingKeys: String, CodingKey {
        case format, id, office, officeNumber, command, recorded, day, login, person, role, onBehalfOf
        case matter, version, kind, rules, calendar, origin, references, payload
    }

    /// Lets a fact encode itself where a value is wanted.
    private struct Payload: Encodable {
        let fact: Fact
        func encode(to encoder: any Encoder) throws { try fact.encodePayload(to: encoder) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(EventBody.format, forKey: .format)
        try container.encode(id, forKey: .id)
        try container.encode(office, forKey: .office)
        try container.encode(officeNumber, forKey: .officeNumber)
        try container.encode(command, forKey: .command)
        try container.encode(event.recorded, forKey: .recorded)
        try container.encode(event.day, forKey: .day)
        try container.encode(event.signature.login, forKey: .login)
        try container.encodeIfPresent(event.signature.person, forKey: .person)
        try container.encode(event.signature.role, forKey: .role)
        try container.encodeIfPresent(event.signature.behalf, forKey: .onBehalfOf)
        try container.encodeIfPresent(event.matter, forKey: .matter)
        try container.encodeIfPresent(event.version, forKey: .version)
        try container.encode(event.fact.kind.rawValue, forKey: .kind)
        try container.encode(rules, forKey: .rules)
        try container.encode(calendar, forKey: .calendar)
        try container.encodeIfPresent(event.origin, forKey: .origin)
        if !event.references.isEmpty { try container.encode(event.references, forKey: .references) }
        try container.encode(Payload(fact: event.fact), forKey: .payload)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let format = try container.decode(Int.self, forKey: .format)
        let name = try container.decode(String.self, forKey: .kind)
        guard format == EventBody.format, let kind = Fact.Kind(rawValue: name) else {
            throw UnknownBody(kind: name, format: format)
        }
        id = try container.decode(Identity.self, forKey: .id)
        office = try container.decode(Identity.self, forKey: .office)
        officeNumber = try container.decode(Int.self, forKey: .officeNumber)
        command = try container.decode(Identity.self, forKey: .command)
        rules = try container.decode(Int.self, forKey: .rules)
        calendar = try container.decode(Int.self, forKey: .calendar)
        event = Event(
            recorded: try container.decode(Moment.self, forKey: .recorded),
            day: try container.decode(Day.self, forKey: .day),
            signature: Signature(
                login: try container.decode(String.self, forKey: .login),
                person: try container.decodeIfPresent(PersonID.self, forKey: .person),
                role: try container.decode(Role.self, forKey: .role),
                behalf: try container.decodeIfPresent(Behalf.self, forKey: .onBehalfOf)
            ),
            matter: try container.decodeIfPresent(MatterNumber.self, forKey: .matter),
            version: try container.decodeIfPresent(Int.self, forKey: .version),
            fact: try Fact(kind: kind, from: try container.superDecoder(forKey: .payload)),
            origin: try container.decodeIfPresent(Int64.self, forKey: .origin),
            references: try container.decodeIfPresent([Reference].self, forKey: .references) ?? []
        )
    }
}
