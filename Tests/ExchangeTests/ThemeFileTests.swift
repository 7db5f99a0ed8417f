import Canvas
import Exchange
import Foundation
import Ledger
import Testing
import Words

/// The files in Themes/: they are read whole, say what the built-in themes say, and can be read by everybody.
@Suite struct ThemeFileTests {
    static let names = ["dark", "light", "high-contrast", "colour-blind", "mono", "red", "wall"]

    static func bytes(_ name: String) -> [UInt8]? {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        return (try? Data(contentsOf: URL(filePath: "\(root)/Themes/\(name).yaml"))).map(Array.init)
    }

    static func theme(_ name: String) throws -> Theme { try ThemeFile.chain(name, known: [], find: bytes).theme }

    @Test(arguments: Theme.all) func filesSayWhatIsBuiltIn(theme: Theme) throws {
        let file = try Self.theme(theme.name)
        #expect(file.inks == theme.inks)
        #expect(file.grounds == theme.grounds)
        #expect(file.selection == theme.selection)
        #expect(file.washes == theme.washes)
    }

    @Test(arguments: names) func everyThemeHasTwoTitles(name: String) throws {
        let title = try ThemeFile.read(#require(Self.bytes(name)), file: name).title
        #expect(!title.zh.isEmpty && !title.en.isEmpty)
    }

    @Test func darkNamesAndExplainsEveryKey() throws {
        let text = String(decoding: try #require(Self.bytes("dark")), as: UTF8.self)
        let sheet = try ThemeFile.read(Array(text.utf8), file: "dark").sheet
        #expect(Set(sheet.looks.keys) == Set(ThemeKey.all.map(\.name)))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for key in ThemeKey.all {
            let index = try #require(lines.firstIndex { $0.hasPrefix(key.name + ":") })
            // A comment over it, or over the row of its like.
            let above = lines[..<index].last { $0.hasPrefix("#") || $0.isEmpty }
            #expect(above?.hasPrefix("# ") ?? false, "\(key.name)")
        }
    }

    // MARK: Reading by eye

    /// A screen's ground where the theme leaves it to the terminal.
    private static func ground(_ theme: Theme) -> UInt32 { theme.grounds[Ground.none]?.ground.direct ?? 0x181A1F }

    private static let read: [Ink] = Ink.allCases.filter { ![.faint, .veil, .bar].contains($0) }

    private static func contrast(_ left: UInt32, _ right: UInt32) -> Double {
        let values = [XtermPalette.luminance(left), XtermPalette.luminance(right)].sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }

    @Test(
        arguments: [
            ("dark", 4.5), ("light", 4.5), ("high-contrast", 7), ("colour-blind", 4.5), ("red", 4.5), ("wall", 4.5),
        ]
    )
    func contrast(name: String, least: Double) throws {
        let theme = try Self.theme(name)
        let ground = Self.ground(theme)
        for ink in Self.read {
            let colour = try #require(theme.inks[ink]?.direct)
            #expect(Self.contrast(colour, ground) >= least, "\(ink)")
            let selection = try #require(theme.selection.ground.direct)
            #expect(Self.contrast(theme.selection.ink?.direct ?? colour, selection) >= least - 0.1, "\(ink) selected")
            let indexed = try #require(theme.inks[ink]?.indexed)
            let under = theme.grounds[Ground.none]?.ground.indexed.map(XtermPalette.rgb) ?? ground
            #expect(Self.contrast(XtermPalette.rgb(indexed), under) >= least, "\(ink) of 256")
        }
        for chip in [Ground.chipRed, .chipOrange] {
            let paint = try #require(theme.grounds[chip])
            let (ink, under) = (try #require(paint.ink?.direct), try #require(paint.ground.direct))
            #expect(Self.contrast(ink, under) >= least, "\(chip)")
        }
    }

    /// Few colours, as xterm shows them: bold is bright with eight.
    @Test(arguments: [("dark", 0x000000), ("light", 0xFFFFFF)] as [(String, UInt32)], [Depth.eight, .sixteen])
    func fewColoursAreReadToo(case theme: (name: String, ground: UInt32), depth: Depth) throws {
        let worn = try Self.theme(theme.name)
        for ink in Self.read {
            for style in [Style(ink), Style(ink).bold] {
                let look = worn.resolve(style, depth)
                guard let colour = look.ink else { continue }
                let shown = UInt8(colour) | (look.flags.contains(.bold) && colour < 8 ? 8 : 0)
                #expect(Self.contrast(XtermPalette.rgb(shown), theme.ground) >= 3, "\(ink) \(depth) \(look)")
            }
        }
    }

    /// Filled lights, near and plain text are told apart at every depth, in and out of the selected row.
    @Test(arguments: names, Depth.allCases) func statusesDiffer(name: String, depth: Depth) throws {
        let theme = try Self.theme(name)
        for marks in [Style.Marks(), .selected] {
            let looks = [Style.chipRed, .chipOrange, .near.bold, .text].map { theme.resolve($0.marked(marks), depth) }
            #expect(Set(looks).count == looks.count, "\(looks)")
        }
    }

    @Test func monoHasNoColour() throws {
        let theme = try Self.theme("mono")
        for depth in Depth.allCases {
            for ink in Ink.allCases {
                for ground in Ground.allCases {
                    let style = Style(ink, on: ground)
                    #expect(theme.resolve(style, depth) == theme.resolve(style, .mono), "\(style) \(depth)")
                }
            }
        }
    }

    /// What the lights look like to somebody who sees no red or no green (Machado and others 2009, full severity).
    @Test(
        arguments: [
            [1, 0, 0, 0, 1, 0, 0, 0, 1],
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ] as [[Double]]
    )
    func lightsDifferForTheColourBlind(matrix: [Double]) throws {
        let theme = try Self.theme("colour-blind")
        let lights: [Ink] = [.red, .orange, .near, .green, .blue, .grey]
        for depth in [Depth.direct, .indexed] {
            let seen = try lights.map { ink in
                let paint = try #require(theme.inks[ink])
                let rgb = depth == .direct ? paint.direct : paint.indexed.map(XtermPalette.rgb)
                return Self.lab(Self.seen(try #require(rgb), matrix))
            }
            for one in lights.indices {
                for other in lights.indices.dropFirst(one + 1) {
                    let difference = zip(seen[one], seen[other]).map { pow($0 - $1, 2) }.reduce(0, +).squareRoot()
                    // Ten is plain at a glance, 2.3 just visible.
                    #expect(difference >= 15, "\(lights[one]) \(lights[other]) \(depth) \(difference)")
                }
            }
        }
    }

    private static func seen(_ rgb: UInt32, _ matrix: [Double]) -> [Double] {
        let linear = [16, 8, 0].map { (shift: UInt32) -> Double in
            let part = Double(rgb >> shift & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return (0..<3).map { row in
            let sum = (0..<3).map { matrix[row * 3 + $0] * linear[$0] }.reduce(0, +)
            return min(1, max(0, sum))
        }
    }

    private static func lab(_ linear: [Double]) -> [Double] {
        let matrix: [[Double]] = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
        ]
        let white: [Double] = [0.95047, 1, 1.08883]
        let part: [Double] = zip(matrix, white).map { row, white in
            let sum: Double = zip(row, linear).map { $0 * $1 }.reduce(0, +)
            let share: Double = sum / white
            return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
        }
        return [116 * part[1] - 16, 500 * (part[0] - part[1]), 200 * (part[1] - part[2])]
    }
}

/// What a file may say, and what is said of a mistake in it.
@Suite struct ThemeReadingTests {
    private func theme(_ text: String) throws -> Theme {
        try ThemeFile.chain("own", known: ["dark", "light", "own"]) {
            $0 == "own" ? Array(text.utf8) : ThemeFileTests.bytes($0)
        }.theme
    }

    @Test func keysFallBackToShorterOnes() throws {
        let theme = try theme("status.overdue: \"#00AFFF\"\nstatus: {256: 33, mono: underline}\n")
        #expect(theme.inks[.red]?.direct == 0x00AFFF)
        #expect(theme.inks[.red]?.indexed == 39)
        #expect(theme.grounds[.chipRed]?.ground.direct == 0x00AFFF)
        #expect(theme.grounds[.chipRed]?.ink?.direct == 0)
        #expect(theme.grounds[.chipRed]?.ground.flags[.mono] == [.reverse, .bold])
        #expect(theme.inks[.green]?.direct == 0x0087FF)
        #expect(theme.inks[.green]?.flags[.mono] == .underline)
        #expect(theme.inks[.gold] == Theme.dark.inks[.gold])
    }

    @Test func inheritsAllButWhatItNames() throws {
        let theme = try theme(
            "inherits: light\nhand: {direct: \"#0000FF\", 256: 21, 16: blue, 8: blue bold, mono: bold}\n"
        )
        #expect(theme.inks[.gold] == Paint(direct: 0x0000FF, indexed: 21, sixteen: 4, eight: 4, flags: flags))
        #expect(theme.inks[.red] == Theme.light.inks[.red])
    }

    private var flags: FlagsByDepth {
        var flags = FlagsByDepth()
        flags[.eight] = .bold
        flags[.mono] = .bold
        return flags
    }

    @Test(
        arguments: [
            ("text: \"#12345\"\n", "own.yaml:1:7：「#12345」不行；应写\"#RRGGBB\"、own、bold、underline、reverse、dim、plain。"),
            (
                "hand: {16: pink}\n",
                "own.yaml:1:12：「pink」不行；应写0–15、red、bright-red …、own、bold、underline、reverse、dim、plain。"
            ),
            ("hand: {32: 5}\n", "own.yaml:1:8：不认得「32」；可以写：direct、256、16、8、mono。"),
            ("\n  hand: x\n text: y\n", "own.yaml:3:2：写法有误"),
            ("inherits: nobody\n", "own.yaml:1:11：「nobody」不在可用的词里；可写：dark、light。"),
            ("inherits: own\n", "own.yaml:1:11：「own」不在可用的词里；可写：dark、light。"),
            (
                "hands: \"#123456\"\n",
                "own.yaml:1:1：不认得「hands」；可以写：title、title-en、inherits、text、hand、status、ground、map。"
            ),
            ("[1]\n", "own.yaml:1:1：这里应写成「项目: 内容」。"),
            ("text: {mono: red}\n", "own.yaml:1:14：「red」不行；应写bold、underline、reverse、dim、plain。"),
            ("text: \"#FFFFFF on #000000\"\n", "own.yaml:1:7：「on」不行；"),
        ]
    )
    func mistakesAreNamedWithTheirPlace(text: String, sentence: String) throws {
        #expect {
            _ = try theme(text)
        } throws: { error in
            guard let problem = error as? ImportProblem else { return false }
            let said = Words.chinese.compactSentence(problem, in: Ledger())
            #expect(said.hasPrefix(sentence), "\(said)")
            return true
        }
    }
}
