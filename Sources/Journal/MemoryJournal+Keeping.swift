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
        guard state.ledger.matters[number] != nil else { throw Refusal.unknownMatter(number) }
        return try blackOut(state.events(on: number), what, reason: reason, by: context)
    }

    func blackOutDiary(
        _ meeting: MeetingID?,
        _ what: BlackOut,
        reason: CleanText,
        by context: Context
    ) throws -> [Event] {
        if let meeting, state.ledger.diary.meetings[meeting] == nil { throw Refusal.daily(.noSuchMeeting(meeting)) }
        let records = state.records.filter { record in
            let fact = record.event.fact
            return meeting == nil ? record.event.matter == nil && fact.isOfDiary : fact.meeting == meeting
        }
        return try blackOut(records, what, reason: reason, by: context)
    }

    private func blackOut(
        _ records: [Record],
        _ what: BlackOut,
        reason: CleanText,
        by context: Context
    ) throws -> [Event] {
        let chosen = try what.chosen(of: records, reason: reason) { records in
            records.flatMap { record in
                record.event.texts.enumerated().map { (event: record.number, place: $0, text: $1) }
            }
        }
        let words = Set(chosen.map(\.text))
        let events = Set(chosen.map(\.event))
        let commands = Set(records.filter { events.contains($0.number) }.map(\.command))
        let all = state.records.filter { record in
            events.contains(record.number)
                || commands.contains(record.command) && !words.isDisjoint(with: record.event.texts)
        }
        var notes: [Event] = []
        for (matter, own) in Dictionary(grouping: all, by: \.event.matter)
            .sorted(by: { ($0.key?.rawValue ?? 0) < ($1.key?.rawValue ?? 0) })
        {
            let count = own.reduce(0) { $0 + $1.event.texts.count(where: words.contains) }
            let erasure = Erasure(records: own.map(\.number), texts: count, reason: Prose(reason))
            let known = matter.flatMap { state.ledger.matters[$0] }
            notes.append(try keepingEvent(.erased(erasure), on: known, in: state.ledger, by: context))
        }
        for record in all {
            state.records[record.number - 1] = Record(
                number: record.number,
                id: record.id,
                command: record.command,
                event: try record.event.erasing(words.contains).event
            )
        }
        for note in notes { append(note) }
        for number in notes.compactMap(\.matter) { state.ledger.foldAnew(number, from: state.events(on: number)) }
        for record in all { _ = state.ledger.diary.erase(words, of: record.event.fact) }
        return notes
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
