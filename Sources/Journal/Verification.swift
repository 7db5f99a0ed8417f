/// What a check of the whole journal found.
package struct Verification: Hashable, Sendable {
    package internal(set) var events = 0
    package internal(set) var head: Position
    /// Texts that stand beside the events, and how many of them were blacked out (涂黑).
    package internal(set) var texts = 0
    package internal(set) var erased = 0
    /// Events that were lost with a damaged file, as its recovery says.
    package internal(set) var lost = 0
    package internal(set) var findings: [Finding] = []

    package var isSound: Bool { findings.isEmpty }

    /// One thing that is not as it was written. Numbers are those of events.
    package enum Finding: Hashable, Sendable {
        /// An event is missing before this one.
        case gap(before: Int)
        /// It does not follow the event before it.
        case brokenLink(event: Int)
        /// Its hash is not that of its bytes: the event was altered.
        case wrongHash(event: Int)
        /// Its bytes cannot be read as an event.
        case unreadable(event: Int)
        /// A text beside it is gone or altered.
        case wrongText(event: Int)
        /// The columns beside its bytes say something else than they do.
        case wrongColumns(event: Int)
        /// A row of the state differs from what the events make of it.
        case wrongState(State)
    }

    package enum State: Hashable, Sendable {
        case setting
        case unit(Int)
        case person(Int)
        case grid(Int)
        case campaign(Int)
        case matter(Int)
        case sums
        case map(Int)
        /// Meetings, recurring duties, evening counts
        case diary
    }
}
