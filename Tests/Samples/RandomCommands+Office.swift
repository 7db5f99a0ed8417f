import Ledger
import Text

/// Anything that anybody might try of the office's own day: meetings, decisions, recurring duties, the evening count, 会审,
/// households, hard cases, turns, phases.
extension RandomCommands {
    mutating func officeCommand(_ office: Office, today: Day) -> Command {
        let ledger = office.ledger
        let number = chance(2) ? 999 : any(of: ledger.matters.keys.sorted())
        let text = text()
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...2: return .daily(meeting(ledger, today, number, text))
        case 3: return .daily(.rule(ruling(ledger, today, number, text)))
        case 4: return .daily(routine(ledger, today, text))
        case 5:
            return any(of: [
                .daily(.closeEvening(chance(50) ? [number] : ledger.matters.keys.sorted().suffix(4))),
                .daily(.openReview(number, text, chance(70) ? [unit(), unit()] : [])),
                .daily(.giveOpinion(number, unit(), any(of: JointReview.Verdict.allCases), maybe(text))),
                .act(number, .answer(any(of: AnswerKind.allCases), text, commitment(today))),
            ])
        case 6, 7: return .household(number, household(ledger, number, text))
        case 8:
            let ways: [Prose] = any(of: [[], ["先签后分"], ["先签后分", "提存"]])
            return any(of: [
                .openCase(number, CaseFile(kind: maybe("继承权属") ?? "", knot: Prose(text), ways: ways)),
                .keepPrecedent(number, kind: maybe("继承权属") ?? "", text),
            ])
        default:
            return any(of: [
                .openTurn(number), .endTurns(number, maybe(text)), .openTurn(number),
                .orderPhase(
                    PhaseOrder(
                        campaign: maybe(.land),
                        phase: any(of: Phase.allCases),
                        from: today + Int.random(in: -1...5, using: &generator)
                    )
                ),
            ])
        }
    }

    private mutating func unit() -> UnitID { UnitID(Int.random(in: 1...7, using: &generator)) }
    private mutating func person() -> PersonID { PersonID(Int.random(in: 1...9, using: &generator)) }

    private mutating func commitment(_ today: Day) -> Commitment {
        var terms = Commitment(person: maybe(person()), due: maybe(today + Int.random(in: -1...9, using: &generator)))
        terms.level = maybe(any(of: DecisionLevel.allCases))
        terms.phone = maybe("0571-88120000")
        return terms
    }

    private mutating func meeting(_ ledger: Ledger, _ today: Day, _ number: MatterNumber, _ text: CleanText)
        -> OfficeCommand
    {
        let last = ledger.diary.meetings.keys.max()?.rawValue ?? 0
        let id = MeetingID(chance(80) ? last : Int.random(in: 0...last + 1, using: &generator))
        let planned = Meeting(
            kind: any(of: MeetingKind.allCases),
            campaign: maybe(.land),
            day: today + Int.random(in: -1...3, using: &generator),
            chair: maybe(person())
        )
        return any(of: [
            .planMeeting(planned), .planMeeting(planned), .beginMeeting(id), .beginMeeting(id),
            .turnMeeting(id, to: maybe(number)),
            .noteInMeeting(id, [number, any(of: ledger.matters.keys.sorted())], text),
            .noteInMeeting(id, [], text), .addTopic(id, maybe(number), maybe(text)), .endMeeting(id, maybe(text)),
            .cancelMeeting(id, text),
        ])
    }

    private mutating func ruling(_ ledger: Ledger, _ today: Day, _ number: MatterNumber, _ text: CleanText)
        -> RulingDraft
    {
        let followUps = (0..<Int.random(in: 0...2, using: &generator)).map { _ in registration(today) }
        return RulingDraft(
            matter: maybe(number),
            levels: chance(90) ? [any(of: DecisionLevel.allCases)] : [],
            way: any(of: RulingWay.allCases),
            meeting: maybe(ledger.diary.meetings.keys.max() ?? 1),
            meetingName: maybe("第31次党工委会"),
            conclusion: text,
            followUps: followUps,
            isNothingToDo: followUps.isEmpty && chance(80)
        )
    }

    private mutating func routine(_ ledger: Ledger, _ today: Day, _ text: CleanText) -> OfficeCommand {
        let id = ledger.diary.routines.keys.sorted().randomElement(using: &generator) ?? 1
        let cycle: Cycle = any(of: [.daily, .weekly(5), .monthly(31)])
        let new = Routine(name: maybe(CleanText("职责\(today.number % 7)")) ?? "", cycle: cycle, start: today - 20)
        let due =
            ledger.diary.routines[id]?.lastDue(onOrBefore: today, calendar: ledger.calendar) ?? today
        return any(of: [
            .addRoutine(new), .tickRoutine(id, due: due, by: maybe(person()), maybe(text)),
            .tickRoutine(id, due: due - 1, by: nil, nil), .tickRoutine(id, due: due, by: nil, nil),
            chance(20) ? .endRoutine(id) : .addRoutine(new),
        ])
    }

    private mutating func household(_ ledger: Ledger, _ number: MatterNumber, _ text: CleanText) -> HouseholdAction {
        let known = ledger.households(of: number).map(\.code)
        let code = known.randomElement(using: &generator) ?? "H1"
        let fresh = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            Household(
                code: CleanText("H\(number.rawValue)-\(Int.random(in: 1...9, using: &generator))"),
                cadre: maybe(person()),
                state: any(of: Household.State.allCases),
                trouble: maybe("继承权属") ?? ""
            )
        }
        let state = maybe(any(of: Household.State.allCases))
        return any(of: [
            .add(fresh), .add(fresh), .visit(code, state, trouble: maybe("继承权属"), maybe(text)),
            .set(code, state, trouble: maybe("继承权属"), group: maybe("一组"), maybe(text)),
            .assign(known.isEmpty ? [code] : Array(known.prefix(2)), person()), .remove(code, text),
        ])
    }
}
