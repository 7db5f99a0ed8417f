import Canvas
import Console
import Ledger
import Samples
import Text
import Words

/// An office behind the console: performs its commands, answers what it loads, remembers what it asked for.
final class Backstage {
    private(set) var office: Office
    /// Effects that leave the program.
    private(set) var left: [Effect] = []
    /// Past days cannot be read.
    var losesPast = false
    /// A past day takes its time.
    var isSlow = false
    /// Answers given instead of performing, first come first served.
    var replies: [Outcome] = []

    init(_ office: Office) { self.office = office }

    /// Somebody else at another terminal.
    func elsewhere(_ action: Action, on number: MatterNumber, by actor: Actor = .clerk) throws -> Message {
        try office.perform(action, on: number, by: actor)
        return .ledger(office.ledger)
    }

    func answer(_ effect: Effect) -> [Message]? {
        switch effect {
        case .perform(let job):
            if !replies.isEmpty { return [.done(ticket: job.ticket, replies.removeFirst())] }
            do throws(Refusal) {
                for (number, version) in job.expected where office.matter(number).version != version {
                    throw .conflict(number, expected: version, actual: office.matter(number).version)
                }
                var created: [MatterNumber] = []
                for command in job.commands {
                    let events = try office.perform(command, by: job.actor)
                    if case .register = command { created += events.compactMap(\.matter) }
                }
                return [.ledger(office.ledger), .done(ticket: job.ticket, .stored(created: created))]
            } catch {
                return [.ledger(office.ledger), .done(ticket: job.ticket, .refused(error))]
            }
        case .load(let number):
            let history = office.events.filter { $0.matter == number }
            return [.loaded(number, office.ledger.matters[number], history: history)]
        case .lookUp(let text):
            let found = office.ledger.matters.values.filter {
                !$0.stage.isAtHand && $0.title.text?.string.contains(text) ?? false
            }
            return [.found(text, found.sorted { $0.number > $1.number })]
        case .replay(let day):
            if losesPast { return [.past(day, nil)] }
            if isSlow { return [] }
            var past = Ledger()
            for event in office.events where event.recorded.day(office.ledger.offset) <= day { past.apply(event) }
            return [.past(day, past)]
        default:
            left.append(effect)
            return []
        }
    }
}

/// A console over the sample office: press keys, look at the screen.
struct Trial {
    let backstage: Backstage
    var driver: Driver

    init(
        _ office: Office = .sample,
        as actor: Actor = .clerk,
        width: Int = 80,
        height: Int = 24,
        words: Words = .chinese,
        _ repertoire: Repertoire = .rich,
        readOnly: String? = nil,
        drafts: [Draft] = []
    ) {
        let backstage = Backstage(office)
        self.backstage = backstage
        var state = State(
            office.ledger,
            at: office.now,
            words: words,
            actor: actor,
            size: Size(width: width, height: height),
            readOnly: readOnly
        )
        state.take(drafts)
        driver = Driver(state, repertoire) { backstage.answer($0) }
    }

    var screen: Canvas { driver.screen }
    var picture: String { driver.screen.picture }
    /// The rows of the screen.
    var lines: [Substring] { picture.split(separator: "\n", omittingEmptySubsequences: false) }
    var message: String? { driver.state.notice?.text }
    /// The events that were recorded last.
    var lastEvent: Fact? { backstage.office.events.last?.fact }
}
