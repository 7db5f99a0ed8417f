import Console
import FoundationEssentials

/// What was typed and not stored, kept over the end of the program: it was asked to end, the line
/// broke, or somebody simply left.
struct DraftFile {
    private struct Content: Codable {
        var ledger: String
        var drafts: [Draft]
    }

    private let path: String
    private let ledger: String

    init(_ session: Session) {
        path = session.surroundings.stateFolder + "/drafts.json"
        ledger = Files.resolved(session.path) ?? session.path
    }

    /// The drafts of this ledger; none if they cannot be read.
    func read() -> [Draft] {
        guard let bytes = try? Files.read(path),
            let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)), content.ledger == ledger
        else { return [] }
        return content.drafts
    }

    /// Keeps them. A program that is ending has nobody to tell that it could not.
    func write(_ drafts: [Draft]) {
        if drafts.isEmpty {
            if !read().isEmpty { Files.remove(path) }
            return
        }
        guard let json = try? JSONEncoder().encode(Content(ledger: ledger, drafts: drafts)) else { return }
        try? Files.makeFolder(Files.parent(of: path))
        try? Files.write(Array(json), to: path)
    }
}
