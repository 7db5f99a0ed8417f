package import Canvas
package import Ledger
package import Supervision
import Text
import Words

/// A meeting as the desk runs it (例会), over the whole wall: its agenda point by point, and at the end what was decided.
///
/// The points are made by the ledger. Those that were gone through stay in their places although they are answered, so
/// that nothing jumps; what comes up meanwhile stands after those of its kind.
package struct MeetingPage: Hashable, Sendable {
    package let meeting: MeetingID
    package private(set) var points: [Agenda.Point] = []
    /// The one in question; `points.count` is the end.
    package private(set) var index = 0

    package init(_ meeting: MeetingID, _ scene: Scene) {
        self.meeting = meeting
        settle(scene)
        guard let it = scene.ledger.diary.meetings[meeting] else { return }
        if it.ended != nil { index = points.count }
        if let called = it.spotlight { index = points.firstIndex { $0.matter == called } ?? 0 }
    }

    package var isAtEnd: Bool { index >= points.count }
    package var point: Agenda.Point? { isAtEnd ? nil : points[index] }

    /// Takes what the ledger puts on the agenda now.
    package mutating func settle(_ scene: Scene) {
        guard let it = scene.ledger.diary.meetings[meeting] else { return }
        let fresh = scene.supervisor.agenda(of: it).points
        for place in points.indices {
            guard let number = points[place].matter else { continue }
            points[place].judgement = scene.matter(number).map(scene.judgement(of:))
        }
        for point in fresh where !points.contains(where: { $0.isSame(as: point) }) {
            let place = points.lastIndex { $0.kind.rawValue <= point.kind.rawValue }.map { $0 + 1 } ?? 0
            points.insert(point, at: place)
            if place <= index, points.count > 1 { index += 1 }
        }
        index = min(index, points.count)
    }

    package mutating func move(_ step: Int) { index = min(max(0, index + step), points.count) }

    /// Whether anything was said or decided on a point in this meeting.
    package func isDone(_ point: Agenda.Point, _ scene: Scene) -> Bool { !entries(of: point, scene).isEmpty }

    private func entries(of point: Agenda.Point, _ scene: Scene) -> [Meeting.Entry] {
        guard let number = point.matter, let it = scene.ledger.diary.meetings[meeting] else { return [] }
        return it.entries.filter { $0.matters.contains(number) }
    }
}

extension Agenda.Point {
    fileprivate func isSame(as other: Agenda.Point) -> Bool {
        matter == nil ? other.matter == nil && text == other.text : matter == other.matter
    }
}

// MARK: - Drawing

extension MeetingPage {
    package func draw(_ scene: Scene, on canvas: Canvas) {
        guard let it = scene.ledger.diary.meetings[meeting] else { return }
        let words = scene.words
        let done = points.count { isDone($0, scene) }
        canvas.rule(
            [
                Run(words.title(it, in: scene.ledger), Style.title.bold),
                Run("  \(words.state(of: it))", it.isUnderWay ? Style.gold.bold : .dim),
            ],
            right: [Run(words("\(points.count) 项  议过 \(done)", "\(points.count) points, \(done) done"), .dim)],
            y: 0
        )
        guard let point else {
            drawEnd(it, scene, on: canvas.region(x: 0, y: 1, width: canvas.width, height: canvas.height - 1))
            return
        }
        let detail = detailRows(canvas.height)
        let rows = canvas.height - detail - 1
        drawList(scene, on: canvas.region(x: 0, y: 1, width: canvas.width, height: rows))
        drawDetail(
            point,
            scene,
            on: canvas.region(x: 0, y: canvas.height - detail, width: canvas.width, height: detail)
        )
    }

    private enum Row {
        case heading(Agenda.Kind, Int)
        case point(Int)
    }

    private var rows: [Row] {
        var rows: [Row] = []
        for (place, point) in points.enumerated() {
            if place == 0 || points[place - 1].kind != point.kind {
                rows.append(.heading(point.kind, points.count { $0.kind == point.kind }))
            }
            rows.append(.point(place))
        }
        return rows
    }

    private func detailRows(_ height: Int) -> Int { min(12, max(7, height * 2 / 5)) }

    /// The first row of the list in view.
    private func firstRow(_ rows: [Row], _ height: Int) -> Int {
        let selected = rows.firstIndex { if case .point(index) = $0 { true } else { false } } ?? 0
        return max(0, min(selected - height / 2, rows.count - height))
    }

    /// Turns to the point of the agenda under a point of the page; clicked again, it is what Enter is for.
    /// - Returns: whether it was in question already.
    package mutating func click(_ point: Point, size: Size) -> Bool {
        guard !isAtEnd else { return false }
        let height = size.height - detailRows(size.height) - 1
        let rows = rows
        let row = firstRow(rows, height) + point.y - 1
        guard (1...max(1, height)).contains(point.y), rows.indices.contains(row), case .point(let place) = rows[row]
        else { return false }
        defer { index = place }
        return place == index
    }

    private func drawList(_ scene: Scene, on canvas: Canvas) {
        let words = scene.words
        let rows = rows
        let first = firstRow(rows, canvas.height)
        for (y, row) in rows.dropFirst(first).prefix(canvas.height).enumerated() {
            switch row {
            case .heading(let kind, let count):
                canvas.put([Run(words.name(kind), Style.title.bold), Run(" \(count)", .dim)], x: 2, y: y)
            case .point(let place):
                draw(points[place], isSelected: place == index, scene, y: y, on: canvas)
            }
        }
    }

    private func draw(_ point: Agenda.Point, isSelected: Bool, _ scene: Scene, y: Int, on canvas: Canvas) {
        let words = scene.words
        let style: Style = isSelected ? Style.title.bold : .text
        if isDone(point, scene) { canvas.put(.check, x: 4, y: y, .green) }
        var right = canvas.width - 1
        let state = state(of: point, scene)
        let isWide = canvas.width >= 100
        right -= canvas.put(state, right: right, y: y, .dim) + 2
        guard let number = point.matter else {
            canvas.put(words.text(point.text), x: 9, y: y, style, width: right - 9)
            if isSelected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
            return
        }
        if let light = point.judgement?.light { canvas.put(light, words, x: 6, y: y) }
        guard let matter = scene.matter(number) else {
            canvas.put("\(number)  \(words.text(point.text))", x: 9, y: y, style, width: right - 9)
            return
        }
        let used = canvas.put(words.number(matter), x: 9, y: y, .dim)
        if isWide {
            let who = [words.unit(matter.lead, in: scene.ledger), words.person(matter.person, in: scene.ledger)]
                .filter { !$0.isEmpty }.joined(separator: " ")
            // In one column, unless the state beside it is longer than that leaves room for.
            let edge = min(right, canvas.width - 24)
            right = edge - canvas.put(who, right: edge, y: y, .dim) - 1
        }
        let x = 9 + max(used, 7) + 1
        canvas.put(words.title(matter), x: x, y: y, style, width: right - x)
        if isSelected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
    }

    /// What has to be known of a point in a few cells: who decides, how what was decided stands, how late it is.
    func state(of point: Agenda.Point, _ scene: Scene) -> String {
        let words = scene.words
        if let level = point.level { return words.pending(level) }
        if point.kind == .resolved { return words.resolvedState(point, in: scene.ledger) }
        return point.judgement.map(words.brief) ?? ""
    }

    private func drawDetail(_ point: Agenda.Point, _ scene: Scene, on canvas: Canvas) {
        let words = scene.words
        let matter = point.matter.flatMap(scene.matter)
        let title = matter.map { "\(words.number($0)) \(words.title($0))" } ?? words.text(point.text)
        canvas.rule("\(index + 1)/\(points.count)  \(title)", y: 0)
        var y = 1
        func line(_ label: String, _ text: String, _ style: Style = .text) {
            guard !text.isEmpty, y < canvas.height else { return }
            canvas.put(label, x: 2, y: y, .dim, width: 8)
            for part in text.wrapped(to: canvas.width - 12, canvas.repertoire.ambiguity).prefix(2)
            where y < canvas.height {
                canvas.put(part, x: 11, y: y, style, width: canvas.width - 12)
                y += 1
            }
        }
        // What was said in this meeting first: it was typed a moment ago.
        for entry in entries(of: point, scene).suffix(3) { line(label(of: entry, words), said(entry, scene), .title) }
        if let matter {
            line(words("一句话", "in short"), words.oneSentence(matter, scene.judgement(of: matter), in: scene.ledger))
        }
        if point.matter != nil, let text = point.text, text != matter?.hardCase?.knot {
            let label =
                switch point.kind {
                case .resolved: words("议定", "decided")
                default: words("请定", "asked")
                }
            line(label, words.text(text), Style.title.bold)
        }
        guard let matter else { return }
        if let file = matter.hardCase {
            line(words("症结", "knot"), words.text(file.knot))
            for (place, way) in file.ways.enumerated() {
                line(words("方案\(place + 1)", "way \(place + 1)"), words.text(way))
            }
            line(words("法律意见", "the law"), words.text(file.legal))
            for known in scene.ledger.precedents(like: file.kind, in: matter.campaign).prefix(2)
            where known.matter != matter.number {
                line(words("同类口径", "before"), words.text(known.text))
            }
        }
        if let track = matter.lastTrack {
            line(words.lastShort, "\(words.short(track.day))  \(words.text(track.text))")
        }
    }

    private func label(of entry: Meeting.Entry, _ words: Words) -> String {
        entry.ruling == nil ? words("会上", "said") : words("已议定", "decided")
    }

    /// What was said or decided, with the matters it made.
    private func said(_ entry: Meeting.Entry, _ scene: Scene) -> String {
        let words = scene.words
        let made = (entry.ruling?.made ?? []).map { number in
            scene.matter(number).map(words.number) ?? "\(number)"
        }
        return words.text(entry.text) + (made.isEmpty ? "" : " ▸ " + made.joined(separator: words("、", ", ")))
    }

    // MARK: The end

    private func drawEnd(_ it: Meeting, _ scene: Scene, on canvas: Canvas) {
        let words = scene.words
        let left = points.count { $0.kind == .decide && !isDone($0, scene) }
        var lines: [(text: String, style: Style)] = []
        if it.cancelled != nil {
            lines.append((words("会议已取消。", "The meeting was called off."), Style.title.bold))
        } else if it.ended != nil {
            lines.append((words("已散会；4 看纪要。", "The meeting is over; 4 shows the minutes."), Style.title.bold))
        } else if it.began == nil {
            lines.append((words("还没有开会；Enter 开会。", "It has not begun; Enter begins it."), Style.title.bold))
        } else {
            let text =
                left == 0
                ? words("议完了；Enter 散会。", "All is gone through; Enter ends the meeting.")
                : words("今日须定还有 \(left) 项没有议；Enter 散会。", "\(left) to decide are left; Enter ends the meeting.")
            lines.append((text, Style.title.bold))
        }
        for isDecided in [true, false] {
            let own = it.entries.filter { ($0.ruling != nil) == isDecided }
            guard !own.isEmpty else { continue }
            let title =
                isDecided
                ? words("议定事项 \(own.count) 项", "decided: \(own.count)")
                : words("记录 \(own.count) 条", "notes: \(own.count)")
            lines += [("", .text), (title, Style.title.bold)]
            for (place, entry) in own.enumerated() {
                let about = entry.matters.compactMap(scene.matter).map(words.number).joined(separator: words("、", ", "))
                let lead = about.isEmpty ? "" : about + " "
                for (row, part) in "\(place + 1). \(lead)\(said(entry, scene))"
                    .wrapped(to: canvas.width - 6, canvas.repertoire.ambiguity).enumerated()
                {
                    lines.append(((row == 0 ? "  " : "     ") + part, .text))
                }
            }
        }
        if it.entries.isEmpty {
            lines.append((words("会上还没有记录。", "Nothing was written down yet."), .dim))
        }
        // The last ones matter most where not all fit.
        let first = max(0, lines.count - canvas.height)
        for (y, line) in (lines.prefix(1) + lines.dropFirst(1 + first)).enumerated() where y < canvas.height {
            canvas.put(line.text, x: 2, y: y, line.style, width: canvas.width - 4)
        }
    }
}
