import Canvas
import Exchange
import Glibc
import Ledger
import Terminal
import Text
import Walls
import Words

/// The run loop of the meeting wall. It opens the ledger for reading, again and again if it has to, and never holds
/// anything that could write.
final class MeetingScreen {
    private let terminal: Terminal
    private var themes: ThemeShelf
    /// What was wrong with the theme's file when it was last read; said when the meeting is over, never to the room.
    private var themeTrouble: ImportProblem?
    private let clock: () -> Moment
    private var reader: MeetingReader
    private var show: MeetingShow

    static func run(_ session: Session, _ agenda: MeetingAgenda, _ options: ScreenOptions, seconds: Int) throws {
        let (themes, trouble) = try options.themes(session.surroundings, usual: "wall")
        let terminal: Terminal
        do {
            terminal = try Terminal.open(try options.terminal(session.surroundings))
        } catch let failure as Terminal.Failure {
            throw ScreenFailure(failure: failure)
        }
        let screen = MeetingScreen(session, terminal, themes, agenda, seconds: seconds)
        screen.themeTrouble = trouble
        screen.loop(WidthQuestion(session.surroundings, options))
        terminal.close()
        if terminal.isForeign { session.output.sayTerminalIsForeign() }
        if let trouble = screen.themeTrouble { session.output.say(session.words.sentence(theme: trouble)) }
    }

    private init(
        _ session: Session,
        _ terminal: Terminal,
        _ themes: ThemeShelf,
        _ agenda: MeetingAgenda,
        seconds: Int
    ) {
        reader = MeetingReader(path: session.path)
        self.terminal = terminal
        self.themes = themes
        clock = { session.clock }
        show = MeetingShow(
            agenda,
            words: session.words,
            typecase: Typecase(session.surroundings),
            size: terminal.size,
            at: session.clock,
            secondsPerPage: seconds
        )
        show.hasSigns = terminal.repertoire.glyphs != .ascii
    }

    private func loop(_ widths: WidthQuestion) {
        var widths = widths
        var shown: Int?
        var isAsked = false
        look()
        while !show.isOver {
            if show.revision != shown {
                let canvas = Canvas(show.size, terminal.repertoire)
                show.draw(on: canvas)
                terminal.present(canvas, themes.theme)
                shown = show.revision
                if !isAsked {
                    widths.ask(terminal)
                    terminal.startKeeper("/proc/self/exe")
                }
                isAsked = true
            }
            let events = terminal.nextEvents(timeout: .seconds(1))
            if terminal.isForeign { return }
            if widths.hasAnswer(of: terminal) { shown = nil }
            show.update(.clock(clock()))
            if events.isEmpty {
                look()
                if hasNewTheme() { shown = nil }
            }
            for event in events {
                switch event {
                case .key(let key): show.update(.key(key))
                case .resized(let size): show.update(.resized(size))
                case .mouse(let mouse): turn(by: mouse.kind)
                case .stopRequested:
                    terminal.suspend()
                    show.update(.resized(terminal.size))
                case .continued: show.update(.resized(terminal.size))
                case .terminated: return
                case .woken, .paste, .undecodable: break
                }
            }
        }
    }

    /// Takes up what was changed in the file of the theme; one that cannot be read leaves the old one on.
    private func hasNewTheme() -> Bool {
        do throws(ImportProblem) {
            guard try themes.refresh() else { return false }
            themeTrouble = nil
            return true
        } catch {
            themeTrouble = error
            return false
        }
    }

    private func turn(by kind: Mouse.Kind) {
        switch kind {
        case .click, .wheelDown: show.update(.key(.right))
        case .rightClick, .wheelUp: show.update(.key(.left))
        case .release: break
        }
    }

    /// Reads what is new. A file that is gone, locked or damaged leaves the last picture, which says how old it is.
    private func look() {
        if let found = reader.look() { show.update(found) }
    }
}

extension Typecase {
    /// The letters that came with the program; none where there are none.
    init(_ surroundings: Surroundings) {
        self.init()
        guard let folder = surroundings.lettersFolder else { return }
        func letters(_ name: String) -> LetterSet? {
            (try? Files.read("\(folder)/\(name).letters")).flatMap(LetterSet.init)
        }
        words16 = letters("words-16")
        words24 = letters("words-24")
        heading32 = letters("heading-32")
        digits = ["digits-19", "digits-27", "digits-39"].compactMap(letters)
    }
}
