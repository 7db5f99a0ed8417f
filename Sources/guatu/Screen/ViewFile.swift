import Console
import FoundationEssentials

/// The user's views (视图): theirs, whatever ledger they look at.
struct ViewFile {
    private struct Content: Codable {
        var schema = 1
        var views: [SavedView]
    }

    private let path: String

    init(_ session: Session) { path = session.surroundings.configFolder + "/views.json" }

    /// None if they cannot be read.
    func read() -> [SavedView] {
        guard let bytes = try? Files.read(path),
            let content = try? JSONDecoder().decode(Content.self, from: Data(bytes))
        else { return [] }
        return content.views
    }

    func write(_ views: [SavedView]) throws(Complaint) {
        try Files.writeJSON(Content(views: views), to: path)
    }
}
