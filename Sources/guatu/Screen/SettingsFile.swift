import FoundationEssentials

/// What the user chose on the screen for themselves: theirs, whatever ledger they look at.
struct SettingsFile {
    struct Content: Codable, Hashable {
        var schema = 1
        var theme: String?
        var mouse: Bool?
    }

    private let path: String

    init(_ surroundings: Surroundings) { path = surroundings.configFolder + "/settings.json" }

    /// Nothing chosen where it cannot be read.
    func read() -> Content {
        guard let bytes = try? Files.read(path),
            let content = try? JSONDecoder().decode(Content.self, from: Data(bytes))
        else { return Content() }
        return content
    }

    /// Changes one choice and leaves the others.
    func change(_ change: (inout Content) -> Void) throws(Complaint) {
        var content = read()
        change(&content)
        try Files.writeJSON(content, to: path)
    }
}
