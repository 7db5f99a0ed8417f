import Ledger
import Text

// What is decided on texts and contacts, as the engine in a file does it.

extension MemoryJournal.Session {
    func blackOut(
        _ number: MatterNumber,
        _ what: BlackOut,
        reason: CleanText,
        by context: Context
    ) throws -> [Event] {
        guard !reason.isEmpty else { throw Refusal.keeping(.needsReason) }
        guard let matter = state.ledger.matters[number] else { throw Refusal.unknownMatter(number) }
        let records = state.events(on: number)
        if case .record(let record) = what, records.allSatisfy({ $0.number != record }) {
            throw Refusal.keeping(.noSuchRecord(record))
        }
        let texts = records.flatMap { record in
            record.event.texts.enumerated().map { (event: record.number, place: $0, text: $1) }
        }
        let gone = texts.covered(by: what)
        guard !gone.isEmpty else { throw Refusal.keeping(.nothingToBlackOut) }
        let erasure = Erasure(records: Set(gone.map(\.event)).sorted(), texts: gone.count, reason: Prose(reason))
        let event = try keepingEvent(.erased(erasure), on: matter, in: state.ledger, by: context)
        for record in records {
            let words = Set(gone.filter { $0.event == record.number }.map(\.text))
            guard !words.isEmpty else { continue }
            state.records[record.number - 1] = Record(
                number: record.number,
                id: record.id,
                command: record.command,
                event: try record.event.erasing(words.contains).event
            )
        }
        append(event)
        var alone = state.ledger
        alone.matters.removeAll()
        alone.precedents[number] = nil
        for record in state.events(on: number) { alone.apply(record.event) }
        state.ledger.matters[number] = alone.matters[number]
        state.ledger.precedents[number] = alone.precedents[number]
        _ = state.ledger.diary.erase(Set(gone.map(\.text)), of: number)
        return [event]
    }

    func keep(_ given: Contact, by context: Context) throws -> [Event] {
        let expired = try expireContacts(by: context)
        guard let matter = state.ledger.matters[given.matter] else { throw Refusal.unknownMatter(given.matter) }
        let note = Fact.contactKept(ContactNote(until: given.until))
        let event = try contactEvent(note, on: matter, in: state.ledger, by: context)
        try checkContact(given, in: state.ledger, by: context)
        append(event)
        var contact = given
        contact.number = state.records.count
        state.contacts.append(contact)
        return expired + [event]
    }

    func showContacts(of number: MatterNumber, by context: Context) throws -> [Event] {
        let expired = try expireContacts(by: context)
        guard let matter = state.ledger.matters[number] else { throw Refusal.unknownMatter(number) }
        let numbers = state.contacts.filter { $0.matter == number }.map(\.number)
        let note = Fact.contactShown(ContactNote(contacts: numbers))
        let event = try contactEvent(note, on: matter, in: state.ledger, by: context)
        guard !numbers.isEmpty else { throw Refusal.keeping(.noContact(nil)) }
        append(event)
        return expired + [event]
    }

    func eraseContact(_ number: Int, by context: Context) throws -> [Event] {
        let contact = state.contacts.first { $0.number == number }
        let matter = contact.flatMap { state.ledger.matters[$0.matter] }
        let note = Fact.contactErased(ContactNote(contacts: [number]))
        let event = try contactEvent(note, on: matter, in: state.ledger, by: context)
        guard contact != nil else { throw Refusal.keeping(.noContact(number)) }
        state.contacts.removeAll { $0.number == number }
        append(event)
        return [event]
    }

    func expireContacts(by context: Context) throws -> [Event] {
        let today = context.now.day(state.ledger.offset)
        let expired = state.contacts.filter { $0.until < today }
        var events: [Event] = []
        for (number, contacts) in Dictionary(grouping: expired, by: \.matter).sorted(by: { $0.key < $1.key }) {
            let numbers = contacts.map(\.number)
            let event = try expiryEvent(numbers, of: state.ledger.matters[number], in: state.ledger, by: context)
            state.contacts.removeAll { numbers.contains($0.number) }
            append(event)
            events.append(event)
        }
        return events
    }
}
