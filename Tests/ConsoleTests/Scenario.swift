import Canvas
import Console
import Foundation
import Ledger
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

/// A morning written down as a clerk would tell it (情景): one step a line; a line that begins with `#` is a remark.
///
///     按 6 Down          presses keys by their names
///     打 钻机进场         types text
///     点 t 跟踪           clicks on the first place where this stands; 点 办理中#-1 on the last, #2 on the second
///     滚 下 今日必跟踪     turns the wheel one notch over it, 上 or 下
///     见 督办台           the screen shows it
///     不见 没有           the screen does not
///     提示 已记           the message row says it
///     打印 统计           that page was printed; without a word the overdue list
///     记录 罗文舟（温如许代录·电话）   what was recorded last says it
struct Scenario {
    enum Verb: String, CaseIterable {
        case press = "按"
        case type = "打"
        case click = "点"
        case wheel = "滚"
        case see = "见"
        case seeNot = "不见"
        case told = "提示"
        case recorded = "记录"
        case printed = "打印"
    }

    struct Step {
        let line: Int
        let verb: Verb
        let rest: String
    }

    let steps: [Step]

    init(_ text: String) throws {
        var steps: [Step] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.first == "#" { continue }
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard let verb = Verb(rawValue: parts[0]) else { throw Unknown(line: index + 1, verb: parts[0]) }
            steps.append(Step(line: index + 1, verb: verb, rest: parts.count > 1 ? parts[1] : ""))
        }
        self.steps = steps
    }

    /// From `Scenarios/<name>.txt`.
    static func named(_ name: String, filePath: String = #filePath) throws -> Scenario {
        let folder = filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return try Scenario(
            String(decoding: Data(contentsOf: URL(filePath: "\(folder)/Scenarios/\(name).txt")), as: UTF8.self)
        )
    }

    struct Unknown: Error {
        let line: Int
        let verb: String
    }

    /// Plays it; the first step that does not hold ends it, with the screen of then.
    func play(on trial: inout Trial, _ name: String) {
        for step in steps {
            guard let complaint = play(step, on: &trial) else { continue }
            Issue.record("\(name):\(step.line) \(step.verb.rawValue) \(step.rest): \(complaint)\n\(trial.picture)")
            return
        }
    }

    private func play(_ step: Step, on trial: inout Trial) -> String? {
        let picture = trial.picture
        switch step.verb {
        case .press:
            for name in step.rest.split(separator: " ") {
                guard let key = Key(named: String(name)) else { return "no key is called \(name)" }
                trial.driver.press(key)
            }
        case .type: trial.driver.type(step.rest)
        case .click:
            let parts = step.rest.split(separator: "#", maxSplits: 1)
            let which = parts.count == 2 ? Int(parts[1]) : nil
            guard let point = trial.place(of: which == nil ? step.rest : String(parts[0]), which ?? 1) else {
                return "it is not on the screen"
            }
            trial.driver.click(x: point.x, y: point.y)
        case .wheel:
            let text = String(step.rest.dropFirst(2))
            guard let point = trial.place(of: text) else { return "it is not on the screen" }
            trial.driver.wheel(step.rest.hasPrefix("上") ? -1 : 1, x: point.x, y: point.y)
        case .see: return picture.contains(step.rest) ? nil : "not to be seen"
        case .seeNot: return picture.contains(step.rest) ? "to be seen" : nil
        case .told:
            return trial.message?.contains(step.rest) ?? false ? nil : "the message is \(trial.message ?? "none")"
        case .recorded:
            guard let event = trial.backstage.office.events.last else { return "nothing is recorded" }
            let ledger = trial.backstage.office.ledger
            let said =
                Words.chinese.signature(event.signature, in: ledger) + " " + Words.chinese.sentence(event, in: ledger)
            return said.contains(step.rest) ? nil : "recorded is \(said)"
        case .printed where step.rest.isEmpty:
            return trial.backstage.left.contains(.print(.overdue)) ? nil : "nothing was printed"
        case .printed:
            let pages = trial.backstage.left.compactMap { effect in
                if case .print(.page(let page)) = effect { page.title } else { nil }
            }
            return pages.last?.contains(step.rest) ?? false ? nil : "printed were \(pages)"
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Trial {
    /// Where a text stands on the screen, in cells: its first place, the second…, or counted from the last one with -1.
    func place(of text: String, _ which: Int = 1) -> Point? {
        var places: [Point] = []
        for (y, line) in lines.enumerated() {
            for range in line.ranges(of: text) {
                places.append(Point(x: String(line[..<range.lowerBound]).columns(), y: y))
            }
        }
        let index = which < 0 ? places.count + which : which - 1
        return places.indices.contains(index) ? places[index] : nil
    }
}
