import Canvas
import Ledger
import Supervision
import Text
import Words

/// The columns of the desk's list. Names are never cut: when they do not fit, the column goes.
struct DeskColumns {
    /// Cells of a reason that says it all.
    static let longReason = 24

    let title: Range<Int>
    let unit: Range<Int>?
    let person: Range<Int>?
    let reason: Range<Int>?
    let isReasonLong: Bool
    /// What it is stuck on and what comes next, on a wide screen.
    let note: Range<Int>?
    let strip: Range<Int>?
    let step: Range<Int>?
    /// Days of the strip.
    let count: Int
    private let workdays: [Day]

    init(width: Int, days: Int, _ scene: Scene) {
        let measures = scene.measures
        let isEnglish = scene.words.language == .en
        count = days
        isReasonLong = width >= 100
        let supervisor = scene.supervisor
        workdays =
            supervisor.workdays(before: scene.today, count: scene.isWorkday ? days - 1 : days)
            + (scene.isWorkday ? [scene.today] : [])
        let start = 5 + measures.number + 1
        let widths = Widths(
            isWide: width >= 125,
            unit: measures.unit,
            person: measures.person,
            reason: isReasonLong ? DeskColumns.longReason : isEnglish ? 12 : 9,
            strip: DeskColumns.width(workdays),
            hasNote: width >= 160
        )
        let places = widths.places(in: width - start - 1).map { place in
            place.map { $0.lowerBound + start..<$0.upperBound + start }
        }
        title = places[0] ?? start..<width
        unit = places[1]
        person = places[2]
        reason = places[3]
        note = places[4]
        strip = places[5]
        step = places[6]
    }

    /// Two cells a day and one blank before each Monday, so that weeks can be counted.
    private static func width(_ days: [Day]) -> Int {
        days.count * 2 + zip(days, days.dropFirst()).count { $1.weekday < $0.weekday }
    }

    /// Each day of the strip and its column.
    func days(_ strip: Range<Int>) -> [(Day, Int)] {
        var x = strip.lowerBound
        var before: Day?
        return workdays.map { day in
            if let before, day.weekday < before.weekday { x += 1 }
            defer {
                x += 2
                before = day
            }
            return (day, x)
        }
    }
}

extension Words {
    /// How many nights, and of them on rest days, in the room that a long reason has; the number alone in a short one.
    func nights(_ nights: Nights, isLong: Bool) -> String {
        guard isLong else { return self.nights(nights.total) }
        let long = self.nights(nights)
        return long.columns() <= DeskColumns.longReason ? long : nightsShort(nights)
    }
}
