import Text

extension Document {
    /// Breaks the document into pages and gives every line its place.
    public func placed() -> PlacedDocument {
        var stack = PageStack(room: sheet.height - margins.top - margins.bottom)
        for block in body { stack.add(block, width: width) }
        stack.addTogether(closing, width: width)
        let pages = stack.pages.enumerated().map { index, strips in
            page(strips, number: index + 1, of: stack.pages.count)
        }
        return PlacedDocument(title: title, sheet: sheet, pages: pages)
    }

    private var width: Length { sheet.width - margins.left - margins.right }

    private func page(_ strips: [Strip], number: Int, of count: Int) -> PlacedPage {
        var page = PlacedPage()
        var y = margins.top
        for strip in strips {
            page.add(strip, x: margins.left, y: y)
            y += strip.height
        }
        let style = TextStyle.body
        if let runningHead, number > 1 {
            let strip = Strip(ends: runningHead.left, runningHead.right, style, width: width)
            page.add(strip, x: margins.left, y: margins.top - strip.height - .points(4))
        }
        if hasDashedNumbers {
            page.add(dashedFoot(number), x: margins.left, y: sheet.height - margins.bottom + .millimetres(7))
            return page
        }
        var foot = Strip(ends: runningFoot.left, runningFoot.right, style, width: width)
        foot.add([Self.pageLabel(number, of: count)], style, .centre, x: .zero, top: .zero, width: width)
        page.add(foot, x: margins.left, y: sheet.height - margins.bottom + .points(8))
        return page
    }
}

extension Document {
    /// The page number in 四号 with the foot's own text between: the dash stands 7 mm below the text.
    private func dashedFoot(_ number: Int) -> Strip {
        let style = TextStyle(size: .points(14))
        var foot = Strip(lines: [runningFoot.left], .body, .centre, width: width)
        let isOdd = number % 2 == 1
        let label = [Document.dashedLabel(number)]
        foot.add(
            label,
            style,
            isOdd ? .right : .left,
            x: isOdd ? .zero : style.size,
            top: .zero,
            width: width - style.size
        )
        return foot
    }
}

/// Pages while they fill, from top to bottom.
private struct PageStack {
    let room: Length
    private(set) var pages: [[Strip]] = [[]]

    init(room: Length) { self.room = room }

    private var left: Length { room - pages[pages.count - 1].reduce(.zero) { $0 + $1.height } }

    private mutating func put(_ strip: Strip) { pages[pages.count - 1].append(strip) }

    private mutating func turn() { pages.append([]) }

    mutating func add(_ block: Block, width: Length) {
        if case .table(let table) = block {
            add(TableLayout(table, width: width))
        } else {
            for strip in Strip.strips(of: block, width: width) {
                if strip.height > left, !pages[pages.count - 1].isEmpty { turn() }
                put(strip)
            }
        }
    }

    private mutating func add(_ table: TableLayout) {
        let head = table.head
        let roomForRows = room - (head?.strip.height ?? .zero)
        var needsHead = true
        for cells in table.rows {
            let whole = table.strip(cells, below: head)
            let parts =
                whole.height <= roomForRows
                ? [whole] : table.split(cells, to: roomForRows).map { table.strip($0, below: head) }
            for strip in parts {
                let above = needsHead ? head?.strip.height ?? .zero : .zero
                if above + strip.height > left {
                    if !pages[pages.count - 1].isEmpty { turn() }
                    needsHead = true
                }
                if needsHead, let head { put(head.strip) }
                needsHead = false
                put(strip)
            }
        }
        // A table without rows is its head.
        if needsHead, let head {
            if head.strip.height > left { turn() }
            put(head.strip)
        }
    }

    /// Blocks that stay in one piece. On a page of their own they would be signatures under nothing,
    /// so the last row comes along, if the page before keeps another one.
    mutating func addTogether(_ blocks: [Block], width: Length) {
        let strips = blocks.flatMap { Strip.strips(of: $0, width: width) }
        let height = strips.reduce(Length.zero) { $0 + $1.height }
        if height > left, !pages[pages.count - 1].isEmpty {
            let full = pages[pages.count - 1]
            turn()
            if let row = full.last, let head = row.head, full.count(where: { $0.head != nil }) > 1,
                head.strip.height + row.height + height <= room
            {
                pages[pages.count - 2].removeLast()
                put(head.strip)
                put(row)
            }
        }
        for strip in strips {
            if strip.height > left, !pages[pages.count - 1].isEmpty { turn() }
            put(strip)
        }
    }
}

extension Strip {
    /// A block as strips that may each stand on another page: a paragraph can be divided between its lines.
    static func strips(of block: Block, width: Length) -> [Strip] {
        switch block {
        case .heading(let text, let style):
            [Strip(lines: style.lines(of: text, in: width), style, .centre, width: width)]
        case .ends(let left, let right, let style):
            [Strip(ends: left, right, style, width: width)]
        case .paragraph(let text, let style, let alignment):
            style.hangingLines(of: text, in: width).map { Strip(lines: [$0], style, alignment, width: width) }
        case .blanks(let labels):
            [Strip(blanks: labels, width: width)]
        case .space(let height):
            [Strip(height: height)]
        case .table(let table):
            Strip.strips(of: TableLayout(table, width: width))
        }
    }

    /// A small table inside a closing.
    private static func strips(of table: TableLayout) -> [Strip] {
        let head = table.head
        return (head.map { [$0.strip] } ?? []) + table.rows.map { table.strip($0, below: head) }
    }

    init(ends left: String, _ right: String, _ style: TextStyle, width: Length) {
        if style.width(of: left) + style.width(of: right) + style.size <= width {
            self.init(lines: [left], style, .left, width: width)
            add([right], style, .right, x: .zero, top: .zero, width: width)
        } else {
            let above = style.lines(of: left, in: width)
            let below = style.lines(of: right, in: width)
            self.init(height: style.lineHeight * (above.count + below.count))
            add(above, style, .left, x: .zero, top: .zero, width: width)
            add(below, style, .right, x: .zero, top: style.lineHeight * above.count, width: width)
        }
    }

    /// Labels with a line to write on, each in an equal part of the width.
    private init(blanks labels: [String], width: Length) {
        let style = TextStyle.lead
        // Room for a signature above the line.
        self.init(height: style.lineHeight * 2)
        let part = width / max(1, labels.count)
        let top = height - style.lineHeight
        for (index, label) in labels.enumerated() {
            let x = part * index
            add([label], style, .left, x: x, top: top, width: part)
            let start = x + style.width(of: label) + style.size / 2
            let end = x + part - style.size
            let base = top + style.baseline + .points(2)
            if end > start { line(start, base, end, base) }
        }
    }
}
