import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

/// A filter being typed (/), and where one stood before, so that Esc leads back to it.
struct Finding: Hashable {
    var field: TextField
    let origin: MatterNumber?

    init(_ text: String, origin: MatterNumber?) {
        field = TextField(text)
        self.origin = origin
    }
}

extension State {
    mutating func startFinding() {
        overlay = .filter(Finding(wall.filter.text, origin: wall.selection(in: frame)))
    }

    mutating func press(_ key: Key, in old: Finding) {
        var finding = old
        switch key {
        case .escape:
            wall.filter.text = ""
            overlay = nil
            settle()
            if let origin = finding.origin { wall.select(origin, in: frame) }
            return
        case .enter:
            overlay = nil
            return
        case .up: wall.move(.up, in: frame)
        case .down: wall.move(.down, in: frame)
        case .pageUp: wall.move(.pageUp, in: frame)
        case .pageDown: wall.move(.pageDown, in: frame)
        default:
            guard finding.field.handle(key) else { return }
            wall.filter.text = finding.field.text
            // What was selected stays so, as long as it is let through.
            if let origin = finding.origin {
                settle()
                wall.select(origin, in: frame)
            }
        }
        overlay = .filter(finding)
    }

    /// How the filter was read, for the row above it.
    func reading(of finding: Finding) -> [Run] {
        let search = Search(finding.field.text, today: scene.today, calendar: scene.ledger.calendar)
        if search.isEmpty {
            return [
                Run(
                    words(
                        "  汉字、拼音首字母、编号；空格是且，| 或，- 非；单位: 人: 网格: 灯: 状态: 来源: 缺: 到期<下周五",
                        "  text, pinyin initials, number; space and, | or, - not; unit: person: grid: light: due<12-1"
                    ),
                    .dim
                )
            ]
        }
        var runs = [Run("  ")]
        for clause in search.reading(scene) {
            runs.append(Run(clause.text, clause.isSign ? Style.dim.bold : clause.isOpen ? .gold : .dim))
            runs.append(Run(" "))
        }
        return runs
    }
}
