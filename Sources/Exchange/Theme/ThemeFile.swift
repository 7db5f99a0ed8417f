package import Canvas
import Ledger
import Text
import Yams

/// A theme as a file (配色文件): YAML, one dotted key for each role, made to be changed by its user. See docs/Themes.md.
package struct ThemeFile: Sendable {
    /// What a list of themes shows.
    package let title: (zh: String, en: String)
    package let sheet: ThemeSheet
    private let parent: ImportProblem.Place

    /// Reads a file. The first thing that is wrong is named with its line and column.
    package static func read(_ bytes: [UInt8], file: String) throws(ImportProblem) -> ThemeFile {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ImportProblem(file: file, place: .file, fault: .brokenYAML("UTF-8"))
        }
        let root: Node?
        do { root = try compose(yaml: text) } catch { throw ImportProblem(yaml: error, file: file) }
        guard let root else { throw ImportProblem(file: file, place: .file, fault: .emptyFile) }
        return try ThemeFile(root, file: file)
    }

    private init(_ root: Node, file: String) throws(ImportProblem) {
        guard let mapping = root.mapping else {
            throw ImportProblem(file: file, place: root.place, fault: .wrongShape(.mapping))
        }
        var title = (zh: "", en: "")
        var sheet = ThemeSheet()
        var parent = ImportProblem.Place.file
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            switch name {
            case "title": title.zh = try ThemeFile.text(value, file)
            case "title-en": title.en = try ThemeFile.text(value, file)
            case "inherits":
                sheet.inherits = try ThemeFile.text(value, file)
                parent = value.place
            default:
                guard ThemeKey.names.contains(name) else {
                    throw ImportProblem(file: file, place: key.place, fault: ThemeFile.unknown(name))
                }
                sheet.looks[name] = try ThemeFile.look(value, of: name, file)
            }
        }
        self.title = title
        self.sheet = sheet
        self.parent = parent
    }

    // MARK: Inheritance

    /// A theme with all that it inherits from.
    package struct Chain: Sendable {
        package let theme: Theme
        /// The names of the files it was made of, its own first.
        package let names: [String]
    }

    /// Reads a theme and what it inherits from.
    ///
    /// - Parameters:
    ///   - known: the names of all themes.
    ///   - find: the bytes of the theme of a name, or nil where there is none.
    package static func chain(
        _ name: String,
        known: [String],
        find: (String) -> [UInt8]?
    ) throws(ImportProblem) -> Chain {
        var names: [String] = []
        var sheets: [ThemeSheet] = []
        var next: String? = name
        var asked: (file: String, place: ImportProblem.Place) = (fileName(name), .file)
        while let current = next {
            guard !names.contains(current), let bytes = find(current) else {
                let fault = ImportProblem.Fault.unknownTerm(
                    CleanText(current),
                    known: known.filter { !names.contains($0) }
                )
                throw ImportProblem(file: asked.file, place: asked.place, fault: fault)
            }
            let file = try read(bytes, file: fileName(current))
            names.append(current)
            sheets.append(file.sheet)
            asked = (fileName(current), file.parent)
            next = file.sheet.inherits
        }
        return Chain(theme: Theme(name: name, sheets), names: names)
    }

    package static func fileName(_ theme: String) -> String { theme + ".yaml" }

    // MARK: Values

    private static func text(_ node: Node, _ file: String) throws(ImportProblem) -> String {
        guard let scalar = node.scalar else {
            throw ImportProblem(file: file, place: node.place, fault: .wrongShape(.text))
        }
        return CleanText(scalar.string).string
    }

    /// The keys that resemble it, not all sixty.
    private static func unknown(_ name: String) -> ImportProblem.Fault {
        let first = name.prefix { $0 != "." }
        let near = ThemeKey.all.map(\.name).filter { $0.prefix { $0 != "." } == first }
        return .unknownKey(
            CleanText(name).string,
            known: near.isEmpty ? ["title", "title-en", "inherits", "text", "hand", "status", "ground", "map"] : near
        )
    }

    private static func look(_ node: Node, of name: String, _ file: String) throws(ImportProblem) -> ThemeSheet.Look {
        if node.scalar != nil { return [.direct: try tone(node, at: .direct, of: name, file)] }
        guard let mapping = node.mapping else {
            throw ImportProblem(file: file, place: node.place, fault: .wrongShape(.mapping))
        }
        var look = ThemeSheet.Look()
        for (key, value) in mapping {
            let word = key.scalar?.string ?? ""
            guard let depth = ToneReader.depths.first(where: { $0.name == word })?.depth else {
                let known = ToneReader.depths.map(\.name)
                throw ImportProblem(
                    file: file,
                    place: key.place,
                    fault: .unknownKey(CleanText(word).string, known: known)
                )
            }
            look[depth] = try tone(value, at: depth, of: name, file)
        }
        return look
    }

    private static func tone(_ node: Node, at depth: Depth, of name: String, _ file: String) throws(ImportProblem)
        -> ThemeSheet.Tone
    {
        let text = try text(node, file)
        let takesInk = ThemeKey.all.contains { $0.takesInk && $0.name == name }
        do throws(ToneReader.Fault) {
            return try ToneReader(depth: depth, takesGround: takesInk).read(text)
        } catch {
            let fault = ImportProblem.Fault.outOfRange(CleanText(error.word), error.wanted)
            throw ImportProblem(file: file, place: node.place, fault: fault)
        }
    }
}
