import Foundation
import Samples
import Testing
import Text

@testable import Ledger

/// What is held apart is written and read as if it lay where it stands: events hold whole matters.
@Suite struct ApartTests {
    private struct Held: Hashable, Codable {
        @Apart var term: Term?
        var days = 1

        init(_ term: Term?) { self.term = term }
    }

    private struct Plain: Hashable, Codable {
        var term: Term?
        var days = 1
    }

    @Test(arguments: [nil, .workdays(5), .sameDay, .fixed("2026-11-27")] as [Term?])
    func writtenAlike(term: Term?) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let (held, plain) = (Held(term), Plain(term: term))
        let text = try encoder.encode(plain)
        #expect(try encoder.encode(held) == text)
        #expect(try JSONDecoder().decode(Held.self, from: text) == held)
        var other = held
        #expect(other == held)
        other.term = .workdays(6)
        #expect(other != held && held.term == term)
    }
}
