import Canvas
import Ledger
import Text
import Walls
import Words

extension State {
    mutating func click(_ mouse: Mouse) -> [Effect] {
        guard !isTooSmall else { return [] }
        if let overlay {
            guard case .click = mouse.kind else { return [] }
            return click(mouse.at, in: overlay)
        }
        switch mouse.kind {
        case .wheelUp, .wheelDown:
            guard wallArea.contains(mouse.at) else { return [] }
            let point = Point(x: mouse.at.x - wallArea.x, y: mouse.at.y - wallArea.y)
            wall.wheel(mouse.kind == .wheelUp ? -3 : 3, at: point, in: frame)
            revision += 1
        case .click:
            notice = nil
            revision += 1
            return click(mouse.at)
        case .rightClick: break
        }
        return []
    }

    private mutating func click(_ point: Point) -> [Effect] {
        if point.y == 0 {
            guard let tab = tabs.first(where: { ($0.x..<$0.x + $0.width).contains(point.x) }) else { return [] }
            return start(Operation.of(.go(tab.place)))
        }
        if point.y == size.height - 1 {
            let hint = hints.first { ($0.x..<$0.x + $0.width).contains(point.x) }
            return hint?.operation.map { start(Operation.of($0)) } ?? []
        }
        guard wallArea.contains(point) else { return [] }
        let inside = Point(x: point.x - wallArea.x, y: point.y - wallArea.y)
        return wall.click(inside, in: frame) ? answer(wall.activate(in: frame)) : []
    }

    /// A click beside a box closes it, as Esc would; one on a hint presses its key.
    private mutating func click(_ point: Point, in overlay: Overlay) -> [Effect] {
        if point.y == size.height - 1 {
            let hint = hints.first { ($0.x..<$0.x + $0.width).contains(point.x) }
            guard let key = hint?.press else { return [] }
            return update(.input(.key(key)))
        }
        switch overlay {
        case .reading, .confirm, .withdrawal, .help:
            self.overlay = nil
            revision += 1
        case .palette(let palette): return click(point, in: palette)
        case .form(let form): click(point, in: form)
        case .prompt, .filter, .moving, .conflict, .evening, .meeting: break
        }
        return []
    }
}
