// The themes that are always there; Themes/ holds the same as files. Each line: 0xRRGGBB, xterm palette, palette of
// sixteen. With sixteen colours or fewer, text has the terminal's own ink: whether its ground is light or dark cannot
// be known.

extension Theme {
    package static let dark = Theme(
        name: "dark",
        inks: [
            .title: Paint(0xF4F5F7, 255, nil, mono: .bold),
            .text: Paint(0xD7DAE0, 253, nil),
            .dim: Paint(0x9AA0AC, 247, nil),
            .faint: Paint(0x4A505D, 239, 8, mono: .dim),
            .gold: Paint(0xF2C14E, 221, 11, mono: .bold),
            .red: Paint(0xFF6B6B, 203, 9, mono: .bold),
            .orange: Paint(0xFF9F43, 215, 3),
            .near: Paint(0xE8D45A, 185, 11, mono: [.bold, .underline]),
            .green: Paint(0x7FBF7F, 108, 2),
            .blue: Paint(0x6AA9E9, 74, 12, mono: .dim),
            .grey: Paint(0x9AA0AC, 247, nil, mono: .dim),
            .bar: Paint(0x7D8798, 245, nil),
            .veil: Paint(0x5B616D, 241, 8, eight: .dim, mono: .dim),
        ],
        grounds: [
            .brand: GroundPaint(Paint(0xD7263D, 160, 1, mono: .reverse)),
            .chipRed: GroundPaint(Paint(0xD7263D, 160, 1, mono: [.reverse, .bold]), ink: Paint(0xFFFFFF, 231, 15)),
            .chipOrange: GroundPaint(Paint(0xE8862E, 172, 3, mono: .reverse), ink: Paint(0x17120A, 233, 0)),
            .field: GroundPaint(Paint(0x242933, 235, nil, poor: .underline)),
            .rest: GroundPaint(Paint(0x252932, 235, nil)),
            .holiday: GroundPaint(Paint(0x343A46, 237, nil)),
            .active: GroundPaint(Paint(0x2C3446, 236, nil, poor: .reverse)),
        ],
        selection: GroundPaint(Paint(0x2C3446, 236, nil, poor: .reverse)),
        washes: darkWashes
    )

    package static let light = Theme(
        name: "light",
        inks: [
            .title: Paint(0x0B0D10, 232, nil, mono: .bold),
            .text: Paint(0x24292F, 235, nil),
            .dim: Paint(0x5B6370, 241, 8),
            .faint: Paint(0xB9BEC7, 250, 7, mono: .dim),
            .gold: Paint(0x8A5A00, 94, 4, mono: .bold),
            .red: Paint(0xB8132B, 124, 1, mono: .bold),
            .orange: Paint(0xA34A00, 130, 5),
            .near: Paint(0x776000, 58, nil, poor: [.bold, .underline]),
            .green: Paint(0x2A7136, 22, nil),
            .blue: Paint(0x1F5FA8, 25, nil, mono: .dim),
            .grey: Paint(0x5B6370, 241, 8, mono: .dim),
            .bar: Paint(0x6B7480, 243, 8),
            .veil: Paint(0xA3ABB5, 248, 7, eight: .dim, mono: .dim),
        ],
        grounds: [
            Ground.none: GroundPaint(Paint(0xFFFFFF, 231, nil)),
            .brand: GroundPaint(Paint(0xB8132B, 124, 1, mono: .reverse)),
            .chipRed: GroundPaint(Paint(0xC2182F, 160, 1, mono: [.reverse, .bold]), ink: Paint(0xFFFFFF, 231, 15)),
            .chipOrange: GroundPaint(Paint(0xF0A04B, 215, 3, mono: .reverse), ink: Paint(0x1F1200, 233, 0)),
            .field: GroundPaint(Paint(0xEEF1F5, 255, nil, poor: .underline)),
            .rest: GroundPaint(Paint(0xECEEF3, 255, nil)),
            .holiday: GroundPaint(Paint(0xDDE1E9, 254, nil)),
            .active: GroundPaint(Paint(0xDBE6F6, 254, nil, poor: .reverse)),
        ],
        selection: GroundPaint(Paint(0xDBE6F6, 254, nil, poor: .reverse)),
        washes: lightWashes
    )

    /// For the meeting wall: its own ground, for a projector shows greys poorly, and inks that carry across a room.
    package static let wall: Theme = {
        var theme = dark
        theme.name = "wall"
        theme.inks[.title] = Paint(0xF2F4F7, 255, nil, mono: .bold)
        theme.inks[.text] = Paint(0xD7DAE0, 253, nil)
        theme.inks[.dim] = Paint(0x9AA1AD, 247, nil)
        theme.inks[.faint] = Paint(0x2E333D, 236, 8, mono: .dim)
        theme.inks[.red] = Paint(0xFF5360, 203, 9, mono: .bold)
        theme.inks[.orange] = Paint(0xFF9D42, 215, 3)
        theme.inks[.near] = Paint(0xF4D35E, 221, 11, mono: [.bold, .underline])
        theme.inks[.green] = Paint(0x63C174, 71, 2)
        theme.grounds[Ground.none] = GroundPaint(Paint(0x0D0F13, 233, nil))
        theme.selection = GroundPaint(Paint(0x1C2230, 235, nil, poor: .reverse))
        theme.grounds[.active] = theme.selection
        return theme
    }()

    package static let all: [Theme] = [.dark, .light, .wall]
}
