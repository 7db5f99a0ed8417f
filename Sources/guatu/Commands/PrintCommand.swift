import ArgumentParser
import Journal
import Ledger
import Words

/// `guatu print`
struct PrintCommand: Subcommand {
    static let name = "print"
    static let summary = Both(
        "打印：逾期清单、督办单、登记簿、通报稿、交接清单、纪要、报告",
        "print a list, a slip, the register, a circular, minutes or a report"
    )
    static let details: Both? = Both(
        """
        order 后面写文号（催〔2026〕31号，〔〕写成 [] 也行）或事项编号；circular 后面写逾期事项的编号；
        handover 后面写移交人和接收人；register 后面可写年份；minutes（会议纪要）后面可写几号会，不写为最近散会的一次；
        daily、weekly、monthly 后面可写日期（weekly、monthly 写那一周、那个月的任一天）。
        不写去向就把文字版输出到屏幕；--text - 也是。几种可以一起写。
        没有 guatu-press 或中文字体时，PDF 改存为同名 HTML，并说明要装什么（结束码 3）。
        """,
        """
        order takes a document number or a matter number, circular overdue matters, handover who hands over and to whom,
        register a year, minutes a meeting (else the last that ended), daily, weekly and monthly a day. Without a destination the
        text goes to standard output, as with --text -. Without guatu-press or a Chinese font the PDF becomes an HTML of the same name (exit code 3).
        """
    )
    static let examples = [
        "guatu print overdue --pdf 逾期.pdf --printer 二楼", "guatu print order 催〔2026〕31号 --pdf 31号.pdf",
        "guatu print handover 沈南枝 罗文舟", "guatu print minutes 12 --pdf 纪要.pdf", "guatu print monthly 10-31 --pdf 月报.pdf",
    ]

    @Argument(
        help: .both(
            "overdue、order、register、circular、handover、minutes、daily、weekly 或 monthly",
            "overdue, order, register, circular, handover, minutes, daily, weekly or monthly",
            value: Both("清单", "LIST")
        )
    )
    var list: String
    @Argument(
        help: .both("文号、编号、姓名、年份、几号会或日期", "a number, a name, a year, a meeting or a day", value: Both("哪一张", "WHICH"))
    ) var which: [String] = []
    @Option(help: .both("order：第几张", "order: the place of the slip", value: Both("第几张", "PLACE"))) var slip: Int?
    @Option(help: .both("存为 PDF", "as PDF", value: .file)) var pdf: String?
    @Option(help: .both("存为 HTML", "as HTML", value: .file)) var html: String?
    @Option(help: .both("存为文字（等宽字体看）；- 为屏幕", "as text for a fixed-width view; - is standard output", value: .file))
    var text: String?
    @Option(help: .both("送到打印机（CUPS 名称）", "to this printer (CUPS)", value: Both("打印机", "NAME"))) var printer: String?
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            let print = try paper(session)
            let toScreen = pdf == nil && html == nil && printer == nil
            if let path = text, path != "-" {
                try Files.write(print.text(), to: path)
                say("已存文字：\(path)", "text written: \(path)", session)
            } else if text == "-" || toScreen {
                try session.output.put(String(decoding: print.text(), as: UTF8.self))
            }
            if let html {
                try Files.write(print.html(), to: html)
                say("已存 HTML：\(html)", "HTML written: \(html)", session)
            }
            var isWhole = true
            if pdf != nil || printer != nil { isWhole = try makePDF(print, session) }
            if !isWhole { throw Ended(status: ExitStatus.partly) }
        }
    }

    private func paper(_ session: Session) throws -> PaperPrint {
        switch list {
        case "overdue", "逾期":
            let set = try session.journal.load(.atHand)
            return OverduePrint(set.ledger, at: session.now, head: set.position.hash.description).paper
        case "order", "督办单", "催办单": return try SlipPrint(session).order(try first(session), place: slip)
        case "register", "登记簿": return try SlipPrint(session).register(which.first)
        case "circular", "通报稿": return try SlipPrint(session).circular(try first(session))
        case "minutes", "纪要": return try MinutesPrint(session).paper(which.first)
        case "daily", "日报", "weekly", "周报", "monthly", "月报":
            guard let kind = ReportKind.named(list) else { break }
            let day = try which.first.map { try DayPhrase.day($0, option: "print", in: session, looking: .back) }
            return try ReportPrint(session, kind, day: day).paper
        case "handover", "交接": return try SlipPrint(session).handover(try first(session), to: which.dropFirst().first)
        default: break
        }
        throw Complaint.notOneOf(
            option: "print",
            text: list,
            allowed: [
                "overdue", "order", "register", "circular", "handover", "minutes", "daily", "weekly", "monthly",
            ]
        )
    }

    private func first(_ session: Session) throws -> String {
        guard let first = which.first else {
            throw Complaint.arguments(session.words("请写明哪一张。", "Say which."), command: Self.name)
        }
        return first
    }

    /// - Returns: whether everything that was asked for is there.
    private func makePDF(_ print: PaperPrint, _ session: Session) throws -> Bool {
        let path = try pdf ?? session.surroundings.paperPath(print.name + ".pdf")
        let result = print.pdf(at: path)
        if let problem = session.words.sentence(result) { session.output.say(problem) }
        switch result {
        case .made, .incomplete:
            say("已存 PDF：\(path)", "PDF written: \(path)", session)
        case .noPress, .noFont, .failed:
            let instead = (path.hasSuffix(".pdf") ? String(path.dropLast(4)) : path) + ".html"
            if html == nil {
                try Files.write(print.html(), to: instead)
                say("已改存 HTML，可用浏览器打印：\(instead)", "HTML instead, to be printed by a browser: \(instead)", session)
            }
            return false
        }
        guard let printer else { return true }
        let queue = ChildProcess.run("lp", ["-d", printer, "--", path])
        guard let queue else {
            say(
                "没有 lp 命令，未送打印机；请安装 cups-client，或打印 \(path)。",
                "There is no lp: install cups-client, or print \(path).",
                session
            )
            return false
        }
        guard queue.status == 0 else {
            say(
                "打印机「\(printer)」没有接受（\(queue.said.trimmingEnd)）；文件在 \(path)。",
                "The printer \(printer) refused it (\(queue.said.trimmingEnd)); the file is \(path).",
                session
            )
            return false
        }
        say("已送打印机 \(printer)。", "sent to \(printer).", session)
        return true
    }

    private func say(_ zh: String, _ en: String, _ session: Session) { session.output.say(session.words(zh, en)) }
}

extension Surroundings {
    /// Where papers go unless a place is named. The folder is made.
    func paperPath(_ name: String) throws(Complaint) -> String {
        let folder = dataFolder + "/打印"
        try Files.makeFolder(folder)
        return folder + "/" + name
    }
}

extension String {
    /// Without blanks and line breaks at the end.
    var trimmingEnd: String {
        var result = self[...]
        while let last = result.last, last.isWhitespace { result.removeLast() }
        return String(result)
    }
}
