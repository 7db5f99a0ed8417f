import ArgumentParser
import Canvas
import Terminal
import Text
import Words

/// How the screen looks; it belongs to the user and the terminal, not to the ledger.
struct ScreenOptions: ParsableArguments {
    @Option(help: .both("配色 dark 或 light", "dark or light", value: Both("配色", "THEME"))) var theme: String?
    @Option(
        help: .both(
            "颜色 mono 8 16 256 direct；不写则看终端",
            "mono, 8, 16, 256 or direct; else what the terminal has",
            value: Both("颜色", "DEPTH")
        )
    )
    var depth: String?
    @Option(
        help: .both(
            "字符 rich、safe、ascii；线条错位时用 safe",
            "rich, safe or ascii; safe where lines are out of place",
            value: Both("字符", "GLYPHS")
        )
    )
    var glyphs: String?
    @Option(help: .both("鼠标 on 或 off", "on or off", value: Both("鼠标", "MOUSE"))) var mouse: String?

    func terminal(_ surroundings: Surroundings) throws(Complaint) -> Terminal.Options {
        var options = Terminal.Options(environment: surroundings.variables)
        options.depth = try chosen(
            depth,
            "--depth",
            ["mono": .mono, "8": .eight, "16": .sixteen, "256": .indexed, "direct": .direct]
        )
        options.glyphs = try chosen(glyphs, "--glyphs", ["rich": .rich, "safe": .safe, "ascii": .ascii])
        options.hasMouse = try chosen(mouse, "--mouse", ["on": true, "off": false]) ?? true
        if (try? Files.makeFolder(surroundings.stateFolder)) != nil {
            options.logPath = surroundings.stateFolder + "/guatu.log"
        }
        return options
    }

    func chosenTheme() throws(Complaint) -> Theme {
        try chosen(theme, "--theme", ["dark": Theme.dark, "light": Theme.light]) ?? .dark
    }

    private func chosen<Value>(_ text: String?, _ option: String, _ values: KeyValuePairs<String, Value>)
        throws(Complaint) -> Value?
    {
        guard let text else { return nil }
        guard let value = values.first(where: { $0.key == text })?.value else {
            throw .notOneOf(option: option, text: text, allowed: values.map(\.key))
        }
        return value
    }
}
