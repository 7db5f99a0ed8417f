import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

/// The guided tour (导览): a box that says what to press, over the program as it is; it goes on by itself when that was
/// done.
struct Tour: Hashable {
    var step = 0

    /// One thing to try.
    struct Step {
        let zh: String
        let en: String
        /// Whether it was done.
        let isDone: @Sendable (State) -> Bool
    }

    static let steps: [Step] = [
        Step(
            zh: "这是总览：今天要做的事都在这一页。灯是字：逾 滞 临 常 结。按 6 去督办台。",
            en: "This is the overview: what today needs. Lights are letters. Press 6 for the desk.",
            isDone: { $0.place == .desk }
        ),
        Step(
            zh: "督办台列着今天必须跟踪的。↑↓ 选一件，按 w 看这盏灯为什么亮：规则和数都在。",
            en: "The desk lists what must be tracked today. Choose one with the arrows; w says why it is lit.",
            isDone: { $0.tourKeys.contains(.basis) }
        ),
        Step(
            zh: "按 t 记一句跟踪：做了什么；卡 …；下 … 日期。回车就存下，Esc 不存也不丢。",
            en: "t writes one line on how it goes. Enter stores it; Esc keeps it as a draft.",
            isDone: { state in if case .prompt? = state.overlay { true } else { false } }
        ),
        Step(
            zh: "写完按回车，或按 Esc 留作草稿。",
            en: "Enter stores it, Esc keeps it as a draft.",
            isDone: { $0.overlay == nil }
        ),
        Step(
            zh: "按 / 查找，打拼音首字母，如 hd 就找到湖东路；空格是且，- 是非。回车留住。",
            en: "/ finds: by words or pinyin initials, space is and, - is not. Enter keeps it.",
            isDone: { $0.overlay == nil && !$0.wall.filter.isEmpty }
        ),
        Step(
            zh: "按 n 登记一件：事项 @人 #网格 !下周五 ×26处。下面说明读懂了什么、有没有相近的。",
            en: "n registers in one line: title @person #grid !limit ×quantity, and says what it understood.",
            isDone: { state in
                if case .prompt(let prompt)? = state.overlay { prompt.purpose == .register } else { false }
            }
        ),
        Step(
            zh: "不想登记就按 Esc。要填全的，按 N 开登记表。",
            en: "Esc leaves it. N opens the full form.",
            isDone: { $0.overlay == nil }
        ),
        Step(
            zh: "按 : 什么都能找：动作、人、网格、已结的事项。? 列出这一页全部的键。导览到此，祝顺手。",
            en: ": finds everything, ? lists the keys of this page. That is the tour.",
            isDone: { state in
                switch state.overlay {
                case .palette?, .help?: true
                default: false
                }
            }
        ),
    ]
}

extension State {
    /// Begins the tour: at the first start of the sample, or by :导览.
    package mutating func startTour() {
        tour = Tour()
        tourKeys = []
        place = .overview
        overlay = nil
        revision += 1
        settle()
    }

    /// Ctrl+X ends the tour, Ctrl+N goes on; other keys do what they always do.
    mutating func takeTourKey(_ key: Key) -> Bool {
        guard tour != nil else { return false }
        switch key {
        case .control("x"):
            tour = nil
            say(words("导览结束；:导览 可以再看。", "The tour is over; :tour shows it again."))
        case .control("n"): advanceTour()
        default: return false
        }
        revision += 1
        return true
    }

    mutating func followTour() {
        guard let tour, Tour.steps[tour.step].isDone(self) else { return }
        advanceTour()
        revision += 1
    }

    private mutating func advanceTour() {
        guard let old = tour else { return }
        tourKeys = []
        if old.step + 1 < Tour.steps.count {
            tour = Tour(step: old.step + 1)
        } else {
            tour = nil
        }
    }

    static let tourRows = 5

    func drawTour(_ tour: Tour, on canvas: Canvas) {
        let step = Tour.steps[tour.step]
        let width = min(canvas.width - 8, 72) / 2 * 2
        // Above a line that is being typed, and never over the row that is chosen near the bottom of it.
        var bottom = canvas.height - 2
        if case .prompt(let prompt)? = overlay, prompt.purpose == .register {
            bottom -= State.captureRows
        } else if overlay != nil {
            bottom -= 2
        }
        let lines = words(step.zh, step.en).wrapped(to: width - 4, canvas.repertoire.ambiguity)
        let height = lines.count + 3
        let box = Rect(x: canvas.width - width - 2, y: max(1, bottom - height), width: width, height: height)
        let cursor = canvas.cursor
        let inside = canvas.frame(
            box,
            title: words("导览", "Tour") + " \(tour.step + 1)/\(Tour.steps.count)",
            ink: .gold
        )
        for (index, line) in lines.enumerated() { inside.put(line, x: 0, y: index) }
        inside.put(
            words("做到了自动往下；Ctrl+N 跳过这步，Ctrl+X 结束", "goes on by itself; Ctrl+N skips, Ctrl+X ends"),
            x: 0,
            y: lines.count,
            .dim,
            width: inside.width
        )
        if let cursor { canvas.placeCursor(x: cursor.point.x, y: cursor.point.y, isShown: cursor.isShown) }
    }
}
