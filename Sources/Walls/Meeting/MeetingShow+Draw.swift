package import Canvas
import Ledger
import Supervision
import Text
import Words

extension MeetingShow {
    /// Draws the page in view on the whole screen. Pure.
    package func draw(on canvas: Canvas) {
        guard !isBlack else { return }
        // The picture moves by a cell every ten minutes, so that no screen keeps it.
        let shift = Int(now.milliseconds / 600_000 % 2)
        let page = canvas.region(x: shift, y: 0, width: canvas.width - 1, height: canvas.height)
        let body = page.region(x: 1, y: 0, width: page.width - 2, height: page.height - 1)
        if scene == nil {
            body.put(words.noFile, centredIn: body.width, x: 0, y: body.height / 2, Style.title.bold)
        } else if let spotlight, let matter = scene?.matter(spotlight) {
            draw(spotlight: matter, on: body)
        } else if sections.indices.contains(place.section) {
            draw(sections[place.section], on: body)
        } else {
            body.put(words.none, centredIn: body.width, x: 0, y: body.height / 2, .dim)
        }
        drawFoot(page)
    }

    private func draw(_ section: MeetingSection, on canvas: Canvas) {
        switch section {
        case .figures(let figures): draw(figures, on: canvas)
        case .list(let heading, let items): draw(heading, items, on: canvas)
        case .quiet(let open, let near):
            drawQuiet(words.noneOverdue, words.openAndNear(open: open, near: near), on: canvas)
        case .rest(let open, let near):
            drawQuiet(words.nothingTonight, words.openAndNear(open: open, near: near), on: canvas)
        case .campaign(let campaign): draw(campaign, on: canvas)
        case .map(let map): draw(map, on: canvas)
        }
    }

    // MARK: Head and foot

    /// The name of the page on the left and the clock on the right, both as large as the row has room for: a long name
    /// first takes it from the clock, then goes a size down. It is never cut.
    /// - Returns: the rows it took.
    @discardableResult
    func drawHead(_ title: String, _ style: Style, _ sizes: [Lettering], on canvas: Canvas) -> Int {
        let top = scale.step == .small ? 0 : 1
        let day = now.day(offset)
        let date = "\(words.monthDay(day)) \(words.weekday(day))"
        let time = words.time(now, offset)
        let small = scale.step == .small ? "\(date)  \(time)" : time
        let large = scale.words
        func fits(_ lettering: Lettering, beside clock: Int) -> Bool {
            canvas.columns(title, lettering).map { $0 + 4 + clock <= canvas.width } ?? false
        }
        for lettering in sizes {
            if !large.isOrdinary, let columns = canvas.columns(time, large), fits(lettering, beside: columns) {
                canvas.put(title, x: 0, y: top, style, lettering)
                canvas.put(time, right: canvas.width, y: top, .dim, large)
                if lettering.rows > large.rows {
                    canvas.put(date, right: canvas.width, y: top + large.rows + 1, .dim)
                }
                return top + lettering.rows
            }
            if fits(lettering, beside: canvas.columns(small)) {
                canvas.put(title, x: 0, y: top, style, lettering)
                canvas.put(small, right: canvas.width, y: top, .dim)
                return top + lettering.rows
            }
        }
        canvas.put(title, x: 0, y: top, style.bold, width: canvas.width - canvas.columns(small) - 2)
        canvas.put(small, right: canvas.width, y: top, .dim)
        return top + 1
    }

    var offset: Offset { scene?.ledger.offset ?? .china }

    private func drawFoot(_ canvas: Canvas) {
        let y = canvas.height - 1
        let minutes = max(0, now.milliseconds - readAt.milliseconds) / 60_000
        var x = 1
        if minutes >= 3 {
            // Old data is said aloud, and fresh data whispered.
            let large = scale.step == .small ? Lettering.ordinary : Lettering(typecase.words16)
            let text = words.dataStale(minutes: Int(minutes))
            if large.isOrdinary {
                x += canvas.put(" \(text) ", x: x, y: y, .chipRed) + 2
            } else {
                canvas.fill(Rect(x: 0, y: canvas.height - large.rows - 1, width: canvas.width, height: large.rows + 1))
                x += canvas.put(text, x: x, y: canvas.height - large.rows, .red, large) + 2
            }
        } else {
            x += canvas.put(words.dataAsOf(words.time(readAt, offset)), x: x, y: y, .dim) + 2
        }
        var notes: [Run] = []
        if let missing { notes.append(Run(words.notHere(missing) + "  ", .gold)) }
        if !typed.isEmpty { notes.append(Run(words.lookFor(typed) + "_  ", .gold)) }
        if agenda.audience == .outsiders { notes.append(Run(words.outsidersPresent + "  ", .dim)) }
        if isPaused { notes.append(Run(words.isPaused + "  ", .gold)) }
        canvas.put(notes, x: x, y: y, width: max(0, canvas.width - x - marksWidth - 1))
        drawMarks(canvas, y: y)
    }

    /// One mark a page, the one in view in gold.
    private func drawMarks(_ canvas: Canvas, y: Int) {
        guard spotlight == nil, sections.count > 1 else { return }
        let turns = sections.map(turns)
        let current = turns.prefix(place.section).reduce(0, +) + place.turn
        let total = turns.reduce(0, +)
        if total > 16 {
            canvas.put("\(current + 1)/\(total)", right: canvas.width - 1, y: y, .gold)
            return
        }
        for page in 0..<total {
            canvas.put(
                page == current ? .full : .lowerHalf,
                x: canvas.width - marksWidth + page * 3,
                y: y,
                page == current ? .gold : .faint,
                count: 2
            )
        }
    }

    private var marksWidth: Int {
        let total = sections.reduce(0) { $0 + turns(of: $1) }
        return total > 16 ? 8 : total * 3 + 1
    }
}
