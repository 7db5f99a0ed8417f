package import Ledger
package import Supervision
import Text

// The map (作战图): its sheets, grids and measures.

extension Words {
    /// 「湖东社区网格，16 个网格，2 处水面道路」.
    package func drawn(_ sheet: MapSheet, in ledger: Ledger) -> String {
        let place = sheet.parent.map { grid($0, in: ledger) } ?? wholeStreet
        if sheet.isEmpty { return joined(place, self("撤去", "taken away")) }
        let (grids, objects) = (sheet.places.count, sheet.objects.count)
        return joined(
            place,
            self("\(grids) 个网格", "\(grids) grids"),
            objects == 0 ? "" : self("水面道路 \(objects) 处", "\(objects) waters and roads")
        )
    }

    func elsewhere(_ id: GridID, _ parent: GridID?, in ledger: Ledger) -> String {
        let own = ledger.grids[id]?.parent
        let (name, above) = (grid(id, in: ledger), own.map { grid($0, in: ledger) } ?? self("街道", "the street"))
        let drawn = parent.map { grid($0, in: ledger) } ?? self("街道", "the street")
        return self(
            "「\(name)」的上级是\(above)，不能画在\(drawn)的图幅里。",
            "“\(name)” belongs to \(above) and cannot be drawn on the sheet of \(drawn)."
        )
    }

    // MARK: Grids

    package var wholeStreet: String { self("全街道", "whole street") }

    /// As it stands on the map: 湖东社区, 东堤网格. A community's grid goes by the name of the community.
    package func mapName(_ grid: Grid) -> String {
        let name = grid.name.string
        return name.hasSuffix("社区网格") ? String(name.dropLast(2)) : name
    }

    /// 湖东, 东堤.
    package func shortMapName(_ grid: Grid) -> String {
        let name = grid.name.string
        for end in ["社区网格", "网格", "社区", "居委会"] where name.hasSuffix(end) && name.count > end.count + 1 {
            return String(name.dropLast(end.count))
        }
        return name
    }

    package func gridLevel(_ level: Int) -> String {
        switch level {
        case 1: self("一级网格", "grid, level 1")
        case 2: self("二级网格", "grid, level 2")
        default: self("三级网格", "grid, level 3")
        }
    }

    /// 「16 网格」, 「188 微网格」; communities on the first level.
    package func gridCount(_ count: Int, level: Int) -> String {
        switch level {
        case 1: self("\(count.grouped) 社区", "\(count.grouped) communities")
        case 2: self("\(count.grouped) 网格", "\(count.grouped) grids")
        default: self("\(count.grouped) 微网格", "\(count.grouped) micro-grids")
        }
    }

    package func gridHead(_ id: PersonID?, in ledger: Ledger) -> String {
        let name = person(id, in: ledger)
        return name.isEmpty ? self("缺网格长", "no head") : self("网格长 \(name)", "head \(name)")
    }

    package func name(_ kind: MapSheet.Object.Kind) -> String {
        switch kind {
        case .water: self("水面", "water")
        case .road: self("道路", "road")
        case .checkpoint: self("卡口", "checkpoints")
        case .post: self("值守点", "points of duty")
        }
    }

    package func objectHead(_ object: MapSheet.Object, in ledger: Ledger) -> String {
        let name = person(object.head, in: ledger)
        if object.kind.isPoint {
            return name.isEmpty ? self("未定值守人", "nobody on duty") : self("值守 \(name)", "on duty \(name)")
        }
        guard !name.isEmpty else { return object.kind == .water ? self("无河湖长", "no head") : self("无路长", "no head") }
        let post: String =
            switch object.name.string.last {
            case "湖": self("湖长", "lake head")
            case "街": self("街长", "street head")
            case "巷": self("巷长", "lane head")
            default: object.kind == .water ? self("河长", "river head") : self("路长", "road head")
            }
        return "\(post) \(name)"
    }

    package var mapSketch: String { self("示意", "sketch") }
    package var mapMovedNear: String { self("飞地已移近画", "far parts moved near") }
    package var mapSketchNote: String {
        self("没有图幅，按次序排开，仅为示意", "nobody drew this part: laid out in order")
    }
    package var noMap: String {
        self("还没有网格地图：guatu map import 文件，写法见 docs/Map.md", "No map yet: guatu map import FILE, see docs/Map.md")
    }
    package var noGrids: String { self("台账里还没有网格。", "The ledger has no grids yet.") }
    package var mapUnplaced: String { self("未上图", "no place") }
    package var mapNothing: String { self("无在办", "nothing open") }
    package var mapBelow: String { self("下辖", "with") }
    package var mapObjects: String { self("水面道路", "waters, roads") }
    package var mapPointsAndObjects: String { self("点位、水面道路", "points, waters, roads") }
    package var mapLatest: String { self("近况", "latest") }
    package var mapPosition: String { self("位置", "place") }
    package func mapAtHand(_ count: Int) -> String { self("在办\(count)", "\(count) open") }
    package func mapProblems(_ count: Int) -> String { self("问题 \(count)", "problems \(count)") }
    package var mapAll: String { self("在手", "at hand") }
    package func mapProblemsOpen(_ count: Int) -> String { self("待答复问题 \(count)", "problems open \(count)") }
    package var mapDeeper: String { self("颜色越深，件数越多", "the darker, the more") }

    // MARK: Measures

    package var mapShading: String { self("着色", "shade") }

    package func name(_ measure: GridMeasure) -> String {
        switch measure {
        case .light: self("最差灯", "worst light")
        case .overdue: self("逾期数", "overdue")
        case .due: self("本周到期", "due this week")
        case .share: self("办结率", "settled")
        case .households: self("签约率", "households")
        case .tracked: self("今日跟踪", "tracked today")
        case .load: self("人均在办", "load")
        case .coverage: self("网格长到位", "heads")
        case .visit: self("上次跟踪", "last track")
        }
    }

    /// What a measure says of one grid, in a few cells: 「67%」, 「3 件」, 「4 日前」.
    package func value(_ measure: GridMeasure, of figures: GridFigures, today: Day) -> String {
        guard let value = figures.value(measure, today: today) else { return self("—", "–") }
        if measure.isShare { return percent(value) }
        switch measure {
        case .load: return self("人均 \(value / 10).\(value % 10)", "\(value / 10).\(value % 10) each")
        case .visit: return value == 0 ? self("今日", "today") : self("\(value) 日前", "\(value)d ago")
        case .due: return self("到期 \(value)", "\(value) due")
        default: return self("\(value) 件", "\(value)")
        }
    }

    /// What the value rests on: 「28/42 户」.
    package func basis(_ measure: GridMeasure, of figures: GridFigures) -> String {
        switch measure {
        case .share: "\(figures.settled)/\(figures.settled + figures.open)"
        case .households:
            figures.households > .zero
                ? "\(amount(figures.householdsDone))/\(amount(figures.households)) \(self("户", "households"))" : ""
        case .tracked: figures.mustTrack > 0 ? "\(figures.tracked)/\(figures.mustTrack)" : ""
        case .coverage: "\(figures.headed)/\(figures.leaves)"
        case .load: self("\(figures.people.count) 人", "\(figures.people.count) people")
        case .light, .overdue, .due, .visit: figures.open > 0 ? mapAtHand(figures.open) : mapNothing
        }
    }

    /// The first number of a step, for the legend.
    package func stepStart(_ measure: GridMeasure, _ value: Int) -> String {
        if measure.isShare { return "\(value / 10)" }
        return measure == .load ? "\(value / 10)\(value % 10 == 0 ? "" : ".\(value % 10)")" : "\(value)"
    }

    package func stepUnit(_ measure: GridMeasure) -> String {
        if measure.isShare { return "100%" }
        switch measure {
        case .due: return self("件", "matters")
        case .load: return self("件/人", "each")
        case .visit: return self("日前", "days ago")
        default: return ""
        }
    }
}

extension Int {
    /// 1,786
    fileprivate var grouped: String {
        let digits = String(self)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
