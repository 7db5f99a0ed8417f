/// Which part of a list is on the screen.
///
/// It moves by half a window at a time. Scrolling by one row would send the whole list over the line with each key;
/// so the bar moves within rows that stay, and every few keys the rows change.
package struct ScrollWindow: Sendable, Hashable {
    /// The first row that is shown.
    package private(set) var first: Int

    package init(first: Int = 0) { self.first = max(0, first) }

    /// The window that shows `selected`, with `margin` rows beyond it as long as there are any.
    package func showing(_ selected: Int, of count: Int, rows: Int, margin: Int = 1) -> ScrollWindow {
        guard rows > 0, count > rows else { return ScrollWindow() }
        let last = count - rows
        let start = min(first, last)
        let margin = min(margin, (rows - 1) / 2)
        if selected < start + margin {
            let target = selected - margin
            return ScrollWindow(first: target <= 0 ? 0 : min(target, max(0, start - max(1, rows / 2))))
        }
        if selected > start + rows - 1 - margin {
            let target = selected + margin - rows + 1
            return ScrollWindow(first: min(last, max(target, start + max(1, rows / 2))))
        }
        return ScrollWindow(first: start)
    }

    /// The rows of the list on the screen.
    package func visible(of count: Int, rows: Int) -> Range<Int> {
        let start = min(first, max(0, count - rows))
        return start..<min(count, start + max(0, rows))
    }

    /// Where a thumb stands on a track of `rows`, or nil if everything is visible. At the ends only at the ends.
    package func thumb(of count: Int, rows: Int) -> Range<Int>? {
        guard rows > 0, count > rows else { return nil }
        let length = max(1, rows * rows / count)
        let last = count - rows
        var start = min(first, last) * (rows - length) / last
        if first > 0, start == 0, rows - length > 1 { start = 1 }
        if first < last, start == rows - length, rows - length > 1 { start -= 1 }
        return start..<start + length
    }
}
