package import Text

/// A problem that the groups cannot solve (疑难个案): its knot, two ways to handle it, and what the law says. It
/// stands on the agenda of the headquarters until it is answered.
package struct CaseFile: Hashable, Sendable, Codable {
    /// 疑难类别: 继承权属, 面积认定 … Cases of one kind are alike.
    package var kind: CleanText
    /// 症结
    package var knot: Prose
    /// 处理方案, at least two.
    package var ways: [Prose]
    /// 法律意见
    package var legal: Prose?

    package init(kind: CleanText, knot: Prose, ways: [Prose], legal: Prose? = nil) {
        self.kind = kind
        self.knot = knot
        self.ways = ways
        self.legal = legal
    }
}

/// 口径: how a case was decided, kept for later ones of its kind.
package struct Precedent: Hashable, Sendable, Codable {
    /// The case it was decided on.
    package var matter: MatterNumber
    package var campaign: CampaignID?
    package var kind: CleanText
    package var text: Prose
    package var day: Day

    package init(matter: MatterNumber, campaign: CampaignID?, kind: CleanText, text: Prose, day: Day) {
        self.matter = matter
        self.campaign = campaign
        self.kind = kind
        self.text = text
        self.day = day
    }
}

extension Matter {
    /// Opened as a hard case, or marked as one by the office's own tag (标签 疑难个案): its title tells of a family.
    package var isHardCase: Bool { hardCase != nil || tags.contains { $0.string == "疑难个案" } }

    /// Who decides it as a hard case: who it was sent up to, else the headquarters (PRACTICE §1).
    package var caseLevel: DecisionLevel { pendingLevel ?? .headquarters }
}

extension Ledger {
    /// The 口径 kept of cases like one: of its kind, those of its own campaign first, the newest first.
    package func precedents(like kind: CleanText, in campaign: CampaignID?) -> [Precedent] {
        let wanted = kind.string.lowercased()
        return precedents.values.filter { !wanted.isEmpty && $0.kind.string.lowercased() == wanted }.sorted {
            ($0.campaign == campaign ? 0 : 1, -$0.day.number, -$0.matter.rawValue)
                < ($1.campaign == campaign ? 0 : 1, -$1.day.number, -$1.matter.rawValue)
        }
    }

    /// The open hard cases that wait for the headquarters of a campaign, the oldest first.
    package func casesToDecide(in campaign: CampaignID?) -> [Matter] {
        matters.values.filter { matter in
            matter.hardCase != nil && matter.stage.isOpen && (campaign == nil || matter.campaign == campaign)
                && matter.answer.map { ![.solved, .decided].contains($0.kind) } ?? true
        }
        .sorted { ($0.registered, $0.number) < ($1.registered, $1.number) }
    }
}

extension Decision {
    func openCase(_ matter: Matter, _ file: CaseFile) throws(Refusal) -> Event {
        let role = try permit(.answer, on: matter)
        guard matter.kind == .problem else { throw .noProblem(matter.number, matter.kind) }
        func isWritten(_ prose: Prose?) -> Bool { !(prose?.text?.isEmpty ?? true) }
        guard !file.kind.isEmpty, isWritten(file.knot), file.ways.count > 1, file.ways.allSatisfy({ isWritten($0) })
        else { throw .incompleteCase }
        guard file != matter.hardCase else { throw .nothingChanged }
        return event(.caseOpened(file), on: matter, role: role)
    }

    func keep(_ matter: Matter, kind: CleanText, _ text: CleanText) throws(Refusal) -> Event {
        let role = try role(in: Transition.office + [.secretary, .director, .viceLeader, .commander])
        guard let file = matter.hardCase else { throw .noCase(matter.number) }
        let kind = kind.isEmpty ? file.kind : kind
        // Nothing is typed twice: the words of the decision are the 口径, unless others are given.
        let words = text.isEmpty ? matter.answer?.text.text ?? CleanText("") : text
        guard !words.isEmpty else { throw .incompletePrecedent }
        let precedent = Precedent(
            matter: matter.number,
            campaign: matter.campaign,
            kind: kind,
            text: Prose(words),
            day: day
        )
        return event(.precedentKept(precedent), on: matter, role: role)
    }
}
