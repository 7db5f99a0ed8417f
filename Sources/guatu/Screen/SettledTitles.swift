import Journal
import Ledger
import Synchronization
import Text

/// The titles of what is settled for good, for the palette: read on the worker when they are first asked for, and
/// looked through at each key.
final class SettledTitles: Sendable {
    private struct Titles {
        let head: Position
        /// The newest first, as the column.
        let numbers: [MatterNumber]
        let column: TextColumn
    }

    private struct Store {
        var titles: Titles?
        var isBeingRead = false
    }

    private let path: String
    private let store = Mutex(Store())

    init(path: String) { self.path = path }

    /// The newest with a word in the title, the newest first; nil where nothing was read yet.
    func find(_ text: String) -> [MatterNumber]? {
        store.withLock { store in
            store.titles.map { titles in
                titles.column.first(20, holding: SearchWord(text)).map { titles.numbers[$0] }
            }
        }
    }

    /// Whether they should be read anew, which the caller then does.
    func isDue(at head: Position) -> Bool {
        store.withLock { store in
            guard !store.isBeingRead, store.titles?.head != head else { return false }
            store.isBeingRead = true
            return true
        }
    }

    /// Reads them, past the console's own journal: it takes a microsecond a title, and nobody who types should wait. A
    /// file that cannot be read leaves what was read before.
    func read() {
        let found = try? SQLiteJournal.open(path, mode: .read).titles(.settled)
        let titles = found.map { found in
            var column = TextColumn()
            column.reserve(texts: found.titles.count, charactersEach: 18)
            for (_, title) in found.titles.reversed() { column.append(title) }
            return Titles(head: found.head, numbers: found.titles.reversed().map(\.0), column: column)
        }
        store.withLock { store in
            store.isBeingRead = false
            if let titles { store.titles = titles }
        }
    }
}
