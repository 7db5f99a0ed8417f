import ArgumentParser
import Glibc
import Journal
import Ledger
import Words

/// `guatu backup`
struct BackupCommand: Subcommand {
    static let name = "backup"
    static let aliases = ["备份"]
    static let summary = Both("备份台账到一个新文件，并核对", "copy the ledger to a new file, and check the copy")
    static let details: Both? = Both(
        "每天第一次记录前自动备份一份，放在台账旁的「名称.备份」里，留 14 份。",
        "The first record of each day makes one by itself, in the folder NAME.备份 beside the ledger; 14 are kept."
    )
    static let examples = ["guatu backup /media/u盘/望湖-2026-11-20.guatu"]

    @Argument(help: .both("备份到哪个文件（须是新的）", "the new file", value: .file)) var file: String
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let folder = Files.parent(of: file)
        guard Files.isFolder(folder) else { throw Complaint.file(folder, errno: ENOENT) }
        try withFile(surroundings) { session, journal in
            let meter = ProgressMeter(session)
            let head = try journal.backUp(to: file) { meter.tell($0, of: $1) }
            try session.output.line(
                session.words(
                    "已备份到 \(file)：\(head.number) 条记录，数据校验码 \(head.hash.short)",
                    "backed up to \(file): \(head.number) records, check code \(head.hash.short)"
                )
            )
        }
    }
}

/// `guatu restore`
struct RestoreCommand: Subcommand {
    static let name = "restore"
    static let aliases = ["恢复备份"]
    static let summary = Both("用备份替换台账；原来的改名保留", "put a backup in place of the ledger, which is kept beside it")
    static let details: Both? = Both(
        """
        恢复也是一条记录，写明两份的数据校验码；编号、文号接着两份中较大的往下排，不会重号。
        别人开着的台账会自动换成恢复后的内容。
        """,
        """
        Restoring is itself recorded, with the check codes of both; numbers go on above those of either.
        Who has the ledger open sees the restored one.
        """
    )
    static let examples = ["guatu restore 望湖.备份/望湖-2026-11-19.guatu"]

    @Argument(help: .both("备份文件", "the backup", value: .file)) var file: String
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        guard let path = LedgerPlace.find(global, surroundings) else { throw Complaint.noLedger }
        guard Files.exists(file) else { throw Complaint.file(file, errno: ENOENT) }
        // Who may do it is what the backup says: the ledger itself may be beyond reading.
        let backup = try Session.open(file, global, surroundings, writing: false)
        try backup.speaking {
            let restored = try SQLiteJournal.restore(file, to: path, by: try backup.context())
            let words = backup.words
            try backup.output.line(
                words(
                    "\(words.sentence(restored.event.event, in: backup.settings))。原来的台账保留在 \(restored.kept)。",
                    "\(words.sentence(restored.event.event, in: backup.settings)). The old ledger is kept: \(restored.kept)."
                )
            )
        }
    }
}

/// `guatu recover`
struct RecoverCommand: Subcommand {
    static let name = "recover"
    static let aliases = ["抢救"]
    static let summary = Both("从损坏的台账文件里救出完好的记录", "save what is sound of a damaged ledger into a new file")
    static let details: Both? = Both(
        "损坏的文件原样不动；坏了的记录，每日备份里有的从备份补上。救不出的记录逐段列出，并记在新台账里；有丢失时结束码为 3。",
        "The damaged file is left as it is; what its daily backups still have is taken from them. What is lost is listed and recorded in the new ledger; exit code 3 if anything is."
    )
    static let examples = ["guatu recover 望湖.guatu --into 望湖-抢救.guatu"]

    @Argument(help: .both("损坏的文件", "the damaged file", value: .file)) var file: String
    @Option(help: .both("放到哪个新文件", "the new file", value: .file)) var into: String
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let words = surroundings.words
        guard Files.exists(file) else { throw Complaint.file(file, errno: ENOENT) }
        let recovered = try SQLiteJournal.recover(
            file,
            into: into,
            by: { ledger in
                let roles = ledger.authority[surroundings.login] ?? []
                return Context(actor: Actor(login: surroundings.login, roles: roles), now: surroundings.started)
            },
            progress: { done, all in
                guard surroundings.output.isTerminal, done % 50_000 == 0 else { return }
                surroundings.output.say(words("已读 \(done)/\(all)", "\(done) of \(all) read"))
            }
        )
        try surroundings.output.put(json ? asJSON(recovered, surroundings) : text(recovered, words))
        if !recovered.isWhole || !recovered.isEndKnown { throw Ended(status: ExitStatus.partly) }
    }

    private func text(_ recovered: Recovered, _ words: Words) -> String {
        var lines = [
            words("救出 \(recovered.events) 条记录，存入 \(into)。", "\(recovered.events) records saved into \(into).")
        ]
        if recovered.fromBackups > 0 {
            lines.append(
                words(
                    "其中 \(recovered.fromBackups) 条在文件里已不完好，取自每日备份",
                    "\(recovered.fromBackups) of them, no longer sound in the file, come from daily backups"
                )
            )
        }
        if recovered.isWhole, recovered.isEndKnown { lines.append(words("没有丢失。", "Nothing was lost.")) }
        if !recovered.lost.isEmpty {
            lines.append(
                words(
                    "丢失记录 \(recovered.lostEvents) 条：\(words.spans(recovered.lost))",
                    "\(recovered.lostEvents) records lost: \(words.spans(recovered.lost))"
                )
            )
        }
        if !recovered.isEndKnown {
            lines.append(words.unknownEnd(recovered) + words("；请与最近的纸面核对", "; compare with the latest paper"))
        }
        if !recovered.textless.isEmpty {
            let numbers = recovered.textless.map(String.init)
            lines.append(
                words(
                    "文字丢失 \(numbers.count) 条：第 \(numbers.joined(separator: "、")) 条",
                    "\(numbers.count) records without their texts: \(numbers.joined(separator: ", "))"
                )
            )
        }
        if !recovered.matters.isEmpty {
            let numbers = recovered.matters.map(\.description)
            lines.append(
                words(
                    "不完整的事项 \(numbers.count) 件：\(numbers.joined(separator: "、"))；请对照纸面补记",
                    "\(numbers.count) matters are not complete: \(numbers.joined(separator: ", ")); compare them with the paper"
                )
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func asJSON(_ recovered: Recovered, _ surroundings: Surroundings) -> String {
        var json = JSONText(indented: surroundings.output.isTerminal)
        json.object { json in
            json.field("schema", 1)
            json.field("into", into)
            json.field("records", recovered.events)
            json.field("fromBackups", recovered.fromBackups)
            json.field("whole", recovered.isWhole)
            json.field("endKnown", recovered.isEndKnown)
            json.field("lost", array: recovered.lost) { json, span in
                json.object { json in
                    json.field("from", span.lowerBound)
                    json.field("through", span.upperBound)
                }
            }
            json.field("textless", array: recovered.textless) { json, number in json.integer(number) }
            json.field("matters", array: recovered.matters) { json, number in json.integer(number.rawValue) }
        }
        return json.text + "\n"
    }
}

/// `guatu archive-year`
struct ArchiveYearCommand: Subcommand {
    static let name = "archive-year"
    static let aliases = ["年度归档"]
    static let summary = Both("把到某年年底的台账存成单独的文件", "put the ledger up to the end of a year into a file of its own")
    static let details: Both? = Both(
        "归档文件自成一份完整台账，只供查看；台账本身一条不删，并记下归档的数据校验码，日后可对。联系人不进归档。",
        "The file is a whole ledger by itself. Nothing leaves the ledger, which records the check code of the file. No contact goes along."
    )
    static let examples = ["guatu archive-year 2026", "guatu archive-year 2026 --into /srv/望湖-2026.guatu"]

    @Argument(help: .both("年份", "the year", value: Both("年份", "YEAR"))) var year: Int
    @Option(help: .both("放到哪个新文件；不写则放在台账旁", "the new file; else beside the ledger", value: .file)) var into: String?
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withFile(surroundings, writing: true) { session, journal in
            let stem = session.path.hasSuffix(".guatu") ? String(session.path.dropLast(6)) : session.path
            let file = into ?? "\(stem)-\(year).guatu"
            let meter = ProgressMeter(session)
            let archived = try journal.archive(year, to: file, by: try session.context()) { meter.tell($0, of: $1) }
            let closing = archived.closing
            try session.output.line(
                session.words(
                    "\(year) 年已归档到 \(file)：到第 \(closing.number) 条，数据校验码 \(closing.head.prefix(8))",
                    "\(year) archived in \(file): to record \(closing.number), check code \(closing.head.prefix(8))"
                )
            )
        }
    }
}

extension Subcommand {
    /// Opens the ledger and runs `body` on its file.
    func withFile(
        _ surroundings: Surroundings,
        writing: Bool = false,
        _ body: (Session, SQLiteJournal) throws -> Void
    ) throws {
        try withSession(surroundings, writing: writing) { session in
            guard let journal = session.journal as? SQLiteJournal else { throw Complaint.pastOnly }
            try body(session, journal)
        }
    }
}
