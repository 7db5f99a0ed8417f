import Canvas
import Testing
import Text

@testable import Terminal

@Suite struct OptionsTests {
    @Test(
        arguments: [
            // asked for, NO_COLOR, colours, direct → depth
            (nil, nil, 256, false, .indexed), (nil, nil, 8, false, .eight), (nil, nil, 16, false, .sixteen),
            (nil, nil, 88, false, .sixteen), (nil, nil, 0, false, .mono), (nil, nil, 1 << 24, true, .direct),
            (nil, "1", 256, false, .mono), (nil, "", 256, false, .indexed), (.sixteen, "1", 256, false, .sixteen),
            (.direct, nil, 256, false, .indexed), (.indexed, nil, 8, false, .eight),
            (.indexed, nil, 1 << 24, true, .direct),
            (.mono, nil, 1 << 24, true, .mono),
        ] as [(Depth?, String?, Int, Bool, Depth)]
    )
    func depth(asked: Depth?, noColor: String?, colours: Int, isDirect: Bool, expected: Depth) {
        var options = Terminal.Options(depth: asked, environment: [:])
        options.environment["NO_COLOR"] = noColor
        #expect(options.depth(colours: colours, isDirect: isDirect) == expected)
    }

    @Test(
        arguments: [
            (nil, "xterm-256color", true, .rich), (nil, "linux", true, .ascii), (nil, "vt220", true, .ascii),
            (nil, "xterm", false, .ascii), (.safe, "xterm", true, .safe), (.rich, "linux", true, .rich),
        ] as [(GlyphSet?, String, Bool, GlyphSet)]
    )
    func glyphs(asked: GlyphSet?, term: String, isUTF8: Bool, expected: GlyphSet) {
        let options = Terminal.Options(glyphs: asked, environment: [:])
        #expect(options.repertoire(term: term, isUTF8: isUTF8, depth: .indexed) == Repertoire(expected))
    }

    /// What tmux or screen is shown on cannot be asked: nothing ambiguous there, unless the user says how wide it is.
    @Test(
        arguments: [
            (["TMUX": "/tmp/tmux-0/default,1,0"], "xterm", "tmux"), (["STY": "1.pts-0"], "xterm", "screen"),
            ([:], "tmux-256color", "tmux"), ([:], "screen.xterm-256color", "screen"), (["TMUX": ""], "xterm", nil),
        ] as [([String: String], String, String?)]
    )
    func signsAreStraightInsideMultiplexers(environment: [String: String], term: String, name: String?) {
        var options = Terminal.Options(environment: environment.merging(["TERM": term]) { $1 })
        func glyphs() -> GlyphSet { options.repertoire(term: term, isUTF8: true, depth: .indexed).glyphs }
        #expect(options.multiplexer == name)
        #expect(glyphs() == (name == nil ? .rich : .safe))
        options.isAmbiguityKnown = true
        #expect(glyphs() == .rich)
        options.isAmbiguityKnown = false
        options.glyphs = .rich
        #expect(glyphs() == .rich)
    }

    @Test func eightColoursHaveNoFaintRules() {
        let options = Terminal.Options(environment: [:])
        #expect(options.repertoire(term: "xterm", isUTF8: true, depth: .eight).hasFaintInk == false)
    }

    @Test(
        arguments: [
            ([:], 25), (["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"], 50), (["ESCDELAY": "100"], 100),
            (["ESCDELAY": "x"], 25), (["ESCDELAY": "99999"], 5000),
        ] as [([String: String], Int)]
    )
    func escapeDelay(environment: [String: String], expected: Int) {
        #expect(Terminal.Options(environment: environment).escapeDelay == expected)
    }

    @Test(
        arguments: [
            (.direct, "xterm-256color", "xterm-direct"), (.direct, "tmux-256color", "tmux-direct"),
            (.direct, "xterm-direct", nil), (.direct, "linux", nil), (nil, "xterm-256color", nil),
        ] as [(Depth?, String, String?)]
    )
    func directEntry(depth: Depth?, term: String, expected: String?) {
        #expect(Terminal.Options(depth: depth, environment: ["TERM": term]).terminfoEntry == expected)
    }
}
