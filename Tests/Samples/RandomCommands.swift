package import Ledger
import Text

/// SplitMix64: the same seed gives the same office on every machine.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Anything that anybody might try, sensible or not.
package struct RandomCommands: Sendable {
    package var generator: SeededGenerator

    /// Whether the office's own day is tried as well: meetings, decisions, duties, households, cases, turns.
    private let hasOfficeDay: Bool

    package init(seed: UInt64, officeDay: Bool = false) {
        generator = SeededGenerator(seed: seed)
        hasOfficeDay = officeDay
    }

    package mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    mutating func any<Element>(of elements: [Element]) -> Element { elements.randomElement(using: &generator)! }

    mutating func maybe<Element>(_ element: Element) -> Element? { chance(75) ? element : nil }

    package mutating func actor() -> Actor {
        let cast: [Actor] = [
            .secretary, .director, .viceLeader, .supervisionHead, .clerk, .clerk, .clerk, .unitHead, .handler,
            .communitySecretary, .reader, .founder, .founder, .founder,
        ]
        let actor = any(of: cast)
        guard chance(40) else { return actor }
        return actor.recording(for: PersonID(Int.random(in: 1...9, using: &generator)), by: any(of: Channel.allCases))
    }

    /// A day around `today`, rarely ahead of it.
    package mutating func day(around today: Day) -> Day { today + Int.random(in: -25...3, using: &generator) }

    mutating func text() -> CleanText { chance(8) ? "" : any(of: ["去过", "卡：缺资金；下：下周再议", "卡：无", "已约谈"]) }

    mutating func amount() -> Amount { Amount(thousandths: Int64.random(in: -5_000...60_000, using: &generator)) }

    mutating func lines() -> [QuantityLine] {
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            QuantityLine(target: amount(), done: amount(), unit: any(of: ["户", "米"]))
        }
    }

    mutating func term(_ today: Day) -> Term {
        let count = Int.random(in: chance(10) ? -1...0 : 1...15, using: &generator)
        return any(of: [
            .workdays(count), .naturalDays(count), .months(count), .sameDay, .fixed(today + count), .hours(count * 5),
            .officeHours(count * 2), .until(today + count, minute: 17 * 60), .cycle(.weekly(5)), .preset(.ordinary),
        ])
    }

    package mutating func command(_ office: Office, today: Day) -> Command {
        if hasOfficeDay, chance(40) { return officeCommand(office, today: today) }
        if chance(6) { return .register(registration(today)) }
        if chance(4) { return directory(today) }
        let number = chance(2) ? 999 : any(of: office.ledger.matters.keys.sorted())
        if chance(6) { return .amend(number, amendment(today)) }
        // Mostly what is possible there, or hardly anything would get far.
        var possible = chance(80) ? office.ledger.matters[number].map { Transition.actions(in: $0.stage) } ?? [] : []
        possible.removeAll { $0 == .void }
        var action = action(today)
        for _ in 0..<60 where !possible.isEmpty && !possible.contains(action.kind) { action = self.action(today) }
        return .act(number, action)
    }

    /// Units, people and calendar change under the work.
    private mutating func directory(_ today: Day) -> Command {
        let unit = UnitID(Int.random(in: 1...7, using: &generator))
        let person = PersonID(Int.random(in: 1...9, using: &generator))
        let day = today + Int.random(in: -5...20, using: &generator)
        var change = PersonChange(person: person)
        change.unit = maybe(unit)
        return any(of: [
            .adjustCalendar([.init(day: today + 6, isWorkday: chance(50), name: "本地")]),
            .renameUnit(unit, name: chance(10) ? "" : CleanText("单位\(day.number)"), shortName: nil),
            .closeUnit(unit, successor: nil), .changePerson(change),
            .takeLeave(
                person,
                from: day,
                through: day + Int.random(in: -1...9, using: &generator),
                standIn: maybe(.clerk)
            ),
            .endLeave(person, on: day),
        ])
    }

    mutating func registration(_ today: Day) -> Registration {
        var registration = Registration(
            kind: any(of: Kind.allCases),
            title: Prose(chance(95) ? "随机事项" : ""),
            source: any(of: Source.allCases)
        )
        registration.lead = maybe(UnitID(Int.random(in: 1...6, using: &generator)))
        registration.person = maybe(PersonID(Int.random(in: 1...8, using: &generator)))
        registration.campaign = maybe(.land)
        registration.quantities = lines()
        registration.term = maybe(term(today))
        registration.supports = chance(50) ? [Support(unit: .liudi, mode: .share)] : []
        return registration
    }

    private mutating func amendment(_ today: Day) -> Amendment {
        var amendment = Amendment()
        if chance(40) { amendment.lead = UnitID(Int.random(in: 1...7, using: &generator)) }
        if chance(30) { amendment.campaign = .land }
        if chance(30) { amendment.kind = any(of: Kind.allCases) }
        if chance(30) { amendment.quantities = lines() }
        if chance(30) { amendment.term = term(today) }
        if chance(20) { amendment.person = .heZhiyuan }
        return amendment
    }

    private mutating func action(_ today: Day) -> Action {
        let text = text()
        let later = today + Int.random(in: -3...40, using: &generator)
        let index = Int.random(in: -1...5, using: &generator)
        let figure: Progress.Figure = chance(50) ? .total(amount()) : .added(amount())
        let line = Int.random(in: -1...1, using: &generator)
        return any(of: [
            .submit(maybe(text)), .issue(maybe(term(today)), maybe(text)), .decline(text), .accept(maybe(text)),
            .track(text, chance(50) ? [Progress(line: line, figure)] : []), .addStep(text, maybe(.clerk), maybe(later)),
            .tickStep(index, maybe(text)), .answer(any(of: AnswerKind.allCases), text), .report(text), .sendBack(text),
            .settle(maybe(.onSite), maybe(text)), .strike(maybe(text)), .archive, .park(text, later),
            .resume(maybe(later), maybe(text)), .askExtension(later, text), .grantExtension(maybe(text)),
            .refuseExtension(text), .settleSupport(.liudi, maybe(text)), .suspend(text), .void(text), .handBack(text),
            .transfer(UnitID(Int.random(in: 1...7, using: &generator)), maybe(.heZhiyuan), maybe(term(today)), text),
            .reassign(PersonID(Int.random(in: 1...9, using: &generator)), maybe(text)), .proposeParking(text, later),
            .approveParking(maybe(text)), .refuseParking(text), .reopen(text, maybe(term(today))),
            .adjustLimit(term(today), text), .recountLimit(isTaken: chance(70), maybe(text)),
            .acceptSupport(.liudi, maybe(text)), .trackSupport(.liudi, text, maybe(figure)), .ladder(ladder(today)),
            .ladder(ladder(today)), .ladder(ladder(today)),
        ])
    }

    /// Steps of the ladder and its slips, sensible or not.
    private mutating func ladder(_ today: Day) -> LadderAction {
        let text = text()
        let place = Int.random(in: 0...3, using: &generator)
        let later = today + Int.random(in: -1...9, using: &generator)
        return any(of: [
            .remind(text), .draft(any(of: Slip.Kind.allCases), maybe(text)), .sign(maybe(place)),
            .deliver(place, maybe(text)), .accept(place, maybe(text)), .answer(place, SlipReply(done: Prose(text))),
            .void(place, text), .putOff(any(of: LadderStep.allCases), until: later, text), .talk(text), .sign(nil),
        ])
    }
}
