import Ledger
import Samples
import Supervision
import Testing
import Text

/// 柳堤社区 has a share of 32 households in the 签约 matter (督1), due 2026-11-20, and has not signed for it.
@Suite("Shares and limits at an hour")
struct ShareTests {
    private func light(_ office: Office, at moment: Moment? = nil) -> (share: Light?, lead: Light) {
        let supervisor = Supervisor(office.ledger, at: moment ?? office.now)
        let standing = supervisor.shares(of: .liudi).first { $0.matter == .signing }
        return (standing?.judgement.light, supervisor.judge.judge(office.matter(.signing)).light)
    }

    @Test("a share is lit by itself and never turns the lead red")
    func ownLight() throws {
        var office = Office.sample
        #expect(light(office) == (.orange, .green))
        #expect(light(office, at: "2026-11-21 08:00") == (.red, .green))
        try office.perform(.acceptSupport(.liudi, nil), on: .signing)
        #expect(office.refusal(.acceptSupport(.liudi, nil), on: .signing) == .shareAccepted(.liudi))
        #expect(light(office) == (.orange, .green))
        try office.perform(.trackSupport(.liudi, "入户 31 户", .total(31)), on: .signing)
        #expect(office.matter(.signing).supports[0].quantity?.done == 31)
        #expect(light(office) == (.yellow, .green))
        try office.perform(.settleSupport(.liudi, nil), on: .signing)
        #expect(light(office) == (nil, .green))
    }

    @Test("the lead reports with a share open; to settle so the 督查负责人 says why, and it is struck off with none")
    func openShare() throws {
        var office = Office.sample
        try office.perform(.report("32 户全部签约"), on: .signing)
        #expect(office.refusal(.settle(.onSite, nil), on: .signing) == .openShares([.liudi]))
        try office.perform(.settle(.onSite, "分办不影响主体"), on: .signing)
        #expect(office.refusal(.strike(nil), on: .signing) == .openShares([.liudi]))
        try office.perform(.settleSupport(.liudi, "补办"), on: .signing)
        #expect(office.refusal(.strike(nil), on: .signing) == nil)
    }

    @Test("a limit at an hour is red after that hour")
    func hour() throws {
        var office = Office.sample
        try office.perform(.adjustLimit(.hours(4), "急"), on: .signing, by: .secretary)
        let before = Judge(office.ledger, at: "2026-11-20 12:11").judge(office.matter(.signing))
        let after = Judge(office.ledger, at: "2026-11-20 12:12").judge(office.matter(.signing))
        #expect(before.light != .red)
        #expect(after == Judgement(.red, .pastHour(limit: "2026-11-20", minute: 12 * 60 + 12)))
    }

    @Test("a limit for signing turns orange at its hour")
    func signing() throws {
        var office = Office.sample
        var amendment = Amendment()
        amendment.signTerm = .hours(2)
        try office.perform(.amend(.fence, amendment))
        try office.perform(.issue(nil, nil), on: .fence)
        let fence = office.matter(.fence)
        #expect(
            Judge(office.ledger, at: "2026-11-20 10:11").judge(fence).reason
                == .waitingSignatureUntil(limit: "2026-11-20", minute: 10 * 60 + 12)
        )
        #expect(
            Judge(office.ledger, at: "2026-11-20 10:12").judge(fence).reason
                == .unsignedPast(limit: "2026-11-20", minute: 10 * 60 + 12, workdays: 0)
        )
        #expect(Judge(office.ledger, at: "2026-11-20 10:12").judge(fence).light == .orange)
    }

    @Test("signing is counted from the transfer")
    func transferred() throws {
        var office = Office.sample
        try office.perform(.transfer(.liudi, nil, nil, "属地办理"), on: .signing, by: .supervisionHead)
        #expect(
            Judge(office.ledger, at: office.now).judge(office.matter(.signing)).reason
                == .waitingSignature(issued: "2026-11-20", workdays: 0, limit: 2)
        )
    }
}
