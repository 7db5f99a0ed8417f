import Foundation
import Testing
import Text

@testable import guatu

/// `guatu doctor`, and sessions in another encoding than UTF-8.
@Suite struct DoctorTests {
    @Test(
        arguments: [
            (["LANG": "zh_CN.UTF-8"], .utf8), (["LANG": "C.utf8"], .utf8), ([:], .unnamed), (["LANG": "C"], .unnamed),
            (["LANG": "zh_CN.GBK"], .other("GBK")), (["LANG": "zh_CN"], .other("GBK")),
            (["LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.GB18030"], .other("GB18030")),
            (["LANG": "zh_CN.GBK", "LC_CTYPE": "zh_CN.UTF-8"], .utf8), (["LANG": "en_US"], .other("ISO-8859-1")),
            (["LANG": "zh_TW.Big5"], .other("BIG5")), (["LANG": "de_DE@euro"], .other("ISO-8859-1")),
        ] as [([String: String], SessionCharset)]
    )
    func charset(variables: [String: String], expected: SessionCharset) {
        #expect(SessionCharset(variables) == expected)
    }

    @Test func textIsTranslated() {
        #expect(SessionCharset.other("GBK").bytes("挂图1") == [0xB9, 0xD2, 0xCD, 0xBC, 0x31])
        // Outside of GBK, and no encoding at all.
        #expect(SessionCharset.other("GBK").bytes("𠮷祥") == [0x3F, 0xCF, 0xE9])
        #expect(SessionCharset.utf8.bytes("挂") == [0xE6, 0x8C, 0x82])
        #expect(SessionCharset.other("GBK").text([0xB9, 0xD2, 0xCD, 0xBC]) == "挂图")
        #expect(SessionCharset.other("GBK").text([0xFF, 0xFF]) == nil)
        #expect(SessionCharset.utf8.text([0xB9, 0xD2]) == nil)
    }

    @Test(
        arguments: [
            (["TERM": "xterm-256color", "LANG": "C.UTF-8"], ["ok  TERM=xterm-256color", "ok  256 色", "编码 UTF-8"]),
            (["TERM": "nonsense"], ["!!  TERM=nonsense 不认识", "没有设 LANG"]),
            (["TERM": "dumb", "LANG": "C.UTF-8"], ["!!  TERM=dumb 不能定位光标"]),
            (["TERM": "xterm", "LANG": "zh_CN.GBK"], ["!!  LANG=zh_CN.GBK", "这个会话的编码是 GBK", "试 TERM=xterm-256color"]),
            (["TERM": "xterm", "LANG": "de_DE"], ["This session is ISO-8859-1, not UTF-8"]),
            (["TERM": "xterm-256color", "NO_COLOR": "1"], ["无色，因为设了 NO_COLOR"]),
            (["TERM": "tmux-256color", "TMUX": "/tmp/x"], ["在 tmux 里", "字符 safe", "GUATU_AMBIGUOUS=1"]),
            (
                ["TERM": "tmux-256color", "TMUX": "/tmp/x", "GUATU_AMBIGUOUS": "1"],
                ["字符 rich", "tmux 自己也算宽度", "由 --ambiguous 或 GUATU_AMBIGUOUS 定"]
            ),
            (["TERM": "linux"], ["!!  Linux 控制台自己没有汉字"]),
        ] as [([String: String], [String])]
    )
    func saysWhatIsThere(variables: [String: String], expected: [String]) throws {
        let binary = try Binary()
        defer { binary.remove() }
        let unset = ["LANG": "", "TERM": "", "NO_COLOR": "", "TMUX": ""]
        let run = try binary.run("doctor", variables: unset.merging(variables) { $1 })
        #expect(run.status == 0)
        for text in expected { #expect(run.out.contains(text), "\(run.out)") }
    }

    @Test func namesWhatIsWrongWithAThemeOfOnesOwn() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let folder = binary.folder.appending(path: ".config/guatu/themes")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("hand: red\n".utf8).write(to: folder.appending(path: "mine.yaml"))
        let run = try binary.run("doctor")
        #expect(run.out.contains("!!  配色没有换：mine.yaml:1:7：「red」不行"))
    }

    /// What the terminal itself is asked in such a session, and what wipes that out.
    private static let question = "─挂图 \u{1B}[6n"
    private static let wiped = "\r\u{1B}[K"

    /// What was written after the question, as text in that encoding.
    private func heard(_ screen: Screen, _ charset: String) -> String? {
        let (whole, mark) = (screen.written, Array(DoctorTests.wiped.utf8))
        guard let start = whole.indices.dropLast(mark.count).first(where: { whole[$0...].starts(with: mark) }) else {
            return nil
        }
        return SessionCharset.other(charset).text(Array(whole[(start + mark.count)...]))
    }

    private func session(_ lang: String, _ binary: Binary) throws -> [String: String] {
        try binary.rehearsal().merging(["LANG": lang]) { $1 }
    }

    /// On a terminal set to GBK everything that is said is GBK, and the screen is replaced by the overview.
    @Test func aSessionInGBKIsToldSo() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let screen = try Screen(binary, [], variables: try session("zh_CN.GBK", binary))
        #expect(screen.wait(for: DoctorTests.question))
        screen.type("\u{1B}[1;9R")
        #expect(screen.end() == 0)
        let said = try #require(heard(screen, "GBK"))
        #expect(said.contains("这个会话的编码是 GBK，不是 UTF-8"))
        #expect(said.contains("以下是总览") && said.contains("望湖街道 总览"))
        #expect(!said.contains("\u{1B}["))
    }

    /// Every command, and what is typed for it. The terminal does not answer.
    @Test func commandsSpeakGBKToo() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let gbk = try session("zh_CN.GBK", binary)
        try binary.run("add", "修好北闸", variables: gbk)
        for (arguments, text) in [(["list"], "修好北闸"), (["show", "1"], "修好北闸"), (["daily"], "望湖街道")] {
            let screen = try Screen(binary, arguments, variables: gbk)
            #expect(screen.end() == 0)
            let said = try #require(heard(screen, "GBK"), "\(arguments)")
            #expect(said.contains(text), "\(arguments)")
        }
    }

    /// Where Chinese cannot be written, the program speaks English.
    @Test func aLatinSessionIsSpokenToInEnglish() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let screen = try Screen(binary, ["list"], variables: try session("de_DE.ISO-8859-1", binary))
        #expect(screen.end() == 0)
        let said = try #require(heard(screen, "ISO-8859-1"))
        #expect(said.contains("This session is ISO-8859-1, not UTF-8"))
        #expect(!said.contains("????"))
    }

    /// A locale that names another encoding than the terminal has: the terminal is believed.
    @Test(arguments: ["zh_CN.GBK", "de_DE"])
    func aTerminalInUTF8IsBelieved(lang: String) throws {
        let binary = try Binary()
        defer { binary.remove() }
        let screen = try Screen(binary, ["--lang", "zh"], variables: try session(lang, binary))
        #expect(screen.wait(for: DoctorTests.question))
        screen.type("\u{1B}[7;7R")
        #expect(screen.wait(for: "退出"))
        screen.type("q")
        #expect(screen.end() == 0)
    }

    /// The session is in UTF-8 and the terminal is not: the screen closes and says so in letters it can show.
    @Test func aTerminalInGBKIsToldSo() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let screen = try Screen(binary, ["--lang", "zh"], variables: try session("C.UTF-8", binary))
        #expect(screen.wait(for: "退出"))
        #expect(screen.wait(for: "\u{1B}[6n"))
        screen.type("\u{1B}[2;10R")
        #expect(screen.wait(for: "export LANG=zh_CN.GBK first"))
        #expect(screen.end() == 0)
        let sentence = SessionCharset.other("GBK").bytes("终端不按 UTF-8 显示")
        #expect(screen.written.indices.contains { screen.written[$0...].starts(with: sentence) })
    }

    /// `guatu doctor` asks too, and says so first.
    @Test func theDoctorTellsATerminalInGBK() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let screen = try Screen(binary, ["doctor"], variables: try session("C.UTF-8", binary))
        #expect(screen.wait(for: DoctorTests.question))
        screen.type("\u{1B}[1;10R")
        #expect(screen.wait(for: "a screen would be garbled"))
        #expect(screen.end() == 0)
        let sentence = SessionCharset.other("GBK").bytes("全屏不能用")
        #expect(screen.written.indices.contains { screen.written[$0...].starts(with: sentence) })
    }

    /// What it finds by asking goes before what the terminal was once.
    @Test(arguments: [(7, "按一格算，终端刚刚答的；字符 rich"), (8, "按两格算，终端刚刚答的；字符 safe")])
    func theDoctorAsksHowWideSignsAre(column: Int, line: String) throws {
        let binary = try Binary()
        defer { binary.remove() }
        let screen = try Screen(binary, ["doctor", "--lang", "zh"], variables: try session("C.UTF-8", binary))
        #expect(screen.wait(for: DoctorTests.question))
        screen.type("\u{1B}[1;\(column)R")
        #expect(screen.wait(for: line))
        #expect(screen.end() == 0)
    }

    @Test(
        arguments: [
            ("\u{1B}[1;7R", .utf8(.narrow), ""), ("q\u{1B}[24;8R", .utf8(.wide), "q"),
            ("ls\u{1B}[1;10R -l\n", .foreign, "ls -l\n"),
            ("\u{1B}[1;3R", .foreign, ""), ("", .none, ""), ("\u{1B}[1;6", .none, "\u{1B}[1;6"), ("R", .none, "R"),
            ("\u{1B}[1;xR", .none, "\u{1B}[1;xR"), ("\u{1B}[A挂\u{1B}[9;7R图", .utf8(.narrow), "\u{1B}[A挂图"),
            ("\u{1B}[5R", .none, "\u{1B}[5R"),
        ] as [(String, TerminalQuestion.Answer, String)]
    )
    func readsWhereTheCursorIs(said: String, expected: TerminalQuestion.Answer, typed: String) {
        let reply = TerminalQuestion.Reply(Array(said.utf8))
        #expect(reply.answer == expected)
        #expect(String(decoding: reply.typed, as: UTF8.self) == typed)
    }

    /// A shell that starts a command there, and then says what it finds typed.
    private static let shell = [
        "/bin/sh", "-c", "\"$@\"; stty -echo; IFS= read -r line; echo \"heard<$line>\"", "sh",
    ]

    /// What is typed while the terminal is asked belongs to whoever reads next, and a late answer to nobody.
    @Test(.enabled(if: DoctorTests.canHandBack), arguments: [false, true])
    func whatIsTypedMeanwhileIsKept(isLate: Bool) throws {
        let binary = try Binary()
        defer { binary.remove() }
        let variables = try session("zh_CN.GBK", binary)
        let screen = try Screen(binary, ["list"], variables: variables, through: Self.shell)
        #expect(screen.wait(for: DoctorTests.question))
        screen.type("ec")
        if isLate { #expect(screen.wait(for: DoctorTests.wiped)) }
        screen.type("\u{1B}[1;9Rho")
        // Behind the end of the command, which its shell tells by its next step.
        #expect(screen.settle() >= 0)
        screen.type(" 1\n")
        #expect(screen.wait(for: "heard<echo 1>"), "\(String(decoding: screen.written, as: UTF8.self))")
        #expect(screen.end() == 0)
    }

    /// Whether the kernel lets a program put bytes where what is typed waits.
    private static var canHandBack: Bool {
        (try? String(contentsOfFile: "/proc/sys/dev/tty/legacy_tiocsti", encoding: .utf8))?.hasPrefix("0") != true
    }
}
