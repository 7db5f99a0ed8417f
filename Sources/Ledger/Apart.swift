/// What few matters have, held apart: where there is nothing, it takes one word instead of its size.
///
/// In text it stands under the name of its property, and is left out where there is nothing, as any optional.
@propertyWrapper
package struct Apart<Value: Hashable & Sendable>: Sendable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box?

    package init(wrappedValue: Value? = nil) { box = wrappedValue.map(Box.init) }

    package var wrappedValue: Value? {
        get { box?.value }
        set { box = newValue.map(Box.init) }
    }
}

extension Apart: Hashable {
    package static func == (left: Apart, right: Apart) -> Bool {
        left.box === right.box || left.wrappedValue == right.wrappedValue
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}

// The containers below see to what is absent, so that these two meet a value only.

extension Apart: Encodable where Value: Encodable {
    package func encode(to encoder: any Encoder) throws { try wrappedValue?.encode(to: encoder) }
}

extension Apart: Decodable where Value: Decodable {
    package init(from decoder: any Decoder) throws { self.init(wrappedValue: try Value(from: decoder)) }
}

extension KeyedEncodingContainer {
    mutating func encode<Value: Encodable>(_ apart: Apart<Value>, forKey key: Key) throws {
        try encodeIfPresent(apart.wrappedValue, forKey: key)
    }
}

extension KeyedDecodingContainer {
    func decode<Value: Decodable>(_ type: Apart<Value>.Type, forKey key: Key) throws -> Apart<Value> {
        Apart(wrappedValue: try decodeIfPresent(Value.self, forKey: key))
    }
}
