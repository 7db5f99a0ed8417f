/// An instant: milliseconds since 1970-01-01T00:00:00Z.
package struct Moment: Hashable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The instant at which a ledger's clock shows `minute` minutes after midnight of `day`.
    package init(_ day: Day, minute: Int, offset: Offset) {
        milliseconds = (Int64(day.number) * 1440 + Int64(minute - offset.minutes)) * 60_000
    }

    /// The civil day at this instant.
    package func day(_ offset: Offset) -> Day {
        Day(number: localMinutes(offset).flooredQuotient(1440))
    }

    /// Minutes after midnight of that day, 0 to 1439.
    package func minute(_ offset: Offset) -> Int {
        localMinutes(offset).flooredModulo(1440)
    }

    private func localMinutes(_ offset: Offset) -> Int {
        Int(milliseconds).flooredQuotient(60_000) + offset.minutes
    }
}

extension Moment: Comparable {
    package static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }
}

/// Written as a number of milliseconds.
extension Moment: Codable {
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Moment {
    /// RFC 3339 with the ledger's offset, in whole seconds: `2026-11-20T08:12:00+08:00`.
    package func rfc3339(_ offset: Offset) -> String {
        let minute = minute(offset)
        let second = Int(milliseconds).flooredQuotient(1000).flooredModulo(60)
        let time = "\((minute / 60).padded(2)):\((minute % 60).padded(2)):\(second.padded(2))"
        return "\(day(offset).iso)T\(time)\(offset.description)"
    }

    /// The instant written as RFC 3339, or as `YYYY-MM-DDTHH:MM[:SS]` or `YYYY-MM-DD` in the
    /// ledger's own time. A bare day means 08:00, when the office opens. Parts of a second are dropped.
    package init?(_ text: some StringProtocol, offset: Offset) {
        var rest = Substring(text)
        guard rest.utf8.count >= 10, let day = Day(iso: rest.prefix(10)) else { return nil }
        rest = rest.dropFirst(10)
        if rest.isEmpty {
            self.init(day, minute: 8 * 60, offset: offset)
            return
        }
        guard let separator = rest.first, "Tt ".contains(separator) else { return nil }
        rest = rest.dropFirst()
        var zone = offset
        if rest.hasSuffix("Z") || rest.hasSuffix("z") {
            zone = Offset(minutes: 0)
            rest = rest.dropLast()
        } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let written = Offset(rest[sign...]) else { return nil }
            zone = written
            rest = rest[..<sign]
        }
        if let point = rest.firstIndex(of: ".") {
            guard Int(digits: rest[point...].dropFirst()) != nil else { return nil }
            rest = rest[..<point]
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false).map { Int(digits: $0) ?? 60 }
        guard (2...3).contains(parts.count), parts[0] < 24, parts.allSatisfy({ $0 < 60 }) else { return nil }
        let start = Moment(day, minute: parts[0] * 60 + parts[1], offset: zone)
        self.init(milliseconds: start.milliseconds + Int64(parts.count == 3 ? parts[2] : 0) * 1000)
    }
}

/// The fixed offset of a ledger's clock from UTC, in minutes; +08:00 in China.
package struct Offset: Hashable, Sendable, Codable, CustomStringConvertible {
    package let minutes: Int

    package init(minutes: Int) { self.minutes = minutes }

    /// The offset written `+08:00`.
    package init?(_ text: some StringProtocol) {
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, sign == "+" || sign == "-", parts.count == 2,
            let hours = Int(digits: parts[0]), let minutes = Int(digits: parts[1]), hours <= 14, minutes < 60
        else { return nil }
        self.minutes = (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }

    package static let china = Offset(minutes: 8 * 60)

    package var description: String {
        let size = abs(minutes)
        return "\(minutes < 0 ? "-" : "+")\((size / 60).padded(2)):\((size % 60).padded(2))"
    }
}
