import Ledger
import Supervision

/// What walls sort, group and search all matters by, as plain numbers: a whole matter is too large to be walked over at
/// each key.
struct MatterFact {
    let number: MatterNumber
    let kind: Kind
    let stage: Stage
    let source: Source
    let light: Light
    /// By their keys, -1 for none.
    let lead: Int32
    let person: Int32
    let grid: Int32
    let campaign: Int32
    /// The day of the limit in force; `Int32.max` without one.
    let due: Int32
    /// When a parked matter is looked at again; `Int32.max` without one.
    let recheck: Int32
    /// Which of the four fixed are missing, a bit for each.
    let missing: UInt8
    /// Settled by its limit, or not settled.
    let isOnTime: Bool
    /// 疑难个案
    let isHardCase: Bool

    init(_ matter: Matter, _ light: Light, _ offset: Offset) {
        func day(_ day: Day?) -> Int32 { day.map { Int32(clamping: $0.number) } ?? .max }
        number = matter.number
        kind = matter.kind
        stage = matter.stage
        source = matter.source
        self.light = light
        lead = id(matter.lead)
        person = id(matter.person)
        grid = id(matter.grid)
        campaign = id(matter.campaign)
        due = day(matter.limitDay(offset))
        recheck = day(matter.parking?.recheck)
        missing = matter.missing.reduce(0) { $0 | MatterFact.bit($1) }
        isOnTime = matter.settled.map { day in matter.due.map { day <= $0.day(offset) } ?? true } ?? true
        isHardCase = matter.isHardCase
    }

    static func bit(_ fixed: Fixed) -> UInt8 { 1 << UInt8(Fixed.allCases.firstIndex(of: fixed)!) }

    /// 四定未全
    var isIncomplete: Bool { (stage == .draft || stage == .pending) && missing != 0 }
}

private func id<Subject>(_ key: Key<Subject>?) -> Int32 { key.map { Int32(clamping: $0.rawValue) } ?? -1 }

extension Scene {
    /// In the order of ``order``, so that who walks down a list walks through memory.
    var facts: [MatterFact] {
        derived(FactsKey()) {
            order.map { MatterFact(ledger.matters[$0]!, judgement($0)?.light ?? .grey, ledger.offset) }
        }
    }

    /// Every open matter (在办), worst light first.
    var open: [MatterNumber] { facts.filter { $0.stage.isOpen }.map(\.number) }

    /// The place of each matter in ``order``.
    var places: NumberMap {
        derived(PlacesKey()) {
            var places = NumberMap(ledger)
            for (place, number) in order.enumerated() { places[number] = place }
            return places
        }
    }
}

private struct FactsKey: Hashable {}
private struct PlacesKey: Hashable {}
