import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu daily`
struct DailyCommand: Subcommand {
    static let name = "daily"
    static let summary = Both("今日清单：须跟踪、逾期、到期、过夜等", "today's duties")
    static let details: Both? = Both(
        "漏跟踪只供督办员自查，不打印、不上墙：加 --gaps 才列出。",
        "Missed tracks are the clerk's own and are listed only with --gaps."
    )

    @Flag(help: .both("也列漏跟踪（仅供自查）", "missed tracks too")) var gaps = false
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let ledger = try session.journal.load(.atHand).ledger
            let supervisor = Supervisor(ledger, at: session.now)
            let duties = supervisor.duties().filter { duty in
                if case .gap = duty.kind { gaps } else { true }
            }
            let list = DutyList(duties: duties, supervisor: supervisor, words: session.words)
            if json {
                try session.output.line(list.json(indented: session.output.isTerminal))
            } else {
                try session.output.put(list.text())
            }
        }
    }
}

/// Today's duties as text or JSON.
struct DutyList {
    let duties: [Duty]
    let supervisor: Supervisor
    let words: Words

    private var ledger: Ledger { supervisor.ledger }

    func text() -> String {
        let today = supervisor.today
        var lines = [
            words(
                "\(ledger.committee.name.string) \(words.long(today)) \(words.weekday(today)) \(words.kind(of: today, in: ledger.calendar)) 今日清单",
                "\(ledger.committee.name.string), duties of \(words.weekday(today)) \(words.long(today)), \(words.kind(of: today, in: ledger.calendar))"
            )
        ]
        lines += words.lines(supervisor.outlook())
        lines += supervisor.missedMeetings().map { words.sentence($0, seenFrom: today, in: ledger) }
        let morning = supervisor.morning()
        if duties.isEmpty, morning.isEmpty { lines += ["", words("今日没有应办的事。", "Nothing is due today.")] }
        lines += words.lines(morning, seenFrom: today, in: ledger)
        for group in groups {
            lines += ["", words("\(group.title) \(group.duties.count) 件", "\(group.title): \(group.duties.count)")]
            for duty in group.duties {
                guard let matter = ledger.matters[duty.matter] else { continue }
                lines.append("  \(words.letter(duty.judgement.light)) \(words.head(matter, in: ledger))")
                lines.append("     " + sentence(duty, of: matter))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The sentence of a duty; of a limit on a day off, by when it has to be reported.
    private func sentence(_ duty: Duty, of matter: Matter) -> String {
        let sentence = words.sentence(duty)
        guard [.near, .dueToday].contains(duty.kind), let limit = matter.limitDay(ledger.offset),
            let note = words.restNote(limit, ledger.calendar, seenFrom: supervisor.today), note != sentence
        else { return sentence }
        return sentence + words("；", "; ") + note
    }

    func json(indented: Bool) -> String {
        var json = JSONText(indented: indented)
        json.object { json in
            json.field("schema", 1)
            json.field("day", supervisor.today.iso)
            json.field("workday", supervisor.isWorkday)
            json.field("count", duties.count)
            let morning = supervisor.morning()
            json.field("promised", array: morning.promised) { $0.number($1.rawValue) }
            json.field("meetings", array: morning.meetings) { $0.number($1.rawValue) }
            json.field("spoken", array: morning.spoken) { $0.number($1.rawValue) }
            json.field("missedMeetings", array: supervisor.missedMeetings()) { json, missed in
                json.object { json in
                    json.field("campaign", missed.campaign.rawValue)
                    json.field("days", array: missed.turns) { $0.string($1.day.iso) }
                    json.field("text", words.sentence(missed, seenFrom: supervisor.today, in: ledger))
                }
            }
            json.field("routines", array: morning.routines) { json, turn in
                json.object { json in
                    json.field("id", turn.routine.rawValue)
                    json.field("due", turn.due.iso)
                }
            }
            json.field("duties", array: duties) { json, duty in
                json.object { json in
                    json.field("duty", duty.kind.name)
                    json.field("done", duty.isDone)
                    json.field("text", words.sentence(duty))
                    guard let matter = ledger.matters[duty.matter] else { return }
                    json.field("matter") { json in
                        MatterView(matter: matter, judgement: duty.judgement, ledger: ledger, words: words).write(
                            to: &json
                        )
                    }
                }
            }
        }
        return json.text
    }

    /// Duties of one kind stand together; they come sorted.
    private var groups: [(title: String, duties: [Duty])] {
        var groups: [(title: String, duties: [Duty])] = []
        for duty in duties {
            let title = title(duty)
            if groups.last?.title == title {
                groups[groups.count - 1].duties.append(duty)
            } else {
                groups.append((title, [duty]))
            }
        }
        return groups
    }

    private func title(_ duty: Duty) -> String {
        switch duty.kind {
        case .track: words("今日须跟踪", "to track today")
        case .gap: words("漏跟踪", "missed tracks")
        case .overdue: words("逾期", "overdue")
        case .dueToday: words("今日到期", "due today")
        case .near: words("临期", "near")
        case .overNight: words("过夜", "over night")
        case .handedOver: words("值班交来", "from the duty desk")
        case .decide: words("待决", "to be decided")
        case .sign: words("未签收", "not signed for")
        case .review:
            if case .reportedLate = duty.judgement.reason {
                words("逾期上报，待审核", "reported late, to review")
            } else {
                words("待审核超时", "review is late")
            }
        case .decideExtension: words("延期待批", "extensions to decide")
        case .decideParking: words("挂账待批", "parking to decide")
        case .reissue: words("退单待重新交办", "handed back, to be issued again")
        case .recheck: words("挂账复查", "parked, to look at again")
        case .namePerson: words("待定人", "no person named")
        case .propose: words("督办建议（待人确认）", "proposed by the ladder, for a person to confirm")
        case .signSlip: words("待签发", "slips to be signed")
        case .share: words("分办逾期、滞后或未签收", "shares late, behind or not signed for")
        case .milestone: words("13710 应有未有", "13710: missing")
        case .recount: words("时限待重算", "limits to recount")
        }
    }
}

extension Duty.Kind {
    /// The name in JSON.
    fileprivate var name: String {
        switch self {
        case .track: "track"
        case .gap: "gap"
        case .overdue: "overdue"
        case .dueToday: "dueToday"
        case .near: "near"
        case .overNight: "overNight"
        case .handedOver: "handedOver"
        case .decide: "decide"
        case .sign: "sign"
        case .review: "review"
        case .decideExtension: "decideExtension"
        case .decideParking: "decideParking"
        case .reissue: "reissue"
        case .recheck: "recheck"
        case .namePerson: "namePerson"
        case .propose: "propose"
        case .signSlip: "signSlip"
        case .share: "share"
        case .milestone: "milestone"
        case .recount: "recount"
        }
    }
}
