import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

extension State {
    /// The form in the place of the wall: labels, fields, what is to be said of each; from 110 columns on a panel beside.
    func draw(_ form: Form, on canvas: Canvas) {
        let reading = FormReading(form, scene)
        let isWide = canvas.width >= 110
        drawHead(form, reading, canvas)
        let left = isWide ? canvas.width - 42 : canvas.width
        let part = canvas.region(x: 0, y: 2, width: left, height: canvas.height - (isWide ? 2 : 3))
        drawFields(form, reading, on: part)
        if isWide {
            canvas.put(.wall, x: left, y: 2, .faint, down: canvas.height - 2)
            drawPanel(form, reading, on: canvas.region(x: left + 2, y: 2, width: 39, height: canvas.height - 2))
        } else {
            canvas.put(message(form, reading), x: 0, y: canvas.height - 1, width: canvas.width)
        }
    }

    /// 登记事项 … 四定 ✓人 ✓岗 缺量 ✓时
    private func drawHead(_ form: Form, _ reading: FormReading, _ canvas: Canvas) {
        var title = words("登记事项", "Register a matter")
        if let number = form.number, let matter = scene.matter(number) {
            title = words("更正 ", "Correct ") + words.number(matter)
        }
        canvas.put(title, x: 1, y: 0, Style.title.bold)
        canvas.put(
            words("严禁录入涉密信息", "no secret matters"),
            x: 3 + canvas.columns(title),
            y: 0,
            .dim
        )
        var runs = [Run(words("四定 ", "four fixed "), .dim)]
        for fixed in Fixed.allCases {
            let isMissing = reading.missing.contains(fixed)
            runs.append(Run(isMissing ? words("缺", "no ") : "✓", isMissing ? Style.gold.bold : .green))
            runs.append(Run(words.letter(fixed) + " ", isMissing ? Style.gold.bold : .text))
        }
        canvas.put(runs, right: canvas.width - 1, y: 0)
        canvas.put(.rule, x: 0, y: 1, .faint, count: canvas.width)
    }

    private enum Row {
        case field(Form.Field)
        case heading(String)
        case gap
        case sentence(String, isOpen: Bool)
        case candidates
    }

    private func rows(_ form: Form, _ reading: FormReading, height: Int) -> [Row] {
        var rows: [Row] = []
        let hasHeadings = height >= form.fields.count + 6
        let hasGaps = height >= form.fields.count + 11
        for field in form.fields {
            let heading: String? =
                switch field {
                case .person: words("四定", "Four fixed")
                case .lead: words("协同", "Together with")
                case .steps: words("其他", "Other")
                default: nil
                }
            if hasGaps, heading != nil || field == .store || rows.isEmpty { rows.append(.gap) }
            if hasHeadings, let heading { rows.append(.heading(heading)) }
            rows.append(.field(field))
            guard field == form.focus else { continue }
            if let sentence = sentence(field, form, reading) {
                let width = fieldsWidth - labelWidth - 3
                let wrapped = sentence.0.wrapped(to: width, .narrow)
                // A second row where there is room for it; choices are shown to the last in any case.
                let hasRoom = wrapped.count == 2 && (height > form.fields.count + 2 || Form.isChoice(field))
                rows += (hasRoom ? wrapped : [sentence.0]).map { .sentence($0, isOpen: sentence.1) }
            }
            if !reading.candidates.isEmpty { rows.append(.candidates) }
        }
        return rows
    }

    private func drawFields(_ form: Form, _ reading: FormReading, on canvas: Canvas) {
        let rows = rows(form, reading, height: canvas.height)
        let focused = rows.firstIndex { if case .field(form.focus) = $0 { true } else { false } } ?? 0
        // The focused field and what is said under it stay in view.
        let first = max(0, min(rows.count - canvas.height, focused + 3 - canvas.height))
        let label = labelWidth
        let input = min(52, canvas.width - label - 26)
        for (y, row) in rows.dropFirst(first).prefix(canvas.height).enumerated() {
            switch row {
            case .gap: break
            case .heading(let title): canvas.rule(title, y: y, width: canvas.width - 1)
            case .sentence(let text, let isOpen):
                canvas.put(text, x: label + 2, y: y, isOpen ? .gold : .dim, width: canvas.width - label - 3)
            case .candidates: drawCandidates(form, reading, on: canvas, x: label + 2, y: y)
            case .field(let field): draw(field, form, reading, on: canvas, y: y, label: label, input: input)
            }
        }
    }

    /// On a wide screen what was read stands beside the fields.
    private var fieldsWidth: Int { size.width >= 110 ? size.width - 42 : size.width }
    private var labelWidth: Int { fieldsWidth >= 100 ? 10 : 8 }

    /// The field under a point of the screen.
    func field(at point: Point, in form: Form) -> Form.Field? {
        let isWide = size.width >= 110
        let height = size.height - 3 - (isWide ? 2 : 3)
        let rows = rows(form, FormReading(form, scene), height: height)
        let focused = rows.firstIndex { if case .field(form.focus) = $0 { true } else { false } } ?? 0
        let index = max(0, min(rows.count - height, focused + 3 - height)) + point.y - 3
        guard rows.indices.contains(index), case .field(let field) = rows[index] else { return nil }
        return field
    }

    private func draw(
        _ field: Form.Field,
        _ form: Form,
        _ reading: FormReading,
        on canvas: Canvas,
        y: Int,
        label: Int,
        input: Int
    ) {
        let isFocused = field == form.focus
        if isFocused { canvas.put(.rowMark, x: label + 1, y: y, Style.gold.bold) }
        if field == .store {
            let title = form.number == nil ? words("登记", "register") : words("存下更正", "store")
            canvas.put(" \(title) ", x: label + 2, y: y, isFocused ? Style(.gold, on: .active, .bold) : .active)
            let missing = reading.missing
            canvas.put(
                missing.isEmpty
                    ? words("四定齐全，可以交办", "all four fixed")
                    : words.missing(missing) + words("，先存草稿", ": kept as a draft"),
                x: label + 14,
                y: y,
                missing.isEmpty ? .green : .gold
            )
            if isFocused { canvas.placeCursor(x: label + 2, y: y, isShown: false) }
            return
        }
        canvas.put(name(field), right: label, y: y, isFocused ? .text : .dim)
        let x = label + 2
        if Form.isChoice(field) {
            let value = field == .kind ? words.name(form.kind) : words.name(form.source)
            canvas.fill(Rect(x: x, y: y, width: input, height: 1), .field)
            canvas.put(value, x: x, y: y, isFocused ? Style.field.bold : .field, width: input)
            if isFocused { canvas.placeCursor(x: x, y: y) }
        } else {
            canvas.put(form[field], x: x, y: y, width: input, isFocused: isFocused)
        }
        drawVerdict(reading.verdicts[field], on: canvas, x: x + input + 1, y: y)
    }

    private func drawVerdict(_ verdict: FormReading.Verdict?, on canvas: Canvas, x: Int, y: Int) {
        let width = canvas.width - x - 1
        switch verdict {
        case .fine(let note)?:
            let used = canvas.put(.check, x: x, y: y, .green) + 1
            canvas.put(note, x: x + used, y: y, .dim, width: width - used)
        case .missing?: canvas.put(words("缺", "open"), x: x, y: y, Style.gold.bold)
        case .doubt?: canvas.put(words("看", "look"), x: x, y: y, Style.gold.bold)
        case .free(let note)?: canvas.put(note, x: x, y: y, .faint, width: width)
        case nil: break
        }
    }

    private func drawCandidates(_ form: Form, _ reading: FormReading, on canvas: Canvas, x: Int, y: Int) {
        var place = x
        for (index, candidate) in reading.candidates.enumerated() {
            let isChosen = index == form.candidate
            let text = candidate.note.isEmpty ? candidate.name : "\(candidate.name) \(candidate.note)"
            let width = canvas.columns(text) + 2
            if place + width > canvas.width { break }
            canvas.put(" \(text) ", x: place, y: y, isChosen ? Style(.gold, on: .active, .bold) : .dim)
            place += width + 1
        }
    }

    // MARK: Words

    func name(_ field: Form.Field) -> String {
        switch field {
        case .kind: words("类别", "kind")
        case .title: words("名称", "title")
        case .source: words("来源", "source")
        case .document: words("文号", "document")
        case .campaign: words("战役", "campaign")
        case .grid: words("网格", "grid")
        case .person: words("人", "person")
        case .post: words("岗", "post")
        case .quantity: words("量", "quantity")
        case .term: words("时", "limit")
        case .lead: words("牵头", "lead")
        case .supports: words("配合", "support")
        case .leader: words("责任领导", "leader")
        case .steps: words("步骤", "steps")
        case .remark: words("备注", "remark")
        case .rebound: words("反弹自", "rebound")
        case .store: ""
        }
    }

    /// What stands under the focused field: what to write, or how it was read.
    private func sentence(_ field: Form.Field, _ form: Form, _ reading: FormReading) -> (String, Bool)? {
        switch reading.verdicts[field] {
        case .missing(let text)?, .doubt(let text)?:
            if field == .quantity, case .missing? = reading.verdicts[field] {
                return (text + usedQuantities(form.kind), true)
            }
            return (text, true)
        default: break
        }
        switch field {
        case .kind:
            return (
                Kind.allCases.enumerated().map { "\($0.offset + 1) \(words.name($0.element))" }.joined(separator: "  "),
                false
            )
        case .source:
            return (
                Source.allCases.enumerated().map { "\(($0.offset + 1) % 10) \(words.name($0.element))" }
                    .joined(separator: " "), false
            )
        case .term: return reading.registration.term.map { (explain($0), false) }
        case .supports:
            return (
                words("空格隔开；只写单位是协助，「柳堤社区=32户!11-20」是分办", "by spaces; a name is told, name=32户!11-20 has a share"),
                false
            )
        case .steps:
            return (words("用；隔开，例如 现场勘察 11-23；开挖 @贺知远 11-26；验收", "by ; as: survey 11-23; dig @name 11-26"), false)
        default: return nil
        }
    }

    /// 「▸ 11-27 周五 工作日，从明日起第 5 个工作日」
    private func explain(_ term: Term) -> String {
        let (deadline, isEstimated) = term.deadline(issued: scene.today, calendar: scene.ledger.calendar)
        let day = deadline.day(scene.ledger.offset)
        let count = scene.ledger.calendar.workdays(after: scene.today, through: day)
        let date =
            "\(words.short(day, seenFrom: scene.today)) \(words.weekday(day)) \(words.kind(of: day, in: scene.ledger.calendar))"
        let span = count > 0 ? words("，从明日起第 \(count) 个工作日", ", \(count) working days from now") : ""
        var rest = ""
        if case .fixed = term, let note = words.reportBefore(day, scene.ledger.calendar, seenFrom: scene.today) {
            rest = words("，", ", ") + note
        }
        return "▸ \(date)\(span)\(isEstimated ? words("（估）", " (est.)") : "")\(rest)"
    }

    private func usedQuantities(_ kind: Kind) -> String {
        let used: [String] = scene.derived(UsedKey(kind: kind)) {
            var counts: [String: Int] = [:]
            for matter in scene.ledger.matters.values.lazy.filter({ $0.kind == kind }).prefix(500) {
                for line in matter.quantities { counts[line.unit, default: 0] += 1 }
            }
            return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key)
        }
        if used.isEmpty { return "" }
        return words("；用过的单位：", "; units used: ") + used.joined(separator: " ")
    }

    /// The panel as one line, where there is no room for it.
    private func message(_ form: Form, _ reading: FormReading) -> [Run] {
        if let first = reading.similar.first, form.number == nil, let matter = scene.matter(first.matter) {
            return [
                Run(words(" 相近 \(reading.similar.count) 件：", " alike \(reading.similar.count): "), Style.gold),
                Run("\(words.number(matter)) \(words.title(matter))"),
            ]
        }
        let missing = reading.missing
        if missing.isEmpty { return [Run(words(" 四定齐全；没有相近的在手事项", " all four fixed; nothing alike at hand"), .dim)] }
        return [Run(words(" 还不能交办：", " cannot be issued yet: ") + words.missing(missing), .gold)]
    }
}

private struct UsedKey: Hashable { let kind: Kind }
