import Canvas
import Glibc

/// Turns frames into the bytes that a terminal is to show, as few as possible: on a slow line they are what one waits for.
///
/// Of the pieces that differ from the frame before, always the next one is sent that costs least from where cursor and
/// pen are. Which of several ways a cell is drawn in (a full block or a blank on its ground, an upper or a lower half) is
/// decided by the pen, too.
struct FrameWriter {
    let codes: TerminalCodes
    private(set) var colours: ColourTable
    /// What the screen shows; empty if nobody knows.
    private var last: [Cell] = []
    private var lastSize = Size(width: 0, height: 0)
    private var lastTheme: Theme?
    private var lastDepth: Depth?
    private var pens: [Style: Pen] = [:]
    private var lastPen: (style: Style, pen: Pen)?
    /// What the question about widths takes at most in a row, and half a character more.
    private static let spoiltCells = 8
    /// Rows whose first cells somebody else has written on.
    private var spoilt: Set<Int> = []
    var position = CursorPosition.unknown
    var pen = Pen()
    /// Whether characters are as wide as the sheet thinks: then a place is known after each of them.
    var isWidthSure = false

    init(codes: TerminalCodes, numbers: @escaping (_ colour: UInt32, _ isGround: Bool) -> [UInt8]) {
        self.codes = codes
        colours = ColourTable(numbers: numbers)
    }

    /// The next frame goes out whole.
    mutating func forget() { last = [] }

    /// The start of a row must be sent again.
    mutating func spoil(row: Int) { spoilt.insert(row) }

    /// The bytes that turn the frame before into this one; none if they look the same.
    mutating func bytes(for sheet: Sheet, _ theme: Theme, _ depth: Depth) -> [UInt8] {
        if theme != lastTheme || depth != lastDepth {
            (pens, lastPen, lastTheme, lastDepth) = ([:], nil, theme, depth)
            forget()
        }
        if sheet.size != lastSize { forget() }
        var bytes: [UInt8] = []
        (position, pen) = (.unknown, Pen())
        if last.isEmpty {
            clear(sheet, to: &bytes)
        } else {
            shiftRows(of: sheet, to: &bytes)
        }
        let (pieces, faces) = cut(sheet)
        spoilt = []
        (last, lastSize) = (sheet.cells, sheet.size)
        send(pieces, faces, sheet.size.width, to: &bytes)
        if pen != Pen() { bytes += "\u{1B}[m".utf8 }
        pen = Pen()
        return bytes
    }

    /// Appends what leads the cursor to a place.
    mutating func move(to point: Point, _ bytes: inout [UInt8]) {
        let path = CursorPath(from: position, to: point)
        path.write(to: &bytes)
        position = CursorPosition(point: point, isColumnSure: position.isColumnSure || path.isAbsolute)
    }

    // MARK: Cells

    private mutating func face(_ cell: Cell) -> Face {
        if cell.scalar < 2 { return cell.scalar == 0 ? .blank(erasedGround) : .spoilt }
        if let lastPen, cell.style == lastPen.style { return Face(cell, lastPen.pen) }
        if let known = pens[cell.style] {
            lastPen = (cell.style, known)
            return Face(cell, known)
        }
        let look = lastTheme!.resolve(cell.style, lastDepth!)
        var flags = look.flags
        if !codes.dims { flags.remove(.dim) }
        let pen = Pen(ink: colours.index(of: look.ink), ground: colours.index(of: look.ground), flags: flags)
        pens[cell.style] = pen
        return Face(cell, pen)
    }

    /// A cell that was cleared, and one that may show anything.
    private static let erased = Cell("\0")
    private static let unknown = Cell("\u{1}")

    /// What lies under cleared cells: the ground of the theme where the terminal can clear with it.
    private var erasedGround: ColourIndex { codes.erasesInColour ? pens[Cell.blank.style]?.ground ?? 0 : 0 }

    private mutating func clear(_ sheet: Sheet, to bytes: inout [UInt8]) {
        _ = face(.blank)
        bytes += "\u{1B}[m".utf8
        set(PenWish(ground: erasedGround), to: &bytes)
        bytes += "\u{1B}[H\u{1B}[2J".utf8
        position = CursorPosition(point: Point(x: 0, y: 0))
        last = Array(repeating: Self.erased, count: sheet.cells.count)
    }

    // MARK: What changed

    private mutating func cut(_ sheet: Sheet) -> ([Piece], [Face]) {
        let width = sheet.size.width
        var cutter = PieceCutter(width: width, codes: codes)
        for y in 0..<sheet.size.height {
            let row = y * width..<(y + 1) * width
            guard spoilt.contains(y) || !isSame(sheet.cells, row, row) else { continue }
            let faces = row.map { face(sheet.cells[$0]) }
            let changed = changed(faces, row, isSpoilt: spoilt.contains(y))
            if !changed.isEmpty { cutter.cut(faces, changed, y: y) }
        }
        return (cutter.pieces, cutter.faces)
    }

    /// Whether a row of the frame is a row of the last one, compared as memory.
    private func isSame(_ cells: [Cell], _ new: Range<Int>, _ old: Range<Int>) -> Bool {
        cells.withUnsafeBytes { now in
            last.withUnsafeBytes { before in
                let stride = MemoryLayout<Cell>.stride
                return memcmp(
                    now.baseAddress! + new.lowerBound * stride,
                    before.baseAddress! + old.lowerBound * stride,
                    new.count * stride
                ) == 0
            }
        }
    }

    /// The parts of a row that look different now, in whole characters.
    private mutating func changed(_ faces: [Face], _ row: Range<Int>, isSpoilt: Bool) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        let before = row.map {
            isSpoilt && $0 - row.lowerBound < FrameWriter.spoiltCells ? Face.spoilt : face(last[$0])
        }
        var x = 0
        while x < faces.count {
            guard !faces[x].looksLike(before[x]) else {
                x += 1
                continue
            }
            var first = x
            var end = x + 1
            while end < faces.count, !faces[end].looksLike(before[end]) { end += 1 }
            while first > 0, faces[first] == .rest || before[first] == .rest { first -= 1 }
            while end < faces.count,
                faces[end] == .rest || before[end] == .rest || faces[end - 1].isDisputed || before[end - 1].isDisputed
            {
                end += 1
            }
            if let span = spans.last, span.upperBound >= first {
                spans[spans.count - 1] = span.lowerBound..<end
            } else {
                spans.append(first..<end)
            }
            x = end
        }
        return spans
    }

    private mutating func shiftRows(of sheet: Sheet, to bytes: inout [UInt8]) {
        let width = sheet.size.width
        func range(_ row: Int) -> Range<Int> { row * width..<(row + 1) * width }
        func isSame(_ new: Int, _ old: Int) -> Bool { self.isSame(sheet.cells, range(new), range(old)) }
        func differs(_ new: Int, _ old: Int?) -> Int {
            guard let old else { return range(new).count { sheet.cells[$0] != .blank } }
            if isSame(new, old) { return 0 }
            return (0..<width).count { sheet.cells[new * width + $0] != last[old * width + $0] }
        }
        let own = (0..<sheet.size.height).map { differs($0, $0) }
        guard own.reduce(0, +) > RowShift.cost * 2,
            let shift = RowShift(own: own, isSame: isSame, differs: differs)
        else { return }
        shift.write(to: &bytes)
        position = CursorPosition(point: Point(x: 0, y: 0))
        let before = last
        for row in shift.region {
            let old = row + shift.distance
            for x in 0..<width {
                last[row * width + x] = shift.region.contains(old) ? before[old * width + x] : Self.unknown
            }
        }
        spoilt = Set(spoilt.map { shift.region.contains($0) ? $0 - shift.distance : $0 })
    }
}
