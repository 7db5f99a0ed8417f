import GRDB
import Ledger
import Samples
import Testing
import Text

@testable import Journal

@Suite("Snapshots for past days")
struct SnapshotTests {
    private let folder = Folder()

    /// Ten days of one matter that is tracked, with snapshots in between.
    private static let long: (folder: Folder, days: [Day]) = {
        let folder = Folder.untilExit()
        let journal = try! Engine.sqlite.journal(in: folder) as! SQLiteJournal
        var days: [Day] = []
        let number = try! journal.perform(.register(.demo("长事项")), by: .at("2026-11-20 09:00")).created[0]
        for index in 0..<100 {
            let day = Day(iso: "2026-11-20")! + index / 10
            if index % 10 == 0 { days.append(day) }
            let now = Moment(day, minute: 9 * 60 + index % 10, offset: .china)
            try! journal.perform(.act(number, .track(CleanText("第 \(index) 次"), [])), by: .at(now))
            if index % 40 == 25 { try! journal.writeSnapshot() }
        }
        return (folder, days)
    }()

    @Test("a past day is the same with and without them")
    func same() throws {
        let path = Self.long.folder.file("台账.guatu")
        let copy = folder.file("副本.guatu")
        folder.write(Self.long.folder.read("台账.guatu"), to: "副本.guatu")
        let queue = try DatabaseQueue(path: copy)
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM snapshot") } == 2)
        let with = try SQLiteJournal.open(path, mode: .read)
        let days = Self.long.days + [Self.long.days.last! + 40]
        let read = with.rowsRead
        let told = try days.map { try with.past($0) }
        #expect(with.rowsRead - read < 700)
        try queue.write { try $0.execute(sql: "DELETE FROM snapshot") }
        let without = try SQLiteJournal.open(copy, mode: .read)
        for (day, past) in zip(days, told) { #expect(try without.past(day) == past, "\(day.iso)") }
        #expect(try with.verify().findings == [])
    }

    @Test("an imported history has evenings of its own, until something is imported into it")
    func evenings() throws {
        let journal = try #require(try Engine.sqlite.journal(in: folder) as? SQLiteJournal)
        func bring(_ numbers: ClosedRange<Int>) throws {
            try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
                for number in numbers {
                    var opening = Opening(
                        registration: .demo(Prose("旧事项 \(number)")),
                        stage: .inHand,
                        registered: "2026-01-05"
                    )
                    opening.registration.number = MatterNumber(number)
                    for step in 0..<5 {
                        let first = Day(iso: "2026-01-05")! + number % 50
                        let context = Context(
                            actor: .founder,
                            now: "2026-11-20 09:00",
                            day: first + step * 7,
                            origin: Int64(number * 10 + step)
                        )
                        opening.registered = first
                        opening.issued = first
                        let action = Command.act(MatterNumber(number), .track(CleanText("第 \(step) 次"), []))
                        try session.perform(step == 0 ? .open(opening) : action, by: context)
                    }
                }
                return .commit
            }
        }
        try bring(1...60)
        let days = (0..<20).map { Day(iso: "2026-01-01")! + $0 * 5 }
        let without = try days.map { try journal.past($0) }
        try journal.prepareDays(over: 40)
        let queue = try DatabaseQueue(path: folder.file("台账.guatu"))
        let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM evening") }
        #expect(try #require(count) >= 5)
        for (day, past) in zip(days, without) { #expect(try journal.past(day) == past, "\(day.iso)") }

        try bring(61...70)
        let fresh = try days.map { try journal.past($0) }
        #expect(fresh.last?.ledger.matters.count == 70)
        try queue.write { try $0.execute(sql: "UPDATE evening SET body = zeroblob(length(body))") }
        #expect(try days.map { try journal.past($0) } == fresh)
        try queue.write { try $0.execute(sql: "DELETE FROM evening") }
        try journal.prepareDays(over: 40)
        #expect(try days.map { try journal.past($0) } == fresh)
    }

    @Test(
        "are not believed where they are damaged, or of other events",
        arguments: [
            "UPDATE snapshot SET body = substr(body, 1, 100)",
            "UPDATE snapshot SET body = zeroblob(length(body))",
            "UPDATE snapshot SET hash = zeroblob(32)",
            "UPDATE snapshot SET digest = zeroblob(32)",
            "UPDATE snapshot SET number = number + 1",
        ]
    )
    func damaged(change: String) throws {
        folder.write(Self.long.folder.read("台账.guatu"), to: "副本.guatu")
        let day = Self.long.days.last!
        let expected = try SQLiteJournal.open(Self.long.folder.file("台账.guatu"), mode: .read).past(day)
        let queue = try DatabaseQueue(path: folder.file("副本.guatu"))
        try queue.write { try $0.execute(sql: change) }
        #expect(try SQLiteJournal.open(folder.file("副本.guatu"), mode: .read).past(day) == expected)
    }
}
