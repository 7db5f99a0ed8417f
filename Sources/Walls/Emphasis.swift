package import Canvas
import Ledger
package import Text

extension Canvas {
    /// Draws a text with what a filter looks for in gold, bold and underlined, whether it was typed in characters or in
    /// initials; other characters as in `style`.
    /// - Returns: the columns it took.
    @discardableResult
    package func put(_ text: String, x: Int, y: Int, _ style: Style, width: Int, finding filter: Filter) -> Int {
        put(text, x: x, y: y, style, width: width, finding: filter.words)
    }

    @discardableResult
    package func put(_ text: String, x: Int, y: Int, _ style: Style, width: Int, finding words: [SearchWord]) -> Int {
        guard !words.isEmpty else { return put(text, x: x, y: y, style, width: width) }
        return put(Canvas.runs(repertoire.cut(text, to: width), style, finding: words), x: x, y: y)
    }

    private static func runs(_ text: String, _ style: Style, finding words: [SearchWord]) -> [Run] {
        let characters = Array(text)
        var isHit = Array(repeating: false, count: characters.count)
        for word in words {
            for (index, hit) in word.hits(in: characters).enumerated() where hit { isHit[index] = true }
        }
        var runs: [Run] = []
        var start = 0
        while start < characters.count {
            var end = start + 1
            while end < characters.count, isHit[end] == isHit[start] { end += 1 }
            let emphasis = Style(.gold, on: style.ground, style.marks).bold.underlined
            runs.append(Run(String(characters[start..<end]), isHit[start] ? emphasis : style))
            start = end
        }
        return runs
    }
}
