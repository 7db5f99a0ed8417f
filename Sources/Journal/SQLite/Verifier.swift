import Ledger
import Text

/// Checks a file from its first event to its last, some thousand at a time, so that writers are not
/// kept waiting.
///
/// The matters it rebuilds are kept packed, and taken apart only while events touch them: the memory of
/// a hundred thousand matters is that of their rows.
final class Verifier {
    private(set) var verification = Verification(head: Position(number: 0, hash: .none))
    private(set) var done = 0
    private(set) var all = 0

    private var ledger = Ledger()
    private var packed: [MatterNumber: Packed] = [:]
    private var link: [UInt8] = []
    private let texts = OpenedTexts()
    /// An event that is not what it was leaves no state to compare with.
    private var isStateLost = false
    /// Events without some of their texts, and those of which an event says so.
    private var textless: Set<Int> = []
    private var blackedOut: Set<Int> = []
    /// Gaps that a recovery admits.
    private var admitted: [ClosedRange<Int>] = []

    private struct Packed {
        var title: Prose
        var bytes: [UInt8]
    }

    private static let stepSize = 4_000

    /// Checks the next events. - Returns: whether that was all, and the state was compared.
    func step(_ store: Store) throws -> Bool {
        if done == 0 { link = try store.office().bytes }
        all = try store.head().number
        let before = verification.events
        try store.eachEvent(after: done, limit: Verifier.stepSize) { row, texts in try check(row, texts) }
        packAway()
        if verification.events - before == Verifier.stepSize { return false }
        settle()
        if !isStateLost { try compare(store) }
        return true
    }

    // MARK: Events

    private func check(_ row: Store.EventRow, _ stored: [Store.StoredText]) throws {
        defer {
            done = row.number
            verification.events += 1
        }
        if row.number != done + 1 { verification.findings.append(.gap(before: row.number)) }
        if row.previous != link { verification.findings.append(.brokenLink(event: row.number)) }
        let hash = row.previous.withUnsafeBytes { Digest($0, UnsafeRawBufferPointer(row.body)) }
        link = row.hash
        verification.head = Position(number: row.number, hash: Digest(stored: row.hash) ?? .none)
        guard hash.bytes == row.hash else {
            // Whatever stands there now is not what happened: nothing is built on it.
            verification.findings.append(.wrongHash(event: row.number))
            isStateLost = true
            return
        }

        texts.fill(stored.compactMap(\.sealed))
        let body: EventBody
        do {
            body = try JSONReader.value(EventBody.self, from: row.body, userInfo: [.prose: texts])
        } catch let error as UnknownBody {
            throw StoreFault.unknownEvent(row.number, error)
        } catch {
            verification.findings.append(.unreadable(event: row.number))
            isStateLost = true
            return
        }
        let (opened, blanks) = texts.counts
        let erased = stored.count { $0.sealed == nil }
        verification.texts += stored.count
        verification.erased += erased
        if erased > 0 { textless.insert(row.number) }
        admit(body.event.fact)
        if opened + erased != stored.count || blanks != erased {
            verification.findings.append(.wrongText(event: row.number))
        }
        if row.columns != Store.EventColumns(body) { verification.findings.append(.wrongColumns(event: row.number)) }
        apply(body.event)
    }

    /// What an event says about those before it.
    private func admit(_ fact: Fact) {
        switch fact {
        case .erased(let erasure): blackedOut.formUnion(erasure.records)
        case .recovered(let recovery):
            blackedOut.formUnion(recovery.textless)
            for span in recovery.lost where span.count == 2 && span[0] <= span[1] { admitted.append(span[0]...span[1]) }
        default: break
        }
    }

    /// A text that is gone without an event that says so was not blacked out but lost; a gap that a recovery
    /// named is known.
    private func settle() {
        for number in textless.subtracting(blackedOut).sorted() {
            verification.findings.append(.wrongText(event: number))
        }
        guard !admitted.isEmpty else { return }
        func isAdmitted(_ number: Int) -> Bool { admitted.contains { $0.contains(number - 1) } }
        verification.findings.removeAll { finding in
            switch finding {
            case .gap(let number), .brokenLink(let number): isAdmitted(number)
            default: false
            }
        }
        verification.lost = admitted.reduce(0) { $0 + $1.count }
    }

    private func apply(_ event: Event) {
        if let number = event.matter, ledger.matters[number] == nil, let known = packed[number] {
            // These are bytes that were packed a moment ago.
            ledger.matters[number] = known.bytes.withUnsafeBytes {
                try? Matter(number: number, title: known.title, packed: $0)
            }
        }
        ledger.apply(event)
    }

    private func packAway() {
        for matter in ledger.matters.values {
            packed[matter.number] = Packed(title: matter.title, bytes: matter.packed())
        }
        ledger.matters.removeAll(keepingCapacity: true)
    }

    // MARK: State

    private func compare(_ store: Store) throws {
        func differ(_ state: Verification.State) { verification.findings.append(.wrongState(state)) }
        if try store.settings() != Settings(ledger) { differ(.setting) }
        var stored = Ledger()
        try store.readReference(into: &stored)
        differences(stored.units, ledger.units).forEach { differ(.unit($0)) }
        differences(stored.people, ledger.people).forEach { differ(.person($0)) }
        differences(stored.grids, ledger.grids).forEach { differ(.grid($0)) }
        differences(stored.campaigns, ledger.campaigns).forEach { differ(.campaign($0)) }
        differences(stored.maps, ledger.maps).forEach { differ(.map($0)) }
        if stored.diary != ledger.diary { differ(.diary) }
        if try store.sums().filter({ $0.value != Sums() }) != ledger.sums.filter({ $0.value != Sums() }) {
            differ(.sums)
        }
        try compareMatters(store, differ)
    }

    private func differences<Subject, Value: Equatable>(
        _ left: [Key<Subject>: Value],
        _ right: [Key<Subject>: Value]
    ) -> [Int] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.map(\.rawValue).sorted()
    }

    private func compareMatters(_ store: Store, _ differ: (Verification.State) -> Void) throws {
        var seen = 0
        try store.eachMatterRow { number, columns, bytes in
            guard let rebuilt = packed[number], rebuilt.bytes.elementsEqual(bytes),
                let matter = try? rebuilt.bytes.withUnsafeBytes({
                    try Matter(number: number, title: rebuilt.title, packed: $0)
                }),
                MatterColumns(matter, offset: ledger.offset) == columns
            else {
                if packed[number] != nil { seen += 1 }
                return differ(.matter(number.rawValue))
            }
            seen += 1
        }
        guard seen < packed.count else { return }
        for number in packed.keys.sorted() where try store.matter(number) == nil { differ(.matter(number.rawValue)) }
    }
}
