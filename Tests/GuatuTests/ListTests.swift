import Foundation
import Testing

/// Lists and the day's duties on a small imported ledger, seen from 2026-11-20.
struct ListTests {
    private let binary: Binary
    private let variables: [String: String]

    private static let table = """
        编号,事项,类别,来源,牵头单位,责任人,岗位,目标量,完成量,计量单位,交办日期,完成时限,状态,办结日期
        1,修路,目标任务,年度重点,城建办,贺知远,市政岗,100,40,米,2026-10-08,2026-11-04,办理中,
        2,修桥,目标任务,会议议定,城建办,贺知远,市政岗,100,90,米,2026-10-08,2026-11-20,办理中,
        3,签约,目标任务,年度重点,环湖专班,沈南枝,签约岗,100,5,户,2026-10-08,2026-12-31,办理中,
        4,路灯,问题,网格巡查,城建办,贺知远,市政岗,1,0,件,2026-11-02,2026-12-31,办理中,
        5,旧账,目标任务,年度重点,环湖专班,沈南枝,签约岗,10,10,户,2026-08-03,2026-09-30,已销号,2026-09-28
        """

    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
        try Data(ListTests.table.utf8).write(to: binary.folder.appending(path: "事项.csv"))
        let run = try binary.run(
            "import",
            "事项.csv",
            "--create-missing",
            "--now",
            Binary.morning,
            variables: variables
        )
        #expect(run.status == 0, "\(run.err)")
    }

    private func guatu(_ arguments: [String]) throws -> Binary.Run {
        try binary.run(arguments + ["--now", Binary.morning], variables: variables)
    }

    @Test func filters() throws {
        defer { binary.remove() }
        let cases: [([String], [Int])] = [
            ([], [1, 3, 2, 4]), (["--all"], [1, 3, 2, 4, 5]), (["--overdue"], [1]), (["--lagging"], [3]),
            (["--due-today"], [2]),
            (["--lead", "城建办"], [1, 2, 4]), (["--lead", "城建办", "--lead", "环湖专班"], [1, 3, 2, 4]),
            (["--person", "沈南枝"], [3]),
            (["--kind", "问题"], [4]), (["--match", "修"], [1, 2]), (["--limit", "2"], [1, 3]), (["--limit", "0"], []),
            (["--sort", "number"], [1, 2, 3, 4]), (["--sort", "due"], [1, 2, 3, 4]),
            (["--stage", "办理中"], [1, 3, 2, 4]),
            (["--stage", "struck", "--all"], [5]), (["--all", "--person", "沈南枝", "--sort", "number"], [3, 5]),
        ]
        for (arguments, numbers) in cases {
            let run = try guatu(["list", "--jsonl"] + arguments)
            let found = try run.lines.map { line in
                (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["number"] as? Int
            }
            #expect(found == numbers, "\(arguments): \(run.err)")
        }
        #expect(try guatu(["list", "--stage", "开工"]).status == 2)
        #expect(try guatu(["list", "--sort", "x"]).status == 2)
        #expect(try guatu(["list", "--limit", "-1"]).status == 2)
    }

    @Test func jsonIsOneDocument() throws {
        defer { binary.remove() }
        let json = try guatu(["list", "--json"]).json()
        #expect(json["schema"] as? Int == 1)
        #expect(json["ledger"] as? String == "望湖街道")
        #expect(json["now"] as? String == "2026-11-20T08:00:00+08:00")
        #expect(json["count"] as? Int == 4)
        let first = try #require((json["matters"] as? [[String: Any]])?.first)
        #expect(first["due"] as? String == "2026-11-04")
        #expect(first["light"] as? String == "red")
        #expect(first["overdueWorkdays"] as? Int == 12)
        #expect(first["why"] as? String == "时限 2026-11-04 已过，逾 12 个工作日")
        let english = try guatu(["list", "--json", "--lang", "en"]).json()
        #expect(
            (english["matters"] as? [[String: Any]])?.first?["why"] as? String
                == "past its limit 2026-11-04 by 12 working days"
        )
    }

    @Test func plainIsAligned() throws {
        defer { binary.remove() }
        #expect(
            try guatu(["list", "--plain"]).out == """
                灯  编号  事项  牵头单位  责任人  状态    时限   情况
                逾  督1   修路  城建办    贺知远  办理中  11-04  逾 12 日
                滞  督3   签约  环湖专班  沈南枝  办理中  12-31  欠\(try behind())%
                临  督2   修桥  城建办    贺知远  办理中  11-20  今日到期
                常  问4   路灯  城建办    贺知远  办理中  12-31  剩 \(try left()) 日

                """
        )
    }

    private func value(_ number: Int, _ name: String) throws -> Any? {
        try guatu(["show", String(number), "--json"]).json()[name]
    }
    private func left() throws -> Int { try #require(try value(4, "workdaysLeft") as? Int) }
    private func behind() throws -> String {
        let why = try #require(try value(3, "why") as? String)
        return String(try #require(why.split(separator: "落后 ").last).prefix { $0.isNumber })
    }

    @Test func daily() throws {
        defer { binary.remove() }
        let text = try guatu(["daily"]).out
        #expect(text.hasPrefix("望湖街道 2026年11月20日 周五 工作日 今日清单\n"))
        #expect(text.contains("逾期 1 件\n  逾 督1 修路（城建办 贺知远）\n     时限 2026-11-04 已过，逾 12 个工作日\n"))
        #expect(text.contains("今日到期 1 件\n"))
        let json = try guatu(["daily", "--json"]).json()
        #expect(json["day"] as? String == "2026-11-20")
        #expect(json["workday"] as? Bool == true)
        // Imported matters are not chased before 启用督办.
        #expect(!text.contains("今日须跟踪"))
        #expect(try guatu(["supervise", "--from", "11-20"]).out == "自 2026-11-20 起启用督办。\n")
        #expect(try guatu(["daily"]).out.contains("今日须跟踪"))
    }
}
