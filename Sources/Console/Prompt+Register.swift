import Canvas
import Ledger
import Text
import Walls
import Words

// Registering: a title with marks becomes a matter.
extension Prompt {
    func registration(_ scene: Scene) throws(Gap) -> Command {
        let entry = QuickEntry(fields[0].text.text, scene)
        if let problem = entry.problem(scene) { throw Gap(field: 0, sentence: problem) }
        var kind = Kind.target
        var source = Source.spoken
        for field in fields {
            if case .kind(let kinds) = field.role { kind = kinds[field.choice] }
            if case .source(let sources) = field.role { source = sources[field.choice] }
        }
        var registration = Registration(kind: kind, title: Prose(CleanText(entry.title)), source: source)
        registration.person = entry.person
        registration.lead = entry.unit
        registration.grid = entry.grid
        registration.term = entry.term
        registration.quantities = entry.quantity.map { [$0] } ?? []
        return .register(registration)
    }
}
