import Foundation
import Testing

/// The built program, run as a user runs it: in a folder of its own, without a terminal, with
/// nothing of the surroundings but what the test gives.
struct Binary {
    /// What a run left behind.
    struct Run {
        var status: Int32
        var out: String
        var err: String
    }

    /// A folder for one test, gone afterwards.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "guatu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Beside the test runner.
    static let path: URL = {
        let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return runner.deletingLastPathComponent().appending(path: "guatu")
    }()

    /// Runs `guatu` with these arguments.
    @discardableResult
    func run(_ arguments: String..., variables: [String: String] = [:]) throws -> Run {
        try run(arguments, variables: variables)
    }

    @discardableResult
    func run(_ arguments: [String], variables: [String: String] = [:]) throws -> Run {
        try run(Binary.path, arguments, variables)
    }

    /// Runs one line as a user types it; an argument with spaces stands between bars.
    @discardableResult
    func run(line: String, at moment: String, variables: [String: String]) throws -> Run {
        var arguments: [String] = []
        for (index, part) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
            arguments += index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        return try run(["--now", moment] + arguments, variables: variables)
    }

    /// Runs a shell command in which `$0` is the program.
    @discardableResult
    func shell(_ command: String, variables: [String: String] = [:]) throws -> Run {
        try run(URL(filePath: "/bin/sh"), ["-c", command, Binary.path.path], variables)
    }

    private func run(_ program: URL, _ arguments: [String], _ variables: [String: String]) throws -> Run {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "USER": "nobody-you-know",
        ]
        environment.merge(variables) { $1 }
        process.environment = environment
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // Standard error is short; reading one after the other cannot block.
        let outBytes = out.fileHandleForReading.readDataToEndOfFile()
        let errBytes = err.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            out: String(decoding: outBytes, as: UTF8.self),
            err: String(decoding: errBytes, as: UTF8.self)
        )
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// A rehearsal ledger with a unit and a person in it, named by `GUATU_LEDGER` in the result.
    func rehearsal() throws -> [String: String] {
        let variables = ["GUATU_LEDGER": path("演练.guatu")]
        let made = try run(
            "init",
            "--name",
            "望湖街道",
            "--rehearsal",
            "--ledger",
            path("演练.guatu"),
            "--now",
            Binary.morning
        )
        #expect(made.status == 0, "\(made.err)")
        return variables
    }

    /// A Friday.
    static let morning = "2026-11-20T08:00"
}

extension Binary.Run {
    /// Standard output as JSON.
    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    }

    var lines: [String] { out.split(separator: "\n").map(String.init) }
}
