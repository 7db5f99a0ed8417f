import Drawing
import FoundationEssentials
import Glibc
import Pages

@main
struct GuatuPress {
    static func main() {
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
            if arguments.help {
                try write(Data(Arguments.helpText.utf8), to: nil)
            } else {
                try press(arguments)
            }
        } catch let wrong as Arguments.Wrong {
            stop(.usage, "不认识的参数或缺少值：\(wrong.argument)", "Unknown argument, or its value is missing: \(wrong.argument)")
        } catch let failure as Failure {
            stop(failure.code, failure.chinese, failure.english)
        } catch {
            stop(.failed, "没有印成：\(error)", "Not printed: \(error)")
        }
    }

    private static func press(_ arguments: Arguments) throws {
        let document = try read(arguments.input)
        guard let family = Typeface.choose(asked: arguments.font) else { throw Failure.noChineseFont }
        let pdf: PDF
        do {
            pdf = try PDF(document, family: family)
        } catch let failed as PDF.Failed {
            throw Failure(.failed, "生成 PDF 时出错：\(failed.reason)", "Making the PDF failed: \(failed.reason)")
        }
        try write(pdf.bytes, to: arguments.output)
        if !pdf.missing.isEmpty {
            try report(pdf.missing)
            exit(ExitCode.incomplete.rawValue)
        }
    }

    private static func read(_ path: String?) throws -> PlacedDocument {
        let json: Data
        do {
            json = try path.map { try Data(contentsOf: URL(filePath: $0)) } ?? standardInput()
        } catch {
            let name = path ?? "stdin"
            throw Failure(
                .failed,
                "读不了 \(name)：请看文件在不在、能不能读。",
                "Cannot read \(name): see whether it is there and readable."
            )
        }
        do {
            return try PlacedDocument(json: json)
        } catch let unknown as PlacedDocument.UnknownSchema {
            throw Failure(
                .failed,
                "页面格式是第 \(unknown.found) 版，本程序只认第 \(unknown.known) 版：请把 guatu 与 guatu-press 换成同一版。",
                "The pages have format \(unknown.found), this program knows \(unknown.known): use guatu and guatu-press of one version."
            )
        } catch {
            throw Failure(
                .failed,
                "输入不是挂图排好的页面（JSON）。",
                "The input is not pages laid out by guatu (JSON)."
            )
        }
    }

    private static func standardInput() throws -> Data {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 {
                data.append(contentsOf: buffer[..<count])
            } else if count == 0 {
                return data
            } else if errno != EINTR {
                throw CocoaError(.fileReadUnknown)
            }
        }
    }

    /// The whole file or nothing: an old file stays until the new one is complete.
    private static func write(_ bytes: Data, to path: String?) throws {
        if let path {
            do {
                try bytes.write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw Failure(
                    .failed,
                    "写不了 \(path)：请看目录在不在、有没有权限、磁盘满没满。",
                    "Cannot write \(path): see whether the folder is there, may be written, and has room."
                )
            }
            return
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw Failure(.failed, "写标准输出失败。", "Writing to standard output failed.")
            }
        }
    }

    private static func report(_ missing: [PDF.Missing]) throws {
        struct Report: Encodable {
            var schema = 1
            var missing: [PDF.Missing]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        say(String(decoding: try encoder.encode(Report(missing: missing)), as: UTF8.self))
    }

    private static func stop(_ code: ExitCode, _ chinese: String, _ english: String) -> Never {
        say("guatu-press: \(chinese)\n\(english)")
        exit(code.rawValue)
    }

    private static func say(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, line, line.count)
    }
}

enum ExitCode: Int32 {
    case failed = 1
    case usage = 2
    case incomplete = 3
    case noChineseFont = 4
}

struct Failure: Error {
    var code: ExitCode
    var chinese: String
    var english: String

    init(_ code: ExitCode, _ chinese: String, _ english: String) {
        self.code = code
        self.chinese = chinese
        self.english = english
    }

    static let noChineseFont = Failure(
        .noChineseFont,
        "本机没有中文字体，印出来会是方框，所以没有写 PDF。请安装：apt-get install fonts-wqy-microhei（5 MB）或 fonts-noto-cjk（91 MB，生僻字较全）。",
        "No Chinese font is installed and the print would be boxes, so no PDF was written. Install one: apt-get install fonts-wqy-microhei (5 MB) or fonts-noto-cjk (91 MB, more rare characters)."
    )
}
