import Ledger
import Text
import Words

/// Who sits in the room (PRACTICE §6).
package enum Audience: Hashable, Sendable {
    /// The office itself: cadres by full name.
    case inside
    /// Outsiders are present: unit and post, no name in any string.
    case outsiders
}

/// Takes cadres' names out of free text.
struct NameGuard {
    private let names: Set<String>
    private let lengths: [Int]
    private let instead: String

    init(_ ledger: Ledger, _ words: Words) {
        names = Set(ledger.people.values.map(\.name.string).filter { $0.count >= 2 })
        lengths = Set(names.map(\.count)).sorted(by: >)
        instead = words.unnamed
    }

    /// The text with each full name of a person of the ledger replaced.
    func cleaned(_ text: String) -> String {
        let letters = Array(text)
        var result = ""
        var place = 0
        while place < letters.count {
            let found = lengths.first { length in
                place + length <= letters.count && names.contains(String(letters[place..<place + length]))
            }
            if let found {
                result += instead
                place += found
            } else {
                result.append(letters[place])
                place += 1
            }
        }
        return result
    }
}
