/// Reads a text figure by figure for what looks personal.
struct PersonalScan {
    /// As written, and with full-width figures folded; both have the same indices.
    private let original: [Unicode.Scalar]
    private let scalars: [Unicode.Scalar]

    init(_ text: String) {
        original = Array(text.unicodeScalars)
        scalars = original.map { scalar in
            (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFF10 + 0x30)! : scalar
        }
    }

    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: original[range])
        return String(text)
    }

    func first() -> (PersonalData.Kind, Range<Int>)? {
        var index = 0
        while index < scalars.count {
            guard isFigure(index) else {
                index += 1
                continue
            }
            let groups = groups(from: index)
            if let number = number(in: groups) { return number }
            if let door = door(from: index) { return (.door, door) }
            index = groups[0].upperBound
        }
        return nil
    }

    // MARK: Numbers

    /// Runs of figures that stand one blank or one hyphen apart.
    private func groups(from start: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var index = start
        while true {
            let first = index
            while isFigure(index) { index += 1 }
            groups.append(first..<index)
            guard index + 1 < scalars.count, isFigure(index + 1), [" ", "-"].contains(scalars[index]) else {
                return groups
            }
            index += 1
        }
    }

    /// What the first of the groups begins.
    private func number(in groups: [Range<Int>]) -> (PersonalData.Kind, Range<Int>)? {
        let start = groups[0].lowerBound
        // The decimals of a figure.
        if start > 1, scalars[start - 1] == ".", isFigure(start - 2) { return nil }
        for (kind, shapes) in PersonalScan.shapes {
            for shape in shapes where matches(shape, groups) {
                var range = start..<groups[shape.count - 1].upperBound
                let figures = figures(range)
                if kind == .identity, figures.count == 17 {
                    guard let last = at(range.upperBound), last == "X" || last == "x" else { continue }
                    range = start..<(range.upperBound + 1)
                }
                if isPersonal(kind, figures, range) { return (kind, range) }
            }
        }
        return nil
    }

    /// Lengths of the groups, in the order in which they are tried.
    private static let shapes: [(PersonalData.Kind, [[Int]])] = [
        (.identity, [[18], [17], [6, 8, 4], [6, 8, 3]]),
        (.card, [[16], [19], [4, 4, 4, 4, 3], [4, 4, 4, 4]]),
        (
            .phone,
            [
                [11], [13], [3, 4, 4], [2, 3, 4, 4], [2, 11], [10], [12], [3, 8], [4, 8], [4, 7], [3, 7], [4, 4, 4],
                [4, 3, 4], [8], [7], [4, 4], [3, 4],
            ]
        ),
    ]

    private func matches(_ shape: [Int], _ groups: [Range<Int>]) -> Bool {
        groups.count >= shape.count && zip(shape, groups).allSatisfy { $0 == $1.count }
    }

    private func isPersonal(_ kind: PersonalData.Kind, _ figures: [Int], _ range: Range<Int>) -> Bool {
        switch kind {
        case .identity: isIdentity(figures)
        case .card: [3, 4, 5, 6, 9].contains(figures[0]) && hasCheckFigure(figures)
        case .phone: isPhone(figures, range)
        case .door: false
        }
    }

    private func isPhone(_ figures: [Int], _ range: Range<Int>) -> Bool {
        // 「13800138000 元」 is money. Anything else behind a blank may be a surname: 「13800138000 张某」.
        let next = at(range.upperBound) == " " ? range.upperBound + 1 : range.upperBound
        if let unit = at(next), PersonalScan.money.contains(unit) { return false }
        if figures.count < 9, let unit = at(range.upperBound), PersonalScan.measures.contains(unit) { return false }
        switch figures.count {
        case 11 where figures[0] == 1: return figures[1] >= 3
        case 13: return figures[0] == 8 && figures[1] == 6 && figures[2] == 1 && figures[3] >= 3
        // An area code, and the seven or eight figures behind it.
        case 10...12: return figures[0] == 0 && figures[1] != 0
        // Without an area code only where the text says that it is one.
        case 7, 8:
            return figures[0] > 1 && !isDay(figures)
                && (isCalledPhone(before: range.lowerBound) || hasArea(before: range.lowerBound))
        default: return false
        }
    }

    private func isCalledPhone(before start: Int) -> Bool {
        var end = start
        while let last = at(end - 1), PersonalScan.links.contains(last) { end -= 1 }
        let words = String(String.UnicodeScalarView(scalars[max(0, end - 4)..<end]))
        return PersonalScan.phoneWords.contains(where: words.hasSuffix)
    }

    /// 「(0571) 88881234」
    private func hasArea(before start: Int) -> Bool {
        var end = start
        while at(end - 1) == " " { end -= 1 }
        guard let closing = at(end - 1), closing == ")" || closing == "）" else { return false }
        var first = end - 1
        while isFigure(first - 1) { first -= 1 }
        return (3...4).contains(end - 1 - first) && scalars[first] == "0"
    }

    private static let links: Set<Unicode.Scalar> = [":", "：", " ", "是", "为", "号", "码", "（", "("]
    private static let phoneWords = ["电话", "手机", "座机", "联系方式", "致电", "拨打", "tel", "Tel", "TEL", "☎"]

    /// `20261120`
    private func isDay(_ figures: [Int]) -> Bool {
        figures.count == 8 && [19, 20].contains(figures[0] * 10 + figures[1])
            && isDate(month: figures[4] * 10 + figures[5], day: figures[6] * 10 + figures[7])
    }

    /// Figures 7 to 14 are a day of birth. One of the last years only with the right check figure: so
    /// begin the numbers of work orders (工单号) that carry their day.
    private func isIdentity(_ figures: [Int]) -> Bool {
        guard figures[0] > 0 else { return false }
        let year = figures[6...9].reduce(0) { $0 * 10 + $1 }
        guard (1900...2099).contains(year),
            isDate(month: figures[10] * 10 + figures[11], day: figures[12] * 10 + figures[13])
        else { return false }
        return year <= 2018 || isChecked(figures + (figures.count == 17 ? [10] : []))
    }

    /// GB 11643: ISO 7064, modulo 11-2.
    private func isChecked(_ figures: [Int]) -> Bool {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, figures).reduce(0) { $0 + $1.0 * $1.1 }
        return (12 - sum % 11) % 11 == figures[17]
    }

    private func isDate(month: Int, day: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }

    /// The check figure of bank cards (Luhn).
    private func hasCheckFigure(_ figures: [Int]) -> Bool {
        let sum = figures.reversed().enumerated().reduce(0) { sum, figure in
            let value = figure.element * (figure.offset % 2 == 0 ? 1 : 2)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }

    // MARK: Doors

    /// 「3幢2单元501」, 「12号501室」, 「3-2-501室」: a building or a staircase, and a room in it. A building
    /// alone, a house in a street and a room of an office are places like any other.
    private func door(from start: Int) -> Range<Int>? {
        // 〔2026〕3号
        if let before = at(start - 1), before == "〕" || before == "第" { return nil }
        var first = start
        var index = start
        var hasBuilding = false
        var parts = 0
        if let named = namedBuilding(before: start) {
            first = named
            hasBuilding = true
            parts = 1
        }
        while let end = figuresEnd(index), end - index <= 4 {
            if parts > 0, let room = room(index..<end, mustBeNamed: !hasBuilding) { return first..<room }
            parts += 1
            if let next = word(PersonalScan.buildings, at: end) {
                hasBuilding = true
                index = next
            } else if let next = word(PersonalScan.streets, at: end) {
                index = next
            } else if at(end) == "-", parts < 3 {
                index = end + 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// 「三幢501」, 「二单元501」
    private func namedBuilding(before start: Int) -> Int? {
        for word in PersonalScan.buildings.prefix(4) where start > word.count {
            let named = start - word.count - 1
            if scalars[(named + 1)...].starts(with: word), PersonalScan.numerals.contains(scalars[named]) {
                return named
            }
        }
        return nil
    }

    private static let numerals = Set("一二三四五六七八九十甲乙丙丁ABCDEFGH".unicodeScalars)

    /// The end of a room, its 室 included. What is not named so has to look like one: 501, and nothing
    /// that is counted behind it.
    private func room(_ figures: Range<Int>, mustBeNamed: Bool) -> Int? {
        if let next = at(figures.upperBound), next == "室" || next == "房" {
            // 「房屋」
            if next == "房", let after = at(figures.upperBound + 1), "屋间产".unicodeScalars.contains(after) { return nil }
            return figures.upperBound + 1
        }
        guard !mustBeNamed, (3...4).contains(figures.count) else { return nil }
        let last = self.figures(figures).suffix(2).reduce(0) { $0 * 10 + $1 }
        // Years are no rooms.
        guard (1...39).contains(last), figures.count == 3 || self.figures(figures).prefix(2) != [2, 0] else {
            return nil
        }
        var after = figures.upperBound
        while at(after) == " " { after += 1 }
        let isOwner = at(after) == "户" && at(after + 1) == "主"
        if !isOwner, let next = at(after), PersonalScan.measures.contains(next) || PersonalScan.offices.contains(next) {
            return nil
        }
        return figures.upperBound
    }

    private func word(_ words: [[Unicode.Scalar]], at index: Int) -> Int? {
        words.first { scalars[index...].starts(with: $0) }.map { index + $0.count }
    }

    private static let buildings = ["幢", "栋", "号楼", "单元", "座", "#楼", "#"].map { Array($0.unicodeScalars) }
    private static let streets = ["号", "弄"].map { Array($0.unicodeScalars) }
    /// What is counted.
    private static let measures = Set("元户人米年月日万亿%％件个台盏处套间吨次点时根棵扇块片组批车方幢栋户名余多平公里㎡mk期份张条项家口头只".unicodeScalars)
    private static let money = Set("元万亿%％".unicodeScalars)
    /// 「302会议室」, 「305办公室」
    private static let offices = Set("会办档资接值机活多培阅".unicodeScalars)

    // MARK: Scalars

    private func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private func isFigure(_ index: Int) -> Bool { at(index).map { ("0"..."9").contains($0) } ?? false }

    private func figuresEnd(_ start: Int) -> Int? {
        var end = start
        while isFigure(end) { end += 1 }
        return end > start ? end : nil
    }

    private func figures(_ range: Range<Int>) -> [Int] {
        scalars[range].compactMap { ("0"..."9").contains($0) ? Int($0.value - 0x30) : nil }
    }
}
