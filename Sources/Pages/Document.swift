public import Text

/// What is to be printed, before it is known where a page ends: a heading, lines, tables, and a closing.
///
/// One document gives all forms of paper: ``placed()`` for PDF, ``html()``, and ``plainText(columns:)``.
public struct Document: Sendable, Hashable {
    /// Stands in the window of a browser or a PDF reader; what is printed is in `body`.
    public var title: String
    public var sheet: Sheet
    public var margins: Margins
    public var body: [Block]
    /// 落款: is kept in one piece and never stands on a page alone, where there is a row it can take along.
    public var closing: [Block]
    /// Above each page but the first.
    public var runningHead: Running?
    /// Below each page, with the page number in the middle.
    public var runningFoot: Running
    /// 「— 1 —」 as on official documents (GB/T 9704): right on odd pages, left on even ones, one character free.
    public var hasDashedNumbers = false

    public init(
        title: String,
        sheet: Sheet,
        margins: Margins = .list,
        body: [Block],
        closing: [Block] = [],
        runningHead: Running? = nil,
        runningFoot: Running = Running()
    ) {
        self.title = title
        self.sheet = sheet
        self.margins = margins
        self.body = body
        self.closing = closing
        self.runningHead = runningHead
        self.runningFoot = runningFoot
    }

    /// One line that comes back on every page.
    public struct Running: Sendable, Hashable {
        public var left: String
        public var right: String

        public init(left: String = "", right: String = "") {
            self.left = left
            self.right = right
        }
    }

    static func dashedLabel(_ page: Int) -> String { "— \(page) —" }

    /// 第 n 页共 m 页.
    static func pageLabel(_ page: Int, of pages: Int) -> String { "第 \(page) 页共 \(pages) 页" }
}

/// A piece of a document, from top to bottom.
public enum Block: Sendable, Hashable {
    /// In the middle, wrapped if it is long.
    case heading(String, TextStyle = .title)
    /// One line with a text at either end; they go below each other where they do not fit.
    case ends(left: String, right: String, TextStyle = .body)
    case paragraph(String, TextStyle = .body, Alignment = .left)
    case table(Table)
    /// Places to write by hand, side by side: 制表 ＿＿　审核 ＿＿.
    case blanks([String])
    case space(Length)
}

/// A table whose cells wrap and are never cut. Its head comes back on every page, and a row stays
/// in one piece unless it is taller than a page.
public struct Table: Sendable, Hashable {
    public var columns: [Column]
    public var rows: [[String]]

    /// - Parameter rows: each as long as `columns`; a missing cell is empty, one too many is a programming error.
    public init(columns: [Column], rows: [[String]]) {
        precondition(rows.allSatisfy { $0.count <= columns.count }, "a row has more cells than the table columns")
        self.columns = columns
        self.rows = rows.map { $0 + Array(repeating: "", count: columns.count - $0.count) }
    }

    public struct Column: Sendable, Hashable {
        public var title: String
        /// The least width, in columns of half an em (a Chinese character is two).
        public var minimum: Int
        /// Its part of what is left when all have their least width.
        public var share: Int
        public var alignment: Alignment
        /// To be filled in by hand: gets its share even if nothing is in it.
        public var isBlank: Bool

        public init(
            _ title: String,
            minimum: Int,
            share: Int = 0,
            alignment: Alignment = .left,
            isBlank: Bool = false
        ) {
            self.title = title
            self.minimum = max(2, minimum)
            self.share = share
            self.alignment = alignment
            self.isBlank = isBlank
        }
    }
}
