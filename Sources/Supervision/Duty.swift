package import Ledger

/// Something the office must do now about one matter, and why.
package struct Duty: Hashable, Sendable {
    package var matter: MatterNumber
    package var kind: Kind
    package var judgement: Judgement
    /// What the duty asks for has been done today.
    package var isDone: Bool

    /// What must be done. The raw order is the order of the desk. What is large and rare is held apart, for the sake of
    /// the others.
    package enum Kind: Hashable, Sendable {
        /// 今日必跟踪
        case track(Pace)
        /// 漏跟踪 on these earlier working days, not yet made good
        case gap([Day])
        /// 逾期
        case overdue
        /// 今日到期
        case dueToday
        /// 临期
        case near
        /// 过夜, with the nights on all levels
        case overNight(Nights)
        /// 未签收 beyond its limit
        case sign
        /// 待审核 beyond its limit: the office itself is late
        case review
        /// 延期申请 waits for an answer
        indirect case decideExtension(ExtensionRequest)
        /// 提出挂账 waits for an answer
        indirect case decideParking(ParkingProposal)
        /// 退单 on a day, and nobody has issued it again: its limit runs
        case reissue(since: Day)
        /// 挂账复查 is due
        case recheck
        /// 待定人 since a working day
        case namePerson
        /// 值班交来: handed to the duty desk before the rest days
        indirect case handedOver(Answer)
        // The ladder, shares and limits, see Duty+Ladder.swift
        /// 督办建议: a step of the ladder
        indirect case propose(LadderProposal)
        /// 待签发
        case signSlip(Slip.Kind, place: Int)
        /// 分办 late, behind or not signed for, under its own unit
        indirect case share(UnitID, Judgement)
        /// 13710: what should stand by this day and does not
        case milestone(Preset.Milestone, Day)
        /// 时限重算: what the limit would now be
        case recount(Day)
        /// 待决: sent up and not decided
        indirect case decide(PendingDecision)
    }
}

extension Supervisor {
    /// What must be done now, by rule and with its reason; worst first within a kind.
    ///
    /// - Parameter days: working days to look back for gaps.
    package func duties(gapsWithin days: Int = 10) -> [Duty] {
        let lookBack = workdays(before: today, count: days)
        var duties: [Duty] = []
        for matter in ledger.matters.values where matter.stage.isOpen {
            collect(of: matter, judge.judge(matter), lookBack: lookBack, into: &duties)
        }
        return Supervisor.sorted([duties])
    }

    /// The duties of several parts in one order. Duties are large; their keys are small, so these are sorted and each
    /// duty is moved once.
    static func sorted(_ parts: [[Duty]]) -> [Duty] {
        var keys: [(order: DutyOrder, part: Int, index: Int)] = []
        keys.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for (part, duties) in parts.enumerated() {
            for (index, duty) in duties.enumerated() { keys.append((DutyOrder(duty), part, index)) }
        }
        keys.sort { $0.order == $1.order ? ($0.part, $0.index) < ($1.part, $1.index) : $0.order < $1.order }
        return keys.map { parts[$0.part][$0.index] }
    }

    /// What must be done now about one matter.
    package func duties(of matter: Matter) -> [Duty] {
        var duties: [Duty] = []
        collect(of: matter, judge.judge(matter), lookBack: workdays(before: today, count: 10), into: &duties)
        return duties.sorted()
    }

    /// Rests on the matter itself and on ``Ledger/surroundings`` alone: a survey after a change asks only for matters
    /// that changed.
    func collect(of matter: Matter, _ judgement: Judgement, lookBack: [Day], into duties: inout [Duty]) {
        func owe(_ kind: Duty.Kind, isDone: Bool = false) {
            duties.append(Duty(matter: matter.number, kind: kind, judgement: judgement, isDone: isDone))
        }
        let isTracked = matter.track(on: today).isTracked
        if mustTrackToday(matter, judgement) { owe(.track(pace(matter, judgement)), isDone: isTracked) }
        if isSupervised(matter) {
            let gaps = gaps(matter, judgement, within: lookBack)
            if !gaps.isEmpty { owe(.gap(gaps)) }
        }
        switch matter.stage {
        case .inHand:
            if judgement.light == .red { owe(.overdue) }
            if judgement.light != .red, let left = judgement.workdaysLeft, let due = matter.due {
                // Of a limit on rest days, the last working day before them.
                if due.day(ledger.offset) == today || isWorkday && left == 0 {
                    owe(.dueToday, isDone: isReminded(matter))
                } else if judge.isNear(left: left, start: matter.start ?? matter.issued, limit: due.day(ledger.offset))
                {
                    owe(.near, isDone: isReminded(matter))
                }
            }
            if let request = matter.request { owe(.decideExtension(request)) }
            if let proposal = matter.proposal { owe(.decideParking(proposal)) }
        case .issued:
            if judgement.light == .orange { owe(.sign) }
        case .reported:
            if case .waitingReview(_, let waited, let limit) = judgement.reason, waited >= limit { owe(.review) }
            if judgement.light == .red { owe(.review) }
        case .parked:
            if let recheck = matter.parking?.recheck, recheck <= today { owe(.recheck) }
        case .pending:
            if matter.handBacks > 0, let since = pendingSince(matter), since < today { owe(.reissue(since: since)) }
        default: break
        }
        // From the day it came to the unit that has to name somebody.
        if matter.person == nil, let issued = matter.assigned ?? matter.issued,
            [.issued, .inHand].contains(matter.stage),
            ledger.calendar.workdays(after: issued, through: today) >= ledger[rulesOn: today].namePersonWorkdays
        {
            owe(.namePerson)
        }
        if let nights = overNight(matter) { owe(.overNight(nights)) }
        if isHandedBack(matter), let answer = matter.standingAnswer { owe(.handedOver(answer)) }
        collectMore(of: matter, judgement) { owe($0, isDone: $1) }
        if let pending = pendingDecision(matter) { owe(.decide(pending)) }
    }
}

extension Supervisor {
    /// The day from which a matter has waited for approval, by its trail.
    private func pendingSince(_ matter: Matter) -> Day? {
        matter.trail.reversed().prefix { $0.stage == .pending }.last?.day
    }
}

/// Worst first: kind, light, then how far past or behind.
extension Duty: Comparable {
    package static func < (left: Duty, right: Duty) -> Bool {
        DutyOrder(left) < DutyOrder(right)
    }

    fileprivate var place: Int {
        switch kind {
        // First in the morning's list.
        case .handedOver: -1
        case .track: 0
        case .overdue: 1
        case .dueToday: 2
        case .near: 3
        case .overNight: 4
        case .sign: 5
        case .review: 6
        case .decideExtension, .decideParking, .decide, .reissue: 7
        case .recheck: 8
        case .namePerson: 9
        case .gap: 10
        case .propose: 11
        case .signSlip: 12
        case .share: 13
        case .milestone: 14
        case .recount: 15
        }
    }
}

/// Where a duty stands among others: kind and weight in one number, then the matter.
struct DutyOrder: Comparable {
    private let weight: Int
    private let matter: MatterNumber

    init(_ duty: Duty) {
        // A weight takes 51 bits.
        weight = duty.place << 52 | duty.judgement.weight
        matter = duty.matter
    }

    static func < (left: DutyOrder, right: DutyOrder) -> Bool {
        left.weight == right.weight ? left.matter < right.matter : left.weight < right.weight
    }
}

/// Worst first: by light, then by how far past, behind or near. Every list by light uses this.
extension Judgement: Comparable {
    package static func < (left: Judgement, right: Judgement) -> Bool {
        left.weight < right.weight
    }

    /// Light and severity in one number, smaller being worse.
    var weight: Int {
        let (first, second) = severity
        func field(_ value: Int) -> Int { min(max(value, -0x7F_FFFF), 0x7F_FFFF) + 0x80_0000 }
        return light.rank << 48 | field(first) << 24 | field(second)
    }

    private var severity: (Int, Int) {
        switch reason {
        case .past(_, let workdays, let days): (-workdays, -days)
        case .reportedLate(_, _, let workdays): (-workdays, 0)
        case .behind(let plan): (-plan.pointsBehind, plan.workdays - plan.elapsed)
        case .unsigned(_, let workdays, _), .unsignedPast(_, _, let workdays): (-workdays, 0)
        case .near(_, let left), .onCourse(_, let left, _): (left, 0)
        case .settled(let day, _, _): (-(day?.number ?? 0), 0)
        default: (workdaysLeft ?? 9999, 0)
        }
    }
}
