import Glibc

/// A private copy of a ledger's file and of the journal beside it.
///
/// After a writer was killed in mid-commit the file holds half of what it wrote, and the journal what
/// has to be put back. Whoever opens the file to write puts it back; whoever only reads must not write,
/// and may not be able to. So they read a copy, in which SQLite puts it back. It lies in memory where
/// the system has a place for that, is closed to others, and is gone when the process lets go of it.
final class UnfinishedCopy {
    let path: String
    private let folder: String
    private let original: String
    private let stamps: [Stamp]

    /// Says whether a file was written since.
    private struct Stamp: Hashable {
        var inode: UInt64
        var size: Int64
        var seconds: Int
        var nanoseconds: Int

        init(_ path: String) {
            var info = stat()
            let isThere = stat(path, &info) == 0
            inode = isThere ? UInt64(info.st_ino) : 0
            size = isThere ? Int64(info.st_size) : 0
            seconds = isThere ? info.st_mtim.tv_sec : 0
            nanoseconds = isThere ? info.st_mtim.tv_nsec : 0
        }
    }

    init(of original: String) throws(JournalError) {
        self.original = original
        // SQLite puts the journal beside the file that a link leads to.
        let file = UnfinishedCopy.resolved(original)
        guard let folder = UnfinishedCopy.makeFolder() else { throw .unfinished(path: original) }
        self.folder = folder
        path = folder + "/ledger"
        for _ in 0..<5 {
            let before = UnfinishedCopy.stamps(file)
            let isCopied =
                UnfinishedCopy.copy(file + "-journal", to: path + "-journal") && UnfinishedCopy.copy(file, to: path)
            // While the journal stays as it is nothing but taking back can happen to the file, and the
            // journal's copy takes back whatever of that the file's copy missed.
            if isCopied, UnfinishedCopy.stamps(file) == before {
                stamps = before
                return
            }
        }
        stamps = []
        throw .unfinished(path: original)
    }

    /// A file made of the original in another way than by copying its bytes.
    init(
        of original: String,
        making make: (_ path: String) throws(JournalError) -> Void
    ) throws(JournalError) {
        self.original = original
        guard let folder = UnfinishedCopy.makeFolder() else { throw .unfinished(path: original) }
        self.folder = folder
        path = folder + "/ledger"
        stamps = UnfinishedCopy.stamps(UnfinishedCopy.resolved(original))
        try make(path)
    }

    deinit {
        for name in [path, path + "-journal"] { unlink(name) }
        rmdir(folder)
    }

    /// Whether somebody finished or wrote the original since.
    var isOutdated: Bool { UnfinishedCopy.stamps(UnfinishedCopy.resolved(original)) != stamps }

    private static func stamps(_ file: String) -> [Stamp] { [Stamp(file), Stamp(file + "-journal")] }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func makeFolder() -> String? {
        for place in ["/dev/shm", "/tmp", "/var/tmp"] {
            var template = Array("\(place)/guatu-XXXXXX".utf8CString)
            if mkdtemp(&template) != nil {
                return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
            }
        }
        return nil
    }

    /// The bytes of a file, whatever they are.
    static func copy(_ source: String, to target: String) -> Bool {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { return false }
        defer { close(from) }
        let to = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard to >= 0 else { return false }
        defer { close(to) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(from, &buffer, buffer.count)
            if count == 0 { return true }
            guard count > 0, write(to, buffer, count) == count else { return false }
        }
    }
}
