import CCurses

/// What a terminal understands whose sequences are those of ECMA-48.
struct TerminalCodes: Sendable, Hashable {
    /// Erases characters in place.
    var erases = true
    /// What is erased takes the ground in use.
    var erasesInColour = true
    var dims = true

    /// nil: the terminal wants something else; curses draws on it.
    static var current: TerminalCodes? {
        var codes = ScreenCodes()
        guard screen_codes(&codes) else { return nil }
        return TerminalCodes(
            erases: codes.erases,
            erasesInColour: codes.erases_in_colour,
            dims: codes.dims
        )
    }

    /// The numbers that choose a colour, from terminfo.
    static func numbers(of colour: UInt32, isGround: Bool) -> [UInt8] {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
            let length = screen_colour(Int32(truncatingIfNeeded: colour), isGround, text.baseAddress, 64)
            return text.prefix(Int(length)).map { UInt8(bitPattern: $0) }
        }
    }
}
