import FoundationEssentials
import Ledger
import Pages
import Paper
import Text
import Words

/// A report on its way to the screen, a file or paper.
struct ReportPrint {
    private let session: Session
    private let script: Script
    private let document: Document
    /// On its way to a file or a printer.
    let paper: PaperPrint

    init(_ session: Session, _ kind: ReportKind, day: Day?) throws {
        self.session = session
        let maker = try ReportMaker(session, kind, day: day)
        script = try maker.script()
        document = script.document(
            signedBy: maker.committee.signsAs.string,
            on: session.words.long(session.today),
            head: maker.head
        )
        paper = PaperPrint(document, name: "\(script.title)-\((day ?? maker.session.today).iso)")
    }

    /// Without a destination the text goes to standard output.
    func deliver(pdf: String?, html: String?) throws {
        if pdf == nil, html == nil { return try session.output.put(script.text()) }
        if let html { try save(html) }
        guard let pdf else { return }
        guard let json = try? document.placed().json(),
            let result = ChildProcess.run(Press.path, ["--output", pdf], input: Array(json)),
            [0, 3].contains(result.status)
        else {
            // A browser prints it as well.
            if html == nil { try save((pdf.hasSuffix(".pdf") ? String(pdf.dropLast(4)) : pdf) + ".html") }
            session.output.say(
                session.words(
                    "没有生成 PDF：缺 guatu-press 或中文字体（guatu print 会说明装什么）；已存 HTML，可用浏览器打印。",
                    "No PDF: guatu-press or a Chinese font is missing; the HTML can be printed by a browser."
                )
            )
            throw Ended(status: ExitStatus.partly)
        }
        session.output.say(session.words("已存 PDF：\(pdf)", "PDF written: \(pdf)"))
    }

    private func save(_ path: String) throws {
        try Files.write(Array(document.html().utf8), to: path)
        session.output.say(session.words("已存 HTML：\(path)", "HTML written: \(path)"))
    }
}
