import Ledger
import Text

// What is decided on texts and contacts, which no ledger in memory holds.

extension Writer {
    // MARK: 涂黑

    func blackOut(
        _ number: MatterNumber,
        _ what: BlackOut,
        reason: CleanText,
        by context: Context
    ) throws -> [Event] {
        guard !reason.isEmpty else { throw Refusal.keeping(.needsReason) }
        guard let matter = try find(number) else { throw Refusal.unknownMatter(number) }
        let texts = try store.texts(on: number)
        if case .record(let record) = what, try store.records(on: number).allSatisfy({ $0.number != record }) {
            throw Refusal.keeping(.noSuchRecord(record))
        }
        let gone = texts.covered(by: what)
        guard !gone.isEmpty else { throw Refusal.keeping(.nothingToBlackOut) }
        let erasure = Erasure(
            records: Set(gone.map(\.event)).sorted(),
            texts: gone.count,
            reason: Prose(reason)
        )
        let event = try keepingEvent(.erased(erasure), on: matter, in: slice, by: context)
        for text in gone { try store.blackOut(event: text.event, place: text.place) }
        try append(event)
        // What the matter says now is what its events still say.
        var alone = slice
        alone.matters.removeAll()
        alone.precedents[number] = nil
        alone.sums = [:]
        for record in try store.records(on: number) { alone.apply(record.event) }
        slice.matters[number] = alone.matters[number]
        // The same words may stand in the 口径 kept of it and in the meetings that decided on it.
        slice.precedents[number] = alone.precedents[number]
        if let precedent = alone.precedents[number] { try store.write(precedent) }
        try store.readDiary(into: &slice)
        for meeting in slice.diary.erase(Set(gone.map(\.text)), of: number) {
            try store.write(.meeting(meeting), of: slice.diary)
        }
        try store.removeSnapshots()
        return [event]
    }

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

extension [(event: Int, place: Int, text: CleanText)] {
    func covered(by what: BlackOut) -> Self {
        var named: Set<CleanText> = []
        if case .record(let record) = what { named = Set(filter { $0.event == record }.map(\.text)) }
        return filter { what.covers($0.text, of: $0.event, named: named) }
    }
}
