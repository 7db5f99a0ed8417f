import CCurses
package import Canvas
package import Text

/// The terminal: opened, drawn to, read from and given back.
///
/// One at a time, owned by one thread, which blocks in ``nextEvents(timeout:)`` and nowhere else. Other threads may only
/// call ``wake()``. However the program ends, the terminal is left as it was found: see `guard.c`.
package final class Terminal {
    /// How many colours frames are drawn with.
    package let depth: Depth
    /// What the terminal can be trusted to draw; a ``Canvas`` for it is made with this.
    package private(set) var repertoire: Repertoire
    /// How wide the terminal showed an ambiguous character to be, if it said so in time.
    package private(set) var measured: Ambiguity?
    /// The terminal said in time that it does not take what is written for UTF-8: nothing on it can be read.
    package private(set) var isForeign = false
    private let isAmbiguityKnown: Bool
    /// What can be drawn, by what the terminal said of its widths.
    private let makeRepertoire: (Ambiguity?) -> Repertoire
    private var askedAt: ContinuousClock.Instant?
    package private(set) var size: Size
    private var painter: Painter
    private var decoder = InputDecoder()
    private var typedBefore: [UInt8] = []
    private var isOpen = true

    /// Why there is no screen; the sentence for it is made elsewhere.
    package enum Failure: Error, Sendable, Hashable {
        /// Standard output is not a terminal.
        case notATerminal
        /// `TERM` names nothing that terminfo knows.
        case unknownTerminal(String)
        /// The terminal cannot place its cursor, like `TERM=dumb`.
        case tooPlain(String)
        /// The session is in another encoding than UTF-8.
        case foreignEncoding(String)
    }

    private init(info: ScreenInfo, options: Options, isUTF8: Bool) {
        let term = options.environment["TERM"] ?? ""
        size = Size(width: Int(info.width), height: Int(info.height))
        depth = options.depth(colours: Int(info.colours), isDirect: info.is_direct)
        let depth = depth
        makeRepertoire = { options.repertoire(term: term, isUTF8: isUTF8, depth: depth, $0) }
        repertoire = makeRepertoire(nil)
        isAmbiguityKnown = options.isAmbiguityKnown
        painter = Painter()
    }

    /// Takes over the terminal. Throws ``Failure`` and changes nothing if that is impossible.
    ///
    /// Before any other thread is started: threads inherit that SIGWINCH is blocked, and one that does not would take the
    /// news of a new size away from ``nextEvents(timeout:)``.
    package static func open(_ options: Options) throws(Failure) -> Terminal {
        if let encoding = options.foreignEncoding { throw .foreignEncoding(encoding) }
        let isUTF8 = screen_force_utf8()
        var info = ScreenInfo()
        var raw = ScreenOptions()
        raw.mouse = options.hasMouse
        raw.escape_delay = Int32(options.escapeDelay)
        let result = withOptionalCString(options.terminfoEntry) { term in
            withOptionalCString(options.logPath) { log in
                options.crashMessage.withCString { message in
                    raw.term = term
                    raw.log_path = log
                    raw.crash_message = message
                    return screen_open(&raw, &info)
                }
            }
        }
        let term = options.environment["TERM"] ?? ""
        switch result {
        case SCREEN_OPENED: return Terminal(info: info, options: options, isUTF8: isUTF8)
        case SCREEN_TOO_PLAIN: throw .tooPlain(term)
        case SCREEN_UNKNOWN_TERM: throw .unknownTerminal(term)
        default: throw .notATerminal
        }
    }

    /// Gives the terminal back. May be called twice.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        screen_close()
    }

    /// Stops the program as ^Z does, and returns when the shell continues it. Draw everything then.
    package func suspend() {
        screen_suspend()
        painter.forget()
        noteSize()
    }

    /// Starts the program's own file once more, as the keeper: it sleeps, and gives the terminal back where this process is
    /// killed and cannot (SIGKILL, no memory left). After the first frame, for it costs a part of a millisecond.
    package func startKeeper(_ path: String) { screen_start_keeper(path) }

    /// Whether this process is one, by the name it was started under.
    package static func isKeeper(name: String) -> Bool { name == SCREEN_KEEPER }

    /// What a keeper does instead of everything else; its exit code.
    package static func keep() -> Int32 { screen_keep() }

    // MARK: Drawing

    /// Shows a frame. Sends only what differs from the one before, and nothing if nothing does.
    package func present(_ canvas: Canvas, _ theme: Theme) {
        painter.paint(canvas.sheet, theme, depth, isWidthSure: isAmbiguityKnown || measured != nil)
    }

    /// Makes the next frame go out whole, for a screen that somebody else has written on (^L).
    package func forget() {
        screen_forget()
        painter.forget()
    }

    package func beep() { screen_beep() }

    /// While the mouse belongs to the program, the terminal's own selecting and copying needs Shift.
    package func listenToMouse(_ on: Bool) { screen_listen_to_mouse(on) }

    /// Hands text to the clipboard of the user's own machine, over SSH too (OSC 52). The terminal may refuse without a
    /// word, so the message should say 已送剪贴板 and not 已复制. False if it is too long or surely not understood.
    package func copy(_ text: String) -> Bool {
        // xterm takes some 74 KB; a sentence is what this is for.
        guard screen_is_xterm(), text.utf8.count <= 50_000 else { return false }
        let sequence = "\u{1B}]52;c;\(base64(text.utf8))\u{7}"
        sequence.withCString { screen_send($0, Int32(sequence.utf8.count)) }
        return true
    }

    // MARK: What the terminal says of itself

    /// Asks what the terminal's ground is (OSC 11). The answer comes among the events, and shows in ``isGroundLight``.
    package func askGround() {
        guard screen_is_xterm() else { return }
        let question = "\u{1B}]11;?\u{1B}\\"
        question.withCString { screen_send($0, Int32(question.utf8.count)) }
    }

    /// nil: not asked, or not answered.
    package var isGroundLight: Bool? { decoder.isGroundLight }

    /// Asks how wide ambiguous characters are. After the first frame: the answer comes among the events of the next
    /// ``nextEvents(timeout:)``, shows in ``measured``, and never becomes a key, however late it is.
    package func askWidth() {
        askedAt = .now
        screen_ask_width()
        painter.mend(row: 1)
    }

    /// Draws for such a terminal from now on. The next frame goes out whole.
    package func adopt(_ ambiguity: Ambiguity) {
        repertoire = makeRepertoire(ambiguity)
        forget()
    }

    /// What is later belongs to a line so slow that it may answer something else.
    private static let patience: Duration = .milliseconds(300)

    private func noteWidth(_ cells: Int) {
        guard let asked = askedAt, asked.duration(to: .now) <= Terminal.patience else { return }
        askedAt = nil
        switch cells {
        case 1: measured = .narrow
        case 2: measured = .wide
        default: isForeign = true
        }
    }

    // MARK: Events

    /// Takes what was typed before the terminal was opened and read by somebody else: it comes first among the events.
    package func take(typed: [UInt8]) { typedBefore += typed }

    /// Waits for something to happen and returns all of it, keys first to last; after the timeout, or when there is
    /// only half a key, nothing.
    ///
    /// Everything typed so far is drained: draw once, after the last event.
    package func nextEvents(timeout: Duration? = nil) -> [Event] {
        if !typedBefore.isEmpty {
            defer { typedBefore = [] }
            return decoder.decode(typedBefore.map(InputDecoder.Input.byte))
        }
        var events = wait(timeout)
        // The end of a paste may be on its way. If it never comes (a broken line), what came is the paste.
        while decoder.isPasting {
            let more = wait(.milliseconds(500))
            events += more.isEmpty ? decoder.endPaste() : more
        }
        return events
    }

    /// Makes ``nextEvents(timeout:)`` return ``Event/woken``. Any thread may call it.
    package static func wake() { screen_wake() }

    private func wait(_ timeout: Duration?) -> [Event] {
        let bits = Int(screen_wait(timeout.map(Self.milliseconds) ?? -1))
        var events: [Event] = []
        if bits & (SCREEN_HAS_INPUT | SCREEN_INTERRUPTED) != 0 {
            events = decoder.decode(drain())
        }
        if bits & SCREEN_WAS_WOKEN != 0 { events.append(.woken) }
        if bits & SCREEN_CONTINUED != 0 {
            screen_resume()
            painter.forget()
            events.append(.continued)
        }
        if bits & SCREEN_SHOULD_STOP != 0 { events.append(.stopRequested) }
        if bits & SCREEN_HUNG_UP != 0 {
            events.append(.terminated(.hungUp))
        } else if bits & SCREEN_SHOULD_END != 0 {
            events.append(.terminated(.asked))
        }
        return events
    }

    private func drain() -> [InputDecoder.Input] {
        var inputs: [InputDecoder.Input] = []
        while true {
            let input = screen_read()
            switch input.kind {
            case INPUT_BYTE: inputs.append(.byte(UInt8(truncatingIfNeeded: input.value)))
            case INPUT_KEY where input.value & UInt32(INPUT_AMBIGUOUS) != 0:
                noteWidth(Int(input.value) - Int(INPUT_AMBIGUOUS))
            case INPUT_KEY: inputs.append(.key(Int(input.value)))
            case INPUT_MOUSE:
                inputs.append(.mouse(Int(input.value), Point(x: Int(input.x), y: Int(input.y))))
            case INPUT_RESIZED:
                noteSize()
                inputs.append(.resized(size))
            default: return inputs
            }
        }
    }

    private func noteSize() {
        var (width, height): (Int32, Int32) = (0, 0)
        screen_size(&width, &height)
        let now = Size(width: Int(width), height: Int(height))
        if now != size { painter.forget() }
        size = now
    }

    /// Rounded up, so that a timer is never found not quite due.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
        let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return milliseconds.overflow ? Int32.max : Int32(clamping: max(0, milliseconds.partialValue + rest))
    }
}

@available(*, unavailable)
extension Terminal: Sendable {}

private func withOptionalCString<Result>(_ string: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    guard let string else { return body(nil) }
    return string.withCString { body($0) }
}
