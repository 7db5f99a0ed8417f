import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu integrity`
struct IntegrityCommand: Subcommand {
    static let name = "integrity"
    static let aliases = ["缺项"]
    static let summary = Both("缺项检查：缺定、无主、无期、空岗", "what is incomplete: not fixed, ownerless, endless, vacant")

    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let ledger = try session.journal.load(.atHand).ledger
            let flaws = Supervisor(ledger, at: session.now).flaws()
            let words = session.words
            guard !json else {
                var json = JSONText(indented: session.output.isTerminal)
                json.object { json in
                    json.field("schema", 1)
                    json.field("count", flaws.count)
                    json.field("flaws", array: flaws) { json, flaw in
                        json.object { json in
                            json.field("kind", flaw.kind.name)
                            json.field("number", flaw.matter?.rawValue)
                            json.field("text", words.sentence(flaw, in: ledger))
                        }
                    }
                }
                return try session.output.line(json.text)
            }
            if flaws.isEmpty { return try session.output.line(words("四定齐全，层层有人。", "Nothing is missing.")) }
            for kind in Flaw.Kind.allCases {
                let own = flaws.filter { $0.kind == kind }
                guard !own.isEmpty else { continue }
                try session.output.line(
                    words("\(words.name(kind)) \(own.count) 项", "\(words.name(kind)): \(own.count)")
                )
                for flaw in own { try session.output.line("  " + words.sentence(flaw, in: ledger)) }
            }
        }
    }
}

extension Flaw.Kind {
    /// The name in JSON.
    fileprivate var name: String {
        switch self {
        case .missing: "missing"
        case .ownerless: "ownerless"
        case .endless: "endless"
        case .vacant: "vacant"
        }
    }
}
