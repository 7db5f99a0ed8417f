import Canvas
import Ledger
import Walls
import Words

import struct Canvas.Key
import struct Ledger.Event

extension State {
    /// Takes what happened and answers with what is to be done in the world. Pure.
    package mutating func update(_ message: Message) -> [Effect] {
        let effects: [Effect]
        switch message {
        case .input(let input): effects = take(input)
        case .clock(let moment): effects = tick(moment)
        case .ledger(let ledger): effects = take(ledger)
        case .done(let ticket, let outcome): effects = finish(ticket, outcome)
        case .loaded(let number, let matter, let history):
            effects = []
            take(number, matter, history)
        case .found(let text, let matters):
            effects = takeFound(text, matters)
        case .offered(let withdrawal):
            effects = []
            if overlay == nil { overlay = .withdrawal(withdrawal) }
            revision += 1
        case .minutes(let meeting, let text):
            effects = []
            take(minutes: text, of: meeting)
        case .told(let notice):
            effects = []
            self.notice = notice
            revision += 1
        case .past(let day, let ledger): effects = take(day, past: ledger)
        case .reading(let day, let percent, let seconds):
            effects = []
            note(day, percent: percent, seconds: seconds)
        case .themes(let choices, let current):
            effects = []
            take(choices, current: current)
        case .readOnly(let reason):
            effects = []
            if reason != readOnly { revision += 1 }
            readOnly = reason
        }
        settle()
        followTour()
        return effects
    }

    // MARK: Input

    private mutating func take(_ input: Input) -> [Effect] {
        switch input {
        case .key(let key): return press(key)
        case .paste(let text): paste(text)
        case .mouse(let mouse): return click(mouse)
        case .resized(let size):
            self.size = size
            revision += 1
        case .continued:
            revision += 1
            return [.redraw]
        case .stopRequested: return [.suspend]
        case .terminated: return [.quit]
        case .undecodable:
            say(
                words(
                    "收到的不是 UTF-8 文字，会话可能设成了 GBK；请把终端编码改为 UTF-8。",
                    "What was typed is not UTF-8; set the terminal's encoding to UTF-8."
                ),
                .attention
            )
        case .woken: break
        }
        return []
    }

    mutating func say(_ text: String, _ tone: Notice.Tone = .done) {
        notice = Notice(text, tone)
        revision += 1
    }

    private mutating func press(_ key: Key) -> [Effect] {
        if isTooSmall {
            guard Operation.of(key)?.id == .quit else { return [] }
            return [.quit]
        }
        if takeTourKey(key) { return [] }
        if notice != nil {
            notice = nil
            revision += 1
        }
        if let overlay {
            revision += 1
            return press(key, in: overlay)
        }
        guard let operation = Operation.of(key) else { return [] }
        return start(operation)
    }

    /// Does an operation of the table, or says why not.
    mutating func start(_ operation: Operation) -> [Effect] {
        if let reason = whyDisabled(operation) {
            say(refusal(of: operation, reason), .attention)
            return []
        }
        let before = (wall, place, overlay, notice)
        let (spot, marks) = (spot, marked)
        if tour != nil { tourKeys.insert(operation.id) }
        let effects = run(operation.id)
        settle()
        if operation.id != .jumpBack { leave(spot) }
        let isSame =
            before.1 == place && before.2 == overlay && before.3 == notice && marks == marked
            && State.isSame(before.0, wall)
        if !isSame { revision += 1 }
        return effects
    }

    /// Why what was pressed is not done: with its name, and in full where something else can be done instead.
    func refusal(of operation: Operation, _ reason: String) -> String {
        let sentence = inFull(operation) ?? reason
        let title = operation.title(words)
        return sentence.hasPrefix(title) ? sentence : "\(title)\(words("：", ": "))\(sentence)"
    }

    // MARK: News

    private mutating func tick(_ moment: Moment) -> [Effect] {
        let offset = scene.ledger.offset
        if moment.day(offset) != now.day(offset) || moment.minute(offset) != now.minute(offset) { revision += 1 }
        now = moment
        if replay.day != nil { return playOn() }
        if isPastUse(scene) { rebuild(scene.ledger) }
        return []
    }

    private mutating func take(_ ledger: Ledger) -> [Effect] {
        if replay.day != nil {
            replay.present = Scene(ledger, at: now, words: words, actor: scene.actor, after: replay.present)
            return []
        }
        let before = (walls[.matter] as? MatterPage).flatMap { $0.matter(in: scene) }
        rebuild(ledger)
        guard let page = walls[.matter] as? MatterPage,
            scene.matter(page.number)?.version != before?.version || scene.matter(page.number) == nil
        else { return [] }
        return [.load(page.number)]
    }

    /// Whether the clock alone has changed what a scene says.
    func isPastUse(_ scene: Scene) -> Bool { now >= scene.validUntil || now < scene.now }

    mutating func rebuild(_ ledger: Ledger) {
        scene = Scene(ledger, at: now, words: scene.words, actor: scene.actor, after: scene)
        revision += 1
    }

    private mutating func take(_ number: MatterNumber, _ matter: Matter?, _ history: [Event]) {
        if case .conflict(let conflict)? = overlay, conflict.number == number { take(history, in: conflict) }
        guard var page = walls[.matter] as? MatterPage, page.number == number else { return }
        if let day = replay.day {
            // What came later was not known on that day.
            page.fetched = nil
            page.history = history.filter {
                $0.recorded.day(scene.ledger.offset) <= day || $0.origin != nil && $0.day <= day
            }.reversed()
            walls[.matter] = page
            revision += 1
            return
        }
        guard let matter else {
            if scene.matter(number) == nil, place == .matter {
                place = cameFrom
                say(words.sentence(.unknownMatter(number), in: scene.ledger), .attention)
            }
            return
        }
        page.fetched = matter
        page.history = history.reversed()
        walls[.matter] = page
        revision += 1
    }

    // MARK: Jobs

    private mutating func finish(_ ticket: Int, _ outcome: Outcome) -> [Effect] {
        if let form = formsUnderway.removeValue(forKey: ticket) { return finish(form, outcome) }
        if withdrawing.remove(ticket) != nil { return finishWithdrawal(outcome) }
        if ticket == turning {
            turning = nil
            if case .stored = outcome { return turnMeeting() }
            return []
        }
        guard let prompt = underway.removeValue(forKey: ticket) else { return turnMeeting() }
        switch outcome {
        case .stored(let created):
            drafts[prompt.purpose] = nil
            if case .bulk = prompt.purpose { marked = [] }
            if let number = created.last { wall.select(number, in: frame) }
            say(words("已记：", "Stored: ") + done(prompt, created) + offer(created.last))
            if case .act(.track, let number) = prompt.purpose, wall.selection(in: frame) == number {
                wall.advance(in: frame)
            }
            return []
        case .refused(let refusal):
            if case .conflict(let number, let expected, _) = refusal {
                switch prompt.purpose {
                case .act, .say: return meet(.prompt(prompt), on: number, expected: expected)
                case .register, .view, .bulk, .meeting, .duty: break
                }
            }
            restore(prompt)
            say(words.sentence(refusal, in: scene.ledger), .attention)
        case .failed(let sentence):
            restore(prompt)
            say(sentence, .attention)
        }
        return []
    }

    /// What was registered and is not seen here is opened from the palette, where it stands first.
    mutating func offer(_ number: MatterNumber?) -> String {
        guard let number else { return "" }
        registered = number
        return wall.selection(in: frame) == number ? "" : words("；按 : 再按 Enter 打开", "; press : and Enter to open it")
    }

    private func done(_ prompt: Prompt, _ created: [MatterNumber]) -> String {
        switch prompt.purpose {
        case .act, .say, .view, .bulk, .meeting, .duty: return prompt.label
        case .register:
            guard let number = created.last, let matter = scene.matter(number) else { return prompt.label }
            return "\(words.number(matter)) \(words.title(matter))"
        }
    }

    /// Puts a line back as it was typed.
    private mutating func restore(_ prompt: Prompt) {
        if reopen(prompt) { return }
        var isMeeting = false
        if case .meeting = prompt.purpose { isMeeting = true }
        if overlay == nil, !isMeeting { overlay = .prompt(prompt) } else { drafts[prompt.purpose] = prompt }
    }
}
