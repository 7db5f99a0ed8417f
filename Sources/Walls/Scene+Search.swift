package import Ledger
import Supervision
import Text
import Words

extension Scene {
    /// The matters at hand that a filter lets through, in the order of ``Scene/order``; all of them without one.
    ///
    /// Every word must be found in the number, title, unit, person, grid, campaign, stage or light of the matter.
    package func matters(_ filter: Filter) -> [MatterNumber] {
        derived(filter) {
            let words = Scene.words(of: filter.text)
            if words.isEmpty, !filter.isTroubleOnly { return order }
            return order.filter { number in
                if filter.isTroubleOnly, let light = judgement(number)?.light,
                    ![.red, .orange, .yellow].contains(light)
                {
                    return false
                }
                return words.isEmpty || matches(number, words)
            }
        }
    }

    /// Whether a matter at hand has all of the words.
    private func matches(_ number: MatterNumber, _ words: [[UInt8]]) -> Bool {
        guard let text = searchTexts[number] else { return false }
        return words.allSatisfy { Scene.contains(text, $0) }
    }

    /// What is typed into a filter, as words to look for; full-width letters count as half-width.
    private static func words(of text: String) -> [[UInt8]] {
        var plain = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars { plain.append(FullWidth.twin(of: scalar)) }
        return String(plain).split(separator: " ").map { Array($0.utf8) }
    }

    private var searchTexts: [MatterNumber: [UInt8]] {
        derived(SearchTexts()) { ledger.matters.mapValues { Array(searchText($0).utf8) } }
    }

    private struct SearchTexts: Hashable {}

    private func searchText(_ matter: Matter) -> String {
        var text = words.number(matter) + "\n" + words.title(matter)
        for part in [
            words.fullName(matter.lead, in: ledger), words.unit(matter.lead, in: ledger),
            words.person(matter.person, in: ledger), words.grid(matter.grid, in: ledger),
            words.campaign(matter.campaign, in: ledger), words.name(matter.stage), words.name(matter.source),
            judgement(matter.number).map { words.name($0.light) } ?? "",
        ] {
            text += "\n"
            text += part
        }
        return text.lowercased()
    }

    private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        return text.withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                for start in 0...(text.count - word.count) where text[start] == first {
                    var index = 1
                    while index < word.count, text[start + index] == word[index] { index += 1 }
                    if index == word.count { return true }
                }
                return false
            }
        }
    }
}
