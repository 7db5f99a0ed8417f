import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

extension State {
    /// A hint of the footer, and where it stands.
    struct Hint {
        let key: String
        let title: String
        /// What a click on it does; nil for keys that belong to a line being typed.
        let operation: Operation.ID?
        /// The key that a click on it presses, if its label does not say so.
        var stands: Key?
        var x = 0
        /// The key that a click on it presses, for keys that start no operation; one that stands for two keys cannot be
        /// clicked.
        var press: Key? { operation == nil ? stands ?? Key(named: key) : nil }
        var width: Int { key.columns() + 1 + title.columns() }
    }

    /// What fits: the right group always, of the left one what there is room for.
    var hints: [Hint] {
        let right = rightHints
        var end = size.width
        var placed: [Hint] = []
        for var hint in right.reversed() {
            end -= hint.width
            hint.x = end
            placed.append(hint)
            end -= 2
        }
        var x = 0
        for var hint in leftHints(within: end) {
            if x + hint.width > end { break }
            hint.x = x
            placed.append(hint)
            x += hint.width + 2
        }
        return placed
    }

    private func hint(_ id: Operation.ID, _ title: String? = nil) -> Hint {
        let operation = Operation.of(id)
        return Hint(key: operation.keys[0].label(words), title: title ?? operation.title(words), operation: id)
    }

    private func key(_ key: String, _ zh: String, _ en: String) -> Hint {
        Hint(key: key, title: words(zh, en), operation: nil)
    }

    /// The hint of a key by its label.
    private func pressing(_ label: String, _ title: String) -> Hint {
        let key: Key? =
            switch label {
            case words("空格", "Space"): " "
            case "↑": .up
            case "↓": .down
            default: nil
            }
        return Hint(key: label, title: title, operation: nil, stands: key)
    }

    private var rightHints: [Hint] {
        switch overlay {
        case nil: [hint(.help), hint(.palette), hint(.quit)]
        default: []
        }
    }

    private func leftHints(within room: Int) -> [Hint] {
        switch overlay {
        case .prompt(let prompt)?: return lineKeys(prompt).map { pressing($0.key, $0.title) }
        case .filter?: return [key("Enter", "留住筛选", "keep"), key("↑↓", "选", "select"), key("Esc", "清除", "clear")]
        case .moving?: return [key("←→", "换", "choose"), key("Enter", "定", "go on"), key("Esc", "不动", "leave")]
        case .help?:
            return [key("Esc", "返回", "back"), key("PgDn", "下一页", "next page"), key("", "输入 筛选", "type to filter")]
        case .palette(let palette)? where palette.scope == .themes:
            return [key("↑↓", "试", "try on"), key("Enter", "用这个", "keep"), key("Esc", "用原来的", "the one before")]
        case .palette?:
            return [
                key("↑↓", "选", "select"), key("Enter", "执行", "run"), key("Tab", "补全", "complete"),
                key("Esc", "关闭", "close"),
            ]
        case .form(let form)?:
            return [
                key("Tab", "下一栏", "next"), key("F10", form.number == nil ? "登记" : "存下", "store"),
                key("Esc", "离开，草稿在", "leave, kept as draft"),
                Hint(key: "↑↓", title: words("换栏、选", "field, choice"), operation: nil),
            ]
        case .conflict(let conflict)? where conflict.record != nil:
            return [key("Esc", "回去", "back"), key("↑↓", "滚动", "scroll")]
        case .conflict?:
            return [
                key("Enter", "这样存", "store this"), key("e", "改我的", "change mine"), key("o", "看对方记录", "their record"),
                key("Esc", "先不存，留作草稿", "keep as draft"),
            ]
        case .evening(let flow)?: return eveningKeys(flow).map { pressing($0.key, $0.title) }
        case .meeting(let flow)?: return meetingKeys(flow).map { pressing($0.key, $0.title) }
        case .reading?: return [key("Esc", "关闭", "close"), key("↑↓", "滚动", "scroll")]
        case .withdrawal?: return [key("Enter", "撤回", "take back"), key("Esc", "不撤", "leave it")]
        case .confirm?:
            return [key("Enter", "确认", "confirm"), key("↑↓", "滚动", "scroll"), key("Esc", "回去改", "change it")]
        case nil: return wallHints(within: room)
        }
    }

    /// What can be done just now, most used first. Whether an action can is asked only as long as there is room to say so.
    private func wallHints(within room: Int) -> [Hint] {
        var hints = place == .matter ? [] : [key("↑↓", "选", "select")]
        if wall.abilities.contains(.zoomIn) { hints = [key("↑↓←→", "走", "walk")] }
        if place != .matter, !wall.abilities.contains(.zoomIn) { hints.append(hint(.open)) }
        if let turn = wall.turn(in: frame) {
            hints = [key("↑↓←→", "走格", "walk")]
            if whyNotTicked(turn) == nil {
                hints += [hint(.fold, words("勾", "tick")), hint(.open, words("写明再勾", "tick and say"))]
            }
        } else if place == .timeline || place == .checklist {
            hints.append(key("←→", "前后移", "scroll"))
        }
        let order: [Operation.ID] = [
            .zoomIn, .zoomOut, .measure, .zoom, .fold, .say(.decision), .act(.track), .progress, .move,
            .act(.askExtension), .filter,
            .trouble, .group, .basis, .chase, .act(.remind), .register, .copy, .nextPart, .printOverdue, .printPage,
        ]
        for id in order where hints.reduce(0, { $0 + $1.width + 2 }) < room {
            guard isHinted(id), !(id == .fold && place == .checklist), whyDisabled(Operation.of(id)) == nil else {
                continue
            }
            hints.append(hint(id, id == .copy && selected == nil ? words("复制本页", "copy page") : nil))
        }
        let hasBack = place == .matter || !wall.filter.isEmpty
        if hasBack {
            hints.insert(
                hint(.back, wall.filter.isEmpty ? nil : words("清除筛选", "clear filter")),
                at: min(hints.count, 3)
            )
        }
        return hints
    }

    /// Finding leads away from a page; there it is not the next thing one would do.
    private func isHinted(_ id: Operation.ID) -> Bool {
        switch id {
        case .filter: place == .overview || wall.abilities.contains(.filter)
        case .trouble: wall.abilities.contains(.trouble)
        // What waits for a leader is what one would record next.
        case .say(.decision): selected?.pendingLevel != nil
        default: true
        }
    }

    func drawFooter(_ canvas: Canvas) {
        for hint in hints {
            let used = canvas.put(hint.key, x: hint.x, y: 0, Style.gold.bold)
            canvas.put(hint.title, x: hint.x + used + (used > 0 ? 1 : 0), y: 0, .dim)
        }
    }
}
