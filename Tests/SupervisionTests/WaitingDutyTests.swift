import Ledger
import Samples
import Supervision
import Testing
import Text

/// What waits for a leader's word stands on the desk until it is given.
@Suite("What waits for a leader")
struct WaitingDutyTests {
    private func kinds(_ office: Office, _ number: MatterNumber, at now: Moment) -> [Duty.Kind] {
        Supervisor(office.ledger, at: now).duties(of: office.matter(number)).map(\.kind)
    }

    @Test("提出挂账 until it is approved or refused", arguments: [Action.approveParking(nil), .refuseParking("再试一次")])
    func parking(answer: Action) throws {
        var office = Office.sample
        try office.perform(.proposeParking("等批复", "2026-12-10"), on: .signing, at: "2026-11-20 09:00")
        let proposal = ParkingProposal(asked: "2026-11-20", reason: "等批复", recheck: "2026-12-10")
        #expect(kinds(office, .signing, at: "2026-11-20 10:00").contains(.decideParking(proposal)))
        try office.perform(answer, on: .signing, at: "2026-11-20 11:00")
        #expect(!kinds(office, .signing, at: "2026-11-20 12:00").contains(.decideParking(proposal)))
    }

    @Test("退单 from the next day on, until somebody issues it again")
    func handedBack() throws {
        var office = Office.sample
        try office.perform(.handBack("不属本单位职责"), on: .fireCheck, at: "2026-11-20 09:00")
        #expect(!kinds(office, .fireCheck, at: "2026-11-20 18:00").contains(.reissue(since: "2026-11-20")))
        try office.perform(.track("正在找属地", []), on: .fireCheck, at: "2026-11-23 08:00")
        #expect(kinds(office, .fireCheck, at: "2026-11-23 09:00").contains(.reissue(since: "2026-11-20")))
        try office.perform(.issue(.workdays(3), nil), on: .fireCheck, at: "2026-11-23 10:00")
        #expect(!kinds(office, .fireCheck, at: "2026-11-24 09:00").contains(.reissue(since: "2026-11-20")))
    }

    @Test("What was only submitted has no 退单 to look after")
    func submitted() {
        let duties = Supervisor(Office.sample.ledger, at: "2026-11-24 09:00").duties(of: Office.sample.matter(.fence))
        #expect(
            !duties.contains { duty in
                if case .reissue = duty.kind { true } else { false }
            }
        )
    }
}
