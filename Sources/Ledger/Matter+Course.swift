extension Matter {
    /// Takes an event that turns the course of a matter. Holds no rule and cannot fail.
    ///
    /// - Returns: whether it counts as a track of its day.
    mutating func turn(_ event: Event, offset: Offset) -> Bool {
        switch event.fact {
        case .corrected(let correction):
            apply(correction.after)
        case .handedBack:
            stage = .pending
            handBacks += 1
            signDue = nil
        case .transferred(let transfer):
            stage = .issued
            lead = transfer.to
            supports.removeAll { $0.unit == transfer.to }
            person = transfer.person
            post = transfer.post ?? post
            accepted = nil
            request = nil
            proposal = nil
            assigned = event.day
            signDue = transfer.signDue
            transfers += 1
            if let limit = transfer.limit { set(limit, day: event.day, offset: offset) }
        case .reassigned(let reassignment):
            person = reassignment.to
            post = reassignment.post ?? post
        case .parkingProposed(let order):
            proposal = ParkingProposal(asked: event.day, reason: order.reason, recheck: order.recheck)
        case .parkingRefused:
            proposal = nil
        case .reopened(let reopening):
            stage = .inHand
            settled = nil
            reported = nil
            reopenings += 1
            withdrawAnswer(at: event.recorded)
            if let limit = reopening.limit { set(limit, day: event.day, offset: offset) }
            if let overdue = reopening.overdue { slip(overdue) }
        case .limitAdjusted(let adjustment):
            set(adjustment.limit, day: event.day, offset: offset)
            request = nil
            if let overdue = adjustment.overdue { slip(overdue) }
        case .limitRecounted(let recount):
            if recount.isTaken { due = recount.due } else { counted = nil }
        case .supportAccepted(let note):
            if let index = openShare(of: note.unit) { supports[index].accepted = event.day }
        case .supportTracked(let track):
            guard let index = openShare(of: track.unit) else { return false }
            supports[index].accepted = supports[index].accepted ?? event.day
            if let done = track.to { supports[index].quantity?.done = done }
        default:
            break
        }
        return false
    }

    /// A limit set anew; the first one stays as the original (原定时限).
    mutating func set(_ limit: NewLimit, day: Day, offset: Offset) {
        due = limit.due
        originalDue = originalDue ?? limit.due
        term = limit.term ?? term
        limitRules = limit.rules
        counted = limit.term == nil ? nil : limit.from ?? Moment(day, minute: 0, offset: offset)
    }

    /// A limit moved to a day that was said.
    mutating func move(to new: Deadline?) {
        guard let new, new != due else { return }
        due = new
        counted = nil
    }

    /// The old limit had passed when it was moved: the days stay.
    mutating func slip(_ overdue: Int) {
        slips += 1
        overdueBefore += overdue
    }
}
