package import Ledger

/// The ledger as it was at the end of a past day (复盘, `--as-of`).
///
/// What was recorded by then counts; imported history counts by its own day, whenever it was imported; and
/// the directory that came with an import has no day of its own and was always there. Its matters are those
/// a screen would have held that evening.
package struct PastLedger: Hashable, Sendable {
    package internal(set) var ledger: Ledger
    package internal(set) var day: Day
    /// The last event recorded by the end of the day.
    package internal(set) var position: Position
    /// Events recorded later that belong to their own days, by day.
    var imported: [ImportedEvent]

    /// Whether an event counts in it.
    func counts(_ record: Record) -> Bool {
        record.number <= position.number || record.event.countsEarlier(than: day)
    }
}

/// An event that was recorded after the day it belongs to, where it counts.
struct ImportedEvent: Hashable, Sendable {
    var day: Day
    var number: Int

    /// Before every day: the founding, and what came with an import and has no day.
    static let always = Day(number: -4_000_000)
}

extension Event {
    /// From which day on it counts although it was recorded later; nil where it counts from its recording on.
    var importedDay: Day? {
        if matter == nil { return origin != nil || fact.kind == .founded ? ImportedEvent.always : nil }
        return origin == nil ? nil : day
    }

    func countsEarlier(than day: Day) -> Bool { importedDay.map { $0 <= day } ?? false }
}

extension PastLedger {
    /// Folds the events from the one after `position` up to `end` that are not in the ledger yet, then those
    /// of the imported that belong to the days up to `day`.
    mutating func take(
        to day: Day,
        through end: Position,
        read: (_ after: Int, _ limit: Int) throws -> [Record],
        event: (_ number: Int) throws -> Record?,
        history: (_ matter: MatterNumber, _ before: Int) throws -> [Record],
        progress: (_ done: Int, _ all: Int) -> Void
    ) throws {
        let from = position.number
        var done = from
        while done < end.number {
            let records = try read(done, min(4_000, end.number - done))
            guard let last = records.last else { break }
            for record in records {
                // Taken on an earlier day already, by its own day.
                if record.event.countsEarlier(than: self.day) { continue }
                try apply(record, history)
            }
            done = last.number
            progress(done - from, end.number - from)
        }
        let later = imported.filter { $0.number > end.number }
        for entry in later.filter({ $0.day > self.day && $0.day <= day }).sorted(by: { $0.number < $1.number }) {
            if let record = try event(entry.number) { try apply(record, history) }
        }
        imported = later
        position = end
        self.day = day
    }

    private mutating func apply(
        _ record: Record,
        _ history: (_ matter: MatterNumber, _ before: Int) throws -> [Record]
    ) throws {
        let event = record.event
        if event.fact.kind == .undone, let number = event.matter, ledger.matters[number] == nil {
            // It was let go of when it was struck off.
            var alone = ledger
            alone.matters.removeAll()
            alone.sums = [:]
            for earlier in try history(number, record.number) { alone.apply(earlier.event) }
            ledger.matters[number] = alone.matters[number]
        }
        ledger.apply(event)
        if let number = event.matter, let matter = ledger.matters[number], !matter.stage.isAtHand {
            ledger.matters[number] = nil
        }
    }
}
