import Canvas
import Console
import Exchange
import Glibc
import Journal
import Terminal
import Text
import Words

/// What `guatu doctor` finds, as lines: each says what is, why, and what to do where something should be otherwise.
struct Checkup {
    let surroundings: Surroundings
    let words: Words
    let options: Terminal.Options
    /// `--ambiguous` or `GUATU_AMBIGUOUS` says how wide.
    let isWidthSet: Bool
    /// The terminal was asked just now.
    let isWidthAnswered: Bool
    let terminal: Terminal.Description

    private var variables: [String: String] { surroundings.variables }
    private var charset: SessionCharset { surroundings.output.charset }

    private func line(_ good: Bool, _ zh: String, _ en: String) -> String {
        (good ? "  ok  " : "  !!  ") + words(zh, en)
    }

    // MARK: Session

    func session() -> [String] {
        let term = variables["TERM"] ?? ""
        var lines = [words("终端", "Terminal")]
        if !surroundings.isInteractive {
            lines.append(line(true, "输入或输出不是终端：以下按环境变量说", "no terminal here: judged by the environment"))
        }
        if let entry = terminal.entry, terminal.canPlaceCursor {
            let instead = entry == term ? "" : words("（用 \(entry) 代替）", " (\(entry) in its place)")
            lines.append("  ok  TERM=\(term)\(instead)")
        } else if terminal.entry != nil {
            lines.append(
                line(
                    false,
                    "TERM=\(term) 不能定位光标，没有全屏；请设 TERM=xterm-256color",
                    "TERM=\(term) cannot place its cursor: no screen. Set TERM=xterm-256color"
                )
            )
        } else {
            lines.append(
                line(
                    false,
                    "TERM=\(term) 不认识，没有全屏；请设 TERM=xterm-256color",
                    "TERM=\(term) is unknown: no screen. Set TERM=xterm-256color"
                )
            )
        }
        if surroundings.output.isTerminal {
            lines.append(line(true, "宽 \(surroundings.output.columns) 列", "\(surroundings.output.columns) columns"))
        }
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].first { !(variables[$0] ?? "").isEmpty }
        let named = locale.map { "\($0)=\(variables[$0] ?? "")" } ?? words("没有设 LANG", "LANG is not set")
        switch charset {
        case .utf8 where SessionCharset(variables).isForeign:
            lines.append(
                line(
                    true,
                    "\(named)，但终端其实是 UTF-8，就按 UTF-8 显示；最好 export LANG=C.UTF-8",
                    "\(named), but the terminal itself is UTF-8, so that is used; better: export LANG=C.UTF-8"
                )
            )
        case .utf8: lines.append(line(true, "\(named)，编码 UTF-8", "\(named), UTF-8"))
        case .unnamed:
            lines.append(
                line(
                    true,
                    "\(named)：没有说明编码，当作 UTF-8；最好 export LANG=C.UTF-8",
                    "\(named): no encoding named, taken for UTF-8; better: export LANG=C.UTF-8"
                )
            )
        case .other: lines.append("  !!  \(named)\n      " + words.sentence(charset))
        }
        if let layer = options.multiplexer {
            lines.append(line(true, "在 \(layer) 里", "inside \(layer)"))
        }
        if term == "linux" {
            lines.append(
                line(
                    false,
                    "Linux 控制台自己没有汉字：请用 SSH 登录，或在控制台上先开 fbterm、kmscon",
                    "the Linux console has no Chinese: log in over SSH, or start fbterm or kmscon on it"
                )
            )
        }
        if variables["SSH_CONNECTION"] != nil { lines.append(line(true, "经 SSH 登录", "over SSH")) }
        lines.append(
            options.hasMouse && terminal.isLikeXterm
                ? line(true, "鼠标可用；选取文字按住 Shift，或 --no-mouse", "mouse on; hold Shift to select text, or --no-mouse")
                : line(true, "鼠标不用（关了，或终端没有）", "no mouse (switched off, or the terminal has none)")
        )
        return lines
    }

    // MARK: Colours

    func colours(theme: String) -> [String] {
        let why: String
        if options.depth != nil {
            why = words("由 --depth 定", "by --depth")
        } else if !(variables["NO_COLOR"] ?? "").isEmpty {
            why = words("因为设了 NO_COLOR", "because NO_COLOR is set")
        } else {
            why = words("终端库说有 \(terminal.colours) 色", "terminfo promises \(terminal.colours)")
        }
        var lines = ["", words("颜色", "Colours")]
        lines.append("  ok  " + name(terminal.depth) + words("，", ", ") + why + words("；", "; ") + theme)
        if terminal.depth < .indexed, options.depth == nil, (variables["NO_COLOR"] ?? "").isEmpty {
            lines.append(
                line(
                    false,
                    "终端多半能显示 256 色：试 TERM=xterm-256color（tmux 里 tmux-256color）",
                    "the terminal can probably show 256: try TERM=xterm-256color (tmux-256color in tmux)"
                )
            )
        }
        if terminal.depth == .indexed, ["truecolor", "24bit"].contains(variables["COLORTERM"] ?? "") {
            lines.append(
                line(true, "终端说有真彩，可用 --depth direct", "the terminal says truecolor: --depth direct may be used")
            )
        }
        return lines
    }

    private func name(_ depth: Depth) -> String {
        switch depth {
        case .mono: words("无色", "no colours")
        case .eight: words("8 色", "8 colours")
        case .sixteen: words("16 色", "16 colours")
        case .indexed: words("256 色", "256 colours")
        case .direct: words("真彩", "true colour")
        }
    }

    // MARK: Widths

    /// Ten cells of each kind between bars: where the bars stand under one another the widths are as expected.
    func widths() -> [String] {
        let policy =
            options.ambiguity == .wide
            ? words("两格", "two cells") : words("一格", "one cell")
        let glyphs: String
        switch terminal.repertoire.glyphs {
        case .rich: glyphs = "rich"
        case .safe: glyphs = "safe"
        case .ascii: glyphs = "ascii"
        }
        let why =
            isWidthSet ? words("由 --ambiguous 或 GUATU_AMBIGUOUS 定", "by --ambiguous or GUATU_AMBIGUOUS") : whyWidth
        var lines = ["", words("字符宽度", "Widths")]
        lines.append(
            "  ok  "
                + words(
                    "─ → ① 这类字符按\(policy)算，\(why)；字符 \(glyphs)",
                    "─ → ① and their like: \(policy), \(why); signs: \(glyphs)"
                )
        )
        if let layer = options.multiplexer {
            lines.append(
                isWidthSet
                    ? line(
                        true,
                        "\(layer) 自己也算宽度，要与外面的终端一样；错位时用 --glyphs safe",
                        "\(layer) counts widths, too, and must agree with the terminal around it; else --glyphs safe"
                    )
                    : line(
                        true,
                        "在 \(layer) 里线条用 - 和 | 画，终端怎么设都不错位；下面的尺子对齐，就可 export GUATU_AMBIGUOUS=1 换成细线",
                        "inside \(layer) lines are drawn with - and |, straight on any terminal; where the ruler below is "
                            + "straight, export GUATU_AMBIGUOUS=1 brings thin ones"
                    )
            )
        }
        lines += [
            words("  尺子：下面各行右边的 | 应在同一列。", "  The ruler: the bars on the right should stand in one column."),
            "      |0123456789|",
            "      |" + "街道挂图好|  " + words("汉字", "Chinese"),
            "      |─│┌→①●★…“”|  " + words("靠右一倍的：加 --ambiguous 2", "twice as long: add --ambiguous 2"),
            "      |▸✓✗▪☐⚑⠿⣿▐░|  "
                + words("是方框或问号的：换字体，或 --glyphs ascii", "boxes or ?: another font, or --glyphs ascii"),
        ]
        return lines
    }

    private var whyWidth: String {
        if isWidthAnswered { return words("终端刚刚答的", "as the terminal answered just now") }
        let file = WidthFile(surroundings)
        if !file.canBeAsked {
            let layer = options.multiplexer ?? ""
            return words("通常如此；\(layer) 里问不准", "as is usual; \(layer) cannot be asked")
        }
        return file.read() == nil
            ? words("通常如此；打开屏幕时会问终端", "as is usual; the terminal is asked when the screen opens")
            : words("终端自己答的", "as the terminal answered")
    }

    // MARK: What to set

    func settings() -> [String] {
        let rows: [(String, String, String)] = [
            (
                "PuTTY", "Translation 选 UTF-8；Connection › Data 填 xterm-256color",
                "Translation: UTF-8; Connection > Data: xterm-256color"
            ),
            (
                "Windows Terminal", "兼容性 ambiguousWidth 选 narrow；字体 Sarasa Mono SC",
                "compatibility.ambiguousWidth: narrow; font Sarasa Mono SC or NSimSun"
            ),
            ("MobaXterm", "Settings › Terminal：Charset UTF-8；字体 等距更纱黑体", "Settings > Terminal: charset UTF-8"),
            ("Xshell", "属性 › 终端：编码 UTF-8，不勾「不明确的字符视为宽」", "Properties > Terminal: UTF-8, ambiguous as wide off"),
            (
                "tmux", "tmux -u；default-terminal tmux-256color；set-clipboard on",
                "tmux -u; default-terminal tmux-256color; set-clipboard on"
            ),
            ("xterm", "不加 -cjk_width；加了就用 guatu --ambiguous 2", "without -cjk_width; with it guatu --ambiguous 2"),
            (
                words("字体", "Fonts"), "Noto Sans Mono CJK SC、Sarasa Mono SC、新宋体",
                "monospaced, Chinese in two cells: Noto Sans Mono CJK SC, Sarasa Mono SC"
            ),
        ]
        return ["", words("怎么设", "What to set")] + rows.map { "  " + $0.0.padded(to: 18) + words($0.1, $0.2) }
    }

    // MARK: Files

    func files(_ ledger: String?, _ shelf: ThemeShelf) -> [String] {
        var lines = ["", words("文件", "Files")]
        if let ledger {
            do throws(JournalError) {
                _ = try SQLiteJournal.open(ledger, mode: .read)
                let canWrite = access(ledger, W_OK) == 0 && access(Files.parent(of: ledger), W_OK) == 0
                lines.append(
                    line(
                        true,
                        "台账 \(ledger)" + (canWrite ? "，可读可写" : "，只能看"),
                        "ledger \(ledger)" + (canWrite ? ", can be read and written" : ", read only")
                    )
                )
            } catch {
                lines.append("  !!  " + words.sentence(error))
            }
        } else {
            lines.append(line(true, "还没有打开过台账", "no ledger was opened yet"))
        }
        lines.append(
            folder(surroundings.themesFolder, words("配色", "themes"), words("只有内置的三种", "only the three inside"))
        )
        for choice in shelf.choices where choice.isOwn {
            var trial = shelf
            do throws(ImportProblem) {
                try trial.wear(choice.id)
                lines.append(line(true, "自己的配色 \(choice.id)", "your own theme \(choice.id)"))
            } catch {
                lines.append("  !!  " + words.sentence(theme: error))
            }
        }
        lines.append(
            folder(
                surroundings.lettersFolder,
                words("大字", "letters"),
                words("会议大屏用小字", "the meeting wall has small ones")
            )
        )
        lines.append(folder(surroundings.sampleFolder, words("示例", "sample"), words("guatu demo 用不了", "no guatu demo")))
        lines.append(line(true, "个人设置 \(surroundings.configFolder)", "your settings \(surroundings.configFolder)"))
        lines.append(line(true, "草稿和日志 \(surroundings.stateFolder)", "drafts and log \(surroundings.stateFolder)"))
        return lines
    }

    private func folder(_ path: String?, _ name: String, _ without: String) -> String {
        if let path { return "  ok  \(name) \(path)" }
        return "  !!  " + words("没有找到\(name)：", "no \(name) found: ") + without
            + words("（GUATU_DATA 可写明所在）", " (GUATU_DATA names the place)")
    }
}
