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
    private var scalars: [UInt32] = []

    init(width: Int) { scalars.reserveCapacity(2 * width) }

    mutating func paint(_ row: ArraySlice<Cell>, _ span: Range<Int>, _ y: Int, look: (Style) -> Attributes) {
        let base = row.startIndex
        var start = span.lowerBound
        var current: Attributes?
        scalars.removeAll(keepingCapacity: true)
        for x in span {
            let cell = row[base + x]
            if cell.isRightHalf { continue }
            var wanted = look(cell.style)
            if cell.isBlank, wanted.ground == nil, wanted.flags.isDisjoint(with: [.reverse, .underline]) {
                // Ink cannot be seen on a blank. A short gap keeps the colour of the words around it; the others are
                // plain, so that curses can erase to the end of a line instead of sending blanks.
                let isGap = x + 1 < row.count && !row[base + x + 1].isBlank && row[base + x + 1].style == cell.style
                wanted = isGap ? current.flatMap { $0.isInkOnly ? $0 : nil } ?? Attributes() : Attributes()
            }
            if wanted != current {
                flush(start, y, current)
                (start, current) = (x, wanted)
            }
            scalars.append(cell.scalar)
            if cell.mark != 0 { scalars.append(UInt32(cell.mark)) }
        }
        flush(start, y, current)
    }

    private mutating func flush(_ x: Int, _ y: Int, _ look: Attributes?) {
        guard let look, !scalars.isEmpty else { return }
        screen_put(
            Int32(x),
            Int32(y),
            scalars,
            Int32(scalars.count),
            look.ink.map(Int32.init) ?? -1,
            look.ground.map(Int32.init) ?? -1,
            Int32(look.flags.rawValue)
        )
        scalars.removeAll(keepingCapacity: true)
    }
}

extension Cell {
    fileprivate var isBlank: Bool { scalar == 0x20 && mark == 0 }
}

extension Attributes {
    fileprivate var isInkOnly: Bool { ground == nil && flags.isDisjoint(with: [.reverse, .underline]) }
}
