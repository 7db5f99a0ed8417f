import Glibc
import Journal
import Ledger
import Samples
import Text

/// Every kind of writing that is not plain work: undo, contacts, 涂黑, backups, and everything of ``EveryWriting``. Says each
/// event once it is acknowledged.
struct Life {
    let path: String
    let count: Int

    func run() throws {
        let journal = try SQLiteJournal.open(path, mode: .write)
        // A login for each process: undo takes back one's own.
        let context = Context(
            actor: Actor(login: "p\(getpid())", roles: Set(Role.allCases)),
            now: "2026-11-20 08:12"
        )
        for index in 0..<count {
            var registration = Registration(kind: .problem, title: Prose("第 \(index) 件，\(getpid())"), source: .patrol)
            registration.lead = .liudi
            let made = try journal.perform(.register(registration), by: context)
            tell(made)
            let number = made.created[0]
            tell(try journal.perform(.act(number, .track("陈某不签，第 \(index) 次", [])), by: context))
            switch index % 5 {
            case 0: tell(try journal.perform(.undo(nil), by: context))
            case 1:
                let contact = Contact(matter: number, name: "陈某", phone: "13900000000", until: "2026-12-20")
                let kept = try journal.perform(.keepContact(contact), by: context)
                tell(kept)
                _ = try journal.contacts(of: number, by: context)
                tell(try journal.perform(.eraseContact(kept.position.number), by: context))
            case 2: tell(try journal.perform(.blackOut(number, .containing("陈某"), reason: "误录"), by: context))
            case 3: try everything(in: journal, by: context)
            default:
                let copy = "\(path).\(getpid()).copy"
                try journal.backUp(to: copy)
                unlink(copy)
            }
        }
    }

    /// Others plan meetings and change rules meanwhile: what is refused leaves nothing behind.
    private func everything(in journal: SQLiteJournal, by context: Context) throws {
        var numbers: [MatterNumber] = []
        for command in EveryWriting.registrations {
            let receipt = try journal.perform(command, by: context)
            tell(receipt)
            numbers += receipt.created
        }
        let writing = EveryWriting(matter: numbers[0], problem: numbers[1])
        for command in writing.preparations { tell(try journal.perform(command, by: context)) }
        for (_, step) in writing.steps {
            guard let command = step(try journal.load(.reference).ledger) else { continue }
            do throws(JournalError) { tell(try journal.perform(command, by: context)) } catch {
                guard case .refused = error else { throw error }
            }
        }
    }

    private func tell(_ receipt: Receipt) {
        for record in receipt.records { say("\(record.number) \(record.id)\n") }
    }
}
