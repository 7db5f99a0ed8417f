/// A value that stands in files as one short text, which says all of it.
package protocol TextCoded: Codable {
    /// Nil where the text means nothing of this kind.
    init?(_ text: String)
    var text: String { get }
}

extension TextCoded {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no \(Self.self): \(text)")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
