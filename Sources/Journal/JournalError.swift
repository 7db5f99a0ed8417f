package import Ledger

/// Why the journal could not do what it was asked. Module Words makes the sentences.
package enum JournalError: Error, Hashable, Sendable {
    /// The rules of the ledger say no.
    case refused(Refusal)

    // The file is not what it should be
    case missing(path: String)
    /// Creating would write over something.
    case exists(path: String)
    case directory(path: String)
    case empty(path: String)
    /// Not a ledger of Guatu.
    case foreign(path: String)
    /// Written by a newer Guatu: its schema is `version`, this program knows up to `known`.
    case newer(path: String, version: Int, known: Int)
    /// Written by an older Guatu; the next command that writes brings it up to date.
    case outdated(path: String, version: Int, known: Int)
    /// An event that this program does not know, so nothing after it can be trusted.
    case unknownEvent(number: Int, kind: String, format: Int)
    /// The file is broken; `detail` is SQLite's own word for it.
    case damaged(path: String, detail: String)

    // The file cannot be used now
    /// No permission to read it.
    case unreadable(path: String)
    /// No permission to write it or its folder, or it was opened for reading only.
    case readOnly(path: String)
    /// On a network file system, where locks cannot be trusted; it can still be read.
    case networkFileSystem(path: String, type: String)
    /// Another process has been writing for the whole waiting time.
    case busy(path: String)
    case diskFull(path: String)
    /// The path is no longer the file that was opened: it was replaced, moved or removed. Nothing was
    /// written; open it again.
    case replaced(path: String)
    /// A writer crashed in the middle, what it left has to be taken back first, and there is no room for
    /// a private copy to do that in. Any command that writes does it.
    case unfinished(path: String)
    /// A backup of another ledger.
    case otherLedger(path: String)
    /// A device error or something else that SQLite reports; `code` is its extended result code.
    case failed(path: String, code: Int, detail: String)
}
