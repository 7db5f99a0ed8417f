import FoundationEssentials
import Ledger
import Pages
import Paper
import Words

/// A paper on its way to a file or a printer.
struct PaperPrint: Sendable {
    private let document: Document
    /// The name of the file where none is given.
    let name: String

    init(_ document: Document, name: String) {
        self.document = document
        // A document number may not lead into another folder.
        self.name = String(name.map { $0 == "/" ? "／" : $0 })
    }

    /// Columns of the text form: what a wide window or an A4 sheet across holds; an upright sheet is as wide as a page
    /// of a document, 28 characters and some margin.
    private var columns: Int { document.sheet.isLandscape ? 160 : 72 }

    func text() -> [UInt8] { Array(document.plainText(columns: columns).utf8) }
    func html() -> [UInt8] { Array(document.html().utf8) }

    /// How making a PDF went.
    enum PDFResult: Hashable, Sendable {
        case made
        /// Made, but these characters are in no font and stand as 〓.
        case incomplete(String)
        case noPress
        case noFont
        case failed(String)
    }

    /// Makes the PDF with guatu-press; on failure an old file stays.
    func pdf(at path: String) -> PDFResult {
        guard let json = try? document.placed().json() else { return .failed("JSON") }
        guard let result = ChildProcess.run(Press.path, ["--output", path], input: Array(json)) else { return .noPress }
        switch result.status {
        case 0: return .made
        case 3: return .incomplete(result.said)
        case 4: return .noFont
        // A shell's word for a program that is not there.
        case 127: return .noPress
        default: return .failed(result.said)
        }
    }
}

/// The overdue list (逾期事项清单).
struct OverduePrint: Sendable {
    let paper: PaperPrint
    let count: Int

    init(_ ledger: Ledger, at now: Moment, head: String) {
        let list = OverdueList(ledger, at: now)
        paper = PaperPrint(list.document(in: ledger, head: head), name: "逾期事项清单-\(list.today.iso)")
        count = list.rows.count
    }
}

/// guatu-press, which is built where pango is.
enum Press {
    /// Beside this program, else wherever the system finds it.
    static var path: String {
        guard let binary = Files.resolved("/proc/self/exe") else { return "guatu-press" }
        let beside = Files.parent(of: binary) + "/guatu-press"
        return Files.exists(beside) ? beside : "guatu-press"
    }
}

extension Words {
    /// Why there is no PDF, and which package brings it.
    func sentence(_ result: PaperPrint.PDFResult) -> String? {
        switch result {
        case .made: nil
        case .incomplete(let missing):
            self(
                "有的字本机字体里没有，印作〓；装 fonts-noto-cjk 后重印：\(missing)",
                "Some characters are in no font here and stand as 〓; install fonts-noto-cjk: \(missing)"
            )
        case .noPress:
            self(
                "没有 guatu-press，不能生成 PDF。请安装 libpango1.0-dev 后在源码目录运行 make press，或安装带 guatu-press 的软件包。",
                "There is no guatu-press, so no PDF. Install libpango1.0-dev and run make press in the sources."
            )
        case .noFont:
            self(
                "本机没有中文字体，PDF 会是方框，没有生成。请安装：apt-get install fonts-wqy-microhei 或 fonts-noto-cjk。",
                "No Chinese font here: the PDF would be boxes. Install fonts-wqy-microhei or fonts-noto-cjk."
            )
        case .failed(let said): self("没有生成 PDF：\(said)", "The PDF was not made: \(said)")
        }
    }
}
