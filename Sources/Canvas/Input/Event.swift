/// What a terminal can report. Declared here and not beside the terminal, so that the console can be driven without one.
package enum Event: Sendable, Hashable {
    case key(Key)
    /// Text that was pasted in one piece: never a command. Cleaned by the field that takes it.
    case paste(String)
    case mouse(Mouse)
    case resized(Size)
    /// A worker called `wake()`.
    case woken
    /// Somebody wants the program to end: save and leave.
    case terminated(Ending)
    /// The shell wants its terminal back for a while (^Z from outside); answer with `suspend()`.
    case stopRequested
    /// The program goes on after it was stopped; everything must be drawn again.
    case continued
    /// Bytes arrived that are no text in UTF-8: the session is probably set to GBK.
    case undecodable

    package enum Ending: Sendable, Hashable {
        case asked
        /// The line or the window is gone; nobody will see another frame.
        case hungUp
    }
}

package struct Mouse: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case click, rightClick, wheelUp, wheelDown
        /// The left button was let go; elsewhere than it was pressed, something was dragged there.
        case release
    }

    package var kind: Kind
    package var at: Point

    package init(_ kind: Kind, at point: Point) {
        self.kind = kind
        at = point
    }
}
