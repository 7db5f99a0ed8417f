import Ledger
import Samples
import Testing
import Text

/// Decisions of all bodies: which level, by which way, and what they make.
@Suite("Decisions")
struct RulingTests {
    private static func followUp(_ change: (inout Registration) -> Void = { _ in }) -> Registration {
        var registration = Registration(kind: .target, title: "垫付公证费", source: .spoken)
        registration.person = .shenNanzhi
        registration.term = .fixed("2026-11-27")
        change(&registration)
        return registration
    }

    private static func draft(_ change: (inout RulingDraft) -> Void = { _ in }) -> RulingDraft {
        var draft = RulingDraft(
            matter: .inheritance,
            levels: [.secretary],
            way: .instruction,
            conclusion: "先行垫付",
            followUps: [followUp()]
        )
        change(&draft)
        return draft
    }

    @Test("A decision makes a matter with its four fixed, issued at once, and answers the problem")
    func makes() throws {
        var office = Office.sample
        let clerk = Actor.clerk.recording(for: .secretary, by: .paper)
        let events = try office.perform(.daily(.rule(Self.draft())), by: clerk)
        #expect(events.map(\.fact.kind) == [.registered, .submitted, .issued, .ruled])
        #expect(events.allSatisfy { $0.signature.behalf?.person == .secretary })
        let made = office.matter(17)
        #expect(made.stage == .issued)
        #expect(made.missing == [])
        #expect(made.source == .instruction)
        #expect(made.parent == .inheritance)
        #expect(made.lead == .landForce)
        #expect(made.post == office.ledger.people[.shenNanzhi]?.posts.first)
        #expect(made.quantity == QuantityLine(target: 1, unit: "件"))
        let problem = office.matter(.inheritance)
        #expect(problem.answer?.kind == .decided)
        #expect(problem.level == .secretary)
        #expect(problem.track(on: "2026-11-20").isTracked)
        var ruling = Ruling(
            levels: [.secretary],
            way: .instruction,
            conclusion: "先行垫付",
            unit: .landForce,
            person: .shenNanzhi,
            due: "2026-11-27",
            made: [17]
        )
        ruling.moment = office.now
        #expect(problem.rulings == [RulingGiven(day: "2026-11-20", ruling: ruling)])
        #expect(office.ledger.nights(of: problem, through: "2026-11-25").isOwed == false)
    }

    @Test("Or it says 「不需落实」")
    func nothingToDo() throws {
        var office = Office.sample
        let draft = Self.draft {
            $0.followUps = []
            $0.isNothingToDo = true
        }
        let events = try office.perform(.daily(.rule(draft)), by: .secretary)
        #expect(events.map(\.fact.kind) == [.ruled])
        #expect(office.matter(.inheritance).rulings[0].ruling.made == [])
    }

    private static let byPaper = Actor.clerk.recording(for: .secretary, by: .paper)

    @Test(
        "Who may decide, and how",
        arguments: [
            ("a secretary for their level", .secretary, draft(), nil),
            ("recorded with the name", byPaper, draft(), nil),
            ("recorded without", .clerk, draft(), .daily(.needsDecider(.secretary))),
            (
                "recorded for who does not decide there", .clerk.recording(for: .viceLeader, by: .paper), draft(),
                .daily(.notDecider(.viceLeader, .secretary))
            ),
            ("by a handler", .handler, draft(), .notAllowed(.answer, to: [.secretary, .director])),
            ("by nobody known", .reader, draft(), .readOnly(login: "guest")),
            ("levels decide together", byPaper, draft { $0.levels = [.viceLeader, .secretary] }, nil),
            ("a level is skipped", byPaper, draft { $0.levels = [.secretary] }, nil),
            ("no level", byPaper, draft { $0.levels = [] }, .daily(.needsLevel)),
            (
                "a body does not decide by instruction", byPaper, draft { $0.levels = [.headquarters] },
                .daily(.decidesTogether(.headquarters))
            ),
            (
                "a meeting has a name", .clerk,
                draft {
                    $0.levels = [.committee]
                    $0.way = .meeting
                }, .daily(.needsMeetingName)
            ),
            (
                "the committee in a meeting", .clerk,
                draft {
                    $0.levels = [.committee]
                    $0.way = .meeting
                    $0.meetingName = "第 31 次党工委会"
                }, nil
            ),
            (
                "the headquarters together", .clerk,
                draft {
                    $0.levels = [.headquarters]
                    $0.way = .meeting
                    $0.meetingName = "指挥部会"
                }, nil
            ),
            ("nothing to follow", byPaper, draft { $0.followUps = [] }, .daily(.needsFollowUp)),
            ("no words", byPaper, draft { $0.conclusion = "" }, .daily(.emptyNote)),
            (
                "a matter without a day", byPaper, draft { $0.followUps = [followUp { $0.term = nil }] },
                .daily(.followUpMissing(place: 1, [.time]))
            ),
            (
                "a matter without a person", byPaper,
                draft {
                    $0.followUps = [
                        followUp(),
                        followUp {
                            $0.person = nil
                            $0.lead = .liudi
                        },
                    ]
                }, .daily(.followUpMissing(place: 2, [.person, .post]))
            ),
            (
                "nobody at all", byPaper, draft { $0.followUps = [followUp { $0.person = nil }] },
                .daily(.followUpWithoutLead(place: 1))
            ),
            ("on what is settled", byPaper, draft { $0.matter = .coats }, nil),
        ] as [(String, Actor, RulingDraft, Refusal?)]
    )
    func permissions(what: String, actor: Actor, draft: RulingDraft, refusal: Refusal?) throws {
        var office = Office.sample
        var refused: Refusal?
        do {
            try office.perform(.daily(.rule(draft)), by: actor)
        } catch {
            refused = error
        }
        if draft.matter == .coats {
            #expect(refused != nil)
        } else {
            #expect(refused == refusal, "\(what)")
        }
    }

    @Test("What was sent up is decided there or above; 须上会 by no single person")
    func sentUp() throws {
        var office = Office.sample
        let terms = Commitment(level: .secretary, needsMeeting: true)
        try office.perform(.answer(.sentUp, "继承口径", terms), on: .inheritance)
        func refusal(_ draft: RulingDraft) -> Refusal? {
            var copy = office
            do {
                try copy.perform(.daily(.rule(draft)), by: .founder)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(Self.draft { $0.levels = [.viceLeader] }) == .daily(.levelTooLow(pending: .secretary)))
        #expect(refusal(Self.draft()) == .daily(.mustGoToMeeting))
        let inMeeting = Self.draft {
            $0.way = .meeting
            $0.meetingName = "书记办公会"
        }
        #expect(refusal(inMeeting) == nil)
        try office.perform(.daily(.rule(inMeeting)))
        #expect(office.matter(.inheritance).pendingLevel == nil)
        // 办结层级 is the last deciding level.
        let again = Self.draft {
            $0.way = .meeting
            $0.levels = [.committee]
            $0.meetingName = "党工委会"
        }
        try office.perform(.daily(.rule(again)))
        #expect(office.matter(.inheritance).level == .committee)
    }
}
