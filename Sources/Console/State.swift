package import Canvas
package import Ledger
package import Walls
package import Words

/// Everything the console knows. A value: ``update(_:)`` changes it, ``draw(on:)`` shows it, and neither touches the
/// world.
package struct State {
    package internal(set) var scene: Scene
    /// What the clock shows; ``scene`` is older as long as that changes nothing.
    package internal(set) var now: Moment
    package internal(set) var size: Size
    /// Why nothing can be recorded, if so.
    package internal(set) var readOnly: String?

    package internal(set) var place: Place
    var walls: [Place: any Wall]
    /// Where Esc goes from a matter page.
    var cameFrom: Place

    /// The wall whose number or name is shown as a list.
    var listedFrom: Place?

    /// Where the left button is held down.
    var press: Press?

    var overlay: Overlay?
    package internal(set) var notice: Notice?
    /// What was being typed when Esc was pressed.
    var drafts: [Prompt.Purpose: Prompt] = [:]
    /// What was being typed when an earlier run ended.
    var keptDrafts: [Prompt.Purpose: Draft] = [:]
    /// Prompts whose commands are being stored.
    var underway: [Int: Prompt] = [:]
    /// Commands being taken back.
    var withdrawing: Set<Int> = []
    /// The turn of a meeting that is being stored.
    var turning: Int?
    var nextTicket = 1
    /// Where one stood before, the last one last.
    var trail: [Spot] = []
    /// Filters that the user keeps under names.
    var views: [SavedView] = []
    /// Settled matters that were looked up for the palette, with the words they were looked up by.
    var lookedUp: (text: String, matters: [Matter])?
    /// Forms that were left with Esc, by the matter they correct; nil is the one for registering.
    var formDrafts: [MatterNumber?: Form] = [:]
    var formsUnderway: [Int: Form] = [:]
    /// Matters as they were when a form on them was opened.
    var seen: [MatterNumber: Matter] = [:]
    /// Matters that the next action is for (成批办理), in the order they were marked.
    var marked: [MatterNumber] = []
    var wardrobe = Wardrobe()
    /// Whether the mouse belongs to the program.
    package internal(set) var hasMouse = true
    /// What was chosen in the palette, the last one first.
    var usedOperations: [Operation.ID] = []
    /// What was registered last and not opened since: the palette offers it first.
    var registered: MatterNumber?
    var tour: Tour?
    /// What was done since the tour's last step.
    var tourKeys: Set<Operation.ID> = []
    /// What is being looked up.
    var lookingUp: String?

    /// A past day in place of the present.
    package internal(set) var replay = Replay()

    /// Grows with everything that can be seen. As long as it stays, no frame is due.
    package internal(set) var revision = 0

    package init(
        _ ledger: Ledger,
        at now: Moment,
        words: Words,
        actor: Actor,
        size: Size,
        readOnly: String? = nil
    ) {
        scene = Scene(ledger, at: now, words: words, actor: actor)
        self.now = now
        self.size = size
        self.readOnly = readOnly
        place = Place.first
        cameFrom = Place.first
        walls = [:]
        for place in Place.walls { walls[place] = place.newWall() }
        settle()
    }

    /// What lies over the wall.
    enum Overlay: Hashable {
        case prompt(Prompt)
        case filter(Finding)
        case moving(Moving)
        case help(Help)
        case palette(Palette)
        case reading(Reading)
        /// What would be taken back, to be confirmed.
        case withdrawal(Withdrawal)
        /// What a line leads to, to be confirmed.
        case confirm(Prompt, Reading)
        case form(Form)
        case conflict(Conflict)
        case evening(EveningFlow)
        case meeting(MeetingFlow)
    }

    /// What the next action is for, if several.
    package var marks: [MatterNumber] { marked }

    var words: Words { scene.words }
}

// MARK: - The wall in view

extension State {
    var wall: any Wall {
        get { walls[place]! }
        set { walls[place] = newValue }
    }

    /// The matter that keys act on.
    var selected: Matter? {
        guard let number = wall.selection(in: frame) else { return nil }
        if let page = wall as? MatterPage { return page.matter(in: scene) }
        return scene.matter(number)
    }

    static let minimum = Size(width: 80, height: 24)

    package var isTooSmall: Bool { size.width < State.minimum.width || size.height < State.minimum.height }

    /// The part of the screen that belongs to the wall: below the top line, above the message row and the footer, and
    /// above a line that is being typed.
    var wallArea: Rect {
        var rows = 3
        switch overlay {
        case .prompt(let prompt)? where !isHosted(prompt) && prompt.purpose != .register && !isSheet(prompt): rows += 1
        case .filter?: rows += 1
        default: break
        }
        return Rect(x: 0, y: 1, width: size.width, height: size.height - rows)
    }

    /// Whether the wall draws the line that is being typed under its selected row.
    func isHosted(_ prompt: Prompt) -> Bool {
        guard case .act(.track, let number) = prompt.purpose, !isSheet(prompt) else { return false }
        return wall.abilities.contains(.line) && wall.selection(in: Frame(scene: scene, size: size)) == number
    }

    var frame: Frame {
        var frame = Frame(scene: scene, size: wallArea.size, keys: State.actionKeys, marked: Set(marked))
        frame.before = comparedWith
        if case .prompt(let prompt)? = overlay, isHosted(prompt) { frame.line = prompt.line }
        if case .moving(let moving)? = overlay, let stage = moving.target {
            frame.move = Frame.Move(matter: moving.matter, to: stage)
        }
        return frame
    }

    private static let actionKeys: [Action.Kind: String] = {
        var keys: [Action.Kind: String] = [:]
        for operation in Operation.table {
            if case .act(let kind) = operation.id, let key = operation.keys.first { keys[kind] = key.label }
        }
        return keys
    }()

    /// The one place where a wall is brought in line with what it will show.
    mutating func settle() {
        guard !isTooSmall else { return }
        if !marked.isEmpty { settleMarks() }
        wall.settle(in: frame)
    }

    /// Whether two walls show the same.
    static func isSame<Left: Wall>(_ left: Left, _ right: any Wall) -> Bool { (right as? Left) == left }
}
