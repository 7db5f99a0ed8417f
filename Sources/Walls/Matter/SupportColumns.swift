import Canvas
import Ledger
import Supervision
import Text
import Words

/// The columns of the supporting units: of a share what of it is done, how much that is, its own limit and why its light
/// shows; figures stand under one another.
struct SupportColumns {
    private let unit: Int
    private let done: Int
    private let target: Int
    private let hasBar: Bool

    init(_ matter: Matter, _ scene: Scene, width: Int, _ canvas: Canvas) {
        let words = scene.words
        let lines = matter.supports.compactMap { $0.mode == .share ? $0.quantity : nil }
        unit = min(20, matter.supports.reduce(8) { max($0, canvas.columns(words.unit($1.unit, in: scene.ledger))) })
        done = lines.reduce(0) { max($0, canvas.columns(words.amount($1.done))) }
        target = lines.reduce(0) { max($0, canvas.columns(SupportColumns.target($1, words))) }
        hasBar = width >= 90 && !lines.isEmpty
    }

    /// 「/32 户」
    private static func target(_ line: QuantityLine, _ words: Words) -> String {
        "/\(words.amount(line.target)) \(line.unit)"
    }

    func draw(_ support: Support, of matter: Matter, _ scene: Scene, y: Int, on canvas: Canvas) {
        let words = scene.words
        canvas.put(words.unit(support.unit, in: scene.ledger), x: 5, y: y, .text, width: unit)
        var x = 5 + unit + 2
        guard support.mode == .share else {
            canvas.put(words("协助", "assists"), x: x, y: y, .dim)
            return
        }
        let judgement = scene.supervisor.judge.judge(support, of: matter)
        canvas.put(judgement.light, words, x: 2, y: y)
        x += canvas.put(words("分办", "share"), x: x, y: y, .dim) + 2
        if done > 0 {
            if let line = support.quantity { put(line, judgement.light, x: x, y: y, words, on: canvas) }
            x += done + target + 2 + 4 + (hasBar ? 9 : 0) + 2
        }
        let limit = support.due.map { words.short($0.day(scene.ledger.offset), seenFrom: scene.today) } ?? ""
        if !limit.isEmpty {
            canvas.put(words("时限 ", "limit ") + limit, x: x, y: y, .dim, width: canvas.width - x)
            x += canvas.columns(words("时限 ", "limit ")) + 5 + 2
        }
        let isBad = judgement.light == .red || judgement.light == .orange
        let state = support.settled.map { words.doneOn($0) } ?? words.brief(judgement)
        let style = support.settled != nil ? Style(.blue) : isBad ? Style(judgement.light.ink) : .dim
        canvas.put(state, x: x, y: y, style, width: canvas.width - x)
    }

    private func put(_ line: QuantityLine, _ light: Light, x: Int, y: Int, _ words: Words, on canvas: Canvas) {
        canvas.put(words.amount(line.done), right: x + done, y: y, .text)
        canvas.put(SupportColumns.target(line, words), x: x + done, y: y, .dim)
        let share = line.done.share(of: line.target)
        let end = x + done + target + 2 + 4
        canvas.put(words.percent(share), right: end, y: y, .text)
        if hasBar { canvas.put(Bar(done: share, total: 1000), .owed, x: end + 1, y: y, width: 8, light: light.ink) }
    }
}
