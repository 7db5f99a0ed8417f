import Canvas
import Ledger
import Text
import Walls
import Words

// The page of a conflict: three columns, and what comes of storing it now.
extension State {
    func draw(_ conflict: Conflict, on canvas: Canvas) {
        if let record = conflict.record {
            draw(record, on: canvas)
            return
        }
        canvas.veil(Rect(x: 0, y: 0, width: canvas.width, height: canvas.height - 1))
        let rows = conflict.rows(scene, now: now)
        let outcome = outcome(of: conflict)
        let width = min(canvas.width - 4, 84) / 2 * 2
        let height = min(canvas.height - 4, rows.count + 12)
        let box = Rect(
            x: (canvas.width - width) / 2,
            y: max(1, (canvas.height - height) / 2 - 1),
            width: width,
            height: height
        )
        let inside = canvas.frame(box, title: words("同一事项刚被改过", "The matter was just changed"))
        if let matter = scene.matter(conflict.number) {
            let used = inside.put("\(words.number(matter))  ", x: 1, y: 1, .dim)
            inside.put(words.title(matter), x: 1 + used, y: 1, Style.title.bold, width: inside.width - used - 1)
        }
        inside.put(headline(conflict), x: 1, y: 2, width: inside.width - 1)
        let columns = columns(inside.width)
        for (index, title) in [
            "", words("改之前", "before"), words("对方已存", "they stored"), words("您要存", "you would store"),
        ].enumerated() {
            inside.put(title, x: columns[index], y: 4, .dim)
        }
        inside.put(.rule, x: 1, y: 5, .faint, count: inside.width - 2)
        for (index, row) in rows.enumerated() where 6 + index < inside.height - 4 {
            let y = 6 + index
            inside.put(row.label, x: columns[0], y: y, .dim, width: columns[1] - columns[0] - 1)
            inside.put(row.before, x: columns[1], y: y, .dim, width: columns[2] - columns[1] - 1)
            // What differs from before is bold.
            for (text, place, end) in [(row.theirs, 2, columns[3] - 1), (row.mine, 3, inside.width - 6)] {
                let style = text != row.before ? Style.text.bold : .dim
                inside.put(text, x: columns[place], y: y, style, width: end - columns[place])
            }
            if row.canStandTogether { inside.put(words("可并存", "both"), right: inside.width - 1, y: y, .dim) }
            if row.isConflict { inside.put(words("冲突", "differs"), right: inside.width - 1, y: y, Style.gold.bold) }
        }
        let bottom = inside.height
        if let question = question(conflict) {
            inside.put(question, x: 1, y: bottom - 4, Style.gold.bold, width: inside.width - 2)
        }
        inside.put(words("按现在的状态重算：", "Decided anew on what is now:"), x: 1, y: bottom - 3, .dim)
        inside.put(.more, x: 1, y: bottom - 2, Style.gold.bold)
        inside.put(
            outcome.text,
            x: 3,
            y: bottom - 2,
            outcome.isPossible ? Style.text.bold : .gold,
            width: inside.width - 4
        )
        canvas.placeCursor(x: box.x + 3, y: box.y + bottom - 1, isShown: false)
    }

    private func columns(_ width: Int) -> [Int] {
        let label = words.language == .zh ? 10 : 12
        let rest = (width - label - 8) / 3
        return [1, label, label + rest, label + 2 * rest]
    }

    /// 「苏见山 在另一终端于 08:11 先存了一步，您的还没存」
    private func headline(_ conflict: Conflict) -> String {
        guard let event = conflict.theirs?.last else {
            return words("别人先存了一步，您的还没存", "somebody stored first; yours is not stored yet")
        }
        let who = event.signature.person.map { words.person($0, in: scene.ledger) } ?? event.signature.login
        let time = words.time(event.recorded, scene.ledger.offset)
        return words("\(who) 于 \(time) 先存了一步，您的还没存", "\(who) stored first at \(time); yours is not stored yet")
    }

    /// 「苏见山 08:11 已报累计 53，您报的 1 户是否在内？」 (PRACTICE §2): what is
    /// added, here or to the figure that was seen, may be in theirs.
    private func question(_ conflict: Conflict) -> String? {
        guard case .act(_, .track(_, let progress))? = conflict.command(scene)?.command, let mine = progress.first
        else {
            return nil
        }
        for event in (conflict.theirs ?? []).reversed() {
            guard case .tracked(let track) = event.fact,
                let measure = track.measures.last(where: { $0.line == mine.line })
            else { continue }
            let added: Amount
            switch mine.figure {
            case .added(let amount): added = amount
            // What a smaller total added to the figure that was seen then may stand in theirs.
            case .total(let total):
                guard total < measure.to, let seen = conflict.before?.quantities, seen.indices.contains(mine.line),
                    total > seen[mine.line].done
                else { return nil }
                added = total - seen[mine.line].done
            }
            let signature = event.signature
            let who = signature.behalf?.person ?? signature.person
            let name = who.map { words.person($0, in: scene.ledger) } ?? signature.login
            let time = words.time(event.recorded, scene.ledger.offset)
            let quantities = scene.matter(conflict.number)?.quantities ?? []
            let unit = quantities.indices.contains(mine.line) ? quantities[mine.line].unit : ""
            return words(
                "\(name) \(time) 已报累计 \(words.amount(measure.to))，您报的 \(words.amount(added)) \(unit)是否在内？在内按 e 改。",
                "\(name) reported \(words.amount(measure.to)) at \(time): is your \(words.amount(added)) \(unit) in it? Then e."
            )
        }
        return nil
    }

    /// What storing it now would bring, with its arithmetic, or why it cannot be.
    private func outcome(of conflict: Conflict) -> (text: String, isPossible: Bool) {
        guard let current = scene.matter(conflict.number) else { return ("", false) }
        do throws(Refusal) {
            let result = try conflict.result(on: current, scene, now: now)
            var parts: [String] = []
            for (old, new) in zip(current.quantities, result.quantities) where old.done != new.done {
                let change = new.done - old.done
                let sign = change < .zero ? "-" : "+"
                let size = change < .zero ? .zero - change : change
                parts.append(
                    "\(words.amount(old.done)) \(sign) \(words.amount(size)) = \(words.amount(new.done))/\(words.amount(new.target)) \(new.unit)"
                )
            }
            if result.stage != current.stage {
                parts.append("\(words.name(current.stage)) ▸ \(words.name(result.stage))")
            }
            parts.append(words("两边的记录都留下", "both records stay"))
            return (parts.joined(separator: words("；", "; ")), true)
        } catch {
            return (words.sentence(error, in: scene.ledger), false)
        }
    }
}
