/// Where a text stands in a field that is wider than the text.
public enum Alignment: Sendable, Hashable {
    case left
    case right
    case centre
}

// Text in columns. Everything here cuts at the borders of clusters, so never through a wide
// character and never between a letter and its marks.

extension StringProtocol {
    /// The longest beginning that fits into `columns`, ending in `ellipsis` if something was left out.
    ///
    /// The result may be one column short where a wide character did not fit. If not even the
    /// ellipsis fits, it is left out.
    public func cut(to columns: Int, ellipsis: String = "…", _ ambiguity: Ambiguity = .narrow) -> String {
        guard utf8.count > columns else { return String(self) }  // No scalar is wider than its bytes.
        guard self.columns(ambiguity) > columns else { return String(self) }
        let mark = ellipsis.columns(ambiguity)
        let room = mark <= columns ? columns - mark : columns
        var used = 0
        var end = startIndex
        while end < endIndex {
            let width = self[end].columns(ambiguity)
            if used + width > room { break }
            used += width
            end = index(after: end)
        }
        return mark <= columns ? String(self[..<end]) + ellipsis : String(self[..<end])
    }

    /// The text in a field of exactly `columns`: cut if it is too long, filled with spaces if too short.
    public func padded(
        to columns: Int,
        _ alignment: Alignment = .left,
        ellipsis: String = "…",
        _ ambiguity: Ambiguity = .narrow
    ) -> String {
        let text = cut(to: columns, ellipsis: ellipsis, ambiguity)
        let spare = Swift.max(0, columns - text.columns(ambiguity))
        let before =
            switch alignment {
            case .left: 0
            case .right: spare
            case .centre: spare / 2
            }
        return String(repeating: " ", count: before) + text + String(repeating: " ", count: spare - before)
    }
}
