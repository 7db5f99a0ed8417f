import Canvas
import Ledger
import Supervision
import Text
import Words

/// The selected card beside the board: the four fixed, the bar over the full width, 亮灯依据 and what is due today.
struct BoardDetail {
    private let scene: Scene
    private let number: MatterNumber
    private var words: Words { scene.words }

    init(_ scene: Scene, _ number: MatterNumber) {
        self.scene = scene
        self.number = number
    }

    /// Its first column is the rule that divides it from the board.
    func draw(on wall: Canvas) {
        wall.put(.wall, x: 0, y: 0, .faint, down: wall.height)
        let canvas = wall.region(x: 2, y: 0, width: wall.width - 2, height: wall.height)
        guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { return }
        let width = canvas.width
        canvas.put(words.number(matter), x: 0, y: 0, .text)
        canvas.put("\(words.name(matter.kind))  \(words.name(matter.stage))", right: width, y: 0, .dim)
        canvas.put(words.campaign(matter.campaign, in: scene.ledger), x: 0, y: 1, .dim, width: width)
        canvas.put(judgement.light, words, x: 0, y: 2)
        let title = words.title(matter).wrapped(to: width - 3, canvas.repertoire.ambiguity)
        for (index, line) in title.prefix(2).enumerated() {
            let text = index == 1 && title.count > 2 ? title[1...].joined() : line
            canvas.put(text, x: 3, y: 2 + index, Style.title.bold, width: width - 3)
        }
        var y = 2 + min(2, title.count) + 1
        y = drawFixed(matter, judgement, y, on: canvas)
        let rest = canvas.region(x: 0, y: y + 1, width: width, height: canvas.height - y - 1)
        if rest.height >= 4 { BasisPanel(scene, number).drawBody(on: rest) }
    }

    /// 人 岗 时 量.
    private func drawFixed(_ matter: Matter, _ judgement: Judgement, _ top: Int, on canvas: Canvas) -> Int {
        let width = canvas.width
        let labels = Fixed.allCases.reduce(2) { max($0, canvas.columns(words.letter($1))) } + 1
        let missing = Set(matter.missing)
        var y = top
        func row(_ fixed: Fixed, _ value: String, _ note: String, _ noteStyle: Style = .dim) {
            canvas.put(words.letter(fixed), x: 0, y: y, .dim)
            let hasNote = labels + canvas.columns(value) + 1 + canvas.columns(note) <= width
            let used = hasNote ? canvas.put(note, right: width, y: y, noteStyle) : -1
            if value.isEmpty, missing.contains(fixed) {
                canvas.put(words.missing([fixed]), x: labels, y: y, Style.gold.bold)
            } else {
                canvas.put(value, x: labels, y: y, .text, width: width - labels - used - 1)
            }
            y += 1
        }
        row(.person, words.person(matter.person, in: scene.ledger), words.unit(matter.lead, in: scene.ledger))
        row(.post, matter.post.string, matter.leader.map { words.person($0, in: scene.ledger) } ?? "")
        if let due = matter.due?.day(scene.ledger.offset) {
            let start = matter.start ?? matter.issued ?? matter.registered
            let count = scene.ledger.calendar.workdays(after: start, through: due)
            row(.time, words.period(from: start, to: due), words.periodWorkdays(count))
        } else {
            row(.time, matter.term.map(words.name) ?? "", "")
        }
        if let quantity = matter.quantity {
            let isWrong = [.red, .orange].contains(judgement.light)
            let open = words.short(of: quantity)
            row(.quantity, words.quantity(quantity), open, isWrong ? Style(judgement.light.ink) : .dim)
            if matter.hasPlan {
                canvas.put(
                    Bar(done: matter.progress, planned: judgement.plan?.expected ?? 1000, total: 1000),
                    .owed,
                    x: labels,
                    y: y,
                    width: width - labels,
                    light: judgement.light.ink
                )
                y += 1
            }
        } else if missing.contains(.quantity) {
            row(.quantity, "", "")
        }
        return y
    }
}
