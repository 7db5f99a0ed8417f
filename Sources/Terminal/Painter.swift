import CCurses
import Canvas

/// Sends frames: what differs from the frame before, in as few pieces as possible.
///
/// To nearly all terminals it writes by itself; curses sends both colours with each change of one, and row after row.
/// What a terminal wants otherwise (the Linux console, old ones with padding) is left to curses.
struct Painter {
    private var writer: FrameWriter?
    private var diff = FrameDiff()
    /// Where the cursor was left; nil if nobody knows.
    private var lastCursor: Cursor?
    private var shown: (sheet: Sheet, theme: Theme, depth: Depth)?

    /// For the terminal that is open.
    init() {
        writer = TerminalCodes.current.map { FrameWriter(codes: $0, numbers: TerminalCodes.numbers) }
    }

    /// The next frame goes out whole.
    mutating func forget() {
        writer?.forget()
        diff.forget()
        lastCursor = nil
    }

    /// Sends the start of a row again, which somebody else has written on.
    mutating func mend(row: Int) {
        guard let shown else { return }
        writer?.spoil(row: row)
        lastCursor = nil
        paint(shown.sheet, shown.theme, shown.depth, isWidthSure: false)
    }

    mutating func paint(_ sheet: Sheet, _ theme: Theme, _ depth: Depth, isWidthSure: Bool) {
        shown = (sheet, theme, depth)
        let cursor = sheet.cursor ?? Cursor(point: Point(x: 0, y: 0), isShown: false)
        guard writer != nil else { return paintByCurses(sheet, theme, depth, cursor) }
        writer!.isWidthSure = isWidthSure
        var bytes = writer!.bytes(for: sheet, theme, depth)
        if bytes.isEmpty, cursor == lastCursor { return }
        // A hidden one may stand anywhere.
        if cursor.isShown { writer!.move(to: cursor.point, &bytes) }
        bytes.withUnsafeBytes { raw in
            screen_send(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
        }
        if cursor.isShown != lastCursor?.isShown { screen_show_cursor(cursor.isShown) }
        lastCursor = cursor
    }

    private mutating func paintByCurses(_ sheet: Sheet, _ theme: Theme, _ depth: Depth, _ cursor: Cursor) {
        let runs = diff.runs(of: sheet, theme, depth)
        if runs.isEmpty, cursor == lastCursor { return }
        lastCursor = cursor
        for run in runs {
            screen_put(
                Int32(run.x),
                Int32(run.y),
                run.scalars,
                Int32(run.scalars.count),
                run.look.ink.map(Int32.init) ?? -1,
                run.look.ground.map(Int32.init) ?? -1,
                Int32(run.look.flags.rawValue)
            )
        }
        screen_show(Int32(cursor.point.x), Int32(cursor.point.y), cursor.isShown)
    }
}
