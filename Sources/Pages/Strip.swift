import Text

/// Elements across the whole width of the text, with the upper left corner at zero; what a page is stacked of.
struct Strip {
    var height: Length
    var content = PlacedPage()
    /// A row of a table and the head that belongs above it: it can be taken along to another page.
    var head: TableHead?

    init(height: Length) { self.height = height }

    /// Lines of text below each other, each aligned in `width`.
    init(lines: [String], _ style: TextStyle, _ alignment: Alignment, width: Length) {
        self.init(height: style.lineHeight * lines.count)
        add(lines, style, alignment, x: .zero, top: .zero, width: width)
    }

    mutating func add(
        _ lines: [String],
        _ style: TextStyle,
        _ alignment: Alignment,
        x: Length,
        top: Length,
        width: Length
    ) {
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let spare = width - style.width(of: line)
            let indent =
                switch alignment {
                case .left: Length.zero
                case .centre: spare / 2
                case .right: spare
                }
            content.texts.append(
                PlacedText(
                    text: line,
                    x: x + indent,
                    baseline: top + style.lineHeight * index + style.baseline,
                    size: style.size,
                    weight: style.weight
                )
            )
        }
    }

    mutating func line(_ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length) {
        content.lines.append(PlacedLine(x1: x1, y1: y1, x2: x2, y2: y2, width: Self.rule))
    }

    /// Half a point: thin, and still printed by an old laser printer.
    static let rule = Length(twips: 10)
}

extension PlacedPage {
    mutating func add(_ strip: Strip, x: Length, y: Length) {
        texts += strip.content.texts.map {
            var text = $0
            text.x += x
            text.baseline += y
            return text
        }
        lines += strip.content.lines.map {
            PlacedLine(x1: $0.x1 + x, y1: $0.y1 + y, x2: $0.x2 + x, y2: $0.y2 + y, width: $0.width)
        }
        boxes += strip.content.boxes.map {
            PlacedBox(x: $0.x + x, y: $0.y + y, width: $0.width, height: $0.height, shade: $0.shade)
        }
    }
}
