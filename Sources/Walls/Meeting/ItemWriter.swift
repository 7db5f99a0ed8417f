import Ledger
import Supervision
import Text
import Words

/// Writes matters as the room may read them.
struct ItemWriter {
    private let scene: Scene
    private let audience: Audience
    private let names: NameGuard?

    init(_ scene: Scene, _ audience: Audience) {
        self.scene = scene
        self.audience = audience
        names = audience == .outsiders ? NameGuard(scene.ledger, scene.words) : nil
    }

    /// In directory order, then by days: nobody is ranked.
    func items(_ matters: [Matter]) -> [MeetingItem] {
        matters.map { matter in
            let judgement = scene.judgement(of: matter)
            return (matter, judgement, item(matter, judgement, measure: measure(judgement)))
        }
        .sorted { left, right in
            (left.0.lead?.rawValue ?? Int.max, -left.1.overdueWorkdays, left.0.number)
                < (right.0.lead?.rawValue ?? Int.max, -right.1.overdueWorkdays, right.0.number)
        }
        .map(\.2)
    }

    /// What stayed over night, with its nights.
    func nights(_ duties: [Duty]) -> [MeetingItem] {
        duties.compactMap { duty -> (Matter, Int)? in
            guard case .overNight(let nights) = duty.kind, let matter = scene.matter(duty.matter) else { return nil }
            return (matter, nights.total)
        }
        .sorted {
            ($0.0.lead?.rawValue ?? Int.max, -$0.1, $0.0.number) < ($1.0.lead?.rawValue ?? Int.max, -$1.1, $1.0.number)
        }
        .map { item($0.0, scene.judgement(of: $0.0), measure: scene.words.nightCount($0.1)) }
    }

    func item(_ matter: Matter, _ judgement: Judgement, measure: String) -> MeetingItem {
        let words = scene.words
        let isDemand = matter.kind == .demand || [.hotline, .petition].contains(matter.source)
        return MeetingItem(
            number: matter.number,
            label: words.number(matter),
            measure: measure,
            light: judgement.light,
            unit: words.unit(matter.lead, in: scene.ledger),
            owner: owner(of: matter),
            title: isDemand ? words.titleNotShown : shown(words.title(matter)),
            // What was written about a demand may name who made it.
            blocker: isDemand ? "" : matter.blocker.map { shown(words.text($0)) } ?? "",
            next: isDemand ? "" : matter.next.map { shown(words.text($0)) } ?? ""
        )
    }

    /// A point of the agenda; nil for a matter that is struck off and no longer at hand.
    func item(_ point: Agenda.Point) -> MeetingItem? {
        guard let matter = point.matter.flatMap(scene.matter) else { return nil }
        let judgement = scene.judgement(of: matter)
        var item = item(matter, judgement, measure: measure(judgement))
        guard item.title != scene.words.titleNotShown else { return item }
        if let text = point.text { item.blocker = shown(scene.words.text(text)) }
        if let level = point.level { item.next = scene.words.pending(level) }
        if point.kind == .resolved { item.next = scene.words.resolvedState(point, in: scene.ledger) }
        return item
    }

    func sentence(of matter: Matter) -> String {
        shown(scene.words.oneSentence(matter, scene.judgement(of: matter), in: scene.ledger))
    }

    private func owner(of matter: Matter) -> String {
        audience == .inside ? scene.words.person(matter.person, in: scene.ledger) : matter.post.string
    }

    private func shown(_ text: String) -> String { names?.cleaned(text) ?? text }

    private func measure(_ judgement: Judgement) -> String {
        judgement.overdueWorkdays > 0 ? scene.words.days(judgement.overdueWorkdays) : ""
    }
}
