/// Whether the ground of each terminal is light, as it said itself.
struct GroundFile {
    private let memory: TerminalMemory<String>

    init(_ surroundings: Surroundings) { self.init(folder: surroundings.stateFolder, surroundings.variables) }

    init(folder: String, _ variables: [String: String]) {
        memory = TerminalMemory("grounds.json", in: folder, variables)
    }

    /// What is known of this terminal.
    func read() -> Bool? { memory.read().map { $0 == "light" } }

    func write(isLight: Bool) { memory.write(isLight ? "light" : "dark") }
}
