import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// What every recorded action takes beside its own words.
struct RecordOptions: ParsableArguments {
    @Option(
        help: .both(
            "代录：经手的单位或人员（谁说的、谁签的）",
            "recorded for: the unit or person who said or signed it",
            value: Both("单位或姓名", "NAME")
        )
    )
    var behalf: String?
    @Option(
        help: .both(
            "代录方式：电话、微信、纸质、会上、现场",
            "how it came: phone, wechat, paper, meeting, onSite",
            value: Both("方式", "CHANNEL")
        )
    )
    var channel: String?
    @Option(help: .both("补记：属于哪一天，如 昨天、11-18", "late record: the day it belongs to, as yesterday", value: .day))
    var day: String?
    @Option(help: .both("代录审批的批准日（不写为当天）", "of an approval recorded for a leader: the day it was given", value: .day))
    var approved: String?
    @Option(
        help: .both(
            "文号，如上级同意的函；可写几次",
            "a document number, as of a consent; may be repeated",
            value: Both("文号", "DOCUMENT")
        )
    )
    var document: [String] = []
    @Option(
        help: .both("附件的名称或存放处；可写几次", "name or place of an attachment; may be repeated", value: Both("附件", "PLACE"))
    )
    var attach: [String] = []
    @Option(help: .both("只在仍是这一版时记录", "only if the matter still has this version", value: Both("版本", "VERSION")))
    var expect: Int?
    @Flag(help: .both("记录后输出 JSON", "then print the matter as JSON")) var json = false

    func context(in session: Session) throws -> Context {
        var behalf: Behalf?
        if let name = self.behalf {
            guard let channel else { throw Complaint.behalfNeedsChannel }
            let way: Channel = try choice(channel, option: "--channel", session.words) { $0.name($1) }
            behalf = try NameFinder(session).behalf(name, channel: way)
            behalf?.day = try approved.map { try DayPhrase.day($0, option: "--approved", in: session, looking: .back) }
        } else if channel != nil {
            throw Complaint.channelNeedsBehalf
        }
        let day = try day.map { try DayPhrase.day($0, option: "--day", in: session, looking: .back) }
        var context = try session.context(behalf: behalf, day: day)
        context.references =
            document.map { Reference(.document, CleanText($0)) } + attach.map { Reference(.attachment, CleanText($0)) }
        return context
    }
}

/// A command that does one thing with the matters it names.
protocol ActionCommand: Subcommand {
    var number: String { get }
    var record: RecordOptions { get }

    /// What to do with a matter. Names and days are read here; the rules are the ledger's.
    func command(on matter: Matter, in session: Session) throws -> Command

    /// A sentence about what was recorded that the person typing should think about; nil where there is none.
    func notice(of receipt: Receipt, after matter: Matter, in session: Session) throws -> String?
}

extension ActionCommand {
    func run(_ surroundings: Surroundings) throws { try act(surroundings) }

    func notice(of receipt: Receipt, after matter: Matter, in session: Session) throws -> String? { nil }

    func act(_ surroundings: Surroundings) throws {
        let numbers = try TypedNumber.list(number)
        try withSession(surroundings, writing: true) { session in
            let context = try record.context(in: session)
            let before = try session.journal.load(.matters(numbers.map(\.number))).ledger
            var done = 0
            for typed in numbers {
                do {
                    try perform(on: typed, as: before, by: context, in: session)
                    done += 1
                } catch let complaint as Complaint {
                    // One matter refused is the whole answer; of several the others go on.
                    guard numbers.count > 1 else { throw complaint }
                    session.output.say("\(typed.number): \(complaint.sentence(session.words))")
                }
            }
            if done == 0 { throw Ended(status: ExitStatus.failed) }
            if done < numbers.count { throw Ended(status: ExitStatus.partly) }
        }
    }

    private func perform(on typed: TypedNumber, as before: Ledger, by context: Context, in session: Session) throws {
        do {
            let matter = try MatterFinder(session).check(typed, in: before)
            let command = try command(on: matter, in: session)
            let expected = record.expect.map { [matter.number: $0] } ?? [:]
            let receipt = try session.journal.perform([command], by: context, expecting: expected)
            try Outcome(session).tell(typed, after: matter, receipt, asJSON: record.json)
            // The next turn of work that comes again.
            for number in receipt.created where !record.json {
                try Outcome(session).tell(TypedNumber(number: number, kind: nil), asJSON: false)
            }
            if let notice = try notice(of: receipt, after: matter, in: session) { session.output.say(notice) }
        } catch let JournalError.refused(refusal) {
            throw Complaint.refused(refusal, try session.journal.load(.reference).ledger)
        }
    }
}

/// What is printed after something was recorded.
struct Outcome {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// The matter as it stands now, and below it what was recorded where that line cannot show it: a slip, an answer, an
    /// extension that was asked for.
    func tell(_ typed: TypedNumber, after before: Matter, _ receipt: Receipt, asJSON: Bool) throws {
        try tell(typed, asJSON: asJSON)
        if asJSON { return }
        let set = try session.journal.load(.matters([before.number])).ledger
        guard let after = set.matters[before.number], sentence(before, in: set) == sentence(after, in: set) else {
            return
        }
        let ledger = try session.journal.load(.reference).ledger
        for record in receipt.records where record.event.matter == before.number {
            // The words of a track were typed a moment ago.
            if case .tracked = record.event.fact { continue }
            try session.output.line("  " + session.words.sentence(record.event, in: ledger))
        }
    }

    /// The matter as it stands now: one line, or JSON.
    func tell(_ typed: TypedNumber, asJSON: Bool) throws {
        let view = try MatterFinder(session).views([typed])[0]
        if asJSON {
            var json = JSONText(indented: session.output.isTerminal)
            json.object { json in
                json.field("schema", 1)
                view.write(to: &json)
            }
            return try session.output.line(json.text)
        }
        try session.output.line(sentence(view.matter, in: view.ledger))
    }

    /// 「督147 拓宽湖东路：办理中，时限 2026-12-01 周二，缺定量」
    private func sentence(_ matter: Matter, in ledger: Ledger) -> String {
        let words = session.words
        var parts = [words.name(matter.stage), words.turn(matter)].filter { !$0.isEmpty }
        if let due = matter.limitDay(ledger.offset) {
            let estimated = session.settings.calendar.isEstimated(due) ? words("（估）", " (est.)") : ""
            var hour = ""
            if case .moment(let moment)? = matter.due { hour = " " + words.time(moment, ledger.offset) }
            parts.append(words("时限 ", "limit ") + "\(due.iso) \(words.weekday(due))\(hour)" + estimated)
            if [.draft, .pending, .issued, .inHand].contains(matter.stage),
                let note = words.reportBefore(due, session.settings.calendar, seenFrom: session.today)
            {
                parts.append(note)
            }
        } else if let term = matter.term {
            parts.append(words("时限 \(words.name(term))", "limit \(words.name(term))"))
        }
        if let line = matter.quantity { parts.append(words.quantity(line)) }
        if !matter.missing.isEmpty, matter.stage.isOpen { parts.append(words.missing(of: matter)) }
        return "\(words.number(matter)) \(words.title(matter))" + words("：", ": ")
            + parts.joined(separator: words("，", ", "))
    }
}
