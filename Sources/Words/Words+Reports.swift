package import Ledger
package import Supervision
import Text

// Reports made from what was recorded: 日报, 周报, 月报 (PRACTICE §5), and figures of units (§9).

extension Words {
    // MARK: Of a past day

    /// 「；数据截至 11月19日 24时」, after the day or span of a report.
    package func dataAsOf(_ day: Day) -> String {
        self("；数据截至 \(monthDay(day)) 24时", "; data as of the end of \(long(day))")
    }

    /// 「此后补记 2 条，未计入。」
    package func lateRecords(_ count: Int) -> String {
        self("此后补记 \(count) 条，未计入。", "\(count) recorded later for this day are not counted.")
    }

    // MARK: Daily

    package func script(_ report: DailyReport, in ledger: Ledger) -> Script {
        let day = "\(long(report.day)) \(weekday(report.day))"
        var sections = [
            Script.Section(
                self("一、总体情况", "1. At large"),
                lines: [
                    self(
                        "在办 \(report.open) 件，其中逾期 \(report.overdue) 件。今日新立 \(report.registered) 件、交办 \(report.issued) 件，"
                            + "记录进展 \(report.tracks) 条，上报办结 \(report.reported) 件，办结 \(report.settled) 件。",
                        "\(report.open) open, \(report.overdue) of them overdue. Today \(report.registered) registered, "
                            + "\(report.issued) issued, \(report.tracks) tracks, \(report.reported) reported, \(report.settled) settled."
                    )
                ]
            )
        ]
        let numerals = ["二", "三", "四", "五", "六", "七", "八", "九", "十"]
        for (index, section) in report.sections.enumerated() {
            let number = self(index < numerals.count ? numerals[index] + "、" : "", "\(index + 2). ")
            let name = section.campaign.map { campaign($0, in: ledger) } ?? self("其他事项", "Other matters")
            var lines: [String] = []
            if section.done != .zero, let measure = section.campaign.flatMap({ ledger.campaigns[$0]?.measure }) {
                lines.append(
                    self("今日完成 \(amount(section.done)) \(measure)。", "Today \(amount(section.done)) \(measure).")
                )
            }
            if section.groups.isEmpty { lines.append(self("今日无进展记录", "Nothing recorded today")) }
            for group in section.groups {
                lines.append(unit(group.unit, in: ledger) + self("：", ":"))
                for entry in group.entries {
                    guard let matter = ledger.matters[entry.matter] else { continue }
                    lines.append(
                        "  \(self.number(matter)) \(title(matter))" + self("：", ": ")
                            + sentence(entry.event, in: ledger)
                    )
                }
            }
            sections.append(Script.Section(number + name, lines: lines))
        }
        return Script(
            title: self("\(ledger.committee.name.string)督查日报", "Daily report, \(ledger.committee.name.string)"),
            subtitle: day,
            sections: sections
        )
    }

    // MARK: Weekly

    package func script(_ report: WeeklyReport, in ledger: Ledger) -> Script {
        func list(_ numbers: [MatterNumber]) -> [String] {
            numbers.compactMap { ledger.matters[$0] }.map { matter in
                let who = [unit(matter.lead, in: ledger), person(matter.person, in: ledger)].filter { !$0.isEmpty }
                let limit = matter.due.map { short($0.day(ledger.offset)) } ?? ""
                return joined("\(number(matter)) \(title(matter))", who.joined(separator: " "), limit)
            }
        }
        func overdue(_ numbers: [MatterNumber]) -> [String] {
            zip(list(numbers), numbers).map { line, number in
                guard let matter = ledger.matters[number] else { return line }
                if matter.stage.isSettled { return joined(line, self("已办结", "settled")) }
                if let due = matter.due?.day(ledger.offset), due >= report.through {
                    return joined(line, self("时限已改", "limit moved"))
                }
                return line
            }
        }
        let onTime = report.settled - report.settledLate
        let change = report.overdue - report.overdueBefore
        let moved =
            change == 0
            ? self("与上周末持平", "as the week before")
            : self(
                "较上周末\(change > 0 ? "增" : "减") \(abs(change)) 件",
                "\(change > 0 ? "+" : "")\(change) against the week before"
            )
        var sections = [
            Script.Section(
                self("本周情况", "The week"),
                lines: [
                    self(
                        "新立 \(report.registered) 件，办结 \(report.settled) 件（按期 \(onTime) 件、逾期办结 \(report.settledLate) 件）；"
                            + "逾期 \(report.overdue) 件，\(moved)。",
                        "\(report.registered) registered, \(report.settled) settled (\(onTime) in time, \(report.settledLate) late); "
                            + "\(report.overdue) overdue, \(moved)."
                    )
                ]
            ),
            Script.Section(
                self("战役进度", "Campaigns"),
                head: [
                    self("战役", "campaign"), self("本周完成", "this week"), self("累计/目标", "done/target"),
                    self("完成率", "share"),
                ],
                rows: report.campaigns.map { line in
                    let measure = ledger.campaigns[line.campaign]?.measure ?? ""
                    return [
                        campaign(line.campaign, in: ledger), "\(amount(line.done)) \(measure)",
                        "\(amount(line.total))/\(amount(line.target)) \(measure)", percent(line.progress),
                    ]
                }
            ),
            Script.Section(
                self("本周新逾 \(report.newlyOverdue.count) 件", "Newly overdue: \(report.newlyOverdue.count)"),
                lines: report.newlyOverdue.isEmpty ? [self("无。", "None.")] : overdue(report.newlyOverdue)
            ),
            Script.Section(
                self("下周到期 \(report.dueNext.count) 件", "Due in the week after: \(report.dueNext.count)"),
                lines: report.dueNext.isEmpty ? [self("无。", "None.")] : list(report.dueNext)
            ),
        ]
        // A street without campaigns has no part on them.
        if report.campaigns.isEmpty { sections.remove(at: 1) }
        for place in sections.indices {
            sections[place].heading =
                self(["一、", "二、", "三、", "四、"][place], "\(place + 1). ") + sections[place].heading
        }
        return Script(
            title: self("\(ledger.committee.name.string)督查周报", "Weekly report, \(ledger.committee.name.string)"),
            subtitle: self(
                "\(long(report.from))至\(monthDay(report.through))",
                "\(long(report.from)) to \(long(report.through))"
            ),
            sections: sections
        )
    }

    // MARK: Monthly

    package func script(_ report: MonthlyReport, in ledger: Ledger) -> Script {
        func cell(_ now: Int, _ before: Int) -> String {
            let change = now - before
            return change == 0
                ? "\(now)"
                : self("\(now)（\(change > 0 ? "+" : "")\(change)）", "\(now) (\(change > 0 ? "+" : "")\(change))")
        }
        func cells(_ name: String, _ row: MonthlyReport.Row) -> [String] {
            [name]
                + [\MonthlyReport.Counts.issued, \.onTime, \.late, \.overdue, \.extended, \.parked].map {
                    cell(row.now[keyPath: $0], row.before[keyPath: $0])
                }
        }
        let rows = Source.allCases.compactMap { source in report.rows[source].map { cells(name(source), $0) } }
        let total = report.total
        let isWhole = report.through == report.through.endOfMonth
        let (year, month, _) = report.from.civil
        return Script(
            title: self("\(ledger.committee.name.string)督查月报", "Monthly report, \(ledger.committee.name.string)"),
            subtitle: isWhole
                ? self("\(year)年\(month)月", report.from.iso.prefix(7).description)
                : self(
                    "\(long(report.from))至\(monthDay(report.through))",
                    "\(long(report.from)) to \(long(report.through))"
                ),
            sections: [
                Script.Section(
                    "",
                    lines: [
                        self(
                            "本月交办 \(total.now.issued) 件，按期办结 \(total.now.onTime) 件，逾期办结 \(total.now.late) 件，"
                                + "逾期未结 \(total.now.overdue) 件，延期 \(total.now.extended) 次，挂账 \(total.now.parked) 件。括号内为与上月相比。",
                            "\(total.now.issued) issued, \(total.now.onTime) settled in time, \(total.now.late) late, "
                                + "\(total.now.overdue) overdue, \(total.now.extended) extensions, \(total.now.parked) parked. "
                                + "In brackets: against the month before."
                        )
                    ],
                    head: [
                        self("来源", "source"), self("交办", "issued"), self("按期办结", "in time"), self("逾期办结", "late"),
                        self("逾期未结", "overdue"), self("延期", "extended"), self("挂账", "parked"),
                    ],
                    rows: rows + [cells(self("合计", "all"), total)]
                )
            ]
        )
    }

    // MARK: Units

    package func script(
        _ figures: (units: [UnitFigures], others: UnitFigures),
        of street: Figures,
        on day: Day,
        in ledger: Ledger
    )
        -> Script
    {
        func cells(_ name: String, _ unit: UnitFigures) -> [String] {
            [name, "\(unit.open)", "\(unit.overdue)", "\(unit.settled - unit.settledLate)", "\(unit.settledLate)"]
        }
        var rows = figures.units.map { cells(unit($0.unit, in: ledger), $0) }
        if figures.others.units > 0 {
            rows.append(cells(self("其余 \(figures.others.units) 个单位", "\(figures.others.units) others"), figures.others))
        }
        return Script(
            title: self("各单位事项数", "Matters of units"),
            subtitle: self(
                "截至 \(long(day))；供内部核对，不排名、不上墙",
                "as of \(long(day)); for checking inside, no ranking, not for a wall"
            ),
            sections: [
                Script.Section(
                    "",
                    lines: [
                        self(
                            "全街道在办 \(street.open) 件，逾期 \(street.byLight[.red] ?? 0) 件。不足 10 件的单位合并列出。",
                            "The street: \(street.open) open, \(street.byLight[.red] ?? 0) overdue. Units of fewer than ten stand together."
                        )
                    ],
                    head: [
                        self("单位（名录顺序）", "unit (directory order)"), self("在办", "open"), self("逾期", "overdue"),
                        self("按期办结", "in time"),
                        self("逾期办结", "late"),
                    ],
                    rows: rows
                )
            ]
        )
    }

    // MARK: DayOutlook

    /// 「周末以来：新逾 2 件，值班交来 1 件，到期 3 件」, 「元旦前（剩 2 个工作日）须办结 5 件，节内到期 1 件」, 「月底前到期 12 件」.
    package func lines(_ outlook: DayOutlook) -> [String] {
        var lines: [String] = []
        if let rest = outlook.afterRest {
            let name = rest.restDays > 2 ? self("节假日以来", "Since the holiday") : self("周末以来", "Since the weekend")
            lines.append(
                self(
                    "\(name)：新逾 \(rest.newlyOverdue.count) 件，值班交来 \(rest.takenIn.count) 件，到期 \(rest.fellDue.count) 件",
                    "\(name): \(rest.newlyOverdue.count) newly overdue, \(rest.takenIn.count) taken in on duty, \(rest.fellDue.count) fell due"
                )
            )
        }
        if let holiday = outlook.beforeHoliday {
            let name = holiday.name.isEmpty ? self("放假", "the holiday") : self(holiday.name, "the holiday")
            let left = self("还有 \(holiday.workdaysLeft) 个工作日", "\(holiday.workdaysLeft) working days left")
            lines.append(
                self(
                    "节前须办结 \(holiday.due.count) 件（\(name) \(short(holiday.first)) 起 \(holiday.days) 天，\(left)）",
                    "To settle before \(name): \(holiday.due.count) (\(holiday.days) days from \(short(holiday.first)), \(left))"
                )
            )
            lines.append(
                self(
                    "节内值班：到期 \(holiday.dueOnRestDays.count) 件",
                    "For those on duty: \(holiday.dueOnRestDays.count) fall due"
                )
            )
        }
        if let end = outlook.monthEnd {
            lines.append(
                self(
                    "月底（\(short(end.last))）前到期 \(end.due.count) 件",
                    "Due by the month's end (\(short(end.last))): \(end.due.count)"
                )
            )
        }
        return lines
    }
}
