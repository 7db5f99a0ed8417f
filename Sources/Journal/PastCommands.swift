package import Ledger

/// A command that may be taken back (撤回), or why it may not.
package struct UndoOffer: Hashable, Sendable {
    /// The name of the command; its last eight characters are enough to type.
    package let id: String
    package let records: [Record]
    package let obstacle: UndoObstacle?

    package var short: String { String(id.suffix(UndoOffer.shortLength)) }

    static let shortLength = 8
}

/// Where the events of a journal are read from, inside a transaction.
protocol EventSource {
    /// Events before a number, newest first; of one login where one is named.
    func latest(of login: String?, before number: Int, limit: Int) throws -> [Record]
    /// The events on a matter, oldest first.
    func events(on matter: MatterNumber) throws -> [Record]
    /// The events that concern the whole ledger, before a number, oldest first.
    func ledgerEvents(before number: Int) throws -> [Record]
    func events(after number: Int, limit: Int) throws -> [Record]
}

/// Finds commands that were performed, and what stood before them.
struct PastCommands<Source: EventSource> {
    let source: Source
    /// For the fold of a matter: the ledger's own time and calendar.
    let settings: Ledger

    private static var step: Int { 64 }

    /// The last command of `login` that stands, if it has the name.
    func last(named name: String?, by login: String) throws -> PastCommand {
        guard let found = try standing(of: login, limit: 1).first else {
            throw Refusal.cannotUndo(try name.map { try obstacle(of: $0, login) } ?? .nothing)
        }
        if let name, !names(name, found[0].command.description) {
            throw Refusal.cannotUndo(try obstacle(of: name, login))
        }
        return try past(found)
    }

    /// The last commands of `login` that stand, newest first.
    func offers(to login: String, limit: Int) throws -> [UndoOffer] {
        try standing(of: login, limit: limit).enumerated().map { index, records in
            let obstacle = index > 0 ? UndoObstacle.notLast : try past(records).obstacle(for: login)
            return UndoOffer(id: records[0].command.description, records: records, obstacle: obstacle)
        }
    }

    // MARK: Finding

    private func names(_ name: String, _ id: String) -> Bool {
        name.count >= UndoOffer.shortLength && id.hasSuffix(name.lowercased())
    }

    /// Why a command that is not the last one of `login` cannot be taken back.
    private func obstacle(of name: String, _ login: String) throws -> UndoObstacle {
        var end = Int.max
        for _ in 0..<32 {
            let records = try source.latest(of: nil, before: end, limit: PastCommands.step)
            guard let oldest = records.last else { break }
            for record in records {
                if case .undone(let undoing) = record.event.fact, names(name, undoing.command) { return .undone }
                guard names(name, record.command.description) else { continue }
                let author = record.event.signature.login
                if author != login { return .notOwn(login: author) }
                if case .undone = record.event.fact { return .final(.undone) }
                return .notLast
            }
            end = oldest.number
        }
        return .unknown(name)
    }

    /// The records of commands that were not taken back, command by command, newest first.
    private func standing(of login: String, limit: Int) throws -> [[Record]] {
        var found: [[Record]] = []
        var undone: Set<String> = []
        var end = Int.max
        while true {
            let records = try source.latest(of: login, before: end, limit: PastCommands.step)
            guard let oldest = records.last else { break }
            for record in records {
                let id = record.command.description
                if case .undone(let undoing) = record.event.fact {
                    undone.insert(undoing.command)
                } else if !undone.contains(id) {
                    if found.last?.first?.command == record.command {
                        found[found.count - 1].insert(record, at: 0)
                    } else if found.count == limit {
                        return found
                    } else {
                        found.append([record])
                    }
                    // What an import brought is one command of thousands.
                    if record.event.origin != nil, found.count == limit { return found }
                }
            }
            end = oldest.number
        }
        return found
    }

    // MARK: What stood before

    private func past(_ records: [Record]) throws -> PastCommand {
        let first = records[0].number
        let last = records[records.count - 1].number
        var before = settings
        before.matters.removeAll()
        before.sums = [:]
        var since: [Record] = []
        if records.contains(where: { $0.event.matter == nil }) {
            before = Ledger()
            for record in try source.ledgerEvents(before: first) { before.apply(record.event) }
            since += try firstStanding(after: last)
        }
        // An import is refused whatever stood before it.
        let isImport = records.contains { $0.event.origin != nil }
        for number in isImport ? [] : Set(records.compactMap(\.event.matter)) {
            let history = try source.events(on: number)
            for record in history where record.number < first { before.apply(record.event) }
            since += standing(history.filter { $0.number > last })
        }
        return PastCommand(
            id: records[0].command.description,
            events: records.map(\.event),
            before: before,
            since: since.map(\.event)
        )
    }

    private func standing(_ records: [Record]) -> [Record] {
        var undone: Set<String> = []
        for record in records { if case .undone(let undoing) = record.event.fact { undone.insert(undoing.command) } }
        return records.filter { $0.event.fact.kind != .undone && !undone.contains($0.command.description) }
    }

    /// The first event after a number that was not taken back.
    private func firstStanding(after number: Int) throws -> [Record] {
        let records = try source.events(after: number, limit: 1_000)
        return Array(standing(records).prefix(1))
    }
}
