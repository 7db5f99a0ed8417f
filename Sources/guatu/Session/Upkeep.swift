import Journal
import Ledger
import Words

/// What the first writer of a day does before it writes: a checked backup, and the end of contacts whose time
/// is over. Neither stands in the way of recording.
struct Upkeep: Sendable {
    private let path: String
    private let day: Day
    private let words: Words

    /// Nil where nothing is recorded, and for a rehearsal, which nobody will miss.
    init?(_ session: Session) {
        guard session.past == nil, !session.settings.committee.isRehearsal, !session.actor().roles.isEmpty else {
            return nil
        }
        path = Files.resolved(session.path) ?? session.path
        day = session.surroundings.clock.day(session.settings.offset)
        words = session.words
    }

    var backups: DailyBackups { DailyBackups(of: path) }

    var isDue: Bool { backups.isDue(on: day) }

    /// Before a command that writes.
    func run(_ session: Session) {
        guard isDue else { return }
        if let trouble = makeBackup() { session.output.say(trouble) }
        // Days of imported history become quick on the day after.
        try? (session.journal as? SQLiteJournal)?.prepareDays()
        if let context = try? session.context() { _ = try? session.journal.perform(.expireContacts, by: context) }
    }

    /// What went wrong, as a sentence; nil where the day's backup is there. Opens the file for itself, so that it
    /// may run beside the screen.
    func makeBackup() -> String? {
        do throws(JournalError) {
            try backups.make(try SQLiteJournal.open(path, mode: .read), on: day)
            return nil
        } catch {
            return words("今日备份没有做成：", "No backup was made today: ") + words.sentence(error)
        }
    }
}

/// How old the last backup is, where that matters.
enum BackupAge {
    /// A sentence where something was recorded since the last backup that is not today's work.
    static func warning(_ session: Session, _ ledger: Ledger) -> String? {
        guard session.past == nil, !ledger.committee.isRehearsal else { return nil }
        let days = DailyBackups(of: Files.resolved(session.path) ?? session.path).days
        let recorded = ledger.lastRecorded.day(ledger.offset)
        guard let last = days.last else {
            return session.words("还没有备份，下次记录时自动备份。", "There is no backup yet; the next record makes one.")
        }
        guard last < recorded else { return nil }
        return session.words(
            "最近一次备份是 \(last.iso)，之后有记录还没有备份。",
            "The last backup is of \(last.iso); what was recorded since is in none."
        )
    }
}
