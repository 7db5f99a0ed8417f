import ArgumentParser
import Journal
import Ledger
import Paper
import Text
import Words

/// `guatu slips`
struct SlipsCommand: Subcommand {
    static let name = "slips"
    static let summary = Both("单据登记簿：催办单、督办单、通报稿", "the register of slips")
    static let examples = ["guatu slips", "guatu slips --open", "guatu slips --year 2026 --csv > 登记簿.csv"]

    @Option(help: .both("哪一年（不写为今年）", "which year; else this one", value: Both("年", "YEAR"))) var year: Int?
    @Option(help: .both("催办单、督办单或通报稿", "press, order or circular", value: Both("单据", "KIND"))) var kind: String?
    @Flag(help: .both("只列未签发、未回复的", "only those not signed or not answered")) var open = false
    @OptionGroup var form: FormOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let form = try form.chosen()
        try withSession(surroundings) { session in
            let words = session.words
            let kind: Slip.Kind? = try kind.map { try choice($0, option: "--kind", words) { $0.name($1) } }
            var register = try SlipRegister.load(session, year: year)
            register.keep { entry in
                (kind == nil || entry.slip.kind == kind)
                    && (!open || entry.slip.voided == nil && (entry.slip.isDraft || entry.slip.isUnanswered))
            }
            try write(register, form, session)
        }
    }

    private func write(_ register: SlipRegister, _ form: OutputForm, _ session: Session) throws {
        let words = session.words
        switch form {
        case .json, .jsonl:
            var json = JSONText(indented: form == .json && session.output.isTerminal)
            json.object { json in
                json.field("schema", 1)
                json.field("count", register.entries.count)
                json.field("slips", array: register.entries) { json, entry in write(entry, register.ledger, to: &json) }
            }
            try session.output.line(json.text)
        case .csv:
            var csv = CSVText(marked: session.output.isFile)
            csv.row(SlipRegister.columns(words))
            for entry in register.entries { csv.row(register.cells(entry, words)) }
            try session.output.put(csv.text)
        case .plain, .table:
            var table = TextTable(
                columns: SlipRegister.columns(words).enumerated().map {
                    TextTable.Column(title: $1, isFlexible: $0 == 3)
                }
            )
            for entry in register.entries { table.add(register.cells(entry, words)) }
            let isCut = form == .table && session.output.isTerminal
            try session.output.put(table.bytes(fitting: isCut ? session.output.columns : nil))
        }
    }

    private func write(_ entry: SlipRegister.Entry, _ ledger: Ledger, to json: inout JSONText) {
        let slip = entry.slip
        json.object { json in
            json.field("matter", entry.matter.number.rawValue)
            json.field("place", entry.place)
            json.field("kind", slip.kind.rawValue)
            json.field("number", slip.number?.text)
            json.field("drafted", slip.drafted.iso)
            json.field("signed", slip.signed?.iso)
            json.field("signer", slip.signer.flatMap { ledger.people[$0]?.name.string })
            json.field("answerBy", slip.answerBy?.iso)
            json.field("delivered", slip.delivered?.iso)
            json.field("accepted", slip.accepted?.iso)
            json.field("answered", slip.answered?.iso)
            json.field("void", slip.voided?.iso)
        }
    }
}

extension SlipRegister {
    /// The register of a year, from the matters that have slips.
    static func load(_ session: Session, year: Int?) throws -> SlipRegister {
        var query = Query(order: .number)
        query.hasSlips = true
        let ledger = try session.journal.load(.matching(query)).ledger
        return SlipRegister(ledger, year: year ?? session.today.year)
    }
}
