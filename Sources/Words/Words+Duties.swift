package import Ledger
package import Supervision
import Text

// What the part of the checklist (清单) that holds the recurring duties says.
extension Words {
    package var dutiesTab: String { self("职责", "duties") }
    package var dutyHead: String { self("职责", "duty") }
    package var monthHead: String { self("本月", "month") }
    package var dutiesDue: String { self("应办", "due") }
    package var dutiesDone: String { self("已办", "done") }
    package var dutiesLate: String { self("补记", "late") }
    package var dutiesMissed: String { self("缺", "missed") }
    package var dutiesOverdue: String { self("逾", "overdue") }
    package var dutiesToday: String { self("今日待办", "to do today") }
    package var noDuties: String {
        self(
            "还没有常规职责。guatu duty standard 加六项通用的，duty add 加自己的。",
            "No recurring duties yet: guatu duty standard adds the usual six, duty add your own."
        )
    }

    /// 每日 每周 每月 季 半年 年: the group a duty stands in.
    package func shortName(_ cycle: Cycle) -> String {
        switch cycle {
        case .daily: self("每日", "day")
        case .weekly: self("每周", "week")
        case .monthly: self("每月", "month")
        case .quarterly: self("每季", "qrtr")
        case .halfYearly: self("半年", "half")
        case .yearly: self("每年", "year")
        }
    }

    /// 「每周五 17:00 前 督查室」.
    package func rhythm(_ routine: Routine, in ledger: Ledger) -> String {
        var parts = [name(routine.cycle)]
        if let minute = routine.minute { parts.append(self("\(time(minute: minute)) 前", "by \(time(minute: minute))")) }
        if routine.cycle != .daily { parts.append(name(routine.restDay)) }
        let who = [unit(routine.unit, in: ledger), person(routine.person, in: ledger)]
        return (parts + who).filter { !$0.isEmpty }.joined(separator: self(" ", ", "))
    }

    package func thisMonth(_ done: Int, of due: Int) -> String {
        self("本月 \(done)/\(due)", "this month \(done)/\(due)")
    }

    /// Who ticked a turn: the person, else the name of the account.
    package func who(_ tick: Routine.Tick, in ledger: Ledger) -> String {
        tick.person == nil ? tick.account ?? "" : person(tick.person, in: ledger)
    }

    /// What stands behind the sign in a cell of the week: who did it, or what is wrong.
    package func cell(_ turn: RoutineTurn, today: Day, in ledger: Ledger) -> String {
        switch turn.mark {
        case .done(let tick): who(tick, in: ledger)
        // A cell is narrow: the day of the month, where no other month can be meant.
        case .late(let tick) where (0..<28).contains(tick.day - turn.due):
            self("补 \(tick.day.dayOfMonth)日", "late \(tick.day.dayOfMonth)")
        case .late(let tick): self("补 ", "late ") + short(tick.day, seenFrom: today)
        case .missed: self("缺", "missed")
        case .overdue(let days): days > 0 ? self("逾 \(days) 日", "\(days)d late") : self("逾", "late")
        case .todo: self("今日", "today")
        case .ahead: ""
        }
    }

    /// One sentence on a turn: what it is, why it is missed, and what can be done.
    package func explanation(_ turn: RoutineTurn, today: Day) -> String {
        switch turn.mark {
        case .done: self("已办。", "Done.")
        case .late(let tick):
            self(
                "过了应办日才勾：\(short(tick.day, seenFrom: today)) 补。",
                "Ticked after its day, on \(short(tick.day, seenFrom: today))."
            )
        case .missed:
            self(
                "缺：到下一次应办日还没有勾。Enter 补记，写明理由；补了仍记「补」。",
                "Missed: not ticked before the next turn came. Enter makes it good, with the reason; it counts as late."
            )
        case .overdue(let days):
            self(
                "\(days > 0 ? "逾 \(days) 个工作日" : "应办日已过")，下一次还没到。空格 勾，Enter 写明理由。",
                "\(days > 0 ? "\(days) working days over" : "Its day has passed"); the next turn has not come. Space ticks, Enter says why."
            )
        case .todo: self("今日应办。空格 勾，Enter 写明谁办的、说明。", "Due today. Space ticks; Enter says who did it.")
        case .ahead: self("还没到。", "Still to come.")
        }
    }

    /// 「11-06 补」
    package func madeGood(on day: Day, seenFrom today: Day) -> String {
        self("\(short(day, seenFrom: today)) 补", "done \(short(day, seenFrom: today))")
    }

    package func lastWeeks(_ count: Int) -> String { self("近 \(count) 周", "last \(count) weeks") }

    package func nothingDue(_ day: Day, next: Day?) -> String {
        guard let next else { return self("\(short(day)) 不用办。", "Nothing due on \(short(day)).") }
        return self("\(short(day)) 不用办，下一次 \(short(next))。", "Nothing due on \(short(day)); next on \(short(next)).")
    }
}
