import Ledger
import Samples
import Testing
import Text

@Suite("Who may do it, and who may record it")
struct PermissionTests {
    private static let unit: Set<Role> = [.unitHead, .communitySecretary, .handler, .gridHead, .commander]
    private static let leaders: Set<Role> = [.secretary, .director, .viceLeader]
    private static let office: Set<Role> = [.clerk, .supervisionHead]
    private static let everyone = unit.union(leaders).union(office).union([.dutyLeader])

    /// Who does it in their own name, and who records it for one of them, on the matter of
    /// `Action.possibleOn`.
    static let table: [(action: Action.Kind, doers: Set<Role>, recorders: Set<Role>)] = [
        (.submit, office.union(unit), office),
        (.issue, leaders.union([.supervisionHead, .commander]), [.clerk]),
        (.decline, leaders.union([.supervisionHead]), [.clerk]),
        (.accept, unit, office),
        (.track, everyone, office),
        (.addStep, office.union(unit), office),
        (.tickStep, office.union(unit), office),
        (.answer, everyone, office),
        (.report, unit, office),
        (.sendBack, [.supervisionHead], [.clerk]),
        (.settle, [.supervisionHead], [.clerk]),
        (.strike, [.supervisionHead], [.clerk]),
        (.archive, office, office),
        (.park, [.secretary, .director], office),
        (.resume, office, office),
        (.askExtension, unit, office),
        (.grantExtension, leaders, office),
        (.refuseExtension, leaders, office),
        (.settleSupport, office.union(unit), office),
        (.suspend, [.secretary, .director], office),
        (.void, office, office),
        (.handBack, unit, office),
        (.transfer, leaders.union([.supervisionHead]), [.clerk]),
        (.reassign, office.union([.unitHead, .communitySecretary, .commander]), office),
        (.proposeParking, [.viceLeader], office),
        (.approveParking, [.secretary, .director], office),
        (.refuseParking, [.secretary, .director], office),
        (.reopen, leaders.union([.supervisionHead]), [.clerk]),
        (.adjustLimit, [.secretary], office),
        (.recountLimit, office, office),
        (.acceptSupport, office.union(unit), office),
        (.trackSupport, everyone, office),
        (.remind, office, office),
        (.draftSlip, office, office),
        (.signSlip, [.supervisionHead], [.clerk]),
        (.deliverSlip, office, office),
        (.acceptSlip, unit, office),
        (.answerSlip, unit, office),
        (.voidSlip, office, office),
        (.putOff, office, office),
        (.talk, leaders, office),
    ]

    @Test("one role at a time", arguments: table.indices, Role.allCases)
    func roles(row: Int, role: Role) throws {
        let (kind, doers, recorders) = Self.table[row]
        let action = try #require(Action.all.first { $0.kind == kind })
        let number = try #require(Action.possibleOn[kind])
        let actor = Actor(login: "someone", roles: [role])
        let office = Office.ready(for: kind)
        // Somebody who may do it: a leader for approvals; for the word of a unit somebody of it, see VoiceTests.
        let matter = office.matter(number)
        let cast: [PersonID?] =
            kind == .acceptSupport
            ? [.luoWenzhou]
            : [.supervisionHead, .viceLeader, .secretary, doers == Self.unit ? matter.person : nil, .heZhiyuan]
        let said = try #require(
            cast.compactMap(\.self).first { person in
                !doers.isDisjoint(with: Office.sample.ledger.people[person]!.roles)
            }
        )
        let alone = office.refusal(action, on: number, by: actor)
        let recording = office.refusal(action, on: number, by: actor.recording(for: said))
        if doers.contains(role) {
            #expect(alone == nil)
            #expect(recording == nil)
        } else if recorders.contains(role) {
            guard case .needsBehalf(kind, let roles) = alone else {
                Issue.record("\(role) did \(kind): \(String(describing: alone))")
                return
            }
            #expect(Set(roles) == doers)
            #expect(recording == nil)
        } else {
            guard case .notAllowed(kind, let roles) = alone else {
                Issue.record("\(role) did \(kind): \(String(describing: alone))")
                return
            }
            #expect(Set(roles) == doers)
            #expect(recording == alone)
        }
    }

    @Test("the table above holds every action", arguments: Action.all)
    func complete(action: Action) {
        #expect(Self.table.contains { $0.action == action.kind })
    }

    @Test("an unknown login only reads", arguments: Action.all)
    func reader(action: Action) {
        let refusal = Office.sample.refusal(action, on: Action.possibleOn[action.kind]!, by: .reader)
        #expect(refusal == .readOnly(login: "guest"))
    }

    @Test("an event names who typed, who spoke, how, and the role in force")
    func signature() throws {
        var office = Office.sample
        let event = try office.perform(
            .accept(nil),
            on: .fireCheck,
            by: .clerk.recording(for: .heZhiyuan, by: .wechat)
        )[0]
        #expect(
            event.signature
                == Signature(
                    login: "wenruxu",
                    person: .clerk,
                    role: .clerk,
                    behalf: Behalf(person: .heZhiyuan, channel: .wechat)
                )
        )
        let own = try office.perform(.track("去过", []), on: .fireCheck, by: .viceLeader)[0]
        #expect(own.signature == Signature(login: "guchanghe", person: .viceLeader, role: .viceLeader))
    }

    @Test("who holds every role registers as the clerk, not as the secretary")
    func founder() throws {
        var office = Office.sample
        let event = try office.perform(.register(Registration(kind: .problem, title: "井盖松动", source: .patrol)))[0]
        #expect(event.signature.role == .clerk)
    }

    @Test("a unit's word may be recorded for the unit; an approval names the person who gave it")
    func named() {
        let registration = Command.register(Registration(kind: .problem, title: "井盖松动", source: .spoken))
        var office = Office.sample
        #expect(throws: Refusal.unknownPerson(99)) { try office.perform(registration, by: .clerk.recording(for: 99)) }
        var unit = Actor.clerk
        unit.behalf = Behalf(unit: .construction, channel: .phone)
        #expect(Office.sample.refusal(.accept(nil), on: .fireCheck, by: unit) == nil)
        #expect(
            Office.sample.refusal(.issue(nil, nil), on: .fence, by: unit)
                == .needsBehalf(.issue, of: Transition.of(.issue).doers)
        )
        unit.behalf = Behalf(channel: .phone)
        #expect(
            Office.sample.refusal(.accept(nil), on: .fireCheck, by: unit)
                == .needsBehalf(.accept, of: Transition.of(.accept).doers)
        )
        unit.behalf = Behalf(unit: 99, channel: .phone)
        #expect(Office.sample.refusal(.accept(nil), on: .fireCheck, by: unit) == .unknownUnit(99))
        #expect(
            Office.sample.refusal(.accept(nil), on: .fireCheck, by: .clerk.recording(for: 99)) == .unknownPerson(99)
        )
    }

    @Test("an approval is recorded for one who may give it")
    func approver() {
        #expect(
            Office.sample.refusal(.park("停电", "2026-12-01"), on: .signing, by: .clerk.recording(for: .viceLeader))
                == .notAllowed(.park, to: [.secretary, .director])
        )
    }

    @Test("谁交办、谁销号: a leader's instruction by the secretary, the rest by the 督查负责人")
    func strike() throws {
        var office = Office.sample
        try office.perform(.report("贯通"), on: .well, by: .unitHead)
        try office.perform(.settle(.onSite, nil), on: .well, by: .supervisionHead)
        #expect(office.refusal(.strike(nil), on: .well, by: .supervisionHead) == .notAllowed(.strike, to: [.secretary]))
        #expect(
            office.refusal(.strike(nil), on: .well, by: .clerk.recording(for: .supervisionHead))
                == .notAllowed(.strike, to: [.secretary])
        )
        #expect(office.refusal(.strike(nil), on: .well, by: .clerk.recording(for: .secretary, by: .paper)) == nil)
        #expect(office.refusal(.strike(nil), on: .well, by: .secretary) == nil)
        #expect(
            office.refusal(.strike(nil), on: .coats, by: .secretary) == .notAllowed(.strike, to: [.supervisionHead])
        )
        #expect(office.refusal(.strike(nil), on: .coats, by: .supervisionHead) == nil)
    }
}
