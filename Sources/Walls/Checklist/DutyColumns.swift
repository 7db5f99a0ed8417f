import Ledger

/// Where the columns of the week grid of duties stand; for drawing and for the mouse.
///
/// On a narrow screen five days with names do not fit: cells there hold the mark alone, and the record below the grid
/// tells who and what.
struct DutyColumns {
    let name: Int
    let person: Int
    let start: Int
    let cell: Int
    let end: Int
    let days: [Day]
    let isNarrow: Bool

    init(_ duties: DutyRows, _ scene: Scene, width: Int) {
        isNarrow = width < 110
        days = duties.days
        name = 8
        let room = isNarrow ? 26 : width < 150 ? 22 : 30
        person = name + room + 1
        start = person + scene.measures.person + 2
        end = width - 8
        cell = days.isEmpty ? end - start : max(4, (end - start) / days.count)
    }

    func x(of column: Int) -> Int { start + column * cell }

    func day(at x: Int) -> Day? {
        guard x >= start, x < end else { return nil }
        let column = (x - start) / cell
        return days.indices.contains(column) ? days[column] : nil
    }
}
