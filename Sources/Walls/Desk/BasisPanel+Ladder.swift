import Canvas
import Ledger
import Supervision
import Text
import Words

extension BasisPanel {
    /// The ladder (督办阶梯): steps done ✓ with their number, the one proposed ▸ in bold, later ones dim; and why.
    func drawLadder(_ matter: Matter, _ top: Int, on canvas: Canvas) -> Int {
        let judgement = scene.judgement(of: matter)
        let rungs = scene.supervisor.ladder(matter, judgement)
        let isBegun = rungs.contains { $0.state != .later }
        guard matter.stage == .inHand, isBegun, top + rungs.count + 2 < canvas.height else { return top }
        let words = scene.words
        let rules = scene.ledger.rules(on: scene.today)
        canvas.rule(words.ladderTitle, y: top)
        let names = rungs.map { canvas.columns(words.name($0.step)) }.max() ?? 6
        let terms = rungs.map { canvas.columns(words.term($0.step, rules)) }.max() ?? 8
        var y = top + 1
        var reason: LadderProposal?
        for rung in rungs {
            var style: Style = .text
            switch rung.state {
            case .done: canvas.put(.check, x: 0, y: y, .green)
            case .drafted, .proposed:
                canvas.put(.more, x: 0, y: y, .gold)
                style = Style.title.bold
            case .putOff: style = .dim
            case .later: style = .dim
            }
            if case .proposed(let why) = rung.state { reason = LadderProposal(step: rung.step, reason: why) }
            canvas.put(words.name(rung.step), x: 2, y: y, style)
            // A number is never cut: where both do not fit, the rule's term gives way.
            let state = words.state(rung.state)
            var x = 6 + names + terms
            if x + canvas.columns(state) > canvas.width {
                x = 4 + names
            } else {
                canvas.put(words.term(rung.step, rules), x: 4 + names, y: y, style == .text ? .dim : style)
            }
            canvas.put(state, x: x, y: y, style, width: canvas.width - x)
            y += 1
        }
        if let reason {
            y += paragraph([Run(words.sentence(reason), .text)], x: 0, y: y, rows: 2, on: canvas)
            if y < canvas.height { canvas.put(words.ladderFoot, x: 0, y: y, .dim, width: canvas.width) }
            y += 1
        }
        return y + 1
    }
}
