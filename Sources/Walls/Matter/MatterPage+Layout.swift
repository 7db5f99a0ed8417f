import Canvas
import Ledger
import Supervision
import Text
import Words

extension MatterPage {
    /// Where the parts of the page stand. One place for what is drawn, clicked and scrolled.
    struct Layout {
        /// Crumb, title, and the lines under it.
        let head: Rect
        let sentence: Rect
        /// 四定, 进度, and below them steps and supporting units; on a narrow screen the first page.
        let main: Rect
        private var areas: [Part: Rect] = [:]

        init(_ frame: Frame, _ page: MatterPage) {
            let size = frame.size
            let isWide = MatterPage.isWide(frame)
            let isTall = size.height >= 30
            let gap = isTall ? 1 : 0
            head = Rect(x: 0, y: 0, width: size.width, height: 3 + gap)
            let lines = page.sentenceLines(frame, width: size.width - 3).count
            sentence = Rect(x: 2, y: head.bottom, width: size.width - 3, height: min(lines, isTall ? 3 : 2))
            let top = sentence.bottom + gap
            let left = isWide ? min(size.width * 61 / 100, 100) : size.width
            main = Rect(x: 0, y: top, width: left, height: size.height - top)
            if isWide {
                let right = Rect(x: left + 3, y: top, width: size.width - left - 3, height: size.height - top)
                place(page, frame, right: right)
            } else if page.part != .summary {
                areas[page.part] = Rect(x: 0, y: top + 1, width: size.width, height: size.height - top - 1)
            }
        }

        /// Rows of a part, without its heading; nil where it is not on this page.
        func area(of part: Part) -> Rect? { areas[part] }
        func rows(of part: Part) -> Int { areas[part]?.height ?? 0 }

        /// Actions on the right; steps and supporting units under the figures on the left. The history, which is long,
        /// stands below in the column where more of it can be read.
        private mutating func place(_ page: MatterPage, _ frame: Frame, right: Rect) {
            let columns = MatterPage.actionColumns(right.width)
            let rows = (page.actions(in: frame).count + columns - 1) / columns
            let actions = min(rows, max(0, right.height - 7))
            areas[.actions] = Rect(x: right.x, y: right.y + 1, width: right.width, height: actions)
            let below = right.y + 1 + actions + 1
            let next = placeSteps(page, frame)
            let isLeft = (main.bottom - next) * main.width > (right.bottom - below) * right.width
            let x = isLeft ? main.x : right.x
            let y = isLeft ? next : below
            areas[.history] = Rect(
                x: x,
                y: y + 1,
                width: isLeft ? main.width : right.width,
                height: right.bottom - y - 1
            )
        }

        /// - Returns: the first row below them.
        private mutating func placeSteps(_ page: MatterPage, _ frame: Frame) -> Int {
            guard let matter = page.matter(in: frame.scene) else { return main.y }
            var y = main.y + page.summaryRows(matter, frame, height: main.height)
            let lists = MatterPage.lists.map { ($0, page.rows(of: $0, matter, frame.scene)) }.filter { $0.1 > 0 }
            for (index, (part, count)) in lists.enumerated() {
                // A long list leaves those after it their heading and two rows.
                let kept = lists.dropFirst(index + 1).reduce(0) { $0 + min($1.1, 2) + 2 }
                let room = main.bottom - y - 1
                let rows = min(count, max(min(room, 2), room - kept))
                if rows <= 0 { break }
                areas[part] = Rect(x: 0, y: y + 1, width: main.width, height: rows)
                y += rows + 2
            }
            return y
        }
    }

    /// Actions stand in two columns where each has room for its reason: the history gets the rows.
    static func actionColumns(_ width: Int) -> Int { width >= 90 ? 2 : 1 }

    /// The one sentence, wrapped.
    func sentenceLines(_ frame: Frame, width: Int) -> [String] {
        guard let matter = matter(in: frame.scene) else { return [] }
        let scene = frame.scene
        return scene.words.oneSentence(matter, scene.judgement(of: matter), in: scene.ledger).wrapped(to: width)
    }

    /// Rows that 四定, 进度 and the notes take in a column of this height, blank rows included.
    func summaryRows(_ matter: Matter, _ frame: Frame, height: Int) -> Int {
        let progress = progressRows(matter, frame, height: height)
        return otherRows(matter, frame) + progress + (progress > 0 ? 1 : 0)
    }

    /// What the picture of the progress leaves its place to: six rows of each list.
    func progressRows(_ matter: Matter, _ frame: Frame, height: Int) -> Int {
        let lists = MatterPage.lists.map { rows(of: $0, matter, frame.scene) }.filter { $0 > 0 }
        let others = otherRows(matter, frame) + 1 + lists.reduce(0) { $0 + min($1, 6) + 2 }
        return progressRows(matter, frame, height: height, others: others)
    }

    private func otherRows(_ matter: Matter, _ frame: Frame) -> Int {
        let notes = notes(matter, frame.scene).count
        return 4 + notes + (notes == 0 ? 0 : 1)
    }

    /// What stands about a matter beside its figures: a pending request, parking, where it comes from.
    func notes(_ matter: Matter, _ scene: Scene) -> [(label: String, text: String, isUrgent: Bool)] {
        let words = scene.words
        func short(_ day: Day) -> String { words.short(day, seenFrom: scene.today) }
        var notes: [(String, String, Bool)] = []
        if let request = matter.request {
            let text = words(
                "\(short(request.asked)) 申请延至 \(short(request.to))：\(words.text(request.reason))",
                "asked \(short(request.asked)) until \(short(request.to)): \(words.text(request.reason))"
            )
            notes.append((words("延期待批", "extension"), text, true))
        }
        if let proposal = matter.proposal {
            let text = words(
                "\(short(proposal.asked)) 提出，\(words.text(proposal.reason))，复查 \(short(proposal.recheck))",
                "proposed \(short(proposal.asked)), \(words.text(proposal.reason)), check \(short(proposal.recheck))"
            )
            notes.append((words("挂账待批", "parking"), text, true))
        }
        if let new = scene.ledger.recounted(matter) {
            let day = words.limit(new, seenFrom: scene.today, in: scene.ledger)
            notes.append((words("时限待确认", "recount"), words("按现行日历应为 \(day)", "the calendar now gives \(day)"), true))
        }
        if let parking = matter.parking {
            let text = words(
                "\(short(parking.since)) 起，\(words.text(parking.reason))，复查 \(short(parking.recheck))",
                "since \(short(parking.since)), \(words.text(parking.reason)), check \(short(parking.recheck))"
            )
            notes.append((words("挂账", "parked"), text, false))
        }
        if let original = matter.originalDue, let due = matter.due, original != due || matter.slips > 0 {
            let moves = words.limitMoves(of: matter)
            let day = words.limit(original, seenFrom: scene.today, in: scene.ledger)
            let text = ([day] + moves).joined(separator: words("，", ", "))
            notes.append((words("原定时限", "first limit"), text, false))
        }
        if let rebound = matter.reboundOf {
            notes.append((words("反弹", "came back"), words("原事项 \(rebound)", "from matter \(rebound)"), false))
        }
        let turns = words.turns(matter)
        if !turns.isEmpty { notes.append((words("周期", "cycle"), turns, false)) }
        if let track = matter.lastTrack {
            let who = words.signature(track.signature, in: scene.ledger)
            notes.append((words("上次跟踪", "last track"), "\(short(track.day)) \(who)：\(words.text(track.text))", false))
        }
        if !matter.sourceDocument.isEmpty {
            notes.append((words("来源文号", "document"), matter.sourceDocument.string, false))
        }
        if let remark = matter.remark { notes.append((words("备注", "remark"), words.text(remark), false)) }
        return notes
    }
}
