package import Canvas
package import Ledger
package import Words

package import struct Canvas.Key

/// The meeting wall (大屏): pages in turn, read by a room and touched by nobody.
///
/// A value like any other wall: ``update(_:)`` changes it, ``draw(on:)`` shows it. It has no way to write: it holds a
/// scene, never a journal.
package struct MeetingShow {
    package var agenda: MeetingAgenda { didSet { if agenda != oldValue { rebuild() } } }
    /// nil until the ledger could be read once.
    package private(set) var scene: Scene?
    package private(set) var sections: [MeetingSection] = []
    package private(set) var now: Moment
    package private(set) var size: Size
    /// When the ledger was last read without a fault.
    package private(set) var readAt: Moment
    /// The section and its page in view.
    package private(set) var place = PagePlace()
    package private(set) var isPaused = false
    package private(set) var isBlack = false
    /// One matter held in view (聚焦).
    package private(set) var spotlight: MatterNumber?
    /// Digits typed so far, and those of a matter that is not there.
    package private(set) var typed = ""
    package private(set) var missing: String?
    package private(set) var isOver = false
    /// Grows with everything that can be seen.
    package private(set) var revision = 0

    private let secondsPerPage: Int
    let typecase: Typecase
    let words: Words
    private var turnedAt: Moment
    /// What the meeting had turned to when the ledger was last read.
    private var calledBefore: MatterNumber?

    package struct PagePlace: Hashable, Sendable {
        package var section: Int
        package var turn: Int

        package init(section: Int = 0, turn: Int = 0) {
            self.section = section
            self.turn = turn
        }
    }

    package init(
        _ agenda: MeetingAgenda,
        words: Words,
        typecase: Typecase,
        size: Size,
        at now: Moment,
        secondsPerPage: Int = 20
    ) {
        self.agenda = agenda
        self.words = words
        self.typecase = typecase
        self.size = size
        self.now = now
        self.secondsPerPage = max(3, secondsPerPage)
        readAt = now
        turnedAt = now
    }

    package enum Message {
        /// The ledger as it was read at a moment.
        case ledger(Ledger)
        /// It was looked at, and nothing is new.
        case unchanged
        case clock(Moment)
        case key(Key)
        case resized(Size)
    }

    package mutating func update(_ message: Message) {
        switch message {
        case .ledger(let ledger):
            scene = Scene(ledger, at: now, words: words, actor: Self.reader)
            readAt = now
            rebuild()
            followDesk()
        case .unchanged: readAt = now
        case .clock(let moment): advance(to: moment)
        case .key(let key): press(key)
        case .resized(let size):
            self.size = size
            clampPlace()
            revision += 1
        }
    }

    /// Who looks at the wall: nobody who may do anything.
    private static let reader = Actor(login: "", roles: [])

    // MARK: Time

    private mutating func advance(to moment: Moment) {
        let minuteBefore = now.milliseconds / 60_000
        now = moment
        if moment.milliseconds / 60_000 != minuteBefore { revision += 1 }
        if let scene, moment >= scene.validUntil {
            self.scene = Scene(scene.ledger, at: moment, words: words, actor: Self.reader)
            rebuild()
        }
        // A clock set back is no reason to stay on a page for hours.
        if moment < turnedAt { turnedAt = moment }
        let held = isPaused || isBlack || spotlight != nil || !typed.isEmpty
        if !held, moment.milliseconds - turnedAt.milliseconds >= Int64(secondsPerPage) * 1000 { turn(by: 1) }
    }

    // MARK: Pages

    /// Pages of a section on this screen.
    func turns(of section: MeetingSection) -> Int {
        guard case .list(let heading, let items) = section else { return 1 }
        let count = scale.itemsPerPage(size.height, scale.shape(of: heading))
        return max(1, (items.count + count - 1) / count)
    }

    var scale: MeetingScale {
        // Words of `#` cannot be read; figures can.
        MeetingScale(size, typecase, hasWords: words.language == .zh && hasSigns)
    }

    /// Whether the terminal has block or Braille signs; set with ``update(_:)`` by nobody: it follows from the canvas.
    package var hasSigns = true { didSet { if hasSigns != oldValue { revision += 1 } } }

    private mutating func turn(by step: Int) {
        turnedAt = now
        missing = nil
        guard !sections.isEmpty else { return }
        let before = place
        if step > 0 {
            place.turn += 1
            if place.turn >= turns(of: sections[place.section]) {
                place = PagePlace(section: (place.section + 1) % sections.count, turn: 0)
            }
        } else if place.turn > 0 {
            place.turn -= 1
        } else {
            let section = (place.section + sections.count - 1) % sections.count
            place = PagePlace(section: section, turn: turns(of: sections[section]) - 1)
        }
        if place != before { revision += 1 }
    }

    /// Sections come and go under the meeting; the page stays on its subject if that is still there.
    private mutating func rebuild() {
        guard let scene else { return }
        let subject = sections.indices.contains(place.section) ? sections[place.section].subject : nil
        sections = agenda.sections(of: scene)
        if let subject, let index = sections.firstIndex(where: { $0.subject == subject }) { place.section = index }
        clampPlace()
        revision += 1
    }

    private mutating func clampPlace() {
        place.section = max(0, min(place.section, sections.count - 1))
        guard sections.indices.contains(place.section) else { return }
        place.turn = max(0, min(place.turn, turns(of: sections[place.section]) - 1))
    }

    // MARK: Keys

    private mutating func press(_ key: Key) {
        revision += 1
        missing = nil
        let key = key.command
        if isBlack {
            isBlack = false
            return
        }
        switch key.code {
        case .character(let character) where character.isASCII && character.isNumber:
            typed = String((typed + String(character)).suffix(9))
        case .enter where !typed.isEmpty: look()
        case .backspace where !typed.isEmpty: typed.removeLast()
        case .escape where !typed.isEmpty: typed = ""
        case .escape: spotlight = nil
        case .right, .down, .pageDown, .character("n"), .character("l"), .character("j"): move(1)
        case .left, .up, .pageUp, .character("p"), .character("h"), .character("k"): move(-1)
        case .home:
            spotlight = nil
            place = PagePlace()
            turnedAt = now
        case .character(" "), .enter:
            isPaused.toggle()
            turnedAt = now
        case .character("x"): agenda.audience = agenda.audience == .inside ? .outsiders : .inside
        case .character("b"), .character("."): isBlack = true
        case .character("q"): isOver = true
        default: break
        }
    }

    private mutating func move(_ step: Int) {
        typed = ""
        if spotlight != nil { spotlight = nil } else { turn(by: step) }
    }

    private mutating func look() {
        defer { typed = "" }
        guard let number = Int(typed), scene?.matter(MatterNumber(number)) != nil else {
            missing = typed
            return
        }
        spotlight = MatterNumber(number)
    }

    /// The wall shows the matter that the meeting under way has turned to, and leaves it when the meeting does.
    private mutating func followDesk() {
        let called = scene.flatMap { agenda.meeting(in: $0)?.spotlight }
        guard called != calledBefore else { return }
        calledBefore = called
        focus(called)
    }

    private mutating func focus(_ number: MatterNumber?) {
        guard number != spotlight else { return }
        spotlight = number.flatMap { scene?.matter($0) == nil ? nil : $0 }
        revision += 1
    }
}

extension MeetingSection {
    /// What a section is about, whatever stands in it.
    var subject: String {
        switch self {
        case .figures: "figures"
        case .list(let heading, _): "\(heading)"
        case .quiet: "overdue"
        case .rest: "rest"
        case .map: "map"
        case .campaign(let campaign): "campaign \(campaign.id.rawValue)"
        }
    }
}
