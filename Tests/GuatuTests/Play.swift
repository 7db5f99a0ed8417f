import Foundation
import Testing

/// Days of an office written down as its clerk typed them, with what the program answered beside each line.
///
///     # a remark
///     @ 2026-09-07 08:30        the clock from here on
///     我 温如许                  who is at the keyboard from here on
///     存 规则.yaml               a file, made of the indented lines below; 「登录名是我」 in it is the user's own login
///     $ guatu add 井盖破损       a command; an argument with spaces stands between bars
///         问1 井盖破损 …         what it prints
///       ! 新建单位 …             what it says beside that
///       [1]                      how it ended, where it was not 0
///
/// With `RECORD_SNAPSHOTS=1` the answers are written anew, to be read like any other change of the sources.
struct Play {
    /// A line that does something, and the indented lines below it.
    struct Step {
        let number: Int
        let line: String
        var below: [String] = []
    }

    private(set) var steps: [Step] = []
    private let file: URL

    init(_ file: URL) throws {
        self.file = file
        let text = try String(contentsOf: file, encoding: .utf8)
        var empty: [Step] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty {
                empty.append(Step(number: index + 1, line: ""))
            } else if line.hasPrefix("  "), !steps.isEmpty {
                // Empty lines in the middle of an answer are part of it.
                steps[steps.count - 1].below += empty.map(\.line) + [String(line)]
                empty = []
            } else {
                steps += empty + [Step(number: index + 1, line: String(line))]
                empty = []
            }
        }
        steps += empty
    }

    /// Plays every step and compares each answer whole.
    func perform(with binary: Binary) throws {
        var stage = Stage(binary)
        var played: [String] = []
        for step in steps {
            let answer = try stage.play(step)
            played += [step.line] + answer
            guard !Play.isRecording, answer != step.below else { continue }
            let place = "\(file.lastPathComponent):\(step.number)"
            Issue.record(
                "\(place) \(step.line)\nwritten:\n\(step.below.joined(separator: "\n"))\nanswered:\n\(answer.joined(separator: "\n"))"
            )
        }
        guard Play.isRecording else { return }
        try played.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(file.lastPathComponent); run again without RECORD_SNAPSHOTS")
    }

    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
}

/// Clock and keyboard of a play, and the folder in which it is given.
private struct Stage {
    let binary: Binary
    let login: String
    var moment = Binary.morning
    var variables: [String: String] = [:]

    init(_ binary: Binary) {
        self.binary = binary
        login = String(cString: getpwuid(getuid()).pointee.pw_name)
    }

    /// What stands below the step once it is played.
    mutating func play(_ step: Play.Step) throws -> [String] {
        let parts = step.line.split(separator: " ", maxSplits: 1).map(String.init)
        switch parts.first {
        case "@": moment = parts[1].replacingOccurrences(of: " ", with: "T")
        case "我": variables["GUATU_ME"] = parts[1]
        case "存":
            let lines = step.below.map { $0.dropFirst(4).replacingOccurrences(of: "登录名是我", with: login) }
            try (lines.joined(separator: "\n") + "\n")
                .write(toFile: binary.path(parts[1]), atomically: true, encoding: .utf8)
            return step.below
        case "$": return answer(try binary.run(line: String(parts[1].dropFirst(6)), at: moment, variables: variables))
        default: break
        }
        return step.below
    }

    private func answer(_ run: Binary.Run) -> [String] {
        var lines = quoted(run.out, after: "    ") + quoted(run.err, after: "  ! ")
        if run.status != 0 { lines.append("  [\(run.status)]") }
        return lines
    }

    /// Without what is another in each run: the folder, the login, and codes of a chain that holds random salts.
    private func quoted(_ text: String, after margin: String) -> [String] {
        var text = text.replacingOccurrences(of: binary.folder.path, with: "…")
        // A login of one letter could stand in any word.
        if login.count > 1, let name = try? Regex("\\b\(login)\\b") { text = text.replacing(name, with: "本机登录") }
        text = text.replacing(/校验码 ?[0-9a-f]{8}/, with: "校验码 ……")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String((margin + $0).reversed().drop { $0 == " " }.reversed()) }
    }
}
