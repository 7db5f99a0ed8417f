package import Ledger
import Text

// Work that comes again: 第 n 期.

extension Words {
    /// 「第 3 期」; empty for what does not come again.
    package func turn(_ matter: Matter) -> String {
        matter.turn.map { self("第 \($0.number) 期", "turn \($0.number)") } ?? ""
    }

    /// 「每周五，第 3 期；首期 督12，下期 督31」
    package func turns(_ matter: Matter) -> String {
        guard let turn = matter.turn else { return "" }
        let first = turn.number > 1 ? self("首期 ", "first ") + number(turn.first, matter.kind) : ""
        let next = turn.next.map { self("下期 ", "next ") + number($0, matter.kind) } ?? ""
        let over = turn.isLast ? self("不再开下一期", "the last") : ""
        let others = joined(first, next, over)
        return joined(name(turn.cycle), self.turn(matter)) + (others.isEmpty ? "" : self("；", "; ") + others)
    }

    /// 「沿用上一期 督12」: what was approved or signed for with the turn before holds on.
    func carried(_ turn: MatterNumber?, in ledger: Ledger) -> String {
        guard let turn else { return "" }
        let name = ledger.matters[turn].map { " " + number($0) } ?? ""
        return self("沿用上一期\(name)", "as for the turn before\(name)")
    }

    func opened(_ opening: TurnOpening, in ledger: Ledger) -> String {
        guard let next = opening.next else { return joined(self("不再开", "no more"), text(opening.text)) }
        return number(next, in: ledger)
    }

    func turn(_ refusal: Refusal) -> String {
        switch refusal {
        case .noCycle(let number):
            self(
                "事项 \(number) 的时限不是周期（每周五、每月25日…），没有下一期。",
                "The limit of matter \(number) is no cycle; it has no next turn."
            )
        case .turnIsOpen(let number):
            self(
                "下一期已开：\(number)；从此不再开的，写在那一期上：guatu turn \(number) 理由 --last。",
                "The next turn is open: \(number). To end the series, say so on that one: guatu turn \(number) REASON --last."
            )
        case .turnsAreOver(let number): self("事项 \(number) 不再开下一期。", "Matter \(number) has no further turns.")
        default: ""
        }
    }
}
