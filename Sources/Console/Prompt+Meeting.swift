import Canvas
package import Ledger
import Supervision
import Text
import Walls
import Words

/// What is typed in a meeting.
package struct MeetingLine: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// A decision, which makes a matter or says 「不需落实」.
        case decide
        /// A word that serves one matter or several.
        case note
        /// A point for the agenda.
        case topic
        /// 散会, with who was there.
        case end
    }

    package var meeting: MeetingID
    package var kind: Kind
    /// The point in question.
    package var matter: MatterNumber?
}

extension Prompt {
    static func meeting(_ line: MeetingLine, at point: Agenda.Point?, _ scene: Scene) -> Prompt {
        let words = scene.words
        let matter = line.matter.flatMap(scene.matter)
        let about = matter.map { " \(words.number($0))" } ?? ""
        switch line.kind {
        case .decide:
            let levels = DecisionLevel.allCases
            let campaign = scene.ledger.diary.meetings[line.meeting]?.campaign
            let level = matter?.pendingLevel ?? point?.level ?? (campaign == nil ? .secretary : .headquarters)
            return Prompt(
                .meeting(line),
                label: words("议定", "decide") + about,
                fields: [
                    Field(
                        .entry,
                        placeholder: words("结论 @人或单位 #网格 !时限 ×量", "conclusion @person or unit #grid !limit ×quantity")
                    ),
                    Field(
                        .level(levels),
                        label: words("决定", "by"),
                        choices: levels.map(words.name),
                        choice: levels.firstIndex(of: level) ?? 0
                    ),
                ]
            )
        case .note:
            return Prompt(
                .meeting(line),
                label: words("记录", "note"),
                fields: [
                    Field(
                        .text(isRequired: true),
                        placeholder: words("记一句；卡 …；下 … 日期；请 …", "a word; stuck …; next …; please …")
                    ),
                    Field(
                        .matters,
                        label: words("事项", "matters"),
                        text: matter.map(words.number) ?? "",
                        placeholder: words("督147 问12", "147 12"),
                        width: 20
                    ),
                ]
            )
        case .topic:
            return Prompt(
                .meeting(line),
                label: words("议题", "topic"),
                fields: [
                    Field(.text(isRequired: true), placeholder: words("议什么", "what to go through")),
                    Field(.matters, label: words("事项", "matter"), placeholder: words("可不写", "optional"), width: 12),
                ]
            )
        case .end:
            return Prompt(
                .meeting(line),
                label: words("散会", "end"),
                fields: [
                    Field(.text(isRequired: false), placeholder: words("出席、缺席（可不写）", "who was there (optional)"))
                ]
            )
        }
    }

    /// Reads a line of a meeting as a command.
    func meeting(_ line: MeetingLine, _ scene: Scene) throws(Gap) -> Command {
        switch line.kind {
        case .decide: return .daily(.rule(try decision(line, scene)))
        case .note:
            let numbers = try matters(scene)
            return .daily(.noteInMeeting(line.meeting, numbers, try text(scene)))
        case .topic:
            let numbers = try matters(scene)
            return .daily(.addTopic(line.meeting, numbers.first, try text(scene)))
        case .end: return .daily(.endMeeting(line.meeting, try optionalText(scene)))
        }
    }

    /// A conclusion with marks: who does what by when is a matter; without any mark there is nothing to be done.
    private func decision(_ line: MeetingLine, _ scene: Scene) throws(Gap) -> RulingDraft {
        let entry = QuickEntry(fields[0].text.text, scene)
        if entry.title.isEmpty { throw missing(0, scene) }
        if let problem = entry.problem(scene) { throw Gap(field: 0, sentence: problem) }
        let conclusion = CleanText(entry.title)
        var draft = RulingDraft(
            matter: line.matter,
            levels: [],
            way: .meeting,
            meeting: line.meeting,
            conclusion: conclusion
        )
        for field in fields { if case .level(let levels) = field.role { draft.levels = [levels[field.choice]] } }
        guard !entry.isBare else {
            draft.isNothingToDo = true
            return draft
        }
        let about = line.matter.flatMap(scene.matter)
        var made = Registration(kind: .target, title: Prose(conclusion), source: .meeting)
        made.lead = entry.unit
        made.person = entry.person
        // Who carries it out is who has the matter, unless somebody else is named.
        if made.person == nil, made.lead == nil {
            made.person = about?.person
            made.lead = about?.lead
        }
        made.term = entry.term
        made.grid = entry.grid ?? about?.grid
        made.quantities = entry.quantity.map { [$0] } ?? []
        made.campaign = about?.campaign ?? scene.ledger.diary.meetings[line.meeting]?.campaign
        draft.followUps = [made]
        return draft
    }

    /// Matters by their numbers: 「督147 问12」.
    private func matters(_ scene: Scene) throws(Gap) -> [MatterNumber] {
        guard let index = fields.firstIndex(where: { $0.role == .matters }) else { return [] }
        let typed = fields[index].text.cleaned.string
        var numbers: [MatterNumber] = []
        for part in typed.split(whereSeparator: { " ,，、;；".contains($0) }) {
            guard let number = MatterNumber(text: part.lowercased()), scene.matter(number) != nil else {
                throw Gap(
                    field: index,
                    sentence: scene.words(
                        "没有在办事项「\(part)」：写编号，如 督147 问12",
                        "No open matter “\(part)”: write numbers, as 147 12"
                    )
                )
            }
            numbers.append(number)
        }
        return numbers
    }
}

extension QuickEntry {
    /// Nothing but a title.
    var isBare: Bool { person == nil && unit == nil && grid == nil && term == nil && quantity == nil && doubts.isEmpty }
}
