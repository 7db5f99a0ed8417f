package import Ledger
package import Words

/// What the console asks of the world. The executable carries effects out and answers with a ``Message``.
package enum Effect: Hashable, Sendable {
    /// Answer with ``Message/ledger(_:)`` and then ``Message/done(ticket:_:)``.
    case perform(Job)
    /// Answer with ``Message/loaded(_:_:history:)``.
    case load(MatterNumber)
    /// Answer with ``Message/told(_:)``.
    case print(Paper)
    /// Puts a text on the user's clipboard (OSC 52). No answer.
    case copy(String)
    /// Answer with ``Message/found(_:_:)``: matters whose title holds a text, settled ones too, the newest first.
    case lookUp(String)
    /// Writes the user's views to their configuration. No answer unless it fails.
    case keepViews([SavedView])
    /// Answer with ``Message/themes(_:current:)``.
    case listThemes
    /// Shows everything in a theme from now on; kept, also the next time. No answer unless it fails.
    case wear(String, isKept: Bool)
    /// Listens to the mouse, or leaves it to the terminal, now and the next time.
    case listenToMouse(Bool)
    /// What could be taken back (撤回). Answer with ``Message/offered(_:)`` or, where there is nothing, ``Message/told(_:)``.
    case offerUndo
    /// The ledger as it was at the end of a day (复盘). Answer with ``Message/past(_:_:)``.
    case replay(Day)
    /// The minutes of a meeting (纪要). Answer with ``Message/minutes(_:_:)``.
    case minutes(MeetingID)
    /// Sends the whole screen again (^L).
    case redraw
    /// Stops the program until the shell continues it (^Z).
    case suspend
    case quit

    package enum Paper: Hashable, Sendable {
        /// 逾期事项清单
        case overdue
        /// 本页
        case page(Script)
    }
}

/// Commands that are performed together or not at all.
package struct Job: Hashable, Sendable {
    package let ticket: Int
    package let commands: [Command]
    /// Who gives them, with whose word they record.
    package let actor: Actor
    /// The versions of the matters that the user saw.
    package let expected: [MatterNumber: Int]
}
