import ArgumentParser
import Journal
import Ledger
import Words

/// `guatu undo`
struct UndoCommand: Subcommand {
    static let name = "undo"
    static let aliases = ["撤回"]
    static let summary = Both("撤回自己最近的一条命令，连同它记下的全部内容", "take back your own last command, all of it")
    static let details: Both? = Both(
        """
        只能撤回自己的、最近的一条；之后别人在同一事项上记过、或已给出文号的，不能撤回，并说明原因。
        可以接着再撤回前一条。撤回本身也是一条记录，原来的记录仍在经过里。
        """,
        """
        Only your own last command, and only while nobody recorded anything on its matters since and it gave no
        document number. Run it again for the one before. It is itself recorded; the history keeps both.
        """
    )
    static let examples = ["guatu undo --list", "guatu undo", "guatu undo 3f9a21c0"]

    @Argument(
        help: .both(
            "命令的短名（见 --list）；写了就只撤回这一条",
            "the short name of the command (see --list): only if it is that one",
            value: Both("短名", "NAME")
        )
    )
    var command: String?
    @Flag(help: .both("只列出最近的命令，能不能撤回", "list the last commands and whether they can be taken back")) var list = false
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    private static let listed = 20

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: !list) { session in
            let names = try session.journal.load(.reference).ledger
            if list {
                let offers = try session.journal.undoable(by: surroundings.login, limit: UndoCommand.listed)
                return try session.output.put(try self.list(offers, names, session))
            }
            let receipt = try session.journal.perform(.undo(command), by: try session.context())
            for record in receipt.records {
                try session.output.line(try line(record.event, names, session))
            }
        }
    }

    private func list(_ offers: [UndoOffer], _ names: Ledger, _ session: Session) throws -> String {
        let words = session.words
        if json { return asJSON(offers, names, session) }
        if offers.isEmpty { return words.sentence(UndoObstacle.nothing, in: names) + "\n" }
        return try offers.map { offer in
            let event = offer.records[0].event
            let when = "\(event.recorded.day(names.offset).iso) \(words.time(event.recorded, names.offset))"
            let more =
                offer.records.count > 1
                ? words("（共 \(offer.records.count) 条）", " (\(offer.records.count) records)") : ""
            let isImport = offer.records.contains { $0.event.origin != nil }
            let what = try isImport ? words.name(Fact.Kind.imported) + more : line(event, names, session) + more
            let state = offer.obstacle.map { words.sentence($0, in: names) } ?? words("可以撤回", "can be taken back")
            return "\(offer.short)  \(when)  \(what)  \(state)\n"
        }.joined()
    }

    /// 「督147 拓宽湖东路：跟踪 两户要求复测」
    private func line(_ event: Event, _ names: Ledger, _ session: Session) throws -> String {
        let words = session.words
        let said = words.sentence(event, in: names)
        guard let number = event.matter,
            let matter = try session.journal.load(.matters([number])).ledger.matters[number]
        else { return said }
        return "\(words.number(matter)) \(words.title(matter))" + words("：", ": ") + said
    }

    private func asJSON(_ offers: [UndoOffer], _ names: Ledger, _ session: Session) -> String {
        var json = JSONText(indented: session.output.isTerminal)
        json.object { json in
            json.field("schema", 1)
            json.field("commands", array: offers) { json, offer in
                json.object { json in
                    json.field("name", offer.short)
                    json.field("command", offer.id)
                    json.field("recorded", offer.records[0].event.recorded.rfc3339(names.offset))
                    json.field("undoable", offer.obstacle == nil)
                    json.field("why", offer.obstacle.map { session.words.sentence($0, in: names) })
                    json.field("records", array: offer.records) { json, record in
                        json.object { json in
                            json.field("matter", record.event.matter?.rawValue)
                            json.field("kind", record.event.fact.kind.rawValue)
                            json.field("text", session.words.sentence(record.event, in: names))
                        }
                    }
                }
            }
        }
        return json.text + "\n"
    }
}
