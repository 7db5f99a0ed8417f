import Journal
import Ledger
import Text
import Words

/// Recurring duties (职责.csv) and what was ticked of them (勾办.csv).
extension ImportRun {
    func readRoutines() throws(JournalError) {
        try eachRow(of: .routines, RoutineColumn.self) { sheet, row, problems in
            let name = sheet.text(.name, of: row)
            if name.isEmpty { problems.append(sheet.problem(.empty("职责"), .name, of: row)) }
            if book.diary.routines.values.contains(where: { $0.name.string.nameKey == name.nameKey }) { return nil }
            let cycleText = sheet.text(.cycle, of: row)
            guard let cycle = Vocabulary.cycle(cycleText) else {
                let fault = ImportProblem.Fault.unknownTerm(CleanText(cycleText), known: Vocabulary.cycleExamples)
                problems.append(sheet.problem(fault, .cycle, of: row))
                return nil
            }
            var routine = Routine(name: CleanText(name), cycle: cycle, start: days.today)
            if !sheet.text(.restDay, of: row).isEmpty,
                let rest = sheet.term(.restDay, of: row, in: Vocabulary.restDays, &problems)
            {
                routine.restDay = rest
            }
            routine.minute = sheet.minute(.time, of: row, &problems)
            switch unit(named: sheet.text(.unit, of: row)) {
            case .success(let id): routine.unit = id
            case .failure(let fault): problems.append(sheet.problem(fault.fault, .unit, of: row))
            }
            switch person(named: sheet.text(.person, of: row), in: routine.unit) {
            case .success(let id): routine.person = id
            case .failure(let fault): problems.append(sheet.problem(fault.fault, .person, of: row))
            }
            let start = sheet.text(.start, of: row)
            if let day = days.past(start) {
                routine.start = day
            } else if !start.isEmpty {
                problems.append(sheet.problem(.notADay(CleanText(start)), .start, of: row))
            }
            return problems.isEmpty ? .daily(.addRoutine(routine)) : nil
        }
    }

    func readTicks() throws(JournalError) {
        try eachRow(of: .ticks, TickColumn.self) { sheet, row, problems in
            let name = sheet.text(.name, of: row)
            guard let routine = book.diary.routines.values.first(where: { $0.name.string.nameKey == name.nameKey })
            else {
                let known = book.diary.routines.values.sorted { $0.id < $1.id }.map(\.name.string)
                problems.append(sheet.problem(.unknownTerm(CleanText(name), known: known), .name, of: row))
                return nil
            }
            let dueText = sheet.text(.due, of: row)
            guard let due = turn(dueText, of: routine) else {
                problems.append(sheet.problem(.notADay(CleanText(dueText)), .due, of: row))
                return nil
            }
            let doneText = sheet.text(.done, of: row)
            guard let done = doneText.isEmpty ? due : late(doneText, after: due) ?? days.past(doneText) else {
                problems.append(sheet.problem(.notADay(CleanText(doneText)), .done, of: row))
                return nil
            }
            var by: PersonID?
            switch person(named: sheet.text(.person, of: row), in: routine.unit) {
            case .success(let id): by = id
            case .failure(let fault): problems.append(sheet.problem(fault.fault, .person, of: row))
            }
            guard problems.isEmpty else { return nil }
            let text = sheet.text(.text, of: row)
            factDay = min(done, days.today)
            return .daily(.tickRoutine(routine.id, due: due, by: by, text.isEmpty ? nil : CleanText(text)))
        }
    }

    /// A day, or 「上3次」: the third turn back from today, today's not counted.
    private func turn(_ text: String, of routine: Routine) -> Day? {
        guard text.hasPrefix("上"), text.hasSuffix("次"), let count = Int(text.dropFirst().dropLast()), count > 0 else {
            return days.past(text)
        }
        let turns = routine.dueDays(from: days.today - 800, through: days.today - 1, calendar: book.calendar)
        return turns.count >= count ? turns[turns.count - count] : nil
    }

    /// 「+1」: a day after it was due.
    private func late(_ text: String, after due: Day) -> Day? {
        guard text.hasPrefix("+"), let count = Int(text.dropFirst()), count > 0 else { return nil }
        return due + count
    }
}

extension Vocabulary {
    static let restDays = Table(
        RestDay.allCases,
        Words.chinese.name,
        also: ["提前": .before, "顺延": .after, "照常": .same, "免": .skip]
    )

    static let cycleExamples = ["每日", "每周五", "每月 25 日", "每季度", "每半年", "每年"]

    /// 每日 每周五 每月25日 每季度 每半年 每年, or as `guatu duty` takes it.
    static func cycle(_ text: String) -> Cycle? {
        let plain = text.filter { $0 != " " }
        switch plain {
        case "每日", "每天", "每个工作日": return .daily
        case "每季", "每季度": return .quarterly
        case "每半年": return .halfYearly
        case "每年": return .yearly
        default: break
        }
        if plain.hasPrefix("每周"), let day = "一二三四五六日".firstIndex(of: plain.last ?? "x") {
            return .weekly("一二三四五六日".distance(from: "一二三四五六日".startIndex, to: day) + 1)
        }
        if plain.hasPrefix("每月"), plain.hasSuffix("日"), let day = Int(plain.dropFirst(2).dropLast()) {
            return Cycle("monthly \(day)")
        }
        return Cycle(text)
    }
}
