package import Ledger
package import Supervision

// What the roster (队伍) says.
extension Words {
    // MARK: Counts

    package var peopleCount: String { self("人员", "people") }
    package var busyCount: String { self("有待办", "with work") }
    package var vacantPost: String { self("空岗", "vacant") }
    package var unmanned: String { self("缺人", "nobody") }
    package var awayToday: String { self("今日不在岗", "away today") }
    package var rosterNote: String { self("按名录排列，只看负荷，不排名", "in directory order; no ranking") }

    // MARK: Heads

    package var unitHead: String { self("单位", "unit") }
    /// What waits to be done: in hand, but neither under review nor parked.
    package var toDo: String { self("待办", "to do") }
    package var sum: String { self("合计", "sum") }
    package var peopleShort: String { self("人", "ppl") }
    package var nameHead: String { self("姓名", "name") }
    package var postHead: String { self("岗", "post") }
    package var noteHead: String { self("备注", "note") }
    package func name(_ due: RosterFigures.Due, today: Day) -> String {
        switch due {
        case .past: self("已逾", "past")
        case .week(0): self("本周", "week")
        case .week(let ahead): weekName(of: today + ahead * 7)
        case .later: self("更后", "later")
        case .never: self("无期", "open")
        }
    }
    /// 「48周」: the week of the year by ISO 8601.
    package func weekName(of day: Day) -> String { self("\(day.week)周", "wk \(day.week)") }

    // MARK: Rows

    package func postWanted(_ count: Int) -> String { self("\(count) 件需此岗", "asked for by \(count)") }
    package func vacant(days: Int) -> String { self("空 \(days) 日", "vacant \(days)d") }
    package func mattersUnmanned(_ count: Int) -> String { self("\(count) 件未定人", "\(count) unnamed") }
    /// 「假 至 11-24，代管 周建明」
    package func away(_ leave: Leave, standIn: String?, matters: Int, today: Day) -> String {
        let days =
            leave.from <= today
            ? self("假 至 \(short(leave.through))", "away to \(short(leave.through))")
            : self(
                "假 \(short(leave.from)) 至 \(short(leave.through))",
                "away \(short(leave.from)) to \(short(leave.through))"
            )
        if let standIn { return days + self("，\(standIn)代管", ", \(standIn) stands in") }
        guard matters > 0 else { return days }
        return days + self("，到期 \(matters) 件，未定代管", ", \(matters) due, no stand-in")
    }
    /// 「假至 11-24，周建明代」
    package func awayShort(_ leave: Leave, standIn: String?, today: Day) -> String {
        let days =
            leave.from <= today
            ? self("假至 \(short(leave.through))", "to \(short(leave.through))")
            : self("\(short(leave.from)) 起假", "from \(short(leave.from))")
        return days + (standIn.map { self("，\($0)代", ", \($0)") } ?? "")
    }
    /// 「12-04 起代管 程亦凡」
    package func standsInFor(_ name: String, from day: Day) -> String {
        self("\(short(day)) 起代管 \(name)", "stands in for \(name) from \(short(day))")
    }
    /// 「另 634 人没有待办；选一个单位看全部」
    package func idle(_ count: Int) -> String {
        self("另 \(count) 人没有待办；选一个单位看全部", "\(count) more with nothing to do; choose a unit to see all")
    }
    package func standsInFor(_ names: [String]) -> String {
        self("代管 " + names.joined(separator: "、"), "stands in for " + names.joined(separator: ", "))
    }
    package var nobodyHere: String { self("本单位没有人员。", "Nobody in this unit.") }

    // MARK: Below

    package var nothingToDo: String { self("没有待办事项。", "Nothing to do.") }
    package var duringLeave: String { self("休假中到期", "due on leave") }
    package func moreWithEnter(_ count: Int) -> String {
        self("另 \(count) 件，Enter 看全部", "\(count) more, Enter for all")
    }
    package var awayTitle: String { self("不在岗", "away") }
    package var tenWorkdays: String { self("10 个工作日", "10 workdays") }
    package var nobodyAway: String { self("没有人请假。", "Nobody is on leave.") }
    package var leaveMark: String { self("假", "x") }
    package var noVacancy: String { self("没有空岗。", "No vacant post.") }
}
