import Glibc

/// Reads a file in pieces, forwards or from a place; holds no more than one piece of it.
final class FileBytes {
    /// Why a file cannot be read; the number is `errno`.
    enum Failure: Error, Hashable {
        case system(Int32)
        case directory
    }

    private let descriptor: Int32
    let size: Int

    init(path: String) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .system(code)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw .directory
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills `buffer` with what stands at `offset`, at most `count` bytes; empty at the end of the file.
    func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(Failure) {
        if buffer.count < count { buffer = [UInt8](repeating: 0, count: count) }
        var got = 0
        while true {
            got = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(offset)) }
            guard got < 0 else { break }
            if errno != EINTR { throw .system(errno) }
        }
        buffer.removeLast(buffer.count - got)
    }
}
