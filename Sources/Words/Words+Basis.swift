package import Ledger
package import Supervision

/// One line of 亮灯依据: a label and what stands behind it.
package struct BasisLine: Hashable, Sendable {
    package var label: String
    package var text: String

    package init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }
}

extension Words {
    /// 亮灯依据: the rule, the dates, the count and how it was made, so that a reader can check each
    /// number with a pencil.
    package func basis(_ judgement: Judgement, of matter: Matter, today: Day, in ledger: Ledger) -> [BasisLine] {
        let rules = ledger.rules(on: today)
        let calendar = ledger.calendar
        var lines = [BasisLine(name(judgement.light), rule(judgement, rules))]
        let origin = [
            matter.issued.map { self("\(short($0)) 交办", "issued \(short($0))") },
            matter.term.flatMap { isFixed($0) ? nil : name($0) },
        ]
        .compactMap { $0 }.joined(separator: self("，", ", "))
        if let due = matter.due {
            let limit = due.day(ledger.offset)
            lines.append(
                BasisLine(self("时限", "limit"), "\(short(limit, seenFrom: today)) \(weekday(limit))  \(origin)")
            )
            if let original = matter.originalDue, original != due {
                lines.append(
                    BasisLine(
                        self("原定", "first"),
                        short(original.day(ledger.offset), seenFrom: today)
                            + self("  延期 \(matter.extensions) 次", "  extended \(matter.extensions) times")
                    )
                )
            }
        }
        switch judgement.reason {
        case .past(let limit, let workdays, let days):
            let rest = days - workdays
            lines.append(
                BasisLine(
                    self("今日", "today"),
                    "\(short(today)) \(weekday(today)) "
                        + self("已过 \(days) 日，减休息日 \(rest) 日", "\(days) days since, \(rest) of them rest days")
                )
            )
            lines.append(
                BasisLine(
                    self("逾期", "overdue"),
                    workdays > 0
                        ? self("\(workdays) 个工作日", "\(workdays) working days")
                        : self("已过时限，尚无工作日", "past, no working day yet")
                )
            )
            if calendar.isEstimated(limit) { lines.append(estimate) }
        case .behind(let plan), .onCourse(_, _, .some(let plan)):
            lines += self.plan(plan, of: matter)
        default:
            lines.append(BasisLine(self("今日", "today"), "\(short(today)) \(weekday(today))"))
            lines.append(BasisLine(self("依据", "reason"), sentence(judgement)))
        }
        lines.append(
            BasisLine(
                self("规则", "rules"),
                self("本街道规则 第 \(rules.version) 版", "rules of this street, edition \(rules.version)")
            )
        )
        return lines
    }

    /// A fixed date says nothing beside the limit itself.
    private func isFixed(_ term: Term) -> Bool {
        if case .fixed = term { true } else { false }
    }

    private func plan(_ plan: Plan, of matter: Matter) -> [BasisLine] {
        var lines = [
            BasisLine(
                self("计划", "plan"),
                self(
                    "\(short(plan.start)) 至 \(short(plan.limit)) 共 \(plan.workdays) 个工作日，已过 \(plan.elapsed)",
                    "\(short(plan.start)) to \(short(plan.limit)), \(plan.workdays) working days, \(plan.elapsed) passed"
                )
            )
        ]
        if let line = matter.quantity {
            let expected = Amount(thousandths: line.target.thousandths * Int64(plan.expected) / 1000)
            let short = expected > line.done ? expected - line.done : .zero
            lines.append(
                BasisLine(
                    self("应完成", "should be"),
                    self(
                        "\(rate(expected)) \(line.unit)，实 \(amount(line.done))，差 \(rate(short))",
                        "\(rate(expected)) \(line.unit), is \(amount(line.done)), short by \(rate(short))"
                    )
                )
            )
        }
        let shares = shares(of: plan)
        lines.append(
            BasisLine(
                self("序时", "pace"),
                self(
                    "应 \(shares.expected)，实 \(shares.done)",
                    "\(shares.expected), is \(shares.done)"
                )
                    + (plan.pointsBehind > 0
                        ? self("，落后 \(shares.behind) 个百分点", ", \(shares.behind) points behind")
                        : self("，不落后", ", not behind"))
            )
        )
        return lines
    }

    private func rule(_ judgement: Judgement, _ rules: Rules) -> String {
        switch judgement.light {
        case .red: self("时限日 24:00 仍未办结", "not settled at 24:00 of the limit day")
        case .orange:
            if case .unsigned = judgement.reason {
                self("交办后 \(rules.signWorkdays) 个工作日内未签收", "not signed for within \(rules.signWorkdays) working days")
            } else if case .unsignedPast = judgement.reason {
                self("签收时限已过，尚未签收", "not signed for within its own limit")
            } else {
                self(
                    "落后 \(rules.behindPoints) 个百分点以上，或期限 \(rules.behindPeriod) 日内的落后 \(rules.behindWorkdays) 个工作日以上",
                    "\(rules.behindPoints) points behind, or \(rules.behindWorkdays) working days where the period is short"
                )
            }
        case .yellow:
            self(
                "剩 \(rules.nearWorkdays) 个工作日以内；期限不足 \(rules.shortPeriod) 日的，剩两成以内",
                "at most \(rules.nearWorkdays) working days left, or a fifth of a short period"
            )
        case .green: self("按序时", "on course")
        case .blue: self("已通过审核", "passed review")
        case .grey: self("尚未启动", "not started")
        case .parked: self("已批准挂账", "parked by a leader")
        }
    }

    private var estimate: BasisLine {
        BasisLine(self("估", "est."), self("该年放假安排未公布，按周一至周五计", "no holiday notice for that year, plain weeks"))
    }
}

extension Words {
    /// What should be done, what is, and how far that is behind, so that a pencil finds the third from the first two:
    /// whole percents where these agree, else with a tenth (100%, 57.1%, 42.9).
    package func shares(of plan: Plan) -> (expected: String, done: String, behind: String) {
        guard plan.expected / 10 - plan.done / 10 != plan.pointsBehind else {
            return (percent(plan.expected), percent(plan.done), "\(plan.pointsBehind)")
        }
        func tenths(_ share: Int) -> String { share % 10 == 0 ? "\(share / 10)" : "\(share / 10).\(abs(share % 10))" }
        return (tenths(plan.expected) + "%", tenths(plan.done) + "%", tenths(plan.expected - plan.done))
    }
}
