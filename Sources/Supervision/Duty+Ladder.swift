import Ledger

extension Supervisor {
    /// Duties beside those of the matter's own light: steps of the ladder, shares, milestones, recounts.
    func collectMore(of matter: Matter, _ judgement: Judgement, owe: (Duty.Kind, Bool) -> Void) {
        if let proposal = proposal(matter, judgement), proposal.step != .remind { owe(.propose(proposal), false) }
        if matter.stage == .inHand {
            for kind in Slip.Kind.allCases {
                if let place = matter.ladder.draft(kind) { owe(.signSlip(kind, place: place), false) }
            }
        }
        if [.issued, .inHand, .reported].contains(matter.stage) {
            for share in matter.supports where share.mode == .share && share.settled == nil {
                let standing = judge.judge(share, of: matter)
                if [.red, .orange].contains(standing.light) { owe(.share(share.unit, standing), false) }
            }
        }
        if let milestone = milestone(of: matter) { owe(.milestone(milestone.milestone, milestone.day), false) }
        if let due = ledger.recounted(matter) { owe(.recount(due.day(ledger.offset)), false) }
    }

    /// Whether a near limit was brought to mind already.
    func isReminded(_ matter: Matter) -> Bool {
        matter.ladder.spoken.contains { $0.step == .remind && $0.due == matter.due }
    }

    /// The first milestone (13710) that is due and does not stand.
    private func milestone(of matter: Matter) -> (milestone: Preset.Milestone, day: Day)? {
        guard [.issued, .inHand].contains(matter.stage), case .preset = matter.term, let issued = matter.issued else {
            return nil
        }
        return ledger.milestones(of: matter).first { milestone, day in
            guard day <= today else { return false }
            switch milestone {
            // 当日研究部署: signed for, with a step or a word on how.
            case .planned:
                return matter.steps.isEmpty && (matter.lastTrack.map { $0.day < issued } ?? true)
            // 3 日内反馈: a word after the day of issue.
            case .firstReport:
                return matter.lastTrack.map { $0.day <= issued } ?? true
            // An ordinary matter is overdue by its own limit; a hard one owes steps with days.
            case .solvedOrPlanned:
                return matter.term == .preset(.hard) && !matter.steps.contains { $0.due != nil }
            }
        }
    }
}
