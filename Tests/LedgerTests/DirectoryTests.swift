import Ledger
import Samples
import Testing
import Text

@Suite("Units and people, live")
struct DirectoryTests {
    @Test("a renamed unit keeps its old name for the days before")
    func rename() throws {
        var office = Office.sample
        try office.perform(.renameUnit(.construction, name: "城市更新办公室", shortName: "城更办"), on: "2026-11-18")
        try office.perform(.renameUnit(.construction, name: "城市建设和更新办公室", shortName: nil))
        let unit = office.ledger.units[.construction]!
        #expect(unit.name == "城市建设和更新办公室")
        #expect(unit.shortName == "城市建设和更新办公室")
        #expect(unit.name(on: "2026-11-17") == "城市建设办公室")
        #expect(unit.shortName(on: "2026-11-17") == "城建办")
        #expect(unit.name(on: "2026-11-18") == "城市更新办公室")
        #expect(unit.name(on: "2026-11-20") == "城市建设和更新办公室")
        #expect(throws: Refusal.nothingChanged) {
            try office.perform(.renameUnit(.construction, name: unit.name, shortName: nil))
        }
        #expect(throws: Refusal.nameTaken("柳堤社区")) {
            try office.perform(.renameUnit(.construction, name: "柳堤社区", shortName: nil))
        }
    }

    @Test("a unit with open matters or units below it cannot close; closed, it is given nothing more")
    func close() throws {
        var office = Office.sample
        #expect(throws: Refusal.unitInUse(.landForce, matters: 2, units: 0)) {
            try office.perform(.closeUnit(.landForce, successor: nil))
        }
        #expect(throws: Refusal.unitInUse(.construction, matters: 4, units: 1)) {
            try office.perform(.closeUnit(.construction, successor: .partyOffice))
        }
        for number in [.signing, .inheritance] as [MatterNumber] {
            try office.perform(.transfer(.liudi, nil, nil, "专班撤销"), on: number, by: .supervisionHead)
        }
        #expect(throws: Refusal.sameUnit(.landForce)) {
            try office.perform(.closeUnit(.landForce, successor: .landForce))
        }
        try office.perform(.closeUnit(.landForce, successor: .construction))
        let unit = office.ledger.units[.landForce]!
        #expect(unit.closed == "2026-11-20")
        #expect(unit.isOpen(on: "2026-11-19") && !unit.isOpen(on: "2026-11-20"))
        let refusal = Refusal.unitClosed(.landForce, on: "2026-11-20", successor: .construction)
        #expect(office.refusal(.transfer(.landForce, nil, nil, "交回"), on: .signing) == refusal)
        var registration = Registration(kind: .target, title: "护栏", source: .patrol)
        registration.lead = .landForce
        #expect(throws: refusal) { try office.perform(.register(registration)) }
        #expect(throws: refusal) { try office.perform(.closeUnit(.landForce, successor: nil)) }
    }

    @Test("who has left is given nothing more")
    func left() throws {
        var office = Office.sample
        try office.perform(.dismissPerson(.heZhiyuan))
        let refusal = Refusal.personLeft(.heZhiyuan, on: "2026-11-20")
        #expect(office.refusal(.reassign(.heZhiyuan, nil), on: .fireCheck) == refusal)
        #expect(throws: refusal) { try office.perform(.dismissPerson(.heZhiyuan)) }
        // What is in hand stays until it is handed over.
        #expect(office.matter(.well).person == .heZhiyuan)
    }

    @Test("people change unit, posts and roles")
    func change() throws {
        var office = Office.sample
        var change = PersonChange(person: .shenNanzhi)
        #expect(throws: Refusal.nothingChanged) { try office.perform(.changePerson(change)) }
        change.unit = .liudi
        change.roles = [.gridHead]
        try office.perform(.changePerson(change))
        let person = office.ledger.people[.shenNanzhi]!
        #expect((person.unit, person.roles, person.posts) == (.liudi, [.gridHead], ["入户签约岗"]))
    }

    @Test("who stands in may do what the absent may, for as long")
    func leave() throws {
        var office = Office.sample
        try office.perform(
            .takeLeave(.viceLeader, from: "2026-11-20", through: "2026-11-24", standIn: .luoWenzhou)
        )
        let ledger = office.ledger
        #expect(ledger.acting(for: .viceLeader, on: "2026-11-24") == .luoWenzhou)
        #expect(ledger.acting(for: .viceLeader, on: "2026-11-25") == .viceLeader)
        #expect(ledger.roles(of: .luoWenzhou, on: "2026-11-20") == [.communitySecretary, .viceLeader])
        #expect(ledger.roles(of: .luoWenzhou, on: "2026-11-25") == [.communitySecretary])
        let grant = Action.grantExtension(nil)
        #expect(Office.sample.refusal(grant, on: .signs, by: .communitySecretary) != nil)
        #expect(office.refusal(grant, on: .signs, by: .communitySecretary) == nil)
        #expect(office.refusal(grant, on: .signs, by: .clerk.recording(for: .luoWenzhou)) == nil)
        try office.perform(.endLeave(.viceLeader, on: "2026-11-20"))
        #expect(office.ledger.leaves.isEmpty)
        #expect(office.refusal(grant, on: .signs, by: .communitySecretary) != nil)
    }

    @Test(
        "leave is in order",
        arguments: [
            (.takeLeave(.clerk, from: "2026-11-24", through: "2026-11-23", standIn: nil), .leaveOutOfOrder),
            (.takeLeave(.clerk, from: "2026-11-23", through: "2026-11-24", standIn: .clerk), .leaveOutOfOrder),
            (
                .takeLeave(.viceLeader, from: "2026-11-24", through: "2026-11-30", standIn: nil),
                .alreadyAway(.viceLeader, through: "2026-11-24")
            ),
            (
                .takeLeave(.clerk, from: "2026-11-24", through: "2026-11-30", standIn: .viceLeader),
                .standInAway(.viceLeader, through: "2026-11-24")
            ),
            (.takeLeave(99, from: "2026-11-24", through: "2026-11-30", standIn: nil), .unknownPerson(99)),
            (.endLeave(.clerk, on: "2026-11-24"), .notAway(.clerk)),
        ] as [(Command, Refusal)]
    )
    func order(command: Command, refusal: Refusal) throws {
        var office = Office.sample
        try office.perform(.takeLeave(.viceLeader, from: "2026-11-20", through: "2026-11-24", standIn: .director))
        #expect(throws: refusal) { try office.perform(command) }
    }
}
