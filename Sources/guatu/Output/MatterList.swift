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

/// A list of matters on standard output.
struct MatterList {
    let views: [MatterView]
    let session: Session

    func write(_ form: OutputForm) throws {
        let output = session.output
        switch form {
        case .json: try output.line(json())
        case .jsonl: try output.put(jsonLines())
        case .csv: try output.put(csv(marked: output.isFile))
        case .plain: try output.put(table().text(fitting: nil))
        case .table:
            var table = table()
            if output.hasColour { table.colours = views.map { $0.judgement.light.sgr } }
            try output.put(table.text(fitting: output.isTerminal ? output.columns : nil))
            if output.isTerminal {
                session.surroundings.output.say(
                    session.words("共 \(views.count) 件。", "\(views.count) matters.")
                )
            }
        }
    }

    private func json() -> String {
        var json = JSONText(indented: session.output.isTerminal)
        json.object { json in
            json.field("schema", 1)
            json.field("ledger", session.settings.committee.name.string)
            json.field("now", session.now.rfc3339(session.settings.offset))
            json.field("count", views.count)
            json.field("matters", array: views) { json, view in json.object { view.write(to: &$0) } }
        }
        return json.text
    }

    private func jsonLines() -> String {
        var lines = ""
        for view in views {
            var json = JSONText(indented: false)
            json.object { json in
                json.field("schema", 1)
                view.write(to: &json)
            }
            lines += json.text + "\n"
        }
        return lines
    }

    private func csv(marked: Bool) -> String {
        var csv = CSVText(marked: marked)
        csv.row(MatterView.columns)
        for view in views { csv.row(view.cells) }
        return csv.text
    }

    private func table() -> TextTable {
        let words = session.words
        var table = TextTable(columns: [
            .init(title: words("灯", "LI")), .init(title: words("编号", "number")),
            .init(title: words("事项", "matter"), isFlexible: true),
            .init(title: words("牵头单位", "lead"), isFlexible: true, widest: 20),
            .init(title: words("责任人", "person"), widest: 12), .init(title: words("状态", "stage")),
            .init(title: words("时限", "limit")), .init(title: words("情况", "standing")),
        ])
        table.rows = views.map { view in
            [
                words.letter(view.judgement.light), view.number, view.title, view.lead, view.person,
                words.name(view.matter.stage), view.due.map { words.short($0, seenFrom: session.today) } ?? "",
                words.brief(view.judgement),
            ]
        }
        return table
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
