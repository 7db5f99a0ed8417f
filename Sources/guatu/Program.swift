import ArgumentParser
import Journal
import Words

/// One run of the program: finds the command, parses its arguments, runs it, and answers with the
/// exit code.
struct Program {
    private let arguments: [String]

    init(_ arguments: [String]) { self.arguments = arguments }

    func run() -> Int32 {
        let surroundings: Surroundings
        do {
            surroundings = try Surroundings(arguments: arguments)
        } catch {
            Output([:]).say(error.sentence(.chinese))
            return error.exitCode
        }
        surroundings.output.explainCharset(surroundings.words)
        do {
            return try run(surroundings)
        } catch {
            return report(error, surroundings)
        }
    }

    private func run(_ surroundings: Surroundings) throws -> Int32 {
        let (name, rest) = Program.split(arguments)
        if let name, name == "help" || name == "帮助" {
            return try help(of: Program.split(rest).name, surroundings)
        }
        if Program.asksForHelp(rest) { return try help(of: name, surroundings) }
        if rest == ["--version"], name == nil {
            try surroundings.output.line("guatu \(Version.text)")
            return ExitStatus.done
        }
        guard let name else { return try perform(OpenCommand.self, rest, surroundings) }
        if let command = CommandTable.command(named: name) { return try perform(command, rest, surroundings) }
        // `guatu 望湖.guatu` opens the file.
        if name.hasSuffix(".guatu") || (name.contains("/") && Files.exists(name)) {
            return try perform(OpenCommand.self, ["--ledger", name] + rest, surroundings)
        }
        throw Complaint.unknownCommand(name, near: CommandTable.near(name))
    }

    private func perform(_ command: any Subcommand.Type, _ rest: [String], _ surroundings: Surroundings) throws -> Int32
    {
        func perform<Parsed: Subcommand>(_ command: Parsed.Type) throws -> Int32 {
            let parsed: Parsed
            do {
                parsed = try Parsed.parsed(rest)
            } catch {
                throw Complaint.arguments(Parsed.message(for: error), command: command.name)
            }
            do {
                try parsed.run(surroundings)
                return ExitStatus.done
            } catch let error as JournalError {
                throw Complaint.journal(error)
            }
        }
        return try perform(command)
    }

    /// Says what went wrong and answers the exit code.
    private func report(_ error: any Error, _ surroundings: Surroundings) -> Int32 {
        switch error {
        case let spoken as Spoken:
            surroundings.output.say(spoken.complaint.sentence(spoken.words))
            return spoken.complaint.exitCode
        case let ended as Ended:
            return ended.status
        case let complaint as Complaint:
            surroundings.output.say(complaint.sentence(surroundings.words))
            return complaint.exitCode
        default:
            surroundings.output.say(String(describing: error))
            return ExitStatus.failed
        }
    }

    private func help(of name: String?, _ surroundings: Surroundings) throws -> Int32 {
        let page = HelpPage(surroundings.words)
        guard let name else {
            try surroundings.output.put(page.overview())
            return ExitStatus.done
        }
        guard let command = CommandTable.command(named: name) else {
            throw Complaint.unknownCommand(name, near: CommandTable.near(name))
        }
        try surroundings.output.put(page.page(of: command))
        return ExitStatus.done
    }

    // MARK: Words of the command line

    /// General options that take the word behind them.
    private static let withValue = [
        "--ledger", "--now", "--lang", "--as-of", "--me", "--glyphs", "--depth", "--theme", "--mouse", "--ambiguous",
        "--wall", "--by", "--filter", "--measure", "--grid",
    ]

    /// The command's name and everything else; general options may stand before the name.
    static func split(_ arguments: [String]) -> (name: String?, rest: [String]) {
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            if argument == "--" { break }
            if !argument.hasPrefix("-") {
                var rest = arguments
                rest.remove(at: index)
                return (argument, rest)
            }
            index += withValue.contains(argument) ? 2 : 1
        }
        return (nil, arguments)
    }

    private static func asksForHelp(_ rest: [String]) -> Bool {
        rest.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }
}

/// A complaint about an open ledger, in that ledger's language.
struct Spoken: Error {
    let complaint: Complaint
    let words: Words
}

/// A command that said everything itself and ends with a code of its own.
struct Ended: Error {
    let status: Int32
}

enum Version {
    static let text = "0.1.0"
}
