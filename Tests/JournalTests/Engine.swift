import Glibc
import Journal
import Ledger
import Samples
import Synchronization
import Testing

/// The engines that must all keep the contract of ``Journal``.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case memory
    case sqlite

    var testDescription: String { rawValue }

    /// A journal to which the commands of `office` were given one by one.
    func journal(of office: Office = .founded, in folder: Folder) throws -> any Journal {
        guard case .found(let founding)? = office.commands.first?.command else { preconditionFailure("not founded") }
        let first = office.commands[0].context
        let journal: any Journal =
            switch self {
            case .memory: try MemoryJournal(founding, by: first)
            case .sqlite: try SQLiteJournal.create(folder.file("台账.guatu"), founding, by: first)
            }
        for given in office.commands.dropFirst() { try journal.perform(given.command, by: given.context) }
        return journal
    }
}

/// A folder of its own for a test, gone with the last reference.
final class Folder: Sendable {
    let path: String

    init() {
        // In memory where there is room for it: what concerns the disk has its own trials.
        let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(place)/guatu-test-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil)
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// A folder for all tests of a suite, gone with the process.
    static func untilExit() -> Folder {
        let folder = Folder()
        shared.withLock { $0.append(folder) }
        atexit { Folder.shared.withLock { $0.removeAll() } }
        return folder
    }

    private static let shared = Mutex<[Folder]>([])

    deinit {
        for name in names where unlink(file(name)) != 0 {
            // The folder of daily backups.
            guard let inner = opendir(file(name)) else { continue }
            while let entry = readdir(inner) {
                let inside = withUnsafePointer(to: entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                unlink("\(file(name))/\(inside)")
            }
            closedir(inner)
            rmdir(file(name))
        }
        rmdir(path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    var names: [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func write(_ bytes: [UInt8], to name: String) {
        let handle = open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        precondition(Glibc.write(handle, bytes, bytes.count) == bytes.count)
        close(handle)
    }

    func read(_ name: String) -> [UInt8] {
        let handle = open(file(name), O_RDONLY)
        defer { close(handle) }
        var info = stat()
        fstat(handle, &info)
        var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
        precondition(Glibc.read(handle, &bytes, bytes.count) == bytes.count)
        return bytes
    }
}

extension Ledger {
    /// The same with the matters that a screen keeps.
    var atHand: Ledger {
        var ledger = self
        ledger.matters = matters.filter { $0.stage.isAtHand }
        return ledger
    }
}

extension Context {
    /// The founder at the sample office's present.
    static let now = Context(actor: .founder, now: "2026-11-20 08:12")

    static func at(_ moment: Moment, origin: Int64? = nil) -> Context {
        Context(actor: .founder, now: moment, origin: origin)
    }
}

extension Registration {
    /// A matter that anybody may register.
    static func demo(_ title: Prose, lead: UnitID = .liudi, due: Day = "2026-12-01") -> Registration {
        var registration = Registration(kind: .problem, title: title, source: .patrol)
        registration.lead = lead
        registration.term = .fixed(due)
        return registration
    }
}
