import Canvas
import Ledger
import Text
import Walls
import Words

// Registering and correcting: a title with marks becomes a matter or an amendment.
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

    func amendment(_ number: MatterNumber, _ scene: Scene) throws(Gap) -> Command {
        let entry = QuickEntry(fields[0].text.text, scene)
        if let problem = entry.problem(scene) { throw Gap(field: 0, sentence: problem) }
        guard let matter = scene.matter(number) else { return .amend(number, Amendment()) }
        var amendment = Amendment()
        let title = Prose(CleanText(entry.title))
        if title != matter.title { amendment.title = title }
        if let person = entry.person, person != matter.person { amendment.person = person }
        if let unit = entry.unit, unit != matter.lead { amendment.lead = unit }
        if let grid = entry.grid, grid != matter.grid { amendment.grid = grid }
        if let term = entry.term, term != matter.term { amendment.term = term }
        if var line = entry.quantity {
            line.done = matter.quantities.count == 1 ? matter.quantities[0].done : .zero
            if matter.quantities.count <= 1, [line] != matter.quantities { amendment.quantities = [line] }
        }
        return .amend(number, amendment)
    }
}
