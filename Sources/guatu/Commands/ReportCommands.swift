import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu report` has two meanings that never meet: a number reports that matter done (上报办结), a word makes a report.
enum ReportKind: String, CaseIterable {
    case daily, weekly, monthly, units

    static func named(_ text: String) -> ReportKind? {
        let words: [String: ReportKind] = [
            "日报": .daily, "周报": .weekly, "月报": .monthly, "单位": .units,
        ]
        return ReportKind(rawValue: text) ?? words[text]
    }
}

/// Makes the texts of ``ReportKind`` from the ledger: of a time that is over as the ledger stood at its end, whatever
/// happened since.
struct ReportMaker {
    /// At the end of the time that is reported, or now where it still runs.
    let session: Session
    private let kind: ReportKind
    private let span: (from: Day, through: Day)
    private let loaded: WorkingSet
    private var ledger: Ledger { loaded.ledger }
    private let supervisor: Supervisor
    /// Recorded for the day of a daily report when it was over (补记).
    private let late: Int

    /// - Parameter day: of a daily report; some day of the week or month of the others.
    init(_ present: Session, _ kind: ReportKind, day: Day?) throws {
        if let day, day > present.today { throw Complaint.refused(.dayAhead(day), present.settings) }
        self.kind = kind
        span = ReportMaker.span(of: kind, day, today: present.today)
        session = try present.looking(backTo: span.through)
        loaded = try session.journal.load(.atHand)
        supervisor = Supervisor(loaded.ledger, at: session.now)
        late =
            kind == .daily && session.today < present.today
            ? try ReportMaker.late(for: span.through, after: session.now, in: present) : 0
    }

    private static func span(of kind: ReportKind, _ day: Day?, today: Day) -> (from: Day, through: Day) {
        switch kind {
        case .daily, .units: (day ?? today, day ?? today)
        case .weekly: day.map { WeeklyReport.week(with: $0, today: today) } ?? WeeklyReport.week(of: today)
        case .monthly:
            { ($0.from, $0.through) }(MonthlyReport(month: day ?? today, today: today))
        }
    }

    private static func late(for day: Day, after end: Moment, in session: Session) throws -> Int {
        let ledger = try session.journal.load(.atHand).ledger
        return try Supervisor(ledger, at: session.now).touched(on: day).reduce(0) { count, number in
            try count
                + session.journal.history(of: number)
                .count { $0.event.day == day && $0.event.recorded > end && $0.event.origin == nil }
        }
    }

    /// The head of the journal, for paper.
    var head: String { loaded.position.hash.description }
    var committee: Committee { ledger.committee }

    func script() throws -> Script {
        let words = session.words
        var script = try plain()
        if session.past != nil { script.subtitle += words.dataAsOf(session.today) }
        if late > 0 { script.sections[0].lines.append(words.lateRecords(late)) }
        return script
    }

    private func plain() throws -> Script {
        let words = session.words
        switch kind {
        case .daily:
            let day = span.through
            let events = try supervisor.touched(on: day).flatMap { try session.journal.history(of: $0).map(\.event) }
            return words.script(supervisor.dailyReport(on: day, events: events), in: ledger)
        case .weekly: return words.script(supervisor.weeklyReport(span), in: ledger)
        case .monthly: return words.script(try monthly(of: span.through), in: ledger)
        case .units:
            let figures = supervisor.figures(supervisor.duties())
            return words.script(supervisor.unitFigures(), of: figures, on: session.today, in: ledger)
        }
    }

    /// Over all matters of the ledger, one after the other; of those that were extended the records say when.
    private func monthly(of day: Day) throws -> MonthlyReport {
        var report = MonthlyReport(month: day, today: session.today)
        var extended: [Matter] = []
        try session.journal.matters(Query()) { matter in
            if matter.extensions > 0 {
                extended.append(matter)
            } else {
                report.add(matter, extended: [], by: supervisor.judge)
            }
            return true
        }
        for matter in extended {
            let days = try session.journal.history(of: matter.number).compactMap { record -> Day? in
                guard case .extensionDecided(let decision) = record.event.fact, decision.isGranted else { return nil }
                return record.event.day
            }
            report.add(matter, extended: days, by: supervisor.judge)
        }
        return report
    }
}

extension Script {
    /// As text for a terminal or a file.
    func text() -> String {
        var lines = [title, subtitle]
        for section in sections {
            lines.append("")
            if !section.heading.isEmpty { lines.append(section.heading) }
            lines += section.lines
            guard !section.rows.isEmpty else { continue }
            var table = TextTable(
                columns: section.head.enumerated().map { .init(title: $1, alignment: $0 == 0 ? .left : .right) }
            )
            for row in section.rows { table.add(row) }
            lines.append(table.text(fitting: nil).trimmingEnd)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// `guatu brief`
struct BriefCommand: Subcommand {
    static let name = "brief"
    static let summary = Both("新同志一页纸：街道的账现在怎样、谁管什么、今天先看什么", "one page for a new colleague")
    static let examples = ["guatu brief", "guatu brief --unit 城建办"]

    @Option(help: .both("只讲一个单位", "of one unit", value: .unit)) var unit: String?
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let unit = try unit.map { try NameFinder(session).unit($0) }
            let ledger = try session.journal.load(.atHand).ledger
            let brief = Supervisor(ledger, at: session.now).brief(of: unit?.id)
            try session.output.put(session.words.script(brief, in: ledger).text())
        }
    }
}

/// `guatu since`
struct SinceCommand: Subcommand {
    static let name = "since"
    static let summary = Both("上次看过以后：新立、办结、新逾、延期、进展", "what happened since you last looked")
    static let details: Both? = Both(
        "每看一次记下时刻（只记在本人的设置里，台账不变）；--keep 不记，--from 从哪天的零点看起。",
        "Each look is remembered in your own settings, never in the ledger; --keep does not, --from looks back to a day."
    )
    static let examples = ["guatu since", "guatu since --from 周一"]

    @Option(help: .both("从哪天的零点看起", "since the beginning of this day", value: .day)) var from: String?
    @Flag(help: .both("不记下这次看过的时刻", "do not remember this look")) var keep = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let words = session.words
            let mark = LookMark(session)
            let day = try from.map { try DayPhrase.day($0, option: "--from", in: session, looking: .back) }
            let begin = day.map { Moment($0, minute: 0, offset: session.settings.offset) } ?? mark.last
            let since = begin ?? Moment(session.today - 1, minute: 0, offset: session.settings.offset)
            let ledger = try session.journal.load(.atHand).ledger
            let supervisor = Supervisor(ledger, at: session.now)
            var events: [Event] = []
            for number in supervisor.touched(since: since) {
                events += try session.journal.history(of: number).map(\.event)
            }
            let news = supervisor.news(since: since, events: events)
            try session.output.put(words.script(news, in: ledger).text())
            if !keep { mark.remember(session.now) }
        }
    }
}

/// When somebody last looked at a ledger with `guatu since`: in their own settings, one line a ledger.
struct LookMark {
    private let file: String
    private let folder: String
    private let path: String

    init(_ session: Session) {
        folder = session.surroundings.stateFolder
        file = folder + "/looks"
        path = Files.resolved(session.path) ?? Files.absolute(session.path)
    }

    private var lines: [String] {
        guard let bytes = try? Files.read(file) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    var last: Moment? {
        lines.last { $0.hasSuffix("\t" + path) }.flatMap { $0.split(separator: "\t").first }.flatMap { Int64($0) }.map {
            Moment(milliseconds: $0)
        }
    }

    /// Not being able to remember is no reason to stop.
    func remember(_ moment: Moment) {
        let kept = lines.filter { !$0.hasSuffix("\t" + path) } + ["\(moment.milliseconds)\t\(path)"]
        guard (try? Files.makeFolder(folder)) != nil else { return }
        try? Files.write(Array((kept.joined(separator: "\n") + "\n").utf8), to: file)
    }
}
