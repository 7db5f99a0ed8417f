import Canvas
package import Ledger
import Text
import Walls
import Words

/// A past day in place of the present (复盘): every wall is drawn from the ledger as it was on its evening, and nothing can be recorded.
package struct Replay {
    /// The day shown; nil is the present.
    package internal(set) var day: Day?
    /// What is left for the past: the present, as it comes in meanwhile.
    var present: Scene?
    /// The day that was asked for and has not come yet.
    var asked: Day? { didSet { progress = nil } }
    /// How far that is, where it takes long.
    var progress: (percent: Int, seconds: Int)?
    /// The evening before the one shown, wanted for comparing.
    var wanted: Day?
    /// Goes on by a day with each tick of the clock.
    package internal(set) var isPlaying = false
    /// What changed since the day before is marked.
    package internal(set) var compares = false
    /// The evenings looked at last, by day.
    private(set) var scenes: [(day: Day, scene: Scene)] = []

    func scene(of day: Day) -> Scene? { scenes.first { $0.day == day }?.scene }

    /// A few days, so that one can go back and forth.
    mutating func keep(_ scene: Scene, of day: Day) {
        scenes.removeAll { $0.day == day }
        scenes.append((day, scene))
        if scenes.count > 3 { scenes.removeFirst() }
    }

    /// How far the slider reaches back.
    static let span = 56
}

extension State {
    /// The day of the clock, whatever is shown.
    var presentDay: Day { now.day(scene.ledger.offset) }
    /// The day that the walls show.
    package var shownDay: Day { replay.day ?? presentDay }

    /// Goes to a day; the present one ends the replay.
    mutating func show(_ day: Day) -> [Effect] {
        revision += 1
        if day >= presentDay {
            endReplay()
            return compareEffects()
        }
        if let known = replay.scene(of: day) {
            enter(known, day)
            return compareEffects()
        }
        replay.asked = day
        return [.replay(day)]
    }

    private mutating func enter(_ past: Scene, _ day: Day) {
        if replay.day == nil { replay.present = scene }
        replay.day = day
        replay.asked = nil
        scene = past
        revision += 1
    }

    mutating func endReplay() {
        replay.isPlaying = false
        replay.asked = nil
        guard replay.day != nil, let present = replay.present else { return }
        replay.day = nil
        replay.present = nil
        scene = present
        if isPastUse(present) { rebuild(present.ledger) }
        revision += 1
    }

    /// A past ledger is on its way.
    mutating func note(_ day: Day, percent: Int, seconds: Int) {
        guard replay.asked == day else { return }
        replay.progress = (percent, seconds)
        revision += 1
    }

    /// A past ledger came.
    mutating func take(_ day: Day, past ledger: Ledger?) -> [Effect] {
        guard let ledger else {
            replay.asked = nil
            replay.wanted = nil
            replay.isPlaying = false
            say(words("这一天的台账读不出来。", "The ledger of that day cannot be read."), .attention)
            return []
        }
        let evening = Moment(day, minute: 24 * 60 - 1, offset: ledger.offset)
        let past = Scene(ledger, at: evening, words: scene.words, actor: scene.actor)
        replay.keep(past, of: day)
        if replay.wanted == day {
            replay.wanted = nil
            revision += 1
        }
        guard replay.asked == day else { return [] }
        enter(past, day)
        return compareEffects()
    }

    /// What is still needed to mark what changed.
    private mutating func compareEffects() -> [Effect] {
        let before = shownDay - 1
        guard replay.compares, replay.scene(of: before) == nil else { return [] }
        replay.wanted = before
        return [.replay(before)]
    }

    mutating func toggleComparing() -> [Effect] {
        replay.compares.toggle()
        revision += 1
        return compareEffects()
    }

    /// Begins at the slider's left end where the present is shown.
    mutating func togglePlaying() -> [Effect] {
        revision += 1
        if replay.isPlaying {
            replay.isPlaying = false
            return []
        }
        replay.isPlaying = true
        return replay.day == nil ? show(presentDay - 14) : []
    }

    /// With a tick of the clock.
    mutating func playOn() -> [Effect] {
        guard replay.isPlaying, replay.asked == nil, let day = replay.day else { return [] }
        return show(day + 1)
    }

    /// The evening that what is shown is compared with.
    var comparedWith: Scene? { replay.compares ? replay.scene(of: shownDay - 1) : nil }

    // MARK: Drawing

    /// Whether the row above the footer holds the slider.
    var showsSlider: Bool {
        overlay == nil && notice == nil
            && (place == .map || replay.day != nil || replay.compares || replay.asked != nil)
    }

    /// 「复盘 ◀ 11月18日 周三 ▶ 9月25日 ────│── 11月20日」: where on the days one is.
    func drawSlider(_ canvas: Canvas) {
        let today = presentDay
        let first = min(shownDay, today - Replay.span)
        var x = 1
        x += canvas.put(words("复盘", "replay"), x: x, y: 0, replay.day == nil ? .dim : Style.title.bold) + 1
        x += canvas.put(.playingBack, x: x, y: 0, .gold) + 1
        let day = "\(words.monthDay(shownDay)) \(replay.day == nil ? words("今天", "today") : words.weekday(shownDay))"
        x += canvas.put(" \(day) ", x: x, y: 0, replay.day == nil ? .text : .active) + 1
        x += canvas.put(.playing, x: x, y: 0, .gold) + 2
        var notes: [Run] = []
        if let progress = replay.progress {
            let (percent, seconds) = progress
            let text = words("正在取回 \(percent)%，约还要 \(seconds) 秒  ", "reading, \(percent) %, about \(seconds) s left  ")
            notes.append(Run(text, .dim))
        } else if replay.asked != nil {
            notes.append(Run(words("正在取回…  ", "reading …  "), .dim))
        }
        if replay.isPlaying { notes.append(Run(words("播放中  ", "playing  "), Style.title.bold)) }
        if replay.compares { notes.append(Run(words("与前一日比  ", "against the day before  "), Style.title.bold)) }
        if replay.day != nil { notes.append(Run(words("只看不改  ", "read only  "), .dim)) }
        let isWide = canvas.width >= 110
        notes.append(Run(", .", Style.gold.bold))
        notes.append(Run(isWide ? words(" 前后一天", " day") : words(" 换日", " day"), .dim))
        if replay.day != nil { notes += [Run("  0", Style.gold.bold), Run(words(" 回今天", " today"), .dim)] }
        if isWide {
            notes += [Run("  ;", Style.gold.bold), Run(words(" 播放", " play"), .dim)]
            notes += [Run("  D", Style.gold.bold), Run(words(" 比前一日", " compare"), .dim)]
        }
        let end = canvas.width - 1 - notes.reduce(0) { $0 + canvas.columns($1.text) } - 2
        canvas.put(notes, x: end + 2, y: 0)
        let from = words.short(first)
        let to = words.short(today)
        guard end - x > from.count + to.count + 12 else { return }
        x += canvas.put(from, x: x, y: 0, .dim) + 1
        let track = end - x - to.count - 1
        canvas.put(.rule, x: x, y: 0, .faint, count: track)
        let place = (shownDay - first) * (track - 1) / max(1, today - first)
        canvas.put(.ruleHeavy, x: x, y: 0, .dim, count: place)
        canvas.put(.wallHeavy, x: x + place, y: 0, replay.day == nil ? .text : Style.gold.bold)
        canvas.put(to, x: x + track + 1, y: 0, .dim)
    }
}
