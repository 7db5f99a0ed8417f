import ArgumentParser
import Ledger
import Supervision
import Text
import Words

/// In which form data is written.
enum OutputForm: String, CaseIterable {
    case table, plain, json, jsonl, csv
}

/// `--json --jsonl --csv --plain`
struct FormOptions: ParsableArguments {
    @Flag(help: .both("输出一份 JSON", "one JSON document")) var json = false
    @Flag(help: .both("每件一行 JSON", "one JSON object a line")) var jsonl = false
    @Flag(help: .both("输出 CSV", "CSV")) var csv = false
    @Flag(help: .both("只用空格对齐，不着色，不截断", "aligned by blanks, no colour, nothing cut")) var plain = false

    func chosen() throws(Complaint) -> OutputForm {
        let set: [(OutputForm, Bool)] = [(.json, json), (.jsonl, jsonl), (.csv, csv), (.plain, plain)]
        let chosen = set.filter(\.1).map(\.0)
        if chosen.count > 1 { throw .excludes("--\(chosen[0].rawValue)", "--\(chosen[1].rawValue)") }
        return chosen.first ?? .table
    }
}

/// A list of matters on its way to standard output. What a matter shows is made when it is added, so
/// that a list of a hundred thousand holds lines and no matters.
struct MatterList {
    private let form: OutputForm
    private let session: Session
    private var count = 0
    private var text = ""
    private var table: TextTable
    private let isColoured: Bool
    /// Days as the table shows them; a list has many matters and few days.
    private var days: [Day: String] = [:]

    init(_ form: OutputForm, _ session: Session) {
        self.form = form
        self.session = session
        table = MatterList.table(session.words)
        isColoured = form == .table && session.output.hasColour
        if form == .csv {
            var csv = CSVText(marked: session.output.isFile)
            csv.row(MatterView.columns)
            text = csv.text
        }
    }

    /// - Parameter names: the ledger that knows what the matter refers to.
    mutating func add(_ matter: Matter, _ judgement: Judgement, _ names: Ledger) {
        count += 1
        switch form {
        case .plain, .table: addRow(matter, judgement, names)
        case .json, .jsonl, .csv:
            let view = MatterView(matter: matter, judgement: judgement, ledger: names, words: session.words)
            add(view)
        }
    }

    private mutating func add(_ view: MatterView) {
        switch form {
        case .json:
            if count > 1 { text += "," }
            text += json(view, isLine: false)
        case .jsonl: text += json(view, isLine: true) + "\n"
        default:
            var csv = CSVText(marked: false)
            csv.row(view.cells)
            text += csv.text
        }
    }

    func write() throws {
        let output = session.output
        switch form {
        case .json: try output.line(head() + text + "]}")
        case .jsonl, .csv: try output.put(text)
        case .plain: try output.put(table.bytes(fitting: nil))
        case .table:
            try output.put(table.bytes(fitting: output.isTerminal ? output.columns : nil))
            if output.isTerminal { output.say(session.words("共 \(count) 件。", "\(count) matters.")) }
        }
    }

    // MARK: JSON

    /// The document up to the matters.
    private func head() -> String {
        var json = JSONText(indented: false)
        json.object { json in
            json.field("schema", 1)
            json.field("ledger", session.settings.committee.name.string)
            json.field("now", session.now.rfc3339(session.settings.offset))
            json.field("count", count)
            json.field("matters", array: [Int]()) { _, _ in }
        }
        return String(json.text.dropLast(2))
    }

    private func json(_ view: MatterView, isLine: Bool) -> String {
        var json = JSONText(indented: false)
        json.object { json in
            if isLine { json.field("schema", 1) }
            view.write(to: &json)
        }
        return json.text
    }

    // MARK: Table

    private static func table(_ words: Words) -> TextTable {
        TextTable(columns: [
            .init(title: words("灯", "LI")), .init(title: words("编号", "number")),
            .init(title: words("事项", "matter"), isFlexible: true),
            .init(title: words("牵头单位", "lead"), isFlexible: true, widest: 20),
            .init(title: words("责任人", "person"), widest: 12), .init(title: words("状态", "stage")),
            .init(title: words("时限", "limit")), .init(title: words("情况", "standing")),
        ])
    }

    private mutating func addRow(_ matter: Matter, _ judgement: Judgement, _ names: Ledger) {
        let words = session.words
        var due = ""
        if let day = matter.limitDay(names.offset) {
            due = days[day] ?? words.short(day, seenFrom: session.today)
            days[day] = due
            // 「今日到期」 of a limit at an hour wants the hour.
            if day == session.today, case .moment(let moment)? = matter.due {
                due = words.time(moment, names.offset)
            }
        }
        table.add(
            [
                words.letter(judgement.light), words.number(matter), words.title(matter),
                words.unit(matter.lead, in: names), words.person(matter.person, in: names), words.name(matter.stage),
                due, words.brief(judgement),
            ],
            colour: isColoured ? judgement.light.sgr : ""
        )
    }
}

extension Light {
    /// The colour of its letter on a terminal with the plain sixteen. The letter alone says it too.
    var sgr: String {
        switch self {
        case .red: "1;31"
        case .orange: "35"
        case .yellow: "33"
        case .green: "32"
        case .blue: "34"
        case .grey, .parked: "90"
        }
    }
}
