import Foundation
import Testing

@Suite("A journal for life, from the command line")
struct LifeTests {
    private let binary: Binary
    private let ledger: [String: String]

    init() throws {
        binary = try Binary()
        ledger = try binary.rehearsal()
    }

    @discardableResult
    private func guatu(_ arguments: String..., at now: String = Binary.morning) throws -> Binary.Run {
        try binary.run(arguments + ["--now", now], variables: ledger)
    }

    @Test("Undo takes back the last command, says what, and then has nothing more")
    func undo() throws {
        defer { binary.remove() }
        try guatu("add", "井盖破损", "--lead", "党政办", "--create-missing")
        try guatu("track", "1", "去过")
        let list = try guatu("undo", "--list")
        #expect(list.lines.count >= 2)
        #expect(list.lines.first?.contains("可以撤回") == true)
        let undone = try guatu("undo")
        #expect(undone.status == 0, "\(undone.err)")
        #expect(undone.out.contains("撤回 跟踪"))
        #expect(try guatu("show", "1").out.contains("撤回 跟踪"))
        try guatu("undo")
        #expect(try guatu("list").out.contains("井盖破损") == false)
        let json = try guatu("undo", "--list", "--json").json()
        #expect(json["schema"] as? Int == 1)
        #expect(try guatu("undo", "00000000").status == 1)
        #expect(try guatu("undo", "00000000", "--lang", "en").err.contains("undo --list"))
        #expect(try guatu("verify").status == 0)
    }

    @Test("A past day is what it was, in every reading command, and takes no record")
    func asOf() throws {
        defer { binary.remove() }
        try guatu("add", "第一件", at: "2026-11-20T09:00")
        try guatu("add", "第二件", at: "2026-11-23T09:00")
        try guatu("track", "1", "去过第一家", at: "2026-11-24T09:00")
        let now = "2026-11-24T10:00"
        #expect(try guatu("list", "--as-of", "11-20", at: now).out.contains("第二件") == false)
        #expect(try guatu("list", "--as-of", "昨天", at: now).out.contains("第二件"))
        #expect(try guatu("list", "--all", "--as-of", "2026-11-20", at: now).out.contains("第一件"))
        #expect(try guatu("show", "1", "--as-of", "昨天", at: now).out.contains("去过第一家") == false)
        #expect(try guatu("show", "1", at: now).out.contains("去过第一家"))
        #expect(try guatu("show", "2", "--as-of", "11-20", at: now).status == 1)
        #expect(try guatu("daily", "--as-of", "11-20", at: now).out.contains("11月20日"))
        #expect(try guatu("print", "overdue", "--as-of", "11-20", at: now).out.contains("2026年11月20日"))
        #expect(try guatu("--as-of", "11-20", at: now).out.contains("11月20日"))
        let refused = try guatu("track", "1", "补记", "--as-of", "11-20", at: now)
        #expect(refused.status == 2)
        #expect(refused.err.contains("--day"))
        #expect(try guatu("list", "--as-of", "2026-12-01", at: now).status == 1)
        #expect(try guatu("list", "--as-of", "某天", at: now).status == 2)
    }

    @Test(
        "What looks personal is stopped in every command that takes words",
        arguments: [
            ["add", "打 13912345678 找户主"], ["add", "漏水", "--attach", "13912345678.jpg"],
            ["track", "1", "打 13912345678"],
            ["amend", "1", "--title", "证件 11010519491231002X"], ["step", "1", "3幢2单元501室上门"],
            ["void", "1", "重复，13912345678"],
        ]
    )
    func personal(arguments: [String]) throws {
        defer { binary.remove() }
        try guatu("add", "井盖破损")
        let before = try guatu("verify", "--json").out
        let run = try binary.run(arguments + ["--now", Binary.morning], variables: ledger)
        #expect(run.status == 1, "\(arguments): \(run.err)")
        #expect(run.err.contains("像"))
        #expect(run.err.contains("guatu contact"))
        #expect(try guatu("verify", "--json").out == before)
    }

    @Test("A contact is kept, shown, recorded, erased, and stands in no list or export")
    func contact() throws {
        defer { binary.remove() }
        try guatu("add", "井盖破损")
        #expect(try guatu("contact", "1").status == 1)
        let kept = try guatu("contact", "add", "1", "张三", "13912345678")
        #expect(kept.status == 0, "\(kept.err)")
        let shown = try guatu("contact", "1")
        #expect(shown.out.contains("张三") && shown.out.contains("13912345678"))
        for command in [
            ["list", "--json"], ["list", "--csv"], ["show", "1"], ["show", "1", "--json"], ["daily"], [],
        ] {
            let out = try binary.run(command + ["--now", Binary.morning], variables: ledger).out
            #expect(!out.contains("张三") && !out.contains("139"), "\(command)")
        }
        #expect(try guatu("show", "1").out.contains("查看联系人"))
        let number = try #require(shown.lines.last?.split(separator: " ").first.map(String.init))
        #expect(try guatu("contact", "erase", number).status == 0)
        #expect(try guatu("contact", "erase", number).status == 1)
        #expect(try guatu("contact", "add", "1").status == 2)
        #expect(try guatu("contact", "1", "--as-of", "11-20").status == 2)
    }

    @Test("Blacked-out texts are gone, and verify says so")
    func blackout() throws {
        defer { binary.remove() }
        try guatu("add", "井盖破损")
        try guatu("track", "1", "户主陈某不签")
        let done = try guatu("blackout", "1", "--containing", "陈某", "--reason", "误录姓名")
        #expect(done.status == 0, "\(done.err)")
        #expect(try guatu("show", "1").out.contains("陈某") == false)
        #expect(try guatu("show", "1").out.contains("误录姓名"))
        let verified = try guatu("verify")
        #expect(verified.status == 0)
        #expect(verified.out.contains("涂黑 1 处"))
        #expect(try guatu("blackout", "1", "--containing", "陈某", "--reason", "误录").status == 1)
        #expect(try guatu("blackout", "1", "--reason", "误录").status == 2)
        #expect(try guatu("blackout", "1", "--all").status == 2)
    }

    @Test("Backup, restore, recover, a year's archive and a printed head")
    func copies() throws {
        defer { binary.remove() }
        try guatu("add", "第一件")
        let code = try #require(try guatu("verify", "--json").json()["head"] as? String).prefix(8)
        #expect(try guatu("backup", binary.path("备份.guatu")).status == 0)
        #expect(try guatu("backup", binary.path("备份.guatu")).status == 1)
        try guatu("add", "第二件")
        let restored = try guatu("restore", binary.path("备份.guatu"))
        #expect(restored.status == 0, "\(restored.err)")
        #expect(restored.out.contains("before-restore-1"))
        #expect(try guatu("list").out.contains("第二件") == false)
        #expect(try guatu("add", "第三件").out.contains("3"))
        #expect(try guatu("verify", "--head", String(code)).out.contains("第 "))
        #expect(try guatu("verify", "--head", "00000000").status == 1)
        #expect(try guatu("verify", "--head", "xyz").status == 2)
        let saved = try guatu("recover", ledger["GUATU_LEDGER"]!, "--into", binary.path("新.guatu"))
        #expect(saved.status == 0, "\(saved.err)")
        #expect(saved.out.contains("没有丢失"))
        #expect(try guatu("archive-year", "2026").status == 1)
        #expect(try guatu("archive-year", "2026", at: "2027-01-05T09:00").status == 0)
        #expect(try guatu("verify", "--ledger", binary.path("演练-2026.guatu")).status == 0)
    }

    @Test("Of a damaged file what is sound is shown, with what is lost and what to do; nothing is written")
    func damaged() throws {
        defer { binary.remove() }
        try guatu("add", "第一件", at: "2026-11-20T09:00")
        for word in ["甲", "乙", "丙"] { try guatu("track", "1", "去过\(word)家", at: "2026-11-20T10:00") }
        let path = URL(fileURLWithPath: ledger["GUATU_LEDGER"]!)
        var bytes = try Data(contentsOf: path)
        // The second track says that somebody else made it.
        let place = try #require(bytes.range(of: Data("\"kind\":\"tracked\"".utf8)))
        bytes[place.lowerBound + 1] = 0x4B
        try bytes.write(to: path)
        let now = "2026-11-23T10:00"
        #expect(try guatu("list", at: now).status == 0)
        for arguments in [["show", "1"], ["list", "--as-of", "11-20"], ["report", "daily", "--day", "11-20"]] {
            let run = try binary.run(arguments + ["--now", now], variables: ledger)
            #expect(run.status == 3, "\(arguments): \(run.err)")
            #expect(run.out.contains("第一件"), "\(arguments)")
            #expect(run.err.contains("丢失 1 条（第 "), "\(run.err)")
            #expect(run.err.contains("guatu recover"))
        }
        #expect(try guatu("show", "1", "--lang", "en", at: now).err.contains("1 are lost"))
        #expect(try Data(contentsOf: path) == bytes)

        // Cut off and without its beginning.
        for damage in [Data(bytes.prefix(bytes.count - 5_000)), Data(count: 100) + bytes.dropFirst(100)] {
            try damage.write(to: path)
            let run = try guatu("list", at: now)
            #expect(run.status == 3)
            #expect(run.out.contains("第一件"))
            #expect(run.err.contains("已损坏"))
            #expect(try guatu("verify", at: now).status == 1)
            #expect(try guatu("backup", binary.path("不成.guatu"), at: now).status == 1)
            #expect(try guatu("track", "1", "再去", at: now).status == 1)
            #expect(try Data(contentsOf: path) == damage)
        }
    }

    @Test("A real ledger is backed up once a day, before the first record; the overview says what is in none")
    func daily() throws {
        defer { binary.remove() }
        let real = ["GUATU_LEDGER": binary.path("真.guatu")]
        #expect(try binary.run("init", "--name", "望湖街道", "--ledger", real["GUATU_LEDGER"]!).status == 0)
        #expect(try binary.run([], variables: real).out.contains("还没有备份"))
        try binary.run("add", "第一件", variables: real)
        try binary.run("add", "第二件", variables: real)
        let made = try FileManager.default.contentsOfDirectory(atPath: binary.path("真.备份"))
        #expect(made.count == 1)
        let out = try binary.run("list", "--ledger", binary.path("真.备份/\(made[0])")).out
        #expect(!out.contains("第一件"))
        #expect(try binary.run([], variables: real).out.contains("备份") == false)
    }
}
