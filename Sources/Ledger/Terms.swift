// The closed lists of the field. Raw values are promises: they stand in events and in JSON.

/// What a matter is (类别), and the letter its number is shown with.
package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 目标任务, 督.
    case target
    /// 清单事项, 清.
    case duty
    /// 问题, 问.
    case problem
    /// 诉求, 诉.
    case demand
}

/// Where a matter stands (状态). Overdue, lagging and extension are derived, never stages.
package enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
    /// 拟稿
    case draft
    /// 待批准
    case pending
    /// 待签收
    case issued
    /// 办理中
    case inHand
    /// 待审核
    case reported
    /// 已办结
    case settled
    /// 已销号
    case struck
    /// 已归档
    case archived
    /// 挂账
    case parked
    /// 中止
    case suspended
    /// 作废
    case void

    /// Whether the screen keeps it at hand: everything that is not struck off, archived or void.
    package var isAtHand: Bool { ![.struck, .archived, .void].contains(self) }

    /// Whether work on it is still owed: neither settled nor stopped.
    package var isOpen: Bool { [.draft, .pending, .issued, .inHand, .reported, .parked].contains(self) }

    /// Whether it is settled (已办结) or further.
    package var isSettled: Bool { [.settled, .struck, .archived].contains(self) }
}

/// Who asked for it (来源): a fixed list, mandatory.
package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    /// 上级交办
    case superior
    /// 领导批示
    case instruction
    /// 会议议定
    case meeting
    /// 年度重点
    case yearPlan
    /// 民生实事
    case livelihood
    /// 12345
    case hotline
    /// 信访
    case petition
    /// 网格巡查
    case patrol
    /// 人大政协
    case congress
    /// 口头交办
    case spoken
}

/// What a person may be in this ledger (角色, PRACTICE §1).
package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// 书记
    case secretary
    /// 办事处主任
    case director
    /// 分管领导
    case viceLeader
    /// 带班领导
    case dutyLeader
    /// 督查负责人 (党政办主任)
    case supervisionHead
    /// 督办员 (督查专员)
    case clerk
    /// 单位负责人
    case unitHead
    /// 社区书记
    case communitySecretary
    /// 经办
    case handler
    /// 网格长
    case gridHead
    /// 指挥部总指挥
    case commander
    /// 只读
    case reader
    /// 联系人管理: may see and keep the contacts of residents.
    case contactKeeper
}

/// How the word of somebody without a terminal reached the clerk (代录方式).
package enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
    /// 电话
    case phone
    /// 微信
    case wechat
    /// 纸质
    case paper
    /// 会上
    case meeting
    /// 现场
    case onSite
}

/// The four fixed (四定) that a matter must have before it is issued.
package enum Fixed: String, Hashable, Sendable, Codable, CaseIterable {
    /// 定人
    case person
    /// 定岗
    case post
    /// 定量
    case quantity
    /// 定时
    case time
}

/// What kind of unit (单位类别).
package enum UnitKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 领导班子
    case leadership
    /// 办公室
    case office
    /// 社区
    case community
    /// 专班
    case taskForce
    /// 临时党支部
    case temporaryBranch
    /// 共建单位
    case partner
}

/// The pace of a campaign or of the street (平时/攻坚/战时).
package enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
    /// 平时
    case normal
    /// 攻坚
    case push
    /// 战时
    case emergency
}

/// How a result was checked (审核方式).
package enum Check: String, Hashable, Sendable, Codable, CaseIterable {
    /// 现场
    case onSite
    /// 资料
    case papers
    /// 回访
    case callBack
}

/// What counts as an answer to a problem before the evening count (PRACTICE §4, 过夜).
package enum AnswerKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 已解决
    case solved
    /// 有措施、有人、有日期
    case measure
    /// 已决定
    case decided
    /// 已提交上级研究 (to whom, for what)
    case sentUp
    /// 交值班, before rest days
    case handedToDuty
}

/// Who decides a problem (决策层级).
package enum DecisionLevel: String, Hashable, Sendable, Codable, CaseIterable {
    /// 社区党委
    case community
    /// 分管领导
    case viceLeader
    /// 书记、主任
    case secretary
    /// 指挥部集体研究
    case headquarters
    /// 党工委会
    case committee
}
