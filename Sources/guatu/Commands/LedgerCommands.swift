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

    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let words = session.words
            var shown = 0
            let found = try session.journal.verify { done, all in
                // Every ten thousand events is often enough to see that it goes on.
                guard session.output.isTerminal, !json, done / 10_000 > shown else { return }
                shown = done / 10_000
                session.output.say(words("已核对 \(done)/\(all) 条", "\(done) of \(all) records checked"))
            }
            try session.output.put(json ? asJSON(found, indented: session.output.isTerminal) : text(found, words))
            if !found.isSound { throw Ended(status: ExitStatus.failed) }
        }
    }

    private func text(_ found: Verification, _ words: Words) -> String {
        var lines = found.findings.prefix(50).map { words.sentence($0) }
        if found.findings.count > 50 {
            lines.append(words("还有 \(found.findings.count - 50) 处", "and \(found.findings.count - 50) more"))
        }
        let head = found.head.hash.short
        lines.append(
            found.isSound
                ? words(
                    "核对无误：\(found.events) 条记录，文字 \(found.texts) 处，涂黑 \(found.erased) 处；数据校验码 \(head)",
                    "Sound: \(found.events) records, \(found.texts) texts, \(found.erased) blacked out; check code \(head)"
                )
                : words(
                    "核对发现 \(found.findings.count) 处问题。请不要再记录，用最近的备份恢复，并留下这个文件备查。",
                    "\(found.findings.count) problems found. Record nothing more; restore a backup and keep this file."
                )
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private func asJSON(_ found: Verification, indented: Bool) -> String {
        var json = JSONText(indented: indented)
        json.object { json in
            json.field("schema", 1)
            json.field("sound", found.isSound)
            json.field("events", found.events)
            json.field("texts", found.texts)
            json.field("erased", found.erased)
            json.field("head", found.head.hash.description)
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
            case .households: self("包户台账与记录不符", "households differ from the records")
            case .precedents: self("口径与记录不符", "precedents differ from the records")
            case .campaign(let id): self("战役 \(id) 与记录不符", "campaign \(id) differs from the records")
            case .matter(let id): self("事项 \(id) 与记录不符", "matter \(id) differs from the records")
            case .sums: self("汇总数与记录不符", "the sums differ from the records")
            }
        }
    }
}
