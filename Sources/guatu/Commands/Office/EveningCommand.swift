import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu evening`
struct EveningCommand: Subcommand {
    static let name = "evening"
    static let aliases = ["清点"]
    static let summary = Both(
        "当日清点：问题和急件逐件过；--close 清点毕",
        "the evening count, one by one; --close ends it"
    )
    static let details: Both? = Both(
        """
        逐件答复：guatu answer 编号 … --at-count；交值班：guatu hand-to-duty 编号 … --at-count；决定：guatu decide。
        清点毕记下谁、何时、留下哪几件，并给出明日清单和当日的数。
        """,
        """
        Answer one by one: guatu answer NUMBER … --at-count; guatu hand-to-duty; guatu decide. Closing records who, when
        and what was left, and shows tomorrow's list and the figures of the day.
        """
    )
    static let examples = [
        "guatu evening", "guatu answer 问88 measure 明早抽水 --by 明天 --at-count", "guatu evening --close",
    ]

    @Flag(help: .both("清点毕", "close the count")) var close = false
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: close) { session in
            var ledger = try session.journal.load(.atHand).ledger
            if close {
                let items = Supervisor(ledger, at: session.now).evening().items.filter {
                    if case .promised = $0.state { false } else { true }
                }
                let command = Command.daily(.closeEvening(items.map(\.matter)))
                try session.journal.perform(command, by: try session.context())
                ledger = try session.journal.load(.atHand).ledger
            }
            let list = EveningList(supervisor: Supervisor(ledger, at: session.now), words: session.words)
            try session.output.put(
                json ? list.json(indented: session.output.isTerminal) + "\n" : list.text(isClosing: close)
            )
        }
    }
}

/// The evening count as text or JSON.
struct EveningList {
    let supervisor: Supervisor
    let words: Words

    private var ledger: Ledger { supervisor.ledger }

    func text(isClosing: Bool) -> String {
        let evening = supervisor.evening()
        var lines: [String] = []
        if !isClosing || evening.closed == nil {
            lines.append(
                words(
                    "\(words.long(evening.day)) 当日清点：\(evening.items.count) 件，待答复 \(evening.owed) 件",
                    "evening count of \(words.long(evening.day)): \(evening.items.count), \(evening.owed) to answer"
                )
            )
            for (place, item) in evening.items.enumerated() { lines += text(item, place + 1) }
            if evening.items.isEmpty { lines.append(words("  今日没有须清点的问题和急件。", "  Nothing to go through today.")) }
        }
        if let closed = evening.closed {
            if !lines.isEmpty { lines.append("") }
            lines.append(words.closed(closed, in: ledger))
            for number in closed.count.left { lines.append("  " + head(number)) }
            lines += [""] + tomorrow()
        }
        lines += ["", words.sentence(supervisor.dayFacts())]
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(_ item: Evening.Item, _ place: Int) -> [String] {
        ["\(place). \(head(item.matter))", "   " + words.sentence(item, seenFrom: supervisor.today, in: ledger)]
    }

    private func head(_ number: MatterNumber) -> String {
        ledger.matters[number].map { words.head($0, in: ledger) } ?? "\(number)"
    }

    private func tomorrow() -> [String] {
        let list = supervisor.tomorrow()
        var lines = [
            words(
                "\(words.short(list.day)) \(words.weekday(list.day)) 清单",
                "list of \(words.weekday(list.day)) \(words.short(list.day))"
            )
        ]
        for (title, numbers) in words.sections(list) where !numbers.isEmpty {
            lines.append(words("\(title) \(numbers.count) 件", "\(title): \(numbers.count)"))
            lines += numbers.prefix(20).map { "  " + head($0) }
            if numbers.count > 20 { lines.append(words("  ……", "  …")) }
        }
        for id in list.meetings {
            if let meeting = ledger.diary.meetings[id] {
                lines.append(words("会议 ", "meeting ") + words.title(meeting, in: ledger))
            }
        }
        if !list.routines.isEmpty {
            let names = list.routines.compactMap { ledger.diary.routines[$0]?.name.string }
            lines.append(words("常规职责 ", "duties ") + names.joined(separator: words("、", ", ")))
        }
        return lines
    }

    func json(indented: Bool) -> String {
        let evening = supervisor.evening()
        var json = JSONText(indented: indented)
        json.object { json in
            json.field("schema", 1)
            json.field("day", evening.day.iso)
            json.field("owed", evening.owed)
            json.field("items", array: evening.items) { json, item in
                json.object { json in
                    json.field("number", item.matter.rawValue)
                    json.field("state", item.state.name)
                    json.field("nights", item.nights.total)
                    json.field("level", item.nights.level?.rawValue)
                    json.field("nightsAtLevel", item.nights.atLevel)
                }
            }
            if let closed = evening.closed {
                json.field("closed") { json in
                    json.field("at", closed.moment.rfc3339(ledger.offset))
                    json.field("by", words.signature(closed.signature, in: ledger))
                    json.field("left", array: closed.count.left) { $0.number($1.rawValue) }
                }
            } else {
                json.null("closed")
            }
            let list = supervisor.tomorrow()
            json.field(
                "tomorrow",
                object: { json in
                    json.field("day", list.day.iso)
                    json.field("due", array: list.due) { $0.number($1.rawValue) }
                    json.field("overNight", array: list.overNight) { $0.number($1.rawValue) }
                    json.field("handedOver", array: list.handedOver) { $0.number($1.rawValue) }
                    json.field("promised", array: list.promised) { $0.number($1.rawValue) }
                    json.field("track", array: list.track) { $0.number($1.rawValue) }
                }
            )
        }
        return json.text
    }
}

extension Evening.State {
    fileprivate var name: String {
        switch self {
        case .owed: "owed"
        case .promised: "promised"
        case .answered: "answered"
        }
    }
}
