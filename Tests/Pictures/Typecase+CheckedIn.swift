#if canImport(Testing)
    package import Canvas
    import Foundation
    import Testing

    extension Typecase {
        /// The letters in `Letters/` of this checkout.
        package static func checkedIn(filePath: String = #filePath) throws -> Typecase {
            let root = URL(fileURLWithPath: filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            func letters(_ name: String) throws -> LetterSet {
                let file = root.appendingPathComponent("Letters/\(name).letters")
                return try #require(LetterSet(Array(try Data(contentsOf: file))))
            }
            return Typecase(
                words16: try letters("words-16"),
                words24: try letters("words-24"),
                heading32: try letters("heading-32"),
                digits: try ["digits-19", "digits-27", "digits-39"].map(letters)
            )
        }
    }
#endif
