package import Ledger
package import Supervision

// The field's terms. Each list is closed, so each switch is complete.
extension Words {
    /// The letter before a matter's number.
    package func letter(_ kind: Kind) -> String {
        switch kind {
        case .target: self("督", "T")
        case .duty: self("清", "C")
        case .problem: self("问", "P")
        case .demand: self("诉", "D")
        }
    }

    package func name(_ kind: Kind) -> String {
        switch kind {
        case .target: self("目标任务", "target")
        case .duty: self("清单事项", "duty")
        case .problem: self("问题", "problem")
        case .demand: self("诉求", "demand")
        }
    }

    package func name(_ stage: Stage) -> String {
        switch stage {
        case .draft: self("拟稿", "draft")
        case .pending: self("待批准", "to approve")
        case .issued: self("待签收", "to sign for")
        case .inHand: self("办理中", "in hand")
        case .reported: self("待审核", "to review")
        case .settled: self("已办结", "settled")
        case .struck: self("已销号", "struck off")
        case .archived: self("已归档", "archived")
        case .parked: self("挂账", "parked")
        case .suspended: self("中止", "suspended")
        case .void: self("作废", "void")
        }
    }

    package func name(_ source: Source) -> String {
        switch source {
        case .superior: self("上级交办", "superior")
        case .instruction: self("领导批示", "instruction")
        case .meeting: self("会议议定", "meeting")
        case .yearPlan: self("年度重点", "year plan")
        case .livelihood: self("民生实事", "livelihood")
        case .hotline: "12345"
        case .petition: self("信访", "petition")
        case .patrol: self("网格巡查", "grid patrol")
        case .congress: self("人大政协", "congress")
        case .spoken: self("口头交办", "spoken")
        }
    }

    package func name(_ role: Role) -> String {
        switch role {
        case .secretary: self("书记", "secretary")
        case .director: self("办事处主任", "director")
        case .viceLeader: self("分管领导", "leader in charge")
        case .dutyLeader: self("带班领导", "duty leader")
        case .supervisionHead: self("督查负责人", "head of supervision")
        case .clerk: self("督办员", "clerk")
        case .unitHead: self("单位负责人", "head of unit")
        case .communitySecretary: self("社区书记", "community secretary")
        case .handler: self("经办", "handler")
        case .gridHead: self("网格长", "grid head")
        case .commander: self("指挥部总指挥", "commander")
        case .reader: self("只读", "reader")
        case .contactKeeper: self("联系人管理", "keeper of contacts")
        }
    }

    package func name(_ channel: Channel) -> String {
        switch channel {
        case .phone: self("电话", "phone")
        case .wechat: self("微信", "WeChat")
        case .paper: self("纸质", "paper")
        case .meeting: self("会上", "meeting")
        case .onSite: self("现场", "on site")
        }
    }

    /// One of the four fixed as a single letter: 人 岗 量 时.
    package func letter(_ fixed: Fixed) -> String {
        switch fixed {
        case .person: self("人", "person")
        case .post: self("岗", "post")
        case .quantity: self("量", "quantity")
        case .time: self("时", "time")
        }
    }

    /// What is still missing: 「缺定量」; 「四定齐全」 when nothing is.
    package func missing(_ fixed: [Fixed]) -> String {
        if fixed.isEmpty { return self("四定齐全", "all four fixed") }
        let letters = fixed.map(letter)
        return self("缺定" + letters.joined(separator: "、"), "missing " + letters.joined(separator: ", "))
    }

    /// The same of a matter: once issued to the unit's head, nobody's name is 「待定人」.
    package func missing(of matter: Matter) -> String {
        guard matter.issued != nil, matter.person == nil else { return missing(matter.missing) }
        let rest = matter.missing.filter { $0 != .person && $0 != .post }
        let unnamed = self("待定人", "person to be named")
        return rest.isEmpty ? unnamed : missing(rest) + self("，", ", ") + unnamed
    }

    package func name(_ phase: Phase) -> String {
        switch phase {
        case .normal: self("平时", "normal")
        case .push: self("攻坚", "push")
        case .emergency: self("战时", "emergency")
        }
    }

    package func name(_ check: Check) -> String {
        switch check {
        case .onSite: self("现场", "on site")
        case .papers: self("资料", "papers")
        case .callBack: self("回访", "call back")
        }
    }

    package func name(_ answer: AnswerKind) -> String {
        switch answer {
        case .solved: self("已解决", "solved")
        case .measure: self("有措施", "measure taken")
        case .decided: self("已决定", "decided")
        case .sentUp: self("已提交上级", "sent up")
        case .handedToDuty: self("交值班", "handed to the duty desk")
        }
    }

    package func name(_ level: DecisionLevel) -> String {
        switch level {
        case .community: self("社区党委", "community")
        case .viceLeader: self("分管领导", "leader in charge")
        case .secretary: self("书记、主任", "secretary, director")
        case .headquarters: self("指挥部集体研究", "headquarters")
        case .committee: self("党工委会", "committee")
        }
    }

    package func name(_ kind: UnitKind) -> String {
        switch kind {
        case .leadership: self("领导班子", "leadership")
        case .office: self("办公室", "office")
        case .community: self("社区", "community")
        case .taskForce: self("专班", "task force")
        case .temporaryBranch: self("临时党支部", "temporary branch")
        case .partner: self("共建单位", "partner")
        }
    }

    /// The light as one letter of two cells; in English two letters.
    package func letter(_ light: Light) -> String {
        switch light {
        case .red: self("逾", "LT")
        case .orange: self("滞", "BH")
        case .yellow: self("临", "NR")
        case .green: self("常", "OK")
        case .blue: self("结", "DN")
        case .grey: self("待", "--")
        case .parked: self("挂", "PK")
        }
    }

    package func name(_ light: Light) -> String {
        switch light {
        case .red: self("逾期", "overdue")
        case .orange: self("滞后", "behind")
        case .yellow: self("临期", "near")
        case .green: self("正常", "on course")
        case .blue: self("办结", "settled")
        case .grey: self("未启动", "not started")
        case .parked: self("挂账", "parked")
        }
    }

    package func name(_ action: Action.Kind) -> String {
        switch action {
        case .register: self("登记", "register")
        case .amend: self("更正", "amend")
        case .submit: self("提交立项", "submit")
        case .issue: self("批准交办", "issue")
        case .decline: self("退回修改", "decline")
        case .accept: self("签收", "sign for")
        case .track: self("跟踪", "track")
        case .addStep: self("加步骤", "add step")
        case .tickStep: self("勾步骤", "tick step")
        case .answer: self("答复", "answer")
        case .report: self("上报办结", "report done")
        case .sendBack: self("退回重办", "send back")
        case .settle: self("审核办结", "settle")
        case .strike: self("销号", "strike off")
        case .archive: self("归档", "archive")
        case .park: self("挂账", "park")
        case .resume: self("恢复办理", "resume")
        case .askExtension: self("申请延期", "ask extension")
        case .grantExtension: self("同意延期", "grant extension")
        case .refuseExtension: self("不同意延期", "refuse extension")
        case .settleSupport: self("分办办结", "settle share")
        case .suspend: self("中止", "suspend")
        case .void: self("作废", "void")
        case .handBack: self("退单", "hand back")
        case .transfer: self("转办", "transfer")
        case .reassign: self("换人", "reassign")
        case .proposeParking: self("提出挂账", "propose parking")
        case .approveParking: self("同意挂账", "approve parking")
        case .refuseParking: self("不同意挂账", "refuse parking")
        case .reopen: self("重开", "reopen")
        case .adjustLimit: self("调整时限", "adjust limit")
        case .recountLimit: self("时限重算", "recount limit")
        case .acceptSupport: self("分办签收", "sign for share")
        case .trackSupport: self("分办跟踪", "track share")
        // The ladder
        case .remind: self("提醒", "remind")
        case .draftSlip: self("拟单", "draft slip")
        case .signSlip: self("签发", "sign slip")
        case .deliverSlip: self("送达", "deliver slip")
        case .acceptSlip: self("单据签收", "sign for slip")
        case .answerSlip: self("回复单据", "answer slip")
        case .voidSlip: self("作废单据", "void slip")
        case .putOff: self("暂缓", "put off")
        case .talk: self("约谈", "talk")
        }
    }

    /// What an event did, in one word.
    package func name(_ fact: Fact.Kind) -> String {
        switch fact {
        case .founded: self("建账", "founded")
        case .calendarReplaced: self("换日历", "calendar")
        case .rulesReplaced: self("换规则", "rules")
        case .supervisionStarted: self("启用督办", "supervision started")
        case .unitAdded: self("增单位", "unit added")
        case .personAdded: self("增人员", "person added")
        case .gridAdded: self("增网格", "grid added")
        case .campaignAdded: self("增战役", "campaign added")
        case .mapDrawn: self("导入图幅", "map drawn")
        case .registered: self("登记", "registered")
        case .imported: self("导入", "imported")
        case .amended: self("更正", "amended")
        case .submitted: self("提交立项", "submitted")
        case .issued: self("交办", "issued")
        case .declined: self("退回修改", "declined")
        case .accepted: self("签收", "signed for")
        case .tracked: self("跟踪", "tracked")
        case .stepAdded: self("加步骤", "step added")
        case .stepTicked: self("步骤完成", "step done")
        case .answered: self("答复", "answered")
        case .reported: self("上报办结", "reported done")
        case .sentBack: self("退回重办", "sent back")
        case .settled: self("办结", "settled")
        case .struck: self("销号", "struck off")
        case .archived: self("归档", "archived")
        case .parked: self("挂账", "parked")
        case .resumed: self("恢复办理", "resumed")
        case .extensionAsked: self("申请延期", "extension asked")
        case .extensionDecided: self("延期审批", "extension decided")
        case .supportSettled: self("分办办结", "share settled")
        case .suspended: self("中止", "suspended")
        case .voided: self("作废", "void")
        case .calendarAdjusted: self("本地调休", "local days off")
        case .unitRenamed: self("单位更名", "unit renamed")
        case .unitClosed: self("单位撤并", "unit closed")
        case .personChanged: self("人员变动", "person changed")
        case .personLeft: self("离任", "left")
        case .leaveTaken: self("请假", "leave")
        case .leaveEnded: self("销假", "back from leave")
        case .corrected: self("更正", "corrected")
        case .handedBack: self("退单", "handed back")
        case .transferred: self("转办", "transferred")
        case .reassigned: self("换人", "reassigned")
        case .parkingProposed: self("提出挂账", "parking proposed")
        case .parkingRefused: self("不同意挂账", "parking refused")
        case .reopened: self("重开", "reopened")
        case .limitAdjusted: self("调整时限", "limit adjusted")
        case .limitRecounted: self("时限重算", "limit recounted")
        case .supportAccepted: self("分办签收", "share signed for")
        case .supportTracked: self("分办跟踪", "share tracked")
        case .undone: self("撤回", "taken back")
        case .restored: self("从备份恢复", "restored from a backup")
        case .recovered: self("从损坏文件抢救", "recovered from a damaged file")
        case .yearClosed: self("年度归档", "year archived")
        case .erased: self("涂黑", "blacked out")
        case .contactKept: self("存联系人", "contact kept")
        case .contactShown: self("查看联系人", "contact shown")
        case .contactErased: self("删联系人", "contact erased")
        case .phaseOrdered: self("阶段", "phase")
        case .campaignChanged: self("战役变更", "campaign changed")
        case .frontlineNoted: self("四个一", "on the spot")
        case .carried: self("下级进度", "progress below")
        case .ruled, .meetingPlanned, .meetingBegan, .meetingTurned, .meetingNoted, .topicAdded, .meetingEnded,
            .meetingCancelled, .routineAdded, .routineTicked, .routineEnded, .eveningCounted, .reviewOpened,
            .reviewAnswered:
            dailyName(fact)
        // The ladder
        case .reminded: self("提醒", "reminded")
        case .slipDrafted: self("拟单", "slip drafted")
        case .slipSigned: self("签发", "slip signed")
        case .slipDelivered: self("送达", "slip delivered")
        case .slipAccepted: self("单据签收", "slip signed for")
        case .slipAnswered: self("回复", "slip answered")
        case .slipVoided: self("单据作废", "slip void")
        case .stepPutOff: self("暂缓督办", "put off")
        case .talkHeld: self("约谈", "talk held")
        case .householdsAdded: self("包户建账", "households listed")
        case .householdVisited: self("包户", "household")
        case .householdsAssigned: self("换包户干部", "households assigned")
        case .householdRemoved: self("撤下户号", "household removed")
        case .caseOpened: self("疑难个案", "hard case")
        case .precedentKept: self("口径", "precedent")
        case .turnOpened: self("下一期", "next turn")
        }
    }
}
