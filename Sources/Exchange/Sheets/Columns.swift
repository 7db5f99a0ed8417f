/// The columns of one kind of table, in the order in which Guatu writes them.
protocol SheetColumn: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
    /// The header that Guatu writes.
    var header: String { get }
    /// Other headers by which offices call it.
    var aliases: [String] { get }
    /// Columns without which a table is not of this kind.
    static var required: [Self] { get }
}

extension SheetColumn {
    var aliases: [String] { [] }
}

/// 单位.csv
enum UnitColumn: Int, SheetColumn {
    case name, shortName, parent, kind

    var header: String {
        switch self {
        case .name: "单位"
        case .shortName: "简称"
        case .parent: "上级"
        case .kind: "类别"
        }
    }

    static let required: [UnitColumn] = [.name, .kind]
}

/// 人员.csv
enum PersonColumn: Int, SheetColumn {
    case name, unit, posts, roles, left

    var header: String {
        switch self {
        case .name: "姓名"
        case .unit: "单位"
        case .posts: "岗位"
        case .roles: "角色"
        case .left: "离岗日期"
        }
    }

    static let required: [PersonColumn] = [.name, .unit]
}

/// 请假.csv: who is away, and who stands in.
enum LeaveColumn: Int, SheetColumn {
    case name, unit, from, through, standIn

    var header: String {
        switch self {
        case .name: "请假人"
        case .unit: "单位"
        case .from: "起"
        case .through: "止"
        case .standIn: "代管人"
        }
    }

    static let required: [LeaveColumn] = [.name, .from, .through]
}

/// 网格.csv
enum GridColumn: Int, SheetColumn {
    case code, name, level, parent, unit, head

    var header: String {
        switch self {
        case .code: "编码"
        case .name: "名称"
        case .level: "级别"
        case .parent: "上级"
        case .unit: "单位"
        case .head: "网格长"
        }
    }

    static let required: [GridColumn] = [.code, .name, .level]
}

/// 事项.csv
enum MatterColumn: Int, SheetColumn {
    case number, title, kind, source, document, campaign, grid, lead, supports, leader, person, post, target, done,
        measure, issued, start, due, originalDue, extensions, stage, settled, progress, problem, tags, remark

    var header: String {
        switch self {
        case .number: "编号"
        case .title: "事项"
        case .kind: "类别"
        case .source: "来源"
        case .document: "来源文号"
        case .campaign: "战役"
        case .grid: "网格"
        case .lead: "牵头单位"
        case .supports: "配合单位"
        case .leader: "责任领导"
        case .person: "责任人"
        case .post: "岗位"
        case .target: "目标量"
        case .done: "完成量"
        case .measure: "计量单位"
        case .issued: "交办日期"
        case .start: "开始日期"
        case .due: "完成时限"
        case .originalDue: "原定时限"
        case .extensions: "延期次数"
        case .stage: "状态"
        case .settled: "办结日期"
        case .progress: "进展情况"
        case .problem: "存在问题"
        case .tags: "标签"
        case .remark: "备注"
        }
    }

    var aliases: [String] {
        switch self {
        case .number: ["序号"]
        case .title: ["事项名称", "督办事项", "工作事项", "重点工作", "工作任务", "任务内容", "主要内容", "问题描述"]
        case .kind: ["事项类别", "任务类别"]
        case .source: ["任务来源", "事项来源"]
        case .document: ["文号", "工单号"]
        case .lead: ["责任单位", "承办单位", "主办单位", "责任部门", "牵头部门"]
        case .supports: ["协办单位", "配合部门"]
        case .leader: ["分管领导", "包保领导", "挂点领导"]
        case .person: ["经办人", "具体责任人"]
        case .post: ["岗"]
        case .target: ["任务量", "目标"]
        case .measure: ["单位"]
        case .issued: ["交办时间", "立项日期"]
        case .start: ["开始时间"]
        case .due: ["办结时限", "办理时限", "时限", "截止时间", "截止日期"]
        case .stage: ["办理状态", "销号情况"]
        case .settled: ["办结时间", "实际完成时间"]
        case .progress: ["进展", "工作进展", "落实情况", "办理情况"]
        case .problem: ["问题", "卡点", "存在的问题"]
        default: []
        }
    }

    static let required: [MatterColumn] = [.title]
}

/// 步骤.csv
enum StepColumn: Int, SheetColumn {
    case number, order, title, person, due, done

    var header: String {
        switch self {
        case .number: "编号"
        case .order: "序"
        case .title: "步骤"
        case .person: "责任人"
        case .due: "时限"
        case .done: "完成日期"
        }
    }

    static let required: [StepColumn] = [.number, .title]
}

/// 记录.csv
enum RecordColumn: Int, SheetColumn {
    case number, day, speaker, typist, channel, action, text, done, reason

    var header: String {
        switch self {
        case .number: "编号"
        case .day: "日期"
        case .speaker: "经手"
        case .typist: "录入"
        case .channel: "方式"
        case .action: "动作"
        case .text: "文字"
        case .done: "完成量"
        case .reason: "理由"
        }
    }

    static let required: [RecordColumn] = [.number, .day, .action]
}
