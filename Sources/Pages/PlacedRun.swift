import Text

/// A stretch of a line whose characters all take the same width, and where it stands.
public struct PlacedRun: Sendable, Hashable {
    public var text: String
    public var x: Length
    /// The room the layout gave it: a drawer must stay within.
    public var width: Length

    public init(text: String, x: Length, width: Length) {
        self.text = text
        self.x = x
        self.width = width
    }
}

extension PlacedText {
    /// The line cut where full-width and half-width characters meet. A drawer that gives each run its
    /// own place comes out where the layout counted, whatever faces it mixes.
    public var runs: [PlacedRun] {
        let column = size / 2
        var runs: [PlacedRun] = []
        var x = x
        var widthBefore: Int?
        for character in text {
            let columns = character.columns(.wide)
            let width = column * columns
            if columns == widthBefore {
                runs[runs.count - 1].text.append(character)
                runs[runs.count - 1].width += width
            } else {
                runs.append(PlacedRun(text: String(character), x: x, width: width))
            }
            widthBefore = columns
            x += width
        }
        return runs
    }
}
