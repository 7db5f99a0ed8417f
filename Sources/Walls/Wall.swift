package import Canvas
package import Ledger
package import Supervision
package import Text
package import Words

/// One wall (挂图): a small value that says where the eye stands, and pure functions over it.
///
/// It owns no data. What is shown follows from the ``Scene`` and the ``Frame``; the wall itself holds the selection (by
/// matter or row, never by position, so that it stays on its matter when the ledger changes), the scroll window, the
/// grouping and the filter.
///
/// The console calls ``settle(in:)`` after every change of wall, scene or size and before ``draw(in:on:)``: this is the
/// one place where the selection is brought onto a row that exists and into view. `settle`, `move` and `draw` cost the
/// rows on the screen, not the matters of the ledger: rows of a grouping or filter come from ``Scene/derived(_:_:)``.
package protocol Wall: Hashable, Sendable {
    /// Brings selection and scroll in line with what ``draw(in:on:)`` will show.
    mutating func settle(in frame: Frame)
    /// Draws the wall on a canvas of `frame.size`; the console draws the top line, the message row and the footer.
    func draw(in frame: Frame, on canvas: Canvas)
    /// The same as numbered lines (--plain), whole: nothing is left out for want of room.
    /// - Parameter onPaper: without the gaps, which are the clerk's own and not printed (PRACTICE §4).
    func plain(in scene: Scene, onPaper: Bool) -> PlainPage
    /// The page as it is printed (p).
    func script(in scene: Scene) -> Script
    /// What goes to the clipboard (y) where no matter is selected: a table for a spreadsheet, or the lines.
    func copied(in scene: Scene) -> String

    mutating func move(_ motion: Motion, in frame: Frame)
    /// Selects what stands at a point of the wall.
    /// - Returns: whether it was selected already: then the click means Enter.
    mutating func click(_ point: Point, in frame: Frame) -> Bool
    /// What a click on a figure or a heading asks for, where no row is selected by it.
    func response(at point: Point, in frame: Frame) -> Response?
    /// The stage whose column stands at a point, where a card can be dropped; nil where cards do not stand by stage.
    func stage(at point: Point, in frame: Frame) -> Stage?
    /// Turns the wheel over a point; three rows down, or with a negative count up.
    mutating func wheel(_ rows: Int, at point: Point, in frame: Frame)
    /// What Enter does on the selected row.
    func activate(in frame: Frame) -> Response?

    /// The matter that keys act on.
    func selection(in frame: Frame) -> MatterNumber?
    /// Goes to a matter, if the wall shows it.
    mutating func select(_ number: MatterNumber, in frame: Frame)
    /// Goes on to what comes next in the day's work, after a track of the selected matter was written down.
    mutating func advance(in frame: Frame)
    /// The matters in the order shown; `[` and `]` walk them on the matter page.
    func matters(in frame: Frame) -> [MatterNumber]

    /// What this wall can do beside moving: the keys g, v, w and Tab. Others are shown as not for this wall.
    var abilities: Set<Ability> { get }
    /// Does it; called only for what is in ``abilities``.
    mutating func perform(_ ability: Ability, in frame: Frame)
    /// The turn of a recurring duty that is selected, which Space ticks; nil where matters are.
    func turn(in frame: Frame) -> RoutineTurn?

    /// `/` and `v`. A wall without the ability ``Ability/filter`` keeps the empty one.
    var filter: Filter { get set }
}

/// What a wall is drawn with.
package struct Frame {
    package var scene: Scene
    /// Of the part of the screen that belongs to the wall.
    package var size: Size
    /// A line being typed about the selected matter. A wall with the ability ``Ability/line`` draws it under that row
    /// with `canvas.put(line, …)`; on others the console draws it at the bottom.
    package var line: Line?
    /// A matter being moved to another stage (m), while its new place is chosen.
    package var move: Move?
    /// The evening that what is shown is compared with (与前一日比); nil if it is not.
    package var before: Scene?
    /// The keys that run actions directly, as a footer shows them.
    package var keys: [Action.Kind: String]
    /// Matters that were marked for one action on all of them; a wall shows ▪ at their rows.
    package var marked: Set<MatterNumber>

    package init(
        scene: Scene,
        size: Size,
        line: Line? = nil,
        move: Move? = nil,
        keys: [Action.Kind: String] = [:],
        marked: Set<MatterNumber> = []
    ) {
        self.scene = scene
        self.size = size
        self.line = line
        self.move = move
        self.keys = keys
        self.marked = marked
    }

    package struct Move: Hashable, Sendable {
        package var matter: MatterNumber
        package var to: Stage

        package init(matter: MatterNumber, to: Stage) {
            self.matter = matter
            self.to = to
        }
    }
}

/// A step of the selection.
package enum Motion: Hashable, Sendable {
    case up, down, left, right
    case pageUp, pageDown
    case home, end

    /// Where a cursor in a list of rows stands after it; left and right leave it where it is.
    func place(from place: Int, of count: Int, page: Int) -> Int {
        let moved =
            switch self {
            case .up: place - 1
            case .down: place + 1
            case .pageUp: place - page
            case .pageDown: place + page
            case .home: 0
            case .end: count - 1
            case .left, .right: place
            }
        return max(0, min(moved, count - 1))
    }
}

/// What Enter on a row asks of the console.
package enum Response: Hashable, Sendable {
    case open(MatterNumber)
    /// Runs an action on the selected matter.
    case act(Action.Kind)
    /// Ticks the step of a place.
    case step(Int)
    /// Settles the share in a place among the supports.
    case support(Int)
    /// A visit to a household.
    case household(CleanText)
    /// Shows a text that is too long for its row.
    case read(title: String, text: String)
    /// Does what a key of this wall would do.
    case perform(Ability)
    /// Opens a line for a turn of a recurring duty: who did it, and a word on it.
    case tick(RoutineTurn)
    /// Shows the matters that a number or a name stands for, a row each.
    case list(title: String, [MatterNumber])
}

package enum Ability: Hashable, Sendable, CaseIterable {
    /// g: the next grouping.
    case group
    /// v: only 逾, 滞 and 临, or everything again.
    case trouble
    /// /: a filter that is typed.
    case filter
    /// w: 亮灯依据 shown or hidden.
    case basis
    /// Tab: the next region or page of the wall, Shift+Tab the one before.
    case nextPart, previousPart
    /// t: the line that is typed stands under the selected row.
    case line
    /// s: the next measure or colouring.
    case measure
    /// + and -: into what is selected, and back out.
    case zoomIn, zoomOut
    /// Z: the next zoom of a time axis.
    case zoom
    /// Space: folds or unfolds the selected group.
    case fold
}

/// What of the ledger a wall shows.
package struct Filter: Hashable, Sendable {
    /// Words that must all be found, as typed.
    package var text: String { didSet { words = Filter.words(text) } }
    /// What is shown where it was found; kept, for a screen asks for each of its cells.
    private(set) var words: [SearchWord]
    /// Only 逾, 滞 and 临 (v).
    package var isTroubleOnly: Bool
    /// Only these: what a number or a name on another wall stands for.
    package var excerpt: Excerpt?

    package struct Excerpt: Hashable, Sendable {
        package var title: String
        package var matters: [MatterNumber]

        package init(title: String, matters: [MatterNumber]) {
            self.title = title
            self.matters = matters
        }
    }

    package init(text: String = "", isTroubleOnly: Bool = false, excerpt: Excerpt? = nil) {
        self.text = text
        words = Filter.words(text)
        self.isTroubleOnly = isTroubleOnly
        self.excerpt = excerpt
    }

    /// Which day it is makes no difference to the words.
    private static func words(_ text: String) -> [SearchWord] {
        text.isEmpty ? [] : Search(text, today: Day(number: 0)).words
    }

    package static let none = Filter()
    package var isEmpty: Bool { self == .none }
}

// MARK: - What most walls do

extension Wall {
    package func response(at point: Point, in frame: Frame) -> Response? { nil }

    package func stage(at point: Point, in frame: Frame) -> Stage? { nil }

    package func plain(in scene: Scene) -> PlainPage { plain(in: scene, onPaper: false) }

    package func script(in scene: Scene) -> Script { plain(in: scene, onPaper: true).script }

    package func copied(in scene: Scene) -> String { plain(in: scene).text }

    package mutating func wheel(_ rows: Int, at point: Point, in frame: Frame) {
        for _ in 0..<abs(rows) { move(rows < 0 ? .up : .down, in: frame) }
    }

    package mutating func advance(in frame: Frame) {}

    package func turn(in frame: Frame) -> RoutineTurn? { nil }

    package func activate(in frame: Frame) -> Response? { selection(in: frame).map(Response.open) }
}
