package import Ledger
package import Supervision
import Text

// What is said of campaigns: phase, headquarters, the 四个一, warnings.

extension Words {
    package func name(_ kind: Campaign.GroupKind) -> String {
        switch kind {
        case .general: self("综合业务组", "general affairs")
        case .work: self("具体业务组", "the work itself")
        case .cases: self("疑难个案组", "hard cases")
        case .logistics: self("后勤保障组", "logistics")
        }
    }

    package func name(_ kind: Frontline) -> String {
        switch kind {
        case .force: self("力量汇聚在一线", "forces gathered on the spot")
        case .branch: self("党组织建在一线", "branch founded on the spot")
        case .members: self("党员扎根在一线", "members rooted on the spot")
        case .cadres: self("考察培育在一线", "cadres watched and trained on the spot")
        }
    }

    /// 「攻坚（11-20 起，林秋白定）」, 「战时（11-20 至 11-30，林秋白定）」, or the phase alone where nobody ordered it.
    package func phase(_ phase: Phase, _ order: PhaseOrder?, seenFrom today: Day, in ledger: Ledger) -> String {
        guard let order, order.phase == phase else { return name(phase) }
        let from = short(order.from, seenFrom: today)
        let span =
            order.until.map {
                self("\(from) 至 \(short($0, seenFrom: today))", "\(from) to \(short($0, seenFrom: today))")
            }
            ?? self("\(from) 起", "since \(from)")
        let who = person(order.by, in: ledger)
        return name(phase) + self("（", " (") + span + (who.isEmpty ? "" : self("，\(who)定", ", ordered by \(who)"))
            + self("）", ")")
    }

    /// One entry of the 四个一: 「沈南枝、唐予宁，环湖 8 组，11-02 起：党员责任区」.
    package func entry(_ entry: FrontlineEntry, seenFrom today: Day, in ledger: Ledger) -> String {
        let people = entry.people.map { person($0, in: ledger) }.joined(separator: self("、", ", "))
        let day = self("\(short(entry.day, seenFrom: today)) 起", "since \(short(entry.day, seenFrom: today))")
        return joined(people, entry.place.string, day)
            + (entry.text.isEmpty ? "" : self("：", ": ") + entry.text.string)
    }

    package func sentence(_ warning: CampaignWarning, in ledger: Ledger) -> String {
        func numbers(_ numbers: [MatterNumber]) -> String {
            let shown = numbers.prefix(6).map { ledger.matters[$0].map(number) ?? String($0.rawValue) }
                .joined(separator: self("、", ", "))
            return numbers.count > 6
                ? self("\(shown) 等 \(numbers.count) 件", "\(shown) and \(numbers.count - 6) more") : shown
        }
        func groups(_ kinds: [Campaign.GroupKind]) -> String { kinds.map(name).joined(separator: self("、", ", ")) }
        switch warning {
        case .noHead: return self("未定总指挥。", "No head is named.")
        case .noSecretary:
            return self("有总指挥，未配临时党支部书记。", "It has a head, but no secretary of a temporary branch.")
        case .groupsMissing(let kinds):
            return self("缺功能组：\(groups(kinds))。", "Function groups missing: \(groups(kinds)).")
        case .groupsWithoutHead(let kinds):
            return self("功能组未定负责人：\(groups(kinds))。", "Function groups without a head: \(groups(kinds)).")
        case .frontlineMissing(let kinds):
            let list = kinds.map(name).joined(separator: self("、", ", "))
            return self("四个一未落实：\(list)。", "Of the four on the spot not set up: \(list).")
        case .leavesWithoutParent(let list):
            return self("未挂到小目标：\(numbers(list))。", "Hang below no target: \(numbers(list)).")
        case .leavesWithoutLimit(let list): return self("缺定时：\(numbers(list))。", "Without a limit: \(numbers(list)).")
        case .actionsDiffer(let number, let actions, let target):
            let name = ledger.matters[number].map(self.number) ?? String(number.rawValue)
            return self(
                "\(name) 目标 \(amount(target)) \(actions.unit)，下级合计 \(amount(actions.target)) \(actions.unit)。",
                "\(name) has \(amount(target)) \(actions.unit), what hangs below it \(amount(actions.target))."
            )
        case .quantityDiffers(let leaves, let campaign, let measure):
            return self(
                "战役目标 \(amount(campaign)) \(measure)，各小目标合计 \(amount(leaves)) \(measure)。",
                "The campaign has to reach \(amount(campaign)) \(measure), its targets add up to \(amount(leaves))."
            )
        }
    }

    // MARK: Events and refusals

    func campaign(_ fact: Fact, seenFrom today: Day, in ledger: Ledger) -> String {
        switch fact {
        case .phaseOrdered(let order):
            let whose = order.campaign.map { campaign($0, in: ledger) } ?? self("全街道", "the street")
            return joined(whose, phase(order.phase, order, seenFrom: today, in: ledger))
        case .campaignChanged(let change):
            return joined(campaign(change.campaign, in: ledger), changed(change, seenFrom: today, in: ledger))
        case .frontlineNoted(let change):
            let entry = change.added ?? change.dropped
            let text = entry.map { name($0.kind) + " " + self.entry($0, seenFrom: today, in: ledger) } ?? ""
            return joined(
                campaign(change.campaign, in: ledger),
                change.added == nil ? self("撤下 ", "dropped ") + text : text
            )
        case .carried(let carrying):
            let from = ledger.matters[carrying.from].map(number) ?? String(carrying.from.rawValue)
            return joined(
                self("由 \(from)", "from \(from)"),
                carrying.measures.map(measure).joined(separator: self("、", ", "))
            )
        default: return ""
        }
    }

    /// 「完成时限 2026-12-31（原 2026-12-18）」
    private func changed(_ change: CampaignChange, seenFrom today: Day, in ledger: Ledger) -> String {
        var parts: [String] = []
        func add<Value>(_ zh: String, _ en: String, _ path: KeyPath<CampaignFacts, Value?>, _ say: (Value) -> String) {
            guard let value = change.after[keyPath: path] else { return }
            let old = change.before[keyPath: path].map(say) ?? ""
            let was = old.isEmpty ? self("无", "none") : old
            parts.append(self(zh, en) + " " + say(value) + self("（原 \(was)）", " (was \(was))"))
        }
        add("名称", "name", \.name) { $0.string }
        add("目标", "goal", \.goal) { $0.string }
        add("总指挥", "head", \.head) { person($0, in: ledger) }
        add("牵头", "lead", \.unit) { unit($0, in: ledger) }
        add("功能组", "groups", \.groups) { groups in
            groups.map { joined($0.name.string, person($0.head, in: ledger)) }.joined(separator: self("、", "; "))
        }
        add("起", "start", \.start) { $0.iso }
        add("完成时限", "due", \.due) { $0.iso }
        add("目标量", "quantity", \.target) { amount($0) }
        add("计量单位", "measure", \.measure) { $0 }
        add("临时党支部", "branch", \.branch) { branch in
            joined(unit(branch.unit, in: ledger), person(branch.secretary, in: ledger))
        }
        return parts.joined(separator: self("，", ", "))
    }

    func campaign(_ refusal: Refusal, in ledger: Ledger) -> String {
        func list(_ roles: [Role]) -> String { roles.map(name).joined(separator: self("、", ", ")) }
        return switch refusal {
        case .phaseNotAllowed(let roles):
            self("平时、攻坚、战时由\(list(roles))决定。", "The phase is ordered by: \(list(roles)).")
        case .phaseNeedsBehalf(let roles):
            self(
                "平时、攻坚、战时由\(list(roles))决定；代录请写明是谁（--behalf）和方式（--channel）。",
                "The phase is ordered by: \(list(roles)). To record it, say whose order it is and how it came."
            )
        case .phaseInPast(let day):
            self(
                "阶段不能从过去的 \(day.iso) 算起：已判的灯不改；请写今日或以后。",
                "A phase cannot begin on \(day.iso), which is past: what was judged stays. Give today or later."
            )
        case .endsBeforeStart(let start, let end):
            self("止日 \(end.iso) 早于起日 \(start.iso)。", "It ends on \(end.iso), before it begins on \(start.iso).")
        case .measureInUse(let id, let measure, let matters):
            self(
                "\(campaign(id, in: ledger))已有 \(matters) 件事项，按「\(measure)」合计，计量单位不能再改。",
                "\(campaign(id, in: ledger)) has \(matters) matters counted in \(measure); the unit of measure stays."
            )
        case .incompleteFrontline(let kind):
            self(
                "「\(name(kind))」须写明人员和地点（--people、--place）。",
                "“\(name(kind))” needs people and a place (--people, --place)."
            )
        case .noSuchEntry(let entry): self("没有第 \(entry) 条。", "There is no entry \(entry).")
        case .tooDeep(let number):
            self(
                "事项 \(number) 自己已挂在小目标下，下面不再挂：战役、小目标、行动三级为止。",
                "Matter \(number) hangs below a target itself: campaign, target, action are all there is."
            )
        case .ownParent(let number): self("事项 \(number) 不能挂在自己下面。", "Matter \(number) cannot hang below itself.")
        default: ""
        }
    }
}
