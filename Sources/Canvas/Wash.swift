/// A soft ground of the map (作战图): the shade of an area, water, a road. Terminals with fewer than 256 colours have none;
/// there walls draw lines and patterns instead, see ``Repertoire/hasWashes``.
package enum Wash: UInt8, Sendable, Hashable, CaseIterable {
    /// 逾 once or twice, up to five times, more often.
    case red1, red2, red3
    /// 滞 once or twice, more often.
    case orange1, orange2
    case near
    case green
    /// Nothing at hand, or not started.
    case idle
    /// A measure in five steps, in a hue that no light has.
    case ramp1, ramp2, ramp3, ramp4, ramp5
    /// What lies around the part that is looked at.
    case around
    case water
    case road
    /// The ring around the selected area.
    case ring
    /// The border of a part inside an area of each wash.
    case redSeam, orangeSeam, nearSeam, greenSeam, idleSeam, rampSeam1, rampSeam2, rampSeam3, rampSeam4, rampSeam5
    /// Waves, and the names of waters and roads: inks only.
    case wave, waterName, roadName

    /// The border inside an area of this wash.
    package var seam: Wash {
        switch self {
        // On a deep red the next lighter one divides, and does not cut.
        case .red3: .red2
        case .red2: .red1
        case .red1: .redSeam
        case .orange1, .orange2: .orangeSeam
        case .near: .nearSeam
        case .green: .greenSeam
        case .ramp1: .rampSeam1
        case .ramp2: .rampSeam2
        case .ramp3: .rampSeam3
        case .ramp4: .rampSeam4
        case .ramp5: .rampSeam5
        default: .idleSeam
        }
    }

    package static let ramp: [Wash] = [.ramp1, .ramp2, .ramp3, .ramp4, .ramp5]

    /// Those that texts stand on.
    package static let read: [Wash] = [.red1, .red2, .red3, .orange1, .orange2, .near, .green, .idle, .around] + ramp
}

// Each line: 0xRRGGBB and the xterm palette. Every index is named: matched by nearness all of them would be grey.

extension Theme {
    static let darkWashes: [Wash: Paint] = [
        .red1: Paint(0x3C1C25, 52, nil), .red2: Paint(0x591F2A, 88, nil), .red3: Paint(0x78202F, 124, nil),
        .orange1: Paint(0x423022, 94, nil), .orange2: Paint(0x563A24, 94, nil), .near: Paint(0x302F26, 237, nil),
        .green: Paint(0x212928, 235, nil), .idle: Paint(0x25272D, 236, nil), .ramp1: Paint(0x23212B, 235, nil),
        .ramp2: Paint(0x352E47, 238, nil), .ramp3: Paint(0x4A3E66, 60, nil), .ramp4: Paint(0x614F87, 61, nil),
        .ramp5: Paint(0x7A65A8, 97, nil), .around: Paint(0x1E2129, 234, nil), .water: Paint(0x13272F, 23, nil),
        .road: Paint(0x635F57, 240, nil), .ring: Paint(0xF2C14E, 221, nil), .redSeam: Paint(0x35191F, 233, nil),
        .orangeSeam: Paint(0x33281F, 234, nil), .nearSeam: Paint(0x242521, 234, nil),
        .greenSeam: Paint(0x1C2122, 233, nil), .idleSeam: Paint(0x1E2025, 234, nil),
        .rampSeam1: Paint(0x1D1E25, 233, nil), .rampSeam2: Paint(0x272434, 235, nil),
        .rampSeam3: Paint(0x342E47, 238, nil), .rampSeam4: Paint(0x44395E, 60, nil),
        .rampSeam5: Paint(0x554774, 61, nil), .wave: Paint(0x36606F, 66, nil), .waterName: Paint(0x6FB3CF, 116, nil),
        .roadName: Paint(0xA39D90, 247, nil),
    ]

    static let lightWashes: [Wash: Paint] = [
        .red1: Paint(0xF0C6CD, 224, nil), .red2: Paint(0xE9B1BA, 217, nil), .red3: Paint(0xE39EA9, 210, nil),
        .orange1: Paint(0xFBE7D2, 223, nil), .orange2: Paint(0xF9D9B7, 216, nil), .near: Paint(0xF7F3DC, 230, nil),
        .green: Paint(0xEAF3EB, 194, nil), .idle: Paint(0xF1F2F4, 254, nil), .ramp1: Paint(0xF4F1FA, 255, nil),
        .ramp2: Paint(0xE0D8F0, 189, nil), .ramp3: Paint(0xCFC2E6, 183, nil), .ramp4: Paint(0xBDABDB, 146, nil),
        .ramp5: Paint(0xAB95CF, 140, nil), .around: Paint(0xF8F9FA, 255, nil), .water: Paint(0xDDEEF5, 195, nil),
        .road: Paint(0xC9C2B4, 250, nil), .ring: Paint(0x8A5A00, 94, nil), .redSeam: Paint(0xF8E2E6, 231, nil),
        .orangeSeam: Paint(0xFDF3E8, 231, nil), .nearSeam: Paint(0xFCFAF0, 231, nil),
        .greenSeam: Paint(0xFAFDFA, 231, nil), .idleSeam: Paint(0xFBFBFC, 231, nil),
        .rampSeam1: Paint(0xFDFCFE, 231, nil), .rampSeam2: Paint(0xF1EDF8, 255, nil),
        .rampSeam3: Paint(0xE8E1F3, 189, nil), .rampSeam4: Paint(0xDFD6EE, 183, nil),
        .rampSeam5: Paint(0xD5CAE8, 146, nil), .wave: Paint(0x8FB6C6, 110, nil), .waterName: Paint(0x35687C, 24, nil),
        .roadName: Paint(0x6E675A, 241, nil),
    ]
}
