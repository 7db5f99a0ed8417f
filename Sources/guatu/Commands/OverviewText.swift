import Ledger
import Supervision
import Text
import Words

/// The overview (总览) as text: what `guatu` and `guatu demo` print without a terminal.
struct OverviewText {
    private let supervisor: Supervisor
    private let words: Words

    init(_ ledger: Ledger, at now: Moment, words: Words) {
        supervisor = Supervisor(ledger, at: now)
        self.words = words
    }

    private static let worst = 12

    func text() -> String {
        let ledger = supervisor.ledger
        let today = supervisor.today
        let duties = supervisor.duties()
        let figures = supervisor.figures(duties)
        var lines = [
            words("\(ledger.committee.name.string) 总览", "\(ledger.committee.name.string): overview"),
            "\(words.long(today)) \(words.weekday(today)) \(words.time(supervisor.judge.now, ledger.offset)) \(words.kind(of: today, in: ledger.calendar))",
            "",
            words("在办 \(figures.open) 件：", "\(figures.open) open: ") + lights(figures),
            words(
                "今日到期 \(figures.dueToday)，临期 \(figures.near)，过夜 \(figures.overNight)，延期待批 \(figures.waitingDecision)；今日须跟踪 \(figures.mustTrack)，已跟踪 \(figures.tracked)",
                "due today \(figures.dueToday), near \(figures.near), over night \(figures.overNight), extensions to decide \(figures.waitingDecision); to track \(figures.mustTrack), tracked \(figures.tracked)"
            ),
        ]
        if !ledger.campaigns.isEmpty { lines += ["", words("战役", "Campaigns")] + campaigns() }
        let overdue = duties.filter { $0.kind == .overdue }
        lines += ["", words("逾期 \(overdue.count) 件", "Overdue: \(overdue.count)")]
        if overdue.isEmpty { lines.append("  " + words("今日无逾期", "none today")) }
        lines += self.overdue(overdue.prefix(OverviewText.worst).map(\.matter))
        if overdue.count > OverviewText.worst {
            lines.append("  " + words("……全部见 guatu list --overdue", "… all of them: guatu list --overdue"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lights(_ figures: Figures) -> String {
        Light.allCases.filter { $0 != .blue }
            .map { "\(words.name($0)) \(figures.byLight[$0] ?? 0)" }
            .joined(separator: words("，", ", "))
    }

    private func campaigns() -> [String] {
        let ledger = supervisor.ledger
        let standings = supervisor.standings()
        let width = standings.map { words.campaign($0.campaign, in: ledger).columns() }.max() ?? 0
        return standings.map { standing in
            let unit = ledger.campaigns[standing.campaign]?.measure ?? ""
            let amounts =
                "\(words.percent(standing.progress))  \(words.amount(standing.done))/\(words.amount(standing.target)) \(unit)"
            let forecast = standing.forecast.map { words("；", "; ") + words.forecast($0) } ?? ""
            return
                "  \(words.letter(standing.light)) \(words.campaign(standing.campaign, in: ledger).padded(to: width))  \(amounts)\(forecast)"
        }
    }

    private func overdue(_ numbers: [MatterNumber]) -> [String] {
        let ledger = supervisor.ledger
        let matters = numbers.compactMap { ledger.matters[$0] }
        var table = TextTable(columns: (0..<5).map { _ in .init(title: "") }, hasTitles: false)
        for matter in matters {
            table.add([
                words.number(matter), words.title(matter), words.unit(matter.lead, in: ledger),
                words.person(matter.person, in: ledger), words.brief(supervisor.judge.judge(matter)),
            ])
        }
        return table.text(fitting: nil).split(separator: "\n").map { "  " + $0 }
    }
}
