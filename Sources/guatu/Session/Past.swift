import Journal
import Ledger
import Text
import Words

/// What `--as-of` asks for.
enum Past {
    /// The day that is meant; `11-18` is the last one, not the next.
    static func day(_ text: String, _ now: Moment, _ settings: Ledger) throws(Complaint) -> Day {
        let today = now.day(settings.offset)
        guard
            let term = DayPhrase.term(CleanText(text).string, today: today, looking: .back, calendar: settings.calendar)
        else {
            throw .notADay(option: "--as-of", text: text)
        }
        let day = term.deadline(issued: today, calendar: settings.calendar).deadline.day(settings.offset)
        guard day <= today else { throw .refused(.dayAhead(day), settings) }
        return day
    }

    /// The journal as it was; says how far it is where that takes long.
    static func journal(
        _ journal: any Journal,
        _ day: Day,
        _ path: String,
        _ surroundings: Surroundings
    ) throws(JournalError) -> PastJournal {
        let meter = ProgressMeter(surroundings, surroundings.words)
        return try PastJournal(journal, at: day, path: path) { meter.tell($0, of: $1) }
    }
}
