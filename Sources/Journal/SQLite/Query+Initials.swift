import GRDB
import Text

extension Query {
    /// Whether a title answers to a word that may hold pinyin initials.
    static let answers = DatabaseFunction("guatu_answers", argumentCount: 2, pure: true) { values in
        guard let title = String.fromDatabaseValue(values[0]), let word = String.fromDatabaseValue(values[1]) else {
            return false
        }
        return SearchWord(word).stands(in: title)
    }
}
