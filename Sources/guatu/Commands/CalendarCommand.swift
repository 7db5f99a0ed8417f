import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu calendar`
struct CalendarCommand: Subcommand {
    static let name = "calendar"
    static let summary = Both(
        "日历：import 放假安排、rest 本地休息、work 本地上班",
        "calendar: import notices, local rest and work days"
    )
    static let details: Both? = Both(
        "import 的文件每行 日期,holiday 或 workday,名称；有五天以上的年份就是已公布的年份。\n受影响的时限不会自己改：列出来，由人用 guatu recount 确认。不写做什么就只列受影响的事项。",
        "A line of the file is DATE,holiday|workday,NAME; years with five days and more are the known ones.\n"
            + "No limit moves by itself: those affected are listed, to be confirmed with guatu recount."
    )
    static let examples = [
        "guatu calendar import 2027放假安排.csv", "guatu calendar rest 2026-11-25 --name 区庆", "guatu calendar work 11-28",
    ]

    @Argument(help: .both("import、rest 或 work", "import, rest or work", value: Both("做什么", "WHAT"))) var what: String?
    @Argument(help: .both("文件，或日期", "a file, or days", value: Both("文件或日期", "VALUE"))) var values: [String] = []
    @Option(help: .both("叫什么，如 区庆", "what the days are", value: .text)) var name: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: what != nil) { session in
            if let command = try command(session) {
                try session.tell(try session.journal.perform(command, by: try record.context(in: session)))
            }
            try listRecounts(session)
        }
    }

    private func command(_ session: Session) throws -> Command? {
        switch what {
        case nil: return nil
        case "import":
            guard let file = values.first else {
                throw Complaint.arguments(session.words("请写文件。", "Name the file."), command: Self.name)
            }
            let text = String(decoding: try Files.read(file), as: UTF8.self)
            return .replaceCalendar(try CalendarCommand.calendar(text, file: file, session))
        case "rest", "work":
            let title = CleanText(name ?? "").string
            return .adjustCalendar(
                try values.map { text in
                    let day = try DayPhrase.day(text, option: Self.name, in: session, looking: .ahead)
                    return WorkCalendar.Exception(day: day, isWorkday: what == "work", name: title)
                }
            )
        case .some(let what):
            throw Complaint.notOneOf(option: Self.name, text: what, allowed: ["import", "rest", "work"])
        }
    }

    /// A line for each matter whose limit the calendar in force would give otherwise.
    private func listRecounts(_ session: Session) throws {
        let words = session.words
        let ledger = try session.journal.load(.matching(.open)).ledger
        let recounts = ledger.recounts
        if recounts.isEmpty {
            let years = ledger.calendar.knownYears.sorted().map(String.init).joined(separator: words("、", ", "))
            session.output.say(
                words(
                    "放假安排已有 \(years) 年；没有时限受影响。",
                    "Days off are known for \(years); no limit is affected."
                )
            )
        }
        for (number, due) in recounts {
            guard let matter = ledger.matters[number], let old = matter.due else { continue }
            let now = words.limit(due, seenFrom: session.today, in: ledger)
            let was = words.limit(old, seenFrom: session.today, in: ledger)
            try session.output.line(
                words(
                    "\(words.number(matter)) \(words.title(matter))：时限 \(was)，按现行日历应为 \(now)；guatu recount \(number) [--keep]",
                    "\(words.number(matter)) \(words.title(matter)): limit \(was), would now be \(now); guatu recount \(number) [--keep]"
                )
            )
        }
    }

    /// Reads `date,kind,name` lines; a first line that begins with no date is the header.
    private static func calendar(_ text: String, file: String, _ session: Session) throws -> WorkCalendar {
        var days: [WorkCalendar.Exception] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                .map { CleanText(String($0)).string }
            if cells == [""] || (index == 0 && !cells[0].contains(where: \.isNumber)) { continue }
            guard cells.count >= 2, let day = Day(iso: cells[0]), let isWorkday = kinds[cells[1]] else {
                throw Complaint.arguments(
                    session.words(
                        "\(file) 第 \(index + 1) 行：应为 日期,holiday 或 workday,名称，如 2027-01-01,holiday,元旦。",
                        "\(file) line \(index + 1): expected DATE,holiday|workday,NAME."
                    ),
                    command: name
                )
            }
            days.append(.init(day: day, isWorkday: isWorkday, name: cells.count > 2 ? cells[2] : ""))
        }
        guard !days.isEmpty else {
            throw Complaint.arguments(
                session.words(
                    "\(file) 里没有放假或上班的日子；每行应为 日期,holiday 或 workday,名称，如 2027-01-01,holiday,元旦。",
                    "\(file) names no day; a line is DATE,holiday|workday,NAME."
                ),
                command: name
            )
        }
        let version = session.settings.calendar.version + 1
        // A notice has a dozen days of its own year, and now and then one of the year before or after.
        let years = Dictionary(grouping: days, by: \.day.year).filter { $0.value.count >= 5 }.keys
        return WorkCalendar(version: version, knownYears: Set(years), exceptions: days)
    }

    private static let kinds = ["holiday": false, "workday": true, "休息": false, "上班": true, "放假": false, "调休": true]
}
