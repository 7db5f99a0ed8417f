package import Ledger
import Text

/// A matter that may be the same as one being written (相近事项).
package struct Similar: Hashable, Sendable {
    package let matter: MatterNumber
    /// How alike the titles are, in percent.
    package let percent: Int

    /// So alike that one asks before a number is given.
    package var isStrong: Bool { percent >= 60 }
}

extension Scene {
    /// Matters at hand whose titles are like one being written, the most alike first.
    package func similar(to title: String, except number: MatterNumber? = nil) -> [Similar] {
        derived(SimilarKey(title: title)) {
            index.titles.alike(title, atLeast: 35, limit: 6)
                .map { Similar(matter: order[$0.row], percent: $0.percent) }
        }
        .filter { $0.matter != number }
    }
}

private struct SimilarKey: Hashable { let title: String }
