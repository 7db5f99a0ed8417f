package import Ledger
package import Text

/// A journal as it was at the end of a past day: whatever reads a journal reads that day. Nothing can be
/// recorded in it.
package final class PastJournal: Journal {
    private let base: any Journal
    private let past: PastLedger
    private let path: String

    /// - Parameter path: of the file, for what is said when somebody tries to record something.
    package init(
        _ base: any Journal,
        at day: Day,
        path: String,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) {
        self.base = base
        self.path = path
        past = try base.past(day, progress: progress)
    }

    package var day: Day { past.day }

    package func head() -> Position { past.position }

    package func load(_ need: Need) throws(JournalError) -> WorkingSet {
        var ledger = past.ledger
        switch need {
        case .atHand: break
        case .reference: ledger.matters = [:]
        case .matters(let numbers):
            ledger.matters = [:]
            for number in numbers { ledger.matters[number] = try base.matter(number, in: past) }
        case .matching(let query):
            ledger.matters = [:]
            try matters(query) { matter in
                ledger.matters[matter.number] = matter
                return true
            }
        }
        if !need.wantsSums { ledger.sums = [:] }
        return WorkingSet(ledger: ledger, position: past.position, need: need)
    }

    /// What is past does not change.
    @discardableResult
    package func refresh(_ set: inout WorkingSet) -> Refresh { .unchanged }

    package func fetch(_ numbers: [MatterNumber], into set: inout WorkingSet) throws(JournalError) {
        for number in numbers { if let matter = try base.matter(number, in: past) { set.open(matter) } }
    }

    @discardableResult
    package func perform(
        _ commands: [Command],
        by context: Context,
        expecting expected: [MatterNumber: Int]
    ) throws(JournalError) -> Receipt { throw .readOnly(path: path) }

    @discardableResult
    package func bulk(
        at now: Moment,
        _ body: (any BulkSession) throws(JournalError) -> BulkEnd
    ) throws(JournalError) -> BulkReceipt { throw .readOnly(path: path) }

    package func matters(_ query: Query, _ body: (Matter) -> Bool) throws(JournalError) {
        let offset = past.ledger.offset
        var found = past.ledger.matters.values.filter { query.holds($0, offset: offset) }
        let atHand = Set(Stage.allCases.filter(\.isAtHand))
        // Settled ones are looked for only where they are asked for.
        if let numbers = query.numbers {
            for number in numbers where past.ledger.matters[number] == nil {
                if let matter = try base.matter(number, in: past), query.holds(matter, offset: offset) {
                    found.append(matter)
                }
            }
        } else if !(query.stages?.isSubset(of: atHand) ?? false) {
            found += try base.settled(in: past).filter { query.holds($0, offset: offset) }
        }
        for matter in found.sorted(by: { query.precedes($0, $1, offset: offset) }) where !body(matter) { return }
    }

    package func named(_ name: CleanText) -> Namesakes { Namesakes(name, in: past.ledger) }

    package func history(of number: MatterNumber) throws(JournalError) -> [Record] {
        try base.history(of: number).filter(past.counts)
    }

    package func undoable(by login: String, limit: Int) -> [UndoOffer] { [] }

    package func contacts(of matter: MatterNumber, by context: Context) throws(JournalError) -> [Contact] {
        throw .readOnly(path: path)
    }

    package func past(_ day: Day, progress: (_ done: Int, _ all: Int) -> Void) throws(JournalError) -> PastLedger {
        try base.past(day, progress: progress)
    }

    package func advance(_ past: inout PastLedger, to day: Day) throws(JournalError) {
        try base.advance(&past, to: day)
    }

    package func matter(_ number: MatterNumber, in past: PastLedger) throws(JournalError) -> Matter? {
        try base.matter(number, in: past)
    }

    package func settled(in past: PastLedger) throws(JournalError) -> [Matter] { try base.settled(in: past) }

    package func verify(progress: (_ done: Int, _ all: Int) -> Void) throws(JournalError) -> Verification {
        try base.verify(progress: progress)
    }
}

extension Namesakes {
    /// Everything in a ledger that goes by a name.
    init(_ name: CleanText, in ledger: Ledger) {
        units = ledger.units.values.filter { $0.name == name || $0.shortName == name }.sorted { $0.id < $1.id }
        people = ledger.people.values.filter { $0.name == name }.sorted { $0.id < $1.id }
        grids = ledger.grids.values.filter { $0.name == name || $0.code == name }.sorted { $0.id < $1.id }
        campaigns = ledger.campaigns.values.filter { $0.name == name }.sorted { $0.id < $1.id }
    }
}
