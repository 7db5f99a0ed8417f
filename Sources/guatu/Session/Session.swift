import Journal
import Ledger
import Text
import Words

/// An open ledger, and with whose hand and clock a command works on it.
struct Session {
    let surroundings: Surroundings
    private(set) var journal: any Journal
    /// The file behind it, whatever day is looked at.
    private let file: SQLiteJournal
    let path: String
    let words: Words
    /// The moment of the command; of a past day its end.
    private(set) var now: Moment
    /// The ledger without matters and, mostly, without names: committee, rules, calendar, authority.
    private(set) var settings: Ledger
    /// `--now` was given.
    private let isStated: Bool
    /// Why the file can only be read, if so.
    private let fileTrouble: JournalError?
    /// `--as-of`: the day that is looked at.
    private(set) var past: Day?
    /// Who is at the keyboard, where the rules name logins.
    private var named: Ledger.Access?

    var output: Output { surroundings.output }
    var today: Day { now.day(settings.offset) }

    /// Opens the ledger that the options name.
    static func open(_ options: GlobalOptions, _ surroundings: Surroundings, writing: Bool) throws -> Session {
        guard let path = LedgerPlace.find(options, surroundings) else { throw Complaint.noLedger }
        return try open(path, options, surroundings, writing: writing)
    }

    static func open(
        _ path: String,
        _ options: GlobalOptions,
        _ surroundings: Surroundings,
        writing: Bool
    ) throws -> Session {
        // Nothing is recorded on a past day.
        if writing, options.asOf != nil { throw Complaint.pastOnly }
        let journal = try SQLiteJournal.open(path, mode: writing ? .write : .read, upgrading: surroundings.sayUpgrading)
        return try Session(journal, path, options, surroundings)
    }

    /// Opens a ledger for the screen: where it cannot be written it is shown all the same.
    static func openForScreen(_ path: String, _ options: GlobalOptions, _ surroundings: Surroundings) throws -> Session
    {
        if options.asOf != nil { return try open(path, options, surroundings, writing: false) }
        do {
            let journal = try SQLiteJournal.open(path, mode: .write, upgrading: surroundings.sayUpgrading)
            return try Session(journal, path, options, surroundings)
        } catch let trouble as JournalError {
            switch trouble {
            case .readOnly, .networkFileSystem, .diskFull, .damaged, .foreign:
                let journal = try SQLiteJournal.open(path, mode: .read)
                return try Session(journal, path, options, surroundings, trouble: trouble)
            default: throw Complaint.journal(trouble)
            }
        }
    }

    private init(
        _ journal: SQLiteJournal,
        _ path: String,
        _ options: GlobalOptions,
        _ surroundings: Surroundings,
        trouble: JournalError? = nil
    ) throws {
        self.surroundings = surroundings
        self.path = path
        var settings = try journal.load(.matters([])).ledger
        // Who may do what depends on the people of the login.
        if settings.rules.logins != nil { settings = try journal.load(.reference).ledger }
        words = Words(surroundings.chosenLanguage ?? .zh)
        var now = surroundings.clock
        if let text = options.now {
            guard let stated = Moment(text, offset: settings.offset) else { throw Complaint.notAMoment(text) }
            now = stated
        }
        isStated = options.now != nil
        fileTrouble = trouble
        self.journal = journal
        file = journal
        self.settings = settings
        self.now = now
        past = try options.asOf.map { try Past.day($0, now, settings) }
        if let past, past < today {
            try look(backTo: past)
        } else {
            try identify(options)
        }
    }

    /// The same ledger as it was at the end of a day before today; of any other day the session itself.
    func looking(backTo day: Day) throws(JournalError) -> Session {
        var session = self
        if day < today { try session.look(backTo: day) }
        return session
    }

    private mutating func look(backTo day: Day) throws(JournalError) {
        past = day
        journal = try Past.journal(journal, day, path, surroundings)
        settings = try journal.load(.matters([])).ledger
        // Everything of that day has happened.
        now = Moment(day, minute: 24 * 60 - 1, offset: settings.offset)
    }

    /// Finds out who is at the keyboard, where the rules name logins.
    private mutating func identify(_ options: GlobalOptions) throws {
        guard settings.rules.logins != nil else { return }
        let login = surroundings.login
        named = settings.access(of: login, on: today)
        guard case .shared(let people)? = named else { return }
        let variable = surroundings.variables["GUATU_ME"] ?? ""
        guard let said = options.me ?? (variable.isEmpty ? nil : variable) else { return }
        guard let person = people.first(where: { settings.people[$0]?.name.string == said }) else {
            throw Complaint.whoAmI(login: login, people: Session.names(people, in: settings))
        }
        claim(person)
    }

    /// What the clock says now; a stated clock goes on from where it was set.
    var clock: Moment {
        if past != nil { return now }
        guard isStated else { return surroundings.clock }
        return Moment(
            milliseconds: now.milliseconds + surroundings.clock.milliseconds - surroundings.started.milliseconds
        )
    }

    /// Who is at the keyboard, as far as the login and what was said tell.
    private var access: Ledger.Access { named ?? settings.access(of: surroundings.login, on: today) }

    /// 「我是谁」 has been answered.
    mutating func claim(_ person: PersonID) {
        named = settings.access(of: surroundings.login, claiming: person, on: today)
    }

    /// Who may be meant, where 「我是谁」 is still to be answered.
    var candidates: [PersonID] {
        if case .shared(let people)? = named { people } else { [] }
    }

    static func names(_ people: [PersonID], in ledger: Ledger) -> [String] {
        people.compactMap { ledger.people[$0]?.name.string }
    }

    private var whoAmI: Complaint? {
        candidates.isEmpty
            ? nil : .whoAmI(login: surroundings.login, people: Session.names(candidates, in: settings))
    }

    /// Why nothing can be recorded, if so.
    var readOnlyReason: String? {
        if past != nil { return Complaint.pastOnly.sentence(words) }
        if let damageInBrief { return damageInBrief }
        if let fileTrouble { return words.sentence(fileTrouble) }
        if isStated, !settings.committee.isRehearsal { return Complaint.statedClock.sentence(words) }
        if let whoAmI { return whoAmI.sentence(words) }
        if actor().roles.isEmpty { return words.sentence(Refusal.readOnly(login: surroundings.login), in: settings) }
        return nil
    }

    /// The titles of what answers a query without words.
    func titles(_ query: Query) throws -> [(MatterNumber, String)] { try file.titles(query).titles }

    /// What of a damaged file was shown, once somebody came upon the damage.
    var damage: String? { file.damage.map { words.sentence($0, path: path) } }

    /// The same on one line.
    var damageInBrief: String? { file.damage.map(words.brief) }

    /// Who gives a command here, and when.
    func context(behalf: Behalf? = nil, day: Day? = nil) throws(Complaint) -> Context {
        if past != nil { throw .pastOnly }
        if isStated, !settings.committee.isRehearsal { throw .statedClock }
        if let whoAmI { throw whoAmI }
        return Context(actor: actor(behalf: behalf), now: now, day: day)
    }

    func actor(behalf: Behalf? = nil) -> Actor {
        guard case .known(let person, let roles) = access else {
            return Actor(login: surroundings.login, behalf: behalf)
        }
        return Actor(login: surroundings.login, person: person, roles: roles, behalf: behalf)
    }

    /// Runs `body`; a complaint leaves in the ledger's language, and a refusal with the names it needs.
    func speaking<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let complaint as Complaint {
            throw Spoken(complaint: complaint, words: words)
        } catch let JournalError.refused(refusal) {
            let ledger = (try? journal.load(.reference).ledger) ?? settings
            throw Spoken(complaint: .refused(refusal, ledger), words: words)
        } catch let error as JournalError {
            throw Spoken(complaint: .journal(error), words: words)
        }
    }
}

extension Subcommand {
    /// Opens the ledger and runs `body` on it.
    func withSession(_ surroundings: Surroundings, writing: Bool = false, _ body: (Session) throws -> Void) throws {
        let session = try Session.open(global, surroundings, writing: writing)
        if writing {
            Upkeep(session)?.run(session)
            // What is taken back is the last command of whoever gave it, not what the day began with.
            if Self.name != UndoCommand.name { session.openTurns() }
        }
        try session.speaking { try body(session) }
        guard let damage = session.damage else { return }
        session.output.say(damage)
        throw Ended(status: ExitStatus.partly)
    }
}

/// Which ledger is meant, and which was opened last.
enum LedgerPlace {
    static func find(_ options: GlobalOptions, _ surroundings: Surroundings) -> String? {
        if let named = options.ledger { return named }
        if let set = surroundings.variables["GUATU_LEDGER"], !set.isEmpty { return set }
        return remembered(surroundings)
    }

    /// The ledger opened last, if it is still there.
    static func remembered(_ surroundings: Surroundings) -> String? {
        guard let bytes = try? Files.read(surroundings.stateFolder + "/ledger") else { return nil }
        let path = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
        return path.isEmpty || !Files.exists(String(path)) ? nil : String(path)
    }

    /// Remembers a ledger for the next time. Not being able to is no reason to stop.
    static func remember(_ path: String, _ surroundings: Surroundings) {
        let folder = surroundings.stateFolder
        let full = Files.resolved(path) ?? Files.absolute(path)
        if remembered(surroundings) == full { return }
        guard (try? Files.makeFolder(folder)) != nil else { return }
        try? Files.write(Array((full + "\n").utf8), to: folder + "/ledger")
    }
}
