import Journal
import Ledger
import Text
import Words

/// 会议.csv: meetings that were held, with what was said and decided in them, and meetings that are announced. A meeting
/// that the ledger has already stays as it is.
extension ImportRun {
    func readMeetings() throws(JournalError) {
        guard let path = source.paths[.meetings] else { return }
        var table = ImportReport.Table(file: path.fileName)
        defer { report.tables.append(table) }
        guard var sheet = open(path, MeetingColumn.self) else { return }
        var row = CSVRow()
        var seen = Occurrences()
        var meetings: [MeetingRows] = []
        while next(&row, of: &sheet) {
            table.read += 1
            let origin = try origin(seen.mark(sheet.fingerprint(of: row)))
            let key = MeetingRows.key(of: row, in: sheet)
            let place = meetings.firstIndex { $0.key == key }
            // The first row of a meeting is remembered for all of it.
            if place.map({ meetings[$0].isKnown }) ?? origin.isKnown {
                if place == nil { meetings.append(MeetingRows(key: key, origin: origin.origin)) }
                table.unchanged += 1
                continue
            }
            var problems: [ImportProblem] = []
            if let overflow = sheet.overflow(of: row) { problems.append(overflow) }
            checkPersonal([.title, .place, .attendance, .text], row, sheet, &problems)
            if let place {
                try addEntry(to: &meetings[place], row, sheet, &problems)
            } else {
                var rows = MeetingRows(key: key, origin: origin.origin)
                if let meeting = meeting(row, sheet, &problems) {
                    if has(meeting) {
                        meetings.append(rows)
                        table.unchanged += 1
                        continue
                    }
                    rows.meeting = meeting
                    rows.problem = { sheet.problem(.refused($0), .day, of: row) }
                    try addEntry(to: &rows, row, sheet, &problems)
                    meetings.append(rows)
                }
            }
            for problem in problems { report.add(problem) }
            if problems.isEmpty { table.added += 1 } else { table.bad += 1 }
        }
        for rows in meetings {
            guard let meeting = rows.meeting else { continue }
            factDay = min(meeting.day, days.today)
            do throws(Refusal) { try keep(.daily(.planMeeting(meeting)), origin: rows.origin) } catch {
                if let problem = rows.problem?(error) { report.add(problem) }
                table.added -= 1
                table.bad += 1
            }
        }
    }

    /// No phone, ID or card number comes in with a text.
    func checkPersonal<Column: SheetColumn>(
        _ columns: [Column],
        _ row: CSVRow,
        _ sheet: Sheet<Column>,
        _ problems: inout [ImportProblem]
    ) {
        for column in columns {
            guard let number = PersonalCells.number(in: sheet.text(column, of: row)) else { continue }
            problems.append(sheet.problem(.personal(CleanText(number)), column, of: row))
        }
    }

    private func has(_ meeting: Meeting) -> Bool {
        book.diary.meetings.values.contains {
            $0.kind == meeting.kind && $0.campaign == meeting.campaign && $0.day == meeting.day
                && $0.title == meeting.title && $0.cancelled == nil
        }
    }

    // MARK: The meeting

    private func meeting(
        _ row: CSVRow,
        _ sheet: Sheet<MeetingColumn>,
        _ problems: inout [ImportProblem]
    ) -> Meeting? {
        let dayText = sheet.text(.day, of: row)
        guard let day = days.past(dayText) else {
            problems.append(sheet.problem(.notADay(CleanText(dayText)), .day, of: row))
            return nil
        }
        guard let kind = sheet.term(.kind, of: row, in: Vocabulary.meetings, &problems) else { return nil }
        var meeting = Meeting(kind: kind, day: day)
        let campaign = sheet.text(.campaign, of: row)
        meeting.campaign = directory.campaign(campaign)
        if meeting.campaign == nil, !campaign.isEmpty {
            problems.append(sheet.problem(.unknownName(.campaign, CleanText(campaign)), .campaign, of: row))
        }
        let title = sheet.text(.title, of: row)
        if !title.isEmpty { meeting.title = CleanText(days.resolving(title, in: day)) }
        let place = sheet.text(.place, of: row)
        if !place.isEmpty { meeting.place = CleanText(place) }
        let unit = meeting.campaign.flatMap { book.campaigns[$0]?.unit }
        switch person(named: sheet.text(.chair, of: row), in: unit) {
        case .success(let id): meeting.chair = id
        case .failure(let fault): problems.append(sheet.problem(fault.fault, .chair, of: row))
        }
        meeting.minute = sheet.minute(.time, of: row, &problems)
        let end = sheet.minute(.end, of: row, &problems)
        // What is over was held; what is to come is announced.
        guard day < days.today || end != nil else { return meeting }
        let start = meeting.minute ?? end ?? kind.usualMinute
        let begin = Moment(day, minute: start, offset: book.offset)
        let over = Moment(day, minute: max(end ?? start, start), offset: book.offset)
        guard over <= now else {
            problems.append(sheet.problem(.dayAhead(day), .end, of: row))
            return nil
        }
        meeting.began = begin
        meeting.ended = over
        let attendance = sheet.text(.attendance, of: row)
        if !attendance.isEmpty { meeting.attendance = Prose(CleanText(attendance)) }
        return meeting
    }

    // MARK: What was said in it

    private func addEntry(
        to rows: inout MeetingRows,
        _ row: CSVRow,
        _ sheet: Sheet<MeetingColumn>,
        _ problems: inout [ImportProblem]
    ) throws(JournalError) {
        guard let meeting = rows.meeting else { return }
        let about = try matters(.about, row, sheet, &problems)
        let text = days.resolving(sheet.text(.text, of: row), in: meeting.day)
        let levels = self.levels(row, sheet, &problems)
        guard !text.isEmpty else {
            // A row of a meeting's own: nothing was said.
            if !about.isEmpty || !levels.isEmpty { problems.append(sheet.problem(.empty("内容"), .text, of: row)) }
            return
        }
        if meeting.ended == nil {
            // What is only announced has points, not decisions.
            if !levels.isEmpty { problems.append(sheet.problem(.empty("散会"), .end, of: row)) }
            rows.meeting?.topics.append(.init(matter: about.first, text: Prose(CleanText(text))))
            return
        }
        var entry = Meeting.Entry(matters: about, text: Prose(CleanText(text)))
        if !levels.isEmpty {
            let isNothing = sheet.text(.made, of: row) == "不需落实"
            let made = isNothing ? [] : try matters(.made, row, sheet, &problems)
            if !isNothing, made.isEmpty, problems.isEmpty {
                problems.append(sheet.problem(.refused(.daily(.needsFollowUp)), .made, of: row))
            }
            entry.ruling = Ruling(levels: levels, way: .meeting, conclusion: entry.text, made: made)
        }
        rows.meeting?.entries.append(entry)
    }

    private func levels(
        _ row: CSVRow,
        _ sheet: Sheet<MeetingColumn>,
        _ problems: inout [ImportProblem]
    ) -> [DecisionLevel] {
        var levels: [DecisionLevel] = []
        for word in sheet.text(.level, of: row).listed {
            guard let level = Vocabulary.levels[word] else {
                let fault = ImportProblem.Fault.unknownTerm(CleanText(word), known: Vocabulary.levels.words)
                problems.append(sheet.problem(fault, .level, of: row))
                continue
            }
            // 书记、主任 are one level.
            if !levels.contains(level) { levels.append(level) }
        }
        return levels
    }

    /// Matters of the same files, or of the ledger.
    private func matters(
        _ column: MeetingColumn,
        _ row: CSVRow,
        _ sheet: Sheet<MeetingColumn>,
        _ problems: inout [ImportProblem]
    ) throws(JournalError) -> [MatterNumber] {
        var numbers: [MatterNumber] = []
        for word in sheet.text(column, of: row).listed {
            if let number = try knownMatter(NumberCell(word)) {
                numbers.append(number)
                continue
            }
            problems.append(sheet.problem(.noSuchMatter(CleanText(word)), column, of: row))
        }
        return numbers
    }
}

/// The rows of one meeting.
private struct MeetingRows {
    /// What its rows have in common, as it was typed.
    var key: [String]
    var origin: Int64
    /// nil: the ledger has it already.
    var meeting: Meeting?
    var problem: ((Refusal) -> ImportProblem)?

    var isKnown: Bool { meeting == nil }

    init(key: [String], origin: Int64) {
        self.key = key
        self.origin = origin
    }

    static func key(of row: CSVRow, in sheet: Sheet<MeetingColumn>) -> [String] {
        [MeetingColumn.campaign, .kind, .day, .title].map { sheet.text($0, of: row).nameKey }
    }
}

extension Vocabulary {
    static let meetings = Table(
        MeetingKind.allCases,
        Words.chinese.name,
        also: ["早例会": .early, "晚例会": .late, "例会": .weekly, "调度会": .special]
    )
    static let levels = Table(
        DecisionLevel.allCases,
        Words.chinese.name,
        also: ["书记": .secretary, "主任": .secretary, "指挥部": .headquarters, "分管": .viceLeader, "党工委": .committee]
    )

    /// 17:30, in minutes after midnight.
    static func minute(_ text: String) -> Int? {
        let parts = text.split(whereSeparator: { ":：".contains($0) }).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
