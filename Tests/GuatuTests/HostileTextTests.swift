import Foundation
import Testing

/// What somebody pastes into a command may steer no terminal, printer or spreadsheet afterwards.
struct HostileTextTests {
    /// Every writing command with text arguments; 「%」 stands for the text.
    private static let lines = [
        "unit add |单位%| --kind 办公室 --short |短%|", "unit rename 柳堤社区 |柳堤%|", "person add |人%| --unit 专班 --post |岗%|",
        "campaign add |战役%| --due 2026-12-18 --target |3 户| --group |组%:沈南枝|", "campaign edit 环湖整备 --goal |目标%|",
        "campaign frontline 环湖整备 党员 --people 沈南枝 --place |地点%| --text |名目%|",
        "add |事项%| --lead 专班 --quantity |3 户| --due 12-1 --document |文号%| --attach |附件%| --post |岗%|",
        "amend 1 --title |改名%|", "step 1 |步骤%|", "tick 1 1 |说明%|", "track 1 |跟踪%；卡：%；下一步：%|",
        "remind 1 |提醒%|", "slip draft 1 |意见%|", "slip sign 1", "slip deliver 1 |送%|", "slip accept 1 |签%|",
        "slip answer 1 |完成%| --reason |原因%| --measure |措施%|", "slip void 1 |理由%|", "put-off 1 |理由%| --until 11-27",
        "household add 1 H1-1 --to 沈南枝", "household visit H1-1 |上门%|", "household set H1-1 --state 疑难 --trouble |类别%|",
        "household remove H1-1 |理由%|", "answer 2 measure |措施%| --person 沈南枝 --by 11-27",
        "case open 2 |症结%| --kind |类别%| --way |甲%| --way |乙%| --legal |意见%|", "case keep 2 |口径%|",
        "decide 2 |结论%| --level 书记 --meeting |会议%| --nothing", "meeting plan --kind special --name |会%| --place |地%|",
        "meeting begin", "meeting note |记录%| --matter 1", "meeting topic |议题%|",
        "meeting decide |会上定%| --level 书记 --person 沈南枝 --due 11-27 --title |落实%|", "meeting end |出席%|",
        "duty add |职责%|", "tick-duty 1 |说明%|", "extend 1 |理由%| --to 12-5", "refuse 1 |理由%|",
        "adjust 1 |理由%| --due 12-8",
        "review 3 send |稿%| --unit 专班", "reassign 1 |说明%| --to 贺知远", "calendar rest 11-25 --name |区庆%|",
        "report 1 |办结%|", "return 1 |理由%|", "report 1 |办结%|", "settle 1 |意见%| --check 现场", "reopen 1 |理由%|",
        "suspend 1 |理由%|", "resume 1 |说明%|", "contact add 1 |住户%| |1390000%0000|",
        "blackout 1 --containing 步骤 --reason |理由%|",
        "void 3 |理由%|", "evening --close",
    ]

    /// Everything that shows what was written.
    private static let shows = [
        "list --all", "list --all --json", "list --all --csv", "show 1", "show 2", "show 1 --json", "daily",
        "report daily",
        "report weekly", "print overdue", "print register", "print minutes", "slips", "slips --csv", "duties --week",
        "meeting list", "meeting agenda --id 1", "campaign show 环湖整备", "case list", "contact 1", "brief", "integrity",
        "undo --list",
        "wall", "since --from 11-20 --keep", "print handover 贺知远",
    ]

    @Test(
        "Whatever command it came in by, it is plain text wherever it comes out",
        arguments: [
            "\u{1b}[2J\u{1b}]0;题\u{07}", "\u{202e}倒\u{2066}", "两行\n=2+2\r\n", "=HYPERLINK(1)", "\u{9b}31m\u{7f}",
            "\u{200b}\u{feff}\u{200f}",
        ]
    )
    func isTamed(text: String) throws {
        let binary = try Binary()
        defer { binary.remove() }
        let ledger = try binary.rehearsal()
        func guatu(_ line: String) throws -> Binary.Run {
            try binary.run(line: line.replacing("%", with: text), at: Binary.morning, variables: ledger)
        }
        for line in [
            "unit add 专班 --kind 专班", "unit add 柳堤社区 --kind 社区", "person add 沈南枝 --unit 专班 --post 岗 --role 经办",
            "person add 贺知远 --unit 专班 --post 岗", "campaign add 环湖整备 --due 2026-12-18 --target |3 户| --head 沈南枝",
            "add 第一件 --campaign 环湖整备 --lead 专班 --person 沈南枝 --quantity |3 户| --due 12-1",
            "add 第二件 --kind 问题 --lead 专班 --person 沈南枝 --due 12-1",
            "add 第三件 --lead 专班", "submit 1,2", "issue 1,2", "accept 1,2",
        ] {
            let run = try guatu(line)
            #expect(run.status == 0, "\(line): \(run.err)")
        }
        var refused: [String] = []
        for line in Self.lines {
            let run = try guatu(line)
            #expect(Self.strangers(in: run.out + run.err).isEmpty, "\(line)")
            if run.status != 0 { refused.append("\(line): \(run.err)") }
        }
        // The trial would prove little if the commands were refused for another reason.
        #expect(refused.isEmpty, "\(refused)")
        for line in Self.shows {
            let run = try guatu(line)
            // Lines of CSV end as RFC 4180 has it.
            let out = line.hasSuffix("--csv") ? run.out.replacing("\r\n", with: "\n") : run.out
            #expect(Self.strangers(in: out + run.err).isEmpty, "\(line)")
            #expect(run.status == 0, "\(line): \(run.err)")
            guard line.hasSuffix("--csv") else { continue }
            let cells = run.lines.flatMap { $0.split(separator: ",") }.filter {
                "=+-@".contains($0.first ?? " ") && $0.count > 1
            }
            #expect(cells.isEmpty, "\(cells)")
        }
        #expect(try guatu("verify").status == 0)
    }

    /// What steers a terminal or turns the direction of text.
    private static func strangers(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }
}
