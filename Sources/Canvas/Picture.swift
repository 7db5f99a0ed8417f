import Text

extension Canvas {
    /// The whole canvas as text, one line per row, without blanks at the ends.
    package var picture: String { picture(styles: false) }

    /// The same; with `styles`, followed by the stretches of each row that are more than plain text:
    ///
    ///     2| 2+2 逾 title on chipRed bold · 5+6 督147 title
    package func picture(styles: Bool) -> String {
        var lines = (0..<height).map { y in
            var line = (0..<width).map { self[$0, y].text }.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
        if styles {
            lines.append("")
            lines += (0..<height).compactMap(styleLine)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Characters that a wall must not draw: signs that are not in the table of ``Glyph``, and on a canvas that is not
    /// rich everything whose width terminals disagree on.
    package var strangers: [Unicode.Scalar] {
        var found: Set<Unicode.Scalar> = []
        for y in 0..<height {
            for x in 0..<width {
                for scalar in self[x, y].text.unicodeScalars where Width.kind(scalar) != .zero {
                    let isCrooked =
                        repertoire.glyphs != .rich && Width.kind(scalar) == .ambiguous
                        && !scalar.properties.isAlphabetic
                    if isCrooked || !Glyph.mayDraw(scalar) { found.insert(scalar) }
                }
            }
        }
        return found.sorted()
    }

    private func styleLine(_ y: Int) -> String? {
        var stretches: [String] = []
        var start = 0
        while start < width {
            let style = self[start, y].style
            var end = start + 1
            while end < width, self[end, y].style == style { end += 1 }
            var text = (start..<end).map { self[$0, y].text }.joined()
            while text.last == " " { text.removeLast() }
            // Blanks show nothing of their ink.
            if style != .text, !text.isEmpty || style.ground != .none || !style.marks.isEmpty {
                stretches.append("\(start)+\(end - start) \(text.isEmpty ? "" : "\(text) ")\(style)")
            }
            start = end
        }
        return stretches.isEmpty ? nil : "\(y)| " + stretches.joined(separator: " · ")
    }
}

extension Style: CustomStringConvertible {
    /// In words, for test pictures: `red on field bold selected`.
    package var description: String {
        var words: [String] = []
        if case .wash(let wash) = ink { words.append("\(wash)") } else { words.append("\(ink)") }
        if case .wash(let wash) = ground {
            words.append("on \(wash)")
        } else if ground != .none {
            words.append("on \(ground)")
        }
        let names: [(Marks, String)] = [
            (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dimmed, "dimmed"),
            (.selected, "selected"), (.following, "following"),
        ]
        words += names.filter { marks.contains($0.0) }.map(\.1)
        return words.joined(separator: " ")
    }
}
