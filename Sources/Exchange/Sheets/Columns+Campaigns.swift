/// 四个一.csv: who of a campaign is on the spot, where, and since when.
enum FrontlineColumn: Int, SheetColumn {
    case campaign, kind, people, place, day, text

    var header: String {
        switch self {
        case .campaign: "战役"
        case .kind: "四个一"
        case .people: "人员"
        case .place: "地点"
        case .day: "日期"
        case .text: "说明"
        }
    }

    var aliases: [String] {
        switch self {
        case .people: ["姓名", "名单"]
        case .day: ["起", "到位日期"]
        default: []
        }
    }

    static let required: [FrontlineColumn] = [.campaign, .kind, .people, .place]
}

/// 会议.csv: a row for each thing that was said or decided; the rows of one meeting name the same campaign, kind, day and
/// title.
enum MeetingColumn: Int, SheetColumn {
    case day, kind, campaign, title, time, end, chair, place, attendance, about, text, level, made

    var header: String {
        switch self {
        case .day: "会议日期"
        case .kind: "会议"
        case .campaign: "战役"
        case .title: "名称"
        case .time: "时刻"
        case .end: "散会"
        case .chair: "主持"
        case .place: "地点"
        case .attendance: "出席"
        case .about: "涉及事项"
        case .text: "内容"
        case .level: "决定"
        case .made: "落实事项"
        }
    }

    var aliases: [String] {
        switch self {
        case .kind: ["会议类别", "例会"]
        case .chair: ["主持人"]
        case .attendance: ["出席缺席", "参会人员"]
        case .text: ["议定事项", "会议内容"]
        case .level: ["决策层级"]
        default: []
        }
    }

    static let required: [MeetingColumn] = [.day, .kind]
}
