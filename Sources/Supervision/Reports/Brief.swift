package import Ledger

/// What a new colleague has to know on one page: how the ledger stands, who decides what, what to look at first.
package struct Brief: Hashable, Sendable {
    package var day: Day
    /// nil: the whole street.
    package var unit: UnitID?
    /// Open matters by light, of the street or the unit.
    package var byLight: [Light: Int] = [:]
    package var open: Int { byLight.values.reduce(0, +) }
    package var standings: [Standing]
    /// Who holds the roles that one meets: in the order of the list of roles.
    package var offices: [Office]
    /// The worst overdue, at most five, by days.
    package var worst: [MatterNumber] = []
    /// The next to fall due, at most five, by limit.
    package var next: [MatterNumber] = []
    package var problems = 0
    package var overNight = 0
    package var outlook: DayOutlook

    package struct Office: Hashable, Sendable {
        package var role: Role
        package var people: [PersonID]
    }
}

extension Supervisor {
    package func brief(of unit: UnitID? = nil) -> Brief {
        let open = ledger.matters.values.filter { $0.stage.isOpen && (unit == nil || $0.lead == unit) }
        var brief = Brief(day: today, unit: unit, standings: standings(), offices: offices(), outlook: outlook())
        var overdue: [(days: Int, matter: MatterNumber)] = []
        var ahead: [(limit: Day, matter: MatterNumber)] = []
        for matter in open {
            let judgement = judge.judge(matter)
            brief.byLight[judgement.light, default: 0] += 1
            if matter.kind == .problem { brief.problems += 1 }
            if nights(matter) > 0 { brief.overNight += 1 }
            guard [.issued, .inHand].contains(matter.stage), let limit = matter.due?.day(ledger.offset) else {
                continue
            }
            if judgement.light == .red {
                overdue.append((-judgement.overdueWorkdays, matter.number))
            } else if limit >= today {
                ahead.append((limit, matter.number))
            }
        }
        brief.worst = overdue.sorted { $0 < $1 }.prefix(5).map(\.matter)
        brief.next = ahead.sorted { $0 < $1 }.prefix(5).map(\.matter)
        return brief
    }

    /// The leaders and the office; of the units' heads there are too many for a page.
    private func offices() -> [Brief.Office] {
        let roles: [Role] = [.secretary, .director, .viceLeader, .dutyLeader, .supervisionHead, .clerk]
        return roles.compactMap { role in
            let people = ledger.people.values.filter { $0.roles.contains(role) && $0.left == nil }.map(\.id).sorted()
            return people.isEmpty ? nil : Brief.Office(role: role, people: people)
        }
    }
}

/// What happened since somebody last looked.
package struct News: Hashable, Sendable {
    package var since: Moment
    package var now: Moment
    package var registered: [MatterNumber] = []
    package var settled: [MatterNumber] = []
    /// The limit passed in between and it is overdue now.
    package var newlyOverdue: [MatterNumber] = []
    package var extensionsAsked: [MatterNumber] = []
    /// Records of progress, the newest of each matter, by number.
    package var progress: [Event] = []
    /// All records, whatever they say.
    package var records = 0
}

extension Supervisor {
    /// The matters on which something may have been recorded since a moment.
    package func touched(since moment: Moment) -> [MatterNumber] {
        let day = moment.day(ledger.offset)
        return ledger.matters.values.filter { matter in
            matter.registered >= day || (matter.lastTrack?.day ?? matter.registered) >= day
                || (matter.trail.last?.day ?? matter.registered) >= day || (matter.issued ?? matter.registered) >= day
                || (matter.settled ?? matter.registered) >= day || matter.request != nil
        }
        .map(\.number).sorted()
    }

    /// - Parameter events: those recorded after the moment on the matters of the working set.
    package func news(since moment: Moment, events: [Event]) -> News {
        var news = News(since: moment, now: judge.now)
        var latest: [MatterNumber: Event] = [:]
        let day = moment.day(ledger.offset)
        for event in events {
            // Imported history was known on its day, not on the day of the import.
            guard let number = event.matter, event.origin == nil ? event.recorded > moment : event.day >= day else {
                continue
            }
            if case .imported = event.fact {
                guard let matter = ledger.matters[number], matter.registered >= day else { continue }
                news.registered.append(number)
            }
            news.records += 1
            switch event.fact {
            case .registered: news.registered.append(number)
            case .settled: news.settled.append(number)
            case .extensionAsked: news.extensionsAsked.append(number)
            case _ where event.fact.isProgress: latest[number] = event
            default: break
            }
        }
        news.progress = latest.sorted { $0.key < $1.key }.map(\.value)
        for matter in ledger.matters.values where matter.stage == .inHand && judge.judge(matter).light == .red {
            guard let due = matter.due else { continue }
            let passes = due.passes(closing: ledger.rules(on: today).eveningCount, offset: ledger.offset)
            if passes > moment { news.newlyOverdue.append(matter.number) }
        }
        news.newlyOverdue.sort()
        news.registered.sort()
        news.settled.sort()
        news.extensionsAsked.sort()
        return news
    }
}
