package import Ledger
package import Text

/// What came of an import, or would come of it.
package struct ImportReport: Hashable, Sendable {
    /// In the order the files were read.
    package var tables: [Table] = []
    /// The first problems found, at most ``problemLimit``.
    package var problems: [ImportProblem] = []
    /// All problems, listed or not.
    package var problemCount = 0
    /// Names that were not known and were added (`--create-missing`).
    package var created: [Name] = []
    /// Matters taken in although one of the four fixed (四定) is missing, by what is missing.
    package var flagged: [Fixed: Int] = [:]
    /// Headers that Guatu does not know; their cells are kept with the matters.
    package var keptColumns: [CleanText] = []
    /// Columns of phones, IDs or home addresses, which were left out.
    package var skippedColumns: [CleanText] = []
    /// Columns that were absent, and what was taken in their place.
    package var assumed: [Assumption] = []
    /// Whether it was written. False for a dry run, and wherever a row is bad.
    package var isCommitted = false
    package var events = 0

    package static let problemLimit = 500

    package struct Name: Hashable, Sendable {
        package var kind: ImportProblem.NameKind
        package var name: CleanText
    }

    package enum Assumption: Hashable, Sendable {
        case kind(Kind)
        case source(Source)
        case stage(Stage)
    }

    /// How the rows of one file fared. ``added``, ``unchanged`` and ``bad`` add up to ``read``.
    package struct Table: Hashable, Sendable {
        package var file: String
        package var read = 0
        package var added = 0
        /// Rows imported before.
        package var unchanged = 0
        package var bad = 0

        package init(file: String) { self.file = file }
    }

    package init() {}

    package var isClean: Bool { problemCount == 0 }

    mutating func add(_ problem: ImportProblem) {
        problemCount += 1
        if problems.count < ImportReport.problemLimit { problems.append(problem) }
    }
}
