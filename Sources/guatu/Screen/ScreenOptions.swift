import ArgumentParser
import Canvas
import Console
import Exchange
import Terminal
import Text
import Words

/// How the screen looks; it belongs to the user and the terminal, not to the ledger.
struct ScreenOptions: ParsableArguments {
    @Option(
        help: .both(
            "dark、light、high-contrast、colour-blind、mono、red 或自己的",
            "dark, light, high-contrast, colour-blind, mono, red or your own",
            value: Both("配色", "THEME")
        )
    )
    var theme: String?
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
    @Option(
        help: .both(
            "─ → ① “ 这类字符占几格 1 或 2；guatu doctor 有尺子可量",
            "cells that ─ → ① take, 1 or 2; guatu doctor has a ruler",
            value: Both("格", "CELLS")
        )
    )
    var ambiguous: String?
    @Option(help: .both("鼠标 on 或 off", "on or off", value: Both("鼠标", "MOUSE"))) var mouse: String?

    @Flag(help: .both("鼠标留给终端，同 --mouse off", "leave the mouse to the terminal: --mouse off")) var noMouse = false

    func terminal(_ surroundings: Surroundings) throws(Complaint) -> Terminal.Options {
        var options = Terminal.Options(environment: surroundings.variables)
        options.depth = try chosen(
            depth,
            "--depth",
            ["mono": .mono, "8": .eight, "16": .sixteen, "256": .indexed, "direct": .direct]
        )
        options.glyphs = try chosen(glyphs, "--glyphs", ["rich": .rich, "safe": .safe, "ascii": .ascii])
        let known = try toldWidth(surroundings) ?? WidthFile(surroundings).read()
        options.ambiguity = known ?? .narrow
        options.isAmbiguityKnown = known != nil
        let charset = surroundings.output.charset
        options.foreignEncoding = charset.isForeign ? charset.name : nil
        options.hasMouse =
            try chosen(mouse, "--mouse", ["on": true, "off": false])
            ?? (noMouse ? false : SettingsFile(surroundings).read().mouse ?? true)
        if (try? Files.makeFolder(surroundings.stateFolder)) != nil {
            options.logPath = surroundings.stateFolder + "/guatu.log"
        }
        return options
    }

    /// How wide ambiguous characters are, as the user says: here, or in the environment once and for all, for tmux and
    /// screen cannot be asked.
    func toldWidth(_ surroundings: Surroundings) throws(Complaint) -> Ambiguity? {
        let values: KeyValuePairs<String, Ambiguity> = ["1": .narrow, "2": .wide]
        if let told = try chosen(ambiguous, "--ambiguous", values) { return told }
        let variable = surroundings.variables["GUATU_AMBIGUOUS"] ?? ""
        return variable.isEmpty ? nil : try chosen(variable, "GUATU_AMBIGUOUS", values)
    }

    /// The themes, with the one on that was asked for; and what is wrong with that, if it is not.
    ///
    /// - Parameter usual: what is worn where nobody asked; nil: the user's last choice.
    func themes(_ surroundings: Surroundings, usual: String? = nil) throws(Complaint) -> (ThemeShelf, ImportProblem?) {
        var shelf = ThemeShelf(surroundings)
        let variable = surroundings.variables["GUATU_THEME"] ?? ""
        let remembered = usual ?? (variable.isEmpty ? SettingsFile(surroundings).read().theme : variable)
        if let theme, !shelf.choices.contains(where: { $0.id == theme }) {
            throw .notOneOf(option: "--theme", text: theme, allowed: shelf.choices.map(\.id))
        }
        do throws(ImportProblem) {
            shelf.isChosen = theme != nil || remembered != nil
            let ground = shelf.isChosen ? nil : GroundFile(surroundings).read()
            try shelf.wear(theme ?? remembered ?? ThemeShelf.usual(surroundings.variables, isLight: ground))
            return (shelf, nil)
        } catch {
            return (shelf, error)
        }
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
