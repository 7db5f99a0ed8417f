import Journal
import Ledger
import Supervision
import Text
import Words

/// Campaigns as text or JSON: the list of all, and the page of one.
struct CampaignPage {
    private let session: Session
    private let ledger: Ledger
    private let supervisor: Supervisor

    private var words: Words { session.words }

    init(_ session: Session) throws {
        self.session = session
        ledger = try session.journal.load(.atHand).ledger
        supervisor = Supervisor(ledger, at: session.now)
    }

    // MARK: All

    func list(asJSON: Bool) -> String {
        let standings = supervisor.standings()
        if asJSON {
            var json = JSONText(indented: session.output.isTerminal)
            json.object { json in
                json.field("schema", 1)
                json.field("campaigns", array: standings) { json, standing in
                    json.object { write(standing, to: &$0) }
                }
            }
            return json.text + "\n"
        }
        guard !standings.isEmpty else { return words.noCampaign + "\n" }
        var table = TextTable(columns: [
            .init(title: words.lightHead), .init(title: words("战役", "campaign"), isFlexible: true),
            .init(title: words("阶段", "phase")), .init(title: words("总指挥", "head")),
            .init(title: words("完成", "done"), alignment: .right), .init(title: "%", alignment: .right),
            .init(title: words("完成时限", "due")), .init(title: words("剩", "left")),
        ])
        for standing in standings {
            guard let campaign = ledger.campaigns[standing.campaign] else { continue }
            table.add([
                words.letter(standing.light), campaign.name.string,
                words.name(ledger.phase(of: campaign.id, on: supervisor.today)),
                words.person(campaign.head, in: ledger),
                "\(words.amount(standing.done))/\(words.amount(standing.target)) \(campaign.measure)",
                words.percent(standing.progress), campaign.due.iso, words.left(workdays: standing.workdaysLeft),
            ])
        }
        return table.text(fitting: session.output.isTerminal ? session.output.columns : nil)
    }

    private func write(_ standing: Standing, to json: inout JSONText) {
        guard let campaign = ledger.campaigns[standing.campaign] else { return }
        json.field("name", campaign.name.string)
        json.field("goal", campaign.goal.string)
        json.field("light", standing.light.rawValue)
        json.field("phase", ledger.phase(of: campaign.id, on: supervisor.today).rawValue)
        json.field("head", words.person(campaign.head, in: ledger))
        json.field("start", campaign.start.iso)
        json.field("due", campaign.due.iso)
        json.field("target", standing.target)
        json.field("done", standing.done)
        json.field("measure", campaign.measure)
        json.field("workdaysLeft", standing.workdaysLeft)
        json.field("progress", standing.progress)
        json.field("expected", standing.expected)
        if let needed = standing.neededDaily { json.field("neededDaily", needed) }
        json.field("recentDaily", standing.recentDaily)
        json.field("forecast", standing.forecast?.day.iso)
        json.field("forecastEarliest", standing.forecast?.earliest.day.iso)
        json.field("forecastLatest", standing.forecast?.latest?.day.iso)
        json.field("forecastWorkdaysLate", standing.forecast?.workdaysLate)
    }

    // MARK: One

    func page(of id: CampaignID, asJSON: Bool) -> String {
        guard let campaign = ledger.campaigns[id] else { return "" }
        let standing = supervisor.standing(campaign)
        let outline = supervisor.outline(of: campaign)
        return asJSON ? json(campaign, standing, outline) : text(campaign, standing, outline)
    }

    private func text(_ campaign: Campaign, _ standing: Standing, _ outline: CampaignOutline) -> String {
        let today = supervisor.today
        var lines = [
            "\(words.letter(standing.light)) \(campaign.name.string)",
            [
                words.percent(standing.progress),
                "\(words.amount(standing.done))/\(words.amount(standing.target)) \(campaign.measure)",
                words.left(workdays: standing.workdaysLeft),
            ].joined(separator: words("，", ", ")),
        ]
        lines += pace(campaign, standing)
        lines.append("")
        var rows: [(String, String)] = [
            (words("目标", "goal"), campaign.goal.string),
            (
                words("起止", "from, to"),
                words("\(campaign.start.iso) 至 \(campaign.due.iso)", "\(campaign.start.iso) to \(campaign.due.iso)")
            ),
            (
                words("阶段", "phase"), words.phase(outline.phase, outline.order, seenFrom: today, in: ledger)
            ),
            (words("总指挥", "head"), words.person(campaign.head, in: ledger)),
            (words("牵头单位", "lead unit"), words.fullName(campaign.unit, in: ledger)),
        ]
        for group in campaign.groups { rows.append((group.name.string, words.person(group.head, in: ledger))) }
        if let branch = campaign.branch {
            let secretary = words.person(branch.secretary, in: ledger)
            rows.append(
                (
                    words("临时党支部", "branch"),
                    words.fullName(branch.unit, in: ledger)
                        + (secretary.isEmpty ? "" : words("，书记 \(secretary)", ", secretary \(secretary)"))
                        + (branch.founded.map { words("，\($0.iso) 成立", ", founded \($0.iso)") } ?? "")
                )
            )
        }
        rows.removeAll(where: \.1.isEmpty)
        let width = rows.map { $0.0.columns() }.max() ?? 0
        lines += rows.map { $0.0.padded(to: width) + "  " + $0.1 }
        lines += ["", words("四个一", "The four on the spot")]
        var place = 0
        for setup in outline.frontline {
            lines.append("  " + (setup.isSet ? words("已 ", "[x] ") : words("未 ", "[ ] ")) + words.name(setup.kind))
            for entry in setup.entries {
                place = (campaign.frontline ?? []).firstIndex(of: entry).map { $0 + 1 } ?? place
                lines.append("     \(place). " + words.entry(entry, seenFrom: today, in: ledger))
            }
        }
        lines += ["", words("小目标 \(outline.targets.count) 件（在手）", "Targets at hand: \(outline.targets.count)")]
        for node in outline.targets {
            lines.append(line(node, indent: "  "))
            for action in node.actions { lines.append(line(action, indent: "    - ")) }
        }
        let others = Kind.allCases.compactMap { kind in
            outline.others[kind].map { words("\(words.name(kind)) \($0) 件", "\(words.name(kind)): \($0)") }
        }
        if !others.isEmpty { lines.append(words("另有在办：", "Also open: ") + others.joined(separator: words("、", ", "))) }
        if !outline.warnings.isEmpty {
            lines += ["", words("须补齐", "Not in order")]
            lines += outline.warnings.map { "  " + words.sentence($0, in: ledger) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Plan, pace and forecast; of a campaign that is through, nothing.
    private func pace(_ campaign: Campaign, _ standing: Standing) -> [String] {
        guard standing.light != .blue else { return [] }
        let plan = words("按计划今日应到 ", "by plan ") + words.percent(standing.expected)
        let tempo = words.tempo(supervisor.curve(of: campaign).tempo, measure: campaign.measure)
        let range = standing.forecast.map {
            words("（", " (") + words.forecastRange($0, seenFrom: supervisor.today) + words("）", ")")
        }
        return [plan + words("；", "; ") + tempo, words.outlook(standing.outlook) + (range ?? "")]
    }

    private func line(_ node: CampaignOutline.Node, indent: String) -> String {
        guard let matter = ledger.matters[node.matter] else { return "" }
        var parts = [words.unit(matter.lead, in: ledger), words.person(matter.person, in: ledger)]
        parts.append(node.quantity.map { words.quantity($0) } ?? words.name(matter.stage))
        let tail = parts.filter { !$0.isEmpty }.joined(separator: " ")
        return "\(indent)\(words.letter(node.judgement.light)) \(words.number(matter)) \(words.title(matter))  \(tail)"
    }

    private func json(_ campaign: Campaign, _ standing: Standing, _ outline: CampaignOutline) -> String {
        func write(_ node: CampaignOutline.Node, to json: inout JSONText) {
            json.object { json in
                json.field("number", node.matter.rawValue)
                json.field("title", ledger.matters[node.matter].map { words.title($0) })
                json.field("light", node.judgement.light.rawValue)
                json.field("worst", node.worst.rawValue)
                json.field("target", node.quantity?.target ?? .zero)
                json.field("done", node.quantity?.done ?? .zero)
                json.field("unit", node.quantity?.unit)
                json.field("actions", array: node.actions) { write($1, to: &$0) }
            }
        }
        var json = JSONText(indented: session.output.isTerminal)
        json.object { json in
            json.field("schema", 1)
            self.write(standing, to: &json)
            json.field("groups", array: campaign.groups) { json, group in
                json.object { json in
                    json.field("name", group.name.string)
                    json.field("kind", group.kind?.rawValue)
                    json.field("head", words.person(group.head, in: ledger))
                }
            }
            json.field("frontline", array: outline.frontline) { json, setup in
                json.object { json in
                    json.field("kind", setup.kind.rawValue)
                    json.field("set", setup.isSet)
                    json.field("entries", array: setup.entries) { json, entry in
                        json.string(words.entry(entry, seenFrom: supervisor.today, in: ledger))
                    }
                }
            }
            json.field("targets", array: outline.targets) { write($1, to: &$0) }
            json.field("warnings", array: outline.warnings) { $0.string(words.sentence($1, in: ledger)) }
        }
        return json.text + "\n"
    }
}
