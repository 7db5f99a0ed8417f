import ArgumentParser
import Journal
import Ledger
import Words

/// `guatu supervise`
struct SuperviseCommand: Subcommand {
    static let name = "supervise"
    static let summary = Both("启用督办：导入的旧事项从这天起催办", "supervise imported matters from a day on")

    @Option(help: .both("从哪天起", "from which day", value: .day)) var from: String
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let day = try DayPhrase.day(from, option: "--from", in: session, looking: .ahead)
            try session.journal.perform(.startSupervision(day), by: try session.context())
            let words = session.words
            try session.output.line(words("自 \(day.iso) 起启用督办。", "Supervised from \(day.iso) on."))
        }
    }
}

/// `guatu verify`
struct VerifyCommand: Subcommand {
    static let name = "verify"
    static let summary = Both("核对台账：记录是否完整、有无改动", "check the whole ledger")

    static let details: Both? = Both(
        """
        逐条核对记录的链条和文字，从记录重建全部事项，与台账里存的逐项比较。
        --head 查纸上印的数据校验码是不是这份台账的。
        """,
        """
        Walks the chain and the texts record by record, rebuilds every matter from them and compares.
        --head finds a check code (数据校验码) printed on paper.
        """
    )
    static let examples = ["guatu verify", "guatu verify --head 3f9a21c0"]

    @Option(help: .both("纸上印的数据校验码", "a check code printed on paper", value: Both("校验码", "CODE"))) var head: String?
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        if let head, !VerifyCommand.isCode(head) { throw Complaint.notACode(head) }
        try withFile(surroundings) { session, journal in
            let words = session.words
            let meter = ProgressMeter(session)
            let found = try journal.verify { meter.tell($0, of: $1) }
            let printed = try head.map { try journal.events(withHead: $0) }
            if json {
                try session.output.put(asJSON(found, printed, session))
            } else {
                try session.output.put(text(found, words))
                if let printed { try session.output.put(text(printed, session)) }
            }
            if !found.isSound || printed == [] { throw Ended(status: ExitStatus.failed) }
        }
    }

    /// Four to 64 hexadecimal digits; eight are printed.
    private static func isCode(_ text: String) -> Bool {
        (4...64).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// The record that a printed code is the head of.
    private func text(_ printed: [Record], _ session: Session) -> String {
        let words = session.words
        guard !printed.isEmpty else {
            return words(
                "校验码 \(head ?? "")：这份台账里没有。纸面不是由它印出，或它已被换成别的。\n",
                "Check code \(head ?? "") is not in this ledger: the paper was not printed from it, or it was replaced.\n"
            )
        }
        return printed.map { record in
            let day = record.event.recorded.day(session.settings.offset)
            let time = words.time(record.event.recorded, session.settings.offset)
            return words(
                "校验码 \(head ?? "")：第 \(record.number) 条，\(day.iso) \(time) 记录；印出时台账到此为止。\n",
                "Check code \(head ?? "") is record \(record.number) of \(day.iso) \(time): the ledger ended there when it was printed.\n"
            )
        }.joined()
    }

    private func text(_ found: Verification, _ words: Words) -> String {
        var lines = found.findings.prefix(50).map { words.sentence($0) }
        if found.findings.count > 50 {
            lines.append(words("还有 \(found.findings.count - 50) 处", "and \(found.findings.count - 50) more"))
        }
        let head = found.head.hash.short
        if found.lost > 0 {
            lines.append(
                words(
                    "此前从损坏文件抢救，丢失 \(found.lost) 条，已记录在案",
                    "\(found.lost) records were lost with a damaged file, as its recovery says"
                )
            )
        }
        lines.append(
            found.isSound
                ? words(
                    "核对无误：\(found.events) 条记录，文字 \(found.texts) 处，涂黑 \(found.erased) 处；数据校验码 \(head)",
                    "Sound: \(found.events) records, \(found.texts) texts, \(found.erased) blacked out; check code \(head)"
                )
                : words(
                    "核对发现 \(found.findings.count) 处问题。请不要再记录：用最近的备份恢复（guatu restore），或救出完好的记录（guatu recover）；这个文件留着备查。",
                    "\(found.findings.count) problems found. Record nothing more: guatu restore a backup, or guatu recover what is sound; keep this file."
                )
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private func asJSON(_ found: Verification, _ printed: [Record]?, _ session: Session) -> String {
        var json = JSONText(indented: session.output.isTerminal)
        json.object { json in
            json.field("schema", 1)
            json.field("sound", found.isSound)
            json.field("events", found.events)
            json.field("texts", found.texts)
            json.field("erased", found.erased)
            json.field("lost", found.lost)
            json.field("head", found.head.hash.description)
            if let printed {
                json.field("printed", array: printed) { json, record in
                    json.object { json in
                        json.field("record", record.number)
                        json.field("recorded", record.event.recorded.rfc3339(session.settings.offset))
                    }
                }
            }
            json.field("findings", array: found.findings) { $0.string(Words.english.sentence($1)) }
        }
        return json.text + "\n"
    }
}

extension Words {
    /// What a check of the journal found wrong.
    func sentence(_ finding: Verification.Finding) -> String {
        switch finding {
        case .gap(let number): self("第 \(number) 条之前缺记录", "records are missing before \(number)")
        case .brokenLink(let number): self("第 \(number) 条与前一条接不上", "record \(number) does not follow the one before")
        case .wrongHash(let number): self("第 \(number) 条被改动过", "record \(number) was altered")
        case .unreadable(let number): self("第 \(number) 条读不出来", "record \(number) cannot be read")
        case .wrongText(let number): self("第 \(number) 条的文字丢失或被改动", "a text of record \(number) is gone or altered")
        case .wrongColumns(let number): self("第 \(number) 条的索引与内容不符", "the index of record \(number) differs from it")
        case .wrongState(let state):
            switch state {
            case .setting: self("设置与记录不符", "the settings differ from the records")
            case .unit(let id): self("单位 \(id) 与记录不符", "unit \(id) differs from the records")
            case .person(let id): self("人员 \(id) 与记录不符", "person \(id) differs from the records")
            case .grid(let id): self("网格 \(id) 与记录不符", "grid \(id) differs from the records")
            case .map(let id): self("图幅 \(id) 与记录不符", "map sheet \(id) differs from the records")
            case .campaign(let id): self("战役 \(id) 与记录不符", "campaign \(id) differs from the records")
            case .matter(let id): self("事项 \(id) 与记录不符", "matter \(id) differs from the records")
            case .diary: self("会议、常规职责或清点与记录不符", "meetings, duties or counts differ from the records")
            case .sums: self("汇总数与记录不符", "the sums differ from the records")
            }
        }
    }
}
