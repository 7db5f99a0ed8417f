import Ledger
import Text

// The values of the ledger as packed bytes; what is written here is read below in the same order.

extension PackWriter {
    mutating func write<Subject>(_ key: Key<Subject>?) { write(key?.rawValue ?? 0) }

    mutating func write(_ day: Day) { write(day.number) }

    mutating func write(_ day: Day?) { write(day) { $0.write($1) } }

    mutating func write(_ amount: Amount) { write(amount.thousandths) }

    mutating func write(_ prose: Prose) { write(prose.text) { $0.write($1.string) } }

    /// One byte says which kind of limit, 0 none.
    mutating func write(_ deadline: Deadline?) {
        switch deadline {
        case nil: write(0)
        case .endOfDay(let day):
            write(1)
            write(day)
        case .closeOfBusiness(let day):
            write(2)
            write(day)
        case .moment(let moment):
            write(3)
            write(moment.milliseconds)
        }
    }

    /// One byte says how it was set, 0 not at all.
    mutating func write(_ term: Term?) {
        switch term {
        case nil: write(0)
        case .workdays(let count):
            write(1)
            write(count)
        case .naturalDays(let count):
            write(2)
            write(count)
        case .sameDay: write(3)
        case .months(let count):
            write(4)
            write(count)
        case .fixed(let day):
            write(5)
            write(day)
        case .hours, .officeHours, .until, .cycle, .preset:
            write(6)
            write(term?.text ?? "")
        }
    }

    mutating func write(_ line: QuantityLine) {
        write(line.group)
        write(line.target)
        write(line.done)
        write(line.unit)
    }

    mutating func write(_ support: Support) {
        write(support.unit)
        write(support.mode, of: Codes.modes)
        write(support.quantity) { $0.write($1) }
        write(support.due)
        write(support.settled)
        write(support.accepted)
    }

    mutating func write(_ step: Step) {
        write(step.title)
        write(step.person)
        write(step.due)
        write(step.done)
    }

    mutating func write(_ parking: Parking) {
        write(parking.since)
        write(parking.reason)
        write(parking.recheck)
    }

    mutating func write(_ proposal: ParkingProposal) {
        write(proposal.asked)
        write(proposal.reason)
        write(proposal.recheck)
    }

    mutating func write(_ request: ExtensionRequest) {
        write(request.asked)
        write(request.to)
        write(request.reason)
    }

    mutating func write(_ track: LastTrack) {
        write(track.day)
        write(track.text)
        write(track.signature.login)
        write(track.signature.person)
        write(track.signature.role, of: Codes.roles)
        write(track.signature.behalf) { pack, behalf in
            pack.write(behalf.unit)
            pack.write(behalf.person)
            pack.write(behalf.channel, of: Codes.channels)
            // Form 4
            pack.write(behalf.day)
        }
    }

    mutating func write(_ extra: Extra) {
        write(extra.name.string)
        write(extra.value)
    }

    mutating func write(_ trace: Trace) {
        write(trace.day)
        write(trace.stage, of: Codes.stages)
        write(trace.due)
        write(trace.progress)
        write((trace.isTracked ? 1 : 0) | (trace.isLate ? 2 : 0))
    }
}

extension PackReader {
    /// Keys begin at 1.
    mutating func key<Subject>() throws(PackFault) -> Key<Subject>? {
        let value = try integer()
        return value == 0 ? nil : Key(value)
    }

    mutating func keyThere<Subject>() throws(PackFault) -> Key<Subject> { Key(try integer()) }

    /// Days far outside the calendar do not come from the ledger, and reckoning with them could overflow.
    mutating func day() throws(PackFault) -> Day {
        let number = try integer()
        guard abs(number) < 4_000_000 else { throw PackFault() }
        return Day(number: number)
    }

    mutating func optionalDay() throws(PackFault) -> Day? { try bool() ? try day() : nil }

    mutating func moment() throws(PackFault) -> Moment { Moment(milliseconds: try small()) }

    mutating func amount() throws(PackFault) -> Amount { Amount(thousandths: try small()) }

    /// A number of milliseconds or thousandths that can be reckoned with.
    mutating func small() throws(PackFault) -> Int64 {
        let value = try integer64()
        guard value.magnitude < 1 << 53 else { throw PackFault() }
        return value
    }

    mutating func text() throws(PackFault) -> CleanText { CleanText(try string()) }

    mutating func prose() throws(PackFault) -> Prose { try bool() ? Prose(try text()) : .erased }

    mutating func term() throws(PackFault) -> Term? {
        switch try integer() {
        case 0: nil
        case 1: .workdays(try integer())
        case 2: .naturalDays(try integer())
        case 3: .sameDay
        case 4: .months(try integer())
        case 5: .fixed(try day())
        case 6: try writtenTerm()
        default: throw PackFault()
        }
    }

    private mutating func writtenTerm() throws(PackFault) -> Term {
        guard let term = Term(try string()) else { throw PackFault() }
        return term
    }

    mutating func deadline() throws(PackFault) -> Deadline? {
        switch try integer() {
        case 0: nil
        case 1: .endOfDay(try day())
        case 2: .closeOfBusiness(try day())
        case 3: .moment(try moment())
        default: throw PackFault()
        }
    }

    mutating func quantity() throws(PackFault) -> QuantityLine {
        QuantityLine(group: try string(), target: try amount(), done: try amount(), unit: try string())
    }

    /// - Parameter form: of the matter it belongs to.
    mutating func support(form: Int) throws(PackFault) -> Support {
        Support(
            unit: try keyThere(),
            mode: try value(of: Codes.modes),
            quantity: try optional { pack throws(PackFault) in try pack.quantity() },
            due: try deadline(),
            settled: try optionalDay(),
            accepted: form > 1 ? try optionalDay() : nil
        )
    }

    mutating func step() throws(PackFault) -> Step {
        Step(title: try prose(), person: try key(), due: try optionalDay(), done: try optionalDay())
    }

    mutating func parking() throws(PackFault) -> Parking {
        Parking(since: try day(), reason: try prose(), recheck: try day())
    }

    mutating func proposal() throws(PackFault) -> ParkingProposal {
        ParkingProposal(asked: try day(), reason: try prose(), recheck: try day())
    }

    mutating func request() throws(PackFault) -> ExtensionRequest {
        ExtensionRequest(asked: try day(), to: try day(), reason: try prose())
    }

    mutating func lastTrack(form: Int) throws(PackFault) -> LastTrack {
        LastTrack(
            day: try day(),
            text: try prose(),
            signature: Signature(
                login: try string(),
                person: try key(),
                role: try value(of: Codes.roles),
                behalf: try optional { pack throws(PackFault) in
                    var behalf = Behalf(
                        unit: try pack.key(),
                        person: try pack.key(),
                        channel: try pack.value(of: Codes.channels)
                    )
                    if form > 3 { behalf.day = try pack.optionalDay() }
                    return behalf
                }
            )
        )
    }

    mutating func extra() throws(PackFault) -> Extra { Extra(name: try text(), value: try prose()) }

    mutating func trace() throws(PackFault) -> Trace {
        let day = try day()
        let stage = try value(of: Codes.stages)
        let due = try deadline()
        let progress = try integer()
        let marks = try integer()
        return Trace(
            day: day,
            stage: stage,
            due: due,
            progress: progress,
            isTracked: marks & 1 != 0,
            isLate: marks & 2 != 0
        )
    }
}
