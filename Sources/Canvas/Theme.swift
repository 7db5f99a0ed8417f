/// One colour at every depth.
package struct Paint: Sendable, Hashable {
    /// `0xRRGGBB`.
    package var hex: UInt32
    /// In the xterm palette.
    package var indexed: UInt8
    /// In the palette of sixteen; nil is the terminal's own ink or ground.
    package var sixteen: UInt8?

    package init(_ hex: UInt32, _ indexed: UInt8, _ sixteen: UInt8?) {
        self.hex = hex
        self.indexed = indexed
        self.sixteen = sixteen
    }
}

/// The colours of all roles. The rules of the poorer depths are code, not data: see ``resolve(_:_:)``.
package struct Theme: Sendable, Hashable {
    package var name: String
    package var inks: [Ink: Paint]
    /// What lies under the text, and for chips the ink on it.
    package var grounds: [Ground: GroundPaint]
    /// The ground of the selected row.
    package var selection: GroundPaint
    /// The map.
    package var washes: [Wash: Paint]

    package struct GroundPaint: Sendable, Hashable {
        package var ground: Paint
        /// nil: the ink of the text stays.
        package var ink: Paint?

        package init(_ ground: Paint, ink: Paint? = nil) {
            self.ground = ground
            self.ink = ink
        }
    }

    package init(
        name: String,
        inks: [Ink: Paint],
        grounds: [Ground: GroundPaint],
        selection: GroundPaint,
        washes: [Wash: Paint]
    ) {
        self.name = name
        self.inks = inks
        self.grounds = grounds
        self.selection = selection
        self.washes = washes
    }
}

extension Theme {
    /// What a style looks like at a depth. Pure; the whole look of the program is this function and two tables.
    package func resolve(_ style: Style, _ depth: Depth) -> Attributes {
        switch depth {
        case .direct: inColour(style) { $0.hex }
        case .indexed: inColour(style) { UInt32($0.indexed) }
        case .sixteen: inSixteen(style)
        case .eight: inEight(style)
        case .mono: inMono(style)
        }
    }

    private func inColour(_ style: Style, _ value: (Paint) -> UInt32) -> Attributes {
        var result = Attributes(ink: paint(of: style.ink).map(value), style.ownFlags)
        let ground = paint(of: style.ground)
        if let ground, !(style.isSelected && style.ground.givesWayToSelection) {
            result.ground = value(ground.ground)
            if let ink = ground.ink { result.ink = value(ink) }
        } else if style.isSelected {
            result.ground = value(selection.ground)
            if let ink = selection.ink { result.ink = value(ink) }
        }
        return result
    }

    private func paint(of ink: Ink) -> Paint? {
        if case .wash(let wash) = ink { washes[wash] } else { inks[ink] }
    }

    private func paint(of ground: Ground) -> GroundPaint? {
        if case .wash(let wash) = ground { washes[wash].map { GroundPaint($0) } } else { grounds[ground] }
    }

    /// The selected row is plain reverse video and its inks fall to the terminal's own: a blue ground of the terminal's
    /// choice would make red and dim unreadable. Chips keep their ground.
    private func inSixteen(_ style: Style) -> Attributes {
        var result = Attributes(ink: inks[style.ink]?.sixteen.map(UInt32.init), style.ownFlags)
        switch style.ground {
        case .brand, .chipRed, .chipOrange:
            result.ground = grounds[style.ground]?.ground.sixteen.map(UInt32.init)
            if let ink = grounds[style.ground]?.ink { result.ink = ink.sixteen.map(UInt32.init) }
            return result
        case .active: return Attributes(style.ownFlags.union(.reverse))
        case .field: result.flags.insert(.underline)
        case .none, .rest, .holiday, .wash: break
        }
        return style.isReversedRow ? Attributes(style.ownFlags.union(.reverse)) : result
    }

    /// Bright colours are bold and the dark colour of the same name; bright black, which some terminals do not show at
    /// all, is the terminal's own ink.
    private func inEight(_ style: Style) -> Attributes {
        var result = inSixteen(style)
        if let ink = result.ink, ink >= 8 {
            result.ink = ink == 8 ? nil : ink - 8
            if ink != 8 { result.flags.insert(.bold) }
        }
        if let ground = result.ground, ground >= 8 { result.ground = ground - 8 }
        if style.ink == .veil { result.flags.insert(.dim) }
        return result
    }

    /// Bold: look here. Reverse: wrong, or selected. Underline: near. Dim: over. Nothing else.
    ///
    /// In the selected row, which is reversed, a chip is a hole in the bar.
    private func inMono(_ style: Style) -> Attributes {
        var flags = style.ownFlags
        switch (style.ground, style.isReversedRow) {
        case (.chipRed, false): flags.formUnion([.reverse, .bold])
        case (.chipRed, true): flags.insert(.bold)
        case (.chipOrange, false): flags.insert(.reverse)
        case (.chipOrange, true): flags.insert(.underline)
        case (.brand, _), (.active, false): flags.insert(.reverse)
        case (.active, true): flags.insert(.bold)
        case (.none, let reversed), (.rest, let reversed), (.holiday, let reversed), (.field, let reversed),
            (.wash, let reversed):
            if style.ground == .field { flags.insert(.underline) }
            flags.formUnion(style.ink.monoFlags)
            if reversed {
                // Dim on reverse cannot be read.
                flags.insert(.reverse)
                flags.remove(.dim)
            }
        }
        return Attributes(flags)
    }
}

extension Style {
    package var isSelected: Bool { marks.contains(.selected) }

    /// Whether the row is shown selected where there are no grounds to show it with.
    fileprivate var isReversedRow: Bool { isSelected && !marks.contains(.following) }

    /// What the style asks for by itself. 临 as a bold letter is part of its role, not of one theme.
    fileprivate var ownFlags: Attributes.Flags {
        var flags: Attributes.Flags = []
        if marks.contains(.bold) { flags.insert(.bold) }
        if marks.contains(.underline) { flags.insert(.underline) }
        if marks.contains(.reverse) { flags.insert(.reverse) }
        if marks.contains(.dimmed) { flags.insert(.dim) }
        return flags
    }
}

extension Ground {
    /// Chips and the brand stay what they are in a selected row; quiet grounds do not.
    fileprivate var givesWayToSelection: Bool {
        switch self {
        case .brand, .chipRed, .chipOrange, .active, .field: false
        case .none, .rest, .holiday, .wash: true
        }
    }
}

extension Ink {
    fileprivate var monoFlags: Attributes.Flags {
        switch self {
        case .title, .gold, .red: .bold
        case .near: [.bold, .underline]
        case .blue, .grey, .faint, .veil: .dim
        case .text, .dim, .orange, .green, .bar, .wash: []
        }
    }
}
