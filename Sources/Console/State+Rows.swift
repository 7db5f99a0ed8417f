import Canvas
import Ledger
import Text
import Walls
import Words

// Enter on a row of a matter's page: the line that opens is about that row.
extension State {
    /// A step that was ticked says so; an open one is chosen already.
    mutating func tick(step place: Int) -> [Effect] {
        if let matter = selected, matter.steps.indices.contains(place), matter.steps[place].done != nil {
            say(words("这一步已经办了。", "This step is done already."))
            return []
        }
        return open(.act(.tickStep)) { role in
            if case .step(let open) = role { open.firstIndex(of: place) } else { nil }
        }
    }

    mutating func settle(support place: Int) -> [Effect] {
        let unit = selected.flatMap { $0.supports.indices.contains(place) ? $0.supports[place] : nil }
        if unit?.settled != nil {
            say(words("这一份已经办结。", "This share is settled already."))
            return []
        }
        return open(.act(.settleSupport)) { role in
            if case .unit(let units) = role, let unit { units.firstIndex(of: unit.unit) } else { nil }
        }
    }

    /// The household is written; what it came to is asked.
    mutating func visit(_ code: CleanText) -> [Effect] {
        let effects = open(.say(.household)) { _ in nil }
        guard case .prompt(var prompt)? = overlay, case .say(.household, _) = prompt.purpose,
            let index = prompt.fields.firstIndex(where: { $0.role == .household })
        else { return effects }
        let written = prompt.fields[index].text.cleaned
        if !written.string.isEmpty, written != code, let matter = selected {
            // The draft is about another household, and stays that.
            drafts[prompt.purpose] = prompt
            notice = nil
            prompt = Prompt.saying(.household, on: matter, scene)
        }
        prompt.fields[index].text = TextField(code.string)
        prompt.next(1)
        overlay = .prompt(prompt)
        return effects
    }

    /// Starts an operation, with one of the choices of its line taken.
    private mutating func open(_ id: Operation.ID, taking choice: (Prompt.Field.Role) -> Int?) -> [Effect] {
        let effects = start(Operation.of(id))
        guard case .prompt(var prompt)? = overlay else { return effects }
        for index in prompt.fields.indices {
            guard let place = choice(prompt.fields[index].role) else { continue }
            prompt.fields[index].choose(place - prompt.fields[index].choice)
        }
        overlay = .prompt(prompt)
        return effects
    }
}
