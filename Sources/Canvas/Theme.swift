/// The colours and attributes of all roles, at every depth. How they are laid over one another is code: see
/// ``resolve(_:_:)``.
package struct Theme: Sendable, Hashable {
    package var name: String
    package var inks: [Ink: Paint]
    /// What lies under the text, and for chips the ink on it.
    package var grounds: [Ground: GroundPaint]
    /// The ground of the selected row.
    package var selection: GroundPaint
    /// The map.
    package var washes: [Wash: Paint]

    /// The attributes of a ground stand in its paint; those of its ink do not count.
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
    /// What a style looks like at a depth. Pure; the whole look of the program is this function and the tables of a theme.
    ///
    /// The ground of a text comes first. What is filled (it brings an ink, or is reversed) hides the ink of the text; a
    /// chip, the brand, a tab and a field stay what they are in the selected row, the others give way to its ground.
    package func resolve(_ style: Style, _ depth: Depth) -> Attributes {
        guard style.marks.contains(.drawn) else { return look(of: style, depth) }
        var result = look(of: style, depth)
        result.flags.remove(.underline)
        return result
    }

    private func look(of style: Style, _ depth: Depth) -> Attributes {
        var result = Attributes(style.ownFlags)
        let ink = paint(of: style.ink)
        var isFilled = false
        if let paint = paint(of: style.ground), !(style.isSelected && style.ground.givesWayToSelection) {
            let flags = paint.ground.flags[depth]
            if flags.contains(.reverse) { return filled(style, flags, depth) }
            result.ground = paint.ground[depth]
            result.flags.formUnion(flags)
            if let own = paint.ink {
                isFilled = true
                result.lay(own, depth, withFlags: false)
            }
        }
        if !isFilled, let ink { result.lay(ink, depth) }
        guard style.isSelected, style.ground.givesWayToSelection || result.ground == nil else { return result }
        return selected(result, style, depth)
    }

    /// Reverse video. In a row that is reversed itself, it is a hole in the bar.
    private func filled(_ style: Style, _ flags: Attributes.Flags, _ depth: Depth) -> Attributes {
        guard isReversed(style, depth), style.ground != .brand else { return Attributes(style.ownFlags.union(flags)) }
        let rest = flags.subtracting(.reverse)
        let instead: Attributes.Flags = style.ground == .active ? .bold : .underline
        return Attributes(style.ownFlags.union(rest.isEmpty ? instead : rest))
    }

    /// In reverse video all inks fall to the terminal's own: a blue bar of the terminal's choice would make red and dim
    /// unreadable.
    private func selected(_ plain: Attributes, _ style: Style, _ depth: Depth) -> Attributes {
        let flags = selection.ground.flags[depth]
        guard flags.contains(.reverse) else {
            var result = plain
            result.ground = selection.ground[depth]
            result.flags.formUnion(flags)
            if let ink = selection.ink { result.lay(ink, depth, withFlags: false) }
            return result
        }
        guard isReversed(style, depth) else { return plain }
        var kept = style.ownFlags.union(flags).union(paint(of: style.ink)?.flags[depth] ?? [])
        if let ground = paint(of: style.ground)?.ground.flags[depth] { kept.formUnion(ground) }
        // Dim on reverse cannot be read.
        kept.remove(.dim)
        return Attributes(kept)
    }

    /// Whether the row is shown selected by reverse video. Only the first row of a card is.
    private func isReversed(_ style: Style, _ depth: Depth) -> Bool {
        style.isSelected && !style.marks.contains(.following) && selection.ground.flags[depth].contains(.reverse)
    }

    private func paint(of ink: Ink) -> Paint? {
        if case .wash(let wash) = ink { washes[wash] } else { inks[ink] }
    }

    private func paint(of ground: Ground) -> GroundPaint? {
        if case .wash(let wash) = ground { washes[wash].map { GroundPaint($0) } } else { grounds[ground] }
    }
}

extension Attributes {
    /// Takes the ink of a paint. With eight colours a bright one is the dark one of its name, and bold.
    fileprivate mutating func lay(_ paint: Paint, _ depth: Depth, withFlags: Bool = true) {
        ink = paint[depth]
        if withFlags { flags.formUnion(paint.flags[depth]) }
        if depth == .eight, let eight = paint.eight, eight >= 8 { flags.insert(.bold) }
    }
}

extension Style {
    package var isSelected: Bool { marks.contains(.selected) }

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
