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
    /// Events recorded later that belong to later days of their own, by day.
    var imported: ArraySlice<ImportedEvent>

    /// Before the first day.
    static func empty(imported: [ImportedEvent]) -> PastLedger {
        PastLedger(
            ledger: Ledger(),
            day: ImportedEvent.always - 1,
            position: Position(number: 0, hash: .none),
            imported: imported.sorted()[...]
        )
    }

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
    static let always = Day(number: -3_900_000)
}

extension ImportedEvent: Comparable {
    static func < (left: ImportedEvent, right: ImportedEvent) -> Bool {
        (left.day, left.number) < (right.day, right.number)
    }
}

extension Event {
    /// From which day on it counts although it was recorded later; nil where it counts from its recording on.
    var importedDay: Day? {
        if matter == nil, origin == nil || fact.kind != .meetingPlanned {
            return origin != nil || fact.kind == .founded ? ImportedEvent.always : nil
        }
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
        pick: (_ numbers: [Int]) throws -> [Record],
        history: (_ matter: MatterNumber, _ before: Int) throws -> [Record],
        progress: (_ done: Int, _ all: Int) -> Void
    ) throws {
        let from = position.number
        var done = from
        while done < end.number {
            let records = try read(done, min(4_000, end.number - done))
            guard let last = records.last else { break }
            for record in records.prefix(while: { $0.number <= end.number }) {
                // Taken on an earlier day already, by its own day.
                if record.event.countsEarlier(than: self.day) { continue }
                try apply(record, history)
            }
            done = last.number
            progress(done - from, end.number - from)
        }
        let due = imported.prefix { $0.day <= day }
        let numbers = due.map(\.number).filter { $0 > end.number }.sorted()
        for start in stride(from: 0, to: numbers.count, by: 4_000) {
            for record in try pick(Array(numbers[start..<min(start + 4_000, numbers.count)])) {
                try apply(record, history)
            }
            progress(start, numbers.count)
        }
        imported = imported.dropFirst(due.count)
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
