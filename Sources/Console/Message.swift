package import Ledger

package import struct Ledger.Event

/// Everything that can happen to the console.
package enum Message {
    /// A key, the mouse, the terminal.
    case input(Input)
    /// The clock; sent at least once a minute.
    case clock(Moment)
    /// The ledger changed, by this process or another.
    case ledger(Ledger)
    /// What became of a job.
    case done(ticket: Int, Outcome)
    /// What was asked for with ``Effect/load(_:)``; without a matter there is none of that number.
    case loaded(MatterNumber, Matter?, history: [Event])
    /// What was asked for with ``Effect/lookUp(_:)``.
    case found(String, [Matter])
    /// The ledger at the end of a past day; nil where it could not be read, which is told besides.
    case past(Day, Ledger?)
    /// How far a past day is that was asked for, and how many seconds it will still take.
    case reading(Day, percent: Int, seconds: Int)
    /// The last command of one's own, which can be taken back.
    case offered(Withdrawal)
    /// The minutes of a meeting, as text.
    case minutes(MeetingID, String)
    /// Something to be said: printed, copied.
    case told(Notice)
    /// The themes there are.
    case themes([ThemeChoice], current: String)
    /// Why nothing can be recorded at present, or nil when it can.
    case readOnly(String?)
}

/// How a job ended.
package enum Outcome: Hashable, Sendable {
    /// Stored; with the numbers of matters that were registered.
    case stored(created: [MatterNumber])
    case refused(Refusal)
    /// The storage failed: what to tell the user. Nothing was stored.
    case failed(String)
}

/// One line for the message row.
package struct Notice: Hashable, Sendable {
    package enum Tone: Hashable, Sendable {
        case done
        /// Something the hand at the keyboard must do differently.
        case attention
    }

    package var text: String
    package var tone: Tone

    package init(_ text: String, _ tone: Tone = .done) {
        self.text = text
        self.tone = tone
    }
}
