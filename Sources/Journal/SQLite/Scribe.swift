import Dispatch
import Ledger
import Synchronization
import Text

/// Puts what was decided into the file, in the order in which it comes.
///
/// For many commands it works beside the one who decides: while the next is decided on one core, another
/// makes bytes, hashes and rows of those before. What goes wrong there is thrown by the next call.
///
/// Sendable, for of the store and the chain only one thread makes use at a time: whoever holds ``store``.
final class Scribe: @unchecked Sendable {
    enum Entry: Sendable {
        case event(EventBody)
        case matter(Matter, Offset)
        case unit(Unit)
        case person(Person)
        case grid(Grid)
        case campaign(Campaign)
        case map(MapSheet?, GridID)
        case diary(DiaryEntry, Diary)
        case household(Household)
        case noHousehold(CleanText)
        case precedent(Precedent)
    }

    private let lock = Mutex(())
    private let store: Store
    private var chain: Chain
    private let texts = SealedTexts()

    /// Where it works beside; nil where each entry is written at once.
    private let queue: DispatchQueue?
    private var batch: [Entry] = []
    private let room = DispatchSemaphore(value: Scribe.batchLimit)
    private let fault = Mutex<JournalError?>(nil)
    private let isStopped = Atomic(false)

    private static let batchSize = 64
    /// Batches that may wait: as many as one ``Writer/flush()`` makes.
    private static let batchLimit = 32

    init(_ store: Store, isBeside: Bool) throws {
        self.store = store
        chain = try store.chain()
        queue = isBeside ? DispatchQueue(label: "guatu.scribe") : nil
    }

    /// The event written last.
    var position: Position { chain.position }
    var office: Identity { chain.office }
    var officeNumber: Int { chain.officeNumber }

    // MARK: Writing

    func write(_ entry: Entry) throws {
        guard queue != nil else { return try put(entry) }
        batch.append(entry)
        if batch.count == Scribe.batchSize { try handOver() }
    }

    /// Returns when everything is in the file.
    func finish() throws {
        guard let queue else { return }
        try handOver()
        queue.sync {}
        try check()
    }

    private func handOver() throws {
        try check()
        room.wait()
        let entries = batch
        batch.removeAll(keepingCapacity: true)
        queue?.async { [self] in
            defer { room.signal() }
            do {
                try check()
                for entry in entries where !isStopped.load(ordering: .relaxed) {
                    try lock.withLock { _ in try put(entry) }
                }
            } catch {
                let error = store.describe(error)
                fault.withLock { $0 = $0 ?? error }
            }
        }
    }

    /// Leaves what is not in the file yet, and writes nothing any more.
    func stop() {
        batch.removeAll()
        isStopped.store(true, ordering: .relaxed)
        queue?.sync {}
    }

    private func check() throws { if let fault = fault.withLock({ $0 }) { throw fault } }

    private func put(_ entry: Entry) throws {
        switch entry {
        case .event(let body):
            let bytes =
                try OpeningWriter(body, texts: texts)?.bytes ?? JSONWriter.bytes(body, userInfo: [.prose: texts])
            try store.append(body, bytes: bytes, texts: texts.take(), to: &chain)
        case .matter(let matter, let offset): try store.write(matter, offset: offset)
        case .unit(let unit): try store.write(unit)
        case .person(let person): try store.write(person)
        case .grid(let grid): try store.write(grid)
        case .campaign(let campaign): try store.write(campaign)
        case .map(let sheet, let key): try store.write(sheet, at: key)
        case .diary(let entry, let diary): try store.write(entry, of: diary)
        case .household(let household): try store.write(household)
        case .noHousehold(let code): try store.removeHousehold(code)
        case .precedent(let precedent): try store.write(precedent)
        }
    }

    // MARK: Reading

    /// Reads from the file, where what was handed over last may not stand yet: ``finish()`` before that.
    func reading<Value>(_ body: (Store) throws -> Value) rethrows -> Value {
        try lock.withLock { _ in try body(store) }
    }
}
