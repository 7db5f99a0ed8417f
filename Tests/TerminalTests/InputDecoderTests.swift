import CCurses
import Canvas
import Terminal
import Testing

@Suite struct InputDecoderTests {
    typealias Input = InputDecoder.Input

    static let pasteBegins = Input.key(Int(INPUT_PASTE_BEGIN))
    static let pasteEnds = Input.key(Int(INPUT_PASTE_END))
    static let up = Input.key(Int(INPUT_UP))

    /// Characters as they come off the line.
    static func typed(_ text: String) -> [Input] {
        text.utf8.map { .byte($0) }
    }

    /// What comes out of one batch after the other.
    static func events(_ batches: [Input]...) -> [[Event]] {
        var decoder = InputDecoder()
        return batches.map { decoder.decode($0) }
    }

    @Test(
        arguments: [
            ("j", ["j"]), ("督办", ["督", "办"]), ("：", ["："]), ("\r", ["Enter"]), ("\t", ["Tab"]),
            ("\u{7F}", ["Backspace"]), ("\u{3}", ["Ctrl+C"]), ("\u{1A}", ["Ctrl+Z"]), ("\u{1C}", ["Ctrl+\\"]),
            ("\u{1B}", ["Esc"]), ("\u{1B}x", ["Alt+x"]), ("\u{1B}\u{1B}", ["Esc", "Esc"]), ("\u{1B}\r", ["Alt+Enter"]),
            ("\u{1B}[1;9Zj", ["j"]), ("\u{1B}[I", []), ("\u{1B}Oz", []), ("\u{1B}[", ["Alt+["]), ("\u{9B}", []),
            ("督j", ["督", "j"]),
            (" ", ["Space"]),
        ] as [(String, [String])]
    )
    func keys(text: String, names: [String]) throws {
        let expected = try names.map { Event.key(try #require(Key(named: $0))) }
        #expect(Self.events(Self.typed(text)) == [expected])
    }

    /// What the terminal says of its ground is no key, whole or torn anywhere, and keys before and behind it stay.
    @Test(
        arguments: [
            ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", true), ("\u{1B}]11;rgb:1717/1919/1f1f\u{7}", false),
            ("\u{1B}]11;rgb:f/f/e\u{7}", true), ("\u{1B}]11;rgb:00/00/ff\u{1B}\\", false),
        ] as [(String, Bool)]
    )
    func ground(reply: String, isLight: Bool) {
        let bytes = Self.typed("j" + reply + "k")
        // Behind its first byte: a lone Esc is a key until the rest has come.
        for cut in [1] + Array(3..<bytes.count) {
            var decoder = InputDecoder()
            let events = decoder.decode(Array(bytes[..<cut])) + decoder.decode(Array(bytes[cut...]))
            #expect(events == [.key("j"), .key("k")], "cut at \(cut)")
            #expect(decoder.isGroundLight == isLight)
        }
        var decoder = InputDecoder()
        let events = decoder.decode(Array(bytes[..<2])) + decoder.decode(Array(bytes[2...]))
        #expect(events == [.key("j"), .key(.escape), .key("k")])
        #expect(decoder.isGroundLight == isLight)
    }

    /// `]` with Alt, and `]` after Esc, are typed.
    @Test func noGround() throws {
        let alt = Event.key(try #require(Key(named: "Alt+]")))
        #expect(Self.events(Self.typed("\u{1B}]"), Self.typed("j")) == [[], [alt, .key("j")]])
        #expect(Self.events(Self.typed("\u{1B}]11x")) == [[alt, .key("1"), .key("1"), .key("x")]])
        #expect(
            Self.events(Self.typed("\u{1B}"), Self.typed("]"), Self.typed("1")) == [
                [.key(.escape)], [.key("]")], [.key("1")],
            ]
        )
        #expect(Self.events(Self.typed("\u{1B}]11;rgb:ff") + [Self.up]).last?.last == .key(.up))
    }

    /// An arrow key torn apart on a slow line: Esc alone, its rest a moment later. But `[` typed after Esc is a key.
    @Test func tornSequences() {
        let events = Self.events(
            Self.typed("\u{1B}"),
            Self.typed("[A"),
            Self.typed("\u{1B}"),
            Self.typed("["),
            Self.typed("[A")
        )
        #expect(events == [[.key(.escape)], [], [.key(.escape)], [.key("[")], [.key("["), .key("A")]])
    }

    @Test func pasteIsNeverACommand() {
        let events = Self.events(
            [Self.pasteBegins] + Self.typed("q\r督") + [Self.up],
            Self.typed("\u{1B}:q") + [Self.pasteEnds] + Self.typed("j")
        )
        #expect(events == [[], [.paste("q\n督\u{1B}:q"), .key("j")]])
    }

    @Test func pasteWithoutAnEnd() {
        var decoder = InputDecoder()
        _ = decoder.decode([Self.pasteBegins] + Self.typed("半"))
        #expect(decoder.isPasting)
        let events = decoder.endPaste()
        #expect(events == [.paste("半")])
        #expect(!decoder.isPasting)
    }

    /// Over a slow line a character may come in parts.
    @Test func charactersInParts() {
        let bytes = Self.typed("督𠮷")
        for cut in 1..<bytes.count {
            let events = Self.events(Array(bytes[..<cut]), Array(bytes[cut...])).flatMap(\.self)
            #expect(events == [.key("督"), .key("𠮷")])
        }
    }

    @Test(
        arguments: [
            ([[0xBD, 0xD6, 0xB5, 0xC0], [0x6A]], [[.undecodable], [.key("j")]]),  // 街道 in GBK
            ([[0xE7], [0x6A]], [[], [.undecodable, .key("j")]]),
            ([[0xFF]], [[.undecodable]]),
            ([[0xE7, 0x9D], [0xE7, 0x9D, 0xA3]], [[], [.undecodable]]),
        ] as [([[UInt8]], [[Event]])]
    )
    func otherEncodings(batches: [[UInt8]], expected: [[Event]]) {
        var decoder = InputDecoder()
        let events = batches.map { decoder.decode($0.map { .byte($0) }) }
        #expect(events == expected)
    }

    @Test func onlyTheLastSizeCounts() {
        let events = Self.events([
            .resized(Size(width: 80, height: 24)), .byte(0x6A), .resized(Size(width: 100, height: 30)),
        ])
        #expect(events == [[.key("j"), .resized(Size(width: 100, height: 30))]])
    }

    @Test func namedKeys() {
        let events = Self.events([
            .key(Int(INPUT_UP) | Int(INPUT_CONTROL)), .key(Int(INPUT_FUNCTION) + 10), .key(Int(INPUT_BACK_TAB)),
            .key(Int(INPUT_UNKNOWN)), .mouse(Int(MOUSE_WHEEL_DOWN), Point(x: 249, y: 3)),
            .mouse(Int(MOUSE_RELEASE), Point(x: 2, y: 3)),
        ])
        let wheel = Mouse(.wheelDown, at: Point(x: 249, y: 3))
        let release = Mouse(.release, at: Point(x: 2, y: 3))
        #expect(
            events == [
                [.key(Key(.up, .control)), .key(.function(10)), .key(.backTab), .mouse(wheel), .mouse(release)]
            ]
        )
    }
}
