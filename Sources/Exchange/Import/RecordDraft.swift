import Ledger
import Text

/// What one row of 记录.csv asks to be done with its matter.
struct RecordDraft {
    var day: Day
    var action: Action.Kind
    /// The same day's acts, one after the other; none for the registration itself.
    var acts: [Action]
    var actor: Actor
    /// The words of a registration (登记), which become the matter's remark.
    var note: String
    /// 补记: belongs to an earlier day than the rows around it.
    var isLate: Bool

    /// The steps it ticks, counted from 0.
    var ticks: [Int] {
        acts.compactMap { act in
            if case .tickStep(let index, _) = act { index } else { nil }
        }
    }

    var reportsProgress: Bool {
        acts.contains { act in
            if case .track(_, let progress) = act { !progress.isEmpty } else { false }
        }
    }

    /// Whether it moves the matter from one stage to another.
    var movesStage: Bool {
        ![.track, .tickStep, .answer, .askExtension, .grantExtension, .refuseExtension, .settleSupport].contains(action)
    }
}

extension ImportRun {
    /// Reads a row of 记录.csv about a matter of `lead`. Problems are added; the draft is then no use.
    func record(
        _ row: CSVRow,
        in sheet: Sheet<RecordColumn>,
        lead: UnitID?,
        steps: [Step],
        problems: inout [ImportProblem]
    ) -> RecordDraft? {
        let cells = RecordCells(row: row, run: self, lead: lead, steps: steps)
        let draft = cells.read(sheet)
        if let overflow = sheet.overflow(of: row) { problems.append(overflow) }
        problems += cells.problems
        return cells.problems.isEmpty ? draft : nil
    }
}
