extension Ledger {
    /// Takes an event into the ledger. Holds no rule and cannot fail.
    ///
    /// An event on a matter outside the working set changes nothing but the clock.
    /// - Returns: what changed.
    @discardableResult
    package mutating func apply(_ event: Event) -> Touched {
        lastRecorded = max(lastRecorded, event.recorded)
        var touched = Touched()
        switch event.fact {
        case .founded(let founding):
            committee = founding.committee
            calendar = founding.calendar
            rulesHistory = [RulesEdition(from: Day(number: 0), rules: founding.rules)]
            authority[event.signature.login] = Set(Role.allCases)
            touched.setting = true
        case .calendarReplaced(let new):
            calendar = new
            touched.setting = true
        case .rulesReplaced(let edition):
            rulesHistory.append(edition)
            touched.setting = true
        case .supervisionStarted(let start):
            supervisionStart = start.day
            touched.setting = true
        case .unitAdded(let unit):
            units[unit.id] = unit
            counters.unit = max(counters.unit, unit.id.rawValue + 1)
            touched.unit = unit.id
        case .personAdded(let person):
            people[person.id] = person
            counters.person = max(counters.person, person.id.rawValue + 1)
            touched.person = person.id
        case .gridAdded(let grid):
            grids[grid.id] = grid
            counters.grid = max(counters.grid, grid.id.rawValue + 1)
            touched.grid = grid.id
        case .campaignAdded(let campaign):
            campaigns[campaign.id] = campaign
            counters.campaign = max(counters.campaign, campaign.id.rawValue + 1)
            touched.campaign = campaign.id
        default:
            apply(event, into: &touched)
        }
        return touched
    }

    private mutating func apply(_ event: Event, into touched: inout Touched) {
        guard let number = event.matter else { return }
        counters.matter = max(counters.matter, number.rawValue + 1)
        let after: Matter
        switch event.fact {
        case .registered(let registration):
            after = Matter(registration, event: event, offset: offset)
            fold(from: nil, to: after, event: event, into: &touched)
            matters[number] = after
        case .imported(let opening):
            after = Matter(opening, event: event)
            fold(from: nil, to: after, event: event, into: &touched)
            matters[number] = after
        default:
            guard let index = matters.index(forKey: number) else { return }
            let before = matters.values[index]
            matters.values[index].apply(event, offset: offset)
            after = matters.values[index]
            fold(from: before, to: after, event: event, into: &touched)
        }
        touched.matter = number
    }
}

// MARK: - Sums

extension Ledger {
    private mutating func fold(from before: Matter?, to after: Matter, event: Event, into touched: inout Touched) {
        var scopes: [Scope] = [.street]
        if let lead = after.lead { scopes.append(.unit(lead)) }
        if let campaign = after.campaign { scopes.append(.campaign(campaign)) }
        if let before, before.lead != after.lead || before.campaign != after.campaign {
            leave(before, into: &touched)
            for scope in scopes.dropFirst() {
                join(after, scope: scope, event: event, into: &touched)
            }
            scopes = [.street]
        }
        for scope in scopes {
            if let before {
                change(from: before, to: after, scope: scope, event: event, into: &touched)
            } else {
                join(after, scope: scope, event: event, into: &touched)
            }
        }
    }

    /// A matter comes under a scope.
    private mutating func join(_ matter: Matter, scope: Scope, event: Event, into touched: inout Touched) {
        sums[scope, default: Sums()].open += matter.stage.isOpen ? 1 : 0
        if let line = measured(matter, in: scope) {
            sums[scope]!.target = sums[scope]!.target + line.target
            sums[scope]!.done = sums[scope]!.done + line.done
        }
        touched.scopes.append(scope)
        add(scope, matter.issued ?? matter.registered, into: &touched) { $0.registered += 1 }
        if matter.stage.isSettled { settle(matter, scope: scope, into: &touched) }
    }

    /// A matter leaves its unit and campaign; what it settled or reported there stays in the day sums.
    private mutating func leave(_ matter: Matter, into touched: inout Touched) {
        let scopes = [matter.lead.map(Scope.unit), matter.campaign.map(Scope.campaign)].compactMap { $0 }
        for scope in scopes {
            sums[scope, default: Sums()].open -= matter.stage.isOpen ? 1 : 0
            if let line = measured(matter, in: scope) {
                sums[scope]!.target = sums[scope]!.target - line.target
                sums[scope]!.done = sums[scope]!.done - line.done
            }
            touched.scopes.append(scope)
        }
    }

    private mutating func change(
        from before: Matter,
        to after: Matter,
        scope: Scope,
        event: Event,
        into touched: inout Touched
    ) {
        let opened = (after.stage.isOpen ? 1 : 0) - (before.stage.isOpen ? 1 : 0)
        let old = measured(before, in: scope)
        let new = measured(after, in: scope)
        let settles = after.stage.isSettled && !before.stage.isSettled
        guard opened != 0 || old != new || settles else { return }
        sums[scope, default: Sums()].open += opened
        let target = (new?.target ?? .zero) - (old?.target ?? .zero)
        let done = (new?.done ?? .zero) - (old?.done ?? .zero)
        sums[scope]!.target = sums[scope]!.target + target
        sums[scope]!.done = sums[scope]!.done + done
        touched.scopes.append(scope)
        if done != .zero { add(scope, event.day, into: &touched) { $0.done = $0.done + done } }
        if settles { settle(after, scope: scope, into: &touched) }
    }

    private mutating func settle(_ matter: Matter, scope: Scope, into touched: inout Touched) {
        guard let settled = matter.settled else { return }
        let due = matter.due?.day(offset)
        let isLate = due.map { $0 < settled } ?? false
        sums[scope]!.settled += 1
        sums[scope]!.settledLate += isLate ? 1 : 0
        add(scope, settled, into: &touched) {
            $0.settled += 1
            $0.settledLate += isLate ? 1 : 0
        }
        // It stood overdue on the evenings from the day after its limit to the day before it was
        // settled; only the street's trend asks for it, and only for recent weeks.
        guard isLate, let due, scope == .street else { return }
        for day in max(due + 1, settled - Matter.trailDays)..<max(settled, due + 1) where calendar.isWorkday(day) {
            add(scope, day, into: &touched) { $0.overdueSettledSince += 1 }
        }
    }

    private mutating func add(
        _ scope: Scope,
        _ day: Day,
        into touched: inout Touched,
        _ change: (inout DaySums) -> Void
    ) {
        change(&sums[scope, default: Sums()].days[day, default: DaySums()])
        touched.days.append(.init(scope: scope, day: day))
    }

    /// What a matter adds to a campaign's quantity: its lines in the campaign's unit of measure.
    private func measured(_ matter: Matter, in scope: Scope) -> QuantityLine? {
        guard case .campaign(let id) = scope, matter.kind == .target, matter.stage != .void,
            let measure = campaigns[id]?.measure, let line = matter.quantity, line.unit == measure
        else { return nil }
        return line
    }
}
