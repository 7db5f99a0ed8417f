import Glibc
import Journal
import Ledger
import Samples
import Text

// A second process for the trials of JournalTests, and the journal's own measurements:
//
//     JournalTrial write FILE COUNT      registers and tracks, and says each number once it is acknowledged
//     JournalTrial read FILE 0           reads without root's rights, then tries to write, and says what came of it
//     JournalTrial watch FILE COUNT      asks COUNT times for the head, and says how long it waited at most
//     JournalTrial measure FILE COUNT    makes a ledger of COUNT matters and prints what it costs
//     JournalTrial life FILE COUNT       the same with undo, contacts, blacking out and backups
//     JournalTrial years FILE COUNT      makes five years of COUNT events and looks at days of them

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[3]) else {
    print("JournalTrial write|read|watch|measure|years|life FILE COUNT")
    exit(2)
}
switch arguments[1] {
case "write": try write(to: arguments[2], count: count)
case "read": read(arguments[2])
case "watch": try watch(arguments[2], count: count)
case "measure": try Measurement(path: arguments[2], count: count).run()
case "life": try Life(path: arguments[2], count: count).run()
case "years": try Years(path: arguments[2], count: count).run()
default: exit(2)
}

/// Writes as fast as it can. A line goes out, whole, only after the journal said that it is stored.
func write(to path: String, count: Int) throws {
    let journal = try SQLiteJournal.open(path, mode: .write)
    let clerk = Actor(login: "wenruxu", roles: Set(Role.allCases))
    let now: Moment = "2026-11-20 08:12"
    var last: MatterNumber?
    for index in 0..<count {
        let command: Command
        if let known = last, index % 3 == 2 {
            command = .act(known, .track("第 \(index) 次跟踪", []))
        } else {
            var registration = Registration(kind: .problem, title: Prose("第 \(index) 件，\(getpid())"), source: .patrol)
            registration.lead = .liudi
            registration.term = .fixed("2026-12-01")
            command = .register(registration)
        }
        if case .act(let number, _) = command {
            try prepareForTracks(number, in: journal, by: clerk, at: now)
        }
        let receipt = try journal.perform(command, by: Context(actor: clerk, now: now))
        last = receipt.created.first ?? last
        for record in receipt.records { say("\(record.number) \(record.id)\n") }
    }
}

/// A matter is tracked once it was issued.
func prepareForTracks(_ number: MatterNumber, in journal: SQLiteJournal, by actor: Actor, at now: Moment) throws {
    let commands: [Command] = [.act(number, .submit(nil)), .act(number, .issue(nil, nil))]
    let receipt = try journal.perform(commands, by: Context(actor: actor, now: now), expecting: [:])
    for record in receipt.records { say("\(record.number) \(record.id)\n") }
}

func watch(_ path: String, count: Int) throws {
    let journal = try SQLiteJournal.open(path, mode: .read)
    var waits: [Duration] = []
    for _ in 0..<count {
        waits.append(try ContinuousClock().measure { _ = try journal.head() })
        usleep(10_000)
    }
    waits.sort()
    print("head: median \(waits[count / 2]), longest \(waits[count - 1])")
}

func read(_ path: String) {
    if getuid() == 0 { precondition(setgid(65_534) == 0 && setuid(65_534) == 0) }
    do throws(JournalError) {
        let journal = try SQLiteJournal.open(path, mode: .read)
        let set = try journal.load(.atHand)
        say("\(set.position.number) \(set.ledger.matters.count)\n")
        say("\(try journal.verify().isSound)\n")
        _ = try SQLiteJournal.open(path, mode: .write)
        say("open\n")
    } catch {
        say("\(error)\n")
    }
}

func say(_ line: String) {
    var line = line
    line.withUTF8 { _ = Glibc.write(1, $0.baseAddress, $0.count) }
}
