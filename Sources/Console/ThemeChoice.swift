import Walls
import Words

/// A theme (配色) that can be chosen, under its two names.
package struct ThemeChoice: Hashable, Sendable {
    /// The name of its file, and what `--theme` takes.
    package var id: String
    package var zh: String
    package var en: String
    /// It comes from the user's own folder.
    package var isOwn: Bool

    package init(id: String, zh: String, en: String, isOwn: Bool) {
        self.id = id
        self.zh = zh.isEmpty ? id : zh
        self.en = en.isEmpty ? id : en
        self.isOwn = isOwn
    }
}

/// The themes to choose from, and the one in use.
struct Wardrobe: Hashable {
    var choices: [ThemeChoice] = []
    var current = ""
}

extension State {
    /// Shows the themes. The one the eye is on is put on at once; Esc goes back to the one before.
    mutating func take(_ themes: [ThemeChoice], current: String) {
        wardrobe = Wardrobe(choices: themes, current: current)
        var palette = Palette(scope: .themes)
        palette.selected = themes.firstIndex { $0.id == current } ?? 0
        overlay = .palette(palette)
        revision += 1
    }

    /// Puts on the theme that is selected in the palette, without keeping it.
    func tryOn(_ palette: Palette) -> [Effect] {
        let hits = hits(palette)
        guard hits.indices.contains(palette.selected), case .theme(let index) = hits[palette.selected] else {
            return []
        }
        return [.wear(wardrobe.choices[index].id, isKept: false)]
    }

    mutating func keepTheme(_ index: Int) -> [Effect] {
        overlay = nil
        guard wardrobe.choices.indices.contains(index) else { return [] }
        let choice = wardrobe.choices[index]
        wardrobe.current = choice.id
        say(words("配色：\(choice.zh)，下次也用。", "Theme: \(choice.en), kept for next time."))
        return [.wear(choice.id, isKept: true)]
    }
}
