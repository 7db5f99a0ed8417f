import Canvas
import Glibc
import Text

/// Characters in one look, side by side.
struct PaintedRun: Sendable, Hashable {
    var x: Int
    var y: Int
    var scalars: [UInt32]
    var look: Attributes
}

/// What must be drawn to get from one frame to the next.
struct FrameDiff {
    private var last: [Cell] = []
    private var lastSize = Size(width: 0, height: 0)
    private var lastTheme: Theme?
    private var lastDepth: Depth?
    /// Styles already resolved for that theme and depth.
    private var looks: [Style: Attributes] = [:]

    mutating func forget() { last = [] }

    mutating func runs(of sheet: Sheet, _ theme: Theme, _ depth: Depth) -> [PaintedRun] {
        if theme != lastTheme || depth != lastDepth {
            (looks, lastTheme, lastDepth) = ([:], theme, depth)
            forget()
        }
        if sheet.size != lastSize { forget() }
        var runs: [PaintedRun] = []
        let width = sheet.size.width
        for y in 0..<sheet.size.height {
            let row = y * width..<(y + 1) * width
            let spans = last.isEmpty ? [0..<width] : changed(sheet.cells, row)
            if spans.isEmpty { continue }
            append(sheet.cells[row], spans, y, to: &runs) { style in look(style, theme, depth) }
        }
        (last, lastSize) = (sheet.cells, sheet.size)
        return runs
    }

    /// The parts of a row that differ from the last frame. Most rows do not, and are compared as memory.
    ///
    /// Nothing between them is handed over: a blank there may have been sent with another ink, and would be sent again.
    private func changed(_ cells: [Cell], _ row: Range<Int>) -> [Range<Int>] {
        let isEqual = cells.withUnsafeBytes { new in
            last.withUnsafeBytes { old in
                let stride = MemoryLayout<Cell>.stride
                let start = row.lowerBound * stride
                return memcmp(new.baseAddress! + start, old.baseAddress! + start, row.count * stride) == 0
            }
        }
        if isEqual { return [] }
        var spans: [Range<Int>] = []
        var place = row.lowerBound
        while place < row.upperBound {
            guard cells[place] != last[place] else {
                place += 1
                continue
            }
            var first = place
            var end = place + 1
            while end < row.upperBound, cells[end] != last[end] { end += 1 }
            // Whole characters: from the left half of the first to the right half of the last.
            while first > row.lowerBound, cells[first].isRightHalf || last[first].isRightHalf { first -= 1 }
            while end < row.upperBound, cells[end].isRightHalf || last[end].isRightHalf { end += 1 }
            let span = first - row.lowerBound..<end - row.lowerBound
            if let before = spans.last, before.upperBound >= span.lowerBound {
                spans[spans.count - 1] = before.lowerBound..<span.upperBound
            } else {
                spans.append(span)
            }
            place = end
        }
        return spans
    }

    private mutating func look(_ style: Style, _ theme: Theme, _ depth: Depth) -> Attributes {
        if let known = looks[style] { return known }
        let look = theme.resolve(style, depth)
        looks[style] = look
        return look
    }
}

// MARK: - Runs of one look

extension FrameDiff {
    /// A gap up to here takes the ink of the word before it.
    private static let shortGap = 4

    /// Cuts parts of a row into runs. Looks are worked out from the start of the row, so that a cell has the same one
    /// whichever part of the row is sent.
    private func append(
        _ row: ArraySlice<Cell>,
        _ spans: [Range<Int>],
        _ y: Int,
        to runs: inout [PaintedRun],
        look: (Style) -> Attributes
    ) {
        let cells = row.startIndex
        var run: PaintedRun?
        var before: Attributes?
        var gapEnd = 0
        var spans = spans[...]
        for x in 0..<(spans.last?.upperBound ?? 0) {
            let cell = row[cells + x]
            if cell.isRightHalf { continue }
            var now = look(cell.style)
            if cell.isBlank {
                if gapEnd <= x {
                    gapEnd = row[(cells + x)...].firstIndex { !$0.isBlank }.map { $0 - cells } ?? row.count
                }
                if case .wash = cell.style.ground {
                    // Always the same one: curses writes short unchanged pieces again, and minds no colours then.
                    now = Attributes(ink: now.ink, ground: now.ground)
                } else {
                    now = Self.blank(now, after: before, isShort: gapEnd < row.count && gapEnd - x <= Self.shortGap)
                }
            }
            before = now
            while let span = spans.first, x >= span.upperBound {
                spans.removeFirst()
                if let run { runs.append(run) }
                run = nil
            }
            guard let span = spans.first, span.contains(x) else { continue }
            if run?.look != now {
                if let run { runs.append(run) }
                run = PaintedRun(x: x, y: y, scalars: [], look: now)
            }
            run?.scalars.append(cell.scalar)
            if cell.mark != 0 { run?.scalars.append(UInt32(cell.mark)) }
        }
        if let run { runs.append(run) }
    }

    /// The look of a blank, on which ink cannot be seen: each change of colour costs a dozen bytes, so a blank keeps the
    /// ink before it. A long gap without a ground is plain: curses can jump over it, or erase to the end of the line.
    private static func blank(_ look: Attributes, after before: Attributes?, isShort: Bool) -> Attributes {
        guard look.hidesInk else { return look }
        if let before, before.hidesInk, before.ground == look.ground, look.ground != nil || isShort { return before }
        return Attributes(ink: look.ground == nil ? nil : look.ink, ground: look.ground)
    }
}

extension Cell {
    fileprivate var isBlank: Bool { scalar == 0x20 && mark == 0 && width == 1 }
}

extension Attributes {
    /// Whether a blank in this look shows nothing but its ground.
    fileprivate var hidesInk: Bool { flags.isDisjoint(with: [.reverse, .underline]) }
}
