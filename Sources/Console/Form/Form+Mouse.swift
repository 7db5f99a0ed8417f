import Canvas
import Ledger
import Walls
import Words

extension State {
    /// A click on a field goes there; on the last line it stores.
    mutating func click(_ point: Point, in old: Form) {
        var form = old
        guard let field = field(at: point, in: form) else { return }
        form.focus = field
        form.candidate = 0
        overlay = .form(form)
        revision += 1
    }

    /// A click on a line of the palette chooses it, one on the chosen line runs it.
    mutating func click(_ point: Point, in old: Palette) -> [Effect] {
        var palette = old
        guard let index = index(at: point, in: palette) else {
            return update(.input(.key(.escape)))
        }
        revision += 1
        if index == palette.selected { return update(.input(.key(.enter))) }
        palette.selected = index
        overlay = .palette(palette)
        return palette.scope == .themes ? tryOn(palette) : []
    }
}
