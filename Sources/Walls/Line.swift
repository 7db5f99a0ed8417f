package import Canvas
import Text

/// One line of typing: a label and fields, one of which has the caret.
package struct Line: Hashable, Sendable {
    /// 跟踪
    package var label: String
    package var fields: [Field]
    /// The field with the caret.
    package var focus: Int

    package struct Field: Hashable, Sendable {
        /// Stands before the field; empty for the first.
        package var label: String
        package var text: TextField
        package var placeholder: String
        /// Cells; nil takes the rest of the line.
        package var width: Int?

        package init(label: String = "", text: TextField, placeholder: String = "", width: Int? = nil) {
            self.label = label
            self.text = text
            self.placeholder = placeholder
            self.width = width
        }
    }

    package init(label: String, fields: [Field], focus: Int = 0) {
        self.label = label
        self.fields = fields
        self.focus = focus
    }
}

extension Line {
    /// Where the label of each field and the field itself stand in a line of `width` cells.
    fileprivate func places(in width: Int, _ columns: (String) -> Int) -> [(label: Int, field: Range<Int>)] {
        var start = columns(label) + 1
        // Fields of fixed width have theirs; those that take words share what is left, so that none is pushed out.
        let taken = fields.reduce(start) { sum, field in
            sum + (field.label.isEmpty ? 0 : columns(field.label) + 1) + (field.width ?? 0) + 1
        }
        let open = fields.count { $0.width == nil }
        let share = open == 0 ? 0 : max(8, (width - taken + 1) / open)
        var spare = open == 0 ? 0 : max(0, width - taken + 1 - share * open)
        var places: [(label: Int, field: Range<Int>)] = []
        for field in fields where start < width {
            let label = start
            if !field.label.isEmpty { start += columns(field.label) + 1 }
            let room = field.width ?? share + spare
            if field.width == nil { spare = 0 }
            let cells = max(0, min(room, width - start))
            places.append((label, start..<start + cells))
            start += cells + 1
        }
        return places
    }

    /// The cells it needs for every field to be seen, those that take words with room for a few of them.
    package var leastWidth: Int {
        fields.reduce(label.columns() + 1) { width, field in
            width + (field.label.isEmpty ? 0 : field.label.columns() + 1) + (field.width ?? 14) + 1
        }
    }

    /// The field under a column of the line, its label included.
    package func field(at x: Int, width: Int) -> Int? {
        places(in: width) { $0.columns() }.firstIndex { ($0.label..<$0.field.upperBound).contains(x) }
    }
}

extension Canvas {
    /// Draws a line of typing over `width` cells, its label in gold at `x`, and leaves the cursor at its caret.
    package func put(_ line: Line, x: Int, y: Int, width: Int) {
        put(line.label, x: x, y: y, Style.gold.bold)
        for (index, place) in line.places(in: width, columns).enumerated() {
            let field = line.fields[index]
            if !field.label.isEmpty { put(field.label, x: x + place.label, y: y, .dim) }
            put(
                field.text,
                x: x + place.field.lowerBound,
                y: y,
                width: place.field.count,
                isFocused: index == line.focus,
                placeholder: field.placeholder
            )
        }
    }
}
