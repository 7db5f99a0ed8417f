import Glibc
import Journal
import Ledger
import Samples
import Supervision
import Text

/// What the journal costs at a given size, 28 of 100 matters being open and a tenth of these overdue.
struct Measurement {
    let path: String
    let count: Int
    private let context = Context(actor: .founder, now: "2026-11-20 08:12")
    private let clock = ProcessorClock()

    init(path: String, count: Int) {
        self.path = path
        self.count = count
    }

    /// Makes the ledger, unless it is there from the last time.
    func run() throws {
        if access(path, F_OK) != 0 { try make() }
        try readSome()
        try verify()
    }

    private func make() throws {
        guard case .found(let founding)? = Office.founded.commands.first?.command else { return }
        let journal = try SQLiteJournal.create(path, founding, by: Office.founded.commands[0].context)
        for given in Office.founded.commands.dropFirst() { try journal.perform(given.command, by: given.context) }
        try importAll(journal)
        try addSome(journal)
    }

    private func importAll(_ journal: SQLiteJournal) throws {
        let openings = (1...min(count, 1000)).map(opening)
        let duration = try clock.measure {
            try journal.bulk(at: context.now) { session throws(JournalError) in
                for index in 1...count {
                    var context = context
                    context.origin = Int64(index) &* 0x1E37_79B9_7F4A_7C15
                    if try session.knows(origin: context.origin!) { continue }
                    var opening = openings[index % openings.count]
                    opening.registration.number = MatterNumber(index)
                    try session.perform(.open(opening), by: context)
                }
                return .commit
            }
        }
        report("import, a row", duration, per: count, "peak \(peak()) MB")
    }

    private func addSome(_ journal: SQLiteJournal) throws {
        var set = try journal.load(.atHand)
        var durations: [Duration] = []
        for index in 0..<100 {
            var registration = Registration(kind: .problem, title: Prose("新登记第\(index)件"), source: .patrol)
            registration.lead = .liudi
            registration.term = .fixed("2026-12-01")
            durations.append(try clock.measure { try journal.perform(.register(registration), by: context) })
        }
        report("add, median", durations.sorted()[50])
        report("refresh by 100 events", try clock.measure { try journal.refresh(&set) })
        report("refresh by nothing", try clock.measure { for _ in 0..<100 { try journal.refresh(&set) } }, per: 100)
    }

    private func readSome() throws {
        var journal: SQLiteJournal?
        report("open", try clock.measure { journal = try SQLiteJournal.open(path, mode: .read) })
        guard let journal else { return }
        report("load the settings", try clock.measure { _ = try journal.load(.matters([])) })
        report("load the settings again", try clock.measure { _ = try journal.load(.matters([])) })
        report("load reference", try clock.measure { _ = try journal.load(.reference) })
        var overdue = Query.open
        overdue.dueThrough = "2026-11-19"
        report("first 50 overdue", try clock.measure { _ = try journal.matters(overdue, limit: 50) })
        var found = 0
        let all = try clock.measure {
            try journal.matters(overdue) { _ in
                found += 1
                return true
            }
        }
        report("all overdue", all, "\(found)")
        var set: WorkingSet?
        let load = try clock.measure { set = try journal.load(.atHand) }
        report("load at hand", load, "\(set?.ledger.matters.count ?? 0) matters")
        if let set { survey(set.ledger) }
        report(
            "find by words",
            try clock.measure {
                var query = Query.open
                query.text = "第77"
                _ = try journal.matters(query)
            }
        )
    }

    private func survey(_ ledger: Ledger) {
        let supervisor = Supervisor(ledger, at: context.now)
        var duties = 0
        report("duties", clock.measure { duties = supervisor.duties().count }, "\(duties)")
        var survey: Survey?
        report("survey", clock.measure { survey = supervisor.survey() })
        guard let survey, let number = survey.duties.first?.matter else { return }
        var changed = ledger
        changed.matters[number]?.extensions += 1
        let after = Supervisor(changed, at: context.now)
        report("survey after an event", clock.measure { _ = after.survey(after: survey, of: ledger) })
    }

    private func verify() throws {
        let journal = try SQLiteJournal.open(path, mode: .read)
        var verification: Verification?
        let duration = try clock.measure { verification = try journal.verify() }
        report("verify, an event", duration, per: verification?.events ?? 1, "sound: \(verification?.isSound == true)")
        print("peak \(peak()) MB")
    }

    /// Time on the processor: what the journal costs, whatever else the machine does meanwhile.
    private struct ProcessorClock {
        func measure(_ body: () throws -> Void) rethrows -> Duration {
            let start = ProcessorClock.now
            try body()
            return ProcessorClock.now - start
        }

        private static var now: Duration {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        }
    }

    private func report(_ name: String, _ duration: Duration, per count: Int = 1, _ note: String = "") {
        let (seconds, attoseconds) = duration.components
        let micros = (Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(count)
        let tenths = Int(micros * 10)
        print("\(name): \(tenths / 10).\(tenths % 10) µs \(note)")
    }

    /// The most memory the process ever held.
    private func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }

    private func opening(_ index: Int) -> Opening {
        var registration = Registration(
            number: MatterNumber(index),
            kind: .target,
            title: Prose("环湖片区第\(index)组房屋入户签约与腾空移交工作"),
            source: .meeting
        )
        registration.sourceDocument = "望街纪要〔2026〕\(index % 60)号"
        registration.campaign = .land
        registration.grid = GridID(index % 3 + 1)
        registration.lead = UnitID(index % 6 + 1)
        registration.leader = .viceLeader
        registration.person = PersonID(index % 8 + 1)
        registration.post = "入户签约岗"
        registration.quantities = [QuantityLine(target: 48, done: Amount(index % 48), unit: "户")]
        let isOpen = index % 100 < 28
        var opening = Opening(registration: registration, stage: isOpen ? .inHand : .struck, registered: "2026-09-01")
        opening.issued = "2026-09-02"
        opening.due = .endOfDay(isOpen && index % 10 == 0 ? "2026-11-10" : "2026-11-25" + index % 60)
        if !isOpen { opening.settled = "2026-11-12" }
        opening.progress = Prose("已签约 \(index % 48) 户，余户正在入户洽谈；卡 资金拨付")
        opening.problem = "两户产权不清，待司法所出具意见"
        opening.extras = [Extra(name: "原表列", value: Prose("备查 \(index)"))]
        return opening
    }
}
