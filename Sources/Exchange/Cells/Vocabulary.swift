import Ledger
import Words

/// The closed lists of the field as they are written in tables: the words of the screens, and some
/// shorter ones that offices use.
enum Vocabulary {
    static let kinds = Table(Kind.allCases, Words.chinese.name)
    static let sources = Table(
        Source.allCases,
        Words.chinese.name,
        also: ["12345热线": .hotline, "12345工单": .hotline, "人大建议": .congress, "政协提案": .congress, "批示": .instruction]
    )
    static let stages = Table(
        Stage.allCases,
        Words.chinese.name,
        also: ["进行中": .inHand, "在办": .inHand, "办结": .settled, "已完成": .settled, "完成": .settled, "销号": .struck]
    )
    static let unitKinds = Table(UnitKind.allCases, Words.chinese.name)
    static let roles = Table(Role.allCases, Words.chinese.name)
    static let channels = Table(Channel.allCases, Words.chinese.name)
    static let householdStates = Table(
        Household.State.allCases,
        Words.chinese.name,
        also: ["未签": .untouched, "在谈": .talking, "签约": .signed, "已签约": .signed, "腾空": .vacated, "已腾空": .vacated]
    )
    static let phases = Table(Phase.allCases, Words.chinese.name)

    /// What a table of records does not bring: corrections, and the ladder with its numbered papers.
    private static let unwritten: Set<Action.Kind> = [
        .amend, .addStep, .reassign, .recountLimit, .trackSupport,
        .draftSlip, .signSlip, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip, .putOff, .talk, .remind,
    ]

    /// What a record does (动作).
    static let actions = Table(
        Action.Kind.allCases.filter { !unwritten.contains($0) },
        Words.chinese.name,
        also: [
            "提交": .submit, "报进度": .track, "补记": .track, "办结": .settle, "恢复": .resume, "交办": .issue, "勾选步骤": .tickStep,
        ]
    )

    /// How an answer begins (答复), and what it then is.
    static let answers: [(mark: String, kind: AnswerKind)] = [
        ("已解决", .solved), ("措施", .measure), ("有措施", .measure), ("已决定", .decided), ("已提交", .sentUp),
    ]

    /// How a settlement begins (办结), and how it was checked.
    static let checks: [(mark: String, check: Check)] = Check.allCases.map { (Words.chinese.name($0), $0) }

    /// A closed list with its words.
    struct Table<Term: Hashable & Sendable>: Sendable {
        /// The words in the order of the list, for a sentence about a wrong one.
        let words: [String]
        private let terms: [NameKey: Term]

        init(_ all: [Term], _ name: (Term) -> String, also others: [String: Term] = [:]) {
            words = all.map(name)
            var terms: [NameKey: Term] = [:]
            for (word, term) in zip(words, all) { terms[NameKey(word)] = term }
            for (word, term) in others { terms[NameKey(word)] = term }
            self.terms = terms
        }

        subscript(word: String) -> Term? { terms[NameKey(word)] }
    }
}
