import Text

extension Table {
    /// The width of each column, in half ems, so that together they fill `room`.
    ///
    /// Each gets its least width; what is left goes out by share, first only up to the width at which a
    /// column no longer wraps. If even the least widths do not fit, all shrink alike, none below one
    /// Chinese character: then the cells wrap more, but nothing is lost.
    func widths(filling room: Int) -> [Int] {
        var widths = columns.map(\.minimum)
        let wanted = widths.reduce(0, +)
        if wanted > room {
            let spare = Swift.max(0, room - 2 * columns.count)
            let shrunk = Self.split(spare, by: widths.map { $0 - 2 })
            return shrunk.map { $0 + 2 }
        }
        let naturals = columns.indices.map(natural)
        var spare = room - wanted
        while spare > 0 {
            let growing = columns.indices.map { widths[$0] < naturals[$0] ? columns[$0].share : 0 }
            guard growing.contains(where: { $0 > 0 }) else { break }
            for (index, part) in Self.split(spare, by: growing).enumerated() {
                let taken = Swift.min(part, Swift.max(0, naturals[index] - widths[index]))
                widths[index] += taken
                spare -= taken
            }
        }
        for (index, part) in Self.split(spare, by: columns.map(\.share)).enumerated() { widths[index] += part }
        return widths
    }

    /// The width at which no cell of the column wraps.
    private func natural(_ index: Int) -> Int {
        if columns[index].isBlank { return .max }
        return rows.reduce(columns[index].minimum) { widest, row in
            row[index].split(whereSeparator: \.isNewline).reduce(widest) { Swift.max($0, $1.columns(.wide)) }
        }
    }

    /// Divides a whole number by weights without losing a unit (largest remainder, the first of equals).
    /// All zero weights give all of it to the last.
    static func split(_ amount: Int, by weights: [Int]) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else {
            return weights.indices.map { $0 == weights.count - 1 ? amount : 0 }
        }
        var parts = weights.map { amount * $0 / sum }
        let byRemainder = weights.indices.sorted { left, right in
            let (first, second) = (amount * weights[left] % sum, amount * weights[right] % sum)
            return first == second ? left < right : first > second
        }
        for index in byRemainder.prefix(amount - parts.reduce(0, +)) { parts[index] += 1 }
        return parts
    }
}
