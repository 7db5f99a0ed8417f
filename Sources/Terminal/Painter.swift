import CCurses
import Canvas
import Glibc
import Text

/// Sends frames: what differs from the frame before, in as few pieces as possible.
struct Painter {
    private var last: [Cell] = []
    private var lastSize = Size(width: 0, height: 0)
    private var lastCursor: Cursor?
    private var lastTheme: Theme?
    /// Styles already resolved for ``lastTheme``.
    private var looks: [Style: Attributes] = [:]

    /// The next frame goes out whole.
    mutating func forget() { last = [] }

    mutating func paint(_ sheet: Sheet, _ theme: Theme, _ depth: Depth) {
        if theme != lastTheme {
            looks = [:]
            lastTheme = theme
            forget()
        }
        if sheet.size != lastSize { forget() }
        let isWhole = last.isEmpty
        var isChanged = isWhole || sheet.cursor != lastCursor
        var row = RowPainter(width: sheet.size.width)
        for y in 0..<sheet.size.height {
            let cells = y * sheet.size.width..<(y + 1) * sheet.size.width
            guard let span = isWhole ? 0..<sheet.size.width : changed(sheet.cells, cells) else { continue }
            isChanged = true
            row.paint(sheet.cells[cells], span, y) { style in look(style, theme, depth) }
        }
        lastSize = sheet.size
        lastCursor = sheet.cursor
        last = sheet.cells
        guard isChanged else { return }
        let cursor = sheet.cursor ?? Cursor(point: Point(x: 0, y: 0), isShown: false)
        screen_show(Int32(cursor.point.x), Int32(cursor.point.y), cursor.isShown)
    }

    /// The part of a row that differs from the last frame, or nil.
    private func changed(_ cells: [Cell], _ row: Range<Int>) -> Range<Int>? {
        let isEqual = cells.withUnsafeBytes { new in
            last.withUnsafeBytes { old in
                let stride = MemoryLayout<Cell>.stride
                return memcmp(
                    new.baseAddress! + row.lowerBound * stride,
                    old.baseAddress! + row.lowerBound * stride,
                    row.count * stride
                ) == 0
            }
        }
        if isEqual { return nil }
        var first = row.lowerBound
        while cells[first] == last[first] { first += 1 }
        var end = row.upperBound
        while cells[end - 1] == last[end - 1] { end -= 1 }
        // Whole characters: from the left half of the first, to the right half of the last.
        while first > row.lowerBound, cells[first].isRightHalf || last[first].isRightHalf { first -= 1 }
        while end < row.upperBound, cells[end].isRightHalf { end += 1 }
        return first - row.lowerBound..<end - row.lowerBound
    }

    private mutating func look(_ style: Style, _ theme: Theme, _ depth: Depth) -> Attributes {
        if let known = looks[style] { return known }
        let look = theme.resolve(style, depth)
        looks[style] = look
        return look
    }
}

/// Cuts a row into runs of one look.
private struct RowPainter {
    /// A gap up to here takes the ink of the word before it.
    private static let shortGap = 4

    private var scalars: [UInt32] = []

    init(width: Int) { scalars.reserveCapacity(2 * width) }

    /// Sends the cells of `span`. The looks are worked out from the start of the row, so that a cell has the same one
    /// whichever part of the row is sent.
    mutating func paint(_ row: ArraySlice<Cell>, _ span: Range<Int>, _ y: Int, look: (Style) -> Attributes) {
        let cells = row.startIndex
        var run: (start: Int, look: Attributes)?
        var before: Attributes?
        var gapEnd = 0
        for x in 0..<span.upperBound {
            let cell = row[cells + x]
            if cell.isRightHalf { continue }
            var now = look(cell.style)
            if cell.isBlank {
                if gapEnd <= x {
                    gapEnd = row[(cells + x)...].firstIndex { !$0.isBlank }.map { $0 - cells } ?? row.count
                }
                now = blank(now, after: before, isShort: gapEnd < row.count && gapEnd - x <= Self.shortGap)
            }
            before = now
            if x < span.lowerBound { continue }
            if run?.look != now {
                flush(run, y)
                run = (x, now)
            }
            scalars.append(cell.scalar)
            if cell.mark != 0 { scalars.append(UInt32(cell.mark)) }
        }
        flush(run, y)
    }

    /// The look of a blank, on which ink cannot be seen: each change of colour costs a dozen bytes, so a blank keeps the
    /// ink before it. A long gap without a ground is plain: curses can jump over it, or erase to the end of the line.
    private func blank(_ look: Attributes, after before: Attributes?, isShort: Bool) -> Attributes {
        guard look.isInkOnly else { return look }
        if let before, before.isInkOnly, before.ground == look.ground, look.ground != nil || isShort { return before }
        return Attributes(ink: look.ground == nil ? nil : look.ink, ground: look.ground)
    }

    private mutating func flush(_ run: (start: Int, look: Attributes)?, _ y: Int) {
        guard let run, !scalars.isEmpty else { return }
        screen_put(
            Int32(run.start),
            Int32(y),
            scalars,
            Int32(scalars.count),
            run.look.ink.map(Int32.init) ?? -1,
            run.look.ground.map(Int32.init) ?? -1,
            Int32(run.look.flags.rawValue)
        )
        scalars.removeAll(keepingCapacity: true)
    }
}

extension Cell {
    fileprivate var isBlank: Bool { scalar == 0x20 && mark == 0 && width == 1 }
}

extension Attributes {
    /// Whether a blank in this look shows nothing but its ground.
    fileprivate var isInkOnly: Bool { flags.isDisjoint(with: [.reverse, .underline]) }
}
