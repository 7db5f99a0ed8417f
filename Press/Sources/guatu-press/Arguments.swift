/// What the command line asks for.
struct Arguments: Equatable {
    /// Nil reads from standard input.
    var input: String?
    /// Nil writes to standard output.
    var output: String?
    var font: String?
    var help = false

    struct Wrong: Error, Equatable {
        var argument: String
    }

    init(_ arguments: [String]) throws(Wrong) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "-h", "--help":
                help = true
            case "-o", "--output", "--font":
                guard let value = rest.popFirst() else { throw Wrong(argument: argument) }
                if argument == "--font" { font = value } else { output = value }
            case "-":
                input = nil
            default:
                guard !argument.hasPrefix("-"), input == nil else { throw Wrong(argument: argument) }
                input = argument
            }
        }
    }

    static let helpText = """
        用法 Usage: guatu-press [页面.json] [-o 文件.pdf] [--font 字体]

        把挂图排好的页面（JSON）印成 PDF，字体一并嵌入。不写文件名就读标准输入、写标准输出。
        Turns pages that guatu laid out (JSON) into PDF, typefaces embedded. Without names it reads
        standard input and writes standard output.

          -o, --output 文件    写到这个文件；失败时原文件不动  write here; on failure the old file stays
          --font 字体          指定中文字体，如 "WenQuanYi Micro Hei"  the Chinese typeface to use
          -h, --help           本说明  this text

        退出码 Exit codes: 0 完成 done · 1 失败 failed · 2 用法不对 usage · 3 已完成，但有字体里没有的字，
        印作〓，清单（JSON）在标准错误 done, but characters without a glyph are printed as 〓 and listed
        as JSON on standard error · 4 没有中文字体，什么也没写 no Chinese font, nothing written

        """
}
