package import Ledger
import Supervision
import Text

/// The language of screens, sentences and paper.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case zh, en
}

/// Turns values into words: the one place where the program's sentences are made.
///
/// Chinese wording is that of PRACTICE §8: one word for one thing on every wall.
package struct Words: Hashable, Sendable {
    package var language: Language

    package init(_ language: Language) { self.language = language }

    package static let chinese = Words(.zh)
    package static let english = Words(.en)

    /// The text in the language of these words.
    package func callAsFunction(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }

    /// A text that may have been blacked out.
    package func text(_ prose: Prose?) -> String {
        guard let prose else { return "" }
        return prose.text?.string ?? self("（已涂黑）", "(blacked out)")
    }
}

// MARK: - Matters and people

extension Words {
    /// The number as it is shown: the letter of its kind and the integer, 督147.
    package func number(_ matter: Matter) -> String { number(matter.number, matter.kind) }

    package func number(_ number: MatterNumber, _ kind: Kind) -> String { "\(letter(kind))\(number.rawValue)" }

    /// A number with the letter of its kind, where the matter is known.
    func number(_ number: MatterNumber, in ledger: Ledger) -> String {
        ledger.matters[number].map(self.number) ?? "\(number)"
    }

    package func title(_ matter: Matter) -> String { text(matter.title) }

    package func unit(_ id: UnitID?, in ledger: Ledger) -> String {
        id.flatMap { ledger.units[$0]?.shortName.string } ?? ""
    }

    /// Who somebody is for a reader: inside by name; outside by the post alone (PRACTICE §6).
    package func person(_ id: PersonID?, for audience: Audience, in ledger: Ledger) -> String {
        switch audience {
        case .internal: person(id, in: ledger)
        case .outside: id.flatMap { ledger.people[$0]?.posts.first?.string } ?? ""
        }
    }

    package func fullName(_ id: UnitID?, in ledger: Ledger) -> String {
        id.flatMap { ledger.units[$0]?.name.string } ?? ""
    }

    /// A person by full name, for use inside the office.
    package func person(_ id: PersonID?, in ledger: Ledger) -> String {
        id.flatMap { ledger.people[$0]?.name.string } ?? ""
    }

    package func campaign(_ id: CampaignID?, in ledger: Ledger) -> String {
        id.flatMap { ledger.campaigns[$0]?.name.string } ?? ""
    }

    package func grid(_ id: GridID?, in ledger: Ledger) -> String {
        id.flatMap { ledger.grids[$0]?.name.string } ?? ""
    }

    /// Who stands behind a record: 「沈南枝（温如许代录·电话）」, of an approval with its day: 「林秋白（温如许代录·纸质，11-20 批）」.
    package func signature(_ signature: Signature, in ledger: Ledger) -> String {
        let typist = signature.person.flatMap { ledger.people[$0]?.name.string } ?? signature.login
        guard let behalf = signature.behalf else { return typist }
        let speaker = behalf.person.map { person($0, in: ledger) } ?? unit(behalf.unit, in: ledger)
        let given = behalf.day.map { self("，\(short($0)) 批", ", given \(short($0))") } ?? ""
        return self(
            "\(speaker)（\(typist)代录·\(name(behalf.channel))\(given)）",
            "\(speaker) (recorded by \(typist), \(name(behalf.channel))\(given))"
        )
    }
}
