import Exchange
import Glibc
import Journal
import Ledger
import Text
import Words

/// A clerk with a small ledger and a folder to import from: 党政办 (裴文度), 城建办 (何家栋), 柳堤社区
/// (何家栋, another one), the grid WH-10, the campaign 环湖整备. It is Friday 2026-11-20, 07:50.
final class Desk {
    let folder: String
    let journal: MemoryJournal
    static let today = Day(iso: "2026-11-20")!
    static let now = Moment(today, minute: 470, offset: .china)
    static let actor = Actor(login: "clerk", roles: Set(Role.allCases))

    init() throws {
        var template = Array("/tmp/guatu-import-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure.noFolder(errno) }
        folder = String(cString: made)
        let founding = Founding(
            committee: Committee(name: "望湖街道"),
            calendar: .china,
            rules: .standard
        )
        let context = Context(actor: Desk.actor, now: Desk.now)
        journal = try MemoryJournal(founding, by: context)
        let none = UnitID(0)
        try journal.perform(
            [
                .addUnit(Unit(id: none, name: "党政综合办公室", shortName: "党政办", kind: .office)),
                .addUnit(Unit(id: none, name: "城市建设办公室", shortName: "城建办", kind: .office)),
                .addUnit(Unit(id: none, name: "柳堤社区", kind: .community)),
                .addPerson(
                    Person(id: PersonID(0), name: "裴文度", unit: UnitID(1), posts: ["主任"], roles: [.supervisionHead])
                ),
                .addPerson(Person(id: PersonID(0), name: "何家栋", unit: UnitID(2), posts: ["市政主办"])),
                .addPerson(Person(id: PersonID(0), name: "何家栋", unit: UnitID(3), posts: ["民政岗"])),
                .addPerson(Person(id: PersonID(0), name: "温如许", unit: UnitID(1), posts: ["督查专员"], roles: [.clerk])),
                .addGrid(Grid(id: GridID(0), code: "WH-10", name: "柳堤社区网格", level: 1)),
                .addCampaign(
                    Campaign(
                        id: CampaignID(0),
                        name: "环湖整备",
                        start: Desk.today - 90,
                        due: Desk.today + 40,
                        target: Amount(480),
                        measure: "户"
                    )
                ),
            ],
            by: context,
            expecting: [:]
        )
    }

    deinit {
        for name in written { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    private var written: Set<String> = []

    enum Failure: Error { case noFolder(Int32), noFile(Int32) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        guard let file = fopen("\(folder)/\(name)", "w") else { throw Failure.noFile(errno) }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        written.insert(name)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    /// Imports the folder, or one file of it.
    func run(
        _ file: String? = nil,
        createMissing: Bool = false,
        dryRun: Bool = false,
        progress: @escaping (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        var options = Importer.Options()
        options.createsMissing = createMissing
        options.isDryRun = dryRun
        let path = file.map { "\(folder)/\($0)" } ?? folder
        return try Importer(path: path, options: options, actor: Desk.actor, now: Desk.now)
            .run(into: journal, progress: progress)
    }

    /// Imports 事项.csv with these lines.
    func matters(_ lines: String..., createMissing: Bool = false) throws -> ImportReport {
        try write("事项.csv", lines.joined(separator: "\n"))
        return try run(createMissing: createMissing)
    }

    func matter(_ number: Int) throws -> Matter? {
        var query = Query()
        query.numbers = [MatterNumber(number)]
        return try journal.matters(query).first
    }

    func name(_ person: PersonID?) -> String {
        let people = journal.load(.reference).ledger.people
        return person.flatMap { people[$0]?.name.string } ?? ""
    }
}

extension ImportReport {
    /// Where and what, without the file: `2 N 完成时限` or `2`.
    var faults: [String: ImportProblem.Fault] {
        var faults: [String: ImportProblem.Fault] = [:]
        for problem in problems {
            switch problem.place {
            case .file: faults["file"] = problem.fault
            case .row(let row): faults["\(row)"] = problem.fault
            case .cell(let row, let column): faults["\(row) \(column.letter) \(column.header)"] = problem.fault
            case .line(let line, let column): faults["\(line):\(column)"] = problem.fault
            }
        }
        return faults
    }

    func counts(_ file: String) -> [Int] {
        tables.first { $0.file == file }.map { [$0.read, $0.added, $0.unchanged, $0.bad] } ?? []
    }
}
