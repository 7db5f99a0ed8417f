import Text

extension Document {
    /// One file that needs no other, for a browser or WPS: prints on the same sheet, with the table's head on
    /// each page. The running foot stands once, at the end; page numbers are drawn by browsers that know page
    /// margin boxes (Chromium from 131 on).
    public func html() -> String {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <title>\(escaped(title))</title>
        <style>
        \(stylesheet)</style>
        </head>
        <body>
        \(body.map(markup).joined())<div class="closing">
        \(closing.map(markup).joined())\(markup(.ends(left: runningFoot.left, right: runningFoot.right)))</div>
        </body>
        </html>

        """
    }

    private var stylesheet: String {
        """
        @page {
          size: A4 \(sheet.isLandscape ? "landscape" : "portrait");
          margin: \(css(margins.top)) \(css(margins.right)) \(css(margins.bottom)) \(css(margins.left));
          @bottom-center { content: "第 " counter(page) " 页共 " counter(pages) " 页"; font-size: 10.5pt; }
        }
        body { font: 10.5pt/1.25 SimSun, 宋体, "Noto Serif CJK SC", "AR PL UMing CN", serif; margin: 0; }
        h1 { font-size: 18pt; text-align: center; margin: 0; }
        p { margin: 0; }
        p, h1, th, td { white-space: pre-line; overflow-wrap: anywhere; }
        .ends, .blanks { display: flex; justify-content: space-between; }
        .blanks { gap: 2em; font-size: 12pt; padding-top: 1.25em; }
        .blanks p { flex: 1; border-bottom: 0.5pt solid; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        thead { display: table-header-group; }
        tr, .closing { break-inside: avoid; page-break-inside: avoid; }
        th, td { border: 0.5pt solid; padding: 2pt; vertical-align: middle; }
        th { background: #eee; }
        @media screen { body { max-width: \(css(sheet.width)); margin: 12mm auto; padding: 0 4mm; } }

        """
    }
}

// MARK: - Blocks

private func markup(_ block: Block) -> String {
    switch block {
    case .heading(let text, let style):
        "<h1\(attributes(style, .centre, unless: .title))>\(escaped(text))</h1>\n"
    case .ends(let left, let right, let style):
        """
        <div class="ends"\(attributes(style))><p>\(escaped(left))</p><p>\(escaped(right))</p></div>

        """
    case .paragraph(let text, let style, let alignment):
        "<p\(attributes(style, alignment, indent: text.hanging.indent.count))>\(escaped(text.hanging.rest))</p>\n"
    case .table(let table):
        markup(table)
    case .blanks(let labels):
        "<div class=\"blanks\">\(labels.map { "<p>\(escaped($0))</p>" }.joined())</div>\n"
    case .space(let height):
        "<div style=\"height:\(css(height))\"></div>\n"
    }
}

private func markup(_ table: Table) -> String {
    let widths = table.widths(filling: 144)
    let sum = Swift.max(1, widths.reduce(0, +))
    var html = "<table>\n<colgroup>"
    // In thousandths, as whole numbers: no locale and no rounding can touch them.
    for part in Table.split(1000, by: widths.map { $0 * 1000 / sum }) {
        html += "<col style=\"width:\(part / 10).\(part % 10)%\">"
    }
    html += "</colgroup>\n"
    if table.columns.contains(where: { !$0.title.isEmpty }) {
        html += "<thead><tr>\(table.columns.map { "<th>\(escaped($0.title))</th>" }.joined())</tr></thead>\n"
    }
    html += "<tbody>\n"
    for row in table.rows {
        html += "<tr>"
        for (cell, column) in zip(row, table.columns) {
            html += "<td\(attributes(.body, column.alignment))>\(escaped(cell))</td>"
        }
        html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n"
}

/// A style attribute that names only what differs from the usual.
private func attributes(
    _ style: TextStyle,
    _ alignment: Alignment = .left,
    unless usual: TextStyle = .body,
    indent: Int = 0
) -> String {
    var rules: [String] = []
    // Blanks are half an em each.
    if indent > 0 { rules.append("margin-left:\(indent / 2)\(indent % 2 == 0 ? "" : ".5")em") }
    if style.size != usual.size { rules.append("font-size:\(css(style.size))") }
    if let leading = style.leading { rules.append("line-height:\(css(leading))") }
    if style.weight != usual.weight { rules.append("font-weight:\(style.weight == .bold ? "bold" : "normal")") }
    switch alignment {
    case .left: break
    case .centre: if usual == .body { rules.append("text-align:center") }
    case .right: rules.append("text-align:right")
    }
    return rules.isEmpty ? "" : " style=\"\(rules.joined(separator: ";"))\""
}

// MARK: - Characters

/// Text as HTML, in an element or in a quoted attribute. Control characters, which HTML has no way to write, are gone.
private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\n": result += "\n"
        default: if !isControl(scalar) { result.unicodeScalars.append(scalar) }
        }
    }
    return result
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}

private func css(_ length: Length) -> String {
    // A twip is 0.05 pt.
    let hundredths = length.twips * 5
    return hundredths % 100 == 0
        ? "\(hundredths / 100)pt" : "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)pt"
}
