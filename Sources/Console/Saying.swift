import Canvas
import Ledger
import Text
import Walls
import Words

/// What is recorded on a matter beside its actions: a household, a decision, a hard case, a joint review.
package enum Saying: String, Hashable, Sendable, CaseIterable {
    /// 记到户
    case household
    /// 记决定: by instruction of a leader, at any hour; a meeting decides in its own minutes.
    case decision
    /// 疑难个案, from a problem
    case hardCase
    /// 口径
    case precedent
    /// 送会审
    case review
    /// 会审意见
    case opinion
}

extension Operation {
    static let sayings: [Operation] = [
        Operation(
            .say(.household),
            ["H"],
            .acting,
            zh: ("记到户", "上门记到户号：状态、说了什么；累计由各户相加。"),
            en: ("household", "A visit by household number: its state and a word; the total is their sum.")
        ),
        Operation(
            .say(.decision),
            ["d"],
            .acting,
            zh: ("记决定", "记领导的决定：哪一级、结论、由谁落实、何时完成。"),
            en: ("decision", "What a leader decided: which level, who carries it out, by when.")
        ),
        Operation(
            .say(.hardCase),
            ["K"],
            .acting,
            zh: ("疑难个案", "由问题立疑难个案：症结、两种方案、法律意见。"),
            en: ("hard case", "Make a problem a hard case: its knot, two ways, what the law says.")
        ),
        Operation(
            .say(.precedent),
            [],
            .acting,
            zh: ("留作口径", "把个案的决定留作口径，同类的照着办。"),
            en: ("precedent", "Keep what was decided on a case for later ones of its kind.")
        ),
        Operation(
            .say(.review),
            [],
            .acting,
            zh: ("送会审", "方案送几个单位会审；改了再送是新的一版。"),
            en: ("joint review", "Send a plan to several units; changed, it is a new version.")
        ),
        Operation(
            .say(.opinion),
            [],
            .acting,
            zh: ("会审意见", "记一个单位的会审意见。"),
            en: ("opinion", "Write down what a unit says to a plan under review.")
        ),
    ]
}

extension State {
    /// Why something cannot be said of the selected matter, in one clause; nil if it can.
    func whyUnsaid(_ saying: Saying) -> String? {
        if let reason = whyReadOnly { return reason }
        if !marked.isEmpty { return oneAtATime }
        guard let matter = selected else { return words("没有选中事项", "no matter is selected") }
        if saying == .household, !isCountedByHousehold(matter) {
            return words("没有包户台账", "it has no list of households")
        }
        guard let refusal = refusal(of: saying, on: matter) else { return nil }
        return words.clause(refusal, in: scene.ledger)
    }

    private func refusal(of saying: Saying, on matter: Matter) -> Refusal? {
        func permit(_ kind: Action.Kind) -> Refusal? {
            if case .refused(let refusal) = scene.permission(kind, on: matter) { refusal } else { nil }
        }
        switch saying {
        case .household: return permit(.track)
        case .decision:
            guard matter.stage.isOpen else {
                return .wrongStage(.answer, matter.stage, allowed: Transition.actions(on: matter))
            }
            return matter.needsMeeting ? .daily(.mustGoToMeeting) : nil
        case .hardCase:
            guard matter.kind == .problem else { return .noProblem(matter.number, matter.kind) }
            return permit(.answer)
        case .precedent: return matter.hardCase == nil ? .noCase(matter.number) : nil
        case .review: return [.draft, .pending].contains(matter.stage) ? nil : .daily(.reviewTooLate)
        case .opinion:
            guard matter.review != nil else { return .daily(.noReview) }
            return [.draft, .pending].contains(matter.stage) ? nil : .daily(.reviewTooLate)
        }
    }

    mutating func ask(_ saying: Saying) {
        guard let matter = selected else { return }
        ask(
            saying == .decision ? Prompt.atCount(.decided, on: matter, scene) : Prompt.saying(saying, on: matter, scene)
        )
    }

    /// Whether a matter's figure is the sum of its households: then that is where progress is reported (u).
    func isCountedByHousehold(_ matter: Matter) -> Bool { !scene.ledger.households(of: matter.number).isEmpty }
}
