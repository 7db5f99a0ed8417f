import Text

public enum Weight: String, Sendable, Hashable, Codable {
    case regular
    case bold
}

/// How a text is set. Nothing is set smaller than 五号 (10.5 pt), whatever is asked for: it is read by people
/// who hold it at arm's length.
public struct TextStyle: Sendable, Hashable {
    public let size: Length
    public var weight: Weight
    /// From line to line, where a standard fixes it; else five quarters of the size.
    public var leading: Length?

    public init(size: Length, weight: Weight = .regular, leading: Length? = nil) {
        self.size = max(size, Self.smallest)
        self.weight = weight
        self.leading = leading
    }

    /// 五号.
    public static let smallest = Length(twips: 210)

    public static let body = TextStyle(size: smallest)
    public static let head = TextStyle(size: smallest, weight: .bold)
    /// 小四.
    public static let lead = TextStyle(size: .points(12))
    /// 小二.
    public static let title = TextStyle(size: .points(18), weight: .bold)

    var lineHeight: Length { leading ?? size * 5 / 4 }
    /// Where the letters stand inside a line: a CJK face reaches 0.88 em above its base line.
    var baseline: Length { (lineHeight - size) / 2 + size * 22 / 25 }
    /// Half an em: what one column of ``Text/Width`` takes on paper.
    var column: Length { size / 2 }

    /// Ambiguous characters (“ ” … — ×) fill a whole em in a Chinese face, so on paper they count as wide.
    func width(of text: String) -> Length { column * text.columns(.wide) }

    func lines(of text: String, in width: Length) -> [String] {
        text.wrapped(to: width.twips / column.twips, .wide)
    }

    /// Lines of a paragraph: all of them begin with the blanks that the first begins with.
    func hangingLines(of text: String, in width: Length) -> [String] {
        let (indent, rest) = text.hanging
        return lines(of: rest, in: width - column * indent.count).map { indent + $0 }
    }
}

extension String {
    /// The blanks at the beginning, by which all lines hang, and what stands behind them.
    var hanging: (indent: String, rest: String) {
        let indent = prefix { $0 == " " }
        // Blanks alone, or more of them than a line has room for, are no indent.
        guard indent.count <= 8, indent.endIndex < endIndex else { return ("", self) }
        return (String(indent), String(self[indent.endIndex...]))
    }
}
