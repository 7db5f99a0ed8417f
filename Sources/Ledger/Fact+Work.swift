// The payloads of what happens to a matter after it is registered.

/// 批准交办
package struct Issue: Hashable, Sendable, Codable {
    package var due: Deadline
    /// How the limit was set, where that was said only now.
    package var term: Term?
    /// 待定人: issued to the unit's head, who names a person within a working day.
    package var isWithoutPerson: Bool
    package var text: Prose?
    /// From when a limit in hours counts.
    package var from: Moment?
    /// Until when it has to be signed for, where that was set (签收时限).
    package var signDue: Deadline?
    /// The edition of the rules that the limit was counted by.
    package var rules: Int?
    /// The turn whose approval holds for this one too (沿用); nil where somebody issued it.
    package var carried: MatterNumber?

    package init(
        due: Deadline,
        term: Term? = nil,
        isWithoutPerson: Bool = false,
        text: Prose? = nil,
        from: Moment? = nil,
        signDue: Deadline? = nil,
        rules: Int? = nil,
        carried: MatterNumber? = nil
    ) {
        self.rules = rules
        self.carried = carried
        self.due = due
        self.term = term
        self.isWithoutPerson = isWithoutPerson
        self.text = text
        self.from = from
        self.signDue = signDue
    }
}

/// 跟踪, 报进度
package struct Track: Hashable, Sendable, Codable {
    package var text: Prose
    package var measures: [Measure]

    package init(text: Prose, measures: [Measure] = []) {
        self.text = text
        self.measures = measures
    }

    /// A new cumulative figure of one quantity line.
    package struct Measure: Hashable, Sendable, Codable {
        package var line: Int
        package var from: Amount
        package var to: Amount

        package init(line: Int, from: Amount, to: Amount) {
            self.line = line
            self.from = from
            self.to = to
        }
    }
}

/// 勾步骤
package struct StepTick: Hashable, Sendable, Codable {
    package var index: Int
    package var text: Prose?

    package init(index: Int, text: Prose? = nil) {
        self.index = index
        self.text = text
    }
}

/// 上报办结
package struct Report: Hashable, Sendable, Codable {
    package var moment: Moment
    package var text: Prose

    package init(moment: Moment, text: Prose) {
        self.moment = moment
        self.text = text
    }
}

/// 退回重办; the limit moves only by the days spent in review.
package struct SendBack: Hashable, Sendable, Codable {
    package var reason: Prose
    package var due: Deadline?

    package init(reason: Prose, due: Deadline? = nil) {
        self.reason = reason
        self.due = due
    }
}

/// 办结: the review passed; the matter counts as settled on the day it was reported.
package struct Settlement: Hashable, Sendable, Codable {
    package var check: Check?
    package var settled: Day
    package var text: Prose?

    package init(check: Check?, settled: Day, text: Prose? = nil) {
        self.check = check
        self.settled = settled
        self.text = text
    }
}

/// 挂账
package struct ParkingOrder: Hashable, Sendable, Codable {
    package var reason: Prose
    package var recheck: Day

    package init(reason: Prose, recheck: Day) {
        self.reason = reason
        self.recheck = recheck
    }
}

/// 恢复
package struct Resumption: Hashable, Sendable, Codable {
    package var due: Deadline?
    package var text: Prose?
    /// Working days it was past its old limit when it was parked; nil where it was not.
    package var overdue: Int?

    package init(due: Deadline?, text: Prose? = nil, overdue: Int? = nil) {
        self.due = due
        self.text = text
        self.overdue = overdue
    }
}

/// 申请延期
package struct ExtensionAsked: Hashable, Sendable, Codable {
    package var to: Day
    package var reason: Prose

    package init(to: Day, reason: Prose) {
        self.to = to
        self.reason = reason
    }
}

/// 同意延期, 不同意延期
package struct ExtensionDecision: Hashable, Sendable, Codable {
    package var isGranted: Bool
    package var due: Deadline?
    package var text: Prose?

    package init(isGranted: Bool, due: Deadline?, text: Prose? = nil) {
        self.isGranted = isGranted
        self.due = due
        self.text = text
    }
}

/// 分办办结
package struct SupportSettlement: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var text: Prose?

    package init(unit: UnitID, text: Prose? = nil) {
        self.unit = unit
        self.text = text
    }
}
