package import Ledger
package import Supervision
import Text

extension Words {
    package func name(_ kind: Flaw.Kind) -> String {
        switch kind {
        case .missing: self("缺定", "not all four fixed")
        case .ownerless: self("无主", "ownerless")
        case .endless: self("无期", "without a limit")
        case .vacant: self("空岗", "vacant")
        }
    }

    /// 「督16 结对帮扶四季度走访：缺定量」
    package func sentence(_ flaw: Flaw, in ledger: Ledger) -> String {
        func head(_ number: MatterNumber) -> String {
            guard let matter = ledger.matters[number] else { return "\(number)" }
            return "\(self.number(matter)) \(title(matter))" + self("：", ": ")
        }
        switch flaw {
        case .missing(let number, let fixed): return head(number) + missing(fixed)
        case .withoutLead(let number, nil): return head(number) + self("没有牵头单位", "no lead unit")
        case .withoutLead(let number, let unit?):
            return head(number)
                + self("牵头单位\(self.unit(unit, in: ledger))已撤并", "\(self.unit(unit, in: ledger)) has closed")
        case .ownerLeft(let number, let person):
            return head(number)
                + self("责任人\(self.person(person, in: ledger))已离任", "\(self.person(person, in: ledger)) has left")
        case .withoutLimit(let number): return head(number) + self("没有时限", "no limit")
        case .ownerAway(let number, let person, let through):
            return head(number)
                + self(
                    "责任人\(self.person(person, in: ledger))请假至 \(short(through))，无人代理",
                    "\(self.person(person, in: ledger)) is away until \(short(through)), nobody stands in"
                )
        case .gridWithoutHead(let id):
            return self("网格\(grid(id, in: ledger))没有网格长", "grid \(grid(id, in: ledger)) has no head")
        case .unitWithoutHead(let id):
            return self(
                "\(unit(id, in: ledger))牵头有在办事项，没有负责人",
                "\(unit(id, in: ledger)) leads open matters without a head"
            )
        case .groupWithoutHead(let id, let place):
            let group = ledger.campaigns[id]?.groups[place].name.string ?? ""
            return self(
                "\(campaign(id, in: ledger))\(group)没有负责人",
                "\(campaign(id, in: ledger)), \(group): no head"
            )
        }
    }
}
