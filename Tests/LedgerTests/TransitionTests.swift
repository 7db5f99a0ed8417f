import Ledger
import Samples
import Testing
import Text

@Suite("The state machine")
struct TransitionTests {
    /// Written out by hand from the office's rules, stage by stage.
    static let possible: [Stage: Set<Action.Kind>] = [
        .draft: [.amend, .submit, .track, .addStep, .answer, .void],
        .pending: [.amend, .issue, .decline, .track, .addStep, .answer, .void, .reassign],
        .issued: [
            .amend, .accept, .track, .addStep, .answer, .settleSupport, .suspend, .handBack, .transfer, .reassign,
            .adjustLimit, .recountLimit, .acceptSupport, .trackSupport, .remind, .putOff, .deliverSlip, .acceptSlip,
            .answerSlip, .voidSlip,
        ],
        .inHand: [
            .amend, .track, .addStep, .tickStep, .answer, .report, .park, .askExtension, .grantExtension,
            .refuseExtension, .settleSupport, .suspend, .transfer, .reassign, .proposeParking, .approveParking,
            .refuseParking, .adjustLimit, .recountLimit, .acceptSupport, .trackSupport, .remind, .putOff, .draftSlip,
            .signSlip, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip, .talk,
        ],
        .reported: [
            .amend, .track, .sendBack, .settle, .settleSupport, .reassign, .acceptSupport, .trackSupport, .deliverSlip,
            .acceptSlip, .answerSlip, .voidSlip,
        ],
        .settled: [
            .strike, .reopen, .settleSupport, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip,
        ],
        .struck: [.archive],
        .archived: [],
        .parked: [
            .amend, .track, .addStep, .tickStep, .answer, .resume, .suspend, .reassign, .recountLimit, .deliverSlip,
            .acceptSlip, .answerSlip, .voidSlip,
        ],
        .suspended: [.resume, .reassign, .recountLimit, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip],
        .void: [],
    ]

    /// A matter of the sample office in each stage.
    static let example: [Stage: MatterNumber] = [
        .draft: .visits, .pending: .fence, .issued: .fireCheck, .inHand: .signs, .reported: .leak, .settled: .coats,
        .struck: .sheds, .archived: .archive, .parked: .wires, .suspended: .nightMarket, .void: .mistake,
    ]

    @Test("allows an action in its stages and names the possible ones elsewhere", arguments: Stage.allCases, Action.all)
    func stages(stage: Stage, action: Action) {
        let number = Self.example[stage]!
        let refusal = Office.sample.refusal(action, on: number)
        if Self.possible[stage]!.contains(action.kind) {
            if case .wrongStage = refusal { Issue.record("\(action.kind) was refused in \(stage)") }
        } else {
            let allowed = Transition.actions(on: Office.sample.matter(number))
            #expect(refusal == .wrongStage(action.kind, stage, allowed: allowed))
        }
    }

    @Test("lists what is possible", arguments: Stage.allCases)
    func lists(stage: Stage) {
        let actions = Transition.actions(in: stage)
        #expect(Set(actions) == Self.possible[stage])
        #expect(actions.count == Set(actions).count)
    }

    @Test("What is possible on a matter is what its stage allows and it has something for")
    func possible() throws {
        var office = Office.sample
        func has(_ kind: Action.Kind, _ number: MatterNumber) -> Bool {
            Transition.actions(on: office.matter(number)).contains(kind)
        }
        for matter in office.ledger.matters.values {
            let actions = Transition.actions(on: matter)
            #expect(Set(actions).isSubset(of: Transition.actions(in: matter.stage)))
            #expect(actions.contains(.grantExtension) == (matter.request != nil && matter.stage == .inHand))
        }
        #expect(!has(.signSlip, .well) && !has(.approveParking, .well))
        try office.perform(.ladder(.draft(.press, "请抓紧")), on: .well)
        #expect(has(.signSlip, .well) && !has(.deliverSlip, .well))
        try office.perform(.proposeParking("缺资金", "2026-12-10"), on: .well, by: .viceLeader)
        #expect(has(.approveParking, .well))
    }

    @Test(
        "leads from stage to stage",
        arguments: [
            ([.submit(nil)], .visits, .pending),
            ([.issue(nil, nil)], .fence, .issued),
            ([.decline("定量不清")], .fence, .draft),
            ([.accept(nil)], .fireCheck, .inHand),
            ([.track("去过", [])], .signs, .inHand),
            ([.report("做完")], .signs, .reported),
            ([.sendBack("缺照片")], .leak, .inHand),
            ([.settle(.onSite, nil)], .leak, .settled),
            ([.strike(nil)], .coats, .struck),
            ([.archive], .sheds, .archived),
            ([.park("停电", "2026-12-20")], .signs, .parked),
            ([.resume(nil, nil)], .wires, .inHand),
            ([.suspend("另行部署")], .signs, .suspended),
            ([.resume("2026-12-31", nil)], .nightMarket, .inHand),
            // One that was stopped before it was signed for still waits for that.
            ([.suspend("另行部署"), .resume(nil, nil)], .fireCheck, .issued),
            ([.void("重复")], .visits, .void),
            ([.void("重复")], .fence, .void),
        ] as [([Action], MatterNumber, Stage)]
    )
    func leads(actions: [Action], number: MatterNumber, stage: Stage) throws {
        var office = Office.sample
        for action in actions { try office.perform(action, on: number) }
        #expect(office.matter(number).stage == stage)
    }

    @Test("asks for words where the table says so", arguments: Action.all.filter { $0.kind != .addStep })
    func words(action: Action) throws {
        let number = try #require(Action.possibleOn[action.kind])
        let office = Office.ready(for: action.kind)
        #expect(office.refusal(action, on: number) == nil)
        let needed = Transition.of(action.kind).needsText
        #expect(office.refusal(action.withoutWords, on: number) == (needed ? .emptyText(action.kind) : nil))
    }

    @Test("a step needs a title")
    func stepTitle() {
        #expect(Office.sample.refusal(.addStep("", nil, nil), on: .signing) == .emptyText(.addStep))
        #expect(Office.sample.refusal(.addStep("验收", 99, nil), on: .signing) == .unknownPerson(99))
    }

    @Test("has one row for each action that is decided on a matter")
    func rows() {
        #expect(
            Transition.table.map(\.action).sorted { $0.rawValue < $1.rawValue }
                == Action.Kind.allCases.sorted { $0.rawValue < $1.rawValue }
        )
    }
}

extension Action {
    /// One of each kind, well-formed.
    static let all: [Action] = [
        .submit("请批"), .issue(.workdays(5), "抓紧"), .decline("定量不清"), .accept("收到"), .track("去过", []),
        .addStep("验收", nil, nil), .tickStep(2, "完成"), .answer(.measure, "11-24 前复测", Commitment(due: "2026-11-24")),
        .report("做完"),
        .sendBack("缺照片"), .settle(.papers, "看过"), .strike("同意"), .archive, .park("停电", "2026-12-01"),
        .resume("2026-12-31", "恢复"), .askExtension("2026-12-31", "雨"), .grantExtension("同意"), .refuseExtension("不同意"),
        .settleSupport(.liudi, "完成"), .suspend("另行部署"), .void("重复"), .handBack("不属本单位职责"),
        .transfer(.partyOffice, nil, nil, "职责调整"), .reassign(.heZhiyuan, "工作调整"), .proposeParking("停电", "2026-12-01"),
        .approveParking("同意"), .refuseParking("再催"), .reopen("回访不满意", .workdays(5)),
        .adjustLimit(.fixed("2026-12-31"), "雨季"), .recountLimit(isTaken: true, "按新日历"), .acceptSupport(.liudi, "收到"),
        .trackSupport(.liudi, "入户 3 户", .added(3)), .ladder(.remind("已电话提醒")), .ladder(.draft(.press, "请抓紧")),
        .ladder(.sign(nil)), .ladder(.deliver(1, "当面")), .ladder(.accept(1, "收到")),
        .ladder(.answer(1, SlipReply(done: "正在办"))), .ladder(.void(1, "写错")),
        .ladder(.putOff(.press, until: "2026-11-25", "等批复")), .ladder(.talk("已谈")),
    ]

    /// A matter of the sample office on which the action of ``all`` is possible.
    static let possibleOn: [Action.Kind: MatterNumber] = [
        .submit: .visits, .issue: .fence, .decline: .fence, .accept: .fireCheck, .track: .signing, .addStep: .signing,
        .tickStep: .signing, .answer: .inheritance, .report: .signing, .sendBack: .leak, .settle: .leak,
        .strike: .coats, .archive: .sheds, .park: .signing, .resume: .wires, .askExtension: .signing,
        .grantExtension: .signs, .refuseExtension: .signs, .settleSupport: .signing, .suspend: .signing,
        .void: .visits, .handBack: .fireCheck, .transfer: .signing, .reassign: .fireCheck, .proposeParking: .signing,
        .approveParking: .signing, .refuseParking: .signing, .reopen: .coats, .adjustLimit: .signing,
        .recountLimit: .signing, .acceptSupport: .signing, .trackSupport: .signing, .remind: .well, .draftSlip: .well,
        .signSlip: .well, .deliverSlip: .well, .acceptSlip: .well, .answerSlip: .well, .voidSlip: .well,
        .putOff: .well, .talk: .well,
    ]

    /// The same without the words that may or must be given.
    var withoutWords: Action {
        switch self {
        case .submit: .submit(nil)
        case .issue(let term, _): .issue(term, nil)
        case .decline: .decline("")
        case .accept: .accept(nil)
        case .track(_, let progress): .track("", progress)
        case .addStep(_, let person, let due): .addStep("", person, due)
        case .tickStep(let index, _): .tickStep(index, nil)
        case .answer(let kind, _, let terms): .answer(kind, "", terms)
        case .report: .report("")
        case .sendBack: .sendBack("")
        case .settle(let check, _): .settle(check, nil)
        case .strike: .strike(nil)
        case .archive: .archive
        case .park(_, let day): .park("", day)
        case .resume(let due, _): .resume(due, nil)
        case .askExtension(let to, _): .askExtension(to, "")
        case .grantExtension: .grantExtension(nil)
        case .refuseExtension: .refuseExtension("")
        case .settleSupport(let unit, _): .settleSupport(unit, nil)
        case .suspend: .suspend("")
        case .void: .void("")
        case .handBack: .handBack("")
        case .transfer(let unit, let person, let term, _): .transfer(unit, person, term, "")
        case .reassign(let person, _): .reassign(person, nil)
        case .proposeParking(_, let day): .proposeParking("", day)
        case .approveParking: .approveParking(nil)
        case .refuseParking: .refuseParking("")
        case .reopen(_, let term): .reopen("", term)
        case .adjustLimit(let term, _): .adjustLimit(term, "")
        case .recountLimit(let isTaken, _): .recountLimit(isTaken: isTaken, nil)
        case .acceptSupport(let unit, _): .acceptSupport(unit, nil)
        case .trackSupport(let unit, _, let figure): .trackSupport(unit, "", figure)
        case .ladder(let action): .ladder(action.withoutWords)
        }
    }
}

extension LadderAction {
    var withoutWords: LadderAction {
        switch self {
        case .remind: .remind("")
        case .draft(let kind, _): .draft(kind, nil)
        case .sign: self
        case .deliver(let place, _): .deliver(place, nil)
        case .accept(let place, _): .accept(place, nil)
        case .answer(let place, _): .answer(place, SlipReply(done: ""))
        case .void(let place, _): .void(place, "")
        case .putOff(let step, let day, _): .putOff(step, until: day, "")
        case .talk: .talk("")
        }
    }
}

extension Office {
    /// The sample office, with what an action of ``Action/all`` needs beforehand.
    static func ready(for kind: Action.Kind) -> Office {
        var office = Office.sample
        do {
            switch kind {
            case .approveParking, .refuseParking:
                try office.perform(.proposeParking("停电", "2026-12-01"), on: .signing, by: .viceLeader)
            case .recountLimit:
                try office.perform(.adjustLimit(.workdays(8), "改按工作日"), on: .signing, by: .secretary)
                let off = WorkCalendar.Exception(day: "2026-11-25", isWorkday: false, name: "本地")
                try office.perform(.adjustCalendar([off]), by: .clerk)
            case .signSlip, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip:
                try office.perform(.ladder(.draft(.press, nil)), on: .well, by: .clerk)
                if kind != .signSlip { try office.perform(.ladder(.sign(nil)), on: .well, by: .supervisionHead) }
            default: break
            }
        } catch {
            preconditionFailure("\(kind) could not be prepared: \(error)")
        }
        return office
    }
}
