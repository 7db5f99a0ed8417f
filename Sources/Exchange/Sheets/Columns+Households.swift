/// 包户.csv: no name, no door number; columns of such are not even read.
enum HouseholdColumn: Int, SheetColumn {
    case number, code, group, cadre, state, visited, trouble

    var header: String {
        switch self {
        case .number: "编号"
        case .code: "户号"
        case .group: "组"
        case .cadre: "包户干部"
        case .state: "状态"
        case .visited: "最近上门"
        case .trouble: "疑难类别"
        }
    }

    var aliases: [String] {
        switch self {
        case .number: ["事项编号"]
        case .code: ["户编号"]
        case .cadre: ["包户人", "责任干部"]
        case .state: ["签约状态"]
        case .visited: ["最近上门日期", "上门日期"]
        default: []
        }
    }

    static let required: [HouseholdColumn] = [.number, .code]
}
