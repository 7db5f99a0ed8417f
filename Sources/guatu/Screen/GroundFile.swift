import FoundationEssentials

/// Whether the ground of each terminal is light, as it said itself: for the first frame of the next start, which is
/// drawn before it can be asked again.
struct GroundFile {
    private let path: String
    /// As in ``WidthFile``; nil where an answer could not be believed.
    private let terminal: String?

    init(_ surroundings: Surroundings) {
        self.init(folder: surroundings.stateFolder, surroundings.variables)
    }

    init(folder: String, _ variables: [String: String]) {
        path = folder + "/grounds.json"
        terminal = WidthFile.name(variables)
    }

    /// What is known of this terminal.
    func read() -> Bool? {
        guard let terminal, let ground = content()[terminal] else { return nil }
        return ground == "light"
    }

    /// Remembers it. Not being able to costs one frame in the wrong colours next time.
    func write(isLight: Bool) {
        guard let terminal, read() != isLight else { return }
        var content = content()
        content[terminal] = isLight ? "light" : "dark"
        try? Files.writeJSON(content, to: path)
    }

    private func content() -> [String: String] {
        guard let bytes = try? Files.read(path) else { return [:] }
        return (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
    }
}
