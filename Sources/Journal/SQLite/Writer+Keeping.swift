import Ledger
import Text

// What is decided on contacts, which no ledger in memory holds.

extension Writer {
    // MARK: Contacts

    func keep(_ given: Contact, by context: Context) throws -> [Event] {
        var events = try expireContacts(by: context)
        guard let matter = try find(given.matter) else { throw Refusal.unknownMatter(given.matter) }
        let note = Fact.contactKept(ContactNote(until: given.until))
        let event = try contactEvent(note, on: matter, in: slice, by: context)
        try checkContact(given, in: slice, by: context)
        try append(event)
        events.append(event)
        var contact = given
        contact.number = before.number + count
        try store.write(contact)
        return events
    }

    func showContacts(of number: MatterNumber, by context: Context) throws -> [Event] {
        var events = try expireContacts(by: context)
        guard let matter = try find(number) else { throw Refusal.unknownMatter(number) }
        let numbers = try store.contacts(of: number).map(\.number)
        let event = try contactEvent(
            .contactShown(ContactNote(contacts: numbers)),
            on: matter,
            in: slice,
            by: context
        )
        guard !numbers.isEmpty else { throw Refusal.keeping(.noContact(nil)) }
        try append(event)
        events.append(event)
        return events
    }

    func eraseContact(_ number: Int, by context: Context) throws -> [Event] {
        let contact = try store.contact(number)
        let matter = try contact.flatMap { try find($0.matter) }
        let note = Fact.contactErased(ContactNote(contacts: [number]))
        let event = try contactEvent(note, on: matter, in: slice, by: context)
        guard contact != nil else { throw Refusal.keeping(.noContact(number)) }
        try store.erase(contact: number)
        try append(event)
        return [event]
    }

    func expireContacts(by context: Context) throws -> [Event] {
        let expired = try store.contacts(expiredBefore: context.now.day(slice.offset))
        var events: [Event] = []
        for (number, contacts) in Dictionary(grouping: expired, by: \.matter).sorted(by: { $0.key < $1.key }) {
            let numbers = contacts.map(\.number)
            let event = try expiryEvent(numbers, of: try find(number), in: slice, by: context)
            for number in numbers { try store.erase(contact: number) }
            try append(event)
            events.append(event)
        }
        return events
    }
}
