import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

// A line that asks for more than its row can show stands as a sheet (表): a row for each field, nothing hidden beyond the
// edge of the screen.
extension State {
    /// Whether a line has no room in one row.
    func isSheet(_ prompt: Prompt) -> Bool {
        guard prompt.purpose != .register, prompt.fields.count > 1 else { return false }
        return prompt.line.leastWidth > size.width
    }

    /// Its head, its fields, what was understood, and what is offered or wrong.
    func sheetRows(_ prompt: Prompt) -> Int { prompt.line.fields.count + 3 }

    /// - Parameter bottom: the row below it.
    func drawSheet(_ prompt: Prompt, on canvas: Canvas, bottom: Int) {
        let line = prompt.line
        let top = bottom - sheetRows(prompt)
        canvas.veil(Rect(x: 0, y: 0, width: canvas.width, height: top))
        let panel = canvas.region(x: 0, y: top, width: canvas.width, height: sheetRows(prompt))
        panel.fill()
        panel.rule(line.label, y: 0)
        let label = sheetLabel(line)
        for (index, field) in line.fields.enumerated() {
            let y = 1 + index
            let isFocused = index == line.focus
            if isFocused { panel.put(.rowMark, x: 0, y: y, Style.gold.bold) }
            panel.put(sheetName(field), right: label, y: y, isFocused ? .text : .dim)
            panel.put(
                field.text,
                x: label + 2,
                y: y,
                width: min(panel.width - label - 3, max(24, field.width ?? 76)),
                isFocused: isFocused,
                placeholder: field.placeholder
            )
        }
        panel.put(understood(prompt), x: 0, y: line.fields.count + 1, width: panel.width)
        if notice == nil {
            panel.put([Run("  ")] + offered(prompt), x: 0, y: line.fields.count + 2, width: panel.width)
        }
    }

    /// What stands before a field: its label, else what its placeholder asks for.
    private func sheetName(_ field: Line.Field) -> String {
        if !field.label.isEmpty || field.placeholder.isEmpty { return field.label }
        return field.placeholder.columns() <= 10 ? field.placeholder : words("内容", "text")
    }

    private func sheetLabel(_ line: Line) -> Int {
        max(8, (line.fields.map { sheetName($0).columns() }.max() ?? 0) + 2)
    }

    /// The field of a sheet in a row of the screen.
    func sheetField(at y: Int, _ prompt: Prompt, bottom: Int) -> Int? {
        let shown = prompt.fields.indices.filter(prompt.isShown)
        let place = y - (bottom - sheetRows(prompt)) - 1
        return shown.indices.contains(place) ? shown[place] : nil
    }
}

extension Prompt {
    /// Up and down go from field to field of a sheet. False for any other key.
    mutating func walk(_ key: Key) -> Bool {
        switch key {
        case .up: next(-1)
        case .down: next(1)
        default: return false
        }
        return true
    }
}
