import Canvas
import Testing
import Text

@Suite struct ThemeTests {
    /// A theme may underline what is past its limit; a bar or a curve in the same ink has no second line under it.
    @Test func drawingsAreNotUnderlined() {
        let canvas = Canvas(width: 8, height: 2, .rich)
        canvas.put(Bar(done: 2, total: 4), .plan, x: 0, y: 0, width: 4, light: .near)
        canvas.put("临", x: 4, y: 0, .near)
        var plot = DotPlot(width: 2, height: 1)
        plot.fill(x: 0, from: 0, through: 3, layer: 0)
        canvas.put(plot, x: 0, y: 1, inks: [.near])
        func isUnderlined(_ x: Int, _ y: Int) -> Bool {
            Theme.dark.resolve(canvas[x, y].style, .mono).flags.contains(.underline)
        }
        #expect(!isUnderlined(0, 0))
        #expect(isUnderlined(4, 0))
        #expect(!isUnderlined(0, 1))
        #expect(Theme.dark.resolve(canvas[0, 1].style, .mono).flags.contains(.bold))
    }

    /// One row of the table: the style, and what it is at 256, 16, 8 and no colours in the dark theme.
    static let table: [(Style, Attributes, Attributes, Attributes, Attributes)] = [
        (.text, Attributes(ink: 253), Attributes(), Attributes(), Attributes()),
        (.title.bold, Attributes(ink: 255, .bold), Attributes(.bold), Attributes(.bold), Attributes(.bold)),
        (.dim, Attributes(ink: 247), Attributes(), Attributes(), Attributes()),
        (.faint, Attributes(ink: 239), Attributes(ink: 8), Attributes(), Attributes(.dim)),
        (.gold, Attributes(ink: 221), Attributes(ink: 11), Attributes(ink: 3, .bold), Attributes(.bold)),
        (.red, Attributes(ink: 203), Attributes(ink: 9), Attributes(ink: 1, .bold), Attributes(.bold)),
        (.orange, Attributes(ink: 215), Attributes(ink: 3), Attributes(ink: 3), Attributes()),
        (
            .near.bold, Attributes(ink: 185, .bold), Attributes(ink: 11, .bold), Attributes(ink: 3, .bold),
            Attributes([.bold, .underline])
        ),
        (
            .chipRed, Attributes(ink: 231, ground: 160, .bold), Attributes(ink: 15, ground: 1, .bold),
            Attributes(ink: 7, ground: 1, .bold), Attributes([.bold, .reverse])
        ),
        (
            .chipOrange, Attributes(ink: 233, ground: 172), Attributes(ink: 0, ground: 3),
            Attributes(ink: 0, ground: 3),
            Attributes(.reverse)
        ),
        (.veil, Attributes(ink: 241), Attributes(ink: 8), Attributes(.dim), Attributes(.dim)),
        (
            .field, Attributes(ink: 253, ground: 235), Attributes(.underline), Attributes(.underline),
            Attributes(.underline)
        ),
        // In the selected row
        (
            .text.marked(.selected), Attributes(ink: 253, ground: 236), Attributes(.reverse), Attributes(.reverse),
            Attributes(.reverse)
        ),
        (
            .red.marked(.selected), Attributes(ink: 203, ground: 236), Attributes(.reverse), Attributes(.reverse),
            Attributes([.reverse, .bold])
        ),
        (
            .chipRed.marked(.selected), Attributes(ink: 231, ground: 160, .bold), Attributes(ink: 15, ground: 1, .bold),
            Attributes(ink: 7, ground: 1, .bold), Attributes(.bold)
        ),
        (
            .chipOrange.marked(.selected), Attributes(ink: 233, ground: 172), Attributes(ink: 0, ground: 3),
            Attributes(ink: 0, ground: 3), Attributes(.underline)
        ),
        (
            .faint.marked(.selected), Attributes(ink: 239, ground: 236), Attributes(.reverse), Attributes(.reverse),
            Attributes(.reverse)
        ),
        // The second row of a selected card
        (
            .dim.marked([.selected, .following]), Attributes(ink: 247, ground: 236), Attributes(), Attributes(),
            Attributes()
        ),
    ]

    @Test(arguments: table.indices) func dark(index: Int) {
        let (style, indexed, sixteen, eight, mono) = Self.table[index]
        #expect(Theme.dark.resolve(style, .indexed) == indexed, "\(style)")
        #expect(Theme.dark.resolve(style, .sixteen) == sixteen, "\(style)")
        #expect(Theme.dark.resolve(style, .eight) == eight, "\(style)")
        #expect(Theme.dark.resolve(style, .mono) == mono, "\(style)")
    }

    @Test func directIsHex() {
        #expect(Theme.light.resolve(.chipRed, .direct) == Attributes(ink: 0xFFFFFF, ground: 0xC2182F, .bold))
        #expect(Theme.light.resolve(.text.marked(.selected), .direct) == Attributes(ink: 0x24292F, ground: 0xDBE6F6))
    }

    @Test(arguments: Theme.all) func namesEveryRole(theme: Theme) {
        #expect(Set(theme.inks.keys) == Set(Ink.allCases))
        #expect(Set(theme.grounds.keys).subtracting([.none]) == Set(Ground.allCases).subtracting([.none]))
    }

    /// What must be told apart: filled lights from plain ones, and both from one another, in and out of the selected row.
    @Test(arguments: Theme.all, Depth.allCases) func statusesDiffer(theme: Theme, depth: Depth) {
        for marks in [Style.Marks(), .selected] {
            let lights: [Style] = [.chipRed, .chipOrange, .near.bold, .text]
            let looks = lights.map { theme.resolve($0.marked(marks), depth) }
            #expect(Set(looks).count == lights.count, "\(depth) \(marks) \(looks)")
        }
    }

    /// Bright indices do not exist with eight colours, nor any colour without.
    @Test(arguments: Theme.all) func poorDepthsStayInTheirPalette(theme: Theme) {
        for ink in Ink.allCases {
            for ground in Ground.allCases {
                for marks in [Style.Marks(), .selected, [.selected, .following]] {
                    let style = Style(ink, on: ground, marks)
                    for (depth, count) in [(Depth.mono, 0), (.eight, 8), (.sixteen, 16), (.indexed, 256)] {
                        let look = theme.resolve(style, depth)
                        #expect(look.ink ?? 0 < max(count, 1) && (count > 0 || look.ink == nil), "\(style) \(depth)")
                        #expect(
                            look.ground ?? 0 < max(count, 1) && (count > 0 || look.ground == nil),
                            "\(style) \(depth)"
                        )
                    }
                }
            }
        }
    }
}
