import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

extension State {
    mutating func click(_ mouse: Mouse) -> [Effect] {
        guard !isTooSmall else { return [] }
        if mouse.kind == .release { return drop(mouse.at) }
        press = nil
        if let overlay {
            switch mouse.kind {
            case .click: return click(mouse.at, in: overlay)
            case .wheelUp, .wheelDown: return wheel(mouse.kind == .wheelUp ? .up : .down, in: overlay)
            case .rightClick, .release: return []
            }
        }
        switch mouse.kind {
        case .wheelUp, .wheelDown:
            guard wallArea.contains(mouse.at) else { return [] }
            let point = Point(x: mouse.at.x - wallArea.x, y: mouse.at.y - wallArea.y)
            wall.wheel(mouse.kind == .wheelUp ? -3 : 3, at: point, in: frame)
            revision += 1
        case .click:
            // Before the notice goes, which may stand in the slider's place.
            let hadNotice = notice != nil
            notice = nil
            revision += 1
            return hadNotice && isSlider(mouse.at) ? [] : click(mouse.at)
        case .rightClick, .release: break
        }
        return []
    }

    /// What was pressed and not let go of yet: a card, from where it may be dragged to another column.
    struct Press {
        var at: Point
        var place: Place
        var matter: MatterNumber
    }

    /// Ends a drag: over the column of another stage the card is about to move there, as after m.
    private mutating func drop(_ point: Point) -> [Effect] {
        guard let press, press.at != point else {
            press = nil
            return []
        }
        self.press = nil
        guard overlay == nil, let inside = onWall(point),
            let stage = walls[press.place]?.stage(at: inside, in: frame),
            let matter = scene.matter(press.matter), stage != matter.stage
        else { return [] }
        // The second press on a card has opened its page: a drag did not mean that.
        place = press.place
        wall.select(press.matter, in: frame)
        // It is this card that was dragged, whatever is marked elsewhere.
        if !marked.contains(press.matter) { marked = [] }
        let effects = start(Operation.of(.move))
        guard case .moving(var moving)? = overlay else { return effects }
        if moving.choose(stage) {
            overlay = .moving(moving)
        } else {
            overlay = nil
            say(
                words(
                    "「\(words.name(matter.stage))」不能直接移到「\(words.name(stage))」；m 看能移到哪里",
                    "not from \(words.name(matter.stage)) to \(words.name(stage)) at once; m shows where it can go"
                ),
                .attention
            )
        }
        revision += 1
        return effects
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
        if isSlider(point) { return pressDrawn(at: point) }
        guard let inside = onWall(point) else { return [] }
        if let response = wall.response(at: inside, in: frame) { return answer(response) }
        let (before, place) = (AnyHashable(wall), place)
        let isAgain = wall.click(inside, in: frame)
        if wall.stage(at: inside, in: frame) != nil, let matter = selected?.number {
            press = Press(at: point, place: place, matter: matter)
        }
        if isAgain { return answer(wall.activate(in: frame)) }
        return before == AnyHashable(wall) ? pressDrawn(at: point) : []
    }

    /// A click beside a box closes it, as Esc would; one on a hint presses its key.
    private mutating func click(_ point: Point, in overlay: Overlay) -> [Effect] {
        if point.y == size.height - 1 {
            let hint = hints.first { ($0.x..<$0.x + $0.width).contains(point.x) }
            guard let key = hint?.press else { return [] }
            return update(.input(.key(key)))
        }
        switch overlay {
        case .reading, .withdrawal, .help:
            self.overlay = nil
            revision += 1
        case .confirm: return update(.input(.key(.escape)))
        case .conflict(let conflict) where conflict.record != nil: return update(.input(.key(.escape)))
        case .palette(let palette): return click(point, in: palette)
        case .form(let form): click(point, in: form)
        case .moving(let moving): return click(point, in: moving)
        case .evening(let flow): return click(point, in: flow)
        case .meeting(let flow): return click(point, in: flow)
        case .filter: return clickWhileFinding(point)
        case .prompt(let prompt): click(point, in: prompt)
        case .conflict: break
        }
        return []
    }

    /// The wheel does what the arrow keys do: a row at a time where one is chosen, three where a text is read.
    private mutating func wheel(_ key: Key, in overlay: Overlay) -> [Effect] {
        var effects: [Effect] = []
        for _ in 0..<steps(in: overlay) {
            effects += update(.input(.key(key)))
            // Where the text ends and the list begins again, the wheel has turned far enough.
            if steps(in: self.overlay) == 1 { break }
        }
        return effects
    }

    private func steps(in overlay: Overlay?) -> Int {
        switch overlay {
        case .reading, .confirm, .withdrawal, .help: 3
        case .conflict(let conflict): conflict.record == nil ? 0 : 3
        case .evening(let flow): flow.prompt == nil ? (flow.page.isAtEnd ? 3 : 1) : 0
        case .meeting(let flow): flow.prompt == nil ? (flow.minutes == nil ? 1 : 3) : 0
        case .palette, .filter: 1
        case .prompt, .form, .moving, nil: 0
        }
    }

    /// A point of the screen as one of the wall.
    private func onWall(_ point: Point) -> Point? {
        wallArea.contains(point) ? Point(x: point.x - wallArea.x, y: point.y - wallArea.y) : nil
    }

    private mutating func click(_ point: Point, in old: EveningFlow) -> [Effect] {
        var flow = old
        flow.page.settle(scene)
        if let prompt = flow.prompt {
            let picked = offered(at: point, prompt, bottom: wallArea.bottom)
            flow.prompt = picked ?? clicked(point, in: prompt, row: wallArea.bottom - 1) ?? prompt
            overlay = .evening(flow)
            revision += 1
            return []
        }
        guard let inside = onWall(point) else { return [] }
        let wasSelected = flow.page.click(inside, size: wallArea.size)
        overlay = .evening(flow)
        revision += 1
        return wasSelected ? update(.input(.key(.enter))) : []
    }

    private mutating func click(_ point: Point, in old: MeetingFlow) -> [Effect] {
        var flow = old
        flow.page?.settle(scene)
        flow.choosing?.settle(scene)
        if flow.minutes != nil { return update(.input(.key(.escape))) }
        if let prompt = flow.prompt {
            let picked = offered(at: point, prompt, bottom: wallArea.bottom)
            flow.prompt = picked ?? clicked(point, in: prompt, row: wallArea.bottom - 1) ?? prompt
            overlay = .meeting(flow)
            revision += 1
            return []
        }
        guard let inside = onWall(point) else { return [] }
        let wasSelected =
            flow.page?.click(inside, size: wallArea.size)
            ?? flow.choosing?.click(inside, height: wallArea.height, scene) ?? false
        overlay = .meeting(flow)
        revision += 1
        return wasSelected ? update(.input(.key(.enter))) : turnMeeting()
    }

    /// A stage that is clicked is chosen; clicked again, gone to.
    private mutating func click(_ point: Point, in old: Moving) -> [Effect] {
        guard point.y == size.height - 2 else { return [] }
        var moving = old
        guard let index = moving.choice(at: point.x, words) else { return [] }
        let wasChosen = index == moving.index
        moving.choose(index - moving.index)
        overlay = .moving(moving)
        revision += 1
        return wasChosen ? update(.input(.key(.enter))) : []
    }

    /// While a filter is typed, a row can be clicked as on the wall; the filter is kept.
    private mutating func clickWhileFinding(_ point: Point) -> [Effect] {
        guard wallArea.contains(point) else { return [] }
        return update(.input(.key(.enter))) + click(point)
    }

    /// A field of the line takes the caret; a choice that has it goes on to the next.
    private mutating func click(_ point: Point, in old: Prompt) {
        let picked = offered(at: point, old, bottom: size.height - 1)
        guard let prompt = picked ?? (isHosted(old) ? nil : clicked(point, in: old, row: size.height - 2)) else {
            return
        }
        overlay = .prompt(prompt)
        revision += 1
    }

    private func clicked(_ point: Point, in old: Prompt, row: Int) -> Prompt? {
        var prompt = old
        let field =
            prompt.purpose == .register
            ? captureField(at: point, prompt)
            : isSheet(prompt)
                ? sheetField(at: point.y, prompt, bottom: row + 1)
                : point.y == row ? prompt.line.field(at: point.x, width: size.width) : nil
        guard let index = field else { return nil }
        if index == prompt.focus, !prompt.fields[index].choices.isEmpty {
            _ = prompt.handle(.right)
        } else {
            prompt.focus = index
        }
        return prompt
    }
}
