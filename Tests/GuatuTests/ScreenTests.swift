import Foundation
import Glibc
import Testing

@testable import guatu

/// The program on a terminal: it opens, records, notices other processes, and leaves the terminal as
/// it was, whatever ends it.
@Suite(.serialized)
struct ScreenTests {
    private let binary: Binary
    private let variables: [String: String]

    init() throws {
        binary = try Binary()
        variables = try binary.rehearsal()
        try binary.run("add", "拓宽湖东路", "--now", Binary.morning, variables: variables)
    }

    /// Leaves the alternate screen and shows the cursor.
    private static let leaves = "\u{1B}[?1049l"

    @Test func opensAndLeaves() throws {
        defer { binary.remove() }
        let screen = try Screen(binary, [], variables: variables)
        #expect(screen.wait(for: "望湖街道"))
        #expect(screen.wait(for: "退出"))
        screen.type("q")
        #expect(screen.end() == 0)
        #expect(String(decoding: screen.written, as: UTF8.self).contains(ScreenTests.leaves))
    }

    @Test func noticesWhatOthersWrote() throws {
        defer { binary.remove() }
        let screen = try Screen(binary, [], variables: variables)
        #expect(screen.wait(for: "退出"))
        screen.type("9")
        #expect(screen.wait(for: "拓宽湖东路"))
        try binary.run("add", "荷花里路灯", variables: variables)
        #expect(screen.wait(for: "荷花里路灯"))
        screen.type("q")
        #expect(screen.end() == 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func keepsWhatWasTyped(signal: Int32) throws {
        defer { binary.remove() }
        let screen = try Screen(binary, [], variables: variables)
        #expect(screen.wait(for: "退出"))
        screen.type("n")
        screen.type("写到一半的事项")
        #expect(screen.wait(for: "一半"))
        screen.send(signal)
        #expect(screen.end() == 0)
        let drafts = try String(
            contentsOf: URL(filePath: binary.path(".local/state/guatu/drafts.json")),
            encoding: .utf8
        )
        #expect(drafts.contains("写到一半的事项"))
        let again = try Screen(binary, [], variables: variables)
        #expect(again.wait(for: "没写完"))
        again.type("n")
        #expect(again.wait(for: "写到一半的事项"))
        again.send(SIGKILL)
        _ = again.end()
    }

    /// Nobody can refuse SIGKILL; the terminal is given back all the same.
    @Test func givesTheTerminalBackWhenKilled() throws {
        defer { binary.remove() }
        // Not the leader of the session, whose end would take the terminal away from everybody.
        let program = "/bin/sh -c 'echo pid $$.; exec \"$@\"' sh \"$@\""
        let shell = ["/bin/sh", "-c", program + "; IFS= read -r line; echo \"bye $line\"", "sh"]
        let screen = try Screen(binary, [], variables: variables, through: shell)
        #expect(screen.wait(for: "退出"))
        let start = String(decoding: screen.written.prefix(40), as: UTF8.self)
        let killed = try #require(Int32(start.split(separator: "pid ").last?.prefix { $0.isNumber } ?? ""))
        screen.type("j")
        _ = screen.settle()
        #expect(!screen.isCooked)
        kill(killed, SIGKILL)
        #expect(screen.wait(for: "\u{1B}[?1049l"))
        _ = screen.settle(patience: 5)
        #expect(screen.isCooked)
        screen.type("now\n")
        #expect(screen.wait(for: "bye now"))
        #expect(screen.end() == 0)
    }

    @Test func opensWhatCannotBeWrittenForReading() throws {
        defer { binary.remove() }
        let file = binary.path("演练.guatu")
        let before = try Data(contentsOf: URL(filePath: file))
        try binary.shell("chmod 444 \"$GUATU_LEDGER\" && chmod 555 .", variables: variables)
        defer { _ = try? binary.shell("chmod 755 .") }
        // Nothing is forbidden to root.
        let nobody = getuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        let screen = try Screen(binary, [], variables: variables, through: nobody)
        #expect(screen.wait(for: "退出"))
        screen.type("9")
        #expect(screen.wait(for: "拓宽湖东路"))
        screen.type("n")
        #expect(screen.wait(for: "没有权限写"))
        screen.type("q")
        #expect(screen.end() == 0)
        #expect(try Data(contentsOf: URL(filePath: file)) == before)
    }

    /// A damaged ledger is shown as far as it is sound: on the screen one line says so, behind it stands what to do.
    @Test func showsWhatIsSoundOfADamagedLedger() throws {
        defer { binary.remove() }
        for number in 1...40 { try binary.run("add", "第\(number)段护栏", variables: variables) }
        let file = URL(filePath: binary.path("演练.guatu"))
        let whole = try Data(contentsOf: file)
        try whole.dropLast(12_000).write(to: file)
        let cut = try Data(contentsOf: file)
        let screen = try Screen(binary, ["--lang", "zh"], variables: variables)
        #expect(screen.wait(for: "台账已损坏，只能查看"))
        #expect(screen.wait(for: "退出"))
        screen.type("q")
        #expect(screen.wait(for: "guatu recover"))
        #expect(screen.end() == 0)
        #expect(try Data(contentsOf: file) == cut)
    }

    /// A theme of one's own is taken up when its file changes; a mistake in it is named and changes nothing.
    @Test func aThemeFollowsItsFile() throws {
        defer { binary.remove() }
        let folder = binary.folder.appending(path: ".config/guatu/themes")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "mine.yaml")
        try Data("inherits: dark\nhand: {256: 46}\n".utf8).write(to: file)
        let screen = try Screen(binary, [], variables: variables.merging(["GUATU_THEME": "mine"]) { $1 })
        #expect(screen.wait(for: "38;5;46m"))
        try Data("inherits: dark\nhand: {256: 51}\n".utf8).write(to: file)
        #expect(screen.wait(for: "38;5;51m"))
        try Data("inherits: dark\nhand: {256: 999}\n".utf8).write(to: file)
        #expect(screen.wait(for: "mine.yaml:2:13"))
        try FileManager.default.removeItem(at: file)
        #expect(screen.wait(for: "没有这个文件"))
        try Data("inherits: dark\nhand: {256: 46}\n".utf8).write(to: file)
        #expect(screen.wait(for: "38;5;46m"))
        screen.type("q")
        #expect(screen.end() == 0)
    }

    /// Light ink on a light ground cannot be read: where nobody chose a theme, the terminal's ground does.
    @Test func followsTheGround() throws {
        defer { binary.remove() }
        // The keys of the footer: 221 in the dark theme, 94 in the light one.
        let screen = try Screen(binary, ["--lang", "zh"], variables: variables)
        #expect(screen.wait(for: "38;5;221"))
        #expect(screen.wait(for: "\u{1B}]11;?"))
        screen.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
        #expect(screen.wait(for: "38;5;94"))
        screen.type("q")
        #expect(screen.end() == 0)
        let chosen = try Screen(binary, ["--lang", "zh", "--theme", "dark"], variables: variables)
        #expect(chosen.wait(for: "退出"))
        chosen.type("q")
        #expect(chosen.end() == 0)
        #expect(!String(decoding: chosen.written, as: UTF8.self).contains("\u{1B}]11;?"))
    }

    /// The terminal is asked how wide ambiguous characters are; where it says two, safe signs are drawn, and from the first
    /// frame of the next start on. That asks again: behind the same name there may be another terminal.
    @Test func asksHowWideSignsAre() throws {
        defer { binary.remove() }
        let screen = try Screen(binary, ["--lang", "zh"], variables: variables)
        #expect(screen.wait(for: "退出"))
        #expect(screen.wait(for: "\u{1B}[6n"))
        screen.type("\u{1B}[2;7R")
        #expect(screen.wait(for: "---------"))
        // Too late to be believed, and no key all the same.
        screen.type("\u{1B}[2;6R")
        screen.type("q")
        #expect(screen.end() == 0)
        let again = try Screen(binary, [], variables: variables)
        #expect(again.wait(for: "---------"))
        #expect(again.wait(for: "\u{1B}[6n"))
        #expect(!String(decoding: again.written, as: UTF8.self).contains("───"))
        again.type("\u{1B}[2;6R")
        #expect(again.wait(for: "───"))
        again.type("q")
        #expect(again.end() == 0)
    }

    @Test(
        arguments: [
            (["TERM": "xterm-256color"], "xterm-256color||||"),
            (
                ["TERM": "xterm", "TERM_PROGRAM": "mintty", "SSH_CONNECTION": "10.0.0.7 1 10.0.0.2 22"],
                "xterm|mintty|||10.0.0.7"
            ),
            (["TERM": "xterm", "TMUX": "x"], nil), (["TERM": "screen-256color"], nil),
            (["TERM": "xterm", "STY": "1"], nil),
        ] as [([String: String], String?)]
    )
    func terminalsAreToldApart(variables: [String: String], name: String?) {
        #expect(TerminalMemory<Int>.name(variables) == name)
    }

    /// A clerk's morning on a terminal without colours, by keyboard alone: register, assign, track, report, send back,
    /// extend, count, print.
    @Test func aMorningInMono() throws {
        defer { binary.remove() }
        try binary.run("unit", "add", "城市建设办公室", "--short", "城建办", "--kind", "办公室", variables: variables)
        try binary.run("person", "add", "贺知远", "--unit", "城建办", "--post", "市政岗", variables: variables)
        let screen = try Screen(binary, ["--lang", "zh"], variables: variables.merging(["NO_COLOR": "1"]) { $1 })
        #expect(screen.wait(for: "退出"))
        /// Keys one after the other, as a hand gives them: what comes at once is drawn at once.
        func give(_ keys: String..., answer: String) {
            for key in keys {
                _ = screen.settle(patience: 4)
                screen.type(key)
            }
            #expect(screen.wait(for: answer), "\(keys) \(answer)")
        }
        give("n", "湖东路井盖松动 @hzy !5个工作日", "\t", "3", "\r", answer: "已记：问2 湖东路井盖松动")
        give(":", "\r", answer: "能办")
        give("m", "\r", "\r", answer: "已记：提交立项 问2")
        give("m", "\r", "\r", answer: "已记：批准交办 问2")
        give("m", "\r", "\r", answer: "已记：签收 问2")
        give("t", "井盖到货，今晚换", "\r", answer: "已记：跟踪 问2")
        give("e", "12月24日", "\t", "雨天", "\r", answer: "已记：申请延期 问2")
        give("m", "\r", "已换好", "\r", answer: "已记：上报办结 问2")
        give("m", "\u{1B}[D", "\r", "照片不清", "\r", answer: "已记：退回重办 问2")
        give("E", answer: "待答复")
        give("2", "已换新井盖", "\r", answer: "已记：")
        give("\r", answer: "清点毕；Esc 返回")
        screen.type("\u{1B}")
        _ = screen.settle(patience: 12)
        give("P", answer: "逾期")
        screen.type("q")
        #expect(screen.end() == 0)
        let text = String(decoding: screen.written, as: UTF8.self)
        // Letters and attributes say it all: no colour was sent.
        for sequence in ["\u{1B}[3", "\u{1B}[4", ";3", ";4"] {
            let colours = text.ranges(of: sequence).filter { range in
                let rest = text[range.upperBound...].prefix { $0.isNumber || $0 == ";" || $0 == "m" }
                // 39 and 49 are the terminal's own.
                return rest.first.map { $0.isNumber && $0 != "9" } == true && rest.contains("m")
            }
            #expect(colours.isEmpty, "\(sequence) \(colours.count)")
        }
        let shown = try binary.run("show", "2", variables: variables).out
        for fact in ["退回重办", "申请延期", "答复 已解决", "跟踪 井盖到货，今晚换", "办理中"] {
            #expect(shown.contains(fact), "\(fact)\n\(shown)")
        }
    }

    @Test func plainTerminalsGetTheOverview() throws {
        defer { binary.remove() }
        let screen = try Screen(binary, [], variables: variables.merging(["TERM": "dumb"]) { $1 })
        #expect(screen.wait(for: "不能定位光标"))
        #expect(screen.end() == 0)
        #expect(String(decoding: screen.written, as: UTF8.self).contains("望湖街道 总览"))
    }

    @Test func offersWhatCanBeDoneWithoutALedger() throws {
        defer { binary.remove() }
        // Nothing was opened here before.
        let binary = try Binary()
        defer { binary.remove() }
        let screen = try Screen(binary, [])
        #expect(screen.wait(for: "还没有台账"))
        screen.type("q\n")
        #expect(screen.end() == 0)
    }

    /// The palette knows what no wall shows any more, also what left the walls while it is open elsewhere.
    @Test func findsWhatIsSettled() throws {
        defer { binary.remove() }
        try binary.run("add", "旧水闸封堵", variables: variables)
        try binary.run("add", "旧水闸拆除", variables: variables)
        let screen = try Screen(binary, ["--lang", "zh"], variables: variables)
        #expect(screen.wait(for: "退出"))
        for (number, title) in [("2", "封堵"), ("3", "拆除")] {
            try binary.run("void", number, "重复登记", variables: variables)
            screen.type(":")
            screen.type("旧水闸")
            #expect(screen.wait(for: title))
            #expect(screen.wait(for: "作废"))
            screen.type("\u{1B}")
            _ = screen.settle()
        }
        screen.type("q")
        #expect(screen.end() == 0)
    }
}
