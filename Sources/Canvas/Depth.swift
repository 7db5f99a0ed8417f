/// How many colours a terminal has.
package enum Depth: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// None, or NO_COLOR: bold, reverse, underline and dim only.
    case mono
    /// The eight of the Linux console and of TERM=xterm.
    case eight
    case sixteen
    /// The xterm palette.
    case indexed
    /// Any colour.
    case direct

    package static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }

    /// From the number of colours that terminfo promises.
    package init(colours: Int) {
        self =
            switch colours {
            case ..<8: .mono
            case ..<16: .eight
            case ..<256: .sixteen
            case ..<65536: .indexed
            default: .direct
            }
    }
}
