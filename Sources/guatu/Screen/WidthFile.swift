import Text

/// How wide each terminal shows ambiguous characters, as it said itself.
struct WidthFile {
    private let memory: TerminalMemory<Int>

    init(_ surroundings: Surroundings) {
        memory = TerminalMemory("widths.json", in: surroundings.stateFolder, surroundings.variables)
    }

    /// Whether its answer could be believed.
    var canBeAsked: Bool { memory.terminal != nil }

    /// What is known of this terminal.
    func read() -> Ambiguity? { memory.read().map { $0 == 2 ? .wide : .narrow } }

    func write(_ ambiguity: Ambiguity) { memory.write(ambiguity == .wide ? 2 : 1) }
}
