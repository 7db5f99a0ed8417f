import Ledger
import Supervision
import Text
import Walls
import Words

// What the palette says of each hit.
extension State {
    func name(_ hit: Palette.Hit) -> String {
        switch hit {
        case .operation(let id): Operation.of(id).title(words)
        case .matter(let number): known(number).map(words.title) ?? "\(number)"
        case .everything(let text): text
        case .person(let id): words.person(id, in: scene.ledger)
        case .unit(let id): words.fullName(id, in: scene.ledger)
        case .grid(let id): words.grid(id, in: scene.ledger)
        case .campaign(let id): words.campaign(id, in: scene.ledger)
        case .view(let index): views.indices.contains(index) ? views[index].name : ""
        case .theme(let index): words(wardrobe.choices[index].zh, wardrobe.choices[index].en)
        case .newView: words("存下现在的筛选", "keep this filter")
        case .draft(let draft): draft.label
        }
    }

    func kind(_ hit: Palette.Hit) -> String {
        switch hit {
        case .operation: words("动作", "action")
        case .matter(let number):
            scene.matter(number)?.stage.isAtHand ?? true ? words("事项", "matter") : words("已结", "closed")
        case .everything: words("全部", "all")
        case .person: words("人员", "person")
        case .unit: words("单位", "unit")
        case .grid: words("网格", "grid")
        case .campaign: words("战役", "campaign")
        case .view, .newView: words("视图", "view")
        case .draft: words("草稿", "draft")
        case .theme: words("配色", "theme")
        }
    }

    /// One clause of fact beside the name.
    func fact(_ hit: Palette.Hit) -> String {
        let ledger = scene.ledger
        switch hit {
        case .operation(let id): return whyDisabled(Operation.of(id)).map { "✗ \($0)" } ?? ""
        case .matter(let number):
            guard let matter = known(number) else { return words("不在手的，去查", "not at hand, will be looked up") }
            return matter.stage.isAtHand ? words.brief(scene.judgement(of: matter)) : words.name(matter.stage)
        case .everything(let text): return summary(text)
        case .person(let id):
            let person = ledger.people[id]
            return [words.unit(person?.unit, in: ledger), person?.posts.first?.string ?? ""].joined(separator: " ")
        case .unit(let id): return ledger.units[id].map { words.name($0.kind) } ?? ""
        case .grid(let id):
            let grid = ledger.grids[id]
            let head = words.person(grid?.head, in: ledger)
            return "\(grid?.code.string ?? "")" + (head.isEmpty ? "" : words("  网格长 \(head)", "  head \(head)"))
        case .campaign(let id):
            guard let standing = scene.standings.first(where: { $0.campaign == id }) else { return "" }
            return words.name(standing.light) + "  \(standing.progress / 10)%"
        case .view(let index):
            guard views.indices.contains(index) else { return "" }
            let view = views[index]
            let trouble = view.isTroubleOnly ? words("  只看逾滞临", "  only trouble") : ""
            return (view.text.isEmpty ? "" : "/\(view.text)") + trouble
        case .theme(let index):
            let choice = wardrobe.choices[index]
            let now = choice.id == wardrobe.current ? words("  现用", "  in use") : ""
            return choice.id + (choice.isOwn ? words("  自己的", "  your own") : "") + now
        case .draft(let draft): return draft.text
        case .newView: return wall.filter.text.isEmpty ? words("只看逾滞临", "only trouble") : "/\(wall.filter.text)"
        }
    }

    /// What stands there, in one clause: how many, how many of them wrong, the worst, and which campaigns.
    private func summary(_ text: String) -> String {
        let found = scene.matters(Filter(text: text))
        var counts: [String] = [words("\(found.count) 件", "\(found.count)")]
        for (light, count) in scene.trouble(in: found) { counts.append("\(words.name(light)) \(count)") }
        if let worst = found.first, let matter = scene.matter(worst) {
            let judgement = scene.judgement(of: matter)
            if [.red, .orange, .yellow].contains(judgement.light) {
                counts.append(
                    words("最急 ", "worst ") + "\(words.number(matter)) \(words.brief(judgement))"
                )
            }
        }
        return counts.joined(separator: words("，", ", "))
    }

    /// Which campaigns the matters of a place belong to: 「战役 城市更新和雨污分流 3 件。」
    private func campaigns(_ text: String) -> String {
        var counts: [CampaignID: Int] = [:]
        for number in scene.matters(Filter(text: text)) {
            if let campaign = scene.matter(number)?.campaign { counts[campaign, default: 0] += 1 }
        }
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
        guard !most.isEmpty else { return "" }
        let names = most.map {
            words(
                "\(words.campaign($0.key, in: scene.ledger)) \($0.value) 件",
                "\(words.campaign($0.key, in: scene.ledger)) \($0.value)"
            )
        }
        return words("战役 ", "campaign ") + names.joined(separator: words("、", ", ")) + words("。", ". ")
    }

    /// What Enter will do.
    func sentence(_ hit: Palette.Hit) -> String {
        switch hit {
        case .operation(let id): Operation.of(id).help(words)
        case .matter: words("打开这件事项。", "Open this matter.")
        case .everything(let text):
            campaigns(text) + words("列出写有这些字的全部在手事项。", "List every matter at hand with these words.")
        case .person: words("列出这个人名下的在手事项。", "List the matters of this person.")
        case .unit: words("列出这个单位的在手事项。", "List the matters of this unit.")
        case .grid: words("列出这个网格的在手事项。", "List the matters of this grid.")
        case .campaign: words("列出这个战役的在手事项。", "List the matters of this campaign.")
        case .view: words("换到这个视图；Delete 删去它。", "Go to this view; Delete removes it.")
        case .theme: words("换上并记住；Esc 回到原来的。", "Put it on and keep it; Esc goes back.")
        case .draft: words("接着写；Delete 删去草稿。", "Go on writing; Delete throws it away.")
        case .newView: words("给现在的筛选起个名字，以后按 V 就到。", "Give this filter a name; V brings it back.")
        }
    }
}
