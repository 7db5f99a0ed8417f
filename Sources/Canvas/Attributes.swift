/// What a cell looks like on one terminal.
package struct Attributes: Sendable, Hashable {
    /// A palette index, or at ``Depth/direct`` `0xRRGGBB`; nil is the terminal's own ink.
    package var ink: UInt32?
    package var ground: UInt32?
    package var flags: Flags

    package init(ink: UInt32? = nil, ground: UInt32? = nil, _ flags: Flags = []) {
        self.ink = ink
        self.ground = ground
        self.flags = flags
    }

    package struct Flags: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let bold = Flags(rawValue: 1)
        package static let underline = Flags(rawValue: 2)
        package static let reverse = Flags(rawValue: 4)
        package static let dim = Flags(rawValue: 8)
    }
}
