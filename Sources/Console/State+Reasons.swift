import Canvas
import Ledger
import Walls
import Words

extension State {
    /// Why an operation cannot be done now, in one clause; nil if it can.
    package func whyDisabled(_ operation: Operation) -> String? {
        if !operation.applies(in: place) { return words("只在事项页可用", "only on the page of a matter") }
        switch operation.id {
        case .open, .previousMatter, .nextMatter, .copyNumber:
            if case .previousMatter = operation.id { return neighbour(-1) == nil ? noNeighbour : nil }
            if case .nextMatter = operation.id { return neighbour(1) == nil ? noNeighbour : nil }
            if operation.id == .open, place == .matter { return nil }
            if operation.id == .open { return wall.activate(in: frame) == nil ? noSelection : nil }
            return selected == nil ? noSelection : nil
        case .zoom: return lacks(.zoom)
        case .fold: return wall.turn(in: frame).map(whyNotTicked) ?? lacks(.fold)
        case .group: return lacks(.group)
        case .nextPart: return lacks(.nextPart)
        case .previousPart: return lacks(.previousPart)
        case .measure: return lacks(.measure)
        case .dayAfter, .presentDay: return replay.day == nil ? words("已是今天", "this is today") : nil
        case .dayBefore, .play, .compare: return nil
        case .zoomIn: return lacks(.zoomIn)
        case .zoomOut: return lacks(.zoomOut)
        case .basis: return wall.abilities.contains(.basis) || selected != nil ? nil : noSelection
        case .register, .form: return whyReadOnly
        case .mark: return wall.selection(in: frame) == nil || place == .matter ? noSelection : nil
        case .act(let kind): return whyRefused(kind)
        case .say(let saying): return whyUnsaid(saying)
        case .chase: return whyRefused(chaseKind)
        case .progress:
            if !marked.isEmpty { return oneAtATime }
            if let reason = whyRefused(.track) { return reason }
            return selected?.quantities.isEmpty ?? true ? words.clause(.noQuantity, in: scene.ledger) : nil
        case .move:
            if let reason = whyReadOnly { return reason }
            guard let matter = moved.first else { return noSelection }
            if Moving.canMove(moved, scene) { return nil }
            if moved.count > 1 {
                return words(
                    "已标的 \(moved.count) 件去处不同，请分开标记",
                    "the \(moved.count) marked have no stage in common: mark fewer"
                )
            }
            return words("\(words.name(matter.stage))，现在不能移动", "\(words.name(matter.stage)): cannot be moved now")
        case .jumpBack: return trail.isEmpty ? words("没有来处", "nowhere to go back to") : nil
        case .views, .tour, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .back, .go, .filter, .trouble,
            .printOverdue, .printPage, .copy, .evening, .meeting, .undo, .palette, .help, .redraw, .suspend, .quit,
            .theme, .mouse:
            return nil
        }
    }

    private var noSelection: String { words("没有选中事项", "no matter is selected") }
    private var noNeighbour: String { words("没有了", "there is no more") }

    /// What m moves: all that is marked, else what is selected.
    var moved: [Matter] { marked.isEmpty ? selected.map { [$0] } ?? [] : marked.compactMap { scene.matter($0) } }

    private func lacks(_ ability: Ability) -> String? {
        wall.abilities.contains(ability) ? nil : words("本页没有这一项", "not on this page")
    }

    /// Whoever only reads is told why before anything is typed.
    var whyReadOnly: String? {
        if replay.day != nil { return words("复盘中只看不改，0 回今天", "a past day is read only; 0 returns to today") }
        if let readOnly { return readOnly }
        guard scene.actor.roles.isEmpty else { return nil }
        return words.sentence(.readOnly(login: scene.actor.login), in: scene.ledger)
    }

    /// What was pressed and is refused, with what can be done instead; nil where the clause says it all.
    func inFull(_ operation: Operation) -> String? {
        let kind: Action.Kind
        switch operation.id {
        case .act(let known): kind = known
        case .chase: kind = chaseKind
        case .progress: kind = .track
        default: return nil
        }
        guard whyReadOnly == nil, marked.isEmpty, let matter = selected,
            case .refused(let refusal) = scene.permission(kind, on: matter)
        else { return nil }
        switch refusal {
        case .extensionTooLate, .extensionsUsedUp, .extensionPending, .missingLead, .needsLimit, .needsDocument,
            .openShares,
            .circularNotOverdue, .notSupervised, .limitNotAhead, .needsNewLimit:
            return words.sentence(refusal, in: scene.ledger)
        default: return nil
        }
    }

    func whyRefused(_ kind: Action.Kind) -> String? {
        if let reason = whyReadOnly { return reason }
        if !marked.isEmpty { return whyRefusedForMarked(kind) }
        guard let matter = selected else { return noSelection }
        guard case .refused(let refusal) = scene.permission(kind, on: matter) else { return nil }
        return words.clause(refusal, in: scene.ledger)
    }

    /// The matter before or after the one on the page, in the list it came from.
    func neighbour(_ step: Int) -> MatterNumber? {
        guard let page = wall as? MatterPage, let index = page.siblings.firstIndex(of: page.number),
            page.siblings.indices.contains(index + step)
        else { return nil }
        return page.siblings[index + step]
    }
}
