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
        Day(number: Int(localMinutes(offset)).flooredQuotient(1440))
    }

    /// Minutes after midnight of that day, 0 to 1439.
    package func minute(_ offset: Offset) -> Int {
        Int(localMinutes(offset)).flooredModulo(1440)
    }

    private func localMinutes(_ offset: Offset) -> Int64 {
        let minutes = milliseconds >= 0 ? milliseconds / 60_000 : (milliseconds - 59_999) / 60_000
        return minutes + Int64(offset.minutes)
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
    /// RFC 3339 with the ledger's offset: `2026-11-20T08:12:00+08:00`.
    package func rfc3339(_ offset: Offset) -> String {
        let minute = minute(offset)
        let second = Int((milliseconds / 1000) % 60).flooredModulo(60)
        let time = "\((minute / 60).padded(2)):\((minute % 60).padded(2)):\(second.padded(2))"
        return "\(day(offset).iso)T\(time)\(offset.description)"
    }

    /// The instant written as RFC 3339, or as `YYYY-MM-DDTHH:MM[:SS]` or `YYYY-MM-DD` in the
    /// ledger's own time. A bare day means 08:00, when the office opens.
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
        let parts = rest.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        let second = parts.count == 3 ? Int(parts[2]) : 0
        guard let second, (0...59).contains(second) else { return nil }
        let start = Moment(day, minute: hour * 60 + minute, offset: zone)
        self.init(milliseconds: start.milliseconds + Int64(second) * 1000)
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
            let hours = Int(parts[0]), let minutes = Int(parts[1]), (0...14).contains(hours), (0...59).contains(minutes)
        else { return nil }
        self.minutes = (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }

    package static let china = Offset(minutes: 8 * 60)

    package var description: String {
        let size = abs(minutes)
        return "\(minutes < 0 ? "-" : "+")\((size / 60).padded(2)):\((size % 60).padded(2))"
    }
}
