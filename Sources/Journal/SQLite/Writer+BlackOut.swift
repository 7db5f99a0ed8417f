import Ledger
import Text

// 涂黑: what is decided on texts, which no ledger in memory holds.

extension Writer {
    /// Of a matter.
    func blackOut(
        _ number: MatterNumber,
        _ what: BlackOut,
        reason: CleanText,
        by context: Context
    ) throws -> [Event] {
        guard try find(number) != nil else { throw Refusal.unknownMatter(number) }
        try store.readDiary(into: &slice)
        return try blackOut(try store.records(on: number), what, reason: reason, by: context)
    }

    /// Of a meeting, or of whatever the diary keeps of no matter.
    func blackOutDiary(
        _ meeting: MeetingID?,
        _ what: BlackOut,
        reason: CleanText,
        by context: Context
    ) throws -> [Event] {
        try store.readDiary(into: &slice)
        var records = try store.recordsOfNoMatter().filter { $0.event.fact.isOfDiary }
        if let meeting {
            guard let held = slice.diary.meetings[meeting] else { throw Refusal.daily(.noSuchMeeting(meeting)) }
            // What it decided on a matter stands with that matter.
            for number in Set(held.entries.filter { $0.ruling != nil }.flatMap(\.matters)).sorted() {
                records += try store.records(on: number)
            }
            records = records.filter { $0.event.fact.meeting == meeting }
        }
        return try blackOut(records, what, reason: reason, by: context)
    }

    /// Takes the texts from the events, and from everything that was derived of them: matters, 口径, the diary, snapshots.
    private func blackOut(
        _ records: [Record],
        _ what: BlackOut,
        reason: CleanText,
        by context: Context
    ) throws -> [Event] {
        let chosen = try what.chosen(of: records, reason: reason) { try store.texts(of: $0.map(\.number)) }
        let words = Set(chosen.map(\.text))
        // One note of a meeting is the track of each matter it names, one decision the title of what it makes.
        let events = Set(chosen.map(\.event))
        let all = records.filter { events.contains($0.number) }
        let others = try store.others(ofCommandsOf: all).filter { !events.contains($0.number) }
        let gone = chosen + (try store.texts(of: others.map(\.number)).filter { words.contains($0.text) })
        var matters: [Int: MatterNumber?] = [:]
        for record in all + others { matters[record.number] = record.event.matter }

        var notes: [(matter: MatterNumber?, event: Event)] = []
        let parts = Dictionary(grouping: gone) { matters[$0.event] ?? nil }
        for (matter, texts) in parts.sorted(by: { ($0.key?.rawValue ?? 0) < ($1.key?.rawValue ?? 0) }) {
            let erasure = Erasure(records: Set(texts.map(\.event)).sorted(), texts: texts.count, reason: Prose(reason))
            let known = try matter.flatMap { try find($0) }
            notes.append((matter, try keepingEvent(.erased(erasure), on: known, in: slice, by: context)))
        }
        for text in gone { try store.blackOut(event: text.event, place: text.place) }
        for note in notes { try append(note.event) }
        for matter in notes.compactMap(\.matter) {
            slice.foldAnew(matter, from: try store.records(on: matter))
            if let precedent = slice.precedents[matter] { try store.write(precedent) }
        }
        for record in all + others {
            guard let entry = slice.diary.erase(words, of: record.event.fact) else { continue }
            try store.write(entry, of: slice.diary)
        }
        try store.removeSnapshots()
        return notes.map(\.event)
    }
}

extension Store {
    /// The texts that stand beside these events.
    func texts(of events: [Int]) throws -> [PlacedText] {
        let select = try statement("SELECT place, text FROM prose WHERE event = ? AND text IS NOT NULL ORDER BY place")
        return try events.flatMap { event in
            select.bind(1, event)
            return try select.all { (event: event, place: $0.int(0), text: CleanText($0.text(1))) }
        }
    }

    /// Removes a text and its salt; deleted content is overwritten with zeros (`secure_delete`).
    func blackOut(event: Int, place: Int) throws {
        let update = try statement("UPDATE prose SET salt = NULL, text = NULL WHERE event = ? AND place = ?")
        update.bind(1, event)
        update.bind(2, place)
        try update.run()
    }

    func recordsOfNoMatter() throws -> [Record] {
        try records(
            try statement("SELECT number, body, previous, hash FROM event WHERE matter IS NULL ORDER BY number")
        )
    }

    /// The other events of the commands that made these. Events of one command stand together.
    func others(ofCommandsOf some: [Record]) throws -> [Record] {
        var found: [Int: Record] = [:]
        for record in some {
            for step in [1, -1] {
                var number = record.number + step
                while let next = try records(numbered: [number]).first, next.command == record.command {
                    found[number] = next
                    number += step
                }
            }
        }
        return found.values.sorted { $0.number < $1.number }
    }
}
