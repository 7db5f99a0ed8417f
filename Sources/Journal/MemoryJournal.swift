import CDigest
package import Ledger
import Synchronization
package import Text

/// A journal that lives and dies with the process: for tests and for looking without a file.
package final class MemoryJournal: Journal {
    struct State {
        var ledger = Ledger()
        var records: [Record] = []
        var hashes: [Digest] = []
        var origins: Set<Int64> = []
        var contacts: [Contact] = []

        var position: Position { Position(number: records.count, hash: hashes.last ?? .none) }
    }

    private let state: Mutex<State>

    /// A new ledger, founded by the actor of `context`.
    package init(_ founding: Founding, by context: Context) throws(JournalError) {
        state = Mutex(State())
        try perform(.found(founding), by: context)
    }

    package func head() -> Position { state.withLock(\.position) }

    package func load(_ need: Need) -> WorkingSet {
        state.withLock { state in
            var set = WorkingSet(ledger: state.ledger, position: state.position, need: need)
            set.ledger.matters = state.ledger.matters.filter { need.wants($0, offset: state.ledger.offset) }
            if !need.wantsSums { set.ledger.sums = [:] }
            return set
        }
    }

    @discardableResult
    package func refresh(_ set: inout WorkingSet) -> Refresh {
        let (new, now, isSame) = state.withLock { state in
            let known = set.position
            let isSame = known.number <= state.records.count && state.hashes[known.number - 1] == known.hash
            return (isSame ? Array(state.records[known.number...]) : [], state, isSame)
        }
        guard isSame else {
            set = load(set.need)
            return .replaced
        }
        guard !new.isEmpty else { return .unchanged }
        let fetched = set.outside(of: new).compactMap { now.ledger.matters[$0] }
        let sums = fetched.isEmpty ? nil : now.ledger.sums
        let changed = set.take(new, fetched: fetched, sums: sums, head: now.position)
        // It costs nothing here to know more than was asked for.
        set.ledger.takeReference(from: now.ledger)
        set.isStale = false
        return .changed(changed)
    }

    package func fetch(_ numbers: [MatterNumber], into set: inout WorkingSet) {
        refresh(&set)
        let ledger = state.withLock(\.ledger)
        for number in numbers {
            if let matter = ledger.matters[number] { set.open(matter) }
        }
    }

    @discardableResult
    package func perform(
        _ commands: [Command],
        by context: Context,
        expecting expected: [MatterNumber: Int]
    ) throws(JournalError) -> Receipt {
        try state.withLock { (state) throws(JournalError) in
            let session = Session(state, at: context.now)
            for (number, version) in expected.sorted(by: { $0.key < $1.key }) {
                try session.check(number, is: version)
            }
            for command in commands { try session.perform(command, by: context) }
            state = session.state
            return session.receipt
        }
    }

    @discardableResult
    package func bulk(
        at now: Moment,
        _ body: (any BulkSession) throws(JournalError) -> BulkEnd
    ) throws(JournalError) -> BulkReceipt {
        try state.withLock { (state) throws(JournalError) in
            let session = Session(state, at: now)
            if try body(session) == .commit { state = session.state } else { session.state = state }
            let receipt = session.receipt
            return BulkReceipt(command: receipt.command, events: receipt.records.count, position: receipt.position)
        }
    }

    package func matters(_ query: Query, _ body: (Matter) -> Bool) {
        let ledger = state.withLock(\.ledger)
        let found = ledger.matters.values.filter { query.holds($0, offset: ledger.offset) }
            .sorted { query.precedes($0, $1, offset: ledger.offset) }
        for matter in found where !body(matter) { return }
    }

    package func named(_ name: CleanText) -> Namesakes {
        Namesakes(name, in: state.withLock(\.ledger))
    }

    package func history(of number: MatterNumber) -> [Record] {
        state.withLock { $0.records.filter { $0.event.matter == number } }
    }

    package func undoable(by login: String, limit: Int) -> [UndoOffer] {
        state.withLock { state in
            let past = PastCommands(source: state, settings: state.ledger)
            // Reading from memory fails nowhere.
            return (try? past.offers(to: login, limit: limit)) ?? []
        }
    }

    package func contacts(of matter: MatterNumber, by context: Context) throws(JournalError) -> [Contact] {
        try perform(.showContacts(matter), by: context)
        return state.withLock { $0.contacts.filter { $0.matter == matter } }
    }

    package func past(_ day: Day, progress: (_ done: Int, _ all: Int) -> Void) -> PastLedger {
        let state = state.withLock(\.self)
        let end = state.position(atEndOf: day)
        var past = PastLedger.empty(
            imported: state.records.dropFirst(end.number).compactMap { record in
                record.event.importedDay.map { ImportedEvent(day: $0, number: record.number) }
            }
        )
        state.take(&past, to: day, through: end, progress)
        return past
    }

    package func advance(_ past: inout PastLedger, to day: Day) {
        guard day > past.day else {
            past = self.past(day) { _, _ in }
            return
        }
        let state = state.withLock(\.self)
        state.take(&past, to: day, through: state.position(atEndOf: day)) { _, _ in }
    }

    package func matter(_ number: MatterNumber, in past: PastLedger) -> Matter? {
        past.ledger.matters[number] ?? past.fold(history(of: number), of: number)
    }

    package func settled(in past: PastLedger) -> [Matter] {
        let numbers = state.withLock { $0.ledger.matters.keys.sorted() }
        return numbers.filter { past.ledger.matters[$0] == nil }.compactMap { matter($0, in: past) }
    }

    package func verify(progress: (_ done: Int, _ all: Int) -> Void) -> Verification {
        let state = state.withLock(\.self)
        var rebuilt = Ledger()
        for record in state.records { rebuilt.apply(record.event) }
        var verification = Verification(head: state.position)
        verification.events = state.records.count
        if rebuilt != state.ledger { verification.findings.append(.wrongState(.setting)) }
        progress(state.records.count, state.records.count)
        return verification
    }
}

extension MemoryJournal {
    /// One transaction on a copy of the state.
    final class Session: BulkSession {
        var state: State
        private let first: Int
        private let command: Identity

        init(_ state: State, at now: Moment) {
            self.state = state
            first = state.records.count
            command = Identity(at: now, random: .random(in: 0 ... .max))
        }

        var ledger: Ledger {
            var reference = state.ledger
            reference.matters = [:]
            reference.sums = [:]
            return reference
        }

        var receipt: Receipt {
            Receipt(command: command, records: Array(state.records[first...]), position: state.position)
        }

        func check(_ number: MatterNumber, is version: Int) throws(JournalError) {
            guard let matter = state.ledger.matters[number] else { throw .refused(.unknownMatter(number)) }
            guard matter.version == version else {
                throw .refused(.conflict(number, expected: version, actual: matter.version))
            }
        }

        @discardableResult
        func perform(_ command: Command, by context: Context) throws(JournalError) -> [Event] {
            let events: [Event]
            do {
                switch command {
                case .undo(let name):
                    let past = PastCommands(source: state, settings: state.ledger)
                    events = try undo(
                        try past.last(named: name, by: context.actor.login),
                        in: state.ledger,
                        by: context
                    )
                case .blackOut(let number, let what, let reason):
                    return try blackOut(number, what, reason: reason, by: context)
                case .blackOutDiary(let meeting, let what, let reason):
                    return try blackOutDiary(meeting, what, reason: reason, by: context)
                case .keepContact(let contact): return try keep(contact, by: context)
                case .showContacts(let number): return try showContacts(of: number, by: context)
                case .eraseContact(let number): return try eraseContact(number, by: context)
                case .expireContacts: return try expireContacts(by: context)
                default: events = try decide(command, in: state.ledger, by: context)
                }
            } catch let refusal as Refusal {
                throw .refused(refusal)
            } catch {
                throw .refused(.cannotUndo(.nothing))
            }
            for event in events { append(event) }
            return events
        }

        func append(_ event: Event) {
            state.ledger.apply(event)
            let id = Identity(at: event.recorded, sequence: state.records.count, random: .random(in: 0 ... .max))
            state.records.append(Record(number: state.records.count + 1, id: id, command: command, event: event))
            state.hashes.append(Digest(state.hashes.last?.bytes ?? [], id.bytes))
            if let origin = event.origin { state.origins.insert(origin) }
        }

        func knows(origin: Int64) -> Bool { state.origins.contains(origin) }

        func matter(_ number: MatterNumber) -> Matter? { state.ledger.matters[number] }
    }
}

extension MemoryJournal.State: EventSource {
    func latest(of login: String?, before number: Int, limit: Int) -> [Record] {
        Array(
            records.prefix(max(0, min(number - 1, records.count))).reversed()
                .filter { login == nil || $0.event.signature.login == login }
                .prefix(limit)
        )
    }

    func events(on matter: MatterNumber) -> [Record] { records.filter { $0.event.matter == matter } }

    func ledgerEvents(before number: Int) -> [Record] {
        records.filter { $0.event.matter == nil && $0.number < number }
    }

    func events(after number: Int, limit: Int) -> [Record] { Array(records.dropFirst(number).prefix(limit)) }
}

extension MemoryJournal.State {
    /// The last event recorded by the end of a day.
    fileprivate func position(atEndOf day: Day) -> Position {
        let number = records.prefix { $0.event.recorded.day(ledger.offset) <= day }.count
        return Position(number: number, hash: number == 0 ? .none : hashes[number - 1])
    }

    fileprivate func take(
        _ past: inout PastLedger,
        to day: Day,
        through end: Position,
        _ progress: (_ done: Int, _ all: Int) -> Void
    ) {
        // Reading from memory fails nowhere.
        try? past.take(
            to: day,
            through: end,
            read: { events(after: $0, limit: $1) },
            pick: { numbers in numbers.map { records[$0 - 1] } },
            history: { matter, before in records.filter { $0.event.matter == matter && $0.number < before } },
            progress: progress
        )
    }
}
