import Glibc
import Journal
import Ledger
import Samples
import Text

/// Every kind of writing that is not plain work: undo, contacts, 涂黑, backups. Says each event once it is
/// acknowledged.
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
            switch index % 4 {
            case 0: tell(try journal.perform(.undo(nil), by: context))
            case 1:
                let contact = Contact(matter: number, name: "陈某", phone: "13900000000", until: "2026-12-20")
                let kept = try journal.perform(.keepContact(contact), by: context)
                tell(kept)
                _ = try journal.contacts(of: number, by: context)
                tell(try journal.perform(.eraseContact(kept.position.number), by: context))
            case 2: tell(try journal.perform(.blackOut(number, .containing("陈某"), reason: "误录"), by: context))
            default:
                let copy = "\(path).\(getpid()).copy"
                try journal.backUp(to: copy)
                unlink(copy)
            }
        }
    }

    private func tell(_ receipt: Receipt) {
        for record in receipt.records { say("\(record.number) \(record.id)\n") }
    }
}
