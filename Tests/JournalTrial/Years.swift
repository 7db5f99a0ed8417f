import Glibc
import Journal
import Ledger
import Samples
import Text

/// Five years of an office, day by day, and what it costs to look at any past day of them.
struct Years {
    let path: String
    let count: Int

    private static let days = 5 * 365
    private static let first: Day = "2022-01-03"

    func run() throws {
        if access(path, F_OK) != 0 { try make() }
        let journal = try SQLiteJournal.open(path, mode: .read)
        let last = try journal.load(.matters([])).ledger.lastRecorded.day(.china)
        var day = Years.first + 20
        while day < last {
            var past: PastLedger?
            let to = try ContinuousClock().measure { past = try journal.past(day) }
            guard var past else { return }
            let open = past.ledger.matters.count
            let next = try ContinuousClock().measure { try journal.advance(&past, to: day + 1) }
            print("\(day.iso): \(to), the next day \(next), \(open) matters at hand")
            day = day + 173
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("peak \(usage.ru_maxrss / 1024) MB")
    }

    private func make() throws {
        guard case .found(var founding)? = Office.founded.commands.first?.command else { return }
        founding.committee.isRehearsal = true
        let start = Moment(Years.first, minute: 8 * 60, offset: .china)
        let founder = Context(actor: .founder, now: start)
        let journal = try SQLiteJournal.create(path, founding, by: founder)
        for given in Office.founded.commands.dropFirst() { try journal.perform(given.command, by: founder) }
        let perDay = max(1, count / Years.days / 11)
        var next = 1
        var matters: [(number: MatterNumber, begun: Day)] = []
        var day = Years.first
        while day < Years.first + Years.days {
            try journal.bulk(at: Moment(day, minute: 9 * 60, offset: .china)) { session throws(JournalError) in
                for _ in 0..<30 {
                    let now = Moment(day, minute: 9 * 60, offset: .china)
                    let context = Context(actor: .founder, now: now)
                    for _ in 0..<perDay {
                        var registration = Registration(
                            kind: .problem,
                            title: Prose("环湖片区第\(next)处井盖、路灯与排水口巡查整改"),
                            source: .patrol
                        )
                        registration.lead = UnitID(next % 6 + 1)
                        registration.person = PersonID(next % 8 + 1)
                        registration.quantities = [QuantityLine(target: 10, unit: "处")]
                        try session.perform(.register(registration), by: context)
                        matters.append((MatterNumber(next), day))
                        next += 1
                    }
                    try work(on: &matters, at: day, session, context)
                    day = day + 1
                }
                return .commit
            }
            print("\(day.iso)  \(try journal.head().number)")
        }
    }

    /// A step a week for each matter; the last leaves the list.
    private func work(
        on matters: inout [(number: MatterNumber, begun: Day)],
        at day: Day,
        _ session: any BulkSession,
        _ context: Context
    ) throws(JournalError) {
        let steps: [Action] = [
            .submit("请批"), .issue(.naturalDays(60), "抓紧办理"), .accept("收到"),
            .track("到场看过，材料已备；卡 等料", [Progress(.total(3))]), .track("施工队进场，本周完成一半", [Progress(.total(5))]),
            .track("完成大半，余下等晴天", [Progress(.total(8))]), .track("全部做完，待验收", [Progress(.total(10))]), .report("已全部整改"),
            .settle(.onSite, "现场看过"), .strike("同意销号"),
        ]
        var left: [(number: MatterNumber, begun: Day)] = []
        for matter in matters {
            let age = day - matter.begun
            guard age % 5 == 0 else {
                left.append(matter)
                continue
            }
            let step = age / 5
            try session.perform(.act(matter.number, steps[step]), by: context)
            if step + 1 < steps.count { left.append(matter) }
        }
        matters = left
    }
}
