import Ledger
import Text
import Yams

/// A YAML file whose every value knows its line and column.
struct YAMLFile {
    let file: String
    private let root: Node

    init(path: String) throws(ImportProblem) {
        file = path.fileName
        var buffer: [UInt8] = []
        do throws(FileBytes.Failure) {
            let bytes = try FileBytes(path: path)
            try bytes.read(into: &buffer, at: 0, count: min(bytes.size, YAMLFile.sizeLimit))
        } catch {
            throw ImportProblem(error, file: path.fileName)
        }
        guard let text = String(validating: buffer, as: UTF8.self) else {
            throw ImportProblem(file: file, place: .file, fault: .unreadable)
        }
        let node: Node?
        do { node = try compose(yaml: text) } catch { throw ImportProblem(yaml: error, file: path.fileName) }
        guard let node else { throw ImportProblem(file: file, place: .file, fault: .emptyFile) }
        root = node
    }

    /// Settings are small; more than this is some other file.
    private static let sizeLimit = 1 << 22

    var isList: Bool { root.sequence != nil }

    /// The file as one mapping.
    func mapping(keys: [String]) throws(ImportProblem) -> Entry { try Entry(root, file: file, keys: keys) }

    /// The file as a list of mappings.
    func list(keys: [String]) throws(ImportProblem) -> [Entry] {
        guard let sequence = root.sequence else {
            throw ImportProblem(file: file, place: root.place, fault: .wrongShape(.list))
        }
        var entries: [Entry] = []
        for node in sequence { entries.append(try Entry(node, file: file, keys: keys)) }
        return entries
    }

    /// One mapping of a file.
    struct Entry {
        private let file: String
        private let node: Node
        private let values: [String: Node]

        /// - Parameter keys: the keys that mean something; another one is a mistake.
        init(_ node: Node, file: String, keys: [String]) throws(ImportProblem) {
            guard let mapping = node.mapping else {
                throw ImportProblem(file: file, place: node.place, fault: .wrongShape(.mapping))
            }
            self.file = file
            self.node = node
            var values: [String: Node] = [:]
            for (key, value) in mapping {
                let name = key.scalar?.string ?? ""
                guard keys.contains(name) else {
                    throw ImportProblem(file: file, place: key.place, fault: .unknownKey(name, known: keys))
                }
                values[name] = value
            }
            self.values = values
        }

        /// The text of a key; empty when it is absent.
        func text(_ key: String) throws(ImportProblem) -> CleanText {
            guard let value = values[key] else { return CleanText("") }
            guard let scalar = value.scalar else { throw problem(.wrongShape(.text), at: key) }
            return CleanText(scalar.string)
        }

        /// The text of a key that must be there.
        func required(_ key: String) throws(ImportProblem) -> CleanText {
            let text = try text(key)
            guard !text.isEmpty else { throw problem(.empty(key), at: key) }
            return text
        }

        /// The pairs of a mapping; empty when it is absent.
        func pairs(_ key: String) throws(ImportProblem) -> [(name: CleanText, value: CleanText)] {
            guard let value = values[key] else { return [] }
            guard let mapping = value.mapping else { throw problem(.wrongShape(.mapping), at: key) }
            var pairs: [(name: CleanText, value: CleanText)] = []
            for (name, value) in mapping {
                guard let text = value.scalar else {
                    throw ImportProblem(file: file, place: value.place, fault: .wrongShape(.text))
                }
                pairs.append((CleanText(name.scalar?.string ?? ""), CleanText(text.string)))
            }
            return pairs
        }

        /// A problem at the value of a key, or at the mapping where the key is absent.
        func problem(_ fault: ImportProblem.Fault, at key: String) -> ImportProblem {
            ImportProblem(file: file, place: (values[key] ?? node).place, fault: fault)
        }

        /// Tells this entry from others, whatever the order of its keys.
        var fingerprint: Fingerprint {
            var print = Fingerprint(table: "yaml")
            for (key, value) in values.sorted(by: { $0.key < $1.key }) {
                print.add(key)
                add(value, to: &print)
            }
            return print
        }

        private func add(_ node: Node, to print: inout Fingerprint) {
            switch node {
            case .scalar(let scalar): print.add(scalar.string)
            case .sequence(let sequence): for node in sequence { add(node, to: &print) }
            case .mapping(let mapping):
                for (key, value) in mapping {
                    add(key, to: &print)
                    add(value, to: &print)
                }
            default: break
            }
        }
    }
}

extension Node {
    var place: ImportProblem.Place { mark.map { .line($0.line, column: $0.column) } ?? .file }
}

extension ImportProblem {
    init(yaml error: any Error, file: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, place: .line(mark.line, column: mark.column), fault: .brokenYAML(problem))
        case .duplicatedKeysInMapping(let duplicates, _):
            let key = duplicates.first ?? ""
            self.init(file: file, place: .file, fault: .doubleColumn(key))
        default:
            self.init(file: file, place: .file, fault: .brokenYAML("\(error)"))
        }
    }
}
