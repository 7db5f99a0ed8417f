package import Ledger
package import Supervision
import Text

// One page for a new colleague, and what happened since somebody last looked.

extension Words {
    package func script(_ brief: Brief, in ledger: Ledger) -> Script {
        let name = brief.unit.map { fullName($0, in: ledger) } ?? ledger.committee.name.string
        func line(_ number: MatterNumber) -> String {
            guard let matter = ledger.matters[number] else { return "" }
            let who = [unit(matter.lead, in: ledger), person(matter.person, in: ledger)].filter { !$0.isEmpty }
            let limit =
                matter.due.map { self("时限 \(short($0.day(ledger.offset)))", "due \(short($0.day(ledger.offset)))") }
                ?? ""
            return joined("\(self.number(matter)) \(title(matter))", who.joined(separator: " "), limit)
        }
        let lights = [Light.red, .orange, .yellow, .green, .grey, .parked].map { light in
            "\(self.name(light)) \(brief.byLight[light] ?? 0)"
        }
        var sections = [
            Script.Section(
                self("账上现在怎样", "How the ledger stands"),
                lines: [
                    self("在办 \(brief.open) 件：", "\(brief.open) open: ") + lights.joined(separator: self("，", ", "))
                        + self("。", "."),
                    self(
                        "其中问题 \(brief.problems) 件，过夜 \(brief.overNight) 件。",
                        "\(brief.problems) of them problems, \(brief.overNight) over night."
                    ),
                ] + lines(brief.outlook)
            )
        ]
        if brief.unit == nil, !brief.standings.isEmpty {
            sections.append(
                Script.Section(
                    self("战役", "Campaigns"),
                    lines: brief.standings.map { standing in
                        let campaign = ledger.campaigns[standing.campaign]
                        let phase = self.name(ledger.phase(of: standing.campaign, on: brief.day))
                        return joined(
                            "\(letter(standing.light)) \(self.campaign(standing.campaign, in: ledger))",
                            phase,
                            "\(percent(standing.progress)) \(amount(standing.done))/\(amount(standing.target)) \(campaign?.measure ?? "")",
                            self("总指挥 ", "head ") + person(campaign?.head, in: ledger)
                        )
                    }
                )
            )
        }
        if !brief.worst.isEmpty {
            sections.append(Script.Section(self("逾期最久", "Longest overdue"), lines: brief.worst.map(line)))
        }
        if !brief.next.isEmpty {
            sections.append(Script.Section(self("接下来到期", "Next to fall due"), lines: brief.next.map(line)))
        }
        sections.append(
            Script.Section(
                self("谁管什么", "Who decides what"),
                lines: brief.offices.map { office in
                    let people = office.people.prefix(6).map { person($0, in: ledger) }.joined(
                        separator: self("、", ", ")
                    )
                    let more =
                        office.people.count > 6
                        ? self(" 等 \(office.people.count) 人", " and \(office.people.count - 6) more") : ""
                    return self.name(office.role) + self("：", ": ") + people + more
                }
            )
        )
        sections.append(
            Script.Section(
                self("一天怎么过", "The day"),
                lines: [
                    self(
                        "早上 guatu daily 看今日必跟踪、到期、过夜；单位来电即 guatu track 编号 一句话 --behalf 单位 --channel 电话；"
                            + "晚上清点问题，guatu report daily 出日报。",
                        "Mornings: guatu daily. When a unit calls: guatu track NUMBER TEXT --behalf UNIT --channel phone. "
                            + "Evenings: count the problems, guatu report daily."
                    ),
                    self(
                        "灯：逾 过时限，滞 落后于序时，临 临期，常 正常，结 办结，待 未启动，挂 挂账。w 看亮灯依据，? 看本页按键。",
                        "Lights: LT past its limit, BH behind plan, NR near, OK on course, DN settled, -- not begun, PK parked."
                    ),
                ]
            )
        )
        return Script(
            title: self("\(name) 一页纸", "\(name) on one page"),
            subtitle: "\(long(brief.day)) \(weekday(brief.day))",
            sections: sections
        )
    }

    package func script(_ news: News, in ledger: Ledger) -> Script {
        let offset = ledger.offset
        let today = news.now.day(offset)
        func moment(_ moment: Moment) -> String {
            "\(short(moment.day(offset), seenFrom: today)) \(time(moment, offset))"
        }
        func list(_ zh: String, _ en: String, _ numbers: [MatterNumber]) -> Script.Section? {
            guard !numbers.isEmpty else { return nil }
            let shown = numbers.prefix(12).compactMap { ledger.matters[$0] }.map { matter in
                joined(
                    "\(number(matter)) \(title(matter))",
                    unit(matter.lead, in: ledger),
                    person(matter.person, in: ledger)
                )
            }
            let more = numbers.count > 12 ? [self("……另 \(numbers.count - 12) 件", "… \(numbers.count - 12) more")] : []
            return Script.Section(self("\(zh) \(numbers.count) 件", "\(en): \(numbers.count)"), lines: shown + more)
        }
        var sections = [
            list("新逾", "Newly overdue", news.newlyOverdue), list("新立", "Registered", news.registered),
            list("延期申请", "Extensions asked", news.extensionsAsked), list("办结", "Settled", news.settled),
        ].compactMap(\.self)
        if !news.progress.isEmpty {
            let shown = news.progress.prefix(20).map { event -> String in
                let matter = event.matter.flatMap { ledger.matters[$0] }
                return "\(matter.map(number) ?? "") \(matter.map { title($0) } ?? "")" + self("：", ": ")
                    + sentence(event, in: ledger)
            }
            let more =
                news.progress.count > 20
                ? [self("……另 \(news.progress.count - 20) 件", "… \(news.progress.count - 20) more")] : []
            sections.append(
                Script.Section(
                    self("进展 \(news.progress.count) 件", "Progress: \(news.progress.count)"),
                    lines: shown + more
                )
            )
        }
        if sections.isEmpty { sections = [Script.Section("", lines: [self("没有新的记录。", "Nothing new.")])] }
        return Script(
            title: self("上次看过以后", "Since you last looked"),
            subtitle: self(
                "\(moment(news.since)) 至 \(moment(news.now))，记录 \(news.records) 条",
                "\(moment(news.since)) to \(moment(news.now)), \(news.records) records"
            ),
            sections: sections
        )
    }
}
