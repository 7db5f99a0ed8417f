import Ledger

extension Scope {
    /// The scope as it stands in the tables of sums.
    fileprivate var columns: (name: String, key: Int) {
        switch self {
        case .street: ("street", 0)
        case .unit(let id): ("unit", id.rawValue)
        case .campaign(let id): ("campaign", id.rawValue)
        }
    }

    fileprivate init(_ row: Prepared.Row) throws {
        switch row.text(0) {
        case "street": self = .street
        case "unit": self = .unit(UnitID(row.int(1)))
        case "campaign": self = .campaign(CampaignID(row.int(1)))
        case let name: throw StoreFault.damaged("sum: \(name)")
        }
    }
}

extension Store {
    func sums() throws -> [Scope: Sums] {
        var sums: [Scope: Sums] = [:]
        try statement("SELECT scope, key, open, settled, settledLate, target, done FROM sum").each { row in
            var total = Sums()
            total.open = try row.number(2)
            total.settled = try row.number(3)
            total.settledLate = try row.number(4)
            total.target = Amount(thousandths: Int64(try row.number(5)))
            total.done = Amount(thousandths: Int64(try row.number(6)))
            sums[try Scope(row)] = total
            return true
        }
        let days = try statement(
            "SELECT scope, key, day, registered, settled, settledLate, overdueSettledSince, done FROM daySum"
        )
        // The rows of a scope lie together: it is looked for once, not for each of its days.
        var scope: Scope?
        var ofScope: [Day: DaySums] = [:]
        func keep() { if let scope { sums[scope, default: Sums()].days = ofScope } }
        try days.each { row in
            let next = try Scope(row)
            if next != scope {
                keep()
                scope = next
                // Most scopes have as many days as the one before.
                let days = ofScope.count
                ofScope = sums[next]?.days ?? [:]
                ofScope.reserveCapacity(days)
            }
            var day = DaySums()
            day.registered = try row.number(3)
            day.settled = try row.number(4)
            day.settledLate = try row.number(5)
            day.overdueSettledSince = try row.number(6)
            day.done = Amount(thousandths: Int64(try row.number(7)))
            ofScope[Day(number: try row.number(2))] = day
            return true
        }
        keep()
        return sums
    }

    /// Adds to the sums. A command is applied to a ledger whose sums began at zero, so that they are
    /// what it adds, and nothing has to be read before.
    func add(_ sums: [Scope: Sums]) throws {
        let total = try statement(
            """
            INSERT INTO sum (scope, key, open, settled, settledLate, target, done) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (scope, key) DO UPDATE SET open = open + excluded.open, settled = settled + excluded.settled,
                settledLate = settledLate + excluded.settledLate, target = target + excluded.target,
                done = done + excluded.done
            """
        )
        let daily = try statement(
            """
            INSERT INTO daySum (scope, key, day, registered, settled, settledLate, overdueSettledSince, done)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (scope, key, day) DO UPDATE SET registered = registered + excluded.registered,
                settled = settled + excluded.settled, settledLate = settledLate + excluded.settledLate,
                overdueSettledSince = overdueSettledSince + excluded.overdueSettledSince, done = done + excluded.done
            """
        )
        for (scope, sum) in sums {
            let (name, key) = scope.columns
            total.bind(1, name)
            total.bind(2, key)
            total.bind(3, sum.open)
            total.bind(4, sum.settled)
            total.bind(5, sum.settledLate)
            total.bind(6, sum.target.thousandths)
            total.bind(7, sum.done.thousandths)
            try total.run()
            for (day, sum) in sum.days {
                daily.bind(1, name)
                daily.bind(2, key)
                daily.bind(3, day.number)
                daily.bind(4, sum.registered)
                daily.bind(5, sum.settled)
                daily.bind(6, sum.settledLate)
                daily.bind(7, sum.overdueSettledSince)
                daily.bind(8, sum.done.thousandths)
                try daily.run()
            }
        }
    }
}
