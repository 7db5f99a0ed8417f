import Ledger
import Text

/// Reads the cells of one row of 记录.csv.
final class RecordCells: RowCells {
    typealias Column = RecordColumn

    let row: CSVRow
    let run: ImportRun
    let lead: UnitID?
    let steps: [Step]
    var problems: [ImportProblem] = []
    private var days: DayCells { run.days }

    init(row: CSVRow, run: ImportRun, lead: UnitID?, steps: [Step]) {
        self.row = row
        self.run = run
        self.lead = lead
        self.steps = steps
    }

    func read(_ sheet: Sheet<RecordColumn>) -> RecordDraft? {
        let written = sheet.text(.day, of: row)
        guard let day = days.past(written) else {
            wrong(written.isEmpty ? .empty("日期") : .notADay(CleanText(written)), .day, sheet)
            return nil
        }
        if day > days.today { wrong(.dayAhead(day), .day, sheet) }
        let word = sheet.text(.action, of: row)
        guard let kind = Vocabulary.actions[word] else {
            wrong(.unknownTerm(CleanText(word), known: Vocabulary.actions.words), .action, sheet)
            return nil
        }
        var text = words(.text, sheet, day)
        let reason = words(.reason, sheet, day)
        let (actor, ownChannel) = actor(sheet)
        // Who types his own visit says so in his words, not in the way they came.
        if let ownChannel, kind == .track, !text.hasPrefix(ownChannel) { text = "\(ownChannel)：\(text)" }
        let acts = kind == .register ? [] : acts(kind, day: day, text: text, reason: reason, sheet)
        guard let acts else { return nil }
        return RecordDraft(
            day: day,
            action: kind,
            acts: acts,
            actor: actor,
            note: kind == .register ? text : "",
            isLate: word == "补记"
        )
    }

    // MARK: Who

    /// Who typed it, for whom, and how the word came. For one who typed his own doing the way is given
    /// back as a word.
    private func actor(_ sheet: Sheet<RecordColumn>) -> (Actor, String?) {
        var actor = run.actor
        let typist = sheet.text(.typist, of: row)
        if !typist.isEmpty { actor.person = found(run.person(named: typist, in: lead), .typist, sheet) ?? actor.person }
        let speaker = sheet.text(.speaker, of: row)
        let way = sheet.text(.channel, of: row)
        let channel = Vocabulary.channels[way]
        if !way.isEmpty, channel == nil {
            wrong(.unknownTerm(CleanText(way), known: Vocabulary.channels.words), .channel, sheet)
        }
        actor.behalf = nil
        guard !speaker.isEmpty else { return (actor, way.isEmpty ? nil : way) }
        var behalf = Behalf(channel: channel ?? .paper)
        switch run.directory.person(speaker, preferring: lead) {
        case .one(let person): behalf.person = person
        case .several(let choices):
            wrong(.ambiguousName(.person, CleanText(speaker), choices: choices), .speaker, sheet)
        case .none:
            if case .one(let unit) = run.directory.unit(speaker) {
                behalf.unit = unit
            } else {
                behalf.person = found(run.person(named: speaker, in: lead), .speaker, sheet)
            }
        }
        if behalf.unit == nil, behalf.person == nil || behalf.person == actor.person {
            return (actor, way.isEmpty ? nil : way)
        }
        if way.isEmpty { wrong(.needsChannel, .channel, sheet) }
        actor.behalf = behalf
        return (actor, nil)
    }

    // MARK: What

    private func acts(
        _ kind: Action.Kind,
        day: Day,
        text: String,
        reason: String,
        _ sheet: Sheet<RecordColumn>
    ) -> [Action]? {
        let note = joined(text, reason)
        let optional = note.isEmpty ? nil : note
        switch kind {
        case .submit: return [.submit(optional)]
        case .issue: return [.issue(nil, optional)]
        case .accept: return [.accept(optional)]
        case .strike: return [.strike(optional)]
        case .archive: return [.archive]
        case .grantExtension: return [.grantExtension(optional)]
        case .track: return track(text: text, reason: reason, sheet)
        case .report: return report(note, sheet)
        case .decline: return needed(reason, text, sheet).map { [.decline($0)] }
        case .sendBack: return needed(reason, text, sheet).map { [.sendBack($0)] }
        case .refuseExtension: return needed(reason, text, sheet).map { [.refuseExtension($0)] }
        case .suspend: return needed(reason, text, sheet).map { [.suspend($0)] }
        case .void: return needed(reason, text, sheet).map { [.void($0)] }
        case .tickStep: return tick(text, sheet)
        case .answer: return answer(text, sheet)
        case .settle: return [.settle(check(text), optional)]
        case .park:
            guard let recheck = self.day(in: text, from: day, sheet), let reason = needed(reason, "", sheet) else {
                return nil
            }
            return [.park(reason, recheck)]
        case .askExtension:
            guard let to = self.day(in: text, from: day, sheet), let reason = needed(reason, "", sheet) else {
                return nil
            }
            return [.askExtension(to, reason)]
        case .resume:
            guard !text.isEmpty else { return [.resume(nil, reason.isEmpty ? nil : CleanText(reason))] }
            guard let due = self.day(in: text, from: day, sheet) else { return nil }
            return [.resume(due, reason.isEmpty ? nil : CleanText(reason))]
        case .settleSupport:
            guard case .one(let unit) = run.directory.unit(text) else {
                wrong(.unknownName(.unit, CleanText(text)), .text, sheet)
                return nil
            }
            return [.settleSupport(unit, reason.isEmpty ? nil : CleanText(reason))]
        case .handBack: return needed(reason, text, sheet).map { [.handBack($0)] }
        case .refuseParking: return needed(reason, text, sheet).map { [.refuseParking($0)] }
        case .approveParking: return [.approveParking(optional)]
        case .reopen: return needed(reason, text, sheet).map { [.reopen($0, nil)] }
        case .proposeParking:
            guard let recheck = self.day(in: text, from: day, sheet), let reason = needed(reason, "", sheet) else {
                return nil
            }
            return [.proposeParking(reason, recheck)]
        case .adjustLimit:
            guard let due = self.day(in: text, from: day, sheet), let reason = needed(reason, "", sheet) else {
                return nil
            }
            return [.adjustLimit(.fixed(due), reason)]
        case .transfer, .acceptSupport:
            guard case .one(let unit) = run.directory.unit(text) else {
                wrong(.unknownName(.unit, CleanText(text)), .text, sheet)
                return nil
            }
            if kind == .acceptSupport { return [.acceptSupport(unit, reason.isEmpty ? nil : CleanText(reason))] }
            return needed(reason, "", sheet).map { [.transfer(unit, nil, nil, $0)] }
        // Not in ``Vocabulary/actions``.
        case .register, .amend, .addStep, .reassign, .recountLimit, .trackSupport, .remind, .draftSlip, .signSlip,
            .deliverSlip, .acceptSlip, .answerSlip, .voidSlip, .putOff, .talk:
            return nil
        }
    }

    /// 跟踪, 报进度, 补记: a figure in 完成量 is the sum so far (累计).
    private func track(text: String, reason: String, _ sheet: Sheet<RecordColumn>) -> [Action]? {
        let note = joined(text, reason)
        guard !note.isEmpty else {
            wrong(.empty("文字"), .text, sheet)
            return nil
        }
        guard let progress = progress(sheet) else { return nil }
        return [.track(note, progress)]
    }

    private func report(_ note: CleanText, _ sheet: Sheet<RecordColumn>) -> [Action]? {
        guard !note.isEmpty else {
            wrong(.empty("文字"), .text, sheet)
            return nil
        }
        guard let progress = progress(sheet) else { return nil }
        return progress.isEmpty ? [.report(note)] : [.track(note, progress), .report(note)]
    }

    /// Empty without a figure, nil for one that is none.
    private func progress(_ sheet: Sheet<RecordColumn>) -> [Progress]? {
        let text = sheet.text(.done, of: row)
        guard !text.isEmpty else { return [] }
        guard let figure = QuantityCell(text), figure.amount >= .zero else {
            wrong(.notAnAmount(CleanText(text)), .done, sheet)
            return nil
        }
        return [Progress(.total(figure.amount))]
    }

    /// 勾步骤: the step by its number or its title.
    private func tick(_ text: String, _ sheet: Sheet<RecordColumn>) -> [Action]? {
        let index =
            Int(text.nameKey).map { $0 - 1 }
            ?? steps.firstIndex { $0.title.text?.string.nameKey == text.nameKey }
        guard let index, steps.indices.contains(index) else {
            wrong(.noSuchStep(CleanText(text)), .text, sheet)
            return nil
        }
        return [.tickStep(index, nil)]
    }

    /// 答复: begins with what it is, 已解决：… 措施：… 已决定：… 已提交：….
    private func answer(_ text: String, _ sheet: Sheet<RecordColumn>) -> [Action]? {
        for answer in Vocabulary.answers where text.hasPrefix(answer.mark) {
            let rest = text.dropFirst(answer.mark.count).drop { "：: ".contains($0) }
            if !rest.isEmpty { return [.answer(answer.kind, CleanText(rest))] }
        }
        let known = Vocabulary.answers.map { "\($0.mark)：" }
        wrong(.unknownTerm(CleanText(text), known: known), .text, sheet)
        return nil
    }

    /// 办结: begins with how it was checked, 现场：… 资料：… 回访：….
    private func check(_ text: String) -> Check? { Vocabulary.checks.first { text.hasPrefix($0.mark) }?.check }

    /// The day that a text names, with or without a word before it: 「复查 今日+3工」, 「延至12月4日」.
    private func day(in text: String, from base: Day, _ sheet: Sheet<RecordColumn>) -> Day? {
        var rest = text[...]
        for mark in ["复查日", "复查", "延期至", "延至", "恢复至", "至", "到"] where rest.hasPrefix(mark) {
            rest = rest.dropFirst(mark.count)
            break
        }
        let written = String(rest.drop { "：: ".contains($0) }.prefix { !"；;，,".contains($0) }).trimmed
        if let day = days.ahead(written, from: base) { return day }
        wrong(text.isEmpty ? .empty("文字") : .notADay(CleanText(text)), .text, sheet)
        return nil
    }

    // MARK: Helpers

    private func words(_ column: RecordColumn, _ sheet: Sheet<RecordColumn>, _ day: Day) -> String {
        let text = sheet.text(column, of: row)
        if let number = PersonalCells.number(in: text) { wrong(.personal(CleanText(number)), column, sheet) }
        return days.resolving(text, in: day)
    }

    private func needed(
        _ reason: String,
        _ text: String,
        _ sheet: Sheet<RecordColumn>
    ) -> CleanText? {
        let words = joined(text, reason)
        if words.isEmpty { wrong(.needsReason(sheet.text(.action, of: row)), .reason, sheet) }
        return words.isEmpty ? nil : words
    }

    private func joined(_ text: String, _ reason: String) -> CleanText {
        CleanText([text, reason].filter { !$0.isEmpty }.joined(separator: "；"))
    }
}
