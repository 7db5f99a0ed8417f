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
            take(edition)
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
        case .undone(let undoing):
            applyUndo(event, undoing, into: &touched)
        case .restored, .recovered, .yearClosed:
            applyKeeping(event.fact, into: &touched)
        case .mapDrawn(let sheet): apply(sheet, into: &touched)
        default:
            if !applyDirectory(event, into: &touched), !applyCampaign(event, into: &touched),
                !applyDiary(event, into: &touched)
            {
                apply(event, into: &touched)
            }
        }
        return touched
    }

    private mutating func apply(_ event: Event, into touched: inout Touched) {
        guard let number = event.matter else { return }
        counters.matter = max(counters.matter, number.rawValue + 1)
        // Numbers are counted whether the matter is in the set or not.
        if case .slipSigned(let signing) = event.fact, let given = signing.number {
            documents.take(given, signing.kind)
            touched.setting = true
        }
        let before = matters[number]
        let offset = offset
        switch event.fact {
        case .registered(let registration):
            matters[number] = Matter(registration, event: event)
        case .imported(let opening):
            matters[number] = Matter(opening, event: event)
        default:
            matters[number]?.apply(event, offset: offset)
        }
        guard let after = matters[number] else { return }
        fold(from: before, to: after, event: event, into: &touched)
        touched.matter = number
    }
}

// MARK: - Sums

extension Ledger {
    /// Takes the change of one matter into the sums of the street, its unit and its campaign.
    mutating func fold(from before: Matter?, to after: Matter, event: Event, into touched: inout Touched) {
        let old = before?.scopes ?? []
        let new = after.scopes
        for scope in new {
            if let before, old.contains(scope) {
                change(from: before, to: after, scope: scope, event: event, into: &touched)
            } else {
                count(after, in: scope, sign: 1, into: &touched)
            }
        }
        guard let before else { return }
        for scope in old where !new.contains(scope) { count(before, in: scope, sign: -1, into: &touched) }
    }

    /// A matter that was registered by mistake counts nowhere any more.
    mutating func uncount(_ matter: Matter, into touched: inout Touched) {
        for scope in matter.scopes { count(matter, in: scope, sign: -1, into: &touched) }
    }

    /// A matter comes under a scope, or leaves it. What it reported or settled there stays in the sums
    /// of those days.
    private mutating func count(_ matter: Matter, in scope: Scope, sign: Int, into touched: inout Touched) {
        let line = measured(matter, in: scope)
        add(scope, into: &touched) {
            $0.open += matter.stage.isOpen ? sign : 0
            $0.target = sign > 0 ? $0.target + line.target : $0.target - line.target
            $0.done = sign > 0 ? $0.done + line.done : $0.done - line.done
        }
        add(scope, matter.registered, into: &touched) { $0.registered += sign }
        if sign > 0, matter.stage.isSettled { settle(matter, scope: scope, into: &touched) }
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
        if opened != 0 || old != new {
            add(scope, into: &touched) {
                $0.open += opened
                $0.target += new.target - old.target
                $0.done += new.done - old.done
            }
        }
        if old.done != new.done { add(scope, event.day, into: &touched) { $0.done += new.done - old.done } }
        if after.stage.isSettled, !before.stage.isSettled { settle(after, scope: scope, into: &touched) }
        // 重开: what was counted is taken back from where it was counted.
        if before.stage.isSettled, !after.stage.isSettled { settle(before, scope: scope, sign: -1, into: &touched) }
    }

    private mutating func settle(_ matter: Matter, scope: Scope, sign: Int = 1, into touched: inout Touched) {
        guard let settled = matter.settled else { return }
        let late = isLate(matter, settled: settled) ? sign : 0
        add(scope, into: &touched) {
            $0.settled += sign
            $0.settledLate += late
        }
        add(scope, settled, into: &touched) {
            $0.settled += sign
            $0.settledLate += late
        }
        // It stood overdue on the evenings from the day after its limit to the day before it was
        // settled; only the street's trend asks for it, and only for recent weeks.
        guard let due = matter.due?.day(offset), due + 1 < settled, scope == .street else { return }
        for day in max(due + 1, settled - Matter.trailDays)..<settled where calendar.isWorkday(day) {
            add(scope, day, into: &touched) { $0.overdueSettledSince += sign }
        }
    }

    /// Whether it was settled after its limit (逾期办结): to the hour where the report was recorded.
    private func isLate(_ matter: Matter, settled: Day) -> Bool {
        guard let due = matter.due else { return false }
        guard let reported = matter.reported else { return due.day(offset) < settled }
        return reported >= due.passes(closing: rules(on: settled).eveningCount, offset: offset)
    }

    private mutating func add(_ scope: Scope, into touched: inout Touched, _ change: (inout Sums) -> Void) {
        change(&sums[scope, default: Sums()])
        if !touched.scopes.contains(scope) { touched.scopes.append(scope) }
    }

    private mutating func add(
        _ scope: Scope,
        _ day: Day,
        into touched: inout Touched,
        _ change: (inout DaySums) -> Void
    ) {
        change(&sums[scope, default: Sums()].days[day, default: DaySums()])
        let row = Touched.ScopeDay(scope: scope, day: day)
        if !touched.days.contains(row) { touched.days.append(row) }
    }

    /// What a matter adds to a campaign: the target tasks' lines in the campaign's unit of measure.
    private func measured(_ matter: Matter, in scope: Scope) -> (target: Amount, done: Amount) {
        // What is done below a target is carried up to it and counts there.
        guard case .campaign(let id) = scope, matter.kind == .target, matter.stage != .void, matter.parent == nil,
            let measure = campaigns[id]?.measure
        else { return (.zero, .zero) }
        return matter.quantities.filter { $0.unit == measure }
            .reduce(into: (.zero, .zero)) { sum, line in
                sum.0 += line.target
                sum.1 += line.done
            }
    }
}

extension Matter {
    /// Where it counts.
    fileprivate var scopes: [Scope] {
        [.street] + [lead.map(Scope.unit), campaign.map(Scope.campaign)].compactMap { $0 }
    }
}
