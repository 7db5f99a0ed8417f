import Journal
import Ledger
import Text

/// One import under way: what was read so far, and what of it is not written yet.
final class ImportRun {
    let source: ImportSource
    let options: Importer.Options
    let actor: Actor
    let now: Moment
    let session: any BulkSession
    let days: DayCells

    /// A ledger in memory that every command is tried on first. Holds no matters but the one at hand.
    var book: Ledger
    var directory: Directory
    /// Settings and reference data that were tried and not written yet.
    private var plan: [(command: Command, context: Context)] = []
    /// Whether anything was found that the ledger has not got.
    private(set) var hasNews = false
    var report = ImportReport()
    /// Told how far the matters are.
    var progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    /// Households to be written, by matter.
    var households: [HouseholdWork] = []
    /// Whether the ledger may hold rows imported before.
    private let mayKnowRows: Bool
    var steps: SideTable<StepColumn>?
    var records: SideTable<RecordColumn>?
    /// The day that a row of settings belongs to, where it says one.
    var factDay: Day?
    /// Numbers of this file, with the row that has each.
    var claimed: [Int: Int] = [:]
    /// The next number for a row without one; nil before the first such row.
    var nextNumber: Int?
    /// The first number that the ledger has not given yet.
    let firstFree: Int

    init(source: ImportSource, options: Importer.Options, actor: Actor, now: Moment, session: any BulkSession) {
        self.source = source
        self.options = options
        self.actor = actor
        self.now = now
        self.session = session
        book = session.ledger
        book.matters = [:]
        book.sums = [:]
        days = DayCells(today: now.day(book.offset), calendar: book.calendar)
        directory = Directory(book)
        firstFree = book.counters.matter
        mayKnowRows = book.counters != Ledger.Counters()
    }

    /// Reads every file, tries every row and writes those that are right.
    func read() throws(JournalError) {
        try readCommittee()
        try readUnits()
        try readPeople()
        try readLeaves()
        try readGrids()
        try readMap()
        try readCampaigns()
        try readFrontline()
        try readRoutines()
        try readTicks()
        try readMatters()
        try readHouseholds()
        try readMeetings()
        try write(households.map { (.household($0.matter, .add($0.list)), $0.context) })
        try writePlan()
    }

    /// After the first mistake nothing is written any more: it would not be kept.
    var isWriting: Bool { report.isClean && !options.isDryRun }

    /// Writes commands that were tried, and before them what they may refer to.
    func write(_ commands: [(command: Command, context: Context)]) throws(JournalError) {
        hasNews = hasNews || !commands.isEmpty
        guard isWriting else { return }
        try writePlan()
        for step in commands { try session.perform(step.command, by: step.context) }
    }

    private func writePlan() throws(JournalError) {
        defer { plan.removeAll(keepingCapacity: true) }
        guard isWriting else { return }
        for step in plan { try session.perform(step.command, by: step.context) }
    }

    /// Notes what was taken in place of something absent.
    func assume(_ assumption: ImportReport.Assumption) {
        if !report.assumed.contains(assumption) { report.assumed.append(assumption) }
    }

    // MARK: Rows

    /// The fingerprint of a row as it is kept with its events, and whether it was imported before.
    func origin(_ print: Fingerprint) throws(JournalError) -> (origin: Int64, isKnown: Bool) {
        (print.origin, mayKnowRows ? try session.knows(origin: print.origin) : false)
    }

    /// Runs `body` for each row of a table of settings, counts how it fared and lists its problems.
    /// `body` gives a command, or nil where the thing is there already.
    func eachRow<Column: SheetColumn>(
        of kind: ImportSource.Kind,
        _ columns: Column.Type,
        _ body: (Sheet<Column>, CSVRow, inout [ImportProblem]) -> Command?
    ) throws(JournalError) {
        guard let path = source.paths[kind] else { return }
        var table = ImportReport.Table(file: path.fileName)
        defer { report.tables.append(table) }
        guard var sheet = open(path, Column.self) else { return }
        var row = CSVRow()
        var seen = Occurrences()
        while next(&row, of: &sheet) {
            table.read += 1
            let origin = try origin(seen.mark(sheet.fingerprint(of: row)))
            if origin.isKnown {
                table.unchanged += 1
                continue
            }
            var problems: [ImportProblem] = []
            if let overflow = sheet.overflow(of: row) { problems.append(overflow) }
            let command = body(sheet, row, &problems)
            if problems.isEmpty, let command {
                do throws(Refusal) { try keep(command, origin: origin.origin) } catch {
                    problems.append(sheet.problem(.refused(error), of: row))
                }
            }
            for problem in problems { report.add(problem) }
            if !problems.isEmpty {
                table.bad += 1
            } else if command == nil {
                table.unchanged += 1
            } else {
                table.added += 1
            }
        }
    }

    /// Opens a table; nil after a problem, which is listed.
    func open<Column: SheetColumn>(_ path: String, _ column: Column.Type) -> Sheet<Column>? {
        do throws(ImportProblem) { return try Sheet<Column>(path: path, file: path.fileName) } catch {
            report.add(error)
            return nil
        }
    }

    /// The next row; false at the end, or after a problem that leaves no way to read on.
    func next<Column: SheetColumn>(_ row: inout CSVRow, of sheet: inout Sheet<Column>) -> Bool {
        do throws(ImportProblem) { return try sheet.read(&row) } catch {
            report.add(error)
            return false
        }
    }

    /// Tries a command on the book and keeps it to be written.
    func keep(_ command: Command, origin: Int64) throws(Refusal) {
        let context = Context(actor: actor, now: now, day: factDay, origin: origin)
        factDay = nil
        for event in try decide(command, in: book, by: context) {
            book.apply(event)
            learn(event.fact)
        }
        plan.append((command, context))
        hasNews = true
    }

    private func learn(_ fact: Fact) {
        switch fact {
        case .unitAdded(let unit): directory.add(unit)
        case .personAdded(let person): directory.add(person)
        case .gridAdded(let grid): directory.add(grid)
        case .campaignAdded(let campaign): directory.add(campaign)
        default: break
        }
    }

    /// The matter that a cell names, if it is in these files or in the ledger.
    func knownMatter(_ cell: NumberCell) throws(JournalError) -> MatterNumber? {
        guard let number = cell.number else { return nil }
        if claimed[number.rawValue] != nil { return number }
        guard number.rawValue < firstFree, try session.matter(number) != nil else { return nil }
        return number
    }

    // MARK: Names

    /// Adds a thing that a row names and the ledger does not know.
    private func create(_ kind: ImportProblem.NameKind, _ name: String, _ command: Command) -> Bool {
        var print = Fingerprint(table: "created")
        print.add(name.nameKey)
        do { try keep(command, origin: print.origin) } catch { return false }
        report.created.append(.init(kind: kind, name: CleanText(name)))
        return true
    }

    func unit(named name: String) -> Result<UnitID?, NameFault> {
        guard !name.isEmpty else { return .success(nil) }
        switch directory.unit(name) {
        case .one(let id): return .success(id)
        case .several(let choices): return .failure(.several(.unit, name, choices))
        case .none:
            let unit = Unit(id: UnitID(0), name: CleanText(name), kind: .office)
            guard options.createsMissing, create(.unit, name, .addUnit(unit)), case .one(let id) = directory.unit(name)
            else { return .failure(.unknown(.unit, name)) }
            return .success(id)
        }
    }

    /// - Parameter home: the unit whose person is meant where several bear the name, and where an
    ///   unknown one is added.
    func person(named name: String, in home: UnitID?) -> Result<PersonID?, NameFault> {
        guard !name.isEmpty else { return .success(nil) }
        switch directory.person(name, preferring: home) {
        case .one(let id): return .success(id)
        case .several(let choices): return .failure(.several(.person, name, choices))
        case .none:
            guard options.createsMissing, let home else { return .failure(.unknown(.person, name)) }
            let person = Person(id: PersonID(0), name: CleanText(name), unit: home)
            guard create(.person, name, .addPerson(person)),
                case .one(let id) = directory.person(name, preferring: home)
            else { return .failure(.unknown(.person, name)) }
            return .success(id)
        }
    }

    func grid(named name: String) -> Result<GridID?, NameFault> {
        guard !name.isEmpty else { return .success(nil) }
        switch directory.grid(name) {
        case .one(let id): return .success(id)
        case .several(let choices): return .failure(.several(.grid, name, choices))
        case .none:
            let grid = Grid(id: GridID(0), code: CleanText(name), name: CleanText(name), level: 3)
            guard options.createsMissing, create(.grid, name, .addGrid(grid)), case .one(let id) = directory.grid(name)
            else { return .failure(.unknown(.grid, name)) }
            return .success(id)
        }
    }

    func campaign(named name: String, from start: Day?, to due: Day?) -> Result<CampaignID?, NameFault> {
        guard !name.isEmpty else { return .success(nil) }
        if let id = directory.campaign(name) { return .success(id) }
        let begin = start ?? days.today
        let campaign = Campaign(
            id: CampaignID(0),
            name: CleanText(name),
            start: begin,
            due: max(due ?? begin, begin)
        )
        guard options.createsMissing, create(.campaign, name, .addCampaign(campaign)) else {
            return .failure(.unknown(.campaign, name))
        }
        return .success(directory.campaign(name))
    }
}

/// Why a name could not be found.
enum NameFault: Error {
    case unknown(ImportProblem.NameKind, String)
    case several(ImportProblem.NameKind, String, [String])

    var fault: ImportProblem.Fault {
        switch self {
        case .unknown(let kind, let name): .unknownName(kind, CleanText(name))
        case .several(let kind, let name, let choices): .ambiguousName(kind, CleanText(name), choices: choices)
        }
    }
}
