package import Text

extension Matter {
    /// Which of the four fixed (四定) are still open; empty when 四定齐全.
    ///
    /// A target needs a quantity of its own; instructions, problems and demands count as 1 件
    /// (PRACTICE §2) and recurring duties are fixed by their cycle.
    package var missing: [Fixed] {
        Fixed.allCases.filter { fixed in
            switch fixed {
            case .person: person == nil
            case .post: post.isEmpty
            case .quantity: kind == .target && source != .instruction && quantities.isEmpty
            case .time: due == nil && term == nil
            }
        }
    }

    /// The share that is done, in thousandths of the whole; may pass 1,000.
    ///
    /// Lines of one unit of measure are added up, lines of several weigh the same. Without a
    /// quantity the ticked steps count, without steps what is settled.
    package var progress: Int {
        guard let first = quantities.first else {
            guard !steps.isEmpty else { return stage.isSettled || stage == .reported ? 1000 : 0 }
            return steps.count { $0.done != nil } * 1000 / steps.count
        }
        if quantities.allSatisfy({ $0.unit == first.unit }) {
            let target = quantities.reduce(Amount.zero) { $0 + $1.target }
            let done = quantities.reduce(Amount.zero) { $0 + $1.done }
            return done.share(of: target)
        }
        return quantities.reduce(0) { $0 &+ $1.done.share(of: $1.target) } / quantities.count
    }

    /// The day of the limit: of the one in force, or before issue of the fixed date it will be issued with.
    package func limitDay(_ offset: Offset) -> Day? {
        if let due { return due.day(offset) }
        if case .fixed(let day)? = term { return day }
        return nil
    }

    /// The quantity as it counts: what was one single thing (1 件) is done once the matter is settled, though nobody
    /// reported a figure for it.
    package var standingQuantities: [QuantityLine] {
        guard stage.isSettled, quantities.count == 1, quantities[0].target == Amount(1),
            quantities[0].done < Amount(1)
        else { return quantities }
        var line = quantities[0]
        line.done = line.target
        return [line]
    }

    /// The sum over all lines as they count, where they share one unit of measure.
    package var quantity: QuantityLine? {
        let quantities = standingQuantities
        guard let first = quantities.first, quantities.allSatisfy({ $0.unit == first.unit }) else { return nil }
        guard quantities.count > 1 else { return first }
        return QuantityLine(
            target: quantities.reduce(Amount.zero) { $0 + $1.target },
            done: quantities.reduce(Amount.zero) { $0 + $1.done },
            unit: first.unit
        )
    }

    /// The place of a unit's own share (分办) that is not settled yet.
    func openShare(of unit: UnitID) -> Int? {
        supports.firstIndex { $0.unit == unit && $0.mode == .share && $0.settled == nil }
    }

    /// The units whose own shares (分办) are not settled yet.
    package var openShares: [UnitID] {
        supports.filter { $0.mode == .share && $0.settled == nil }.map(\.unit)
    }

    /// Whether progress can be told apart from time: more than one 件 to do, or steps.
    package var hasPlan: Bool {
        kind == .target || kind == .duty
            ? (quantity.map { $0.target > Amount(1) } ?? !quantities.isEmpty) || steps.contains { $0.due != nil }
            : false
    }

    /// What held at the end of `day`; nil before the first trace that is still kept.
    package func trace(on day: Day) -> Trace? {
        var low = 0
        var high = trail.count
        while low < high {
            let middle = (low + high) / 2
            if trail[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? trail[low - 1] : nil
    }

    /// Whether something that counts as a track was recorded for `day`, and whether only later.
    package func track(on day: Day) -> (isTracked: Bool, isLate: Bool) {
        guard let trace = trace(on: day), trace.day == day else { return (false, false) }
        return (trace.isTracked, trace.isLate)
    }
}

/// What a track (跟踪) says beyond its words: 「卡 …」, 「下 … 」 and 「请 …」 (PRACTICE §4).
package struct TrackText: Hashable, Sendable {
    /// 卡点
    package var blocker: CleanText?
    /// 下一步
    package var next: CleanText?
    /// 需领导定
    package var request: CleanText?

    /// Reads the clauses of a track; they end at ；。; and at a comma before the next mark. A mark
    /// counts at the start of a clause, alone (卡 …) or as a word with a colon (卡点：… 下一步：… 请示：…).
    package init(_ text: CleanText) {
        // By scalars: the marks are whole ones, and by characters this was half the time of an import.
        var rest = text.string[...].unicodeScalars
        while !rest.isEmpty {
            let end = rest.indices.first { index in
                switch rest[index] {
                case "；", "。", ";": true
                case "，", ",": TrackText.mark(of: rest[rest.index(after: index)...]) != nil
                default: false
                }
            }
            let clause = rest[..<(end ?? rest.endIndex)]
            if let (path, words) = TrackText.mark(of: clause), !words.isEmpty {
                self[keyPath: path] = CleanText(String(words))
            }
            rest = rest[clause.endIndex...].dropFirst()
        }
    }

    private typealias Scalars = Substring.UnicodeScalarView

    /// What a clause is about, and its words without the mark.
    private static func mark(of clause: Scalars) -> (Path, words: Scalars)? {
        let clause = clause.drop { $0 == " " }
        guard let first = clause.first else { return nil }
        for (marks, path) in marks where marks[0].first == first {
            guard let mark = marks.first(where: clause.starts) else { continue }
            return (path, clause.dropFirst(mark.count).drop { $0 == " " || $0 == "：" || $0 == ":" })
        }
        return nil
    }

    private typealias Path = any WritableKeyPath<TrackText, CleanText?> & Sendable

    /// Each list begins with the same scalar.
    private static let marks: [([[Unicode.Scalar]], Path)] = [
        (scalars("卡点：", "卡点:", "卡：", "卡:", "卡在", "卡 "), \.blocker),
        (scalars("下一步：", "下一步:", "下一步", "下步", "下：", "下:", "下 "), \.next),
        (scalars("请示：", "请示:", "请：", "请:", "请 "), \.request),
    ]

    private static func scalars(_ marks: String...) -> [[Unicode.Scalar]] { marks.map { Array($0.unicodeScalars) } }
}
