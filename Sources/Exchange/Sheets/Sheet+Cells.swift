import Text

// Cells that several tables read alike.

extension Sheet {
    /// What the word in a cell means; one that nobody knows is a problem that names those that are known.
    func term<Value>(
        _ column: Column,
        of row: CSVRow,
        in vocabulary: Vocabulary.Table<Value>,
        _ problems: inout [ImportProblem]
    ) -> Value? {
        let word = text(column, of: row)
        if let value = vocabulary[word] { return value }
        problems.append(problem(.unknownTerm(CleanText(word), known: vocabulary.words), column, of: row))
        return nil
    }

    /// A time of day such as 17:30, in minutes after midnight; nil where the cell is empty or, with a problem, says
    /// something else.
    func minute(_ column: Column, of row: CSVRow, _ problems: inout [ImportProblem]) -> Int? {
        let text = text(column, of: row)
        if text.isEmpty { return nil }
        if let minute = Vocabulary.minute(text) { return minute }
        problems.append(problem(.unknownTerm(CleanText(text), known: ["08:10", "17:30"]), column, of: row))
        return nil
    }
}
