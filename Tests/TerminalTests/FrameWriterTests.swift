import Canvas
import Samples
import Testing
import Text

@testable import Terminal

/// Whatever frame follows whatever frame, the terminal shows the second.
@Suite struct FrameWriterTests {
    static func numbers(_ colour: UInt32, isGround: Bool) -> [UInt8] {
        Array("\(isGround ? 48 : 38);5;\(colour)".utf8)
    }

    /// What a sheet should look like.
    static func expected(_ sheet: Sheet, _ theme: Theme) -> [GlassTeletype.Spot] {
        sheet.cells.map { cell in
            let look = theme.resolve(cell.style, .indexed)
            var flags: Set<Int> = []
            for (flag, number) in [(Attributes.Flags.bold, 1), (.dim, 2), (.underline, 4), (.reverse, 7)] {
                if look.flags.contains(flag) { flags.insert(number) }
            }
            return GlassTeletype.Spot(
                text: cell.text,
                ink: look.ink.map(Int.init),
                ground: look.ground.map(Int.init),
                flags: flags
            )
        }
    }

    /// Shows frames one after the other and returns the bytes of each.
    @discardableResult static func show(
        _ frames: [Canvas],
        _ theme: Theme = .dark,
        codes: TerminalCodes = TerminalCodes(),
        isWidthSure: Bool = true
    ) -> [[UInt8]] {
        let size = frames[0].sheet.size
        var writer = FrameWriter(codes: codes, numbers: numbers)
        writer.isWidthSure = isWidthSure
        var terminal = GlassTeletype(
            width: size.width,
            height: size.height,
            erasesInColour: codes.erasesInColour
        )
        return frames.map { canvas in
            let bytes = writer.bytes(for: canvas.sheet, theme, .indexed)
            terminal.take(bytes) { $0.value >= 0x2E80 && $0.value <= 0x9FFF }
            let wanted = expected(canvas.sheet, theme)
            let wrong = wanted.indices.filter { wanted[$0].seen != terminal.spots[$0].seen }
            #expect(
                wrong.isEmpty,
                "\(wrong.prefix(5).map { "\($0 % size.width),\($0 / size.width): \(wanted[$0].seen) \(terminal.spots[$0].seen)" })"
            )
            #expect(terminal.strange == [])
            return bytes
        }
    }

    /// Texts, blocks, grounds, marks and blanks, wherever chance puts them.
    static func chance(_ random: inout some RandomNumberGenerator, on canvas: Canvas) {
        let styles: [Style] = [
            .text, .title, .dim, .chipRed, .chipOrange, .active, .gold.bold, .red.underlined, .dim.reversed,
            Style(.wash(.ring), on: .wash(.red1)), Style(.wash(.red1), on: .wash(.ring)), Style(.wash(.ring)),
            Style(.text, on: .wash(.red2)), Style(.wash(.wave), on: .wash(.water)),
        ]
        let texts = ["督办", "逾12", "a", "湖 b东", "      ", "████", "▀▄▀", "▄▄▄▄", "                    ", "─", "镜a湖b"]
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            canvas.put(
                texts.randomElement(using: &random)!,
                x: Int.random(in: 0..<canvas.width, using: &random),
                y: Int.random(in: 0..<canvas.height, using: &random),
                styles.randomElement(using: &random)!
            )
        }
    }

    @Test(arguments: Theme.all.map(\.name), [true, false])
    func anyFrameAfterAnyFrame(theme name: String, isPlain: Bool) throws {
        let theme = try #require(Theme.all.first { $0.name == name })
        for round in 0..<60 {
            let size = Size(width: 12 + round, height: 3 + round / 4)
            let frames = (0..<6).map { index in
                let canvas = Canvas(size)
                // Half of them are the frame before with something more.
                for step in index / 2 * 2...index {
                    var random = SeededGenerator(seed: UInt64(round * 100 + step))
                    Self.chance(&random, on: canvas)
                }
                return canvas
            }
            let codes = TerminalCodes(erases: !isPlain, erasesInColour: !isPlain, dims: true)
            Self.show(frames, theme, codes: codes, isWidthSure: round % 2 == 0)
        }
    }

    /// Emoji, marks and other scripts are as wide as each terminal likes; whatever it likes, all else stays in its place.
    @Test(arguments: [1, 2], [true, false]) func whatIsDisputedHarmsNothingElse(cells: Int, isWidthSure: Bool) {
        let disputed: Set<Character> = ["🎉", "❤", "ด", "e\u{301}"]
        for round in 0..<40 {
            let size = Size(width: 30, height: 6)
            var random = SeededGenerator(seed: UInt64(round))
            var writer = FrameWriter(codes: TerminalCodes(), numbers: Self.numbers)
            writer.isWidthSure = isWidthSure
            var terminal = GlassTeletype(width: size.width, height: size.height)
            for _ in 0..<5 {
                let canvas = Canvas(size)
                Self.chance(&random, on: canvas)
                for _ in 0..<6 {
                    let text = disputed.randomElement(using: &random).map { "\($0)湖" }!
                    let (x, y) = (Int.random(in: 0..<30, using: &random), Int.random(in: 0..<6, using: &random))
                    canvas.put(text, x: x, y: y)
                }
                let bytes = writer.bytes(for: canvas.sheet, .dark, .indexed)
                terminal.take(bytes) { scalar in
                    (0x2E80...0x9FFF).contains(scalar.value) || (cells == 2 && disputed.contains(Character(scalar)))
                }
                let wanted = Self.expected(canvas.sheet, .dark)
                for place in wanted.indices where !Self.isNearDisputed(canvas.sheet, place, disputed) {
                    #expect(wanted[place].seen == terminal.spots[place].seen, "\(round): \(place)")
                }
            }
            #expect(terminal.strange == [])
        }
    }

    /// Of the character itself, and of the cell beside it, nobody knows.
    private static func isNearDisputed(_ sheet: Sheet, _ place: Int, _ disputed: Set<Character>) -> Bool {
        let start = place / sheet.size.width * sheet.size.width
        return (max(start, place - 2)...place).contains { before in
            let cell = sheet.cells[before]
            let reach = before + max(1, Int(cell.width))
            return disputed.contains(Character(cell.text.isEmpty ? " " : cell.text)) && place <= reach
        }
    }

    @Test func equalFramesSendNothing() {
        let frame = { () -> Canvas in
            let canvas = Canvas(width: 20, height: 3)
            canvas.put("督147 湖东路积水点改造", x: 0, y: 1, .title)
            return canvas
        }
        #expect(Self.show([frame(), frame()])[1] == [])
    }

    /// What looks the same is not sent: the ink of a blank, a full block for a blank on its ground, halves turned over.
    @Test func whatLooksTheSameIsNotSent() {
        func frame(_ draw: (Canvas) -> Void) -> Canvas {
            let canvas = Canvas(width: 20, height: 3)
            draw(canvas)
            return canvas
        }
        let sent = Self.show([
            frame {
                $0.put("    ", x: 1, y: 0, .red)
                $0.put("█", x: 8, y: 0, Style(.wash(.ring)))
                $0.put("▀", x: 9, y: 0, Style(.wash(.ring), on: .wash(.water)))
            },
            frame {
                $0.put("    ", x: 1, y: 0, .dim)
                $0.put(" ", x: 8, y: 0, Style(.text, on: .wash(.ring)))
                $0.put("▄", x: 9, y: 0, Style(.wash(.water), on: .wash(.ring)))
            },
        ])
        #expect(sent[1] == [])
    }

    /// A list that moves up by a row costs about a row.
    @Test func rowsThatMoveAreMovedByTheTerminal() {
        func list(_ first: Int) -> Canvas {
            let canvas = Canvas(width: 60, height: 20)
            canvas.put("事项清单", x: 0, y: 0, .title)
            for row in 0..<17 {
                canvas.put("督\(first + row) 湖东路第 \((first + row) * 7919 % 1000) 号井段雨污分流管道敷设", x: 0, y: 1 + row)
            }
            canvas.put("q 退出", x: 0, y: 19, .dim)
            return canvas
        }
        let sent = Self.show([list(100), list(101), list(103), list(102)])
        for bytes in sent.dropFirst() { #expect(bytes.count < 200, "\(bytes.count)") }
    }

    /// What somebody else wrote on is sent again.
    @Test func aSpoiltRowIsSentAgain() {
        let canvas = Canvas(width: 20, height: 3)
        canvas.put("督147 湖东路", x: 0, y: 1, .title)
        var writer = FrameWriter(codes: TerminalCodes(), numbers: Self.numbers)
        _ = writer.bytes(for: canvas.sheet, .dark, .indexed)
        writer.spoil(row: 1)
        let again = String(decoding: writer.bytes(for: canvas.sheet, .dark, .indexed), as: UTF8.self)
        #expect(again.contains("督147") && again.contains("湖"))
        #expect(!again.contains("路"))
    }

    /// Each colour change in one sequence, with what differs only.
    @Test func onlyWhatDiffersOfAPenIsSent() {
        var colours = ColourTable(numbers: Self.numbers)
        let (red, blue) = (colours.index(of: 52), colours.index(of: 23))
        func sent(_ pen: Pen, _ wish: PenWish) -> String {
            let change = pen.change(to: wish, colours)
            var bytes: [UInt8] = []
            pen.write(change, colours, to: &bytes)
            #expect(bytes.count == change.cost)
            return String(decoding: bytes.dropFirst(), as: UTF8.self)
        }
        let pen = Pen(ink: red, ground: blue, flags: [.bold])
        #expect(sent(pen, PenWish(ink: red, ground: red, flags: .bold)) == "[48;5;52m")
        #expect(sent(pen, PenWish(ground: blue)) == "")
        #expect(sent(pen, PenWish(ground: 0)) == "[m")
        #expect(sent(pen, PenWish(ink: 0, ground: blue, flags: .bold)) == "[39m")
        #expect(sent(pen, PenWish(ink: blue, ground: blue, flags: [])) == "[22;38;5;23m")
        #expect(sent(Pen(flags: .reverse), PenWish(ground: 0)) == "[m")
    }

    @Test func pathsAreAsLongAsTheySay() {
        for fromX in [0, 3, 11, 99] {
            for toX in [0, 2, 4, 10, 80, 130] {
                for (fromY, toY) in [(0, 0), (0, 1), (5, 4), (20, 2), (1, 60)] {
                    for isSure in [true, false] {
                        let start = CursorPosition(point: Point(x: fromX, y: fromY), isColumnSure: isSure)
                        let path = CursorPath(from: start, to: Point(x: toX, y: toY))
                        var bytes: [UInt8] = []
                        path.write(to: &bytes)
                        #expect(bytes.count <= path.cost)
                        var terminal = GlassTeletype(width: 140, height: 70)
                        terminal.take(Array("\u{1B}[\(fromY + 1);\(fromX + 1)H".utf8) + bytes) { _ in false }
                        #expect((terminal.x, terminal.y) == (toX, toY))
                    }
                }
            }
        }
    }
}
