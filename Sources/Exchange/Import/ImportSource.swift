import Glibc

/// The files that one import reads.
struct ImportSource {
    /// What a file tells of, in the order of reading: each may speak of what stands before it.
    enum Kind: String, CaseIterable {
        case committee = "街道.yaml"
        case units = "单位.csv"
        case people = "人员.csv"
        case leaves = "请假.csv"
        case grids = "网格.csv"
        case map = "地图.txt"
        case campaigns = "战役.yaml"
        case frontline = "四个一.csv"
        case matters = "事项.csv"
        case steps = "步骤.csv"
        case records = "记录.csv"
        case households = "包户.csv"
        case routines = "职责.csv"
        case ticks = "勾办.csv"
        case meetings = "会议.csv"
    }

    private(set) var paths: [Kind: String] = [:]

    /// A folder with files of the known names, or one file that is known by its content.
    init(path: String) throws(ImportProblem) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw ImportProblem(file: path.fileName, place: .file, fault: .unopenable(code: errno))
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            paths[try ImportSource.kind(of: path)] = path
            return
        }
        for kind in Kind.allCases {
            let file = "\(path)/\(kind.rawValue)"
            if access(file, F_OK) == 0 { paths[kind] = file }
        }
        for name in ["地图.csv", "地图.geojson"] where paths[.map] == nil {
            if access("\(path)/\(name)", F_OK) == 0 { paths[.map] = "\(path)/\(name)" }
        }
        guard !paths.isEmpty else {
            let expected = Kind.allCases.map(\.rawValue)
            throw ImportProblem(file: path.fileName, place: .file, fault: .nothingToImport(expected: expected))
        }
    }

    private static func kind(of path: String) throws(ImportProblem) -> Kind {
        let name = path.fileName
        if [".txt", ".geojson", ".json"].contains(where: name.lowercased().hasSuffix) { return .map }
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            return try YAMLFile(path: path).isList ? .campaigns : .committee
        }
        // To open a table is to look through all of it for its encoding: that is done once.
        let reader = try CSVReader(opening: path, file: name)
        // Headers tell the tables apart; those with the most particular ones come first.
        if isSheet(HouseholdColumn.self, reader) { return .households }
        if isSheet(FrontlineColumn.self, reader) { return .frontline }
        if isSheet(MeetingColumn.self, reader) { return .meetings }
        if isSheet(TickColumn.self, reader) { return .ticks }
        if isSheet(RoutineColumn.self, reader) { return .routines }
        if isSheet(RecordColumn.self, reader) { return .records }
        if isSheet(StepColumn.self, reader) { return .steps }
        if isSheet(MatterColumn.self, reader) { return .matters }
        if isSheet(GridColumn.self, reader) { return .grids }
        if isSheet(TileColumn.self, reader) { return .map }
        if isSheet(LeaveColumn.self, reader) { return .leaves }
        if isSheet(PersonColumn.self, reader) { return .people }
        if isSheet(UnitColumn.self, reader) { return .units }
        // What is wrong is said of the table that offices bring most.
        _ = try Sheet<MatterColumn>(reader, file: name)
        return .matters
    }

    private static func isSheet<Column: SheetColumn>(_ column: Column.Type, _ reader: CSVReader) -> Bool {
        (try? Sheet<Column>(reader, file: "")) != nil
    }
}

extension String {
    /// The last part of a path.
    var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
