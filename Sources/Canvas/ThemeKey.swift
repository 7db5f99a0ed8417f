/// What a file of a theme can give a look to: one dotted key for each role.
///
/// A key that is absent takes what stands for the shorter ones: `status.overdue.text`, `status.overdue`, `status`.
package struct ThemeKey: Sendable, Hashable {
    package let name: String
    package let role: Role

    package enum Role: Sendable, Hashable {
        case ink(Ink)
        case ground(Ground)
        /// The selected row.
        case selection
        /// A colour of the map, ground or ink.
        case wash(Wash)
    }

    private init(_ name: String, _ role: Role) {
        self.name = name
        self.role = role
    }

    /// Whether an ink may be named with the ground: `#FFFFFF on #D7263D`.
    package var takesInk: Bool {
        switch role {
        case .ground(.none), .ground(.rest), .ground(.holiday), .ink, .wash: false
        case .ground, .selection: true
        }
    }

    /// Whether the text on this ground needs an ink of its own.
    var needsInk: Bool { role == .ground(.chipRed) || role == .ground(.chipOrange) }

    /// A soft ground, which sixteen colours do not have.
    var isQuiet: Bool {
        switch role {
        case .ink, .ground(.chipRed), .ground(.chipOrange), .ground(.brand): false
        case .ground, .selection, .wash: true
        }
    }

    /// In the order of the files.
    package static let all: [ThemeKey] = texts + statuses + grounds + map

    /// Every name that means something in a file: the keys and their beginnings.
    package static let names: Set<String> = all.reduce(into: []) { names, key in
        names.formUnion(prefixes(of: key.name))
    }

    /// A name and its beginnings, the longest first.
    package static func prefixes(of name: String) -> [String] {
        let parts = name.split(separator: ".")
        return (1...max(1, parts.count)).reversed().map { parts.prefix($0).joined(separator: ".") }
    }

    private static let texts: [ThemeKey] = [
        ThemeKey("text", .ink(.text)), ThemeKey("text.title", .ink(.title)), ThemeKey("text.dim", .ink(.dim)),
        ThemeKey("text.faint", .ink(.faint)), ThemeKey("text.veil", .ink(.veil)), ThemeKey("text.bar", .ink(.bar)),
        ThemeKey("hand", .ink(.gold)),
    ]

    private static let statuses: [ThemeKey] = [
        ThemeKey("status.overdue.text", .ink(.red)), ThemeKey("status.overdue.chip", .ground(.chipRed)),
        ThemeKey("status.behind.text", .ink(.orange)), ThemeKey("status.behind.chip", .ground(.chipOrange)),
        ThemeKey("status.near", .ink(.near)), ThemeKey("status.course", .ink(.green)),
        ThemeKey("status.settled", .ink(.blue)), ThemeKey("status.waiting", .ink(.grey)),
    ]

    private static let grounds: [ThemeKey] = [
        ThemeKey("ground", .ground(.none)), ThemeKey("ground.selected", .selection),
        ThemeKey("ground.selected.tab", .ground(.active)), ThemeKey("ground.brand", .ground(.brand)),
        ThemeKey("ground.field", .ground(.field)), ThemeKey("ground.rest", .ground(.rest)),
        ThemeKey("ground.rest.holiday", .ground(.holiday)),
    ]

    private static let map: [ThemeKey] = washes.map { ThemeKey("map." + $0.0, .wash($0.1)) }

    private static let washes: [(String, Wash)] = [
        ("overdue.1", .red1), ("overdue.2", .red2), ("overdue.3", .red3), ("behind.1", .orange1),
        ("behind.2", .orange2), ("near", .near), ("course", .green), ("idle", .idle), ("ramp.1", .ramp1),
        ("ramp.2", .ramp2), ("ramp.3", .ramp3), ("ramp.4", .ramp4), ("ramp.5", .ramp5), ("around", .around),
        ("water", .water), ("water.wave", .wave), ("water.name", .waterName), ("road", .road),
        ("road.name", .roadName), ("ring", .ring), ("seam.overdue", .redSeam), ("seam.behind", .orangeSeam),
        ("seam.near", .nearSeam), ("seam.course", .greenSeam), ("seam.idle", .idleSeam),
        ("seam.ramp.1", .rampSeam1), ("seam.ramp.2", .rampSeam2), ("seam.ramp.3", .rampSeam3),
        ("seam.ramp.4", .rampSeam4), ("seam.ramp.5", .rampSeam5),
    ]
}

extension Theme {
    /// What a key looks like; the ground, and the ink it brings.
    subscript(key: ThemeKey) -> GroundPaint {
        get {
            switch key.role {
            case .ink(let ink): GroundPaint(inks[ink] ?? .own)
            case .ground(let ground): grounds[ground] ?? GroundPaint(.own)
            case .selection: selection
            case .wash(let wash): GroundPaint(washes[wash] ?? .own)
            }
        }
        set {
            switch key.role {
            case .ink(let ink): inks[ink] = newValue.ground
            case .ground(.none): grounds[Ground.none] = newValue.ground == .own ? nil : newValue
            case .ground(let ground): grounds[ground] = newValue
            case .selection: selection = newValue
            case .wash(let wash): washes[wash] = newValue.ground
            }
        }
    }
}
