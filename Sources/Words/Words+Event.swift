package import Ledger
import Text

extension Words {
    /// What an event did, in one line without who and when: 「跟踪 两户要求复测」, 「申请延期 至 11-27：等环保批复」.
    package func sentence(_ event: Event, in ledger: Ledger) -> String {
        let day = event.recorded.day(ledger.offset)
        let words = [
            late(event, recorded: day), name(event.fact.kind), detail(event.fact, seenFrom: day, in: ledger),
            references(event),
        ]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// 补记 says for which day.
    private func late(_ event: Event, recorded day: Day) -> String {
        guard event.origin == nil, event.day != day else { return "" }
        return self("补记 \(short(event.day, seenFrom: day))", "late, for \(short(event.day, seenFrom: day)):")
    }

    private func detail(_ fact: Fact, seenFrom today: Day, in ledger: Ledger) -> String {
        switch fact {
        case .accepted(let note): joined(carried(note.carried, in: ledger), text(note.text))
        case .submitted(let note), .declined(let note), .struck(let note), .archived(let note),
            .suspended(let note), .voided(let note):
            text(note.text)
        case .issued(let issue):
            joined(
                self("时限 ", "limit ") + limit(issue.due, seenFrom: today, in: ledger),
                issue.isWithoutPerson ? self("待定人", "no person yet") : "",
                carried(issue.carried, in: ledger),
                text(issue.text)
            )
        case .tracked(let track):
            joined(text(track.text), track.measures.map(measure).joined(separator: self("、", ", ")))
        case .stepAdded(let step):
            joined(text(step.title), person(step.person, in: ledger), step.due.map { short($0, seenFrom: today) } ?? "")
        case .stepTicked(let tick):
            joined(self("第 \(tick.index + 1) 步", "step \(tick.index + 1)"), text(tick.text))
        case .answered(let answer): self.answer(answer.kind, answer.text, answer.terms, seenFrom: today, in: ledger)
        case .reported(let report): text(report.text)
        case .sentBack(let back):
            joined(
                text(back.reason),
                back.due.map { self("时限顺延至 ", "limit moved to ") + limit($0, seenFrom: today, in: ledger) } ?? ""
            )
        case .settled(let settlement):
            joined(
                settlement.check.map(name) ?? "",
                self("办结日 ", "settled ") + short(settlement.settled, seenFrom: today),
                text(settlement.text)
            )
        case .parked(let order):
            joined(text(order.reason), self("复查 ", "to be checked ") + short(order.recheck, seenFrom: today))
        case .resumed(let resumption):
            joined(
                resumption.due.map { self("时限 ", "limit ") + limit($0, seenFrom: today, in: ledger) } ?? "",
                text(resumption.text)
            )
        case .extensionAsked(let asked):
            joined(self("至 ", "to ") + short(asked.to, seenFrom: today), text(asked.reason))
        case .extensionDecided(let decision):
            joined(
                decision.isGranted
                    ? self("同意", "granted") : self("不同意", "refused"),
                decision.due.map { self("至 ", "to ") + limit($0, seenFrom: today, in: ledger) } ?? "",
                text(decision.text)
            )
        case .supportSettled(let settlement):
            joined(unit(settlement.unit, in: ledger), text(settlement.text))
        case .registered(let registration):
            joined(name(registration.source), registration.sourceDocument.string)
        case .imported(let opening): joined(name(opening.stage), text(opening.progress))
        case .amended(let amendment): changed(amendment, in: ledger)
        case .corrected(let correction): changed(correction.after, from: correction.before, in: ledger)
        case .handedBack, .transferred, .reassigned, .parkingProposed, .parkingRefused, .reopened, .limitAdjusted,
            .limitRecounted, .supportAccepted, .supportTracked:
            course(fact, seenFrom: today, in: ledger)
        case .reminded, .slipDrafted, .slipSigned, .slipDelivered, .slipAccepted, .slipAnswered, .slipVoided,
            .stepPutOff, .talkHeld:
            ladder(fact, seenFrom: today, in: ledger)
        case .calendarAdjusted, .unitRenamed, .unitClosed, .personChanged, .personLeft, .leaveTaken, .leaveEnded:
            directory(fact, seenFrom: today, in: ledger)
        case .phaseOrdered, .campaignChanged, .frontlineNoted, .carried: campaign(fact, seenFrom: today, in: ledger)
        case .householdsAdded, .householdVisited, .householdsAssigned, .householdRemoved, .caseOpened, .precedentKept:
            household(fact, seenFrom: today, in: ledger)
        case .turnOpened(let opening): opened(opening, in: ledger)
        case .unitAdded(let unit): unit.name.string
        case .personAdded(let person): person.name.string
        case .gridAdded(let grid): grid.name.string
        case .campaignAdded(let campaign): campaign.name.string
        case .supervisionStarted(let start): short(start.day, seenFrom: today)
        case .founded(let founding): founding.committee.name.string
        case .ruled, .meetingPlanned, .meetingBegan, .meetingTurned, .meetingNoted, .topicAdded, .meetingEnded,
            .meetingCancelled, .routineAdded, .routineTicked, .routineEnded, .eveningCounted, .reviewOpened,
            .reviewAnswered:
            daily(fact, seenFrom: today, in: ledger)
        case .undone, .restored, .recovered, .yearClosed, .erased, .contactKept, .contactShown, .contactErased:
            life(fact, in: ledger)
        case .mapDrawn(let sheet): drawn(sheet, in: ledger)
        case .rulesReplaced(let edition): self("第 \(edition.rules.version) 版", "edition \(edition.rules.version)")
        case .calendarReplaced: ""
        }
    }

    /// 「累计 18（+1）」.
    func measure(_ measure: Track.Measure) -> String {
        let change = measure.to - measure.from
        let sign = change < .zero ? "" : "+"
        return self("累计 ", "total ") + amount(measure.to)
            + self("（\(sign)\(amount(change))）", " (\(sign)\(amount(change)))")
    }

    func joined(_ parts: String...) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: self("，", ", "))
    }
}
