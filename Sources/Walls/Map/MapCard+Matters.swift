import Canvas
import Ledger
import Supervision
import Text
import Words

// What there is to do: campaigns, matters, and what happened of late.

extension MapCard {
    // MARK: Campaigns

    struct CampaignShare {
        var id: CampaignID
        var done: Amount
        var target: Amount
        var measure: String
    }

    private static let fixedCampaigns = 6

    /// What this grid carries of each campaign, in the campaign's own measure.
    var campaigns: [CampaignShare] {
        var shares: [CampaignID: CampaignShare] = [:]
        // Each has its row everywhere, so that the eye and the line need not look for it.
        let all = ledger.campaigns.values.filter { $0.target > .zero }
        if all.count <= MapCard.fixedCampaigns {
            for it in all { shares[it.id] = CampaignShare(id: it.id, done: .zero, target: .zero, measure: it.measure) }
        }
        for number in figures.matters {
            guard let matter = scene.matter(number), matter.kind == .target, let id = matter.campaign,
                let campaign = ledger.campaigns[id]
            else { continue }
            for line in matter.quantities where line.unit == campaign.measure {
                var share = shares[id] ?? CampaignShare(id: id, done: .zero, target: .zero, measure: line.unit)
                share.done += line.done
                share.target += line.target
                shares[id] = share
            }
        }
        return shares.values.sorted { $0.id < $1.id }
    }

    func drawCampaigns(_ top: Int, on canvas: Canvas) -> Int {
        let shares = campaigns
        guard !shares.isEmpty, canvas.height - top >= shares.count + 8 else { return top }
        canvas.rule(words.campaigns, y: top)
        for (index, share) in shares.enumerated() {
            let y = top + 1 + index
            var amounts = ""
            if share.target > .zero {
                canvas.put(words.percent(share.done.share(of: share.target)), right: canvas.width, y: y, .title)
                amounts = "\(words.amount(share.done))/\(words.amount(share.target)) \(share.measure)"
                canvas.put(amounts, right: canvas.width - 5, y: y, .dim)
            }
            let room = canvas.width - 6 - canvas.columns(amounts) - 1
            canvas.put(words.campaign(share.id, in: ledger), x: 0, y: y, .text, width: room)
        }
        return top + shares.count + 2
    }

    // MARK: Matters

    /// The first matter shown: the selected one stays in view.
    func window(rows: Int) -> Range<Int> {
        let index = matter.flatMap { figures.matters.firstIndex(of: $0) } ?? 0
        let window = ScrollWindow().showing(index, of: figures.matters.count, rows: rows, margin: 1)
        return window.visible(of: figures.matters.count, rows: rows)
    }

    func drawMatters(_ top: Int, rows: Int, on canvas: Canvas) {
        let count = figures.matters.count
        let hint = matter == nil && count > 0 ? "Tab" : ""
        canvas.rule(
            [Run(words.mapAll, Style.title.bold), Run(" \(count)", .dim)],
            right: hint.isEmpty ? [] : [Run(hint, Style.gold.bold)],
            y: top
        )
        for (row, index) in window(rows: rows).enumerated() {
            let number = figures.matters[index]
            guard let it = scene.matter(number), let judgement = scene.judgement(number) else { continue }
            let y = top + 1 + row
            canvas.put(judgement.light, words, x: 1, y: y)
            let days =
                judgement.light == .red ? "\(judgement.overdueWorkdays)" : judgement.workdaysLeft.map(String.init) ?? ""
            canvas.put(days, right: 6, y: y, judgement.light == .red ? .title : .dim)
            let person = words.person(it.person, in: ledger)
            let used = canvas.put(person, right: canvas.width, y: y, .dim)
            canvas.put(words.title(it), x: 7, y: y, .text, width: canvas.width - 7 - used - 1, finding: filter)
            if number == matter { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
    }

    /// The matter at a point of the card.
    func matter(at point: Point, height: Int) -> MatterNumber? {
        var top = 7
        let shares = campaigns
        if !shares.isEmpty, height - top >= shares.count + 8 { top += shares.count + 2 }
        let rest = height - top
        let rows = min(figures.matters.count, limit, max(0, rest - 1 - foot(rest)))
        let row = point.y - top - 1
        guard row >= 0, row < rows else { return nil }
        let window = window(rows: rows)
        return window.count > row ? figures.matters[window.lowerBound + row] : nil
    }

    // MARK: History

    /// The last tracks of its matters, newest first.
    var history: [(day: Day, text: String)] {
        figures.matters.compactMap { scene.matter($0)?.lastTrack }
            .sorted { $0.day > $1.day }
            .prefix(4)
            .map { ($0.day, words.text($0.text)) }
    }

    /// Rows of the list at most. Where the screen is small the line to it may be slow, and all of them change with each step;
    /// Tab into the list shows more.
    var limit: Int { matter != nil || isLarge ? .max : 3 }

    func foot(_ rest: Int) -> Int {
        let below = min(history.count, isLarge ? 4 : 0)
        return rest >= 14 && below > 0 ? below + 2 : 0
    }

    func drawHistory(_ history: [(day: Day, text: String)], _ top: Int, on canvas: Canvas) -> Int {
        canvas.rule(words.mapLatest, y: top)
        var y = top + 1
        for (day, text) in history where y < canvas.height {
            canvas.put(words.short(day), x: 0, y: y, .dim)
            canvas.put(text, x: 6, y: y, .text, width: canvas.width - 6)
            y += 1
        }
        return y + 1
    }
}
