package import Ledger
import Text

// Words of what turns the course of a matter, and of the directory.

extension Words {
    /// A limit as a day, with its hour where it has one: 「11-20」, 「11-20 17:00」.
    package func limit(_ deadline: Deadline, seenFrom today: Day, in ledger: Ledger) -> String {
        let day = short(deadline.day(ledger.offset), seenFrom: today)
        guard case .moment(let moment) = deadline else { return day }
        return day + " " + time(moment, ledger.offset)
    }

    package func name(_ cycle: Cycle) -> String {
        switch cycle {
        case .daily: self("每日", "daily")
        case .weekly(let weekday):
            self(
                "每周" + ["一", "二", "三", "四", "五", "六", "日"][(weekday - 1) % 7],
                "weekly, " + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(weekday - 1) % 7]
            )
        case .monthly(31): self("每月底", "monthly, last day")
        case .monthly(let day): self("每月 \(day) 日", "monthly, day \(day)")
        case .quarterly: self("每季度", "quarterly")
        case .halfYearly: self("每半年", "half-yearly")
        case .yearly: self("每年", "yearly")
        }
    }

    package func name(_ milestone: Preset.Milestone) -> String {
        switch milestone {
        case .planned: self("当日研究部署", "planned the same day")
        case .firstReport: self("3 日内反馈初步情况", "first report within 3 days")
        case .solvedOrPlanned: self("7 日内办结，难事报计划和日期", "solved within 7 days; hard matters plan and day")
        }
    }

    /// How often a limit was moved, and what it was overdue before: 「已延期 1 次」, 「逾期后调整 1 次」, 「此前逾 5 个工作日」.
    package func limitMoves(of matter: Matter) -> [String] {
        var parts: [String] = []
        if matter.extensions > 0 {
            parts.append(self("已延期 \(matter.extensions) 次", "extended \(matter.extensions) times"))
        }
        if matter.slips > 0 {
            parts.append(self("逾期后调整 \(matter.slips) 次", "moved when overdue \(matter.slips) times"))
        }
        if matter.overdueBefore > 0 {
            parts.append(
                self("此前逾 \(matter.overdueBefore) 个工作日", "\(matter.overdueBefore) working days overdue before")
            )
        }
        return parts
    }

    func course(_ fact: Fact, seenFrom today: Day, in ledger: Ledger) -> String {
        func day(_ deadline: Deadline) -> String { limit(deadline, seenFrom: today, in: ledger) }
        func newLimit(_ limit: NewLimit?) -> String { limit.map { self("时限 ", "limit ") + day($0.due) } ?? "" }
        func overdue(_ workdays: Int?) -> String {
            workdays.map { self("原时限已过，逾 \($0) 个工作日", "\($0) working days past the old limit") } ?? ""
        }
        switch fact {
        case .handedBack(let note), .parkingRefused(let note): return text(note.text)
        case .transferred(let transfer):
            let old = unit(transfer.from, in: ledger)
            return joined(
                (old.isEmpty ? "" : old + " → ") + unit(transfer.to, in: ledger),
                person(transfer.person, in: ledger),
                newLimit(transfer.limit),
                text(transfer.reason)
            )
        case .reassigned(let change):
            let old = person(change.from, in: ledger)
            return joined(
                (old.isEmpty ? self("定人 ", "named ") : old + " → ") + person(change.to, in: ledger),
                text(change.text)
            )
        case .parkingProposed(let order):
            return joined(text(order.reason), self("复查 ", "to be checked ") + short(order.recheck, seenFrom: today))
        case .reopened(let reopening):
            return joined(text(reopening.reason), newLimit(reopening.limit), overdue(reopening.overdue))
        case .limitAdjusted(let adjustment):
            return joined(
                "\(day(adjustment.from)) → \(day(adjustment.limit.due))",
                overdue(adjustment.overdue),
                text(adjustment.reason)
            )
        case .limitRecounted(let recount):
            return joined(
                recount.isTaken
                    ? "\(day(recount.from)) → \(day(recount.due))"
                    : self(
                        "仍按 \(day(recount.from))（日历算得 \(day(recount.due))）",
                        "kept \(day(recount.from)) (the calendar gives \(day(recount.due)))"
                    ),
                text(recount.text)
            )
        case .supportAccepted(let note):
            return joined(unit(note.unit, in: ledger), carried(note.carried, in: ledger), text(note.text))
        case .supportTracked(let track):
            return joined(
                unit(track.unit, in: ledger),
                text(track.text),
                track.to.map { self("累计 ", "total ") + amount($0) } ?? ""
            )
        default: return ""
        }
    }

    func directory(_ fact: Fact, seenFrom today: Day, in ledger: Ledger) -> String {
        func days(_ from: Day, _ through: Day) -> String {
            short(from, seenFrom: today) + (from == through ? "" : self("至", " to ") + short(through, seenFrom: today))
        }
        switch fact {
        case .calendarAdjusted(let adjustment):
            return adjustment.days.map { exception in
                short(exception.day, seenFrom: today) + " "
                    + (exception.isWorkday ? self("上班", "workday") : self("休息", "off"))
                    + (exception.name.isEmpty ? "" : self("（\(exception.name)）", " (\(holiday(exception.name)))"))
            }
            .joined(separator: self("，", ", "))
        case .unitRenamed(let renaming): return renaming.name.string
        case .unitClosed(let closing):
            let name = fullName(closing.unit, in: ledger)
            guard let successor = closing.successor else { return name }
            return name + self("并入", " merged into ") + fullName(successor, in: ledger)
        case .personChanged(let change):
            return joined(
                person(change.person, in: ledger),
                unit(change.unit, in: ledger),
                change.posts?.map(\.string).joined(separator: self("、", ", ")) ?? "",
                change.roles?.map(name).joined(separator: self("、", ", ")) ?? ""
            )
        case .personLeft(let departure): return person(departure.person, in: ledger)
        case .leaveTaken(let leave):
            let standIn = person(leave.standIn, in: ledger)
            return joined(
                person(leave.person, in: ledger),
                days(leave.from, leave.through),
                standIn.isEmpty ? "" : self("\(standIn)代理", "\(standIn) stands in")
            )
        case .leaveEnded(let end): return joined(person(end.person, in: ledger), short(end.day, seenFrom: today))
        default: return ""
        }
    }

    /// A unit as it was called on a day: old paper keeps the old name.
    package func fullName(_ id: UnitID?, on day: Day, in ledger: Ledger) -> String {
        id.flatMap { ledger.units[$0]?.name(on: day).string } ?? ""
    }

    package func unit(_ id: UnitID?, on day: Day, in ledger: Ledger) -> String {
        id.flatMap { ledger.units[$0]?.shortName(on: day).string } ?? ""
    }
}
