import FoundationEssentials
import Ledger
import Pages
import Paper
import Words

/// The overdue list (逾期事项清单) on its way to a file or a printer.
struct OverduePrint: Sendable {
    private let document: Document
    private let day: Day
    let count: Int

    init(_ ledger: Ledger, at now: Moment, head: String) {
        let list = OverdueList(ledger, at: now)
        document = list.document(in: ledger, head: head)
        day = list.today
        count = list.rows.count
    }

    /// Columns of the text form: what a wide window or an A4 sheet across holds.
    private static let columns = 160

    func text() -> [UInt8] { Array(document.plainText(columns: OverduePrint.columns).utf8) }
    func html() -> [UInt8] { Array(document.html().utf8) }

    /// The name of the file where none is given.
    var name: String { "逾期事项清单-\(day.iso)" }

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
    func sentence(_ result: OverduePrint.PDFResult) -> String? {
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
