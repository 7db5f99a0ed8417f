import Ledger
import Samples
import Testing
import Text

/// Random commands by random actors: whatever `decide` lets through keeps what must never break.
@Suite("Invariants")
struct InvariantTests {
    @Test("hold whatever anybody tries", arguments: Array(1...14) as [UInt64])
    func random(seed: UInt64) {
        // The later ones try the office's own day as well.
        var commands = RandomCommands(seed: seed, officeDay: seed > 8)
        var office = Office.sample
        var done: [Action.Kind: Int] = [:]
        for _ in 0..<1200 {
            let forward = commands.chance(5) ? Int64.random(in: 0...2 * 1440, using: &commands.generator) : 7
            office.now = Moment(milliseconds: office.now.milliseconds + forward * 60_000)
            let before = office
            let command = commands.command(office, today: office.today)
            let actor = commands.actor()
            let day = commands.chance(15) ? commands.day(around: office.today) : nil
            guard let events = try? office.perform(command, by: actor, on: day) else {
                #expect(office.ledger == before.ledger)
                continue
            }
            if case .act(_, let action) = command {
                done[action.kind, default: 0] += 1
                #expect(Self.reason(of: action)?.isEmpty != true, "without a reason: \(action)")
            }
            let lent = actor.person.map { before.ledger.standInRoles(of: $0, on: day ?? before.today) } ?? []
            #expect(
                events.allSatisfy { event in
                    event.signature.login == actor.login
                        && actor.roles.union(lent).contains(event.signature.role)
                },
                "by somebody else, or by nobody: \(command)"
            )
            // Events of one command one after the other: what settles a turn opens the next.
            var ledger = before.ledger
            let faults = events.flatMap { event in
                let old = ledger
                ledger.apply(event)
                return Self.faults(of: event, from: old, to: ledger)
            }
            #expect(faults.isEmpty, "\(command)")
        }
        let (stated, recounted) = (Self.stated(office.ledger.sums), Self.recounted(office.ledger))
        for scope in Set(stated.keys).union(recounted.keys) {
            #expect(stated[scope] == recounted[scope], "\(scope)")
        }
        var replayed = Ledger()
        for event in office.events { replayed.apply(event) }
        #expect(replayed == office.ledger)
        // The trial would prove little if hardly anything were let through.
        #expect(done.count >= 18, "\(done)")
    }

    /// The words that an action must have; nil where the table asks for none.
    private static func reason(of action: Action) -> CleanText? {
        guard Transition.of(action.kind).needsText else { return nil }
        return switch action {
        case .decline(let text), .track(let text, _), .addStep(let text, _, _), .answer(_, let text, _),
            .report(let text), .sendBack(let text), .park(let text, _), .askExtension(_, let text),
            .refuseExtension(let text), .suspend(let text), .void(let text), .handBack(let text),
            .transfer(_, _, _, let text), .proposeParking(let text, _), .refuseParking(let text), .reopen(let text, _),
            .adjustLimit(_, let text), .trackSupport(_, let text, _), .ladder(.remind(let text)),
            .ladder(.void(_, let text)), .ladder(.putOff(_, _, let text)), .ladder(.talk(let text)):
            text
        case .ladder(.answer(_, let reply)): reply.done.text
        default: nil
        }
    }

    /// What an event broke.
    private static func faults(of event: Event, from old: Ledger, to new: Ledger) -> [String] {
        guard let number = event.matter, let after = new.matters[number] else {
            return new.matters == old.matters && new.sums == old.sums
                ? [] : ["a change of the directory changed matters"]
        }
        var faults: [String] = []
        func check(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }

        check(event.recorded >= old.lastRecorded && new.lastRecorded == event.recorded, "the clock ran backwards")
        check(event.day <= event.recorded.day(new.offset), "it happened tomorrow")
        check(event.version == after.version, "the event names another version")
        check(new.counters.matter > number.rawValue, "the number would be given again")
        check(
            after.settled.map { settled in after.issued.map { settled >= $0 } ?? true } ?? true,
            "settled before issued"
        )
        check(after.quantities.allSatisfy { $0.done >= .zero && $0.target >= .zero }, "less than nothing done")
        check(after.extensions <= new.rules.extensionsAllowed, "too many extensions")
        check(
            (after.stage == .parked) == (after.parking != nil) || after.stage == .suspended,
            "parked without a re-check"
        )
        check(after.request == nil || after.stage == .inHand, "an extension asked for by nobody at work")
        check((after.due == nil) == (after.originalDue == nil), "a limit without an original")
        check(zip(after.trail, after.trail.dropFirst()).allSatisfy { $0.day < $1.day }, "trail out of order")
        let last = after.trail.last
        check(
            last?.stage == after.stage && last?.due == after.due && last?.progress == after.reportedProgress,
            "the trail does not end in the present"
        )
        check(
            old.matters.filter { $0.number != number } == new.matters.filter { $0.number != number },
            "another matter changed"
        )

        guard let before = old.matters[number] else {
            check(after.version == 1 && after.stage == .draft, "not born as a draft")
            return faults
        }
        check(after.version == before.version + 1, "version skipped")
        faults += ladderFaults(of: event, from: before, to: after, old, new)
        check(after.overdueBefore >= before.overdueBefore && after.slips >= before.slips, "days overdue were forgotten")
        check(
            after.slips == before.slips || before.due.map { $0.day(new.offset) <= event.day } ?? false,
            "a limit slipped before it was due"
        )
        check(after.lead != nil || before.lead == nil, "the lead was lost")
        check(
            after.lead == before.lead || [.transferred, .corrected].contains(event.fact.kind),
            "the lead changed by \(event.fact.kind)"
        )
        check(after.reboundOf == before.reboundOf, "it came back from something else")
        check(![.struck, .archived].contains(after.stage) || after.openShares.isEmpty, "struck off with a share open")
        if Transition.of(.reopen).from != [before.stage] {
            check(before.settled == nil || after.settled == before.settled, "the day it was settled changed")
        }
        check(before.originalDue == nil || before.originalDue == after.originalDue, "the original limit changed")
        check(after.registered == before.registered && after.number == before.number, "its birth changed")
        check([before.issued, after.issued] != [after.issued, nil] || after.issued == before.issued, "un-issued")
        if !before.stage.isAtHand {
            var expected = before
            (expected.stage, expected.version, expected.trail) = (.archived, after.version, after.trail)
            check(before.stage == .struck && after == expected, "a matter struck off or void changed")
        }
        for trace in before.trail.dropLast() where trace.day >= after.trail[0].day {
            let kept = after.trace(on: trace.day)
            check(
                kept?.stage == trace.stage && kept?.due == trace.due && kept?.progress == trace.progress,
                "the past of \(trace.day) changed"
            )
            check(trace.day == event.day || kept?.isTracked == trace.isTracked, "a track of \(trace.day) came or went")
        }
        return faults
    }

    /// What an event broke of the ladder: numbers are given once and stay, papers never vanish, the owner never moves.
    private static func ladderFaults(
        of event: Event,
        from before: Matter,
        to after: Matter,
        _ old: Ledger,
        _ new: Ledger
    ) -> [String] {
        var faults: [String] = []
        func check(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }
        let numbers = new.matters.values.flatMap(\.ladder.slips).compactMap(\.number)
        check(Set(numbers).count == numbers.count, "a document number was given twice")
        check(after.ladder.slips.count >= before.ladder.slips.count, "a slip vanished")
        for (was, now) in zip(before.ladder.slips, after.ladder.slips) {
            check(was.number == nil || was.number == now.number, "a number changed")
            check(was.voided == nil || was == now, "a void slip changed")
            check(was.signed == nil || was.signed == now.signed && was.face == now.face, "a signed slip changed")
        }
        for (series, serial) in old.documents.last {
            check((new.documents.last[series] ?? 0) >= serial, "a series ran backwards")
        }
        if case .slipSigned(let signing) = event.fact {
            check(before.stage == .inHand && before.request == nil, "a slip for what is not to be pressed")
            check(signing.kind != .circular || signing.face.overdue != nil, "a circular for what is not overdue")
        }
        switch event.fact.kind {
        case .reminded, .slipDrafted, .slipSigned, .slipDelivered, .slipAccepted, .slipAnswered, .slipVoided,
            .stepPutOff,
            .talkHeld:
            check(
                after.lead == before.lead && after.person == before.person && after.due == before.due
                    && after.stage == before.stage,
                "the ladder moved the owner, the limit or the stage"
            )
        default: break
        }
        return faults
    }

    /// The sums as they stand, without what only events can tell (the day a figure was reported).
    private static func stated(_ sums: [Scope: Sums]) -> [Scope: Sums] {
        sums.mapValues { sums in
            var sums = sums
            for day in sums.days.keys { sums.days[day]!.done = .zero }
            sums.days = sums.days.filter { $0.value != DaySums() }
            return sums
        }
        .filter { $0.value != Sums() }
    }

    /// The sums counted anew from the matters.
    private static func recounted(_ ledger: Ledger) -> [Scope: Sums] {
        var all: [Scope: Sums] = [:]
        for matter in ledger.matters.values {
            var sums = Sums()
            sums.open = matter.stage.isOpen ? 1 : 0
            sums.days[matter.registered, default: DaySums()].registered = 1
            if let settled = matter.settled, matter.stage.isSettled, let due = matter.due {
                let passed = due.passes(closing: 18 * 60, offset: .china)
                let isLate = matter.reported.map { $0 >= passed } ?? (due.day(.china) < settled)
                sums.settled = 1
                sums.settledLate = isLate ? 1 : 0
                sums.days[settled, default: DaySums()].settled = 1
                sums.days[settled, default: DaySums()].settledLate = isLate ? 1 : 0
            }
            var street = sums
            if let settled = matter.settled, matter.stage.isSettled, let due = matter.due?.day(.china) {
                var day = max(due + 1, settled - 60)
                while day < settled {
                    if ledger.calendar.isWorkday(day) { street.days[day, default: DaySums()].overdueSettledSince = 1 }
                    day = day + 1
                }
            }
            add(street, to: &all[.street, default: Sums()])
            if let lead = matter.lead { add(sums, to: &all[.unit(lead), default: Sums()]) }
            if let campaign = matter.campaign {
                // What hangs below another is carried up to it.
                if matter.kind == .target, matter.stage != .void, matter.parent == nil {
                    for line in matter.quantities where line.unit == ledger.campaigns[campaign]!.measure {
                        sums.target += line.target
                        sums.done += line.done
                    }
                }
                add(sums, to: &all[.campaign(campaign), default: Sums()])
            }
        }
        return all
    }

    private static func add(_ part: Sums, to sum: inout Sums) {
        sum.open += part.open
        sum.settled += part.settled
        sum.settledLate += part.settledLate
        sum.target += part.target
        sum.done += part.done
        for (day, part) in part.days {
            var days = sum.days[day, default: DaySums()]
            days.registered += part.registered
            days.settled += part.settled
            days.settledLate += part.settledLate
            days.overdueSettledSince += part.overdueSettledSince
            sum.days[day] = days
        }
    }
}
