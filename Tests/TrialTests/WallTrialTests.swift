import Canvas
import Foundation
import Glibc
import Journal
import Ledger
import Pictures
import Samples
import Testing
import Text
import Walls
import Words

@testable import guatu

/// The meeting wall for days on end: pages turn, the file changes, is taken away, replaced and brought back.
///
/// A few hundred rounds with every run of the tests; `GUATU_TRIALS=1` for ten thousand pages and five thousand changes.
@Suite struct WallTrialTests {
    private static let isLong = ProcessInfo.processInfo.environment["GUATU_TRIALS"] == "1"

    /// A ledger file, and the meeting wall over it.
    private struct Stage {
        let path: String
        var writer: SQLiteJournal
        var reader: MeetingReader
        var show: MeetingShow
        var now: Moment = "2026-11-20 08:12"
        private(set) var changes = 0

        init(_ folder: URL) throws {
            path = folder.appending(path: "台账.guatu").path
            let given = Office.sample.commands
            guard case .found(let founding)? = given.first?.command else { preconditionFailure("not founded") }
            writer = try SQLiteJournal.create(path, founding, by: given[0].context)
            for one in given.dropFirst() { try writer.perform(one.command, by: one.context) }
            reader = MeetingReader(path: path)
            show = MeetingShow(
                MeetingAgenda(),
                words: .chinese,
                typecase: try .checkedIn(),
                size: Size(width: 160, height: 45),
                at: now
            )
        }

        mutating func wait(seconds: Int64) {
            now = Moment(milliseconds: now.milliseconds + seconds * 1000)
            show.update(.clock(now))
        }

        mutating func look() { if let found = reader.look() { show.update(found) } }

        /// Somebody writes down where it is stuck; the wall must show it.
        mutating func change() throws {
            changes += 1
            let context = Context(actor: .founder, now: now)
            try writer.perform(.act(.well, .track(CleanText("催办；卡：第 \(changes) 道手续"), [])), by: context)
        }

        var isFresh: Bool { show.text().contains("第 \(changes) 道手续") }

        mutating func turn() {
            show.update(.key(.right))
            show.draw(on: Canvas(show.size))
        }
    }

    /// In a process of its own: what other tests take meanwhile is not the wall's.
    @Test func daysOnEnd() async {
        await #expect(processExitsWith: .success) { try WallTrialTests().hang() }
    }

    private func hang() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "guatu-wall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var stage = try Stage(folder)
        stage.look()
        let rounds = Self.isLong ? 5_000 : 150
        var early = 0
        for round in 1...rounds {
            stage.wait(seconds: 11)
            try stage.change()
            if round % 100 == 25 { try restore(&stage) }
            if round % 100 == 50 { try takeAway(&stage) }
            if round % 100 == 75 { try replace(&stage) }
            stage.look()
            #expect(stage.isFresh, "round \(round)")
            for _ in 0..<2 { stage.turn() }
            if round == 100 { early = Self.resident() }
        }
        let grown = Self.resident() - early
        print(
            "meeting wall: \(rounds * 2) pages, \(rounds) changes: \(early) KB after the first hundred, \(grown) KB more at the end"
        )
        #expect(grown <= 5 * 1024)
        #expect(stage.show.now == stage.now)
    }

    /// The file is gone for a while: the last picture stays and tells its age.
    private func takeAway(_ stage: inout Stage) throws {
        stage.look()
        let before = stage.show.sections
        let away = stage.path + ".away"
        try FileManager.default.moveItem(atPath: stage.path, toPath: away)
        for _ in 0..<3 {
            stage.wait(seconds: 120)
            stage.look()
        }
        #expect(stage.show.sections == before)
        let canvas = Canvas(stage.show.size)
        stage.show.draw(on: canvas)
        try FileManager.default.moveItem(atPath: away, toPath: stage.path)
    }

    /// Another file comes to stand at the path, as after a restore by copying.
    private func replace(_ stage: inout Stage) throws {
        let copy = stage.path + ".copy"
        try stage.writer.backUp(to: copy)
        #expect(rename(copy, stage.path) == 0)
        stage.writer = try SQLiteJournal.open(stage.path, mode: .write)
    }

    /// A backup is restored into the file that the wall has open.
    private func restore(_ stage: inout Stage) throws {
        let copy = stage.path + ".backup"
        try stage.writer.backUp(to: copy)
        let restored = try SQLiteJournal.restore(copy, to: stage.path, by: Context(actor: .founder, now: stage.now))
        for file in [copy, restored.kept] { try FileManager.default.removeItem(atPath: file) }
    }

    /// Kilobytes of this process in memory.
    private static func resident() -> Int {
        let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = statm.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4
    }
}
