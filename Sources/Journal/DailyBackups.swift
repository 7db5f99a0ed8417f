import Glibc
package import Ledger

/// The checked copies that the first writer of each day makes (每日备份), in a folder beside the ledger.
package struct DailyBackups: Sendable {
    package let folder: String
    private let stem: String

    /// Kept; the oldest beyond them go.
    package static let count = 14

    /// Those of the ledger at `path`: `望湖.备份/望湖-2026-11-20.guatu`.
    package init(of path: String) {
        let stem = path.hasSuffix(".guatu") ? String(path.dropLast(6)) : path
        folder = stem + ".备份"
        self.stem = String(stem.split(separator: "/").last ?? "台账")
    }

    /// The days of which there is one, oldest first.
    package var days: [Day] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var days: [Day] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(stem + "-"), name.hasSuffix(".guatu") else { continue }
            if let day = Day(iso: name.dropFirst(stem.count + 1).dropLast(6)) { days.append(day) }
        }
        return days.sorted()
    }

    package func path(of day: Day) -> String { "\(folder)/\(stem)-\(day.iso).guatu" }

    /// Whether the day's is still to be made.
    package func isDue(on day: Day) -> Bool { access(path(of: day), F_OK) != 0 }

    /// Makes the day's backup, unless another process did, and lets the oldest go.
    package func make(_ journal: SQLiteJournal, on day: Day) throws(JournalError) {
        guard isDue(on: day) else { return }
        if mkdir(folder, 0o770) != 0, errno != EEXIST {
            throw errno == ENOSPC || errno == EDQUOT ? .diskFull(path: folder) : .readOnly(path: folder)
        }
        do throws(JournalError) {
            try journal.backUp(to: path(of: day))
        } catch .exists {
            return
        }
        for day in days.dropLast(DailyBackups.count) { unlink(path(of: day)) }
    }
}
