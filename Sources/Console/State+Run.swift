import Canvas
import Ledger
import Walls
import Words

extension State {
    /// Does an operation that is possible.
    mutating func run(_ id: Operation.ID) -> [Effect] {
        switch id {
        case .up: wall.move(.up, in: frame)
        case .down: wall.move(.down, in: frame)
        case .left: wall.move(.left, in: frame)
        case .right: wall.move(.right, in: frame)
        case .pageUp: wall.move(.pageUp, in: frame)
        case .pageDown: wall.move(.pageDown, in: frame)
        case .home: wall.move(.home, in: frame)
        case .end: wall.move(.end, in: frame)
        case .nextPart: wall.perform(.nextPart, in: frame)
        case .previousPart: wall.perform(.previousPart, in: frame)
        case .trouble:
            goWhere(.trouble)
            wall.perform(.trouble, in: frame)
        case .group: wall.perform(.group, in: frame)
        case .open: return answer(wall.activate(in: frame))
        case .back: back()
        case .previousMatter: return walk(-1)
        case .nextMatter: return walk(1)
        case .go(let place): self.place = place
        case .filter:
            goWhere(.filter)
            startFinding()
        case .basis: showBasis()
        case .act(.amend): if let matter = selected { correct(matter) }
        case .act(let kind): if marked.isEmpty { ask(kind) } else { askForMarked(kind) }
        case .mark: toggleMark()
        case .form: openForm()
        case .tour: startTour()
        case .say(let saying): ask(saying)
        case .chase: ask(chaseKind)
        case .progress:
            if let matter = selected, isCountedByHousehold(matter) {
                ask(.household)
            } else {
                ask(.track, atTotal: true)
            }
        case .move:
            overlay = Moving(moved, scene).map(Overlay.moving)
        case .register: ask(Prompt.register(scene))
        case .copy: return copy()
        case .evening: openEvening()
        case .meeting: return openMeetings()
        case .undo: return [.offerUndo]
        case .printOverdue:
            say(words("正在生成逾期清单…", "Making the overdue list…"))
            return [.print(.overdue)]
        case .printPage:
            say(words("正在生成本页…", "Making this page…"))
            return [.print(.page(wall.script(in: scene)))]
        case .palette:
            overlay = .palette(Palette())
            // What is settled is read while the first letters are typed.
            return lookUp(Palette())
        case .jumpBack: return jumpBack()
        case .views: overlay = .palette(Palette(scope: .views))
        case .theme: return [.listThemes]
        case .mouse: return switchMouse()
        case .copyNumber: return copyNumber()
        case .help: overlay = .help(Help())
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .quit: return [.quit]
        case .dayBefore: return show(shownDay - 1)
        case .dayAfter: return show(shownDay + 1)
        case .presentDay: return show(presentDay)
        case .play: return togglePlaying()
        case .compare: return toggleComparing()
        case .measure: wall.perform(.measure, in: frame)
        case .zoomIn: wall.perform(.zoomIn, in: frame)
        case .zoomOut: wall.perform(.zoomOut, in: frame)
        case .zoom: wall.perform(.zoom, in: frame)
        case .fold:
            if let turn = wall.turn(in: frame) { return tick(turn) }
            wall.perform(.fold, in: frame)
        }
        return []
    }

    // MARK: Going

    mutating func answer(_ response: Response?) -> [Effect] {
        switch response {
        case .open(let number)?: return open(number)
        case .act(let kind)?: return start(Operation.of(.act(kind)))
        case .step(let place)?: return tick(step: place)
        case .support(let place)?: return settle(support: place)
        case .household(let code)?: return visit(code)
        case .read(let title, let text)?:
            overlay = .reading(Reading(title: title, lines: [Reading.Line(label: "", text: text)]))
        case .perform(let ability)?: wall.perform(ability, in: frame)
        case .tick(let turn)?: askAbout(turn)
        case .list(let title, let matters)?: list(title, matters)
        case nil: break
        }
        return []
    }

    /// What a wall cannot do itself, such as finding on the overview, the plain list does.
    private mutating func goWhere(_ ability: Ability) {
        if !wall.abilities.contains(ability) { place = .list }
    }

    /// Opens the page of a matter, at hand or not; Esc leads back to where one stands.
    mutating func open(_ number: MatterNumber) -> [Effect] {
        if registered == number { registered = nil }
        if place != .matter { cameFrom = place }
        let origin = walls[cameFrom]
        var area = frame
        area.line = nil
        let siblings = origin?.matters(in: area) ?? []
        var page = MatterPage(
            number,
            siblings: siblings.contains(number) ? siblings : [],
            origin: cameFrom.title(words)
        )
        if let old = walls[.matter] as? MatterPage, old.number == number { page.history = old.history }
        walls[.matter] = page
        place = .matter
        return [.load(number)]
    }

    private mutating func walk(_ step: Int) -> [Effect] {
        guard let number = neighbour(step) else { return [] }
        // The row one goes back to walks along.
        let frame = frame
        walls[cameFrom]?.select(number, in: frame)
        return open(number)
    }

    /// What a number or a name on a wall stands for, as a list; Esc leads back to that wall.
    private mutating func list(_ title: String, _ matters: [MatterNumber]) {
        listedFrom = place
        place = .list
        wall.filter = Filter(excerpt: Filter.Excerpt(title: title, matters: matters))
    }

    /// One thing at a time: the marks, the filter, then the page.
    private mutating func back() {
        if !marked.isEmpty {
            marked = []
        } else if !wall.filter.isEmpty {
            let isExcerpt = wall.filter.excerpt != nil
            wall.filter = .none
            if isExcerpt, let origin = listedFrom { place = origin }
        } else if place == .matter {
            place = cameFrom
        } else if wall.abilities.contains(.zoomOut) {
            wall.perform(.zoomOut, in: frame)
        }
    }

    private mutating func showBasis() {
        if wall.abilities.contains(.basis) {
            wall.perform(.basis, in: frame)
        } else if let matter = selected {
            let lines = words.basis(scene.judgement(of: matter), of: matter, today: scene.today, in: scene.ledger)
            overlay = .reading(
                Reading(
                    title: words("亮灯依据", "Why this light") + "  \(words.number(matter)) \(words.title(matter))",
                    lines: lines.map { Reading.Line(label: $0.label, text: $0.text) }
                )
            )
        }
    }

    private mutating func copy() -> [Effect] {
        guard let matter = selected else {
            say(words("已复制本页；终端不许程序写剪贴板时收不到。", "The page is copied, if the terminal lets programs do so."))
            return [.copy(wall.copied(in: scene))]
        }
        let sentence = words.oneSentence(matter, scene.judgement(of: matter), in: scene.ledger)
        say(words("已复制一句话；终端不许程序写剪贴板时收不到。", "Copied, if the terminal lets programs do so."))
        return [.copy("\(words.number(matter)) \(words.title(matter))：\(sentence)")]
    }

    private mutating func copyNumber() -> [Effect] {
        guard let matter = selected else { return [] }
        let number = words.number(matter)
        say(words("已送剪贴板：\(number)", "Sent to the clipboard: \(number)"))
        return [.copy(number)]
    }

    private mutating func switchMouse() -> [Effect] {
        hasMouse.toggle()
        say(
            hasMouse
                ? words("鼠标交给程序了；要选取文字按住 Shift 再拖。", "The mouse is the program's; hold Shift to select text.")
                : words("鼠标还给终端了，可以直接选取文字；再用「鼠标开关」交回。", "The mouse is the terminal's; select text freely.")
        )
        return [.listenToMouse(hasMouse)]
    }

    // MARK: Asking

    mutating func ask(_ kind: Action.Kind, atTotal: Bool = false) {
        guard let matter = selected else { return }
        var prompt = Prompt.make(kind, on: matter, scene)
        if atTotal { prompt.focus = prompt.fields.firstIndex { if case .total = $0.role { true } else { false } } ?? 0 }
        ask(prompt)
    }

    /// Opens a line, with what was typed into it before.
    mutating func ask(_ prompt: Prompt) {
        let draft = takeDraft(of: prompt)
        overlay = .prompt(draft ?? prompt)
        if draft != nil { say(words("接着上次没写完的。", "Going on with what was left.")) }
    }
}
