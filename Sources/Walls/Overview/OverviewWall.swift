package import Canvas
package import Ledger
import Supervision
import Text
import Words

/// The overview (总览): what is wrong, how much of it, and what the hand must do today, in one screen.
///
/// No kind of work is ever scrolled away: each has its place, and within it a page.
package struct OverviewWall: Wall, Hashable {
    package var filter = Filter.none
    private var spot: Spot?
    private var isBasisShown = false

    /// A row of the wall: a matter may stand in two sections.
    private struct Spot: Hashable {
        var kind: OverviewRows.Kind
        var matter: MatterNumber
        /// Where it stood, for the day it is gone.
        var index: Int
    }

    package init() {}

    package var abilities: Set<Ability> { [.nextPart, .previousPart, .basis] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .nextPart: step(1, in: frame)
        case .previousPart: step(-1, in: frame)
        case .basis: isBasisShown.toggle()
        default: break
        }
        settle(in: frame)
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let rows = frame.scene.overviewRows
        let lists = layout(frame).lists.filter { $0.count > 0 }
        guard let first = lists.first else {
            spot = nil
            return
        }
        guard let old = spot, lists.contains(where: { $0.kind == old.kind }), let section = rows.section(old.kind)
        else {
            go(to: first.kind, 0, rows)
            return
        }
        // A matter that is gone leaves the mark where it stood.
        go(to: old.kind, section.place(old.matter) ?? min(old.index, section.duties.count - 1), rows)
    }

    package func selection(in frame: Frame) -> MatterNumber? { spot?.matter }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        let rows = frame.scene.overviewRows
        for list in layout(frame).lists {
            if let index = rows.section(list.kind)?.place(number) {
                go(to: list.kind, index, rows)
                return
            }
        }
    }

    package func matters(in frame: Frame) -> [MatterNumber] {
        let rows = frame.scene.overviewRows
        var seen: Set<MatterNumber> = []
        return layout(frame).lists.compactMap { rows.section($0.kind)?.duties }.joined().map(\.matter)
            .filter { seen.insert($0).inserted }
    }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        let layout = layout(frame)
        let lists = layout.lists.filter { $0.count > 0 }
        guard let spot, let at = lists.firstIndex(where: { $0.kind == spot.kind }) else { return }
        let rows = frame.scene.overviewRows
        let list = lists[at]
        func enter(_ index: Int, fromBelow: Bool = false) {
            guard lists.indices.contains(index) else { return }
            let target = lists[index]
            go(to: target.kind, fromBelow && !target.isLine ? target.count - 1 : 0, rows)
        }
        switch motion {
        case .up:
            if list.isLine || spot.index == 0 {
                enter(at - 1, fromBelow: true)
            } else {
                go(to: list.kind, spot.index - 1, rows)
            }
        case .down:
            if list.isLine || spot.index == list.count - 1 {
                enter(at + 1)
            } else {
                go(to: list.kind, spot.index + 1, rows)
            }
        case .left where list.isLine: go(to: list.kind, max(0, spot.index - 1), rows)
        case .right where list.isLine: go(to: list.kind, min(list.count - 1, spot.index + 1), rows)
        case .left: if let other = lists.lastIndex(where: { $0.rect.x < list.rect.x }) { enter(other) }
        case .right: if let other = lists.firstIndex(where: { $0.rect.x > list.rect.x }) { enter(other) }
        case .pageDown:
            if list.isLine || spot.index == list.count - 1 {
                enter(at + 1)
            } else {
                go(to: list.kind, min(list.count - 1, list.page(showing: spot.index).upperBound), rows)
            }
        case .pageUp:
            let page = list.page(showing: spot.index)
            if list.isLine || page.lowerBound == 0 {
                if spot.index > 0 { go(to: list.kind, 0, rows) } else { enter(at - 1, fromBelow: true) }
            } else {
                go(to: list.kind, max(0, page.lowerBound - list.pageRows), rows)
            }
        case .home: enter(0)
        case .end: enter(lists.count - 1, fromBelow: true)
        }
    }

    /// The first row of the next section, round and round.
    private mutating func step(_ by: Int, in frame: Frame) {
        let lists = layout(frame).lists.filter { $0.count > 0 }
        guard !lists.isEmpty else { return }
        let at = lists.firstIndex { $0.kind == spot?.kind } ?? 0
        go(to: lists[(at + by + lists.count) % lists.count].kind, 0, frame.scene.overviewRows)
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let before = spot
        guard let list = layout(frame).lists.first(where: { $0.rect.contains(point) && $0.count > 0 }) else {
            return false
        }
        let page = list.page(showing: list.kind == spot?.kind ? spot?.index ?? 0 : 0)
        let index = list.isLine ? page.lowerBound : page.lowerBound + point.y - list.firstRow
        guard page.contains(index) else { return false }
        go(to: list.kind, index, frame.scene.overviewRows)
        return before == spot
    }

    private mutating func go(to kind: OverviewRows.Kind, _ index: Int, _ rows: OverviewRows) {
        guard let section = rows.section(kind), section.duties.indices.contains(index) else { return }
        spot = Spot(kind: kind, matter: section.duties[index].matter, index: index)
    }

    // MARK: Drawing

    package func draw(in frame: Frame, on canvas: Canvas) {
        let scene = frame.scene
        if scene.ledger.matters.isEmpty {
            canvas.put(scene.words.emptyLedger, x: 2, y: max(0, canvas.height / 2 - 1), .dim, width: canvas.width - 4)
            return
        }
        let layout = layout(frame)
        drawOutlook(in: frame, on: canvas)
        OverviewRibbon(scene).draw(on: canvas.region(layout.ribbon), isShort: layout.isRibbonShort)
        let side = OverviewSide(scene: scene)
        if !layout.campaigns.isEmpty {
            let area = canvas.region(layout.campaigns)
            switch layout.campaignForm {
            case .full: side.drawCampaigns(on: area, hasGaps: layout.hasCampaignGaps)
            case .row: side.drawCampaignRows(on: area)
            }
        }
        if let rect = layout.trend { side.drawTrend(on: canvas.region(rect)) }
        if let rect = layout.lastWorkday { side.drawLastWorkday(on: canvas.region(rect)) }
        if let rect = layout.meetings { side.drawMeetings(scene.todaysMeetings, on: canvas.region(rect)) }
        if let rect = layout.basis, let spot {
            BasisPanel(scene, spot.matter).draw(on: canvas.region(rect))
        }
        let drawing = OverviewLists(scene: scene, marked: frame.marked)
        for list in layout.lists {
            drawing.draw(list, selected: list.kind == spot?.kind ? spot?.index : nil, on: canvas.region(list.rect))
        }
    }

    /// What the calendar adds to the day: above the ribbon, else in rows taken from the foot.
    private func drawOutlook(in frame: Frame, on canvas: Canvas) {
        let lines = outlook(frame)
        let top = hasHeadroom(frame.size) ? 0 : frame.size.height - lines.count
        for (index, line) in lines.enumerated() {
            canvas.put(line, x: 2, y: top + index, .near, width: frame.size.width - 4)
        }
    }

    /// As many to a row as fit, in two rows at most; only the last can be cut.
    private func outlook(_ frame: Frame) -> [String] {
        var rows: [String] = []
        for line in frame.scene.outlookLines {
            let joined = rows.last.map { "\($0)　\(line)" }
            if let joined, rows.count == 2 || joined.columns() <= frame.size.width - 4 {
                rows[rows.count - 1] = joined
            } else {
                rows.append(line)
            }
        }
        return rows
    }

    private func hasHeadroom(_ size: Size) -> Bool { size.width >= 110 && size.height >= 30 }

    func layout(_ frame: Frame) -> OverviewLayout {
        var size = frame.size
        let outlook = outlook(frame).count
        if !hasHeadroom(size) { size.height -= outlook }
        return OverviewLayout(
            size,
            frame.scene.overviewRows,
            campaigns: frame.scene.standings.count,
            meetings: frame.scene.todaysMeetings.count,
            outlook: outlook,
            isBasisShown: isBasisShown
        )
    }
}

extension Scene {
    /// 「周末以来」, 「节前须办结」, 「月底前到期」, 「口头交办待确认」, 「例会未开」 (PRACTICE §5); mostly none.
    var outlookLines: [String] {
        derived(OutlookKey()) {
            let spoken = supervisor.spokenToConfirm().count
            let told = spoken > 0 ? words.spokenToConfirm + words(" \(spoken) 件", ": \(spoken)") : ""
            // What the day itself brings goes before what is still open from the days before it.
            return words.lines(supervisor.outlook())
                + [told, words.line(missedMeetings, in: ledger)].filter { !$0.isEmpty }
        }
    }

    /// Meetings of today, in the order of their hours.
    var todaysMeetings: [Meeting] { derived(MeetingsKey()) { supervisor.meetings(on: today) } }

    private struct MeetingsKey: Hashable {}

    private struct OutlookKey: Hashable {}
}
