import Canvas
import Ledger
import Supervision
import Text
import Words

/// Draws a row of the timeline: the label, then the bar on its axis.
struct TimelineRowView {
    let scene: Scene
    let rows: TimelineRows
    let layout: TimelineLayout
    let axis: DayAxis
    let filter: Filter
    let folded: Set<TimelineRows.Group>
    let marked: Set<MatterNumber>
    private var words: Words { scene.words }

    init(
        scene: Scene,
        rows: TimelineRows,
        layout: TimelineLayout,
        axis: DayAxis,
        filter: Filter,
        folded: Set<TimelineRows.Group>,
        marked: Set<MatterNumber>
    ) {
        self.scene = scene
        self.rows = rows
        self.layout = layout
        self.axis = axis
        self.filter = filter
        self.folded = folded
        self.marked = marked
    }

    static func personColumn(_ layout: TimelineLayout, _ scene: Scene) -> Int {
        layout.labels - 2 - 5 - scene.measures.person - 1
    }

    func draw(_ row: TimelineRows.Row, isSelected: Bool, on canvas: Canvas) {
        switch row {
        case .group(let group): draw(group, on: canvas)
        case .matter(let number): draw(number, isSelected: isSelected, on: canvas)
        }
    }

    private var titleEnd: Int { layout.hasPersons ? TimelineRowView.personColumn(layout, scene) - 1 : shareColumn }
    private var shareColumn: Int { layout.labels - 2 - 5 }
    private var isNarrow: Bool { layout.labels < 35 }

    private func draw(_ group: TimelineRows.Group, on canvas: Canvas) {
        let count = rows.counts[group] ?? 0
        if count > 0 { canvas.put(folded.contains(group) ? .more : .below, x: 1, y: 0, .dim) }
        switch group {
        case .campaign(let id):
            guard let campaign = scene.ledger.campaigns[id],
                let standing = scene.standings.first(where: { $0.campaign == id })
            else { return }
            canvas.put(standing.light, words, x: 3, y: 0)
            canvas.put(campaign.name.string, x: 6, y: 0, Style.title.bold, width: titleEnd - 6)
            put(campaign.head, on: canvas)
            put(standing.progress, standing.light, on: canvas)
            draw(TimelineBar(campaign, standing, scene), on: canvas)
        case .unit(let id):
            canvas.put(
                [Run(words.unit(id, in: scene.ledger), Style.title.bold), Run("  \(words.matters(count))", .dim)],
                x: 3,
                y: 0,
                width: layout.labels - 5
            )
            drawEmpty(on: canvas)
        case .others:
            let title =
                rows.counts.keys.contains { if case .unit = $0 { true } else { false } }
                ? words.withoutUnit : words.withoutCampaign
            canvas.put(
                [Run(title, Style.title.bold), Run("  \(words.matters(count))", .dim)],
                x: 3,
                y: 0,
                width: layout.labels - 5
            )
            drawEmpty(on: canvas)
        }
    }

    private func draw(_ number: MatterNumber, isSelected: Bool, on canvas: Canvas) {
        guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { return }
        let indent = isNarrow ? 3 : 5
        canvas.put(judgement.light, words, x: indent, y: 0)
        if marked.contains(number) { canvas.putMark(x: indent - 1, y: 0) }
        canvas.put(
            words.title(matter),
            x: indent + 3,
            y: 0,
            isSelected ? Style.title.bold : .text,
            width: titleEnd - indent - 3,
            finding: filter
        )
        put(matter.person, on: canvas)
        guard let bar = TimelineBar(matter, scene) else {
            drawEmpty(on: canvas)
            return
        }
        if let progress = bar.progress { put(progress, judgement.light, on: canvas) }
        draw(bar, on: canvas)
    }

    private func put(_ person: PersonID?, on canvas: Canvas) {
        guard layout.hasPersons else { return }
        let x = TimelineRowView.personColumn(layout, scene)
        canvas.put(words.person(person, in: scene.ledger), x: x, y: 0, .dim, width: shareColumn - x)
    }

    private func put(_ progress: Int, _ light: Light, on canvas: Canvas) {
        let isBad = light == .red || light == .orange
        canvas.put(words.percent(progress), right: layout.labels - 2, y: 0, isBad ? Style(light.ink) : .text)
    }

    private func draw(_ bar: TimelineBar, on canvas: Canvas) {
        let chart = canvas.region(x: layout.labels, y: 0, width: axis.width, height: 1)
        bar.draw(on: chart, axis, today: scene.today, words)
    }

    private func drawEmpty(on canvas: Canvas) {
        guard let x = axis.cells(scene.today, through: scene.today)?.lowerBound else { return }
        canvas.put(.wall, x: layout.labels + x, y: 0, .gold)
    }
}
