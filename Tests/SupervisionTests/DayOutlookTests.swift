import Ledger
import Samples
import Supervision
import Testing
import Text

/// What the calendar adds to a day (PRACTICE §5).
struct DayOutlookTests {
    private func outlook(due: Day, kind: Kind = .problem, at now: Moment) throws -> DayOutlook {
        let bench = try Bench(kind: kind, target: nil, term: .fixed(due), issued: "2026-11-02 09:00")
        return bench.supervisor(at: now).outlook()
    }

    @Test(
        "「周末以来」 stands on the first working day after rest days",
        arguments: [
            // Monday: due on Friday it is red this morning, due on Saturday it fell due and is red too.
            ("2026-11-20", "2026-11-23 07:50", [1], []), ("2026-11-21", "2026-11-23 07:50", [1], [1]),
            ("2026-11-19", "2026-11-23 07:50", [], []), ("2026-11-23", "2026-11-23 07:50", [], []),
        ] as [(Day, Moment, [MatterNumber], [MatterNumber])]
    )
    func afterRest(due: Day, now: Moment, newlyOverdue: [MatterNumber], fellDue: [MatterNumber]) throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed(due), issued: "2026-11-02 09:00")
        let during = Registration(kind: .problem, title: "电梯困人", source: .patrol)
        try bench.office.perform(.register(during), at: "2026-11-22 20:00")
        let rest = bench.supervisor(at: now).outlook().afterRest
        #expect(rest?.since == "2026-11-20")
        #expect(rest?.restDays == 2)
        #expect(rest?.newlyOverdue == newlyOverdue)
        #expect(rest?.fellDue == fellDue)
        #expect(rest?.takenIn == [2])
    }

    @Test("what was handed to the duty desk is 值班交来 too, until it is answered")
    func handedBack() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-27"), issued: "2026-11-16 09:00")
        let terms = Commitment(person: .viceLeader, phone: "0571-88120000")
        try bench.office.perform(.answer(.handedToDuty, "看住", terms), on: 1, at: "2026-11-20 17:00")
        #expect(bench.supervisor(at: "2026-11-23 07:50").outlook().afterRest?.takenIn == [1])
        try bench.office.perform(.answer(.solved, "已加固", Commitment()), on: 1, at: "2026-11-22 10:00")
        #expect(bench.supervisor(at: "2026-11-23 07:50").outlook().afterRest?.takenIn == [])
    }

    @Test("…and on no other day", arguments: ["2026-11-20 07:50", "2026-11-22 07:50", "2026-11-24 07:50"] as [Moment])
    func notAfterRest(now: Moment) throws { #expect(try outlook(due: "2026-11-20", at: now).afterRest == nil) }

    @Test(
        "「节前须办结」 stands from three working days before three rest days or more",
        arguments: [
            ("2026-02-11 08:00", nil), ("2026-02-12 08:00", 3), ("2026-02-13 08:00", 2), ("2026-02-14 08:00", 1),
            ("2026-02-15 08:00", nil), ("2026-11-20 08:00", nil),
        ] as [(Moment, Int?)]
    )
    func beforeHoliday(now: Moment, left: Int?) throws {
        // 春节 2026: rest from 02-15 (Sunday) to 02-23, and Saturday 02-14 is worked.
        let bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-02-18"), issued: "2026-02-02 09:00")
        let holiday = bench.supervisor(at: now).outlook().beforeHoliday
        #expect(holiday?.workdaysLeft == left)
        guard let holiday else { return }
        #expect(holiday.first == "2026-02-15")
        #expect(holiday.days == 9)
        #expect(holiday.due == [1])
        #expect(holiday.dueOnRestDays == [1])
    }

    @Test(
        "from the 25th: due by the month's end",
        arguments: [
            ("2026-11-24 08:00", "2026-11-27", nil), ("2026-11-25 08:00", "2026-11-27", [1]),
            ("2026-11-25 08:00", "2026-11-30", [1]), ("2026-11-25 08:00", "2026-12-01", []),
            ("2026-11-28 08:00", "2026-11-27", []),
        ] as [(Moment, Day, [MatterNumber]?)]
    )
    func monthEnd(now: Moment, due: Day, numbers: [MatterNumber]?) throws {
        #expect(try outlook(due: due, at: now).monthEnd?.due == numbers)
    }
}

/// Reports made from records alone.
struct ReportTests {
    @Test(
        "weekly: Monday to Wednesday means last week",
        arguments: [
            ("2026-11-23", "2026-11-16", "2026-11-22"), ("2026-11-24", "2026-11-16", "2026-11-22"),
            ("2026-11-25", "2026-11-16", "2026-11-22"), ("2026-11-26", "2026-11-23", "2026-11-26"),
            ("2026-11-27", "2026-11-23", "2026-11-27"), ("2026-11-29", "2026-11-23", "2026-11-29"),
        ] as [(Day, Day, Day)]
    )
    func week(today: Day, from: Day, through: Day) {
        let week = WeeklyReport.week(of: today)
        #expect(week.from == from && week.through == through)
    }

    @Test("a daily report says what was recorded that day, and of a campaign without any only that")
    func daily() throws {
        let office = Office.sample
        let supervisor = Supervisor(office.ledger, at: office.now)
        let report = supervisor.dailyReport(on: "2026-11-19", events: office.events)
        // 督2, 督4 were tracked, 督9 asked for an extension, 督11 reported, 清10 settled; 诉14 and 督15 came in.
        #expect(report.tracks == 2)
        #expect((report.registered, report.reported, report.settled) == (2, 1, 1))
        #expect(report.sections.map(\.campaign) == [.land, nil])
        #expect(report.sections[0].groups.isEmpty)
        #expect(report.sections[1].groups.map(\.unit) == [.drainageForce, .liudi])
        #expect(
            report.sections[1].groups[0].entries.map(\.matter) == [.pipes, .well]
                || report.sections[1].groups[0].entries.map(\.matter) == [.well, .pipes]
        )
        #expect(
            Set(supervisor.touched(on: "2026-11-19")).isSuperset(of: [
                .well, .pipes, .signs, .leak, .coats, .nightNoise, .fence,
            ])
        )
    }

    @Test("monthly: each matter once under its source, this month and the one before")
    func monthly() throws {
        let office = Office.sample
        let judge = Judge(office.ledger, at: office.now)
        var report = MonthlyReport(month: "2026-11-20", today: office.today)
        for matter in office.ledger.matters.values {
            let days = office.events.filter { $0.matter == matter.number }.compactMap { event -> Day? in
                guard case .extensionDecided(let decision) = event.fact, decision.isGranted else { return nil }
                return event.day
            }
            report.add(matter, extended: days, by: judge)
        }
        #expect(report.from == "2026-11-01" && report.through == "2026-11-20")
        // 督2: the secretary's instruction, overdue since 11-04; 督13 was issued on 11-18.
        #expect(report.rows[.instruction]?.now.overdue == 1)
        #expect(report.rows[.instruction]?.now.issued == 1)
        #expect(report.rows[.instruction]?.before.overdue == 0)
        // 督4 was extended on 11-11; 清10 settled in time on 11-18.
        #expect(report.rows[.livelihood]?.now.extended == 1)
        #expect(report.rows[.livelihood]?.now.onTime == 1)
        // 督5 from above: issued in October, settled on 11-10, after its twenty working days.
        #expect(report.rows[.superior]?.before.issued == 1)
        #expect(report.rows[.superior]?.now.late == 1)
        // 督8 parked since 11-03: not yet at the end of October.
        #expect(report.rows[.congress]?.now.parked == 1)
        #expect(report.rows[.congress]?.before.parked == 0)
        #expect(report.total.now.late == 1)
    }

    @Test("units of fewer than ten matters stand together, the rest in directory order")
    func units() throws {
        let supervisor = Supervisor(Office.sample.ledger, at: Office.sample.now)
        let all = supervisor.unitFigures()
        #expect(all.units.isEmpty)
        #expect(all.others.units == 4)
        let some = supervisor.unitFigures(least: 4)
        #expect(some.units.map(\.unit) == some.units.map(\.unit).sorted { $0!.rawValue < $1!.rawValue })
        let street = Office.sample.ledger.sums[.street]!
        #expect(some.units.reduce(some.others.open) { $0 + $1.open } == street.open)
        #expect(some.units.reduce(some.others.settled) { $0 + $1.settled } == street.settled)
    }

    @Test("what was imported is news by its own day, not by the day of the import")
    func importedNews() throws {
        var office = Office.founded
        for (index, day) in (["2026-10-08", "2026-11-20"] as [Day]).enumerated() {
            let registration = Registration(kind: .target, title: "旧账", source: .yearPlan)
            let opening = Opening(registration: registration, stage: .inHand, registered: day)
            try office.perform(.open(opening), origin: Int64(index + 1))
        }
        let news = Supervisor(office.ledger, at: office.now).news(since: "2026-11-19 12:00", events: office.events)
        #expect(news.registered == [2])
        #expect(news.records == 1)
    }

    @Test("since: what was recorded after a moment, and what became overdue")
    func news() throws {
        let office = Office.sample
        let supervisor = Supervisor(office.ledger, at: office.now)
        let news = supervisor.news(since: "2026-11-19 12:00", events: office.events)
        #expect(news.registered == [.fence, .visits])
        #expect(news.extensionsAsked == [.signs])
        #expect(news.settled.isEmpty)
        #expect(news.progress.map(\.matter) == [.pipes])
        // 诉14 ended with the evening count of 11-19.
        #expect(news.newlyOverdue == [.nightNoise])
    }
}
