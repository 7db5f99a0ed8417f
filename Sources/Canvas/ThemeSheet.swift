/// A theme as it is written in a file, read and not yet worked out: looks by key and depth.
package struct ThemeSheet: Sendable, Hashable {
    /// The theme it is a variation of.
    package var inherits: String?
    package var looks: [String: Look]

    package init(inherits: String? = nil, looks: [String: Look] = [:]) {
        self.inherits = inherits
        self.looks = looks
    }

    /// What one key says; depths that it does not name are derived from those that it does.
    package typealias Look = [Depth: Tone]

    /// `colour`, `colour on ground`, and attributes. What is nil was not written.
    package struct Tone: Sendable, Hashable {
        package var colour: Colour?
        package var ground: Colour?
        package var flags: Attributes.Flags?

        package init(colour: Colour? = nil, ground: Colour? = nil, flags: Attributes.Flags? = nil) {
            self.colour = colour
            self.ground = ground
            self.flags = flags
        }
    }

    package enum Colour: Sendable, Hashable {
        /// The terminal's own.
        case own
        /// An index of the depth's palette, or `0xRRGGBB`.
        case value(UInt32)

        var value: UInt32? { if case .value(let value) = self { value } else { nil } }
    }
}

extension Theme {
    /// Works a theme out. What no sheet says is as in the dark theme.
    ///
    /// - Parameter sheets: the sheet itself, then what it inherits from, nearest first. A look of an earlier sheet takes
    ///   the place of the whole look of the same key in a later one; then the longest key that is there counts.
    package init(name: String, _ sheets: [ThemeSheet]) {
        self = .dark
        self.name = name
        var looks: [String: ThemeSheet.Look] = [:]
        for sheet in sheets { looks.merge(sheet.looks) { nearer, _ in nearer } }
        for key in ThemeKey.all {
            guard let name = ThemeKey.prefixes(of: key.name).first(where: { looks[$0] != nil }), let look = looks[name]
            else { continue }
            // A ground is no look for the fields, tabs and rest days on it.
            if name == "ground", key.name != name { continue }
            self[key] = Theme.paint(look, for: key, isOwn: name == key.name)
        }
    }

    /// - Parameter isOwn: the look was written for this key, not for a shorter one.
    private static func paint(_ look: ThemeSheet.Look, for key: ThemeKey, isOwn: Bool) -> GroundPaint {
        let usual = Theme.dark[key]
        let colours = look.mapValues { $0.ground ?? $0.colour }
        var ground = Paint(colours, isQuiet: key.isQuiet)
        for depth in Depth.allCases {
            // The attributes of a letter would not do for a chip.
            let written = isOwn || !key.needsInk ? look[depth]?.flags : nil
            let hasColour = colours[depth].map { $0?.value != nil } ?? false
            let isUsual = depth == .mono || depth <= .sixteen && !hasColour
            ground.flags[depth] = written ?? (isUsual ? usual.ground.flags[depth] : [])
        }
        let inks = look.compactMapValues { $0.ground == nil ? nil : $0.colour }
        if key.takesInk, !inks.isEmpty { return GroundPaint(ground, ink: Paint(inks.mapValues { $0 }, isQuiet: false)) }
        return GroundPaint(ground, ink: key.needsInk ? ground.readableInk : nil)
    }
}

extension Paint {
    /// A colour at every depth from those that were written.
    ///
    /// - Parameter isQuiet: a soft ground, which sixteen colours do not have.
    fileprivate init(_ colours: [Depth: ThemeSheet.Colour?], isQuiet: Bool) {
        func written(_ depth: Depth) -> ThemeSheet.Colour? { colours[depth] ?? nil }
        let known =
            written(.direct)?.value
            ?? (written(.indexed) ?? written(.sixteen))?.value.map { XtermPalette.rgb(UInt8($0)) }
        let derived = isQuiet ? nil : known.flatMap(XtermPalette.nearestOfSixteen)
        self.init(
            direct: written(.direct).map(\.value) ?? known,
            indexed: (written(.indexed).map(\.value) ?? known.map { UInt32(XtermPalette.nearest($0)) }).map {
                UInt8($0)
            },
            sixteen: (written(.sixteen).map(\.value) ?? derived).map { UInt8($0) },
            eight: nil
        )
        eight = written(.eight).map { $0.value.map { UInt8($0) } } ?? Paint.eight(for: sixteen)
    }

    /// Black or white, whichever can be read on this ground.
    fileprivate var readableInk: Paint {
        let isLight = direct.map { XtermPalette.luminance($0) > 0.18 } ?? false
        return isLight
            ? Paint(direct: 0x000000, indexed: 16, sixteen: 0, eight: 0)
            : Paint(direct: 0xFFFFFF, indexed: 231, sixteen: 15, eight: 15)
    }
}
