import CMemory
import Journal
import Walls

/// What the meeting wall reads its ledger with, again and again. It opens the file for reading only; where that is gone,
/// locked or damaged it says nothing, and opens it anew with the next look.
struct MeetingReader {
    let path: String
    private var open: (journal: SQLiteJournal, set: WorkingSet)?

    init(path: String) { self.path = path }

    /// What is new; nil while the file cannot be read.
    mutating func look() -> MeetingShow.Message? {
        do {
            guard open != nil else {
                let journal = try SQLiteJournal.open(path, mode: .read)
                let set = try journal.load(.atHand)
                rest(journal)
                open = (journal, set)
                return .ledger(set.ledger)
            }
            return try refresh()
        } catch {
            open = nil
            return nil
        }
    }

    private mutating func refresh() throws -> MeetingShow.Message? {
        guard let journal = open?.journal, var set = open?.set else { return nil }
        // Taken out, so that the set is changed in place and not copied.
        open = nil
        let found = try journal.refresh(&set)
        open = (journal, set)
        if found != .unchanged { rest(journal) }
        return found == .unchanged ? .unchanged : .ledger(set.ledger)
    }

    /// A wall hangs for months: between two looks it keeps its ledger and nothing else.
    private func rest(_ journal: SQLiteJournal) {
        journal.releaseMemory()
        cmemory_give_back()
    }
}
