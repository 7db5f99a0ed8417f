import Canvas
import Ledger
import Supervision
import Text
import Words

/// One card: light and title; unit, person and the days; what stands behind it.
struct BoardCard {
    private let scene: Scene
    private let matter: Matter
    private let judgement: Judgement
    private let filter: Filter
    private var words: Words { scene.words }

    init?(_ scene: Scene, _ number: MatterNumber, filter: Filter) {
        guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { return nil }
        self.scene = scene
        self.matter = matter
        self.judgement = judgement
        self.filter = filter
    }

    /// Draws it; its first cell is for the mark.
    /// - Parameter isWide: in two rows over the full width.
    func draw(isWide: Bool, isSelected: Bool, on canvas: Canvas) {
        let title = isSelected ? Style.title.bold : matter.stage == .settled ? .dim : .text
        canvas.put(judgement.light, words, x: 1, y: 0)
        if isWide {
            drawWide(title, on: canvas)
            return
        }
        canvas.put(words.title(matter), x: 4, y: 0, title, width: canvas.width - 4, finding: filter)
        switch matter.stage {
        case .settled: drawSettled(on: canvas)
        case .issued:
            second(words.name(matter.source), .dim, on: canvas)
            third(signing, judgement.light == .orange ? .orange : .dim, on: canvas)
        case .reported:
            second(matter.quantity.map(words.quantity) ?? "", .dim, on: canvas)
            let day = matter.reported.map { words.reportedOn($0.day(scene.ledger.offset)) } ?? ""
            third(
                "\(day)  \(words.brief(judgement))",
                isReviewDue ? .gold : judgement.light == .red ? .red : .dim,
                on: canvas
            )
        case .draft, .pending:
            second(words.name(matter.source), .dim, on: canvas)
            third(words.missing(matter.missing), matter.missing.isEmpty ? .dim : .gold, on: canvas)
        case .parked, .suspended:
            second(words.brief(judgement), .dim, on: canvas)
            third(matter.parking.map { words.text($0.reason) } ?? "", .dim, on: canvas)
        default:
            second(words.brief(judgement), daysStyle, on: canvas)
            drawWork(on: canvas)
        }
    }

    // MARK: Rows

    /// Unit and person, and at the right end a short fact. Names are whole or not there at all.
    private func second(_ fact: String, _ style: Style, on canvas: Canvas) {
        let used = canvas.put(fact, right: canvas.width, y: 1, style)
        var room = canvas.width - 4 - used - (used > 0 ? 1 : 0)
        let unit = words.unit(matter.lead, in: scene.ledger)
        let person = words.person(matter.person, in: scene.ledger)
        let who = person.isEmpty ? Run(words.missingPerson, Style.gold.bold) : Run(person, .dim)
        // The person is whom to call; the unit follows from it.
        let hasUnit = canvas.columns(unit) + 1 + canvas.columns(who.text) <= room
        var x = 4
        if hasUnit, !unit.isEmpty {
            x += canvas.put(unit, x: x, y: 1, .dim) + 1
            room -= x - 4
        }
        if canvas.columns(who.text) <= room { canvas.put([who], x: x, y: 1) }
    }

    private func third(_ text: String, _ style: Style, on canvas: Canvas) {
        canvas.put(text, x: 4, y: 2, style, width: canvas.width - 4)
    }

    /// The bar with what is done and what should be, and the limit while there is room; without a quantity what holds it up.
    private func drawWork(on canvas: Canvas) {
        let limit = matter.due.map { words.short($0.day(scene.ledger.offset)) } ?? ""
        guard matter.hasPlan, let quantity = matter.quantity else {
            let note = matter.blocker.map { words.stuck(words.text($0)) } ?? words.name(matter.source)
            let used = limit.isEmpty ? 0 : canvas.put(limit, right: canvas.width, y: 2, .dim) + 1
            canvas.put(note, x: 4, y: 2, .dim, width: canvas.width - 4 - used)
            return
        }
        let expected = judgement.plan?.expected ?? 1000
        canvas.put(
            Bar(done: matter.progress, planned: expected, total: 1000),
            .owed,
            x: 4,
            y: 2,
            width: 8,
            light: judgement.light.ink
        )
        let amount = words.quantity(quantity)
        let room = canvas.width - 13
        canvas.put(amount, x: 13, y: 2, .text, width: room)
        if canvas.columns(amount) + 1 + canvas.columns(limit) <= room {
            canvas.put(limit, right: canvas.width, y: 2, .dim)
        }
    }

    /// History, in two rows.
    private func drawSettled(on canvas: Canvas) {
        let fact = words.brief(judgement)
        let used = canvas.put(fact, right: canvas.width, y: 1, .dim)
        let day = matter.settled.map { words.short($0) } ?? ""
        let unit = words.unit(matter.lead, in: scene.ledger)
        let room = canvas.width - 5 - used
        // A name is never cut: the day goes.
        let text = [day, unit].filter { !$0.isEmpty }.joined(separator: " ")
        canvas.put(canvas.columns(text) <= room ? text : unit, x: 4, y: 1, .dim, width: room)
    }

    private func drawWide(_ title: Style, on canvas: Canvas) {
        let reason =
            switch judgement.reason {
            case .waitingSignature: signing
            // The quantity stands beside its bar.
            case .behind: words.brief(judgement)
            default: words.reason(judgement, of: matter)
            }
        let used = canvas.put(reason, right: canvas.width, y: 0, daysStyle)
        let number = words.number(matter)
        canvas.put(number, x: 4, y: 0, .dim)
        let start = 4 + scene.measures.number + 1
        canvas.put(words.title(matter), x: start, y: 0, title, width: canvas.width - start - used - 2, finding: filter)
        let unit = words.unit(matter.lead, in: scene.ledger)
        let person = words.person(matter.person, in: scene.ledger)
        var x = start + canvas.put(unit, x: start, y: 1, .dim) + (unit.isEmpty ? 0 : 1)
        x += canvas.put(
            [person.isEmpty ? Run(words.missingPerson, Style.gold.bold) : Run(person, .dim)],
            x: x,
            y: 1
        )
        let limit = matter.due.map { words.limit($0.day(scene.ledger.offset)) } ?? ""
        let end = canvas.width - canvas.put(limit, right: canvas.width, y: 1, .dim) - 2
        let barStart = max(x + 2, start + scene.measures.unit + scene.measures.person + 3)
        guard matter.hasPlan, matter.stage == .inHand, let quantity = matter.quantity, barStart + 20 < end else {
            return
        }
        canvas.put(
            Bar(done: matter.progress, planned: judgement.plan?.expected ?? 1000, total: 1000),
            .owed,
            x: barStart,
            y: 1,
            width: 12,
            light: judgement.light.ink
        )
        canvas.put(words.quantity(quantity), x: barStart + 13, y: 1, .text, width: end - barStart - 13)
    }

    // MARK: Parts

    private var signing: String {
        let days = scene.ledger.rules(on: scene.today).signWorkdays
        if case .unsigned = judgement.reason { return words.reason(judgement, of: matter) }
        guard let issued = matter.issued else { return words.brief(judgement) }
        return words.signBy(scene.ledger.calendar.day(days, workdaysAfter: issued))
    }

    /// The office itself is late with its review.
    private var isReviewDue: Bool {
        if case .waitingReview(_, let waited, let limit) = judgement.reason { waited >= limit } else { false }
    }

    private var daysStyle: Style {
        switch judgement.light {
        case .red, .orange, .yellow: Style(judgement.light.ink)
        default: .dim
        }
    }
}
