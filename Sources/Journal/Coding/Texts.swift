import Glibc
import Ledger
import Synchronization
import Text

/// A text that stands beside an event, with the salt of its digest; without both, it was blacked out.
struct SealedText {
    var salt: [UInt8]
    var text: String

    static let saltSize = 16

    var digest: Digest {
        var text = text
        return text.withUTF8 { text in salt.withUnsafeBytes { Digest($0, UnsafeRawBufferPointer(text)) } }
    }
}

/// Takes the texts out of an event that is being written.
final class SealedTexts: ProseVault {
    private let sealed = Mutex<[SealedText]>([])

    func seal(_ text: CleanText) -> String {
        let sealed = SealedText(salt: Randomness.shared.bytes(SealedText.saltSize), text: text.string)
        self.sealed.withLock { $0.append(sealed) }
        return sealed.digest.description
    }

    /// Nothing is read while an event is written.
    func open(_ digest: String) -> CleanText? { nil }

    /// The texts in the order in which they stand in the body; forgets them.
    func take() -> [SealedText] {
        sealed.withLock { texts in
            defer { texts.removeAll(keepingCapacity: true) }
            return texts
        }
    }
}

/// Puts the texts back into an event that is being read.
final class OpenedTexts: ProseVault {
    private struct State {
        var texts: [(digest: String, text: CleanText)] = []
        /// Digests that no text stands behind.
        var blanks = 0
        var opened = 0
    }

    private let state = Mutex(State())

    /// Forgets the texts of the event before and takes those of the next.
    func fill(_ texts: [SealedText]) {
        state.withLock { state in
            state.texts.removeAll(keepingCapacity: true)
            for text in texts { state.texts.append((text.digest.description, CleanText(text.text))) }
            state.blanks = 0
            state.opened = 0
        }
    }

    func seal(_ text: CleanText) -> String { "" }

    func open(_ digest: String) -> CleanText? {
        state.withLock { state in
            // A text erased before it was ever written has no digest.
            guard !digest.isEmpty else { return nil }
            if let found = state.texts.first(where: { $0.digest == digest }) {
                state.opened += 1
                return found.text
            }
            state.blanks += 1
            return nil
        }
    }

    /// How many digests were opened, and behind how many no text stood.
    var counts: (opened: Int, blanks: Int) { state.withLock { ($0.opened, $0.blanks) } }
}

/// Random bytes from the kernel, fetched a page at a time: one system call for each salt would cost
/// more than the salt's digest.
final class Randomness: Sendable {
    static let shared = Randomness()

    private struct State {
        var pool = [UInt8](repeating: 0, count: 4096)
        var used = 4096
    }

    private let state = Mutex(State())

    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            if state.used + count > state.pool.count {
                state.pool.withUnsafeMutableBytes { arc4random_buf($0.baseAddress!, $0.count) }
                state.used = 0
            }
            defer { state.used += count }
            return Array(state.pool[state.used..<(state.used + count)])
        }
    }

    func word() -> UInt64 { bytes(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
