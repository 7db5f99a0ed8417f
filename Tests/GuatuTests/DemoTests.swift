import Foundation
import Testing

/// The sample ledger, made as `make run` makes it.
struct DemoTests {
    @Test func isMadeOnceAndKept() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let first = try binary.run("demo")
        #expect(first.status == 0, "\(first.err)")
        #expect(first.out.hasPrefix("望湖街道 总览\n"))
        #expect(first.err.hasPrefix("正在生成示例台账"))
        // It is what `guatu` opens from now on, for there is no other.
        let listed = try binary.run("list", "--all", "--jsonl")
        #expect((1200...2000).contains(listed.lines.count))
        #expect(try binary.run("add", "我记的一件").status == 0)
        let again = try binary.run("demo")
        #expect(again.status == 0)
        #expect(again.err == "")
        #expect(try binary.run("list", "--match", "我记的一件", "--jsonl").lines.count == 1)
        // Rehearsals may be written at any stated moment.
        #expect(try binary.run("add", "两周后", "--now", "2027-01-05T08:00").status == 0)
        let fresh = try binary.run("demo", "--fresh")
        #expect(fresh.status == 0)
        #expect(fresh.err.hasPrefix("原来的示例改名为 "))
        #expect(try binary.run("list", "--match", "我记的一件", "--jsonl").lines.isEmpty)
        let kept = binary.path(".local/share/guatu/望湖街道示例-1.guatu")
        #expect(try binary.run("list", "--match", "我记的一件", "--jsonl", "--ledger", kept).lines.count == 1)
        #expect(try binary.run("verify").status == 0)
    }

    @Test func saysWhereItLooked() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let run = try binary.run("demo", "--into", "没有/示例.guatu")
        #expect(run.status == 1)
        #expect(run.out == "")
        #expect(!FileManager.default.fileExists(atPath: binary.path("没有")))
    }
}
