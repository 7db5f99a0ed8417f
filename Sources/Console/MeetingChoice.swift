import Canvas
import Ledger
import Supervision
import Walls
import Words

/// Which meeting the desk turns to: one of today's, or one that is planned now.
enum MeetingChoice: Hashable {
    case meeting(MeetingID)
    case plan(MeetingKind, CampaignID?)

    /// Today's meetings, then those of the street and of each headquarters that there could be.
    static func all(_ scene: Scene) -> [MeetingChoice] {
        let today = scene.supervisor.meetings(on: scene.today)
        let underWay = scene.ledger.diary.underWay.map { $0.day == scene.today ? [] : [$0] } ?? []
        let bodies: [CampaignID?] =
            [nil]
            + scene.ledger.campaigns.values.filter { $0.start <= scene.today && $0.due >= scene.today }.map(\.id)
            .sorted()
            .map(Optional.some)
        let plans = bodies.flatMap { campaign in
            ([.early, .late] + (campaign == nil ? [.weekly] : []) as [MeetingKind])
                .filter { kind in !today.contains { $0.kind == kind && $0.campaign == campaign } }
                .map { MeetingChoice.plan($0, campaign) }
        }
        return (underWay + today).map { .meeting($0.id) } + plans
    }

    func title(_ scene: Scene) -> String {
        let words = scene.words
        switch self {
        case .meeting(let id):
            guard let it = scene.ledger.diary.meetings[id] else { return "" }
            return "\(words.time(minute: it.minute ?? it.kind.usualMinute))  \(words.title(it, in: scene.ledger))"
        case .plan(let kind, let campaign):
            let meeting = Meeting(kind: kind, campaign: campaign, day: scene.today)
            return words("定一次 ", "plan: ") + words.title(meeting, in: scene.ledger)
        }
    }

    func state(_ scene: Scene) -> String {
        guard case .meeting(let id) = self, let it = scene.ledger.diary.meetings[id] else { return "" }
        let points = scene.supervisor.agenda(of: it).points.count
        let agenda =
            it.ended == nil ? scene.words("议程 \(points) 项", "\(points) points") : scene.words.matters(it.made.count)
        return "\(scene.words.state(of: it))  \(agenda)"
    }
}

/// The list of them, before a meeting is opened.
struct MeetingChoosing: Hashable {
    var selected: MeetingChoice

    init(_ scene: Scene) {
        let all = MeetingChoice.all(scene)
        let next = all.first { choice in
            guard case .meeting(let id) = choice else { return true }
            return scene.ledger.diary.meetings[id]?.ended == nil
        }
        selected = next ?? all.first ?? .plan(.early, nil)
    }

    /// A meeting that was planned a moment ago takes the place of the wish for it.
    mutating func settle(_ scene: Scene) {
        let all = MeetingChoice.all(scene)
        guard !all.contains(selected), case .plan(let kind, let campaign) = selected else { return }
        selected =
            all.first { choice in
                guard case .meeting(let id) = choice, let it = scene.ledger.diary.meetings[id] else { return false }
                return it.kind == kind && it.campaign == campaign
            } ?? all.first ?? selected
    }

    mutating func move(_ step: Int, _ scene: Scene) {
        let all = MeetingChoice.all(scene)
        guard let index = all.firstIndex(of: selected) else { return }
        selected = all[min(max(0, index + step), all.count - 1)]
    }

    /// Selects what stands at a row of the list.
    /// - Returns: whether it was selected already.
    mutating func click(_ point: Point, height: Int, _ scene: Scene) -> Bool {
        let all = MeetingChoice.all(scene)
        let place = window(all, height).visible(of: all.count, rows: height - 2).lowerBound + point.y - 2
        guard point.y >= 2, all.indices.contains(place) else { return false }
        defer { selected = all[place] }
        return selected == all[place]
    }

    private func window(_ all: [MeetingChoice], _ height: Int) -> ScrollWindow {
        ScrollWindow().showing(all.firstIndex(of: selected) ?? 0, of: all.count, rows: height - 2, margin: 1)
    }

    func draw(_ scene: Scene, on canvas: Canvas) {
        let words = scene.words
        canvas.rule(words("例会", "Meetings"), right: words("议程由台账生成", "the ledger makes the agenda"), y: 0)
        let all = MeetingChoice.all(scene)
        let index = all.firstIndex(of: selected) ?? 0
        let window = window(all, canvas.height)
        for (row, place) in window.visible(of: all.count, rows: canvas.height - 2).enumerated() {
            let y = row + 2
            let isSelected = place == index
            let used = canvas.put(all[place].state(scene), right: canvas.width - 2, y: y, .dim)
            canvas.put(
                all[place].title(scene),
                x: 3,
                y: y,
                isSelected ? Style.title.bold : .text,
                width: canvas.width - used - 8
            )
            if isSelected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
    }
}
