import CCurses
import Canvas

/// Sends frames: what differs from the frame before, in as few pieces as possible.
struct Painter {
    private var diff = FrameDiff()
    /// Where the cursor was left; nil if nobody knows.
    private var lastCursor: Cursor?

    /// The next frame goes out whole.
    mutating func forget() {
        diff.forget()
        lastCursor = nil
    }

    mutating func paint(_ sheet: Sheet, _ theme: Theme, _ depth: Depth) {
        let runs = diff.runs(of: sheet, theme, depth)
        let cursor = sheet.cursor ?? Cursor(point: Point(x: 0, y: 0), isShown: false)
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
