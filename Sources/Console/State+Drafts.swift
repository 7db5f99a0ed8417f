import Canvas
package import Ledger
import Words

/// A line that was typed and not stored (草稿), as it is kept when the program has to end.
package struct Draft: Hashable, Sendable, Codable {
    /// The action's name.
    package var action: String
    package var matter: MatterNumber?
    /// What stood in each field, choices by their names.
    package var texts: [String]
}

extension State {
    /// Every line that was typed and not stored, the one being typed included.
    package var unstored: [Draft] {
        var prompts = drafts
        for prompt in underway.values { prompts[prompt.purpose] = prompt }
        if case .prompt(let prompt)? = overlay, prompt.isWorthKeeping { prompts[prompt.purpose] = prompt }
        let kept = keptTexts.map { Draft($0.key, texts: $0.value) }
        let typed = prompts.filter { $0.key != .view }.map { Draft($0.key, texts: $0.value.fields.map(\.text.text)) }
        return (kept + typed).sorted { ($0.matter?.rawValue ?? 0, $0.action) < ($1.matter?.rawValue ?? 0, $1.action) }
    }

    /// Takes what was left of an earlier run; each comes back when its line is opened again.
    package mutating func take(_ drafts: [Draft]) {
        for draft in drafts {
            guard let purpose = draft.purpose else { continue }
            keptTexts[purpose] = draft.texts
        }
        guard !keptTexts.isEmpty else { return }
        let count = keptTexts.count
        say(
            words(
                "上次有 \(count) 条没写完，再按同一键接着写。",
                "\(count) lines were left unfinished; open them again to go on."
            )
        )
    }
}

extension Draft {
    fileprivate init(_ purpose: Prompt.Purpose, texts: [String]) {
        self.texts = texts
        switch purpose {
        case .register: action = Action.Kind.register.rawValue
        case .view: action = ""
        case .act(let kind, let number):
            action = kind.rawValue
            matter = number
        }
    }

    fileprivate var purpose: Prompt.Purpose? {
        guard let kind = Action.Kind(rawValue: action) else { return nil }
        if kind == .register { return .register }
        return matter.map { .act(kind, $0) }
    }
}

extension Prompt {
    /// Puts texts of an earlier run into the fields, where the fields are still the same.
    mutating func fill(_ texts: [String]) -> Bool {
        guard texts.count == fields.count else { return false }
        for (index, text) in texts.enumerated() {
            if fields[index].choices.isEmpty {
                fields[index].text = TextField(text)
            } else if let choice = fields[index].choices.firstIndex(of: text) {
                fields[index].choose(choice - fields[index].choice)
            }
        }
        return true
    }
}
