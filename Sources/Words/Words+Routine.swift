package import Ledger
package import Supervision
import Text

// The checklist of recurring duties (清单).

extension Words {
    /// One letter for a cell: ✓ 补 缺 逾 未.
    package func letter(_ mark: RoutineMark) -> String {
        switch mark {
        case .done: "✓"
        case .late: self("补", "l")
        case .missed: self("缺", "x")
        case .overdue: self("逾", "!")
        case .todo: self("未", "?")
        case .ahead: self("待", "-")
        }
    }

    package func name(_ mark: RoutineMark) -> String {
        switch mark {
        case .done: self("已办", "done")
        case .late: self("补记", "late")
        case .missed: self("缺", "missed")
        case .overdue: self("逾期未办", "overdue")
        case .todo: self("今日待办", "to do today")
        case .ahead: self("未到", "to come")
        }
    }

    /// 「11-20 已办」, 「应于 11-18 办，逾 2 个工作日」.
    package func mark(_ turn: RoutineTurn, seenFrom today: Day) -> String {
        let due = short(turn.due, seenFrom: today)
        switch turn.mark {
        case .done: return self("已办", "done")
        case .late(let tick):
            return self(
                "应于 \(due) 办，\(short(tick.day, seenFrom: today)) 补",
                "due \(due), done \(short(tick.day, seenFrom: today))"
            )
        case .missed: return self("\(due) 缺", "missed on \(due)")
        case .overdue(let workdays):
            return self(
                "应于 \(due) 办，\(workdays > 0 ? "逾 \(workdays) 个工作日" : "已过应办日")",
                "was due \(due), \(workdays) working days ago"
            )
        case .todo: return self("今日应办", "due today")
        case .ahead: return self("\(due) 应办", "due \(due)")
        }
    }
}
