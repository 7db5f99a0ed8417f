package import Ledger

// What the checklist (清单) says.
extension Words {
    package var stepsOpen: String { self("待办步骤", "open steps") }
    package var stepsLate: String { self("已过日期", "behind their day") }
    package var stepsToday: String { self("今日", "today") }
    /// The open steps of the weeks before the one that is shown.
    package var earlierHead: String { self("更早", "past") }
    package var currentStep: String { self("当前步骤", "current step") }
    package var stepsTitle: String { self("步骤", "steps") }
    package var noSteps: String {
        self("没有带步骤的在办事项。在事项上按 a 加步骤。", "Nothing in hand has steps. Press a on a matter to add one.")
    }
    package func doneOn(_ day: Day) -> String { self("\(short(day)) 已办", "done \(short(day))") }
    package func stepBehind(_ due: Day, workdays: Int) -> String {
        self("\(short(due)) 应办，晚 \(workdays) 个工作日", "due \(short(due)), \(workdays) workdays behind")
    }
}
