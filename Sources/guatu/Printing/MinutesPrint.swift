import Journal
import Ledger
import Pages
import Paper

/// The minutes of a meeting (纪要) as a document.
enum MinutesPrint {
    /// Matters that it made and that were struck off since are named, too.
    static func document(
        of meeting: Meeting,
        _ known: WorkingSet,
        in journal: any Journal,
        at now: Moment
    ) throws(JournalError) -> Document {
        var set = known
        try journal.fetch(meeting.entries.flatMap { $0.matters + ($0.ruling?.made ?? []) }, into: &set)
        return Minutes(meeting, in: set.ledger, at: now)
            .document(in: set.ledger, head: set.position.hash.description)
    }

    /// The same for a screen.
    static func text(
        of meeting: Meeting,
        _ known: WorkingSet,
        in journal: any Journal,
        at now: Moment
    ) throws(JournalError) -> String {
        try document(of: meeting, known, in: journal, at: now).plainText(columns: 76)
    }
}
