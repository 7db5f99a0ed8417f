/// 会审 of a plan: nobody issues it before every reviewer has answered the present version.
package struct JointReview: Hashable, Sendable, Codable {
    /// Counted from 1; a changed plan is a new version, and every reviewer looks again.
    package var version: Int
    /// What the version is: its name, or what was changed.
    package var document: Prose
    package var reviewers: [UnitID]
    /// All opinions ever given, those of earlier versions included.
    package var opinions: [Opinion]

    package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        /// 同意
        case agree
        /// 修改后同意
        case amend
        /// 不同意
        case object
    }

    package struct Opinion: Hashable, Sendable, Codable {
        package var unit: UnitID
        package var version: Int
        package var verdict: Verdict
        package var text: Prose?
        package var day: Day

        package init(unit: UnitID, version: Int, verdict: Verdict, text: Prose?, day: Day) {
            self.unit = unit
            self.version = version
            self.verdict = verdict
            self.text = text
            self.day = day
        }
    }

    package init(version: Int, document: Prose, reviewers: [UnitID], opinions: [Opinion] = []) {
        self.version = version
        self.document = document
        self.reviewers = reviewers
        self.opinions = opinions
    }

    /// The last opinion of a reviewer on the present version.
    package func opinion(of unit: UnitID) -> Opinion? { opinions.last { $0.unit == unit && $0.version == version } }

    /// Who has not answered the present version.
    package var open: [UnitID] { reviewers.filter { opinion(of: $0) == nil } }

    /// Who does not agree with the present version.
    package var opposed: [UnitID] { reviewers.filter { opinion(of: $0)?.verdict == .object } }
}

/// 送审 of a version.
package struct ReviewOpening: Hashable, Sendable, Codable {
    package var version: Int
    package var document: Prose
    package var reviewers: [UnitID]

    package init(version: Int, document: Prose, reviewers: [UnitID]) {
        self.version = version
        self.document = document
        self.reviewers = reviewers
    }
}

/// 会审意见
package struct ReviewOpinion: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var version: Int
    package var verdict: JointReview.Verdict
    package var text: Prose?

    package init(unit: UnitID, version: Int, verdict: JointReview.Verdict, text: Prose? = nil) {
        self.unit = unit
        self.version = version
        self.verdict = verdict
        self.text = text
    }
}

extension Matter {
    /// Takes a decision or a step of 会审. Holds no rule and cannot fail.
    ///
    /// - Returns: whether it counts as a track of its day.
    mutating func takeDaily(_ event: Event) -> Bool {
        switch event.fact {
        case .ruled(let ruling):
            rulings.append(RulingGiven(day: event.day, ruling: ruling))
            let given = AnswerGiven(
                kind: .decided,
                text: ruling.conclusion,
                terms: Commitment(person: ruling.person, due: ruling.due, level: ruling.level),
                moment: ruling.moment ?? event.recorded
            )
            take(given, event: event)
            take(ruling.conclusion, event: event)
            return true
        case .reviewOpened(let opening):
            review = JointReview(
                version: opening.version,
                document: opening.document,
                reviewers: opening.reviewers,
                opinions: review?.opinions ?? []
            )
        case .reviewAnswered(let opinion):
            review?.opinions.append(
                JointReview.Opinion(
                    unit: opinion.unit,
                    version: opinion.version,
                    verdict: opinion.verdict,
                    text: opinion.text,
                    day: event.day
                )
            )
        default:
            break
        }
        return false
    }
}
