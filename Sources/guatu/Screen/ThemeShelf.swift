import Canvas
import Console
import Exchange
import Glibc
import Ledger
import Words

/// The themes there are: those of the user's folder, those that came with the program, and three that are always there;
/// and the one that is on.
struct ThemeShelf {
    /// The user's own first: one of a known name takes its place.
    private let folders: [String]
    private let own: String
    private(set) var name = "dark"
    private(set) var theme = Theme.dark
    /// Somebody asked for the theme that is on; else it follows the terminal's ground.
    var isChosen = false
    /// The files the theme was made of, as they were.
    private var watched: [(path: String, mark: FileMark?)] = []

    init(_ surroundings: Surroundings) {
        own = surroundings.ownThemesFolder
        folders = [own] + [surroundings.themesFolder].compactMap(\.self)
    }

    // MARK: Choosing

    /// The theme where nobody chose one: for the ground that the terminal names in `COLORFGBG` (ink;ground, sometimes with
    /// a word between), as Konsole, rxvt and iTerm do; dark where it names none.
    /// What it said itself when it was last asked holds over that, and what it says now over both.
    static func usual(_ variables: [String: String], isLight: Bool? = nil) -> String {
        if let isLight { return isLight ? "light" : "dark" }
        let ground = variables["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
        return ground == 7 || (ground ?? 0) > 8 ? "light" : "dark"
    }

    /// Puts on a theme; one that cannot be read leaves the old one on.
    mutating func wear(_ wanted: String) throws(ImportProblem) {
        let folders = folders
        let chain: ThemeFile.Chain
        if ThemeShelf.path(wanted, in: folders) == nil, let builtIn = Theme.builtIn(wanted) {
            (name, theme, watched) = (wanted, builtIn, [])
            return
        }
        do throws(ImportProblem) {
            chain = try ThemeFile.chain(wanted, known: names) { name in
                ThemeShelf.path(name, in: folders).flatMap { try? Files.read($0) }
                    ?? Theme.builtIn(name).map { _ in Array("{}".utf8) }
            }
        } catch {
            // What is wrong now is said once; when the file changes it is looked at again.
            if wanted == name { watched = watched.map { ($0.path, FileMark($0.path)) } }
            throw error
        }
        (name, theme) = (wanted, chain.theme)
        watched = chain.names.compactMap { ThemeShelf.path($0, in: folders) }.map { ($0, FileMark($0)) }
    }

    /// Looks whether a file of the theme changed, and reads it again if so. Costs one `stat` for each file.
    /// - Returns: whether there is something new to draw.
    mutating func refresh() throws(ImportProblem) -> Bool {
        guard watched.contains(where: { FileMark($0.path) != $0.mark }) else { return false }
        if let own = watched.first, FileMark(own.path) == nil, ThemeShelf.path(name, in: folders) == nil {
            // Taken away. Put back, it is taken up again.
            watched = watched.map { ($0.path, FileMark($0.path)) }
            throw ImportProblem(
                file: ThemeFile.fileName(name),
                place: .file,
                fault: .unopenable(code: ENOENT)
            )
        }
        try wear(name)
        return true
    }

    // MARK: Finding

    /// The names of their files, the program's own order first.
    private var names: [String] {
        let found = folders.flatMap { Files.names(in: $0, ending: ".yaml") } + Theme.all.map(\.name)
        let order = ["dark", "light", "high-contrast", "colour-blind", "mono", "red", "wall"]
        return order.filter(found.contains) + Set(found).subtracting(order).sorted()
    }

    /// All themes, to choose from.
    var choices: [ThemeChoice] {
        names.map { name in
            let path = ThemeShelf.path(name, in: folders)
            let bytes = path.flatMap { try? Files.read($0) } ?? []
            let title = (try? ThemeFile.read(bytes, file: name))?.title
            return ThemeChoice(
                id: name,
                zh: title?.zh ?? "",
                en: title?.en ?? "",
                isOwn: path?.hasPrefix(own + "/") ?? false
            )
        }
    }

    private static func path(_ name: String, in folders: [String]) -> String? {
        guard !name.contains("/") else { return nil }
        return folders.lazy.map { "\($0)/\(ThemeFile.fileName(name))" }.first(where: Files.exists)
    }
}

extension Theme {
    fileprivate static func builtIn(_ name: String) -> Theme? { all.first { $0.name == name } }
}

/// Tells whether a file is still the one it was.
private struct FileMark: Hashable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int
    private let node: UInt

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        seconds = Int(status.st_mtim.tv_sec)
        nanoseconds = Int(status.st_mtim.tv_nsec)
        size = Int(status.st_size)
        node = UInt(status.st_ino)
    }
}

extension Words {
    /// Why a theme was not put on: file, line and column, and what could stand there.
    func sentence(theme problem: ImportProblem) -> String {
        self("配色没有换：", "The theme stays: ") + compactSentence(problem, in: Ledger())
    }
}
