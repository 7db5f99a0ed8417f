package import Text

// The parts of the rules that are more than a number.

/// How often the rules look, and how long they wait, in one phase (平时/攻坚/战时).
package struct PhaseRules: Hashable, Sendable, Codable {
    /// 滞后 matters are tracked each working day, else weekly.
    package var tracksDaily: Bool
    /// 过夜 counts every day, else working days.
    package var countsEveryNight: Bool
    /// A 催办单 is answered within this many working days.
    package var answerWorkdays: Int
    /// A 督办单 gives this many working days to mend.
    package var mendWorkdays: Int
    /// How often a headquarters meets; nil: as usual in the phase.
    package var meetings: MeetingRhythm?

    package init(tracksDaily: Bool, countsEveryNight: Bool, answerWorkdays: Int, mendWorkdays: Int) {
        self.tracksDaily = tracksDaily
        self.countsEveryNight = countsEveryNight
        self.answerWorkdays = answerWorkdays
        self.mendWorkdays = mendWorkdays
    }
}

/// How often the headquarters of a campaign meets (例会). Raw values are promises.
package enum MeetingRhythm: String, Hashable, Sendable, Codable, CaseIterable {
    /// 不定: none is expected.
    case none
    /// 每周: one a week
    case weekly
    /// 早晚: 早会 and 晚会 each working day
    case earlyAndLate
    /// 每日: one each day, rest days included
    case daily
}

/// Who signs what (签发).
package struct Signers: Hashable, Sendable, Codable {
    package var press: [Role] = [.supervisionHead]
    package var order: [Role] = [.viceLeader]
    package var circular: [Role] = [.secretary]

    package init() {}

    package subscript(kind: Slip.Kind) -> [Role] {
        switch kind {
        case .press: press
        case .order: order
        case .circular: circular
        }
    }
}

/// The letters after the 机关代字 of a document number.
package struct SeriesLetters: Hashable, Sendable, Codable {
    package var press = CleanText("催")
    package var order = CleanText("督")

    package init() {}
}

/// A limit under a name of the office's own (时限预设).
package struct NamedTerm: Hashable, Sendable, Codable {
    package var name: CleanText
    package var term: Term

    package init(name: CleanText, term: Term) {
        self.name = name
        self.term = term
    }
}

/// For whom lists, minutes and the meeting wall are made (对象), unless somebody says otherwise.
package enum Audience: String, Hashable, Sendable, Codable, CaseIterable {
    /// 内部: cadres with full names.
    case `internal`
    /// 外部: unit and post only.
    case outside
}

/// Who works under a login, and what it may do.
package struct LoginRule: Hashable, Sendable, Codable {
    package var login: String
    /// One, or several who share it: then the program asks 「我是谁」.
    package var people: [PersonID]
    package var roles: [Role]

    package init(login: String, people: [PersonID] = [], roles: [Role] = []) {
        self.login = login
        self.people = people
        self.roles = roles
    }
}

extension Cycle: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let cycle = Cycle(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no cycle: \(text)")
        }
        self = cycle
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Rules {
    package subscript(phase: Phase) -> PhaseRules {
        switch phase {
        case .normal: normal
        case .push: push
        case .emergency: emergency
        }
    }

    /// How often a headquarters meets in a phase: 平时 每周, 攻坚 早晚, 战时 每日 unless the office says otherwise.
    package func meetings(in phase: Phase) -> MeetingRhythm { self[phase].meetings ?? phase.usualMeetings }

    /// The office's own limit of a name.
    package func preset(named name: String) -> Term? { presets.first { $0.name.string == name }?.term }
}

extension Phase {
    /// How often a headquarters meets where the rules of the office do not say.
    package var usualMeetings: MeetingRhythm {
        switch self {
        case .normal: .weekly
        case .push: .earlyAndLate
        case .emergency: .daily
        }
    }
}
