package import Ledger
package import Text

/// Keeps one committee's ledger (台账) as the events that made it, and answers what it holds.
///
/// Every engine passes one contract suite (`JournalContract` in the tests). All methods may be called
/// from any thread and block until done.
package protocol Journal: AnyObject, Sendable {
    /// The last event. Cheap: made to be asked each second.
    func head() throws(JournalError) -> Position

    /// Loads what a process needs to know.
    func load(_ need: Need) throws(JournalError) -> WorkingSet

    /// Brings a working set up to what other processes wrote, by reading only the events after its
    /// position. Matters that came at hand are fetched, those that left it are dropped.
    @discardableResult
    func refresh(_ set: inout WorkingSet) throws(JournalError) -> Refresh

    /// Adds matters to a working set, whatever their stage, and keeps them in it from now on.
    /// Numbers that do not exist are passed over.
    func fetch(_ numbers: [MatterNumber], into set: inout WorkingSet) throws(JournalError)

    /// Decides commands inside one transaction, one after the other, and appends their events: all of
    /// them or none.
    ///
    /// What others wrote meanwhile is seen, so a conflict comes only from `expected`: the versions of
    /// matters that a form was opened with.
    /// - Throws: ``JournalError/refused(_:)`` with the first refusal.
    @discardableResult
    func perform(
        _ commands: [Command],
        by context: Context,
        expecting expected: [MatterNumber: Int]
    ) throws(JournalError) -> Receipt

    /// Runs many commands in one transaction, in memory that does not grow with their number.
    ///
    /// A command that is refused changes nothing and does not end the session, so that all bad rows
    /// of a file can be named at once. Nothing is kept unless `body` returns ``BulkEnd/commit``.
    /// `now` is the moment that the ids of the session are made from. Inside `body` only the session
    /// may be used, not the journal; others read what was before, or wait until it is over.
    @discardableResult
    func bulk(
        at now: Moment,
        _ body: (any BulkSession) throws(JournalError) -> BulkEnd
    ) throws(JournalError) -> BulkReceipt

    /// Hands over the matters of a query in its order until `body` returns false. Reads no further
    /// than that.
    func matters(_ query: Query, _ body: (Matter) -> Bool) throws(JournalError)

    /// Everything that goes by a name exactly: units also by their short name, grids also by code.
    func named(_ name: CleanText) throws(JournalError) -> Namesakes

    /// The events on a matter, oldest first. Empty for a number that does not exist.
    func history(of number: MatterNumber) throws(JournalError) -> [Record]

    /// The last commands of a login that stand, newest first: what ``Command/undo(_:)`` would take back, or
    /// why it would not.
    func undoable(by login: String, limit: Int) throws(JournalError) -> [UndoOffer]

    /// The contacts (联系人) of a matter, for their keeper alone; that they were shown is recorded in the same
    /// transaction.
    func contacts(of matter: MatterNumber, by context: Context) throws(JournalError) -> [Contact]

    /// The ledger as it was at the end of a day. `progress` hears the number of events folded and to fold.
    func past(_ day: Day, progress: (_ done: Int, _ all: Int) -> Void) throws(JournalError) -> PastLedger

    /// Goes on to another day: to a later one by that day's events alone.
    func advance(_ past: inout PastLedger, to day: Day) throws(JournalError)

    /// A matter as it was on the day of `past`, also one that was struck off by then.
    func matter(_ number: MatterNumber, in past: PastLedger) throws(JournalError) -> Matter?

    /// The matters that were struck off, archived or void by then.
    func settled(in past: PastLedger) throws(JournalError) -> [Matter]

    /// Walks the whole chain, recomputes every hash and digest, rebuilds the state from the events and
    /// compares. `progress` hears the number of events done and of all events.
    func verify(progress: (_ done: Int, _ all: Int) -> Void) throws(JournalError) -> Verification
}

extension Journal {
    /// One command without expectations.
    @discardableResult
    package func perform(_ command: Command, by context: Context) throws(JournalError) -> Receipt {
        try perform([command], by: context, expecting: [:])
    }

    /// Performs commands and brings the caller's working set up to them. If the commands are refused
    /// the set stays as it is.
    @discardableResult
    package func perform(
        _ commands: [Command],
        by context: Context,
        expecting expected: [MatterNumber: Int] = [:],
        updating set: inout WorkingSet
    ) throws(JournalError) -> Receipt {
        let receipt = try perform(commands, by: context, expecting: expected)
        try refresh(&set)
        if set.position.number < receipt.position.number {
            // Another process began to write in between. To ask for the head is to wait for it.
            _ = try head()
            try refresh(&set)
        }
        return receipt
    }

    /// The matters of a query, at most `limit` of them.
    package func matters(_ query: Query, limit: Int = .max) throws(JournalError) -> [Matter] {
        var found: [Matter] = []
        guard limit > 0 else { return found }
        try matters(query) { matter in
            found.append(matter)
            return found.count < limit
        }
        return found
    }

    /// ``past(_:progress:)`` without a listener.
    package func past(_ day: Day) throws(JournalError) -> PastLedger { try past(day) { _, _ in } }

    /// ``verify(progress:)`` without a listener.
    package func verify() throws(JournalError) -> Verification { try verify { _, _ in } }
}

/// One long transaction: what an importer writes through.
package protocol BulkSession: AnyObject {
    /// Settings and all reference data, up to date with what the session did so far. Matters and sums
    /// are not in it.
    var ledger: Ledger { get }

    /// Decides a command and appends its events.
    /// - Throws: ``JournalError/refused(_:)``; the session goes on.
    @discardableResult
    func perform(_ command: Command, by context: Context) throws(JournalError) -> [Event]

    /// Whether an event with this ``Event/origin`` is in the ledger: the row was imported before.
    func knows(origin: Int64) throws(JournalError) -> Bool

    /// A matter as it stands in the session, or nil for a number that was never given.
    func matter(_ number: MatterNumber) throws(JournalError) -> Matter?
}

/// How a bulk session ends.
package enum BulkEnd: Hashable, Sendable {
    case commit
    /// Nothing of the session is kept: a dry run, or rows were bad.
    case discard
}

/// Everything that goes by one name.
package struct Namesakes: Hashable, Sendable {
    package var units: [Unit] = []
    package var people: [Person] = []
    package var grids: [Grid] = []
    package var campaigns: [Campaign] = []

    package init() {}
}
