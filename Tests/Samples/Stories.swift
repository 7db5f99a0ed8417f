package import Ledger
import Text

extension Key where Subject == Matter {
    /// 督1 lagging, with steps, supports and a campaign: 18 of 32 households, due 12-04.
    package static let signing: MatterNumber = 1
    /// 督2 the secretary's instruction, overdue since 11-04, with a 卡点 and a next step.
    package static let well: MatterNumber = 2
    /// 督3 archived in October.
    package static let archive: MatterNumber = 3
    /// 督4 extended once, from 11-13 to 11-30: 680.5 of 1,000 metres.
    package static let pipes: MatterNumber = 4
    /// 督5 from above, struck off on 11-12 with the document that consents.
    package static let sheds: MatterNumber = 5
    /// 督6 void.
    package static let mistake: MatterNumber = 6
    /// 督7 suspended.
    package static let nightMarket: MatterNumber = 7
    /// 督8 parked until 12-01.
    package static let wires: MatterNumber = 8
    /// 督9 asks for an extension from 11-23 to 11-27: 20 of 26 places.
    package static let signs: MatterNumber = 9
    /// 清10 settled on 11-18, in time.
    package static let coats: MatterNumber = 10
    /// 督11 reported on 11-19, due 11-20.
    package static let leak: MatterNumber = 11
    /// 问12 a problem in hand since 11-17 without an answer.
    package static let inheritance: MatterNumber = 12
    /// 督13 issued without a person (待定人) on 11-18, not signed for, due 11-23.
    package static let fireCheck: MatterNumber = 13
    /// 诉14 an urgent demand from 12345 of yesterday, 当日.
    package static let nightNoise: MatterNumber = 14
    /// 督15 awaits approval, without person.
    package static let fence: MatterNumber = 15
    /// 督16 a draft without quantity and limit.
    package static let visits: MatterNumber = 16
}

extension Story {
    /// In the order of registration.
    static let all: [Story] = [signing, well] + settled + stopped + underWay + early

    private static let signing = Story(.signing, .target, "环湖 8 组包户签约", .meeting, on: "09-18 09:00") {
        $0.campaign = .land
        $0.grid = .liudi0214
        $0.level = .viceLeader
        $0.lead = .landForce
        $0.supports = [
            Support(
                unit: .liudi,
                mode: .share,
                quantity: QuantityLine(target: 32, unit: "户"),
                due: .endOfDay("2026-11-20")
            ),
            Support(unit: .construction),
        ]
        $0.leader = .viceLeader
        $0.person = .shenNanzhi
        $0.quantities = [QuantityLine(group: "8 组", target: 32, unit: "户")]
        $0.term = .fixed("2026-12-04")
        $0.steps = [
            Step(title: "摸底建档", person: .shenNanzhi, due: "2026-10-12"),
            Step(title: "评估结果公示", due: "2026-10-23"),
            Step(title: "逐户签约", person: .shenNanzhi, due: "2026-11-30"),
            Step(title: "资料移交", due: "2026-12-03"),
            Step(title: "验收", due: "2026-12-04"),
        ]
    }
    .issued("09-18 19:10").accepted("09-21 09:30", by: .shenNanzhi)
    .then("10-10 16:00", .handler, .tickStep(0, nil))
    .then("10-23 11:02", .handler, .tickStep(1, "公示期满无异议"))
    .tracked("11-06 17:20", "入户 6 户，签约 2 户", total: 15, by: .handler)
    .tracked("11-16 16:30", "两户要求复测。卡：测绘未排期。下：11-24 前复测（沈南枝）")
    .tracked("11-17 17:40", "累计签约 18 户", total: 18, by: .clerk.recording(for: .shenNanzhi, by: .wechat))

    private static let well = Story(.well, .target, "湖东路雨污分流 7 号井段复工", .instruction, on: "09-21 08:40") {
        $0.sourceDocument = "书记批示 09-20"
        $0.lead = .drainageForce
        $0.leader = .viceLeader
        $0.person = .heZhiyuan
        $0.quantities = [QuantityLine(target: 1, unit: "段")]
        $0.term = .fixed("2026-11-04")
        $0.tags = ["雨污分流"]
    }
    .issued("09-21 09:00").accepted("09-22 10:15", by: .heZhiyuan)
    .tracked("11-05 08:30", "围挡在，无人施工")
    .tracked("11-18 09:05", "施工方承诺 20 日进场；卡：泥浆池未批；下：11-25 前贯通（贺知远）；请：协调环保窗口")
    .tracked("11-19 08:50", "已补件，等环保窗口答复", by: .clerk.recording(for: .heZhiyuan))

    private static let settled = [
        Story(.archive, .target, "柳堤社区雨棚摸排", .yearPlan, on: "09-22 09:00") {
            $0.lead = .liudi
            $0.person = .luoWenzhou
            $0.quantities = [QuantityLine(target: 40, unit: "处")]
            $0.term = .workdays(10)
        }
        .issued("09-22 10:00").accepted("09-22 11:00", by: .luoWenzhou)
        .tracked("10-09 10:00", "全部摸排完", total: 40)
        .then("10-12 09:00", .communitySecretary, .report("40 处全部登记造册"))
        .then("10-13 09:00", .supervisionHead, .settle(.papers, nil))
        .then("10-14 09:00", .supervisionHead, .strike(nil))
        .then("10-15 09:00", .clerk, .archive),

        Story(.pipes, .target, "湖东路北段管网铺设", .livelihood, on: "09-28 09:00") {
            $0.lead = .drainageForce
            $0.leader = .viceLeader
            $0.person = .heZhiyuan
            $0.quantities = [QuantityLine(target: 1000, unit: "米")]
            $0.term = .fixed("2026-11-13")
        }
        .issued("09-28 10:00").accepted("09-28 15:00", by: .heZhiyuan)
        .tracked("11-09 09:00", "管材到场", total: 520, by: .unitHead)
        .then("11-10 09:00", .unitHead, .askExtension("2026-11-30", "连续降雨，基坑积水"))
        .then("11-11 16:00", .clerk.recording(for: .viceLeader, by: .paper), .grantExtension(nil))
        .tracked("11-19 17:00", "完成 680.5 米", total: Amount("680.5"), by: .unitHead),

        Story(.sheds, .target, "违建棚房拆除", .superior, on: "10-09 09:00") {
            $0.sourceDocument = "区城治〔2026〕41号"
            $0.lead = .construction
            $0.person = .heZhiyuan
            $0.quantities = [QuantityLine(target: 8, unit: "处")]
            $0.term = .workdays(20)
        }
        .issued("10-09 10:00").accepted("10-09 11:00", by: .heZhiyuan)
        .tracked("11-09 15:00", "全部拆除", total: 8)
        .then("11-10 15:00", .unitHead, .report("8 处全部拆除，现场清运完毕"))
        .then("11-11 10:00", .supervisionHead, .settle(.onSite, nil))
        .then("11-12 10:00", .supervisionHead, .strike("区城治函〔2026〕9号")),
    ]

    private static let stopped = [
        Story(.mistake, .target, "违建棚房拆除（重复登记）", .superior, on: "10-10 09:00") { _ in }
            .then("10-10 09:20", .clerk, .void("与督5 重复")),

        Story(.nightMarket, .target, "望湖路夜市摊位疏导方案", .spoken, on: "10-12 09:00") {
            $0.lead = .construction
            $0.person = .heZhiyuan
            $0.quantities = [QuantityLine(target: 1, unit: "项")]
            $0.term = .months(1)
        }
        .issued("10-12 10:00").accepted("10-12 14:00", by: .heZhiyuan)
        .then("10-30 10:00", .director, .suspend("市里统一规划，另行部署")),

        Story(.wires, .target, "城中村架空电线落地", .congress, on: "10-13 09:00") {
            $0.lead = .construction
            $0.leader = .viceLeader
            $0.person = .heZhiyuan
            $0.quantities = [QuantityLine(target: 16, done: 0, unit: "巷")]
            $0.term = .months(2)
        }
        .issued("10-13 10:00").accepted("10-14 09:00", by: .heZhiyuan)
        .tracked("10-28 10:00", "完成 9 条巷", total: 9)
        .then("11-03 10:00", .clerk.recording(for: .secretary, by: .paper), .park("供电部门停电计划未下达", "2026-12-01")),
    ]

    private static let underWay = [
        Story(.signs, .target, "沿街招牌隐患整改（26 处）", .patrol, on: "10-26 09:00") {
            $0.grid = .liudi02
            $0.lead = .liudi
            $0.leader = .viceLeader
            $0.person = .luoWenzhou
            $0.quantities = [QuantityLine(target: 26, unit: "处")]
            $0.term = .workdays(20)
        }
        .issued("10-26 10:00").accepted("10-26 15:00", by: .luoWenzhou)
        .tracked("11-18 17:00", "累计整改 20 处", total: 20, by: .communitySecretary)
        .then("11-19 16:40", .communitySecretary, .askExtension("2026-11-27", "6 处业主外出，已约 11-25 入户")),

        Story(.coats, .duty, "独居老人冬衣发放", .livelihood, on: "11-02 09:00") {
            $0.lead = .liudi
            $0.person = .luoWenzhou
            $0.quantities = [QuantityLine(target: 54, unit: "户")]
            $0.term = .naturalDays(20)
        }
        .issued("11-02 10:00").accepted("11-02 11:00", by: .luoWenzhou)
        .tracked("11-17 16:00", "54 户全部发放", total: 54)
        .then("11-18 09:00", .communitySecretary, .report("54 户发放完毕，签领表齐"))
        .then("11-19 09:00", .supervisionHead, .settle(.papers, "签领表 54 份")),

        Story(.leak, .target, "柳堤社区议事厅漏水维修", .meeting, on: "11-06 09:00") {
            $0.lead = .liudi
            $0.person = .luoWenzhou
            $0.quantities = [QuantityLine(target: 1, unit: "处")]
            $0.term = .workdays(10)
        }
        .issued("11-06 10:00").accepted("11-06 11:00", by: .luoWenzhou)
        .tracked("11-18 15:00", "防水层已做", total: 1)
        .then("11-19 10:00", .communitySecretary, .report("闭水试验合格")),

        Story(.inheritance, .problem, "环湖 9 组两户继承权属不明", .meeting, on: "11-17 09:00") {
            $0.campaign = .land
            $0.lead = .landForce
            $0.leader = .viceLeader
            $0.person = .shenNanzhi
            $0.quantities = [QuantityLine(target: 1, unit: "件")]
            $0.term = .workdays(5)
        }
        .issued("11-17 10:00").accepted("11-17 10:30", by: .shenNanzhi),
    ]

    private static let early = [
        Story(.fireCheck, .target, "冬季防火专项检查方案报审", .instruction, on: "11-18 09:00") {
            $0.lead = .construction
            $0.quantities = [QuantityLine(target: 1, unit: "份")]
            $0.term = .workdays(3)
        }
        .issued("11-18 10:00"),

        Story(.nightNoise, .demand, "湖滨路夜间施工扰民", .hotline, on: "11-19 08:30") {
            $0.sourceDocument = "12345-20261119-0931"
            $0.lead = .construction
            $0.person = .heZhiyuan
            $0.isUrgent = true
            $0.term = .sameDay
        }
        .issued("11-19 08:45").accepted("11-19 09:00", by: .heZhiyuan),

        Story(.fence, .target, "通学路护栏更换", .congress, on: "11-19 15:00") {
            $0.lead = .construction
            $0.leader = .viceLeader
            $0.quantities = [QuantityLine(target: 120, unit: "米")]
            $0.term = .workdays(15)
        }
        .then("11-19 15:10", .clerk, .submit(nil)),

        Story(.visits, .target, "结对帮扶四季度走访", .yearPlan, on: "11-20 07:58") {
            $0.lead = .liudi
            $0.person = .luoWenzhou
        },
    ]
}
