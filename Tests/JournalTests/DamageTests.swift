import GRDB
import Ledger
import Samples
import Testing
import Text

@testable import Journal

/// What `verify` finds, and what a broken file does: it never takes the program with it.
@Suite("Damage")
struct DamageTests {
    private let folder = Folder()
    private var path: String { folder.file("台账.guatu") }

    private func findings(after sql: String) throws -> [Verification.Finding] {
        let journal = try Engine.sqlite.journal(of: .sample, in: folder)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: sql) }
        return try journal.verify().findings
    }

    @Test(
        "What was altered behind the journal's back is named",
        arguments: [
            (
                "UPDATE event SET body = replace(body, 'wenruxu', 'linqiubai') WHERE number = 30",
                [.wrongHash(event: 30)]
            ),
            ("DELETE FROM event WHERE number = 30", [.gap(before: 31), .brokenLink(event: 31)]),
            ("UPDATE event SET recorded = recorded + 1 WHERE number = 30", [.wrongColumns(event: 30)]),
            ("UPDATE event SET matter = 7 WHERE number = 30", [.wrongColumns(event: 30)]),
            ("UPDATE event SET origin = 7 WHERE number = 30", [.wrongColumns(event: 30)]),
            ("UPDATE matter SET title = '改过' WHERE number = 3", [.wrongState(.matter(3))]),
            ("UPDATE matter SET due = due + 1 WHERE number = 4", [.wrongState(.matter(4))]),
            ("DELETE FROM matter WHERE number = 3", [.wrongState(.matter(3))]),
            ("UPDATE unit SET name = '改过' WHERE id = 2", [.wrongState(.unit(2))]),
            ("DELETE FROM person WHERE id = 2", [.wrongState(.person(2))]),
            ("UPDATE grid SET parent = NULL WHERE id = 2", [.wrongState(.grid(2))]),
            ("UPDATE campaign SET body = replace(body, '480', '48') WHERE id = 1", [.wrongState(.campaign(1))]),
            ("UPDATE sum SET open = open + 1 WHERE scope = 'street'", [.wrongState(.sums)]),
            ("UPDATE daySum SET registered = registered + 1 WHERE scope = 'unit' AND key = 4", [.wrongState(.sums)]),
            ("UPDATE setting SET value = replace(value, '望湖', '望江') WHERE name = 'ledger'", [.wrongState(.setting)]),
        ] as [(String, [Verification.Finding])]
    )
    func isFound(sql: String, expected: [Verification.Finding]) throws {
        let findings = try findings(after: sql)
        // A missing event is missed in the state as well.
        #expect(Array(findings.prefix(expected.count)) == expected)
        if !sql.hasPrefix("DELETE FROM event") { #expect(findings == expected) }
    }

    @Test("A text altered or taken away is found; one that was blacked out is counted")
    func findsTexts() throws {
        let journal = try Engine.sqlite.journal(of: .sample, in: folder)
        let number = try #require(Office.sample.events.lastIndex { $0.matter == 1 && $0.fact.kind == .tracked }) + 1
        // A track that a later one took the place of: the state does not hold its text any more.
        let older = try #require(Office.sample.events.firstIndex { $0.matter == 1 && $0.fact.kind == .tracked }) + 1
        #expect(older != number)
        let file = try DatabaseQueue(path: path)
        let sound = try journal.verify()
        #expect(sound.texts > 0)
        #expect(sound.erased == 0)

        try journal.perform(.blackOut(1, .record(older), reason: "误录"), by: .now)
        let erased = try journal.verify()
        #expect(erased.erased == 1)
        #expect(erased.texts == sound.texts + 1)
        #expect(erased.findings == [])
        #expect(
            try journal.history(of: 1).filter { $0.number == older }.map(\.event.fact) == [
                .tracked(Track(text: .erased, measures: measures(of: older)))
            ]
        )

        // Gone without an event that says why: that is no blacking out.
        try file.inDatabase { try $0.execute(sql: "UPDATE prose SET salt = NULL, text = NULL WHERE event = \(number)") }
        #expect(try journal.verify().findings.contains(.wrongText(event: number)))
        try file.inDatabase { try $0.execute(sql: "UPDATE prose SET text = '别的' WHERE event = \(number)") }
        #expect(try journal.verify().findings.first == .wrongText(event: number))
        try file.inDatabase { try $0.execute(sql: "DELETE FROM prose WHERE event = \(number)") }
        #expect(try journal.verify().findings.first == .wrongText(event: number))
    }

    private func measures(of number: Int) -> [Track.Measure] {
        guard case .tracked(let track) = Office.sample.events[number - 1].fact else { return [] }
        return track.measures
    }

    @Test("A text that the state still shows after it was blacked out is a finding")
    func findsLeftovers() throws {
        let findings = try findings(after: "UPDATE prose SET salt = NULL, text = NULL")
        #expect(findings.contains(.wrongState(.matter(1))))
        #expect(findings.contains { if case .wrongText = $0 { true } else { false } })
    }

    @Test("An event that this program does not know is named and nothing built on it")
    func refusesUnknownFacts() throws {
        let journal = try Engine.sqlite.journal(of: .sample, in: folder)
        var set = try journal.load(.atHand)
        let head = set.position
        let body = Array(#"{"format":2,"kind":"迁址","payload":{}}"#.utf8)
        let hash = Digest(head.hash.bytes, body)
        try DatabaseQueue(path: path).inDatabase { db in
            try db.execute(
                sql: """
                    INSERT INTO event (number, id, office, officeNumber, previous, hash, recorded, body)
                    VALUES (?, x'00', x'00', 1, ?, ?, 0, CAST(? AS TEXT))
                    """,
                arguments: [head.number + 1, head.hash.bytes.data, hash.bytes.data, body.data]
            )
        }
        let unknown = JournalError.unknownEvent(number: head.number + 1, kind: "迁址", format: 2)
        #expect(throws: unknown) { try journal.refresh(&set) }
        #expect(throws: unknown) { try journal.verify() }
        #expect(set.position == head)
    }

    @Test("A file cut off anywhere gives an error or what is left, never a crash")
    func survivesCuts() throws {
        _ = try Engine.sqlite.journal(of: .sample, in: folder)
        let whole = folder.read("台账.guatu")
        for size in [1, 15, 16, 99, 100, 512, 1_024, 4_095, 4_096, 8_192]
            + stride(from: 9_999, to: whole.count, by: 9_999)
        {
            folder.write(Array(whole.prefix(size)), to: "台账.guatu")
            try #require(readEverything() != nil, "cut off at \(size)")
        }
    }

    @Test("A file with bytes turned anywhere gives an error, findings or nothing, never a crash")
    func survivesFlips() throws {
        _ = try Engine.sqlite.journal(of: .sample, in: folder)
        let whole = folder.read("台账.guatu")
        var generator = SeededGenerator(seed: 20_261_120)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8.random(
                    in: 1...255,
                    using: &generator
                )
            }
            folder.write(bytes, to: "台账.guatu")
            _ = readEverything()
        }
    }

    /// Opens, reads and checks; the error, or nil.
    private func readEverything() -> JournalError? {
        do throws(JournalError) {
            let journal = try SQLiteJournal.open(path, mode: .read)
            var set = try journal.load(.atHand)
            try journal.fetch([3, 5], into: &set)
            _ = try journal.load(.matters([1, 2, 3]))
            _ = try journal.matters(.open)
            for number in 1...8 { _ = try journal.history(of: MatterNumber(number)) }
            _ = try journal.verify()
            let writer = try SQLiteJournal.open(path, mode: .write)
            try writer.perform(.register(.demo("井盖破损")), by: .now)
            return nil
        } catch {
            return error
        }
    }
}
