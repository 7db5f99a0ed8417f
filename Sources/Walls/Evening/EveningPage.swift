package import Canvas
package import Ledger
package import Supervision
import Text
import Words

/// 当日清点 over the whole wall: the problems and urgent demands of the day, one after the other, and at the
/// end what was left, tomorrow's list and the figures of the day.
package struct EveningPage: Hashable, Sendable {
    /// In the order in which they are gone through; kept while answers come in, so that nothing jumps.
    package var items: [MatterNumber]
    /// The one in question; `items.count` is the end.
    package var index: Int
    /// First row of the end page that is shown.
    package var first = 0

    package init(_ scene: Scene) {
        items = scene.evening.items.map(\.matter)
        index = 0
        // One goes on where an answer is still owed.
        if let open = items.firstIndex(where: { EveningPage.isOwed($0, scene) }) { index = open }
        if items.isEmpty { index = 0 }
    }

    package var isAtEnd: Bool { index >= items.count }
    package var matter: MatterNumber? { isAtEnd ? nil : items[index] }

    /// Those that came in while the count went on stand at the end.
    package mutating func settle(_ scene: Scene) {
        struct Known: Hashable { let items: [MatterNumber] }
        items += scene.derived(Known(items: items)) {
            let known = Set(items)
            return scene.evening.items.map(\.matter).filter { !known.contains($0) }
        }
    }

    package mutating func move(_ step: Int) {
        index = min(max(0, index + step), items.count)
        first = 0
    }

    package static func isOwed(_ number: MatterNumber, _ scene: Scene) -> Bool {
        scene.eveningItem(number)?.state == .owed
    }
}

extension EveningPage {
    /// Turns to the one under a point of the page; clicked again, it is what Enter is for.
    /// - Returns: whether it was in question already.
    package mutating func click(_ point: Point, size: Size) -> Bool {
        guard !isAtEnd else { return false }
        let rows = listRows(size.height)
        let place = firstRow(rows) + point.y - 1
        guard (1...max(1, rows)).contains(point.y), items.indices.contains(place) else { return false }
        defer { index = place }
        return place == index
    }

    private func detailRows(_ height: Int) -> Int { min(8, max(5, height / 3)) }
    private func listRows(_ height: Int) -> Int { height - detailRows(height) - 2 }
    /// The first of the list in view.
    private func firstRow(_ rows: Int) -> Int { max(0, min(index - rows / 2, items.count - rows)) }

    package func draw(_ scene: Scene, on canvas: Canvas) {
        let words = scene.words
        struct Owed: Hashable { let items: [MatterNumber] }
        let owed = scene.derived(Owed(items: items)) { items.count { EveningPage.isOwed($0, scene) } }
        canvas.rule(
            words.eveningTitle,
            right: words("\(items.count) 件  待答复 \(owed)", "\(items.count), to answer \(owed)"),
            y: 0
        )
        if isAtEnd {
            drawEnd(scene, on: canvas.region(x: 0, y: 1, width: canvas.width, height: canvas.height - 1))
            return
        }
        let detail = detailRows(canvas.height)
        let rows = listRows(canvas.height)
        drawList(scene, on: canvas.region(x: 0, y: 1, width: canvas.width, height: rows))
        drawDetail(scene, on: canvas.region(x: 0, y: canvas.height - detail, width: canvas.width, height: detail))
    }

    // MARK: The list

    private func drawList(_ scene: Scene, on canvas: Canvas) {
        let words = scene.words
        let first = firstRow(canvas.height)
        let isWide = canvas.width >= 100
        let places = Track.places(
            [
                .fixed(2), .fixed(6), .flexible(14), .fixed(isWide ? 14 : 10, priority: isWide ? 1 : 2),
                .fixed(isWide ? 6 : 8, priority: isWide ? 2 : 1),
                .fixed(canvas.width >= 110 ? 44 : 22),
            ],
            in: canvas.width - 4
        )
        func range(_ column: Int) -> Range<Int>? {
            places[column].map { $0.lowerBound + 2..<$0.upperBound + 2 }
        }
        for (row, number) in items.dropFirst(first).prefix(canvas.height).enumerated() {
            guard let matter = scene.matter(number) else { continue }
            let isSelected = first + row == index
            func put(_ text: String, _ column: Int, _ style: Style) {
                if let range = range(column) {
                    canvas.put(text, x: range.lowerBound, y: row, style, width: range.count)
                }
            }
            let item = scene.eveningItem(matter.number)
            if item?.state == .owed {
                put(words.todoMark, 0, Style.gold.bold)
            } else if let range = range(0) {
                canvas.put(.check, x: range.lowerBound, y: row, .green)
            }
            put(words.number(matter), 1, .dim)
            put(title(matter, scene), 2, isSelected ? Style.title.bold : .text)
            put(words.unit(matter.lead, in: scene.ledger), 3, .dim)
            put(words.person(matter.person, in: scene.ledger), 4, .text)
            if let item {
                let style: Style = item.state == .owed ? (item.nights.total > 0 ? Style.title.bold : .text) : .dim
                let whole = words.sentence(item, seenFrom: scene.today, in: scene.ledger)
                let isLong = range(5).map { canvas.columns(whole) > $0.count } ?? false
                put(isLong ? words.brief(item, seenFrom: scene.today, in: scene.ledger) : whole, 5, style)
            }
            if isSelected { canvas.select(Rect(x: 0, y: row, width: canvas.width, height: 1)) }
        }
    }

    private func title(_ matter: Matter, _ scene: Scene) -> String { scene.words.title(matter) }

    // MARK: The one in question

    private func drawDetail(_ scene: Scene, on canvas: Canvas) {
        guard let number = matter, let matter = scene.matter(number) else { return }
        let words = scene.words
        canvas.rule("\(index + 1)/\(items.count)  \(words.number(matter)) \(words.title(matter))", y: 0)
        var y = 1
        func line(_ label: String, _ text: String, _ style: Style = .text) {
            guard !text.isEmpty, y < canvas.height else { return }
            canvas.put(label, x: 2, y: y, .dim, width: 8)
            canvas.put(text, x: 11, y: y, style, width: canvas.width - 12)
            y += 1
        }
        if let item = scene.eveningItem(matter.number) {
            line(words("答复", "answer"), words.sentence(item, seenFrom: scene.today, in: scene.ledger), Style.title.bold)
        }
        if let level = matter.pendingLevel {
            line(
                words("待决", "waits"),
                words.pending(level) + (matter.needsMeeting ? words("，须上会", ", by a meeting") : "")
            )
        }
        if let track = matter.lastTrack {
            line(words.lastShort, "\(words.short(track.day))  \(words.text(track.text))")
        }
        line(words.blocker, words.text(matter.blocker))
        line(words.nextStep, words.text(matter.next))
    }

    // MARK: The end

    private func drawEnd(_ scene: Scene, on canvas: Canvas) {
        let width = canvas.width - 6
        // What is long, as the figures of the day, goes on in the next line.
        struct Ended: Hashable { let items: [MatterNumber] }
        let lines = scene.derived(Ended(items: items)) { end(scene) }.flatMap { line in
            line.text.isEmpty
                ? [line]
                : line.text.wrapped(to: width, canvas.repertoire.ambiguity)
                    .map { EndLine(text: $0, isHeading: line.isHeading) }
        }
        let first = max(0, min(self.first, lines.count - canvas.height))
        for (y, line) in lines.dropFirst(first).prefix(canvas.height).enumerated() {
            let style: Style = line.isHeading ? Style.title.bold : .text
            canvas.put(line.text, x: line.isHeading ? 2 : 4, y: y, style, width: width)
        }
    }

    package struct EndLine: Hashable, Sendable {
        package var text: String
        package var isHeading: Bool
    }

    /// What stands when all were gone through.
    package func end(_ scene: Scene) -> [EndLine] {
        let words = scene.words
        let supervisor = scene.supervisor
        var lines: [EndLine] = []
        func heading(_ text: String) {
            if !lines.isEmpty { lines.append(EndLine(text: "", isHeading: false)) }
            lines.append(EndLine(text: text, isHeading: true))
        }
        func add(_ number: MatterNumber) {
            guard let matter = scene.matter(number) else { return }
            let who = [words.unit(matter.lead, in: scene.ledger), words.person(matter.person, in: scene.ledger)]
                .filter { !$0.isEmpty }.joined(separator: " ")
            lines.append(EndLine(text: "\(words.number(matter)) \(words.title(matter))  \(who)", isHeading: false))
        }
        if let closed = scene.evening.closed {
            heading(words.closed(closed, in: scene.ledger))
            closed.count.left.forEach(add)
        } else {
            let left = items.filter { EveningPage.isOwed($0, scene) }
            heading(
                left.isEmpty
                    ? words("全部有答复；Enter 清点毕。", "All are answered; Enter closes the count.")
                    : words(
                        "还有 \(left.count) 件没有答复，将过夜；Enter 清点毕。",
                        "\(left.count) stay over night; Enter closes the count."
                    )
            )
            left.forEach(add)
        }
        let list = supervisor.tomorrow()
        heading(
            words(
                "\(words.short(list.day)) \(words.weekday(list.day)) 清单",
                "list of \(words.weekday(list.day)) \(words.short(list.day))"
            )
        )
        for (title, numbers) in words.sections(list) where !numbers.isEmpty {
            lines.append(EndLine(text: "\(title) \(words.matters(numbers.count))", isHeading: true))
            numbers.prefix(8).forEach(add)
            if numbers.count > 8 {
                lines.append(
                    EndLine(text: words("……另 \(numbers.count - 8) 件", "… \(numbers.count - 8) more"), isHeading: false)
                )
            }
        }
        let meetings = list.meetings.compactMap { scene.ledger.diary.meetings[$0] }.map {
            words.title($0, in: scene.ledger)
        }
        let routines = list.routines.compactMap { scene.ledger.diary.routines[$0]?.name.string }
        if !meetings.isEmpty {
            lines.append(
                EndLine(text: words("会议 ", "meetings ") + meetings.joined(separator: words("、", ", ")), isHeading: true)
            )
        }
        if !routines.isEmpty {
            lines.append(
                EndLine(text: words("常规职责 ", "duties ") + routines.joined(separator: words("、", ", ")), isHeading: true)
            )
        }
        heading(words.sentence(supervisor.dayFacts()))
        return lines
    }
}

extension Scene {
    /// 当日清点 as it stands now.
    package var evening: Evening { derived(EveningKey()) { supervisor.evening() } }

    /// What is asked of one matter this evening; nil if nothing is.
    package func eveningItem(_ number: MatterNumber) -> Evening.Item? {
        derived(EveningItemsKey()) {
            Dictionary(uniqueKeysWithValues: evening.items.map { ($0.matter, $0) })
        }[number]
    }
}

private struct EveningKey: Hashable {}
private struct EveningItemsKey: Hashable {}
