import Ledger
import Samples
import Text

extension Office {
    /// A campaign whose groups report nearly each working day, some fast and some slow; for what is drawn by days.
    static let charted: Office = {
        var office = Office.founded
        /// Title, target, households in ten working days, issued, limit.
        let groups: [(CleanText, Int, Int, Day, Day)] = [
            ("一组包户签约", 60, 11, "2026-09-14", "2026-11-04"), ("二组包户签约", 80, 14, "2026-09-14", "2026-12-15"),
            ("三组包户签约", 64, 8, "2026-09-14", "2026-11-13"), ("四组包户签约", 90, 9, "2026-09-21", "2026-12-15"),
            ("房屋测绘复核", 120, 33, "2026-09-28", "2026-11-23"), ("腾空移交", 50, 0, "2026-11-16", "2026-12-30"),
        ]
        // In the order of time, as it happens: a record never lies before the one before it.
        var acts: [(moment: Moment, group: Int, action: Action?)] = []
        for (index, (_, target, pace, issued, _)) in groups.enumerated() {
            acts.append((Moment(issued, minute: 600 + index, offset: .china), index, nil))
            var done = 0
            var days = 0
            for day in issued + 1..<Day("2026-11-20") where WorkCalendar.china.isWorkday(day) {
                days += 1
                let total = min(target, (days * pace + index) / 10)
                // A group that has a rest every fourth day reports the more on the next.
                guard total > done, (days + index) % 4 != 0 else { continue }
                done = total
                let moment = Moment(day, minute: 1020 + index, offset: .china)
                acts.append((moment, index, .track("入户签约", [Progress(.total(Amount(total)))])))
            }
        }
        var numbers: [Int: MatterNumber] = [:]
        do {
            for (moment, index, action) in acts.sorted(by: { ($0.moment, $0.group) < ($1.moment, $1.group) }) {
                if let action {
                    try office.perform(action, on: numbers[index]!, at: moment)
                    continue
                }
                let (title, target, _, _, limit) = groups[index]
                var registration = Registration(kind: .target, title: Prose(title), source: .meeting)
                registration.campaign = .land
                registration.lead = .landForce
                registration.person = index % 2 == 0 ? .shenNanzhi : .heZhiyuan
                registration.post = "入户签约岗"
                registration.quantities = [QuantityLine(target: Amount(target), unit: "户")]
                registration.term = .fixed(limit)
                if index == 3 {
                    registration.steps = [
                        Step(title: "入户摸底", due: "2026-10-16"), Step(title: "集中签约", due: "2026-11-27"),
                        Step(title: "资料移交", due: "2026-12-15"),
                    ]
                }
                let number = try office.perform(.register(registration), at: moment)[0].matter!
                numbers[index] = number
                try office.perform(.submit(nil), on: number, at: moment)
                try office.perform(.issue(nil, nil), on: number, at: moment)
                try office.perform(.accept(nil), on: number, at: moment)
            }
        } catch {
            preconditionFailure("the charted office was refused: \(error)")
        }
        return office
    }()
}
