/// One colour at every depth, and the attributes that go with it.
package struct Paint: Sendable, Hashable {
    /// `0xRRGGBB`; nil is the terminal's own ink or ground, here and below.
    package var direct: UInt32?
    /// In the xterm palette.
    package var indexed: UInt8?
    /// In the palette of sixteen.
    package var sixteen: UInt8?
    /// With eight colours; 8 to 15 is the dark colour of that name, and bold.
    package var eight: UInt8?
    package var flags: FlagsByDepth

    package init(
        direct: UInt32?,
        indexed: UInt8?,
        sixteen: UInt8?,
        eight: UInt8?,
        flags: FlagsByDepth = FlagsByDepth()
    ) {
        self.direct = direct
        self.indexed = indexed
        self.sixteen = sixteen
        self.eight = eight
        self.flags = flags
    }

    /// A line of a table: `0xRRGGBB`, xterm palette, palette of sixteen.
    ///
    /// - Parameters:
    ///   - poor: attributes with sixteen colours, eight and none, where a colour alone would not do.
    ///   - eight: attributes with eight colours, in place of `poor`.
    ///   - mono: attributes without colours, in place of `poor`.
    init(
        _ direct: UInt32,
        _ indexed: UInt8,
        _ sixteen: UInt8?,
        poor: Attributes.Flags = [],
        eight: Attributes.Flags? = nil,
        mono: Attributes.Flags? = nil
    ) {
        self.init(direct: direct, indexed: indexed, sixteen: sixteen, eight: Paint.eight(for: sixteen))
        flags[.sixteen] = poor
        flags[.eight] = eight ?? poor
        flags[.mono] = mono ?? poor
    }

    /// Bright black, which some terminals do not show at all, is the terminal's own ink.
    static func eight(for sixteen: UInt8?) -> UInt8? { sixteen == 8 ? nil : sixteen }

    /// The terminal's own at every depth.
    package static let own = Paint(direct: nil, indexed: nil, sixteen: nil, eight: nil)

    /// The colour of one depth.
    subscript(depth: Depth) -> UInt32? {
        switch depth {
        case .direct: direct
        case .indexed: indexed.map(UInt32.init)
        case .sixteen: sixteen.map(UInt32.init)
        case .eight: eight.map { UInt32($0 & 7) }
        case .mono: nil
        }
    }
}

/// Attributes at each of the five depths.
package struct FlagsByDepth: Sendable, Hashable {
    private var bits: UInt32 = 0

    package init() {}

    package subscript(depth: Depth) -> Attributes.Flags {
        get { Attributes.Flags(rawValue: UInt8(bits >> (depth.rawValue * 4) & 15)) }
        set {
            let shift = depth.rawValue * 4
            bits = bits & ~(15 << shift) | UInt32(newValue.rawValue) << shift
        }
    }
}
