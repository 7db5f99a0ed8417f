import Ledger
import Samples
import Testing
import Text

@Suite("The state machine")
struct TransitionTests {
    /// Written out by hand from the office's rules, stage by stage.
    static let possible: [Stage: Set<Action.Kind>] = [
        .draft: [.amend, .submit, .track, .addStep, .answer, .void],
        .pending: [.amend, .issue, .decline, .track, .addStep, .answer, .void],
        .issued: [.amend, .accept, .track, .addStep, .answer, .settleSupport, .suspend],
        .inHand: [
            .amend, .track, .addStep, .tickStep, .answer, .report, .park, .askExtension, .grantExtension,
            .refuseExtension, .settleSupport, .suspend,
        ],
        .reported: [.amend, .track, .sendBack, .settle, .settleSupport],
        .settled: [.strike],
        .struck: [.archive],
        .archived: [],
        .parked: [.amend, .track, .addStep, .tickStep, .answer, .resume, .suspend],
        .suspended: [.resume],
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
            #expect(refusal == .wrongStage(action.kind, stage, allowed: Transition.actions(in: stage)))
        }
    }

    @Test("lists what is possible", arguments: Stage.allCases)
    func lists(stage: Stage) {
        let actions = Transition.actions(in: stage)
        #expect(Set(actions) == Self.possible[stage])
        #expect(actions.count == Set(actions).count)
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
        #expect(Office.sample.refusal(action, on: number) == nil)
        let needed = Transition.of(action.kind).needsText
        #expect(Office.sample.refusal(action.withoutWords, on: number) == (needed ? .emptyText(action.kind) : nil))
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
        .addStep("验收", nil, nil), .tickStep(2, "完成"), .answer(.measure, "沈南枝 11-24 前复测"), .report("做完"),
        .sendBack("缺照片"), .settle(.papers, "看过"), .strike("同意"), .archive, .park("停电", "2026-12-01"),
        .resume("2026-12-31", "恢复"), .askExtension("2026-12-31", "雨"), .grantExtension("同意"), .refuseExtension("不同意"),
        .settleSupport(.liudi, "完成"), .suspend("另行部署"), .void("重复"),
    ]

    /// A matter of the sample office on which the action of ``all`` is possible.
    static let possibleOn: [Action.Kind: MatterNumber] = [
        .submit: .visits, .issue: .fence, .decline: .fence, .accept: .fireCheck, .track: .signing, .addStep: .signing,
        .tickStep: .signing, .answer: .inheritance, .report: .signing, .sendBack: .leak, .settle: .leak,
        .strike: .coats, .archive: .sheds, .park: .signing, .resume: .wires, .askExtension: .signing,
        .grantExtension: .signs, .refuseExtension: .signs, .settleSupport: .signing, .suspend: .signing,
        .void: .visits,
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
        case .answer(let kind, _): .answer(kind, "")
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
        }
    }
}
