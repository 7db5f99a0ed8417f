import Ledger
import Text

/// A text of an event, where both stand.
typealias PlacedText = (event: Int, place: Int, text: CleanText)

extension BlackOut {
    /// The texts of these records that are meant; both engines ask this before they take anything away.
    func chosen(
        of records: [Record],
        reason: CleanText,
        texts: ([Record]) throws -> [PlacedText]
    ) throws -> [PlacedText] {
        guard !reason.isEmpty else { throw Refusal.keeping(.needsReason) }
        if case .record(let number) = self, records.allSatisfy({ $0.number != number }) {
            throw Refusal.keeping(.noSuchRecord(number))
        }
        let all = try texts(records)
        var named: Set<CleanText> = []
        if case .record(let record) = self { named = Set(all.filter { $0.event == record }.map(\.text)) }
        let chosen = all.filter { covers($0.text, of: $0.event, named: named) }
        guard !chosen.isEmpty else { throw Refusal.keeping(.nothingToBlackOut) }
        return chosen
    }
}

extension Ledger {
    /// What a matter says now, and the 口径 kept of it, is what its events still say.
    mutating func foldAnew(_ number: MatterNumber, from records: [Record]) {
        var alone = self
        alone.matters.removeAll()
        alone.precedents[number] = nil
        for record in records { alone.apply(record.event) }
        matters[number] = alone.matters[number]
        precedents[number] = alone.precedents[number]
    }
}
