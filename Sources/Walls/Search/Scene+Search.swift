package import Ledger
package import Supervision
package import Text
import Words

extension Scene {
    /// The matters at hand that a filter lets through, in the order of ``Scene/order``; all of them without one.
    ///
    /// A word is looked for in the number, title, unit, person, grid, campaign, source, stage and light of a matter, by
    /// its characters and by pinyin initials; see ``Search`` for the rest.
    package func matters(_ filter: Filter) -> [MatterNumber] {
        filter.isEmpty ? order : derived(filter) { rows(filter).map { order[$0] } }
    }

    /// The same as places in ``order``.
    func rows(_ filter: Filter) -> [Int] {
        derived(RowsKey(filter: filter)) {
            if let excerpt = filter.excerpt {
                var rest = filter
                rest.excerpt = nil
                let wanted = Set(excerpt.matters)
                return rows(rest).filter { wanted.contains(order[$0]) }
            }
            let search = Search(filter.text, today: today, calendar: ledger.calendar)
            if search.isEmpty, !filter.isTroubleOnly { return Array(order.indices) }
            var isHit = hits(search.root)
            if filter.isTroubleOnly {
                for (row, fact) in facts.enumerated() where isHit[row] {
                    isHit[row] = [.red, .orange, .yellow].contains(fact.light)
                }
            }
            return isHit.indices.filter { isHit[$0] }
        }
    }

    private struct RowsKey: Hashable { let filter: Filter }

    /// How many of some matters in the order of ``order`` are 逾, 滞 and 临. They stand first, each light behind the one
    /// before, so that their ends are found without a walk.
    package func trouble(in matters: [MatterNumber]) -> [(light: Light, count: Int)] {
        var start = 0
        return [Light.red, .orange, .yellow].compactMap { light in
            var (first, end) = (start, matters.count)
            while first < end {
                let middle = (first + end) / 2
                if judgement(matters[middle])?.light.rank ?? .max <= light.rank {
                    first = middle + 1
                } else {
                    end = middle
                }
            }
            defer { start = first }
            return first > start ? (light, first - start) : nil
        }
    }

    /// Matters by their titles alone, best answers first: for the palette and for similar matters.
    package func titled(_ word: SearchWord, limit: Int) -> [MatterNumber] {
        let index = index
        var ranked: [[MatterNumber]] = [[], [], []]
        for row in titleRows(word) {
            let rank = index.titles.rank(of: word, holding: row)
            if ranked[rank].count < limit { ranked[rank].append(order[row]) }
        }
        return Array(ranked.joined().prefix(limit))
    }

    /// The places in ``order`` whose title holds a word; the filter, its explanation and the palette ask.
    func titleRows(_ word: SearchWord) -> [Int] {
        struct Rows: Hashable { let word: SearchWord }
        return derived(Rows(word: word)) { index.titles.rows(holding: word) }
    }

    package func units(_ word: SearchWord) -> [(id: UnitID, rank: Int)] { index.units.ranked(word) }
    package func people(_ word: SearchWord) -> [(id: PersonID, rank: Int)] { index.people.ranked(word) }
    package func grids(_ word: SearchWord) -> [(id: GridID, rank: Int)] { index.grids.ranked(word) }
    package func campaigns(_ word: SearchWord) -> [(id: CampaignID, rank: Int)] { index.campaigns.ranked(word) }

    // MARK: Conditions

    private func hits(_ node: Search.Node) -> [Bool] {
        let none = Array(repeating: false, count: order.count)
        switch node {
        case .open: return Array(repeating: true, count: order.count)
        case .all(let nodes):
            return nodes.reduce(Array(repeating: true, count: none.count)) { hits, node in
                both(hits, self.hits(node)) { $0 && $1 }
            }
        case .any(let nodes):
            return nodes.reduce(none) { hits, node in both(hits, self.hits(node)) { $0 || $1 } }
        case .not(let node): return hits(node).map { !$0 }
        case .word(let word):
            var hits = none
            Meaning(word, self).mark(&hits, self)
            return hits
        case .field(let field, let values):
            var hits = none
            for value in values { Meaning(value, in: field, self).mark(&hits, self) }
            return hits
        case .due(let range, _):
            let from = range.from.map { Int32(clamping: $0.number) }
            let through = range.through.map { Int32(clamping: $0.number) }
            guard from != nil || through != nil else { return facts.map { $0.due == .max } }
            return facts.map { fact in
                fact.due != .max && fact.due >= from ?? .min && fact.due <= through ?? .max
            }
        }
    }

    private func both(_ left: [Bool], _ right: [Bool], _ join: (Bool, Bool) -> Bool) -> [Bool] {
        var result = left
        for index in result.indices { result[index] = join(left[index], right[index]) }
        return result
    }
}
