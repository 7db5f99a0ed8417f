import Journal
import Ledger
import Pages
import Paper
import Words

/// 会议纪要 on its way to the screen, a file or a printer.
struct MinutesPrint {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// Of the meeting with this number; without one, of the one under way, else of the last that ended.
    func paper(_ text: String?) throws -> PaperPrint {
        let ledger = try session.journal.load(.reference).ledger
        let meetings = ledger.diary.meetings
        guard let text else {
            let held = meetings.values.filter { $0.ended != nil && $0.day <= session.today }.max {
                ($0.day, $0.id) < ($1.day, $1.id)
            }
            guard let meeting = ledger.diary.underWay ?? held else {
                throw Complaint.arguments(
                    session.words("还没有开过会。", "No meeting was held yet."),
                    command: PrintCommand.name
                )
            }
            return try paper(of: meeting)
        }
        guard let number = Int(text), let meeting = meetings[MeetingID(number)] else {
            throw JournalError.refused(.daily(.noSuchMeeting(MeetingID(Int(text) ?? 0))))
        }
        return try paper(of: meeting)
    }

    func paper(of meeting: Meeting) throws -> PaperPrint {
        let set = try session.journal.load(.atHand)
        let document = try MinutesPrint.document(of: meeting, set, in: session.journal, at: session.now)
        let name = "纪要-\(Words.chinese.title(meeting, in: set.ledger))-\(meeting.day.iso)"
        return PaperPrint(document, name: name)
    }

    /// Matters that it made and that were struck off since are named, too.
    private static func document(
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
