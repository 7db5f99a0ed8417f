import Console
import Foundation
import Testing
import Words

/// The page of keys in docs/ is the table of operations and nothing else. `RECORD_SNAPSHOTS=1` writes it.
struct CheatSheetTests {
    @Test(arguments: [("Keys.zh.md", Words.chinese), ("Keys.md", .english)])
    func isFresh(name: String, words: Words) throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let file = URL(filePath: "\(root)/docs/\(name)")
        let sheet = CheatSheet.markdown(words)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(sheet.utf8).write(to: file)
        }
        let written = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(written == sheet, "docs/\(name) is stale: run the tests once with RECORD_SNAPSHOTS=1")
    }
}
