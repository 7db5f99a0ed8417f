// The statically linked release has no Testing module, and needs none.
#if canImport(Testing)
    package import Canvas
    import Foundation
    package import Testing

    /// Compares a screen with the text file `Snapshots/<name>.txt` beside the calling test.
    ///
    /// `RECORD_SNAPSHOTS=1 swift test` writes the files anew. A run that records fails, so that nobody takes it for a
    /// passing one: look at the difference with `git diff`, then run again.
    ///
    /// A screen with a sign that is not in the table of glyphs fails too.
    ///
    /// - Parameters:
    ///   - styles: also compare the styles, which follow the text in the file.
    ///   - allowed: characters from a user's text that a wall would not draw by itself.
    package func expectPicture(
        _ canvas: Canvas,
        _ name: String,
        styles: Bool = false,
        allowing allowed: String = "",
        filePath: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let strangers = canvas.strangers.filter { !allowed.unicodeScalars.contains($0) }
        if !strangers.isEmpty {
            let names = strangers.map { "\($0) U+\(String($0.value, radix: 16, uppercase: true))" }
            Issue.record("\(name) draws what is not in the table of glyphs: \(names)", sourceLocation: sourceLocation)
        }
        expectPicture(canvas.picture(styles: styles), name, filePath: filePath, sourceLocation: sourceLocation)
    }

    /// The same for any text of several lines.
    package func expectPicture(
        _ picture: String,
        _ name: String,
        filePath: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
        let file = folder.appendingPathComponent("\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(picture.utf8).write(to: file)
                Issue.record(
                    "recorded Snapshots/\(name).txt; run again without RECORD_SNAPSHOTS",
                    sourceLocation: sourceLocation
                )
            } catch {
                Issue.record("cannot record Snapshots/\(name).txt: \(error)", sourceLocation: sourceLocation)
            }
            return
        }
        guard let data = FileManager.default.contents(atPath: file.path) else {
            Issue.record(
                "no Snapshots/\(name).txt; write it with RECORD_SNAPSHOTS=1\n\(picture)",
                sourceLocation: sourceLocation
            )
            return
        }
        let expected = String(decoding: data, as: UTF8.self)
        guard expected != picture else { return }
        Issue.record(
            "\(name) looks different (- expected, + drawn)\n\(difference(expected, picture))",
            sourceLocation: sourceLocation
        )
    }
#endif

/// The lines that differ, each with its row on the screen.
package func difference(_ expected: String, _ drawn: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for row in 0..<max(old.count, new.count) {
        let before = row < old.count ? old[row] : nil
        let after = row < new.count ? new[row] : nil
        guard before != after else { continue }
        let number = "\(row)".count < 3 ? String(repeating: " ", count: 3 - "\(row)".count) + "\(row)" : "\(row)"
        if let before { lines.append("\(number) - \(before)") }
        if let after { lines.append("\(number) + \(after)") }
    }
    return lines.joined(separator: "\n")
}
