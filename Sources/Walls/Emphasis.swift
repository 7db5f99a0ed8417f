package import Canvas
import Text

extension Canvas {
    /// Draws a text with what a filter looks for in gold, bold and underlined; other words as in `style`.
    /// - Returns: the columns it took.
    @discardableResult
    package func put(_ text: String, x: Int, y: Int, _ style: Style, width: Int, finding filter: Filter) -> Int {
        let words = filter.text.split(separator: " ").map { $0.lowercased() }
        guard !words.isEmpty else { return put(text, x: x, y: y, style, width: width) }
        let shown = repertoire.cut(text, to: width)
        return put(Canvas.runs(shown, style, finding: words), x: x, y: y)
    }

    private static func runs(_ text: String, _ style: Style, finding words: [String]) -> [Run] {
        let characters = Array(text)
        let plain = characters.map { $0.lowercased() }
        var isHit = Array(repeating: false, count: characters.count)
        for word in words.map({ $0.map(String.init) }) where word.count <= plain.count {
            for start in 0...(plain.count - word.count) where plain[start..<start + word.count].elementsEqual(word) {
                for index in start..<start + word.count { isHit[index] = true }
            }
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
