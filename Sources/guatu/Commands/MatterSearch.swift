import Journal
import Ledger
import Supervision

/// Reads and judges the matters of a query, no more of them than are wanted, and holds none of them.
struct MatterSearch {
    enum Order: String, CaseIterable { case light, due, number, directory }

    private let session: Session
    private let query: Query
    private let order: Order
    private let limit: Int

    init(_ session: Session, _ query: Query, order: Order, limit: Int?) {
        self.session = session
        self.order = order
        self.limit = limit ?? .max
        var query = query
        query.order = [.number: .number, .directory: .directory][order] ?? .due
        self.query = query
    }

    /// A matter, its light, and the ledger that names what it refers to.
    typealias Show = (Matter, Judgement, Ledger) -> Void

    /// Up to so many matters only their own names are fetched instead of all.
    private static let few = 100

    /// Shows the matters that are kept, in order.
    func each(keeping keeps: (Matter, Judgement) -> Bool, show: Show) throws {
        guard limit > 0 else { return }
        if order == .light {
            try eachByLight(keeps, show)
        } else if limit <= MatterSearch.few {
            var matters: [Matter] = []
            try read { matter, judgement in
                if keeps(matter, judgement) { matters.append(matter) }
                return matters.count < limit
            }
            try self.show(matters, show)
        } else {
            let names = try names()
            var count = 0
            try read { matter, judgement in
                guard keeps(matter, judgement) else { return true }
                show(matter, judgement, names)
                count += 1
                return count < limit
            }
        }
    }

    /// Ordered by light the worst may be read last, so all are read before the first is shown.
    private func eachByLight(_ keeps: (Matter, Judgement) -> Bool, _ show: Show) throws {
        var matters: [Matter] = []
        var places: [(judgement: Judgement, index: Int)] = []
        try read { matter, judgement in
            guard keeps(matter, judgement) else { return true }
            places.append((judgement, matters.count))
            matters.append(matter)
            return true
        }
        places.sort { left, right in
            if left.judgement < right.judgement { return true }
            if right.judgement < left.judgement { return false }
            return matters[left.index].number < matters[right.index].number
        }
        try self.show(places.prefix(limit).map { matters[$0.index] }, show)
    }

    private func read(_ body: (Matter, Judgement) -> Bool) throws {
        let judge = Judge(session.settings, at: session.now)
        try session.journal.matters(query) { body($0, judge.judge($0)) }
    }

    private func show(_ matters: [Matter], _ show: Show) throws {
        guard !matters.isEmpty else { return }
        let judge = Judge(session.settings, at: session.now)
        let isFew = matters.count <= MatterSearch.few
        let names = isFew ? try session.journal.load(.matters(matters.map(\.number))).ledger : try names()
        for matter in matters {
            show(matter, judge.judge(matter), names)
        }
    }

    private func names() throws -> Ledger { try session.journal.load(.reference).ledger }
}
