import Ledger
import Samples
import Testing
import Text

/// 催办单, 督办单, 通报稿 and their numbers.
@Suite("Slips")
struct SlipTests {
    private func draft(_ office: inout Office, _ kind: Slip.Kind, on number: MatterNumber = .well) throws {
        try office.perform(.ladder(.draft(kind, "请抓紧")), on: number)
    }

    @Test("Numbers run by type and year, and a void one is never given again")
    func numbers() throws {
        var office = Office.sample
        try draft(&office, .press)
        try office.perform(.ladder(.sign(nil)), on: .well)
        try office.perform(.ladder(.void(1, "写错单位")), on: .well)
        try draft(&office, .press)
        try office.perform(.ladder(.sign(2)), on: .well)
        try draft(&office, .order)
        try office.perform(.ladder(.sign(nil)), on: .well)
        try draft(&office, .press, on: .signing)
        try office.perform(.ladder(.sign(nil)), on: .signing, at: "2027-01-04 09:00")
        #expect(
            office.matter(.well).ladder.slips.map { $0.number?.text }
                == ["望街催〔2026〕1号", "望街催〔2026〕2号", "望街督〔2026〕1号"]
        )
        #expect(office.matter(.signing).ladder.slips[0].number?.text == "望街催〔2027〕1号")
        #expect(office.matter(.well).ladder.slips[0].voided == "2026-11-20")
    }

    @Test("Numbers given elsewhere count after a restore; a register on paper is gone on with")
    func series() throws {
        var rules = Rules.standard
        rules.seriesYear = 2026
        rules.firstPress = 31
        var office = Office.sample
        try office.perform(.replaceRules(RulesReplacement(rules: rules, text: "版本: 1\n", based: 1)))
        try draft(&office, .press)
        try office.perform(.ladder(.sign(nil)), on: .well)
        #expect(office.matter(.well).ladder.slips[0].number?.serial == 31)

        // The file that was replaced had given 40: what comes back goes on from there.
        var replaced = Ledger.Counters()
        replaced.documents.take(DocumentNumber(prefix: "望街催", year: 2026, serial: 40), .press)
        office = Office.sample
        let restoring = Restoring(number: 1, head: "", counters: office.ledger.counters.raised(to: replaced))
        #expect(restoring.counters.documents.last == [DocumentSeries(kind: .press, year: 2026): 40])
    }

    @Test("A number given is not taken back by undo; a draft is")
    func undo() {
        #expect(Fact.Kind.slipSigned.undoing == .documentNumber)
        #expect(Fact.Kind.slipDrafted.undoing == .matter)
        #expect(Fact.Kind.stepPutOff.undoing == .matter)
    }

    @Test(
        "Who signs is in the rules",
        arguments: [
            (Slip.Kind.press, Actor.supervisionHead, nil), (.press, .viceLeader, [Role.supervisionHead]),
            (.order, .viceLeader, nil), (.order, .supervisionHead, [.viceLeader]), (.circular, .secretary, nil),
            (.circular, .director, [.secretary]),
        ] as [(Slip.Kind, Actor, [Role]?)]
    )
    func signers(_ kind: Slip.Kind, _ actor: Actor, _ refused: [Role]?) throws {
        var office = Office.sample
        try draft(&office, kind)
        let refusal = office.refusal(.ladder(.sign(nil)), on: .well, by: actor)
        #expect(refusal == refused.map { .notAllowed(.signSlip, to: $0) })
    }

    @Test("Signed for somebody else it names the person and the day of the approval")
    func onBehalf() throws {
        var office = Office.sample
        try draft(&office, .press)
        let signing = Action.ladder(.sign(nil))
        #expect(
            office.refusal(signing, on: .well, by: .clerk) == .needsBehalf(.signSlip, of: [.supervisionHead])
        )
        let events = try office.perform(signing, on: .well, by: .clerk.recording(for: .supervisionHead, by: .paper))
        #expect(office.matter(.well).ladder.slips[0].signer == .supervisionHead)
        #expect(events[0].signature.behalf?.day == "2026-11-20")
    }

    @Test("送达, 签收, 回复 keep three days, and each happens once and in order")
    func days() throws {
        var office = Office.sample
        try draft(&office, .press)
        let reply = SlipReply(done: "钻机已进场", reason: "泥浆池未批", measure: "夜间施工", promised: "2026-11-25", head: .heZhiyuan)
        let answer = Action.ladder(.answer(1, reply))
        #expect(office.refusal(.ladder(.deliver(1, nil)), on: .well) == .slipStands(.draft))
        #expect(office.refusal(answer, on: .well) == .slipStands(.draft))
        try office.perform(.ladder(.sign(nil)), on: .well)
        try office.perform(.ladder(.deliver(1, nil)), on: .well)
        try office.perform(.ladder(.accept(1, nil)), on: .well, at: "2026-11-23 09:00")
        try office.perform(answer, on: .well, by: .clerk.recording(for: .heZhiyuan), at: "2026-11-24 09:00")
        let slip = office.matter(.well).ladder.slips[0]
        #expect(
            [slip.signed, slip.delivered, slip.accepted, slip.answered] == [
                "2026-11-20", "2026-11-20", "2026-11-23", "2026-11-24",
            ]
        )
        #expect(slip.reply == reply)
        #expect(office.refusal(answer, on: .well) == .slipStands(.answered))
        #expect(office.refusal(.ladder(.sign(1)), on: .well) == .slipStands(.signed))
        #expect(office.refusal(.ladder(.void(2, "无")), on: .well) == .noSuchSlip(2))
        // A promise is no new limit.
        #expect(office.matter(.well).due == .endOfDay("2026-11-04"))
    }

    @Test("The paper says what stood when it was signed")
    func face() throws {
        var office = Office.sample
        try draft(&office, .press)
        try office.perform(.ladder(.sign(nil)), on: .well)
        try office.perform(.adjustLimit(.fixed("2026-12-18"), "批复晚到"), on: .well)
        let face = office.matter(.well).ladder.slips[0].face
        #expect(face?.due == .endOfDay("2026-11-04"))
        #expect(face?.overdue == 12)
    }
}
