package import Canvas
package import Ledger
import Text
package import Walls
import Words

package import struct Canvas.Key

/// A line at the bottom of the screen (or under the selected row) that asks what an action needs.
package struct Prompt: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case act(Action.Kind, MatterNumber)
        case register
        /// A name for the filter of now.
        case view
        /// One action on several matters.
        case bulk(Action.Kind, [MatterNumber])
        /// What is typed in a meeting.
        case meeting(MeetingLine)
        /// A turn of a recurring duty is ticked.
        case duty(RoutineID, due: Day)
        case say(Saying, MatterNumber)

        /// The matter it is about.
        var matter: MatterNumber? {
            switch self {
            case .act(_, let number), .say(_, let number): number
            case .meeting(let line): line.matter
            case .register, .view, .bulk, .duty: nil
            }
        }
    }

    package let purpose: Purpose
    /// Stands before the first field: 跟踪.
    package let label: String
    package var fields: [Field]
    package var focus = 0
    /// The version of the matter that the user saw.
    package var version: Int?
    /// Which of what may be meant Tab takes, see ``Completion``.
    var candidate = 0
    /// What it leads to was shown and is wanted.
    package var isConfirmed = false
    /// The matter that the user saw.
    package var seen: Matter?
    /// The title that was registered although something like it is at hand.
    var confirmed: String?
    /// Who may say it, where it is recorded for somebody else.
    package var speakers: [Role] = []
    /// The answer it is, at the evening count; there it is chosen by a key of its own.
    var countAnswer: AnswerKind?

    package struct Field: Hashable, Sendable {
        package enum Role: Hashable, Sendable {
            case text(isRequired: Bool)
            case day(DateDirection, isRequired: Bool)
            case term(isRequired: Bool)
            /// A cumulative figure of a quantity line.
            case total(line: Int)
            /// How the word came (代录); the first choice may be 本人.
            case channel([Channel?])
            /// Whose word it is.
            case speaker
            /// Who is to do it.
            case person
            case check([Check?])
            case step([Int])
            case unit([UnitID])
            case answer([AnswerKind])
            /// Who carries a measure out, where it is not who is responsible; of 交值班 the leader on duty.
            case carrier
            /// 值班电话
            case phone
            /// To which level it is sent up.
            case level([DecisionLevel])
            /// Whether what is offered is taken.
            case taken([Bool])
            /// A slip of the matter, by its place.
            case slip([Int])
            case slipKind([Slip.Kind])
            case ladderStep([LadderStep])
            case kind([Kind])
            case source([Source])
            /// A title with marks, see ``QuickEntry``.
            case entry
            /// Numbers of matters.
            case matters
            /// A 户号 of the matter.
            case household
            case householdState([Household.State?])
            /// Several units, by their names.
            case units
            case verdict([JointReview.Verdict])
        }

        package let role: Role
        package let label: String
        package var text: TextField
        package var placeholder = ""
        /// Names of the choices; empty where one types.
        package var choices: [String] = []
        package var choice = 0
        package var width: Int?

        init(_ role: Role, label: String = "", text: String = "", placeholder: String = "", width: Int? = nil) {
            self.role = role
            self.label = label
            self.text = TextField(text)
            self.placeholder = placeholder
            self.width = width
        }

        init(_ role: Role, label: String, choices: [String], choice: Int = 0) {
            self.role = role
            self.label = label
            text = TextField(choices.isEmpty ? "" : choices[choice])
            self.choices = choices
            self.choice = choice
            width = (choices.map { $0.columns() }.max() ?? 4) + 1
        }

        /// Whether words are typed into it.
        var isTyped: Bool { if case .text = role { true } else { role == .entry } }

        mutating func choose(_ step: Int) {
            guard !choices.isEmpty else { return }
            choice = (choice + step + choices.count) % choices.count
            text = TextField(choices[choice])
        }
    }

    init(_ purpose: Purpose, label: String, fields: [Field], version: Int? = nil) {
        self.purpose = purpose
        self.label = label
        self.fields = fields
        self.version = version
    }
}

extension Prompt {
    /// As a wall or the console draws it. Who is not speaking is not asked for.
    package var line: Line {
        let shown = fields.indices.filter(isShown)
        return Line(
            label: label,
            fields: shown.map { index in
                let field = fields[index]
                return Line.Field(
                    label: field.label,
                    text: field.text,
                    placeholder: field.placeholder,
                    width: field.width
                )
            },
            focus: shown.firstIndex(of: focus) ?? 0
        )
    }

    /// The speaker is asked only where somebody else speaks.
    func isShown(_ index: Int) -> Bool { fields[index].role != .speaker || channel != nil }

    /// How the word came; nil where the actor speaks in their own name.
    var channel: Channel? {
        for field in fields {
            if case .channel(let channels) = field.role { return channels[field.choice] }
        }
        return nil
    }

    /// Whether there is anything in it that would be a pity to lose.
    var isWorthKeeping: Bool { fields.contains { $0.choices.isEmpty && !$0.text.isEmpty && $0.role != .speaker } }

    mutating func next(_ step: Int) {
        var index = focus
        repeat { index = (index + step + fields.count) % fields.count } while !isShown(index)
        focus = index
        candidate = 0
    }

    /// Does what a key means in the focused field. False if it means nothing there.
    mutating func handle(_ key: Key) -> Bool {
        guard !fields.isEmpty else { return false }
        candidate = 0
        if fields[focus].choices.isEmpty { return fields[focus].text.handle(key) }
        switch key.command {
        case .left, .up: fields[focus].choose(-1)
        case .right, .down, " ": fields[focus].choose(1)
        default:
            // 三 and 两 have a value too, and are words.
            guard let character = key.command.character, character.isASCII, let digit = character.wholeNumberValue
            else { return false }
            // 0 is the tenth.
            let place = digit == 0 ? 10 : digit
            guard (1...fields[focus].choices.count).contains(place) else { return false }
            fields[focus].choose(place - 1 - fields[focus].choice)
        }
        return true
    }
}
