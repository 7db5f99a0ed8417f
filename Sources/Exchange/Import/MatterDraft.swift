import Ledger
import Text
import Words

/// What one row of 事项.csv says, before its records are looked at.
struct MatterDraft {
    var number: NumberCell
    var registration: Registration
    var stage: Stage
    var issued: Day?
    var due: Deadline?
    var originalDue: Day?
    var extensions: Int
    var settled: Day?
    var progress: Prose?
    var problem: Prose?
    var extras: [Extra]

    /// Whether all four fixed are there, whatever its kind needs of them.
    var isComplete: Bool {
        registration.person != nil && !registration.post.isEmpty && !registration.quantities.isEmpty
            && registration.term != nil
    }

    /// The matter where it stands, without any history.
    func opening(today: Day) -> Opening {
        var opening = Opening(registration: registration, stage: stage, registered: issued ?? settled ?? today)
        opening.issued = issued
        if ![.draft, .pending, .void].contains(stage) || issued != nil { opening.due = due }
        opening.originalDue = originalDue.map(Deadline.endOfDay)
        opening.extensions = extensions
        opening.settled = settled
        opening.progress = progress
        opening.problem = problem
        opening.extras = extras
        return opening
    }

    /// The matter as it began, for records to lead on from.
    func beginning(on day: Day, note: String) -> Opening {
        var begun = registration
        for index in begun.quantities.indices { begun.quantities[index].done = .zero }
        // The limit first given is where the history begins; extensions lead to the one in the table.
        if let originalDue { begun.term = .fixed(originalDue) }
        if begun.remark == nil, !note.isEmpty { begun.remark = Prose(CleanText(note)) }
        var opening = Opening(registration: begun, stage: .draft, registered: day)
        opening.progress = progress
        opening.problem = problem
        opening.extras = extras
        return opening
    }
}

extension ImportRun {
    /// Reads a row of 事项.csv. What is wrong with it is added to `problems`; the draft is then no use.
    func draft(
        _ row: CSVRow,
        in sheet: Sheet<MatterColumn>,
        problems: inout [ImportProblem]
    ) -> MatterDraft? {
        let cells = MatterCells(row: row, run: self)
        let draft = cells.read(sheet)
        if let overflow = sheet.overflow(of: row) { problems.append(overflow) }
        problems += cells.problems
        return cells.problems.isEmpty ? draft : nil
    }
}

extension MatterDraft {
    /// Where the row and its records tell different stories: the column, what it says, what they lead to.
    func differences(to matter: Matter, offset: Offset) -> [(column: MatterColumn, said: String, found: String)] {
        var differences: [(column: MatterColumn, said: String, found: String)] = []
        func compare(_ column: MatterColumn, _ said: String, _ found: String) {
            if said != found { differences.append((column, said, found)) }
        }
        compare(.stage, Words.chinese.name(stage), Words.chinese.name(matter.stage))
        if let line = registration.quantities.first {
            // What the program itself wrote out says what counts; other tables say what was reported.
            if line.done.text != matter.statedQuantities.first?.done.text {
                compare(.done, line.done.text, matter.quantities.first?.done.text ?? "0")
            }
        }
        compare(.issued, issued?.iso ?? "", matter.issued?.iso ?? "")
        compare(.settled, settled?.iso ?? "", matter.settled?.iso ?? "")
        compare(.extensions, String(extensions), String(matter.extensions))
        if let limit = matter.due?.day(offset) { compare(.due, due?.day(offset).iso ?? "", limit.iso) }
        return differences
    }
}
