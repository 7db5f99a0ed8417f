import Ledger
import Text

/// One write transaction: decides commands on the state of the file and appends their events.
///
/// Works on a slice: of the ledger it reads what a command names and what its rules refer to, or, for
/// many commands, all reference data once. Matters are written back when it finishes, or earlier when
/// there are too many of them to keep. What it decides a ``Scribe`` writes.
final class Writer: BulkSession {
    private let rows: Store
    let scribe: Scribe
    let command: Identity
    var slice: Ledger
    /// The last event before the transaction.
    let before: Position
    private let officeNumber: Int
    /// Rows that this transaction imported.
    private var origins: Set<Int64> = []
    /// All reference data is in the slice, so that nothing of it has to be looked for.
    private let knowsReference: Bool

    private var changed: Set<MatterNumber> = []
    private var changesSettings = false
    private(set) var records: [Record] = []
    private(set) var count = 0

    /// The rows of the file, everything decided so far among them: waits for the scribe.
    var store: Store {
        get throws {
            try scribe.finish()
            return rows
        }
    }

    /// Matters kept before they are written back and let go.
    private static let matterLimit = 2_048

    /// - Parameter isBeside: events are written on a second core while the next are decided; the store is
    ///   then only the writer's own.
    init(_ store: Store, at moment: Moment, forMany: Bool = false, isBeside: Bool = false) throws {
        rows = store
        command = Identity(at: moment, random: Randomness.shared.word())
        slice = try store.bareLedger()
        scribe = try Scribe(store, isBeside: isBeside)
        before = scribe.position
        officeNumber = scribe.officeNumber
        knowsReference = forMany
        if forMany { try store.readReference(into: &slice) }
    }

    // MARK: Deciding

    func perform(_ command: Command, deciding context: Context) throws -> [Event] {
        let events: [Event]
        switch command {
        case .undo(let name): events = try undoing(name, by: context)
        case .blackOut(let number, let what, let reason):
            return try blackOut(number, what, reason: reason, by: context)
        case .blackOutDiary(let meeting, let what, let reason):
            return try blackOutDiary(meeting, what, reason: reason, by: context)
        case .keepContact(let contact): return try keep(contact, by: context)
        case .showContacts(let number): return try showContacts(of: number, by: context)
        case .eraseContact(let number): return try eraseContact(number, by: context)
        case .expireContacts: return try expireContacts(by: context)
        default:
            try prepare(command, by: context.actor)
            events = try decide(command, in: try asked(by: command), by: context)
        }
        for event in events { try append(event) }
        if slice.matters.count > Writer.matterLimit { try flush() }
        return events
    }

    /// The slice; with the sums that the rules of a command ask for, where they do. Its own sums are only
    /// what the transaction adds.
    private func asked(by command: Command) throws -> Ledger {
        guard !command.scopes.isEmpty else { return slice }
        var ledger = slice
        let stored = try store.sums()
        for scope in command.scopes {
            var sums = stored[scope] ?? Sums()
            sums.open += slice.sums[scope]?.open ?? 0
            sums.settled += slice.sums[scope]?.settled ?? 0
            sums.target += slice.sums[scope]?.target ?? .zero
            sums.done += slice.sums[scope]?.done ?? .zero
            ledger.sums[scope] = sums
        }
        return ledger
    }

    /// - Throws: a conflict where the matter is no longer the one a form was opened with.
    func check(_ number: MatterNumber, is expected: Int) throws {
        guard let matter = try find(number) else { throw Refusal.unknownMatter(number) }
        guard matter.version == expected else {
            throw Refusal.conflict(number, expected: expected, actual: matter.version)
        }
    }

    /// Brings into the slice what the command is decided on.
    private func prepare(_ command: Command, by actor: Actor) throws {
        var references = References()
        if let number = command.matter, let matter = try find(number) {
            references.add(matter)
            // What is reported on it is carried up.
            if let parent = matter.parent, let above = try find(parent) { references.add(above) }
        }
        // The rules ask of these what they ask of its own: whose they are, and the phase of their campaign.
        for number in command.references { if let matter = try find(number) { references.add(matter) } }
        if command.needsDirectory, !knowsReference { try store.readReference(into: &slice) }
        guard !knowsReference else { return }
        if command.needsDiary { try store.readDiary(into: &slice) }
        if command.needsHouseholds, let number = command.matter {
            var codes: [CleanText] = []
            if case .household(_, let action) = command { codes = action.codes }
            try store.readHouseholds(of: number, codes, into: &slice)
        }
        references.add(command)
        references.add(actor)
        if case .drawMap(let sheet) = command { slice.maps[sheet.key] = try store.map(sheet.key) }
        try store.read(references, into: &slice)
        try prepareNames(command)
    }

    /// Names and codes are unique: those that may already be taken.
    private func prepareNames(_ command: Command) throws {
        let namesakes: Namesakes =
            switch command {
            case .addUnit(let unit): try store.named(unit.name)
            case .addPerson(let person): try store.named(person.name)
            case .addGrid(let grid): try store.named(grid.code)
            case .addCampaign(let campaign): try store.named(campaign.name)
            case .changeCampaign(_, let facts): try facts.name.map(store.named) ?? Namesakes()
            default: Namesakes()
            }
        for unit in namesakes.units { slice.units[unit.id] = unit }
        for person in namesakes.people { slice.people[person.id] = person }
        for grid in namesakes.grids { slice.grids[grid.id] = grid }
        for campaign in namesakes.campaigns { slice.campaigns[campaign.id] = campaign }
    }

    func find(_ number: MatterNumber) throws -> Matter? {
        if let known = slice.matters[number] { return known }
        // Numbers are given one after the other, or taken over and then counted from.
        guard number.rawValue < slice.counters.matter, let matter = try store.matter(number) else { return nil }
        slice.matters[number] = matter
        return matter
    }

    // MARK: Writing

    func append(_ event: Event) throws {
        let body = EventBody(
            id: Identity(at: event.recorded, sequence: count, random: Randomness.shared.word()),
            office: scribe.office,
            officeNumber: officeNumber + count + 1,
            command: command,
            event: event,
            rules: slice.rules.version,
            calendar: slice.calendar.version
        )
        try scribe.write(.event(body))
        count += 1
        if knowsReference {
            if let origin = event.origin { origins.insert(origin) }
        } else {
            records.append(Record(number: before.number + count, id: body.id, command: command, event: event))
        }
        try note(slice.apply(event))
        if event.origin == nil, (before.number + count) % Store.snapshotStep == 0 {
            try scribe.finish()
            try keepSnapshot(at: scribe.position, recorded: event.recorded)
        }
    }

    /// Keeps the state for past days. Not of imports: their events belong to days of their own.
    func keepSnapshot(at position: Position, recorded: Moment) throws {
        try flush()
        try store.add(slice.sums)
        slice.sums = [:]
        if changesSettings { try store.write(Settings(slice)) }
        try store.writeSnapshot(at: position, recorded: recorded)
    }

    /// Takes an event that stands in the journal already.
    func replay(_ event: Event) throws {
        if let number = event.matter { _ = try find(number) }
        try note(slice.apply(event))
        if slice.matters.count > Writer.matterLimit { try flush() }
    }

    private func note(_ touched: Touched) throws {
        if let number = touched.matter { changed.insert(number) }
        if let id = touched.unit, let unit = slice.units[id] { try scribe.write(.unit(unit)) }
        if let id = touched.person, let person = slice.people[id] { try scribe.write(.person(person)) }
        if let id = touched.grid, let grid = slice.grids[id] { try scribe.write(.grid(grid)) }
        if let id = touched.campaign, let campaign = slice.campaigns[id] { try scribe.write(.campaign(campaign)) }
        if let key = touched.map { try scribe.write(.map(slice.maps[key], key)) }
        for entry in touched.diary { try scribe.write(.diary(entry, slice.diary)) }
        for code in touched.households {
            try scribe.write(slice.households[code].map(Scribe.Entry.household) ?? .noHousehold(code))
        }
        if let number = touched.precedent, let precedent = slice.precedents[number] {
            try scribe.write(.precedent(precedent))
        }
        if touched.setting { changesSettings = true }
        if touched.isRemoval { try remove(touched) }
    }

    /// Writes matters back and lets them go.
    private func flush() throws {
        for number in changed.sorted() {
            if let matter = slice.matters[number] { try scribe.write(.matter(matter, slice.offset)) }
        }
        changed.removeAll(keepingCapacity: true)
        slice.matters.removeAll(keepingCapacity: true)
    }

    /// Writes what is still to be written.
    func finish() throws -> Receipt {
        try flush()
        try store.add(slice.sums)
        slice.sums = [:]
        if changesSettings { try store.write(Settings(slice)) }
        return Receipt(command: command, records: records, position: scribe.position)
    }

    /// Leaves what is still to be written; nothing is after that.
    func stop() { scribe.stop() }

    // MARK: As a session

    var ledger: Ledger {
        var reference = slice
        reference.matters = [:]
        reference.sums = [:]
        return reference
    }

    @discardableResult
    func perform(_ command: Command, by context: Context) throws(JournalError) -> [Event] {
        try rows.failing { try perform(command, deciding: context) }
    }

    func knows(origin: Int64) throws(JournalError) -> Bool {
        if origins.contains(origin) { return true }
        return try rows.failing { try scribe.reading { try $0.knows(origin: origin) } }
    }

    func matter(_ number: MatterNumber) throws(JournalError) -> Matter? { try rows.failing { try find(number) } }
}
