import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu duties`
struct RoutinesCommand: Subcommand {
    static let name = "duties"
    static let aliases = ["职责"]
    static let summary = Both("常规职责清单：今日应办和欠着的；--week 看一周", "recurring duties: due now; --week for a week")
    static let examples = ["guatu duties", "guatu duties --week --json", "guatu duties --week --of 11-16"]

    @Flag(help: .both("一周的勾办表", "the week, turn by turn")) var week = false
    @Option(help: .both("哪一天所在的周", "the week of this day", value: .day)) var of: String?
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let ledger = try session.journal.load(.reference).ledger
            let supervisor = Supervisor(ledger, at: session.now)
            let day = try of.map { try DayPhrase.day($0, option: "--of", in: session, looking: .back) }
            let list = RoutineList(supervisor: supervisor, words: session.words)
            let sheet = supervisor.routines(inWeekOf: day ?? supervisor.today)
            let isWeek = week || day != nil
            if json {
                try session.output.line(list.json(isWeek ? sheet : nil, indented: session.output.isTerminal))
            } else {
                try session.output.put(isWeek ? list.text(sheet) : list.text())
            }
        }
    }
}

/// `guatu tick-duty`
struct TickRoutineCommand: Subcommand {
    static let name = "tick-duty"
    static let aliases = ["勾职责"]
    static let summary = Both("勾一项常规职责", "tick a recurring duty")
    static let details: Both? = Both(
        "--due 是应办日，不写为最近一次应办；过了应办日勾的记为「补」。",
        "--due is the day it was due, else its last turn; ticked after that day it counts as late."
    )
    static let examples = ["guatu tick-duty 3", "guatu tick-duty 督查周报 --due 11-13 --by 温如许"]

    @Argument(help: .both("序号或名称", "number or name", value: Both("职责", "DUTY"))) var duty: String
    @Argument(help: .both("说明", "a remark", value: .text)) var text: String?
    @Option(help: .both("应办日", "the day it was due", value: .day)) var due: String?
    @Option(help: .both("由谁办的", "who did it", value: .person)) var by: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let ledger = try session.journal.load(.reference).ledger
            let routine = try ledger.diary.find(routine: duty, session)
            let context = try record.context(in: session)
            let done = context.day ?? session.today
            let due =
                try due.map { try DayPhrase.day($0, option: "--due", in: session, looking: .back) }
                ?? routine.lastDue(onOrBefore: done, calendar: ledger.calendar) ?? done
            let person = try by.map { try NameFinder(session).person($0, home: routine.unit).id }
            let command = OfficeCommand.tickRoutine(routine.id, due: due, by: person, text.map { CleanText($0) })
            try session.tell(try session.journal.perform(.daily(command), by: context))
        }
    }
}

/// `guatu duty`
struct RoutineCommand: Subcommand {
    static let name = "duty"
    static let summary = Both("常规职责的设定：add 新增、standard 六项通用职责、end 停办", "set up recurring duties: add, standard, end")
    static let details: Both? = Both(
        "周期：每日（每个工作日）、每周五、每月25日、每季度、每半年、每年。\n遇休息日：before 提前（默认）、after 顺延、same 照常、skip 免。",
        "Cycles: daily, 'weekly 5', 'monthly 25', quarterly, halfYearly, yearly. On a rest day: before, after, same or skip."
    )
    static let examples = [
        "guatu duty standard", "guatu duty add 河长巡河 --cycle 每周二 --rest after --person 吴思远 --at 17:30",
        "guatu duty end 河长巡河",
    ]

    @Argument(help: .both("add、standard 或 end", "add, standard or end", value: Both("做什么", "WHAT"))) var what: String
    @Argument(help: .both("名称（停办可写序号）", "its name", value: Both("职责", "DUTY"))) var duty: String?
    @Option(help: .both("周期", "how often", value: Both("周期", "CYCLE"))) var cycle: String = "daily"
    @Option(help: .both("遇休息日", "on a rest day", value: Both("办法", "WHAT"))) var rest: String = "before"
    @Option(help: .both("几点前", "by what time", value: Both("时刻", "TIME"))) var at: String?
    @Option(help: .both("由哪个单位办", "the unit", value: .unit)) var unit: String?
    @Option(help: .both("由谁办", "the person", value: .person)) var person: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let commands = try commands(session)
            let receipt = try session.journal.perform(
                commands.map { .daily($0) },
                by: try record.context(in: session),
                expecting: [:]
            )
            try session.tell(receipt)
        }
    }

    private func commands(_ session: Session) throws -> [OfficeCommand] {
        switch what {
        case "add": return [.addRoutine(try routine(session))]
        case "standard":
            let known = Set(try session.journal.load(.reference).ledger.diary.routines.values.map(\.name))
            let new = Routine.standard(from: session.today).filter { !known.contains($0.name) }
            if new.isEmpty { throw JournalError.refused(.nothingChanged) }
            return new.map { .addRoutine($0) }
        case "end":
            guard let duty else {
                throw Complaint.arguments(session.words("请写职责。", "Name the duty."), command: Self.name)
            }
            let diary = try session.journal.load(.reference).ledger.diary
            return [.endRoutine(try diary.find(routine: duty, session).id)]
        default: throw Complaint.notOneOf(option: Self.name, text: what, allowed: ["add", "standard", "end"])
        }
    }

    private func routine(_ session: Session) throws -> Routine {
        guard let duty else {
            throw Complaint.arguments(session.words("请写名称。", "Give its name."), command: Self.name)
        }
        let cycle = try cycle(session)
        let finder = NameFinder(session)
        var routine = Routine(
            name: CleanText(duty),
            cycle: cycle,
            restDay: try choice(rest, option: "--rest", session.words) { $0.name($1) },
            start: session.today
        )
        routine.unit = try unit.map { try finder.unit($0).id }
        routine.person = try person.map { try finder.person($0, home: routine.unit).id }
        routine.minute = try at.map { try Minute(typed: $0, option: "--at").value }
        return routine
    }

    /// 每周五, as a limit is typed, or `weekly 5`.
    private func cycle(_ session: Session) throws(Complaint) -> Cycle {
        if let cycle = Cycle(cycle) { return cycle }
        if case .cycle(let cycle)? = DayPhrase.term(CleanText(cycle).string, today: session.today) { return cycle }
        let examples = ["每日", "每周五", "每月25日", "每季度", "每半年", "每年"]
        let english = ["daily", "weekly 1", "monthly 25", "quarterly", "halfYearly", "yearly"]
        throw .notOneOf(option: "--cycle", text: cycle, allowed: session.words.language == .zh ? examples : english)
    }
}

/// A time of day, 17:30.
struct Minute {
    let value: Int

    init(typed text: String, option: String) throws(Complaint) {
        let parts = text.split(whereSeparator: { ":：".contains($0) }).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { throw .notOneOf(option: option, text: text, allowed: ["08:10", "17:30"]) }
        value = hour * 60 + minute
    }
}

extension Diary {
    /// A recurring duty by its number or its name.
    func find(routine text: String, _ session: Session) throws -> Routine {
        if let number = Int(text) {
            guard let routine = routines[RoutineID(number)] else {
                throw JournalError.refused(.daily(.noSuchRoutine(RoutineID(number))))
            }
            return routine
        }
        if let routine = routines.values.first(where: { $0.name.string == text && $0.ended == nil }) { return routine }
        let names = routines.values.filter { $0.ended == nil }.sorted { $0.id < $1.id }.map(\.name.string)
        throw Complaint.notOneOf(option: session.words("职责", "duty"), text: text, allowed: names)
    }
}

/// Recurring duties as text or JSON.
struct RoutineList {
    let supervisor: Supervisor
    let words: Words

    private var ledger: Ledger { supervisor.ledger }

    func text() -> String {
        let turns = supervisor.routinesNow()
        let today = supervisor.today
        var lines = [
            words(
                "\(words.long(today)) \(words.weekday(today)) 常规职责",
                "recurring duties, \(words.weekday(today)) \(words.long(today))"
            )
        ]
        if ledger.diary.routines.isEmpty {
            lines.append(words("还没有设定。六项通用职责：guatu duty standard", "None yet: guatu duty standard"))
        } else if turns.isEmpty {
            lines.append(words("今日没有应办的。", "Nothing is due today."))
        }
        var table = TextTable(columns: (0..<5).map { _ in .init(title: "") }, hasTitles: false)
        for turn in turns {
            guard let routine = ledger.diary.routines[turn.routine] else { continue }
            table.add([
                "  \(routine.id)", words.letter(turn.mark), routine.name.string, owner(routine),
                words.mark(turn, seenFrom: today),
            ])
        }
        return lines.joined(separator: "\n") + "\n" + table.text(fitting: nil)
    }

    func text(_ sheet: RoutineSheet) -> String {
        let counts = sheet.counts
        let head = words(
            "\(words.short(sheet.first)) 至 \(words.short(sheet.last))  应办 \(counts.due)  已办 \(counts.done)  补记 \(counts.late)  缺 \(counts.missed)  逾 \(counts.overdue)  今日待办 \(counts.todo)",
            "\(words.short(sheet.first)) to \(words.short(sheet.last)): due \(counts.due), done \(counts.done), late \(counts.late), missed \(counts.missed), overdue \(counts.overdue), to do \(counts.todo)"
        )
        let days = (0...(sheet.last - sheet.first)).map { sheet.first + $0 }
        var columns: [TextTable.Column] = [
            .init(title: words("序号", "no.")), .init(title: words("周期", "cycle")), .init(title: words("职责", "duty")),
            .init(title: words("责任人", "who")),
        ]
        columns += days.map { .init(title: words.weekdayLetter($0) + "\($0.dayOfMonth)") }
        columns.append(.init(title: words("本月", "month")))
        var table = TextTable(columns: columns)
        for row in sheet.rows {
            let cells = days.map { row.turn(on: $0).map { words.letter($0.mark) } ?? "·" }
            table.add(
                ["\(row.routine.id)", words.name(row.routine.cycle), row.routine.name.string, owner(row.routine)]
                    + cells
                    + ["\(row.doneThisMonth)/\(row.dueThisMonth)"]
            )
        }
        return head + "\n" + table.text(fitting: nil)
    }

    private func owner(_ routine: Routine) -> String {
        let person = words.person(routine.person, in: ledger)
        return person.isEmpty ? words.unit(routine.unit, in: ledger) : person
    }

    func json(_ sheet: RoutineSheet?, indented: Bool) -> String {
        let turns = sheet?.rows.flatMap(\.turns) ?? supervisor.routinesNow()
        var json = JSONText(indented: indented)
        json.object { json in
            json.field("schema", 1)
            json.field("day", supervisor.today.iso)
            json.field("turns", array: turns) { json, turn in
                json.object { json in
                    guard let routine = ledger.diary.routines[turn.routine] else { return }
                    json.field("duty", routine.id.rawValue)
                    json.field("name", routine.name.string)
                    json.field("cycle", routine.cycle.text)
                    json.field("owner", owner(routine))
                    json.field("due", turn.due.iso)
                    json.field("mark", turn.mark.name)
                    json.field("done", turn.tick?.day.iso)
                    json.field("by", turn.tick.map { words.person($0.person, in: ledger) })
                }
            }
        }
        return json.text
    }
}

extension RoutineTurn {
    var tick: Routine.Tick? {
        switch mark {
        case .done(let tick), .late(let tick): tick
        default: nil
        }
    }
}

extension RoutineMark {
    /// The name in JSON.
    fileprivate var name: String {
        switch self {
        case .done: "done"
        case .late: "late"
        case .todo: "todo"
        case .overdue: "overdue"
        case .missed: "missed"
        case .ahead: "ahead"
        }
    }
}
