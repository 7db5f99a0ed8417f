import Ledger
import Text

// What a feature is: by its properties, most particular first.

extension GeoReader {
    private static let codeProperties = [
        "code", "编码", "网格编码", "网格编号", "gridcode", "grid_code", "wgbh", "wgbm", "gbcode", "adcode", "xzqdm",
        "strcoding", "bm", "bh",
    ]
    private static let nameProperties = [
        "name", "名称", "网格名称", "网格", "社区", "gridname", "grid_name", "wgmc", "sqmc", "mc", "qmc", "xzqmc", "cunmc",
        "cjmc", "cun_name", "村名", "village", "community", "social", "street", "area_name", "area", "down_name",
        "comname", "town_name", "label", "title",
    ]
    /// Often no more than the number of the row.
    private static let weakProperties = ["id", "fid"]
    private static let kindProperties = [
        "kind", "类别", "类型", "type", "natural", "waterway", "water", "highway", "fclass",
    ]

    private struct Label {
        var text: String
        var offset: Int
        var isCode = false
    }

    mutating func subject(of feature: JSONNode, _ shape: GeoShape) -> GeoShape.Subject? {
        guard case .object(let members)? = feature["properties"]?.value else {
            note(unnamed: [], at: feature["properties"]?.offset ?? feature.offset)
            return nil
        }
        guard let labels = labels(members, feature) else { return nil }
        var found: (grid: Grid, label: Label)?
        var fault: (ImportProblem.Fault, Int)?
        for label in labels {
            switch source.names.grid(label.text) {
            case .success(let grid):
                // A code that says one grid beside a name that says another: one of them was copied from elsewhere.
                if let found, found.label.isCode, !label.isCode, found.grid.id != grid.id {
                    let texts = (CleanText(found.label.text), CleanText(label.text))
                    problem(.map(.codeAndName(texts.0, found.grid.name, name: texts.1)), at: label.offset)
                    return nil
                }
                if found == nil { found = (grid, label) }
            case .failure(.several(let kind, let name, let choices)):
                // That a name is borne by several says more than that a code is not known.
                fault = (NameFault.several(kind, name, choices).fault, label.offset)
            case .failure(.unknown):
                if fault == nil { fault = (.map(.unknownGrid(CleanText(labels.last?.text ?? ""))), label.offset) }
            }
        }
        if let found { return .grid(found.grid) }
        let name = labels.last { !$0.isCode }?.text ?? ""
        for property in Self.kindProperties {
            guard let word = Self.member(property, of: members)?.string else { continue }
            if let kind = ObjectWord.kind(word) ?? ObjectWord.kind(property) { return .object(kind, name) }
        }
        if let kind = ObjectWord.kind(endOf: name) { return .object(kind, name) }
        if !shape.lines.isEmpty, shape.polygons.isEmpty { return .object(.road, name) }
        if let fault { problem(fault.0, at: fault.1) }
        return nil
    }

    private static func member(_ name: String, of members: [(key: String, node: JSONNode)]) -> JSONNode? {
        members.first { $0.key == name }?.node ?? members.first { $0.key.lowercased() == name }?.node
    }

    /// What may name the grid; nil after a problem.
    private mutating func labels(_ members: [(key: String, node: JSONNode)], _ feature: JSONNode) -> [Label]? {
        let known = members.map(\.key)
        let offset = feature["properties"]!.offset
        let chosen = [source.options.codeProperty, source.options.nameProperty].compactMap { $0 }
        for property in chosen where !known.contains(property) {
            problem(.map(.noProperty(property, known: known)), at: offset)
            return nil
        }
        func labels(_ properties: [String], isCode: Bool) -> [Label] {
            properties.compactMap { property in
                Self.member(property, of: members).flatMap { node in
                    node.label.map { Label(text: $0, offset: node.offset, isCode: isCode) }
                }
            }
        }
        let usual = chosen.isEmpty ? Self.codeProperties + Self.nameProperties + Self.weakProperties : chosen
        var found =
            chosen.isEmpty
            ? labels(Self.codeProperties, isCode: true) + labels(Self.weakProperties, isCode: false)
                + labels(Self.nameProperties, isCode: false)
            : labels(chosen, isCode: false)
        // Whatever the property is called: what stands in it names a grid.
        let names = source.names
        if chosen.isEmpty, !found.contains(where: { (try? names.grid($0.text).get()) != nil }) {
            for (key, node) in members where !Self.kindProperties.contains(key.lowercased()) {
                guard let text = node.string, (try? names.grid(text).get()) != nil else { continue }
                found.insert(Label(text: text, offset: node.offset), at: 0)
                break
            }
        }
        guard found.isEmpty else { return found }
        if let empty = members.first(where: { usual.contains($0.key.lowercased()) || chosen.contains($0.key) }) {
            problem(.map(.emptyLabel(empty.key)), at: empty.node.offset)
        } else {
            note(unnamed: known, at: offset)
        }
        return nil
    }

    private mutating func note(unnamed known: [String], at offset: Int) {
        unnamed = unnamed.map { ($0.count + 1, $0.offset, $0.known) } ?? (1, offset, known)
    }
}
