package import Ledger
import Text

// What is said of households (包户台账), hard cases (疑难个案) and 口径.

extension Words {
    package func name(_ state: Household.State) -> String {
        switch state {
        case .untouched: self("未谈", "not yet met")
        case .talking: self("洽谈", "talking")
        case .signed: self("已签", "signed")
        case .vacated: self("已腾", "vacated")
        case .hard: self("疑难", "hard")
        }
    }

    /// 「环湖8-017：洽谈，沈南枝，最近上门 11-18」
    package func household(_ household: Household, seenFrom today: Day, in ledger: Ledger) -> String {
        let trouble =
            household.trouble.isEmpty ? "" : self("（\(household.trouble.string)）", " (\(household.trouble.string))")
        let visited = household.visited.map { short($0, seenFrom: today) }
        return household.code.string + self("：", ": ")
            + joined(
                name(household.state) + trouble,
                household.group.string,
                person(household.cadre, in: ledger),
                visited.map { self("最近上门 \($0)", "last visit \($0)") } ?? self("未上过门", "never visited")
            )
    }

    func household(_ fact: Fact, seenFrom today: Day, in ledger: Ledger) -> String {
        switch fact {
        case .householdsAdded(let list):
            let codes = list.households.prefix(3).map(\.code.string).joined(separator: self("、", ", "))
            let more =
                list.households.count > 3
                ? self("等 \(list.households.count) 户", " and more, \(list.households.count)") : ""
            return joined(codes + more, figures(list.quantities))
        case .householdVisited(let visit):
            let change =
                visit.from == visit.to ? name(visit.to) : name(visit.from) + self("→", " → ") + name(visit.to)
            return joined(
                visit.code.string + (visit.isVisit ? self(" 上门", " visited") : ""),
                change + (visit.trouble.isEmpty ? "" : self("（\(visit.trouble.string)）", " (\(visit.trouble.string))")),
                visit.group.map { self("改属 \($0.string)", "to group \($0.string)") } ?? "",
                text(visit.text),
                figures(visit.quantities)
            )
        case .householdsAssigned(let assignment):
            let codes = assignment.codes.prefix(3).map(\.string).joined(separator: self("、", ", "))
            let more =
                assignment.codes.count > 3 ? self("等 \(assignment.codes.count) 户", ", \(assignment.codes.count)") : ""
            return joined(
                codes + more,
                self("由\(person(assignment.cadre, in: ledger))包户", "to \(person(assignment.cadre, in: ledger))")
            )
        case .householdRemoved(let removal):
            return joined(removal.code.string, text(removal.reason), figures(removal.quantities))
        case .caseOpened(let file):
            return joined(
                file.kind.string,
                self("症结：", "knot: ") + text(file.knot),
                file.ways.enumerated().map { way($0 + 1) + text($1) }.joined(separator: self("；", "; ")),
                file.legal.map { lawSays + text($0) } ?? ""
            )
        case .precedentKept(let precedent): return joined(precedent.kind.string, text(precedent.text))
        default: return ""
        }
    }

    /// A hard case as a meeting decides it: its ways, what the law says, and the 口径 of its kind. Empty for other matters.
    package func lines(ofCase matter: Matter, in ledger: Ledger) -> [String] {
        guard let file = matter.hardCase else { return [] }
        var lines = file.ways.enumerated().map { way($0 + 1) + text($1) }
        if let legal = file.legal { lines.append(lawSays + text(legal)) }
        for precedent in ledger.precedents(like: file.kind, in: matter.campaign) where precedent.matter != matter.number
        {
            lines.append(self("同类口径：", "precedent: ") + text(precedent.text))
        }
        return lines
    }

    /// 「累计 19/32 户」
    private func figures(_ lines: [QuantityLine]?) -> String {
        guard let lines else { return "" }
        return lines.map { self("累计 ", "total ") + quantity($0) }.joined(separator: self("、", ", "))
    }

    func household(_ refusal: Refusal) -> String {
        switch refusal {
        case .unknownHousehold(let code):
            self("本事项的包户台账里没有「\(code.string)」。", "The list of this matter has no household \(code.string).")
        case .householdCode(let code):
            self(
                "「\(code.string)」不能作户号：户号用本单位自编的字母、数字（如 H08-017），不写姓名、门牌、电话。",
                "“\(code.string)” is no household number: use letters and figures of your own (H08-017), no name, door or phone."
            )
        case .needsTrouble(let code):
            self("「\(code.string)」为疑难，请写明疑难类别。", "\(code.string) is hard: say what kind of trouble it is.")
        case .countedByHousehold(let number, let count):
            self(
                "事项 \(number) 按户号计数（\(count) 户），请记到户：guatu household visit 户号 --state 已签。",
                "Matter \(number) is counted by its \(count) households; record them: guatu household visit CODE --state signed."
            )
        case .noProblem(let number, let kind):
            self(
                "事项 \(number) 是「\(name(kind))」，疑难个案只由问题转来。",
                "Matter \(number) is a “\(name(kind))”; only a problem becomes a hard case."
            )
        case .incompleteCase:
            self("疑难个案须写明疑难类别、症结和两种处理方案。", "A hard case needs its kind, its knot and two ways to handle it.")
        case .noCase(let number): self("事项 \(number) 不是疑难个案。", "Matter \(number) is no hard case.")
        case .incompletePrecedent: self("请写明口径。", "Say what was decided.")
        default: ""
        }
    }
}
