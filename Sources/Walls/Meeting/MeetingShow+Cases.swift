import Canvas
import Ledger
import Text
import Words

extension MeetingShow {
    /// What has to be decided, three a page: the matter for the whole room, and for those who decide where it is stuck, the
    /// ways to handle it and who decides.
    func draw(toDecide items: [MeetingItem], _ shape: MeetingScale.ListShape, on canvas: Canvas) {
        let lettering = lettering(for: items, canvas)
        for (index, item) in items.enumerated() {
            let y = scale.listHeadRows + index * (shape.rows + shape.gap)
            draw(
                toDecide: item,
                lettering,
                on: canvas.region(x: 0, y: y, width: canvas.width, height: shape.rows)
            )
        }
    }

    /// One size for a whole page.
    private func lettering(for items: [MeetingItem], _ canvas: Canvas) -> Lettering {
        let sizes: [Lettering] =
            switch scale.step {
            case .small: []
            case .medium: [Lettering(typecase.words16, .dots)]
            case .large: [Lettering(typecase.words16), Lettering(typecase.words16, .dots)]
            }
        return sizes.first { size in
            items.allSatisfy { item in canvas.columns(headline(item), size).map { $0 <= canvas.width } ?? false }
        } ?? .ordinary
    }

    private func headline(_ item: MeetingItem) -> String { "\(item.label) \(item.title)" }

    private func draw(toDecide item: MeetingItem, _ lettering: Lettering, on canvas: Canvas) {
        let ink = Style(Ink(item.light))
        let number = canvas.put(item.label + " ", x: 0, y: 0, ink, lettering)
        if lettering.isOrdinary {
            canvas.put(item.title, x: number, y: 0, Style.title.bold, width: canvas.width - number)
        } else {
            canvas.put(item.title, x: number, y: 0, .title, lettering)
        }
        var row = lettering.rows
        let head = [item.measure, item.unit, item.owner, item.decider].filter { !$0.isEmpty }.joined(separator: "  ")
        canvas.put(head, x: 0, y: row, .dim, width: canvas.width)
        row += 1
        let lines = detail(item)
        for (index, line) in lines.enumerated() {
            // Every line is seen before one of them takes a second row.
            let room = canvas.height - row - (lines.count - index - 1)
            guard room > 0 else { return }
            let wrapped = line.wrapped(to: canvas.width, canvas.repertoire.ambiguity)
            for (part, text) in wrapped.prefix(room).enumerated() {
                let isLast = part == room - 1
                let rest = isLast ? wrapped.dropFirst(part).joined() : text
                canvas.put(rest, x: 0, y: row, .text, width: canvas.width)
                row += 1
            }
        }
    }
}
