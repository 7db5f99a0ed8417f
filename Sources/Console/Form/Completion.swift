import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

/// What is being typed and may mean several things (补全): ↑↓ choose one, Tab takes it. What can mean only one thing is
/// taken as it is and shown.
struct Completion: Hashable {
    struct Choice: Hashable {
        /// As it is taken.
        let name: String
        /// Whose, which: what tells it from the others.
        let note: String
    }

    let choices: [Choice]
    /// The clusters of the field that it takes the place of.
    fileprivate let range: Range<Int>
    /// What goes on after it.
    fileprivate let ending: String

    fileprivate init?(_ choices: [Choice], _ range: Range<Int>, ending: String = "") {
        guard choices.count > 1 else { return nil }
        self.choices = choices
        self.range = range
        self.ending = ending
    }
}

extension Prompt {
    func completion(_ scene: Scene) -> Completion? {
        guard fields.indices.contains(focus) else { return nil }
        let field = fields[focus]
        switch field.role {
        case .speaker, .person, .carrier:
            let lookup = scene.lookUpPerson(field.text.cleaned.string)
            guard lookup.found == nil, !field.text.isEmpty else { return nil }
            return Completion(lookup.choices, 0..<field.text.text.count)
        case .household:
            let found = households(field.text.cleaned.string, scene).prefix(5)
            let choices = found.map { household in
                Completion.Choice(name: household.code.string, note: scene.words.name(household.state))
            }
            return Completion(Array(choices), 0..<field.text.text.count)
        case .entry: return completion(of: field.text, scene)
        default: return nil
        }
    }

    /// The name after the mark at the caret.
    private func completion(of text: TextField, _ scene: Scene) -> Completion? {
        let pieces = QuickEntry.pieces(of: text.text)
        guard
            let piece = pieces.last(where: { $0.range.lowerBound <= text.caret && text.caret <= $0.range.upperBound }),
            let mark = piece.mark
        else { return nil }
        let name = String(Array(text.text)[piece.range])
        let ending = piece.range.upperBound == text.text.count ? " " : ""
        switch mark {
        case "@":
            let (people, units) = (scene.lookUpPerson(name), scene.lookUpUnit(name))
            guard people.found == nil, units.found == nil else { return nil }
            // One person is taken before any unit.
            guard people.candidates.count != 1 else { return nil }
            return Completion(Array(people.choices.prefix(4)) + units.choices.prefix(2), piece.range, ending: ending)
        case "#":
            let lookup = scene.lookUpGrid(name)
            return lookup.found == nil ? Completion(lookup.choices, piece.range, ending: ending) : nil
        default: return nil
        }
    }

    /// Does what Tab and the arrows mean while several things are possible. False if they mean something else.
    mutating func complete(_ key: Key, _ scene: Scene) -> Bool {
        guard [.tab, .up, .down].contains(key), let completion = completion(scene) else { return false }
        let count = completion.choices.count
        switch key {
        case .down: candidate = (candidate + 1) % count
        case .up: candidate = (candidate + count - 1) % count
        default:
            let choice = completion.choices[min(candidate, count - 1)]
            fields[focus].text.replace(completion.range, with: choice.name + completion.ending)
            candidate = 0
        }
        return true
    }
}

extension Lookup {
    fileprivate var choices: [Completion.Choice] { candidates.map { .init(name: $0.name, note: $0.note) } }
}

extension State {
    /// The line after a click on one of the things that are offered; nil beside them.
    /// - Parameter bottom: the row below the line.
    func offered(at point: Point, _ old: Prompt, bottom: Int) -> Prompt? {
        let isCapture = old.purpose == .register
        let isPanel = isCapture || isSheet(old)
        guard point.y == (isPanel || isHosted(old) ? bottom - 1 : bottom - 2) else { return nil }
        var x = isCapture ? 1 : isPanel ? 2 : 0
        for run in isPanel ? offered(old) : above(old) {
            let width = run.text.columns()
            defer { x += width }
            guard (x..<x + width).contains(point.x) else { continue }
            var prompt = old
            if let choices = prompt.completion(scene)?.choices {
                guard let index = choices.firstIndex(where: { State.label($0) == run.text }) else { return nil }
                prompt.candidate = index
                return prompt.complete(.tab, scene) ? prompt : nil
            }
            let field = prompt.fields[prompt.focus]
            let place = field.choices.indices.first { field.choices[$0] == run.text || State.digit($0) == run.text }
            guard let place else { return nil }
            prompt.fields[prompt.focus].choose(place - field.choice)
            return prompt
        }
        return nil
    }

    private static func label(_ choice: Completion.Choice) -> String { " \(choice.name) \(choice.note) " }
    private static func digit(_ index: Int) -> String { "\((index + 1) % 10) " }

    /// 「Tab 贺知远 雨污分流专班  韩昭阳 便民中心」, or the choices of a field with their digits; empty where there are none.
    func offered(_ prompt: Prompt) -> [Run] {
        if let completion = prompt.completion(scene) {
            return [Run("Tab ", Style.gold.bold)]
                + completion.choices.enumerated().flatMap { index, choice in
                    let isChosen = index == min(prompt.candidate, completion.choices.count - 1)
                    return [
                        Run(State.label(choice), isChosen ? Style(.gold, on: .active, .bold) : .dim), Run(" "),
                    ]
                }
        }
        guard prompt.fields.indices.contains(prompt.focus) else { return [] }
        let field = prompt.fields[prompt.focus]
        guard field.choices.count > 1, field.choices.count <= 10 else { return [] }
        return field.choices.enumerated().flatMap { index, name in
            [
                Run(State.digit(index), Style.gold.bold), Run(name, index == field.choice ? Style.text.bold : .dim),
                Run("  "),
            ]
        }
    }
}
