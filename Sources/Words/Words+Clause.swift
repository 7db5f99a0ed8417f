package import Ledger
import Text

extension Words {
    /// A refusal in one clause, to stand behind the name of an action: 「须单位负责人」, 「缺定量」.
    package func clause(_ refusal: Refusal, in ledger: Ledger) -> String {
        switch refusal {
        case .readOnly: self("只能查看", "read only")
        case .notAllowed(_, let roles), .needsBehalf(_, let roles):
            roles.first.map { self("须\(name($0))", "for the \(name($0))") } ?? sentence(refusal, in: ledger)
        case .otherVoice(_, _, _, let unit):
            self("须\(self.unit(unit, in: ledger))", "for \(self.unit(unit, in: ledger))")
        case .wrongStage(_, let stage, _): self("现为\(name(stage))", "now \(name(stage))")
        case .missingLead: self("未定牵头单位", "no lead unit")
        case .missing(let fixed): missing(fixed)
        case .needsDocument: self("须上级同意文号", "needs a consenting document")
        case .limitNotAhead(let day): self("时限 \(short(day)) 已过", "limit \(short(day)) is past")
        case .extensionTooLate(let limit, _):
            self("已过时限 \(short(limit))", "too late, limit was \(short(limit))")
        case .extensionsUsedUp(let count): self("已延期 \(count) 次", "extended \(count) times")
        case .extensionPending: self("已有延期待批", "one is waiting")
        case .noExtensionPending: self("没有待批的申请", "none is waiting")
        case .needsLimit: self("未定时限", "no limit")
        case .noQuantity: self("未定量", "no quantity")
        case .noSuchStep: self("没有未完成的步骤", "no open step")
        case .noSuchSupport: self("没有未办结的分办", "no open share")
        case .noColleague: self("本单位没有别人", "nobody else there")
        case .noParkingProposed: self("没有提出挂账", "no parking proposed")
        case .parkingProposed: self("已提出挂账", "parking is proposed")
        case .needsNewLimit: self("须定新时限", "needs a new limit")
        case .noRecount: self("时限不受日历影响", "no other limit by the calendar")
        case .openShares: self("有分办未办结", "a share is open")
        case .shareAccepted: self("已签收", "signed for")
        case .noSuchSlip: self("没有这样的单据", "no such slip")
        case .circularNotOverdue: self("未逾期不通报", "not overdue")
        case .notSupervised: self("未启用督办", "not supervised yet")
        default: sentence(refusal, in: ledger)
        }
    }
}
