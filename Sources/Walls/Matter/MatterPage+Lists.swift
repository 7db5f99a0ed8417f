import Canvas
import Ledger
import Text
import Words

// The slips and households of a matter, beside its steps and supporting units.
extension MatterPage {
    @discardableResult
    func draw(_ list: Part, _ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) -> Int {
        switch list {
        case .steps: drawSteps(matter, area, frame, canvas)
        case .supports: drawSupports(matter, area, frame, canvas)
        case .slips: drawSlips(matter, area, frame, canvas)
        case .households: drawHouseholds(matter, area, frame, canvas)
        case .summary, .actions, .history, .progress: 0
        }
    }

    // MARK: Slips

    /// 单据: what, its number, where it stands; the reply on a row below would be a second list, Enter shows it.
    @discardableResult
    func drawSlips(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) -> Int {
        let slips = matter.ladder.slips
        guard !slips.isEmpty else { return 0 }
        let scene = frame.scene
        let words = scene.words
        let open = slips.count { $0.isInForce && $0.answered == nil && $0.answerBy != nil }
        canvas.rule(
            words.slipsHead,
            right: words.slipsNote(slips.count, unanswered: open),
            y: area.y - 1,
            width: area.width
        )
        return drawRows(.slips, slips.count, area, canvas) { index, y in
            let slip = slips[index]
            let isLate = slip.isInForce && slip.answered == nil && slip.answerBy.map { $0 < scene.today } ?? false
            let ink: Style = slip.voided != nil ? .dim : .text
            canvas.put("\(index + 1)", x: 2, y: y, .dim)
            var x = 5 + canvas.put(words.name(slip.kind), x: 5, y: y, ink) + 1
            x += canvas.put(words.number(slip), x: x, y: y, slip.isDraft ? .gold : ink, width: area.right - x) + 2
            let style: Style = isLate ? .orange : slip.isDraft ? .gold : .dim
            x += canvas.put(words.state(slip), x: x, y: y, style, width: area.right - x) + 2
            if let reply = slip.reply, x + 8 < area.right {
                canvas.put(words.receipt(words.text(reply.done)), x: x, y: y, .dim, width: area.right - x)
            }
        }
    }

    /// The slip under the cursor in full, with its reply.
    func slipReading(_ scene: Scene) -> Response? {
        guard let matter = matter(in: scene), matter.ladder.slips.indices.contains(row) else { return nil }
        let words = scene.words
        let slip = matter.ladder.slips[row]
        var lines = words.fields(of: slip, on: matter, today: scene.today, in: scene.ledger).map {
            "\($0.label)\(words("：", ": "))\($0.text)"
        }
        if slip.signed != nil || slip.voided != nil { lines.append(words.state(slip)) }
        if let reply = slip.reply { lines += words.receipt(reply, seenFrom: scene.today, in: scene.ledger) }
        return .read(
            title: "\(words.name(slip.kind))\(words.number(slip))",
            text: lines.joined(separator: words("；", "; "))
        )
    }

    // MARK: Households

    private struct HouseholdsKey: Hashable {
        let number: MatterNumber
    }

    func households(_ scene: Scene) -> [Household] {
        scene.derived(HouseholdsKey(number: number)) { scene.ledger.households(of: number) }
    }

    /// 包户: by code, with the cadre who answers for it; no name, no door number.
    @discardableResult
    private func drawHouseholds(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) -> Int {
        let scene = frame.scene
        let words = scene.words
        let all = households(scene)
        guard !all.isEmpty else { return 0 }
        canvas.rule(
            words.householdsHead,
            right: words.householdsNote(all.count, signed: all.count { $0.state.isSigned }),
            y: area.y - 1,
            width: area.width
        )
        return drawRows(.households, all.count, area, canvas) { index, y in
            let household = all[index]
            let style: Style =
                switch household.state {
                case .signed, .vacated: .blue
                case .hard: Style.orange.bold
                case .talking, .untouched: .text
                }
            canvas.put(household.code.string, x: 2, y: y, .text, width: 16)
            canvas.put(words.name(household.state), x: 19, y: y, style, width: 8)
            canvas.put(words.person(household.cadre, in: scene.ledger), x: 28, y: y, .dim, width: scene.measures.person)
            let x = 28 + scene.measures.person + 2
            let visit = household.visited.map { words.short($0, seenFrom: scene.today) }
            let used = canvas.put(
                words.lastVisit(visit),
                x: x,
                y: y,
                visit == nil ? .gold : .dim,
                width: area.right - x
            )
            let note = [household.group.string, household.trouble.string].filter { !$0.isEmpty }.joined(separator: "  ")
            canvas.put(note, x: x + used + 2, y: y, .dim, width: area.right - x - used - 2)
        }
    }

    // MARK: Rows

    /// The rows of a list that are in view, the cursor where it is in this list.
    private func drawRows(_ list: Part, _ count: Int, _ area: Rect, _ canvas: Canvas, _ draw: (Int, Int) -> Void) -> Int
    {
        let isHere = part == list
        let shown = (isHere ? window : ScrollWindow()).visible(of: count, rows: area.height)
        for index in shown {
            let y = area.y + index - shown.lowerBound
            draw(index, y)
            if isHere, index == row { canvas.mark(Rect(x: 0, y: y, width: area.width, height: 1)) }
        }
        if shown.count < count, !isHere, shown.upperBound < count {
            canvas.put(.below, x: area.right - 1, y: area.y + shown.count - 1, .dim)
        }
        return shown.count + 2
    }
}

extension Words {
    fileprivate var slipsHead: String { self("单据", "Slips") }
    fileprivate func slipsNote(_ count: Int, unanswered: Int) -> String {
        let all = self("\(count) 张", "\(count)")
        return unanswered == 0 ? all : all + self("  待回执 \(unanswered)", "  \(unanswered) to be answered")
    }
    fileprivate func receipt(_ text: String) -> String { self("回执：\(text)", "reply: \(text)") }
    fileprivate func receipt(_ reply: SlipReply, seenFrom today: Day, in ledger: Ledger) -> [String] {
        [
            receipt(text(reply.done)), reply.reason.map { self("未完成原因：", "not done because: ") + text($0) },
            reply.measure.map { self("措施：", "measures: ") + text($0) },
            reply.promised.map {
                self("承诺 \(short($0, seenFrom: today)) 前", "promised by \(short($0, seenFrom: today))")
            },
            reply.head.map { self("负责人 ", "head ") + person($0, in: ledger) },
        ].compactMap { $0 }
    }
    fileprivate var householdsHead: String { self("包户", "Households") }
    fileprivate func householdsNote(_ count: Int, signed: Int) -> String {
        self("已签 \(signed)/\(count) 户", "\(signed) of \(count) signed")
    }
    fileprivate func lastVisit(_ day: String?) -> String {
        day.map { self("上门 \($0)", "visited \($0)") } ?? self("未上过门", "never visited")
    }

    /// A part of the page, as its tab on a narrow screen.
    func name(_ part: MatterPage.Part) -> String {
        switch part {
        case .summary: self("概况", "summary")
        case .actions: self("能办", "actions")
        case .history: self("历史", "history")
        case .steps: self("步骤", "steps")
        case .supports: self("配合", "units")
        case .slips: self("单据", "slips")
        case .households: self("包户", "homes")
        case .progress: self("进度", "progress")
        }
    }
}
