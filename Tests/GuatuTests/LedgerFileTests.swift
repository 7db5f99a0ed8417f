import Foundation
import Testing

/// Which ledger is opened, and what a file that is none is answered with.
struct LedgerFileTests {
    private let binary: Binary

    init() throws { binary = try Binary() }

    @Test func initMakesOnceAndIsRemembered() throws {
        defer { binary.remove() }
        let made = try binary.run("init", "--name", "望湖街道", "--prefix", "望街")
        #expect(made.status == 0)
        let path = made.lines[0]
        #expect(path.hasSuffix("/.local/share/guatu/望湖街道.guatu"))
        let again = try binary.run("init", "--name", "望湖街道")
        #expect(again.status == 1)
        #expect(again.err == "\(path) 已经存在，没有改动它。请换个名字。\n")
        #expect(try binary.run("add", "一件").status == 0)
        #expect(try binary.run("list", "--jsonl").lines.count == 1)
        let overview = try binary.run()
        #expect(overview.status == 0)
        #expect(overview.out.hasPrefix("望湖街道 总览\n"))
        #expect(overview.out.contains("在办 1 件：逾期 0，滞后 0"))
        // The option goes before the variable, and that before the memory.
        let other = binary.path("另一本.guatu")
        try binary.run("init", "--name", "另一街道", "--ledger", other)
        #expect(try binary.run("list", "--jsonl", variables: ["GUATU_LEDGER": path]).lines.count == 1)
        #expect(try binary.run("list", "--jsonl", "--ledger", other, variables: ["GUATU_LEDGER": path]).lines.isEmpty)
        #expect(try binary.run(other).out.hasPrefix("另一街道 总览\n"))
    }

    @Test func whatIsNoLedger() throws {
        defer { binary.remove() }
        try Data("这不是台账".utf8).write(to: binary.folder.appending(path: "文字.guatu"))
        try Data().write(to: binary.folder.appending(path: "空.guatu"))
        try FileManager.default.createDirectory(
            at: binary.folder.appending(path: "夹.guatu"),
            withIntermediateDirectories: true
        )
        for (name, sentence) in [
            ("文字.guatu", "不是挂图的台账"), ("空.guatu", "是空文件"), ("夹.guatu", "是文件夹"), ("没有.guatu", "没有台账"),
        ] {
            for command in [["list"], ["add", "一件"], ["verify"], []] {
                let run = try binary.run(command + ["--ledger", binary.path(name)])
                #expect(run.status == 1, "\(name) \(command)")
                #expect(run.out == "")
                #expect(run.err.contains(sentence), "\(name) \(command): \(run.err)")
            }
        }
        #expect(try Data(contentsOf: binary.folder.appending(path: "空.guatu")).isEmpty)
    }

    @Test func verifyFindsWhatWasAltered() throws {
        defer { binary.remove() }
        let variables = try binary.rehearsal()
        try binary.run("add", "拓宽湖东路", variables: variables)
        let sound = try binary.run("verify", "--json", variables: variables)
        #expect(try sound.json()["sound"] as? Bool == true)
        let url = URL(filePath: variables["GUATU_LEDGER"]!)
        var bytes = try Data(contentsOf: url)
        // The text of the title beside its event, with another character in the place of the first.
        var found = 0
        while let range = bytes.range(of: Data("拓宽湖东路".utf8)) {
            bytes.replaceSubrange(range, with: Data("缩窄湖东路".utf8))
            found += 1
        }
        #expect(found > 0)
        try bytes.write(to: url)
        let run = try binary.run("verify", variables: variables)
        #expect(run.status == 1)
        #expect(run.out.contains("文字丢失或被改动"), "\(run.out)")
    }

    @Test func importsAllOrNothing() throws {
        defer { binary.remove() }
        let variables = try binary.rehearsal()
        func write(_ text: String) throws { try Data(text.utf8).write(to: binary.folder.appending(path: "事项.csv")) }
        let header = "编号,事项,类别,来源,牵头单位,责任人,岗位,目标量,完成量,计量单位,交办日期,完成时限,状态,自定列\n"
        try write(
            header
                + "7,修路,目标任务,年度重点,城建办,贺知远,市政岗,100,40,米,2026-10-01,2026-12-01,办理中,甲\n8,修桥,目标任务,年度重点,城建办,贺知远,市政岗,很多,0,座,2026-10-01,2026-13-01,办理中,乙\n"
        )
        let bad = try binary.run("import", "事项.csv", "--create-missing", "--now", Binary.morning, variables: variables)
        #expect(bad.status == 1)
        #expect(bad.err.contains("事项.csv 第 3 行"), "\(bad.err)")
        #expect(try binary.run("list", "--jsonl", variables: variables).lines.isEmpty)
        try write(header + "7,修路,目标任务,年度重点,城建办,贺知远,市政岗,100,40,米,2026-10-01,2026-12-01,办理中,甲\n")
        let unknown = try binary.run("import", "事项.csv", "--now", Binary.morning, variables: variables)
        #expect(unknown.status == 1)
        #expect(unknown.err.contains("城建办"))
        let dry = try binary.run(
            "import",
            "事项.csv",
            "--create-missing",
            "--dry-run",
            "--now",
            Binary.morning,
            variables: variables
        )
        #expect(dry.status == 0)
        #expect(try binary.run("list", "--jsonl", variables: variables).lines.isEmpty)
        for _ in 0..<2 {
            let done = try binary.run(
                "import",
                "事项.csv",
                "--create-missing",
                "--now",
                Binary.morning,
                variables: variables
            )
            #expect(done.status == 0, "\(done.err)")
            #expect(try binary.run("list", "--jsonl", variables: variables).lines.count == 1)
        }
        let shown = try binary.run("show", "7", "--json", variables: variables).json()
        #expect(shown["number"] as? Int == 7)
        #expect((shown["extras"] as? [[String: String]]) == [["name": "自定列", "value": "甲"]])
        #expect(try binary.run("verify", variables: variables).status == 0)
    }

    @Test func printsTheOverdueList() throws {
        defer { binary.remove() }
        let variables = try binary.rehearsal()
        let csv =
            "编号,事项,类别,来源,牵头单位,责任人,岗位,目标量,完成量,计量单位,交办日期,完成时限,状态\n7,修路,目标任务,年度重点,城建办,贺知远,市政岗,100,40,米,2026-10-08,2026-11-04,办理中\n"
        try Data(csv.utf8).write(to: binary.folder.appending(path: "事项.csv"))
        try binary.run("import", "事项.csv", "--create-missing", "--now", Binary.morning, variables: variables)
        func guatu(_ arguments: String...) throws -> Binary.Run {
            try binary.run(arguments + ["--now", Binary.morning], variables: variables)
        }
        let text = try guatu("print", "overdue")
        #expect(text.status == 0)
        #expect(text.out.contains("望湖街道逾期事项清单"))
        #expect(text.out.contains("修路"))
        #expect(try guatu("print", "overdue", "--text", "-").out == text.out)
        #expect(try guatu("print", "overdue", "--html", "清单.html").status == 0)
        #expect(try String(contentsOf: binary.folder.appending(path: "清单.html"), encoding: .utf8).contains("<html"))
        #expect(try guatu("print", "overdue", "--text", "没有/的/文件夹.txt").status == 1)
        #expect(try guatu("print", "全部").status == 2)
        let listed = try guatu("list", "--overdue", "--jsonl")
        #expect(listed.lines.count == 1)
        #expect(listed.out.contains("\"light\":\"red\""))
        #expect(listed.out.contains("\"overdueWorkdays\":12"))
    }

    @Test func csvIsMarkedOnlyInFiles() throws {
        defer { binary.remove() }
        let variables = try binary.rehearsal()
        try binary.run("add", "一件", variables: variables)
        #expect(try !binary.run("list", "--csv", variables: variables).out.hasPrefix("\u{FEFF}"))
        try binary.shell("\"$0\" list --csv > 表.csv", variables: variables)
        let bytes = try Data(contentsOf: binary.folder.appending(path: "表.csv"))
        #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    }
}
