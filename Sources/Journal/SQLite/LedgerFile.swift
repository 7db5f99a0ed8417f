import Glibc

/// The file behind a path, seen without SQLite.
enum LedgerFile {
    /// Which file a path leads to. Another file under the same path has another identity.
    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    /// Nil where there is nothing, or nothing that can be looked at.
    static func identity(_ path: String) -> Identity? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        return Identity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
    }

    /// Refuses what cannot be a ledger before SQLite touches it.
    ///
    /// SQLite would take an empty file for a new database, wait for ever on a pipe, and say of a
    /// folder only that it cannot be opened. The file itself is not opened here: closing it would
    /// take away the locks that another connection of this process holds on it.
    static func inspect(_ path: String) throws(JournalError) -> Identity {
        var info = stat()
        guard stat(path, &info) == 0 else {
            throw errno == EACCES ? .unreadable(path: path) : .missing(path: path)
        }
        switch info.st_mode & S_IFMT {
        case S_IFDIR: throw .directory(path: path)
        case S_IFREG: break
        default: throw .foreign(path: path)
        }
        guard info.st_size > 0 else { throw .empty(path: path) }
        guard access(path, R_OK) == 0 else { throw .unreadable(path: path) }
        return Identity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
    }

    /// Whether the process may write the file and, for the journal beside it, the folder.
    static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0 }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    // MARK: File systems

    /// The type of the network file system a path lies on; nil on a local one.
    static func network(_ path: String) -> String? {
        guard let identity = identity(path) else { return nil }
        // As makedev(3) put them together.
        let major = identity.device >> 8 & 0xFFF | identity.device >> 32 & ~0xFFF
        let minor = identity.device & 0xFF | identity.device >> 12 & ~0xFF & 0xFFFF_FFFF
        // What lies on a device of this machine has its driver's number; all others count under 0.
        guard major == 0 else { return nil }
        return network(device: "\(major):\(minor)", in: contents(of: "/proc/self/mountinfo"))
    }

    /// The same from the text of proc(5) `mountinfo`, where a device is written `0:52`. It names what
    /// `statfs` cannot tell apart, such as sshfs from other file systems in user space.
    static func network(device: String, in mounts: String) -> String? {
        for line in mounts.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 2, words[2] == device, let dash = words.firstIndex(of: "-"), dash + 1 < words.count
            else {
                continue
            }
            return networks.contains(String(words[dash + 1])) ? String(words[dash + 1]) : nil
        }
        return nil
    }

    /// File systems shared between machines, whose locks cannot be relied on.
    private static let networks: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "lustre", "fuse.sshfs", "fuse.davfs",
        "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.curlftpfs",
    ]

    private static func contents(of path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while case let count = read(file, &buffer, buffer.count), count > 0 { text += buffer[..<count] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Makes a new file that only this process knows, rw for owner and group whatever the umask.
    static func make(_ path: String) throws(JournalError) {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
        guard file >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing(path: folder(of: path))
            case ENOSPC, EDQUOT: throw .diskFull(path: path)
            default: throw .readOnly(path: path)
            }
        }
        fchmod(file, 0o660)
        close(file)
    }

    /// Gives a finished file its name, unless something has it already.
    static func publish(_ made: String, as path: String) throws(JournalError) {
        defer { unlink(made) }
        guard link(made, path) != 0 else { return sync(folder: folder(of: path)) }
        guard errno != EEXIST, access(path, F_OK) != 0 else { throw .exists(path: path) }
        // A file system without hard links, such as that of a USB stick.
        guard rename(made, path) == 0 else { throw .readOnly(path: path) }
        sync(folder: folder(of: path))
    }

    static func remove(_ path: String) { unlink(path) }

    /// A name survives a power failure only once its folder is written.
    private static func sync(folder: String) {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return }
        fsync(handle)
        close(handle)
    }
}
