package import Canvas
package import Ledger
import Supervision
import Text
import Words

package import struct Ledger.Event

/// One matter (事项): the sentence that answers "how is that going", then everything about it.
package struct MatterPage: Wall {
    package let number: MatterNumber
    /// The list it was opened from, for `[` and `]`, and what that list is called.
    package let siblings: [MatterNumber]
    package let origin: String
    /// Everything recorded about it, newest first; nil until it has been read.
    package var history: [Event]?
    /// The matter itself where it is not at hand.
    package var fetched: Matter?
    package var filter = Filter.none
    var part = Part.summary
    /// The row in ``part`` that has the cursor.
    var row = 0
    var window = ScrollWindow()
    var showsBasis = false

    package init(_ number: MatterNumber, siblings: [MatterNumber] = [], origin: String = "") {
        self.number = number
        self.siblings = siblings
        self.origin = origin
    }

    /// Where the cursor can walk. In ``summary`` there is none: keys act on the matter.
    package enum Part: Hashable, Sendable {
        case summary, actions, history, steps, supports, slips, households
        /// Plan against done by day; on a wide screen it stands under the four fixed.
        case progress
    }

    /// From this width on everything stands on one page; below, Tab turns pages.
    static let wideFrom = 110

    static func isWide(_ frame: Frame) -> Bool { frame.size.width >= wideFrom }

    package func matter(in scene: Scene) -> Matter? { scene.matter(number) ?? fetched }

    // MARK: Rows

    func parts(in frame: Frame) -> [Part] {
        guard let matter = matter(in: frame.scene) else { return [.summary] }
        var parts: [Part] = [.summary, .actions, .history]
        parts += Self.lists.filter { rows(of: $0, matter, frame.scene) > 0 }
        if !Self.isWide(frame), frame.scene.curve(of: matter) != nil { parts.append(.progress) }
        return parts
    }

    func actions(in frame: Frame) -> [Action.Kind] {
        matter(in: frame.scene).map(frame.scene.actions(fitting:)) ?? []
    }

    func count(of part: Part, in frame: Frame) -> Int {
        switch part {
        case .summary, .progress: 0
        case .actions: actions(in: frame).count
        case .history: entries(frame.scene).count
        case .steps, .supports, .slips, .households:
            matter(in: frame.scene).map { rows(of: part, $0, frame.scene) } ?? 0
        }
    }

    /// The lists that a matter may have, in their order; one that is empty is not shown.
    static let lists: [Part] = [.steps, .supports, .slips, .households]

    /// How many rows one of ``lists`` has.
    func rows(of list: Part, _ matter: Matter, _ scene: Scene) -> Int {
        switch list {
        case .steps: matter.steps.count
        case .supports: matter.supports.count
        case .slips: matter.ladder.slips.count
        case .households: households(scene).count
        case .summary, .actions, .history, .progress: 0
        }
    }

    /// One row of the history: a record, or a day on which the track is missing.
    enum Entry: Hashable {
        case record(Event)
        case gap(Day)

        func day(_ scene: Scene) -> Day {
            switch self {
            case .record(let event): event.origin == nil ? event.recorded.day(scene.ledger.offset) : event.day
            case .gap(let day): day
            }
        }
    }

    /// Newest first; a gap stands in its place in time.
    func entries(_ scene: Scene) -> [Entry] {
        guard let history, let matter = matter(in: scene) else { return [] }
        var entries = history.map(Entry.record)
        guard scene.supervisor.isSupervised(matter), matter.stage.isOpen else { return entries }
        let days = scene.supervisor.workdays(before: scene.today, count: 10)
        for day in scene.supervisor.gaps(matter, within: days) {
            let place = entries.firstIndex { $0.day(scene) <= day } ?? entries.endIndex
            entries.insert(.gap(day), at: place)
        }
        return entries
    }

    // MARK: Selection

    package func selection(in frame: Frame) -> MatterNumber? { number }
    package mutating func select(_ number: MatterNumber, in frame: Frame) {}
    package func matters(in frame: Frame) -> [MatterNumber] { siblings }

    package mutating func settle(in frame: Frame) {
        if !parts(in: frame).contains(part) { part = .summary }
        let count = count(of: part, in: frame)
        row = max(0, min(row, count - 1))
        let layout = Layout(frame, self)
        guard part == .history, let area = layout.area(of: .history) else {
            window = window.showing(row, of: count, rows: layout.rows(of: part))
            return
        }
        let rows = historyRows(frame.scene, width: area.width)
        let last = rows.lastIndex { $0.entry == row } ?? 0
        window = window.showing(last, of: rows.count, rows: area.height)
    }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        // From the page itself the first step goes to what can be done.
        if part == .summary {
            if motion == .down || motion == .pageDown { go(to: .actions) }
            return
        }
        let page = max(1, Layout(frame, self).rows(of: part) - 1)
        switch motion {
        case .up where row == 0: go(to: .summary)
        case .up: row -= 1
        case .down: row += 1
        case .pageUp: row -= page
        case .pageDown: row += page
        case .home: row = 0
        case .end: row = count(of: part, in: frame) - 1
        case .left, .right: return
        }
        row = max(0, min(row, count(of: part, in: frame) - 1))
    }

    private mutating func go(to part: Part) {
        self.part = part
        row = 0
        window = ScrollWindow()
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let layout = Layout(frame, self)
        for candidate in parts(in: frame) {
            guard let area = layout.area(of: candidate), area.contains(point) else { continue }
            guard let index = index(at: point, candidate, area, frame) else { return false }
            if candidate == part, index == row { return true }
            if candidate != part { go(to: candidate) }
            row = index
            return false
        }
        return false
    }

    /// The row of a part under a point in its area.
    private func index(at point: Point, _ part: Part, _ area: Rect, _ frame: Frame) -> Int? {
        if part == .actions, Self.actionColumns(area.width) > 1 {
            let column = (point.x - area.x) / (area.width / 2)
            let index = column * area.height + point.y - area.y
            return index < count(of: part, in: frame) ? index : nil
        }
        let rows = part == .history ? historyRows(frame.scene, width: area.width) : []
        let count = part == .history ? rows.count : count(of: part, in: frame)
        let first = part == self.part ? window.visible(of: count, rows: area.height).lowerBound : 0
        let index = first + point.y - area.y
        guard index < count else { return nil }
        return part == .history ? rows[index].entry : index
    }

    // MARK: Doing

    package func activate(in frame: Frame) -> Response? {
        switch part {
        case .summary: return nil
        case .actions:
            let actions = actions(in: frame)
            return actions.indices.contains(row) ? .act(actions[row]) : nil
        case .steps: return .step(row)
        case .supports: return .support(row)
        case .slips: return slipReading(frame.scene)
        case .households:
            let all = households(frame.scene)
            return all.indices.contains(row) ? .household(all[row].code) : nil
        case .progress: return nil
        case .history:
            let entries = entries(frame.scene)
            guard entries.indices.contains(row), case .record(let event) = entries[row] else { return nil }
            let words = frame.scene.words
            let offset = frame.scene.ledger.offset
            let when = "\(event.recorded.day(offset).iso) \(words.time(event.recorded, offset))"
            return .read(
                title: "\(when)  \(words.signature(event.signature, in: frame.scene.ledger))",
                text: words.sentence(event, in: frame.scene.ledger)
            )
        }
    }

    package var abilities: Set<Ability> { [.nextPart, .previousPart, .basis] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        let parts = parts(in: frame)
        let index = parts.firstIndex(of: part) ?? 0
        switch ability {
        case .nextPart: go(to: parts[(index + 1) % parts.count])
        case .previousPart: go(to: parts[(index + parts.count - 1) % parts.count])
        case .basis: showsBasis.toggle()
        default: break
        }
    }
}
