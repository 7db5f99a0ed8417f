import Journal
import Ledger
import Samples
import Testing
import Text

/// What every engine promises to an importer.
@Suite("Bulk sessions")
struct BulkContract {
    private let folder = Folder()

    private func opening(_ index: Int, number: Int = 0, stage: Stage = .inHand) -> Command {
        var registration = Registration(
            number: MatterNumber(number),
            kind: .target,
            title: Prose("第\(index)件：\"引号\"、100% 与反斜杠 \\"),
            source: .meeting
        )
        registration.lead = .landForce
        registration.campaign = .land
        registration.quantities = [QuantityLine(target: 10, done: Amount(index % 10), unit: "户")]
        var opening = Opening(registration: registration, stage: stage, registered: "2026-09-01")
        opening.issued = "2026-09-02"
        opening.due = .endOfDay("2026-10-01" + index % 90)
        if stage.isSettled { opening.settled = "2026-10-20" }
        opening.progress = "已签约；卡 资金"
        return .open(opening)
    }

    private func act(_ number: Int, _ action: Action) -> Command { .act(MatterNumber(number), action) }

    @Test("More rows than are kept in memory, with their history, as if done one by one", arguments: Engine.allCases)
    func imports(engine: Engine) throws {
        let count = 3_000
        let journal = try engine.journal(in: folder)
        var office = Office.founded
        var set = try journal.load(.atHand)
        let receipt = try journal.bulk(at: office.now) { session throws(JournalError) in
            for index in 1...count {
                let stage: Stage = index % 3 == 0 ? .struck : .inHand
                try session.perform(opening(index, stage: stage), by: .at(office.now, origin: Int64(index)))
            }
            for index in stride(from: 1, through: count, by: 3) {
                let track = act(index, .track("又签 1 户", [Progress(.added(1))]))
                try session.perform(track, by: .at(office.now, origin: Int64(-index)))
            }
            return .commit
        }
        for index in 1...count {
            try office.perform(opening(index, stage: index % 3 == 0 ? .struck : .inHand), origin: Int64(index))
        }
        for index in stride(from: 1, through: count, by: 3) {
            try office.perform(act(index, .track("又签 1 户", [Progress(.added(1))])), origin: Int64(-index))
        }
        #expect(receipt.events == 4_000)
        #expect(receipt.position == (try journal.head()))
        #expect(try journal.load(.atHand).ledger == office.ledger.atHand)
        #expect(try journal.verify().findings == [])
        guard case .changed(let changed) = try journal.refresh(&set) else {
            Issue.record("nothing changed")
            return
        }
        #expect(changed.count == count)
        #expect(set == (try journal.load(.atHand)))
    }

    @Test("Refused rows are named and change nothing; the rest goes on", arguments: Engine.allCases)
    func survivesRefusals(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var refused: [Int: JournalError] = [:]
        try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
            let rows = [opening(0, number: 500), opening(1, number: 500), opening(2, number: 1), act(9_999, .archive)]
            for (row, command) in rows.enumerated() {
                do throws(JournalError) { try session.perform(command, by: .now) } catch { refused[row] = error }
            }
            return .commit
        }
        #expect(
            refused == [
                1: .refused(.numberTaken(500)), 2: .refused(.numberTaken(1)), 3: .refused(.unknownMatter(9_999)),
            ]
        )
        #expect(try journal.load(.matters([500])).ledger.matters.count == 1)
        #expect(try journal.load(.matters([])).ledger.counters.matter == 501)
        #expect(try journal.verify().findings == [])
    }

    @Test("A session sees what it did; others do not until it is done", arguments: Engine.allCases)
    func seesItself(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
            #expect(try session.matter(1) == Office.sample.ledger.matters[1])
            #expect(try session.matter(700) == nil)
            #expect(try !session.knows(origin: .min))
            try session.perform(opening(0, number: 700), by: .at("2026-11-20 09:00", origin: .min))
            #expect(try session.knows(origin: .min))
            #expect(try session.matter(700)?.lead == .landForce)
            let unit = try session.perform(.addUnit(Unit(id: 0, name: "湖东社区", kind: .community)), by: .now)
            #expect(unit.map(\.fact.kind) == [.unitAdded])
            #expect(session.ledger.units.values.contains { $0.name == "湖东社区" })
            #expect(session.ledger.matters.isEmpty)
            return .commit
        }
        try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
            #expect(try session.knows(origin: .min))
            return .discard
        }
    }

    @Test("Nothing of a session that is discarded, or that fails, is kept", arguments: Engine.allCases)
    func discards(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let before = try journal.load(.atHand)
        let receipt = try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
            try session.perform(opening(0), by: .now)
            return .discard
        }
        #expect(receipt.events == 0)
        #expect(receipt.position == before.position)
        #expect(throws: JournalError.refused(.unknownMatter(9_999))) {
            try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
                for index in 0..<2_500 { try session.perform(opening(index), by: .now) }
                try session.perform(act(9_999, .archive), by: .now)
                return .commit
            }
        }
        #expect(try journal.load(.atHand) == before)
        #expect(try journal.verify().findings == [])
    }
}
