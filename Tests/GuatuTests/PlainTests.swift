import Foundation
import Testing

/// `--plain`: walls as numbered lines, from the command line.
struct PlainTests {
    private static let table = """
        编号,事项,类别,来源,牵头单位,责任人,岗位,目标量,完成量,计量单位,交办日期,完成时限,状态
        1,修路,目标任务,年度重点,城建办,贺知远,市政岗,100,40,米,2026-10-08,2026-11-04,办理中
        2,夜间噪声,诉求,12345,城建办,贺知远,市政岗,1,0,件,2026-11-02,2026-11-10,办理中
        """

    private let binary: Binary
    private let variables: [String: String]

    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
        try Data(PlainTests.table.utf8).write(to: binary.folder.appending(path: "事项.csv"))
        let imported = try guatu("import", "事项.csv", "--create-missing")
        #expect(imported.status == 0, "\(imported.err)")
    }

    private func guatu(_ arguments: String...) throws -> Binary.Run {
        try binary.run(arguments + ["--now", Binary.morning], variables: variables)
    }

    @Test func everyWallByItsName() throws {
        defer { binary.remove() }
        let walls = [
            "overview": "总览", "map": "作战图", "board": "任务板", "timeline": "进度", "checklist": "清单", "desk": "督办",
            "roster": "队伍", "statistics": "统计", "list": "事项清单",
        ]
        for (name, title) in walls {
            let run = try guatu("--plain", "--wall", name)
            #expect(run.status == 0 && run.err == "", "\(name): \(run.err)")
            #expect(run.lines.first?.hasPrefix("1. ") == true && run.lines.first?.contains(" \(title)：") == true)
            for (index, line) in run.lines.enumerated() { #expect(line.hasPrefix("\(index + 1). "), "\(line)") }
            #expect(!run.out.contains("\u{1B}"))
            #expect(try guatu("--plain", "--wall", title).out == run.out)
        }
        #expect(try guatu("--plain").out == guatu("--plain", "--wall", "总览").out)
        let english = try guatu("--plain", "--wall", "desk", "--lang", "en")
        #expect(english.out.contains("overdue: T1 修路; 城建办 贺知远; 12 workdays late; limit 11-04"))
    }

    @Test func shapesOfAWall() throws {
        defer { binary.remove() }
        let filtered = try guatu("--plain", "--wall", "list", "--filter", "修路")
        #expect(filtered.lines.count == 2 && filtered.out.contains("督1 修路"))
        // By unit, but without totals side by side.
        let byUnit = try guatu("--plain", "--wall", "desk", "--by", "unit").out
        #expect(byUnit.contains("城建办") && !byUnit.contains("城建办：2 件"))
        // Before it became overdue.
        let past = try guatu("--plain", "--wall", "list", "--as-of", "2026-11-03")
        #expect(!past.out.contains("逾"), "\(past.out)\(past.err)")
        let page = try guatu("show", "1", "--plain")
        #expect(page.out.contains("督1 修路：40%，40/100 米，逾 12 个工作日"))
        #expect(page.out.contains("督1 能办：跟踪") && page.out.contains("督1 历史 "))
    }

    @Test func theMeetingWall() throws {
        defer { binary.remove() }
        let inside = try guatu("wall", "--plain")
        #expect(inside.out.contains("贺知远") && !inside.out.contains("夜间噪声"))
        let outside = try guatu("wall", "--plain", "--outsiders")
        #expect(outside.status == 0 && !outside.out.contains("贺知远"))
    }

    @Test func refusals() throws {
        defer { binary.remove() }
        for arguments in [
            ["--wall", "desk"], ["--plain", "--wall", "nothing"], ["--plain", "--wall", "overview", "--by", "unit"],
            ["--plain", "--wall", "desk", "--by", "load"], ["--plain", "--wall", "desk", "--measure", "overdue"],
            ["--plain", "--filter", "修路"], ["show", "1", "--plain", "--json"],
        ] {
            let run = try binary.run(arguments + ["--now", Binary.morning], variables: variables)
            #expect(run.status == 2, "\(arguments): \(run.status) \(run.err)")
            #expect(run.out == "" && run.err != "")
        }
    }
}
