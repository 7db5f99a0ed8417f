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
        let isDemand = isDemand(matter)
        var item = MeetingItem(
            number: matter.number,
            label: words.number(matter),
            measure: measure,
            light: judgement.light,
            unit: words.unit(matter.lead, in: scene.ledger),
            owner: owner(of: matter),
            title: title(of: matter),
            // What was written about a demand may name who made it.
            blocker: isDemand ? "" : matter.blocker.map { shown(words.text($0)) } ?? "",
            next: isDemand ? "" : matter.next.map { shown(words.text($0)) } ?? ""
        )
        if audience == .outsiders {
            if matter.isHardCase { (item.blocker, item.next) = ("", "") }
            take(matter.hardCase, into: &item)
        }
        return item
    }

    /// PRACTICE §6: titles of demands, petitions and family cases are never on the wall.
    private func title(of matter: Matter) -> String {
        if isDemand(matter) { return scene.words.titleNotShown }
        if matter.isHardCase { return scene.words.caseTitle(matter.hardCase?.kind.string ?? "") }
        return shown(scene.words.title(matter))
    }

    private func isDemand(_ matter: Matter) -> Bool {
        matter.kind == .demand || [.hotline, .petition].contains(matter.source)
    }

    /// A point of the agenda; nil for a matter that is struck off and no longer at hand.
    func item(_ point: Agenda.Point) -> MeetingItem? {
        guard let matter = point.matter.flatMap(scene.matter) else { return nil }
        let judgement = scene.judgement(of: matter)
        var item = item(matter, judgement, measure: measure(judgement))
        guard item.title != scene.words.titleNotShown else { return item }
        if let text = point.text, audience == .inside || !matter.isHardCase {
            item.blocker = shown(scene.words.text(text))
        }
        if let level = point.level { item.decider = scene.words.pending(level) }
        if point.kind == .decide || audience == .outsiders { take(matter.hardCase, into: &item) }
        if point.kind == .resolved { item.next = scene.words.resolvedState(point, in: scene.ledger) }
        return item
    }

    /// 疑难个案: the knot, the ways to handle it, and who decides.
    func cases(_ matters: [Matter]) -> [MeetingItem] {
        matters.map { matter in
            let nights = scene.duties(of: matter.number).compactMap { duty in
                if case .overNight(let nights) = duty.kind { nights.total } else { nil }
            }
            let measure = nights.first.map(scene.words.nightCount) ?? ""
            var item = item(matter, scene.judgement(of: matter), measure: measure)
            take(matter.hardCase, into: &item)
            item.decider = scene.words.pending(matter.caseLevel)
            return item
        }
    }

    /// What a hard case says of a household is not for outsiders, and of a petition for nobody in the room.
    private func take(_ file: CaseFile?, into item: inout MeetingItem) {
        guard let file, item.title != scene.words.titleNotShown else { return }
        item.next = ""
        guard audience == .inside else {
            item.blocker = file.kind.string
            return
        }
        let words = scene.words
        item.blocker = shown(words.text(file.knot))
        item.views = file.ways.enumerated().map { shown(words.way($0 + 1) + words.text($1)) }
        if let legal = file.legal { item.views.append(shown(words.lawSays + words.text(legal))) }
    }

    /// Nil where the room may not read what was written about it.
    func sentence(of matter: Matter) -> String? {
        guard !isDemand(matter), !matter.isHardCase else { return nil }
        return shown(scene.words.oneSentence(matter, scene.judgement(of: matter), in: scene.ledger))
    }

    private func owner(of matter: Matter) -> String {
        audience == .inside ? scene.words.person(matter.person, in: scene.ledger) : matter.post.string
    }

    private func shown(_ text: String) -> String { names?.cleaned(text) ?? text }

    private func measure(_ judgement: Judgement) -> String {
        judgement.overdueWorkdays > 0 ? scene.words.days(judgement.overdueWorkdays) : ""
    }
}
