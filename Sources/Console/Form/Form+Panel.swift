import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

// Right of a form: the card as it will look, when it will be chased, what is like it, what still stops it.
extension State {
    func drawPanel(_ form: Form, _ reading: FormReading, on canvas: Canvas) {
        var y = drawCard(reading, on: canvas, y: 0) + 1
        y = drawLadder(reading, on: canvas, y: y) + 1
        y = drawSimilar(form, reading, on: canvas, y: y) + 1
        canvas.rule(words("还缺什么", "Still open"), y: y)
        let missing = reading.missing
        if missing.isEmpty {
            canvas.put(
                "✓ " + words("四定齐全，登记后可提交、交办", "all four fixed: can be issued"),
                x: 0,
                y: y + 1,
                .green,
                width: canvas.width
            )
        } else {
            canvas.put(
                "✗ " + words.missing(missing) + words("：可先存，交办前补", ": store now, write before it is issued"),
                x: 0,
                y: y + 1,
                .gold,
                width: canvas.width
            )
        }
        canvas.put(
            "  " + words("编号在登记时给出", "its number is given when stored"),
            x: 0,
            y: y + 2,
            .dim,
            width: canvas.width
        )
    }

    private var offset: Offset { scene.ledger.offset }

    private func limit(_ reading: FormReading) -> Day? {
        reading.registration.term.map {
            $0.deadline(issued: scene.today, calendar: scene.ledger.calendar).deadline.day(offset)
        }
    }

    private func drawCard(_ reading: FormReading, on canvas: Canvas, y: Int) -> Int {
        canvas.rule(words("交办后的样子", "As it will look"), y: y)
        let new = reading.registration
        canvas.put(Light.grey, words, x: 1, y: y + 1)
        let title = words.text(new.title)
        canvas.put(
            title.isEmpty ? words("（还没有名称）", "(no title yet)") : title,
            x: 4,
            y: y + 1,
            title.isEmpty ? .dim : Style.title.bold,
            width: canvas.width - 4
        )
        let unit = words.unit(new.lead, in: scene.ledger)
        let person = words.person(new.person, in: scene.ledger)
        canvas.put("\(unit) \(person)", x: 4, y: y + 2, .dim, width: canvas.width - 16)
        if let limit = limit(reading) {
            let left = scene.ledger.calendar.workdays(after: scene.today, through: limit)
            canvas.put(words("余 \(left) 日", "\(left) days"), right: canvas.width, y: y + 2, .dim)
            canvas.put(words.short(limit, seenFrom: scene.today), right: canvas.width, y: y + 3, .dim)
        }
        canvas.put(.barRest, x: 4, y: y + 3, .faint, count: 8)
        let quantity = new.quantities.first.map { "0/\(words.amount($0.target)) \($0.unit)" } ?? ""
        canvas.put(quantity, x: 13, y: y + 3, .dim, width: canvas.width - 24)
        return y + 4
    }

    private func drawLadder(_ reading: FormReading, on canvas: Canvas, y: Int) -> Int {
        canvas.rule(words("会怎样督办", "How it will be chased"), y: y)
        guard let limit = limit(reading) else {
            canvas.put(words("写了时限就算得出日期", "dates follow from the limit"), x: 1, y: y + 1, .dim)
            return y + 2
        }
        let calendar = scene.ledger.calendar
        let rules = scene.ledger.rules(on: scene.today)
        func short(_ day: Day) -> String { words.short(day, seenFrom: scene.today) }
        let near = calendar.day(-rules.nearWorkdays, workdaysAfter: limit)
        let red = limit + 1
        let chase = calendar.day(1, workdaysAfter: limit)
        let answer = calendar.day(3, workdaysAfter: limit)
        var rows: [(String, String)] = []
        if near > scene.today {
            rows.append(
                (
                    short(near),
                    words("临期：剩 \(rules.nearWorkdays) 个工作日，提醒", "near: \(rules.nearWorkdays) working days left")
                )
            )
        }
        if !reading.registration.quantities.isEmpty, reading.registration.kind == .target {
            rows.append(
                (
                    words("平时", "daily"),
                    words("落后 \(rules.behindPoints) 个百分点起须跟踪", "tracked from \(rules.behindPoints) points behind")
                )
            )
        }
        rows.append((short(red), words("逾期", "overdue")))
        rows.append((short(chase), words("逾 1 个工作日：催办单", "1 working day over: a reminder slip")))
        rows.append((short(answer), words("没有答复：督办单", "no answer: a supervision slip")))
        for (index, row) in rows.enumerated() {
            canvas.put(row.0, x: 1, y: y + 1 + index, .dim)
            canvas.put(row.1, x: 8, y: y + 1 + index, width: canvas.width - 8)
        }
        return y + 1 + rows.count
    }

    private func drawSimilar(_ form: Form, _ reading: FormReading, on canvas: Canvas, y: Int) -> Int {
        let closed = closedSimilar(form.typed(.title))
        let count = reading.similar.count + closed.count
        canvas.rule(words("相近的事项", "Alike"), right: count > 0 ? "\(count)" : "", y: y)
        if count == 0 {
            canvas.put(words("没有", "none"), x: 1, y: y + 1, .dim)
            return y + 2
        }
        var row = y + 1
        for similar in reading.similar.prefix(4) {
            guard let matter = scene.matter(similar.matter) else { continue }
            canvas.put(scene.judgement(of: matter).light, words, x: 1, y: row)
            canvas.put(words.number(matter), right: canvas.width, y: row, .dim)
            canvas.put(
                words.title(matter),
                x: 4,
                y: row,
                similar.isStrong ? Style.gold : .text,
                width: canvas.width - 11
            )
            row += 1
        }
        for matter in closed.prefix(2) {
            canvas.put(Light.blue, words, x: 1, y: row)
            canvas.put(words.number(matter), right: canvas.width, y: row, .dim)
            canvas.put(words.title(matter), x: 4, y: row, .dim, width: canvas.width - 11)
            row += 1
        }
        return row
    }

    /// Settled matters with a like title, as far as they were looked up.
    func closedSimilar(_ title: String) -> [Matter] {
        guard let found = lookedUp?.matters, title.count >= 4 else { return [] }
        let column = TextColumn(found.map(words.title))
        return column.alike(title, atLeast: 35, limit: 3).map { found[$0.row] }
    }
}
