import Canvas
import Ledger
import Supervision
import Text
import Words

/// What lies below the people: who is away in the next ten working days, the matters of the selected row, vacant posts.
struct RosterDetail {
    let scene: Scene
    private var words: Words { scene.words }
    private var ledger: Ledger { scene.ledger }

    init(_ scene: Scene) { self.scene = scene }

    // MARK: Of a row

    func matters(of row: RosterRows.Row) -> [MatterNumber] {
        switch row {
        case .person(let id): scene.rosterFigures.loads[id]?.all ?? []
        case .vacancy(let vacancy): vacancy.matters
        case .unmanned(let unit): scene.rosterFigures.unmanned[unit] ?? []
        case .idle: []
        }
    }

    func title(of row: RosterRows.Row) -> String {
        switch row {
        case .person(let id): words.person(id, in: ledger)
        case .vacancy(let vacancy): "\(words.unit(vacancy.unit, in: ledger)) \(vacancy.post.string)"
        case .unmanned(let unit): "\(words.unit(unit, in: ledger)) \(words.unmanned)"
        case .idle(let count): words.idle(count)
        }
    }

    /// What of a person's matters falls due while they are away.
    func mattersDue(of person: PersonID, during leave: Leave) -> [MatterNumber] {
        (scene.rosterFigures.loads[person]?.all ?? []).filter { number in
            scene.matter(number)?.due.map { leave.holds(on: $0.day(ledger.offset)) } ?? false
        }
    }

    func draw(_ row: RosterRows.Row, on canvas: Canvas) {
        let numbers = matters(of: row)
        var note: [Run] = []
        if case .person(let id) = row, let person = ledger.people[id] {
            let posts = person.posts.map(\.string).joined(separator: words("、", ", "))
            note = [Run("\(words.unit(person.unit, in: ledger)) \(posts)", .dim)]
        }
        canvas.rule([Run(title(of: row), Style.title.bold)], right: note, y: 0)
        if numbers.isEmpty {
            canvas.put(words.nothingToDo, x: 1, y: 1, .dim)
            return
        }
        let leave: Leave? =
            if case .person(let id) = row { ledger.leaves.last { $0.person == id && $0.through >= scene.today } } else {
                nil
            }
        let isMore = numbers.count > canvas.height - 1
        let shown = numbers.prefix(isMore ? canvas.height - 2 : canvas.height - 1)
        for (offset, number) in shown.enumerated() {
            guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { continue }
            let y = offset + 1
            canvas.put(judgement.light, words, x: 1, y: y)
            let limit = matter.due.map { words.short($0.day(ledger.offset), seenFrom: scene.today) } ?? ""
            let brief = words.brief(judgement)
            let isAway = matter.due.map { leave?.holds(on: $0.day(ledger.offset)) ?? false } ?? false
            let right = isAway ? words.duringLeave : brief
            let isBad = judgement.light == .red || judgement.light == .orange
            let used = canvas.put(
                right,
                right: canvas.width,
                y: y,
                isAway ? Style.gold.bold : isBad ? Style(judgement.light.ink) : .dim
            )
            let end = canvas.width - max(used, 8) - 2
            canvas.put(limit, right: end, y: y, .dim)
            canvas.put(words.title(matter), x: 4, y: y, .text, width: end - canvas.columns(limit) - 6)
        }
        if isMore {
            canvas.put(words.moreWithEnter(numbers.count - shown.count), x: 4, y: canvas.height - 1, .dim)
        }
    }

    // MARK: Away

    /// The next ten working days, today among them where it is one.
    private var days: [Day] {
        scene.supervisor.workdays(before: ledger.calendar.day(10, workdaysAfter: scene.today - 1) + 1, count: 10)
    }

    /// Who of a unit is away on one of them, soonest first.
    private func leaves(_ unit: UnitID?, through last: Day) -> [Leave] {
        let leaves = ledger.leaves.filter { leave in
            leave.through >= scene.today && leave.from <= last
                && unit.map { unit in ledger.people[leave.person].map { ledger.isUnit($0.unit, within: unit) } ?? false
                } ?? true
        }
        return leaves.sorted { ($0.from, $0.person) < ($1.from, $1.person) }
    }

    private func vacancies(_ unit: UnitID?) -> [RosterFigures.Vacancy] {
        scene.rosterFigures.vacancies.filter { vacancy in
            unit.map { ledger.isUnit(vacancy.unit, within: $0) } ?? true
        }
    }

    /// Rows that the longer of the two lists takes, heading and days included.
    func listRows(_ unit: UnitID?) -> Int {
        let away = days.last.map { leaves(unit, through: $0).count } ?? 0
        return max(away > 0 ? away + 2 : 2, vacancies(unit).count + 1)
    }

    /// Ten working days from today, two cells each, and a blank before each Monday where there is room for one.
    func drawAway(_ unit: UnitID?, on canvas: Canvas) {
        let days = days
        guard let last = days.last else { return }
        let leaves = leaves(unit, through: last)
        canvas.rule(
            [Run(words.awayTitle, Style.title.bold)],
            right: [Run(words.tenWorkdays, .dim)],
            x: 1,
            y: 0,
            width: canvas.width - 1
        )
        guard !leaves.isEmpty else {
            canvas.put(words.nobodyAway, x: 1, y: 1, .dim, width: canvas.width - 1)
            return
        }
        let mondays = zip(days, days.dropFirst()).count { $1.weekday < $0.weekday }
        let hasGaps = scene.measures.person + 1 + 20 + mondays < canvas.width
        // A blank between the name and the first day, where there is room for one.
        let name = min(scene.measures.person + 1, canvas.width - 21)
        var places: [Int] = []
        for (index, day) in days.enumerated() {
            let isMonday = hasGaps && index > 0 && day.weekday < days[index - 1].weekday
            places.append((places.last.map { $0 + 2 } ?? 1 + name) + (isMonday ? 1 : 0))
        }
        for (index, day) in days.enumerated() {
            let letter = String(words.weekdayLetter(day))
            canvas.put(letter, x: places[index], y: 1, day == scene.today ? Style.gold.bold : .dim, width: 2)
        }
        for (offset, leave) in leaves.prefix(canvas.height - 2).enumerated() {
            let y = offset + 2
            canvas.put(words.person(leave.person, in: ledger), x: 1, y: y, .text, width: name)
            for (index, day) in days.enumerated() {
                let x = places[index]
                if leave.holds(on: day) {
                    canvas.put(words.leaveMark, x: x, y: y, leave.standIn == nil ? Style.gold.bold : .text)
                } else {
                    canvas.put(.dot, x: x, y: y, .faint)
                }
            }
        }
    }

    // MARK: Vacant

    func drawVacant(_ unit: UnitID?, on canvas: Canvas) {
        let vacancies = vacancies(unit)
        canvas.rule(
            [Run(words.vacantPost, Style.title.bold)],
            right: [Run("\(vacancies.count)", vacancies.isEmpty ? .dim : Style.gold.bold)],
            y: 0
        )
        guard !vacancies.isEmpty else {
            canvas.put(words.noVacancy, x: 1, y: 1, .dim, width: canvas.width - 1)
            return
        }
        let unitWidth = vacancies.reduce(6) { max($0, canvas.columns(words.unit($1.unit, in: ledger))) }
        for (offset, vacancy) in vacancies.prefix(canvas.height - 1).enumerated() {
            let y = offset + 1
            canvas.put(words.unit(vacancy.unit, in: ledger), x: 1, y: y, .dim, width: unitWidth)
            var note = vacancy.since.map { words.vacant(days: scene.today - $0) } ?? ""
            if note.isEmpty { note = words.postWanted(vacancy.matters.count) }
            let used = canvas.put(note, right: canvas.width, y: y, .dim)
            canvas.put(vacancy.post.string, x: unitWidth + 3, y: y, .text, width: canvas.width - unitWidth - used - 5)
        }
    }
}
