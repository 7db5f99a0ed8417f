/// 职责.csv: recurring duties of the office.
enum RoutineColumn: Int, SheetColumn {
    case name, cycle, restDay, time, unit, person, start

    var header: String {
        switch self {
        case .name: "职责"
        case .cycle: "周期"
        case .restDay: "遇休息日"
        case .time: "时刻"
        case .unit: "单位"
        case .person: "责任人"
        case .start: "起"
        }
    }

    static let required: [RoutineColumn] = [.name, .cycle]
}

/// 勾办.csv: which of their turns were done, and when.
enum TickColumn: Int, SheetColumn {
    case name, due, done, person, text

    var header: String {
        switch self {
        case .name: "职责"
        case .due: "应办日"
        case .done: "勾办日"
        case .person: "由谁"
        case .text: "说明"
        }
    }

    static let required: [TickColumn] = [.name, .due]
}
