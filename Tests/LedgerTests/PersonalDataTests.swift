import Ledger
import Samples
import Testing
import Text

@Suite("What looks personal, and what only looks so")
struct PersonalDataTests {
    @Test(
        "is stopped",
        arguments: [
            ("联系人 13912345678 白天在家", PersonalData.Kind.phone, "13912345678"),
            ("联系 13800138000 张某", .phone, "13800138000"),
            ("13912345678方先生", .phone, "13912345678"),
            ("0571-88881234 车师傅", .phone, "0571-88881234"),
            ("打１３９１２３４５６７８找他", .phone, "１３９１２３４５６７８"),
            ("139 1234 5678", .phone, "139 1234 5678"),
            ("139-1234-5678", .phone, "139-1234-5678"),
            ("+8613912345678", .phone, "8613912345678"),
            ("+86 139 1234 5678", .phone, "86 139 1234 5678"),
            ("家里 0571-88881234", .phone, "0571-88881234"),
            ("010-62345678", .phone, "010-62345678"),
            ("057188881234", .phone, "057188881234"),
            ("（0571）88881234", .phone, "88881234"),
            ("家里电话：88881234", .phone, "88881234"),
            ("手机13912345678、座机号码 8888 1234", .phone, "13912345678"),
            ("证件 11010519491231002X", .identity, "11010519491231002X"),
            ("证件11010519491231002x。", .identity, "11010519491231002x"),
            ("330106198803124517 本人到场", .identity, "330106198803124517"),
            ("330106 19880312 4517", .identity, "330106 19880312 4517"),
            ("卡 6222021234567894", .card, "6222021234567894"),
            ("卡 6222 0212 3456 7894", .card, "6222 0212 3456 7894"),
            ("柳堤路 3幢2单元501 漏水", .door, "3幢2单元501"),
            ("3栋502室住户反映", .door, "3栋502室"),
            ("3号楼501已签约", .door, "3号楼501"),
            ("三幢二单元501户主外出", .door, "单元501"),
            ("湖东路128号501室", .door, "128号501室"),
            ("12弄3号402室", .door, "12弄3号402室"),
            ("3-2-501室", .door, "3-2-501室"),
            ("７幢１０１室", .door, "７幢１０１室"),
        ]
    )
    func stopped(text: String, kind: PersonalData.Kind, seen: String) {
        let found = PersonalData.first(in: text)
        #expect(found?.kind == kind, "\(text): \(String(describing: found))")
        if kind != .door { #expect(found?.text.string == seen) }
        if kind == .door {
            #expect(found.map { seen.hasSuffix($0.text.string) || $0.text.string.hasSuffix(seen) } == true)
        }
    }

    @Test(
        "passes",
        arguments: [
            "", "望街发〔2026〕3号", "区城治函〔2026〕128号已收", "12345 工单 GD2026112000012345", "工单号 20261120000123",
            "工单 330106202611180001", "第202611200123456号", "2026-11-20 08:12 到场", "20261120", "电话 20261120 回访",
            "累计 2180 米，共 3600 米", "面积 1.82 平方公里", "投资 13800138000 元", "0.13800138000", "480 户，已签 53 户",
            "3号楼120户已签", "7-9栋共 120 户", "3栋 501 户", "3号楼2026年完工", "1号楼2026底", "湖东路128号井盖破损",
            "7号井段", "3幢2单元楼道灯不亮", "请到501室开会", "2号楼302会议室", "政务中心 305办公室", "K0+350 至 K1+200",
            "1,380,013.80 元", "编号 督147、督150-152", "一、二号楼片", "4-6栋外墙", "19-21栋", "电话催办，答应 11-25 前贯通",
            "拨打12345热线 3 次", "13 人 9 台车", "桩号 12-2-1203", "合同 HT-2026-0571-0001", "身份证复印件 12 份", "3栋501平方米",
            "〔2026〕3号501", "第3幢", "3#井", "微网格 010203", "网格编码 330106001001", "完成 12/16，剩 4 件",
        ]
    )
    func passes(text: String) {
        #expect(PersonalData.first(in: text) == nil)
    }

    // MARK: Through decide

    /// Each with a phone in another place.
    static let ways: [Command] = {
        var titled = Registration(kind: .problem, title: "打 13912345678 找户主", source: .patrol)
        titled.lead = .liudi
        var remarked = Registration(kind: .problem, title: "漏水", source: .patrol)
        remarked.remark = "电话 13912345678"
        var tagged = Registration(kind: .problem, title: "漏水", source: .patrol)
        tagged.tags = ["13912345678"]
        var stepped = Registration(kind: .problem, title: "漏水", source: .patrol)
        stepped.steps = [Step(title: "打 13912345678")]
        var amended = Amendment()
        amended.title = "打 13912345678"
        return [
            .register(titled), .register(remarked), .register(tagged), .register(stepped), .amend(.signing, amended),
        ]
    }()

    @Test("in a title, a remark, a tag, a step and a correction", arguments: ways)
    func commands(command: Command) {
        var office = Office.sample
        #expect(throws: Refusal.personal(PersonalData(kind: .phone, text: "13912345678"))) {
            try office.perform(command)
        }
    }

    @Test(
        "in the words of every action",
        arguments: Action.all.filter { ![.archive, .approveParking, .signSlip].contains($0.kind) }
    )
    func actions(action: Action) throws {
        let number = try #require(Action.possibleOn[action.kind])
        let office = Office.ready(for: action.kind)
        let phone = PersonalData(kind: .phone, text: "13912345678")
        #expect(office.refusal(action.saying("打 13912345678 找他"), on: number) == .personal(phone))
    }

    @Test("in the name of an attachment, but not in a document number")
    func references() throws {
        let ledger = Office.sample.ledger
        func decided(_ reference: Reference) throws(Refusal) {
            let context = Context(actor: .founder, now: "2026-11-20 09:00", references: [reference])
            _ = try decide(.act(.signing, .track("已看", [])), in: ledger, by: context)
        }
        #expect(throws: Refusal.self) { try decided(Reference(.attachment, "13912345678.jpg")) }
        try decided(Reference(.document, "13912345678"))
    }

    @Test("what stood there before can be corrected")
    func corrected() throws {
        var office = Office.sample
        var registration = Registration(kind: .problem, title: "打 13912345678 找户主", source: .patrol)
        registration.lead = .liudi
        try office.perform(.register(registration), origin: 7)
        let number = office.ledger.matters.keys.max()!
        var amendment = Amendment()
        amendment.title = "户主在外，已约见"
        try office.perform(.amend(number, amendment))
        #expect(office.matter(number).title == "户主在外，已约见")
    }
}

extension Action {
    /// The same with other words.
    fileprivate func saying(_ text: CleanText) -> Action {
        switch self {
        case .submit: .submit(text)
        case .issue(let term, _): .issue(term, text)
        case .decline: .decline(text)
        case .accept: .accept(text)
        case .track(_, let progress): .track(text, progress)
        case .addStep(_, let person, let due): .addStep(text, person, due)
        case .tickStep(let index, _): .tickStep(index, text)
        case .answer(let kind, _, let terms): .answer(kind, text, terms)
        case .report: .report(text)
        case .sendBack: .sendBack(text)
        case .settle(let check, _): .settle(check, text)
        case .strike: .strike(text)
        case .park(_, let day): .park(text, day)
        case .resume(let due, _): .resume(due, text)
        case .askExtension(let to, _): .askExtension(to, text)
        case .grantExtension: .grantExtension(text)
        case .refuseExtension: .refuseExtension(text)
        case .settleSupport(let unit, _): .settleSupport(unit, text)
        case .suspend: .suspend(text)
        case .void: .void(text)
        case .handBack: .handBack(text)
        case .transfer(let unit, let person, let term, _): .transfer(unit, person, term, text)
        case .reassign(let person, _): .reassign(person, text)
        case .proposeParking(_, let day): .proposeParking(text, day)
        case .refuseParking: .refuseParking(text)
        case .reopen(_, let term): .reopen(text, term)
        case .adjustLimit(let term, _): .adjustLimit(term, text)
        case .recountLimit(let isTaken, _): .recountLimit(isTaken: isTaken, text)
        case .acceptSupport(let unit, _): .acceptSupport(unit, text)
        case .trackSupport(let unit, _, let figure): .trackSupport(unit, text, figure)
        case .ladder(.remind): .ladder(.remind(text))
        case .ladder(.draft(let kind, _)): .ladder(.draft(kind, text))
        case .ladder(.deliver(let place, _)): .ladder(.deliver(place, text))
        case .ladder(.accept(let place, _)): .ladder(.accept(place, text))
        case .ladder(.answer(let place, _)): .ladder(.answer(place, SlipReply(done: Prose(text))))
        case .ladder(.void(let place, _)): .ladder(.void(place, text))
        case .ladder(.putOff(let step, let day, _)): .ladder(.putOff(step, until: day, text))
        case .ladder(.talk): .ladder(.talk(text))
        default: self
        }
    }
}
