import Canvas

/// Where everything stands on the overview: a function of the size and of how much there is to show, so that drawing,
/// moving and clicking agree.
struct OverviewLayout {
    /// One section in its place.
    struct List {
        let kind: OverviewRows.Kind
        let count: Int
        /// The heading is its first row, or its only one where the section is told in one line.
        let rect: Rect
        /// Heads of columns stand under the heading.
        var hasHead = false
        var isLine = false

        /// Rows for matters, the note on the others included.
        var capacity: Int { max(0, rect.height - (isLine ? 0 : 1) - (hasHead ? 1 : 0)) }
        /// Rows of one page: with more matters than rows the last row is the note.
        var pageRows: Int { count > capacity ? max(1, capacity - 1) : capacity }
        var firstRow: Int { rect.y + (isLine ? 0 : 1) + (hasHead ? 1 : 0) }

        /// The matters on the page of one of them. A page changes as a whole: within it an arrow key moves the mark only.
        func page(showing index: Int) -> Range<Int> {
            if count <= capacity { return 0..<count }
            let start = index / pageRows * pageRows
            return start..<min(count, start + pageRows)
        }
    }

    enum CampaignForm {
        /// Three rows: name, bar, pace and forecast.
        case full
        case row
    }

    private(set) var ribbon: Rect
    private(set) var isRibbonShort = false
    private(set) var lists: [List] = []
    private(set) var campaigns = Rect(x: 0, y: 0, width: 0, height: 0)
    private(set) var campaignForm = CampaignForm.full
    private(set) var hasCampaignGaps = false
    private(set) var trend: Rect?
    private(set) var lastWorkday: Rect?
    private(set) var meetings: Rect?
    /// 亮灯依据 in the place of the campaigns.
    private(set) var basis: Rect?

    private let outlook: Int
    private let meetingCount: Int

    /// - Parameter outlook: rows above the ribbon for what the calendar adds to the day.
    init(
        _ size: Size,
        _ rows: OverviewRows,
        campaigns count: Int,
        meetings: Int = 0,
        outlook: Int = 0,
        isBasisShown: Bool
    ) {
        self.outlook = outlook
        meetingCount = meetings
        ribbon = Rect(x: 0, y: 0, width: size.width, height: 2)
        if size.width < 110 {
            placeNarrow(size, rows, campaigns: count, isBasisShown: isBasisShown)
        } else {
            placeWide(size, rows, campaigns: count, isBasisShown: isBasisShown)
        }
    }

    func list(_ kind: OverviewRows.Kind) -> List? { lists.first { $0.kind == kind } }

    // MARK: Narrow

    /// One column; kinds with a day of their own are one line each until there is room.
    private mutating func placeNarrow(_ size: Size, _ rows: OverviewRows, campaigns count: Int, isBasisShown: Bool) {
        isRibbonShort = true
        campaignForm = .row
        var below = isBasisShown ? 7 : count > 0 ? count + 1 : 0
        let isTall = size.height >= 32
        let tracks = rows.sections.filter { $0.kind == .track || $0.kind == .overdue }
        var lines = isTall ? [] : rows.sections.filter { $0.kind != .track && $0.kind != .overdue }
        // What is near is in the ribbon; it gets its line when the tracks leave one.
        let needed = tracks.reduce(0) { $0 + 1 + max(1, $1.duties.count) }
        if 2 + needed + lines.count + below > size.height { lines.removeAll { $0.kind == .near } }
        let full = isTall ? rows.sections : tracks
        // Below the smallest screen the campaigns go first.
        if size.height - 2 - lines.count - below < 4 { below = 0 }
        var top = 2
        let height = size.height - top - lines.count - below - (isTall ? 1 : 0)
        place(full, in: Rect(x: 0, y: top, width: size.width, height: height), hasHead: false, hasGaps: isTall)
        top = lists.last.map(\.rect.bottom) ?? top
        for section in lines {
            lists.append(
                List(
                    kind: section.kind,
                    count: section.duties.count,
                    rect: Rect(x: 0, y: top, width: size.width, height: 1),
                    isLine: true
                )
            )
            top += 1
        }
        let rest = Rect(x: 0, y: top + (isTall ? 1 : 0), width: size.width, height: below)
        if isBasisShown { basis = rest } else { campaigns = rest }
    }

    // MARK: Wide

    private mutating func placeWide(_ size: Size, _ rows: OverviewRows, campaigns count: Int, isBasisShown: Bool) {
        ribbon.y = size.height >= 30 ? max(1, outlook) : 0
        isRibbonShort = size.width < 150
        let y = ribbon.bottom + 1
        let height = size.height - y
        let side = size.width >= 150 ? 46 : 43
        let gap = size.width >= 150 ? 4 : 2
        let listWidth = size.width - side - gap
        if size.width >= 200 {
            // The tracks on the left, what has a day of its own beside them.
            let left = max(105, min(116, listWidth - 64))
            let isLeft: (OverviewRows.Section) -> Bool = { $0.kind == .track || $0.kind == .overdue }
            place(
                rows.sections.filter(isLeft),
                in: Rect(x: 0, y: y, width: left, height: height),
                hasHead: true,
                hasGaps: true
            )
            place(
                rows.sections.filter { !isLeft($0) },
                in: Rect(x: left + 4, y: y, width: listWidth - left - 4, height: height),
                hasHead: false,
                hasGaps: true
            )
        } else {
            let area = Rect(x: 0, y: y, width: listWidth, height: height)
            place(rows.sections, in: area, hasHead: size.width >= 150, hasGaps: true)
        }
        placeSide(Rect(x: size.width - side, y: y, width: side, height: height), count, isBasisShown)
    }

    private mutating func placeSide(_ side: Rect, _ count: Int, _ isBasisShown: Bool) {
        if isBasisShown {
            basis = side
            return
        }
        // The trend, what the day before left and the meetings come in as the height allows; then the trend grows.
        let plain = 1 + max(1, count * OverviewSide.rows)
        hasCampaignGaps = plain + count <= side.height
        var used = min(plain + (hasCampaignGaps ? count : 0), side.height)
        if used + 4 > side.height, plain + 5 <= side.height {
            hasCampaignGaps = false
            used = plain + 1
        }
        campaigns = Rect(x: side.x, y: side.y, width: side.width, height: used)
        var free = side.height - used
        guard free >= 4 else { return }
        free -= 4
        func takes(_ rows: Int) -> Bool {
            guard free >= rows + 1 else { return false }
            free -= rows + 1
            return true
        }
        let hasLastWorkday = takes(5)
        let hasMeetings = meetingCount > 0 && takes(meetingCount + 1)
        var y = side.y + used
        func block(_ rows: Int) -> Rect {
            defer { y += rows + 1 }
            return Rect(x: side.x, y: y, width: side.width, height: rows)
        }
        // Up to four rows and a blank for each of its lines; the rest of the ground stays empty.
        trend = block(4 + max(0, min(4, free / 3)) * 3)
        if hasLastWorkday { lastWorkday = block(5) }
        if hasMeetings { meetings = block(meetingCount + 1) }
    }

    // MARK: Sharing the height

    private mutating func place(_ sections: [OverviewRows.Section], in area: Rect, hasHead: Bool, hasGaps: Bool) {
        guard !sections.isEmpty, area.height > 0 else { return }
        let counts = sections.map(\.duties.count)
        let head = hasHead ? 1 : 0
        // The heads of the columns stand over the first rows there are.
        let headed = sections.firstIndex { !$0.duties.isEmpty } ?? 0
        var gap = hasGaps ? 1 : 0
        // Three rows show two matters and how many more there are; what must be tracked is what the hand is needed for.
        let fair = sections.map { min(max($0.duties.count, 1), $0.kind.isWork ? 7 : 3) }
        var shares = counts.map { min(max($0, 1), 2) }
        func used() -> Int { head + shares.reduce(sections.count, +) + gap * (sections.count - 1) }
        // Rows are worth more than blanks between the kinds.
        if fair.reduce(head + sections.count, +) + gap * (sections.count - 1) > area.height { gap = 0 }
        var spare = area.height - used()
        func grow(to limits: [Int], trackBy step: Int) {
            while spare > 0, shares.indices.contains(where: { shares[$0] < limits[$0] }) {
                for index in shares.indices where spare > 0 && shares[index] < limits[index] {
                    let more = min(sections[index].kind.isWork ? step : 1, limits[index] - shares[index], spare)
                    shares[index] += more
                    spare -= more
                }
            }
        }
        grow(to: fair, trackBy: 3)
        grow(to: counts, trackBy: 4)
        var y = area.y
        for (index, section) in sections.enumerated() {
            let hasHead = hasHead && index == headed
            let height = 1 + shares[index] + (hasHead ? 1 : 0)
            guard y < area.bottom else { break }
            lists.append(
                List(
                    kind: section.kind,
                    count: section.duties.count,
                    rect: Rect(x: area.x, y: y, width: area.width, height: min(height, area.bottom - y)),
                    hasHead: hasHead
                )
            )
            y += height + gap
        }
    }
}
