package import Ledger
package import Text

/// What is wrong with a file that was to be imported: where, what, and what could stand there.
/// ``Words/sentence(_:in:)`` makes the sentence.
package struct ImportProblem: Error, Hashable, Sendable {
    /// The file's name without its folder.
    package var file: String
    package var place: Place
    package var fault: Fault

    package enum Place: Hashable, Sendable {
        case file
        /// A row of a table, as Excel counts.
        case row(Int)
        /// A cell: row, and column by letter and header.
        case cell(row: Int, column: Column)
        /// A line and column of a YAML file.
        case line(Int, column: Int)
    }

    /// A column as an office finds it: by its letter in Excel and by its header.
    package struct Column: Hashable, Sendable {
        package var letter: String
        package var header: CleanText

        package init(letter: String, header: CleanText) {
            self.letter = letter
            self.header = header
        }
    }

    package enum Fault: Hashable, Sendable {
        // The file
        /// Cannot be opened; `code` is the system's error number.
        case unopenable(code: Int32)
        case directory
        /// A folder without any table that Guatu knows; these names it looks for.
        case nothingToImport(expected: [String])
        case emptyFile
        /// Neither UTF-8 nor GB18030.
        case unreadable
        /// UTF-16, Excel's "Unicode text".
        case utf16
        /// An Excel workbook under another name.
        case workbook
        /// No row among the first holds the headers of a table.
        case noHeader
        case missingColumn(String)
        case doubleColumn(String)
        /// YAML that cannot be read; the reader's own words.
        case brokenYAML(String)
        case unknownKey(String, known: [String])
        /// A value that cannot stand there, and what can.
        case outOfRange(CleanText, String)
        case wrongShape(Shape)

        // A row
        case openQuote
        case longRow
        case moreCells(found: Int, columns: Int)
        /// The matter has mistakes of its own, so this many rows about it were left out, too.
        case leftOut(rows: Int, matter: CleanText)
        /// The ledger's own rules refuse what the row says.
        case refused(Refusal)

        // A cell
        case empty(String)
        case notADay(CleanText)
        case notALimit(CleanText)
        case notAnAmount(CleanText)
        case notANumber(CleanText)
        case notASupport(CleanText)
        /// A word that stands in no list of the field.
        case unknownTerm(CleanText, known: [String])
        /// A name the ledger does not know.
        case unknownName(NameKind, CleanText)
        /// A name that several bear; how to tell them apart.
        case ambiguousName(NameKind, CleanText, choices: [String])
        case notUnique(CleanText, firstRow: Int)
        case numberTaken(MatterNumber)
        case noSuchMatter(CleanText)
        case noSuchStep(CleanText)
        case dayAhead(Day)
        /// Earlier than the day of the row before, or than the day it must follow.
        case tooEarly(Day, after: Day)
        case needsChannel
        case needsReason(String)
        /// Stages move, but the matter's registration (登记) is not among the records.
        case notRegistered
        /// What the matter's row says is not what its records lead to.
        case disagrees(said: String, found: String)
        /// Looks like a phone, ID or bank number; those do not belong in the ledger.
        case personal(CleanText)

        // The map
        case map(MapFault)
    }

    package init(file: String, place: Place, fault: Fault) {
        self.file = file
        self.place = place
        self.fault = fault
    }

    package enum NameKind: Hashable, Sendable { case unit, person, grid, campaign }

    package enum Shape: Hashable, Sendable { case mapping, list, text }
}
