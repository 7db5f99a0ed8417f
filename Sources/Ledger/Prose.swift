package import Text

/// Free text that can be blacked out (涂黑) without breaking the chain of events.
///
/// In memory it is the text, or nil once blacked out. In the body of an event only a salted digest
/// stands; the text and its salt lie beside it. Who encodes an event hands a ``ProseVault`` to the
/// coder's `userInfo` under ``Swift/CodingUserInfoKey/prose``; without one the text itself is written,
/// or, blacked out, a control character that no clean text holds.
package struct Prose: Hashable, Sendable {
    /// The text; nil when it has been blacked out.
    package let text: CleanText?

    package init(_ text: CleanText) { self.text = text }

    /// A text that has been blacked out.
    package static let erased = Prose(text: nil)

    private init(text: CleanText?) { self.text = text }

    package var isErased: Bool { text == nil }

    private static let erasedMark = "\u{18}"
}

/// Keeps the texts of one event apart from its body.
package protocol ProseVault: AnyObject, Sendable {
    /// Keeps `text` and returns the salted digest that stands for it.
    func seal(_ text: CleanText) -> String
    /// The text behind a digest, or nil when it has been blacked out.
    func open(_ digest: String) -> CleanText?
}

extension CodingUserInfoKey {
    package static let prose = CodingUserInfoKey(rawValue: "guatu.prose")!
}

extension Prose: Codable {
    package init(from decoder: any Decoder) throws {
        let written = try decoder.singleValueContainer().decode(String.self)
        if let vault = decoder.userInfo[.prose] as? any ProseVault {
            text = vault.open(written)
        } else {
            text = written == Prose.erasedMark ? nil : CleanText(written)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let vault = encoder.userInfo[.prose] as? any ProseVault {
            try container.encode(text.map(vault.seal) ?? "")
        } else {
            try container.encode(text?.string ?? Prose.erasedMark)
        }
    }
}
