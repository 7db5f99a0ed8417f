package import Ledger
package import Words

package import struct Canvas.Key

/// One thing the program can do: a line of the one table of actions (操作表).
///
/// The table feeds key dispatch, footer, help page and palette; nothing the user can do stands outside it.
package struct Operation: Sendable {
    package let id: ID
    /// The first is the one that is shown.
    package let keys: [Key]
    package let group: Group
    /// Where it applies; nil is everywhere.
    package let places: Set<Place>?
    /// Asks before it is done, because it cannot simply be done again.
    package let isDangerous: Bool
    private let titles: (zh: String, en: String)
    private let helps: (zh: String, en: String)

    package enum ID: Hashable, Sendable {
        case up, down, left, right, pageUp, pageDown, home, end
        case open, back, nextPart, previousPart, previousMatter, nextMatter
        case go(Place)
        case filter, trouble, group, basis
        case undo, progress, move, register, copy, printOverdue, printPage
        case act(Action.Kind)
        case say(Saying)
        /// C: the slip that comes next is drafted, or the draft signed.
        case chase
        case palette, help, redraw, suspend, quit
        case theme, mouse, copyNumber
        case evening
        /// M: a meeting is run from the desk.
        case meeting
        // Finding
        case jumpBack, views
        // Of the map, and of whatever shows measures
        case measure, zoomIn, zoomOut
        // Replay
        case dayBefore, dayAfter, presentDay, play, compare
        // Of the charts
        case zoom, fold
        // Writing and explaining
        case form, mark, tour
    }

    package enum Group: Hashable, Sendable, CaseIterable {
        case moving, looking, acting, program
    }

    init(
        _ id: ID,
        _ keys: [Key],
        _ group: Group,
        zh: (title: String, help: String),
        en: (title: String, help: String),
        places: Set<Place>? = nil,
        isDangerous: Bool = false
    ) {
        self.id = id
        self.keys = keys
        self.group = group
        self.places = places
        self.isDangerous = isDangerous
        titles = (zh.title, en.title)
        helps = (zh.help, en.help)
    }

    package func title(_ words: Words) -> String { words(titles.zh, titles.en) }
    /// One sentence.
    package func help(_ words: Words) -> String { words(helps.zh, helps.en) }

    func applies(in place: Place) -> Bool { places?.contains(place) ?? true }

    /// The keys as a help page shows them: `↑ k`.
    func keyLabel(_ words: Words) -> String { keys.map { $0.label(words) }.joined(separator: " ") }

    /// How one comes to it: by its keys, else by m where it moves a matter to another stage, else by its name.
    func ways(_ words: Words) -> [String] {
        guard keys.isEmpty else { return keys.map { $0.label(words) } }
        if case .act(let kind) = id, Moving.leads(kind) { return ["m", ":"] }
        return [":"]
    }
}

extension Key {
    /// What stands on the key, in the language of the screen.
    func label(_ words: Words) -> String { self == " " ? words("空格", "Space") : label }
}

extension Operation.Group {
    package func title(_ words: Words) -> String {
        switch self {
        case .moving: words("走动", "Moving")
        case .looking: words("看", "Looking")
        case .acting: words("办", "Acting")
        case .program: words("程序", "Program")
        }
    }
}
