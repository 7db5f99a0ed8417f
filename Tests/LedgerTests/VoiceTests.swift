import Ledger
import Samples
import Testing
import Text

/// Nobody signs, reports or asks for time in the name of another unit.
@Suite("Whose word it is")
struct VoiceTests {
    /// 督4 of the 雨污分流专班, whose head 贺知远 has it; 罗文舟 is of the 柳堤社区.
    @Test(
        "A unit's word is recorded for its own people, or for the unit",
        arguments: [
            (Behalf(person: .heZhiyuan, channel: .phone), true), (Behalf(unit: .drainageForce, channel: .phone), true),
            (Behalf(person: .luoWenzhou, channel: .phone), false), (Behalf(unit: .liudi, channel: .phone), false),
            (Behalf(person: .secretary, channel: .onSite), false),
        ] as [(Behalf, Bool)]
    )
    func recorded(behalf: Behalf, isAllowed: Bool) {
        var clerk = Actor.clerk
        clerk.behalf = behalf
        let actions: [Action] = [.report("已贯通"), .askExtension("2026-12-10", "降雨")]
        for action in actions {
            let refusal = Office.sample.refusal(action, on: .pipes, by: clerk)
            #expect(
                refusal
                    == (isAllowed
                        ? nil : .otherVoice(action.kind, person: behalf.person, unit: behalf.unit, of: .drainageForce))
            )
        }
        // Anybody may say how it goes.
        #expect(Office.sample.refusal(.track("去过", []), on: .pipes, by: clerk) == nil)
    }

    @Test("Whoever logs in for a unit speaks for that unit alone")
    func own() {
        #expect(Office.sample.refusal(.report("已贯通"), on: .pipes, by: .unitHead) == nil)
        #expect(
            Office.sample.refusal(.report("已贯通"), on: .pipes, by: .communitySecretary)
                == .otherVoice(.report, person: .luoWenzhou, unit: nil, of: .drainageForce)
        )
        // Who keeps the ledger and holds every role acts in nobody's name.
        #expect(Office.sample.refusal(.report("已贯通"), on: .pipes) == nil)
    }

    @Test("Who stands in for somebody of the unit speaks for it, for as long")
    func standIn() throws {
        var office = Office.sample
        try office.perform(.takeLeave(.heZhiyuan, from: "2026-11-23", through: "2026-11-27", standIn: .luoWenzhou))
        let clerk = Actor.clerk.recording(for: .luoWenzhou)
        let refusal = Refusal.otherVoice(.report, person: .luoWenzhou, unit: nil, of: .drainageForce)
        for (now, expected) in [
            ("2026-11-20 09:00", refusal), ("2026-11-23 09:00", nil), ("2026-11-28 09:00", refusal),
        ] as [(Moment, Refusal?)] {
            #expect(office.refusal(.report("已贯通"), on: .pipes, by: clerk, at: now) == expected)
        }
    }

    @Test("A share is signed for by its own unit")
    func share() throws {
        let clerk = Actor.clerk
        #expect(Office.sample.refusal(.acceptSupport(.liudi, nil), on: .signing, by: clerk) == nil)
        #expect(
            Office.sample.refusal(.acceptSupport(.liudi, nil), on: .signing, by: clerk.recording(for: .luoWenzhou))
                == nil
        )
        #expect(
            Office.sample.refusal(.acceptSupport(.liudi, nil), on: .signing, by: clerk.recording(for: .heZhiyuan))
                == .otherVoice(.acceptSupport, person: .heZhiyuan, unit: nil, of: .liudi)
        )
    }

    /// 谁交办、谁销号
    @Test(
        "An instruction that another leader issued is that leader's to strike off, or the 督查负责人's",
        arguments: [
            (PersonID.secretary, Actor.secretary, true), (.secretary, .viceLeader, false),
            (.secretary, .supervisionHead, false), (.viceLeader, .viceLeader, true), (.viceLeader, .director, false),
            (.viceLeader, .supervisionHead, true), (.director, .director, true), (.director, .supervisionHead, true),
            (.director, .secretary, false), (.supervisionHead, .secretary, true),
            (.supervisionHead, .supervisionHead, false),
        ] as [(PersonID, Actor, Bool)]
    )
    func strike(issuer: PersonID, striker: Actor, isAllowed: Bool) throws {
        var office = Office.sample
        var registration = Registration(kind: .problem, title: "桥下积水", source: .instruction)
        registration.lead = .liudi
        registration.person = .luoWenzhou
        registration.term = .workdays(5)
        try office.perform(.register(registration))
        let number = try #require(office.ledger.matters.keys.max())
        try office.perform(.submit(nil), on: number)
        try office.perform(.issue(nil, nil), on: number, by: .clerk.recording(for: issuer, by: .paper))
        try office.perform(.accept(nil), on: number, by: .communitySecretary)
        try office.perform(.report("已抽干"), on: number, by: .communitySecretary)
        try office.perform(.settle(.onSite, nil), on: number, by: .supervisionHead)
        #expect((office.refusal(.strike(nil), on: number, by: striker) == nil) == isAllowed)
    }
}
