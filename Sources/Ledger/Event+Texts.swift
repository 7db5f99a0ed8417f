import Synchronization
import Text

extension Event {
    /// Something personal in what the event says, whichever kind of fact it is: in its texts, in posts and
    /// tags, and in the names of attachments. Document numbers and 工单号 are not looked at.
    package var personal: PersonalData? {
        for text in texts {
            if let found = PersonalData.first(in: text.string) { return found }
        }
        return nil
    }

    private var texts: [CleanText] {
        switch fact {
        // What has no text of its own, or thousands of days.
        case .founded, .calendarReplaced, .calendarAdjusted, .rulesReplaced: return []
        default:
            let collector = TextCollector()
            try? fact.encodePayload(to: collector.encoder)
            return collector.texts + references.filter { $0.kind == .attachment }.map(\.text)
        }
    }
}

/// Collects the texts of a value as it encodes itself, so that no kind of fact can be forgotten.
private final class TextCollector: ProseVault {
    private let found = Mutex<[CleanText]>([])

    var texts: [CleanText] { found.withLock { $0 } }
    var encoder: any Encoder { TextEncoder(vault: self) }

    func seal(_ text: CleanText) -> String {
        found.withLock { $0.append(text) }
        return ""
    }

    func open(_ digest: String) -> CleanText? { nil }
}

/// Encodes into nothing; texts go to the vault.
private struct TextEncoder: Encoder {
    let vault: TextCollector
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [.prose: vault] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Keyed(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { Listed(encoder: self) }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: TextEncoder
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) {}

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            switch key.stringValue {
            // What stood there before a correction is there already.
            case "before": return
            case "post", "tags":
                if let text = value as? CleanText { _ = encoder.vault.seal(text) }
                if let texts = value as? [CleanText] { texts.forEach { _ = encoder.vault.seal($0) } }
            default: try value.encode(to: encoder)
            }
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { encoder.container(keyedBy: type) }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
        func superEncoder() -> any Encoder { encoder }
        func superEncoder(forKey key: Key) -> any Encoder { encoder }
    }

    private struct Listed: UnkeyedEncodingContainer {
        let encoder: TextEncoder
        var codingPath: [any CodingKey] { [] }
        var count = 0

        init(encoder: TextEncoder) { self.encoder = encoder }

        func encodeNil() {}
        func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: encoder) }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            encoder.container(keyedBy: type)
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
        func superEncoder() -> any Encoder { encoder }
    }

    private struct Single: SingleValueEncodingContainer {
        let encoder: TextEncoder
        var codingPath: [any CodingKey] { [] }

        func encodeNil() {}
        func encode<Value: Encodable>(_ value: Value) throws {
            // Plain values would come back here for ever.
            switch value {
            case is String, is Bool, is any BinaryInteger, is any BinaryFloatingPoint: return
            default: try value.encode(to: encoder)
            }
        }
    }
}
