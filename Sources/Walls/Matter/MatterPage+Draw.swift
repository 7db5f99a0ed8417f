package import Canvas
import Ledger
import Supervision
import Text
package import Words

extension MatterPage {
    package func draw(in frame: Frame, on canvas: Canvas) {
        guard let matter = matter(in: frame.scene) else {
            let words = frame.scene.words
            canvas.put(words("正在读取…", "Reading…"), x: 2, y: 1, .dim)
            return
        }
        let layout = Layout(frame, self)
        drawCrumb(matter, frame, canvas)
        drawTitle(matter, frame, canvas, y: layout.head.bottom - 2)
        for (index, line) in sentenceLines(frame, width: layout.sentence.width).prefix(layout.sentence.height)
            .enumerated()
        {
            canvas.put(line, x: layout.sentence.x, y: layout.sentence.y + index, .text)
        }
        if Self.isWide(frame) || part == .summary {
            drawMain(matter, layout, frame, canvas)
        } else if part == .progress, let area = layout.area(of: part) {
            drawProgressPage(matter, area, frame, canvas)
        } else if let area = layout.area(of: part) {
            draw(part, matter, area, frame, canvas)
        }
        if let area = layout.area(of: .actions) { drawActions(matter, area, frame, canvas) }
        if let area = layout.area(of: .history) { drawHistory(matter, area, frame, canvas) }
    }

    // MARK: Head

    private func drawCrumb(_ matter: Matter, _ frame: Frame, _ canvas: Canvas) {
        let words = frame.scene.words
        var crumb: [Run] = []
        if !origin.isEmpty { crumb += [Run(origin, .dim), Run(" ▸ ", .faint)] }
        crumb.append(Run(words.number(matter)))
        if !Self.isWide(frame) {
            for part in parts(in: frame) {
                crumb += [Run(" "), Run(" \(words.name(part)) ", part == self.part ? .active : .dim)]
            }
        }
        let used = canvas.put(crumb, x: 2, y: 0)
        let place = placeForms(words).first { used + 4 + canvas.width($0) <= canvas.width }
        if let place { canvas.put(place, right: canvas.width, y: 0) }
    }

    /// Where it stands in the list it was opened from, from long to short.
    private func placeForms(_ words: Words) -> [[Run]] {
        guard let index = siblings.firstIndex(of: number), siblings.count > 1 else { return [] }
        let place = Run(words("第 \(index + 1) 件，共 \(siblings.count) 件", "\(index + 1) of \(siblings.count)"), .dim)
        let (back, on) = (Run("[ ", .gold), Run("] ", .gold))
        let gap = Run("   ")
        let long = [
            place, gap, back, Run(words("上一件", "previous"), .dim), gap, on, Run(words("下一件", "next"), .dim),
        ]
        return [long, [place, gap, back, on], [Run("\(index + 1)/\(siblings.count) ", .dim), back, on]]
    }

    private func drawTitle(_ matter: Matter, _ frame: Frame, _ canvas: Canvas, y: Int) {
        let scene = frame.scene
        let words = scene.words
        let judgement = scene.judgement(of: matter)
        var right = [Run(words.name(matter.stage))]
        if let due = matter.limitDay(scene.ledger.offset) {
            right += [
                Run(words("   时限 ", "   limit "), .dim), Run(words.short(due, seenFrom: scene.today), Style.title.bold),
            ]
            let light = Style(judgement.light.ink)
            right += [Run("   "), Run(words.reason(judgement, of: matter), light)]
        }
        // What is left of the row belongs to the title; the number stands in the crumb.
        let width = right.reduce(0) { $0 + canvas.columns($1.text) }
        let chip = canvas.chip(judgement.light, words.name(judgement.light), x: 0, y: y)
        let room = canvas.width - chip - 2 - width - 3
        if room >= 20 {
            canvas.put(words.title(matter), x: chip + 2, y: y, Style.title.bold, width: room)
            canvas.put(right, right: canvas.width, y: y)
        } else {
            canvas.put(words.title(matter), x: chip + 2, y: y, Style.title.bold, width: canvas.width - chip - 2)
        }
        let ledger = scene.ledger
        let facts: [(String, String)] = [
            (words("牵头", "lead"), words.unit(matter.lead, in: ledger)),
            (words("来源", "source"), words.name(matter.source)),
            (words("战役", "campaign"), words.campaign(matter.campaign, in: ledger)),
            (words("网格", "grid"), words.grid(matter.grid, in: ledger)),
            (words("责任领导", "leader"), words.person(matter.leader, in: ledger)),
            (words("决策级", "level"), matter.level.map(words.name) ?? ""),
        ]
        var x = chip + 2
        for (label, value) in facts where !value.isEmpty {
            let wanted = canvas.columns(label) + 1 + canvas.columns(value)
            if x + wanted > canvas.width { break }
            x += canvas.put(label, x: x, y: y + 1, .dim) + 1
            x += canvas.put(value, x: x, y: y + 1) + 3
        }
    }

    // MARK: Right column

    private func drawActions(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) {
        let scene = frame.scene
        let words = scene.words
        let actor = words.person(scene.actor.person, in: scene.ledger)
        canvas.rule(
            words("能办", "Possible"),
            right: actor.isEmpty ? scene.actor.login : actor,
            x: area.x,
            y: area.y - 1,
            width: area.width
        )
        let actions = actions(in: frame)
        let isHere = part == .actions
        let isOne = Self.actionColumns(area.width) == 1
        let visible =
            isOne
            ? (isHere ? window : ScrollWindow()).visible(of: actions.count, rows: area.height)
            : 0..<min(actions.count, 2 * area.height)
        let whole = area
        for index in visible {
            var area = whole
            var y = area.y + index - visible.lowerBound
            if !isOne {
                let half = area.width / 2
                area = Rect(x: area.x + index / area.height * half, y: area.y, width: half - 2, height: area.height)
                y = area.y + index % area.height
            }
            let kind = actions[index]
            let permission = scene.permission(kind, on: matter)
            let key = frame.keys[kind] ?? ""
            canvas.put(key, x: area.x + 2, y: y, permission.isRefused ? .faint : Style.gold.bold)
            canvas.put(words.name(kind), x: area.x + 5, y: y, permission.isRefused ? .dim : .text)
            let note = area.x + 5 + (words.language == .zh ? 12 : 17)
            switch permission {
            case .allowed:
                canvas.put(today(kind, scene), x: note + 2, y: y, .dim, width: area.right - note - 2)
            case .onBehalf(let roles):
                let who = roles.first.map(words.name) ?? ""
                canvas.put(words("代录\(who)", "for the \(who)"), x: note + 2, y: y, .dim, width: area.right - note - 2)
            case .refused(let refusal):
                canvas.put(.crossMark, x: note, y: y, .dim)
                canvas.put(
                    words.clause(refusal, in: scene.ledger),
                    x: note + 2,
                    y: y,
                    .dim,
                    width: area.right - note - 2
                )
            }
            if isHere, index == row { canvas.mark(Rect(x: area.x, y: y, width: area.width, height: 1)) }
        }
        // What can come only in another state has its reason too, on the page of keys.
        let y = area.y + (isOne ? actions.count : area.height) + 1
        if Self.isWide(frame), y < (areaBelow(area, frame) ?? canvas.height) {
            canvas.put(words("? 看其余动作现在为何不能办", "? why the others are not"), x: area.x + 5, y: y, .dim)
        }
    }

    /// The first row below the actions that belongs to another part.
    private func areaBelow(_ area: Rect, _ frame: Frame) -> Int? {
        Layout(frame, self).area(of: .history).flatMap { $0.x == area.x ? $0.y - 2 : nil }
    }

    /// Whether today's track is written, where one is owed.
    private func today(_ kind: Action.Kind, _ scene: Scene) -> String {
        guard kind == .track else { return "" }
        for duty in scene.duties(of: number) {
            guard case .track = duty.kind else { continue }
            return duty.isDone ? scene.words("今日已记", "done today") : scene.words("今日未记", "not yet today")
        }
        return ""
    }

    func drawBasis(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) {
        let scene = frame.scene
        canvas.rule(
            scene.words("亮灯依据", "Why this light"),
            right: scene.words.number(matter),
            x: area.x,
            y: area.y - 1,
            width: area.width
        )
        let lines = scene.words.basis(scene.judgement(of: matter), of: matter, today: scene.today, in: scene.ledger)
        canvas.put(lines, x: area.x + 2, y: area.y, width: area.width - 2, rows: area.height)
    }
}

extension Canvas {
    /// 亮灯依据, label by label. Returns the rows it took.
    @discardableResult
    package func put(_ basis: [BasisLine], x: Int, y: Int, width: Int, rows: Int) -> Int {
        let indent = (basis.map { columns($0.label) }.max() ?? 0) + 2
        var used = 0
        for line in basis {
            for (index, text) in line.text.wrapped(to: max(8, width - indent), repertoire.ambiguity).enumerated() {
                guard used < rows else { return used }
                if index == 0 { put(line.label, x: x, y: y + used, .dim) }
                put(text, x: x + indent, y: y + used, .text, width: width - indent)
                used += 1
            }
        }
        return used
    }
}
