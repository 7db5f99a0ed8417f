import CMemory
import Canvas
import Console
import Exchange
import Glibc
import Journal
import Ledger
import Paper
import Terminal
import Text
import Words

/// The run loop: one thread owns the terminal, the console's state and the journal. It sleeps in one
/// poll on keys, signals and the worker, and wakes by itself once a second to look whether another
/// process wrote something and whether the minute turned.
final class Screen {
    private let session: Session
    private let terminal: Terminal
    private var themes: ThemeShelf
    private let settings: SettingsFile
    private var widths: WidthQuestion
    /// The revision that is on the screen; nil where the next frame is due whatever it is.
    private var shown: Int?
    private let worker = Worker()
    private let past = PastDays()
    private let settled: SettledTitles
    private let drafts: DraftFile
    private let views: ViewFile
    private var journal: any Journal
    private var set: WorkingSet
    private var state: State
    /// What was last said about reading the ledger, so that it is said once.
    private var trouble: String?
    /// A title to look for among what is settled, once what was typed is on the screen.
    private var wanted: String?
    private var isOver = false

    static func run(_ session: Session, _ options: ScreenOptions, withTour: Bool = false) throws {
        cmemory_take_large_pieces()
        let (themes, trouble) = try options.themes(session.surroundings)
        session.openTurns()
        let set = try session.journal.load(.atHand)
        let terminal: Terminal
        do {
            terminal = try Terminal.open(try options.terminal(session.surroundings))
        } catch let failure as Terminal.Failure {
            throw ScreenFailure(failure: failure)
        }
        defer { terminal.close() }
        terminal.take(typed: TerminalQuestion.takeKept())
        let screen = Screen(session, terminal, themes, set, WidthQuestion(session.surroundings, options))
        if let trouble { _ = screen.state.update(.told(Notice(session.words.sentence(theme: trouble), .attention))) }
        if withTour { screen.state.startTour() }
        screen.loop()
        terminal.close()
        if terminal.isForeign { session.output.sayTerminalIsForeign() }
    }

    private init(
        _ session: Session,
        _ terminal: Terminal,
        _ themes: ThemeShelf,
        _ set: WorkingSet,
        _ widths: WidthQuestion
    ) {
        self.widths = widths
        self.session = session
        self.terminal = terminal
        self.themes = themes
        settings = SettingsFile(session.surroundings)
        self.set = set
        journal = session.journal
        state = State(
            set.ledger,
            at: session.clock,
            words: session.words,
            actor: session.actor(),
            size: terminal.size,
            readOnly: session.readOnlyReason
        )
        settled = SettledTitles(path: session.path)
        drafts = DraftFile(session)
        state.take(drafts.read())
        views = ViewFile(session)
        state.take(views.read())
        if let warning = BackupAge.warning(session, set.ledger) {
            _ = state.update(.told(Notice(warning, .attention)))
        }
        if let damage = session.damageInBrief { _ = state.update(.told(Notice(damage, .attention))) }
    }

    /// The day's backup, beside the keys.
    private func backUp() {
        guard session.readOnlyReason == nil, let upkeep = Upkeep(session), upkeep.isDue else { return }
        let clock = session.clock
        worker.start { upkeep.makeBackup().map { .told(Notice($0, .attention)) } ?? .clock(clock) }
    }

    // MARK: Loop

    /// Silence in which nobody is typing, so that a wall can be made ready.
    private static let pause: Duration = .milliseconds(60)

    private func loop() {
        var nextTick = Screen.uptime + .seconds(1)
        draw()
        shown = state.revision
        widths.ask(terminal)
        if !themes.isChosen { terminal.askGround() }
        terminal.startKeeper("/proc/self/exe")
        while !isOver {
            if state.revision != shown {
                draw()
                shown = state.revision
            }
            if let text = wanted {
                wanted = nil
                handle(lookUp(text))
                continue
            }
            let wait = state.isPrepared ? nextTick - Screen.uptime : min(Screen.pause, nextTick - Screen.uptime)
            var messages = terminal.nextEvents(timeout: max(wait, .zero)).map(Message.input)
            if messages.isEmpty { state.prepare() }
            if terminal.isForeign { break }
            if widths.hasAnswer(of: terminal) { shown = nil }
            if !themes.isChosen, let isLight = terminal.isGroundLight {
                themes.isChosen = true
                GroundFile(session.surroundings).write(isLight: isLight)
                let wanted = isLight ? "light" : "dark"
                if wanted != themes.name { messages += wear(wanted, isKept: false) }
            }
            messages += worker.finished()
            if Screen.uptime >= nextTick {
                nextTick = Screen.uptime + .seconds(1)
                messages += tick()
            }
            handle(messages)
        }
        drafts.write(state.unstored)
    }

    private func draw() {
        let canvas = Canvas(state.size, terminal.repertoire)
        state.draw(on: canvas)
        terminal.present(canvas, themes.theme)
    }

    private func handle(_ messages: [Message]) {
        var waiting = messages[...]
        while let message = waiting.popFirst(), !isOver {
            for effect in state.update(message) { waiting = carryOut(effect) + waiting }
        }
    }

    /// What the second brings: the clock, and what other processes wrote.
    private func tick() -> [Message] { [.clock(session.clock)] + refresh() + refreshTheme() }

    /// Takes up what was changed in the file of the theme.
    private func refreshTheme() -> [Message] {
        do throws(ImportProblem) {
            if try themes.refresh() { shown = nil }
            return []
        } catch {
            return [.told(Notice(session.words.sentence(theme: error), .attention))]
        }
    }

    private func refresh() -> [Message] {
        do {
            let found = try journal.refresh(&set)
            trouble = nil
            return found == .unchanged ? [] : [.ledger(set.ledger)]
        } catch {
            let sentence = session.words.sentence(error)
            guard sentence != trouble else { return [] }
            trouble = sentence
            return [.told(Notice(sentence, .attention))]
        }
    }

    private static var uptime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    // MARK: Effects

    private func carryOut(_ effect: Effect) -> [Message] {
        switch effect {
        case .perform(let job): return perform(job)
        case .load(let number): return load(number)
        case .print(.overdue):
            let list = OverduePrint(set.ledger, at: session.clock, head: set.position.hash.description)
            print(list.paper, session.words("逾期清单 \(list.count) 件", "overdue list, \(list.count) matters"))
            return []
        case .print(.page(let script)):
            let document = script.document(
                signedBy: set.ledger.committee.signsAs.string,
                on: session.words.long(session.today),
                head: set.position.hash.description
            )
            print(PaperPrint(document, name: "\(script.title)-\(session.today.iso)"), script.title)
            return []
        case .copy(let text): return copy(text)
        case .lookUp(let text): wanted = text
        case .keepViews(let kept):
            do throws(Complaint) { try views.write(kept) } catch {
                return [.told(Notice(error.sentence(session.words), .attention))]
            }
        case .replay(let day):
            let (journal, past, worker) = (journal, past, worker)
            worker.start { past.message(of: day, in: journal) { worker.post($0) } }
        case .listThemes: return [.themes(themes.choices, current: themes.name)]
        case .wear(let name, let isKept): return wear(name, isKept: isKept)
        case .listenToMouse(let on):
            terminal.listenToMouse(on)
            return keep { $0.mouse = on }
        case .offerUndo: return offerUndo()
        case .minutes(let meeting): return minutes(of: meeting)
        case .redraw: terminal.forget()
        case .suspend:
            terminal.suspend()
            return [.input(.resized(terminal.size)), .input(.continued)]
        case .quit: isOver = true
        }
        return []
    }

    private func wear(_ name: String, isKept: Bool) -> [Message] {
        do throws(ImportProblem) {
            try themes.wear(name)
            themes.isChosen = true
            shown = nil
        } catch {
            return [.told(Notice(session.words.sentence(theme: error), .attention))]
        }
        return isKept ? keep { $0.theme = name } : []
    }

    private func keep(_ change: (inout SettingsFile.Content) -> Void) -> [Message] {
        do throws(Complaint) {
            try settings.change(change)
            return []
        } catch {
            return [.told(Notice(error.sentence(session.words), .attention))]
        }
    }

    private func perform(_ job: Job) -> [Message] {
        backUp()
        do {
            let context = Context(actor: job.actor, now: session.clock)
            let receipt = try journal.perform(job.commands, by: context, expecting: job.expected)
            return refresh() + [.done(ticket: job.ticket, .stored(created: receipt.created))]
        } catch .refused(let refusal) {
            return refresh() + [.done(ticket: job.ticket, .refused(refusal))]
        } catch {
            return [.done(ticket: job.ticket, .failed(session.words.sentence(error)))]
        }
    }

    private func load(_ number: MatterNumber) -> [Message] {
        do {
            try journal.fetch([number], into: &set)
            let history = try journal.history(of: number).map(\.event)
            return [.loaded(number, set.ledger.matters[number], history: history)]
        } catch {
            return [.told(Notice(session.words.sentence(error), .attention))]
        }
    }

    /// Settled matters by title, the newest first; by the titles of then while newer ones are read.
    private func lookUp(_ text: String) -> [Message] {
        let journal = journal
        if settled.isDue(at: set.position) {
            worker.start { [settled] in
                settled.read()
                return .found(text, Screen.matters(settled.find(text) ?? [], journal))
            }
        }
        return settled.find(text).map { [.found(text, Screen.matters($0, journal))] } ?? []
    }

    /// Numbers that cannot be read are passed over.
    private static func matters(_ numbers: [MatterNumber], _ journal: any Journal) -> [Matter] {
        var query = Query(order: .number)
        query.numbers = Set(numbers)
        return numbers.isEmpty ? [] : ((try? journal.matters(query)) ?? []).reversed()
    }

    private func minutes(of id: MeetingID) -> [Message] {
        do {
            guard let meeting = set.ledger.diary.meetings[id] else { return [] }
            return [.minutes(id, try MinutesPrint.text(of: meeting, set, in: journal, at: session.clock))]
        } catch {
            return [.told(Notice(session.words.sentence(error), .attention))]
        }
    }

    private func offerUndo() -> [Message] {
        let words = session.words
        do {
            let login = session.surroundings.login
            guard let offer = try journal.undoable(by: login, limit: 1).first else {
                return [.told(Notice(words.sentence(UndoObstacle.nothing, in: set.ledger), .attention))]
            }
            if let obstacle = offer.obstacle {
                return [.told(Notice(words.sentence(obstacle, in: set.ledger), .attention))]
            }
            let ledger = set.ledger
            let records = offer.records.map { record in
                let matter = record.event.matter.flatMap { ledger.matters[$0] }
                let title = matter.map { "\(words.number($0)) \(words.title($0))" + words("：", ": ") } ?? ""
                return title + words.sentence(record.event, in: ledger)
            }
            let recorded = offer.records.first?.event.recorded ?? session.clock
            let when = "\(words.short(recorded.day(ledger.offset))) \(words.time(recorded, ledger.offset))"
            return [.offered(Withdrawal(command: offer.id, when: when, records: records))]
        } catch {
            return [.told(Notice(words.sentence(error), .attention))]
        }
    }

    /// The console has said 已送; only where that is surely not so there is more to say.
    private func copy(_ text: String) -> [Message] {
        if terminal.copy(text) { return [] }
        let sentence = session.words(
            "这个终端不接受程序复制，请用鼠标选取。",
            "This terminal takes no copies from programs; select with the mouse."
        )
        return [.told(Notice(sentence, .attention))]
    }

    /// PDF where it can be made, else HTML; both without holding up a key.
    private func print(_ paper: PaperPrint, _ title: String) {
        let (words, surroundings) = (session.words, session.surroundings)
        worker.start {
            do throws(Complaint) {
                let path = try surroundings.paperPath(paper.name + ".pdf")
                let result = paper.pdf(at: path)
                switch result {
                case .made:
                    return .told(Notice(words("\(title)，已存 \(path)", "\(title): \(path)")))
                case .incomplete: return .told(Notice("\(path)  " + (words.sentence(result) ?? ""), .attention))
                case .noPress, .noFont, .failed:
                    let instead = String(path.dropLast(4)) + ".html"
                    try Files.write(paper.html(), to: instead)
                    return .told(
                        Notice(words("不能生成 PDF，已存 HTML：\(instead)", "no PDF here; HTML: \(instead)"), .attention)
                    )
                }
            } catch {
                return .told(Notice(error.sentence(words), .attention))
            }
        }
    }
}
