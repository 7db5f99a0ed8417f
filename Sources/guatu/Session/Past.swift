import Journal
import Ledger
import Text
import Words

/// What `--as-of` asks for.
enum Past {
    /// The day that is meant; `11-18` is the last one, not the next.
    static func day(_ text: String, _ now: Moment, _ settings: Ledger) throws(Complaint) -> Day {
        let today = now.day(settings.offset)
        guard let term = DayPhrase.term(CleanText(text).string, today: today, looking: .back) else {
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
        var shown = 0
        return try PastJournal(journal, at: day, path: path) { done, all in
            guard surroundings.output.isTerminal, done / 40_000 > shown else { return }
            shown = done / 40_000
            surroundings.output.say(
                surroundings.words(
                    "正在回到 \(day.iso)：\(done)/\(all) 条",
                    "going back to \(day.iso): \(done) of \(all) records"
                )
            )
        }
    }
}
