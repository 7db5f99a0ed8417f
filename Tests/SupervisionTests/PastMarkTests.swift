import Ledger
import Samples
import Supervision
import Testing
import Text

/// Earlier light marks do not change, whatever happens, except by 补記 for that day or a change of the calendar.
@Suite("Marks of past days")
struct PastMarkTests {
    @Test("stay as they were", arguments: Array(1...6) as [UInt64])
    func stay(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var office = Office.sample
        var known: [Cell: Mark] = [:]
        var done = 0
        for _ in 0..<260 {
            let hours = Int64.random(in: 1...14, using: &random)
            office.now = Moment(milliseconds: office.now.milliseconds + hours * 3_600_000)
            let number = office.ledger.matters.keys.sorted().randomElement(using: &random)!
            let isLate = Int.random(in: 0..<10, using: &random) == 0
            let day = isLate ? office.today - Int.random(in: 1...5, using: &random) : nil
            if isLate { known = known.filter { $0.key.day != day || $0.key.matter != number } }
            let command = Self.command(on: number, office.today, &random)
            if (try? office.perform(command, by: .founder, on: isLate ? day : nil)) != nil { done += 1 }
            let supervisor = Supervisor(office.ledger, at: office.now)
            for matter in office.ledger.matters.values {
                for day in supervisor.workdays(before: office.today, count: 6) {
                    let cell = Cell(matter: matter.number, day: day)
                    let mark = supervisor.mark(matter, on: day)
                    #expect(known[cell] == nil || known[cell] == mark, "\(cell) by \(command)")
                    known[cell] = mark
                }
            }
        }
        #expect(done > 40)
    }

    private struct Cell: Hashable {
        let matter: MatterNumber
        let day: Day
    }

    /// What happens to a matter between two looks.
    private static func command(on number: MatterNumber, _ today: Day, _ random: inout SeededGenerator) -> Command {
        let later = today + Int.random(in: 1...12, using: &random)
        var rules = Rules.standard
        rules.behindPoints = Int.random(in: 1...40, using: &random)
        let amount = Amount(thousandths: Int64.random(in: 0...9, using: &random) * 1000)
        let commands: [Command] = [
            .act(number, .track("去过", [])), .act(number, .track("报数", [Progress(.added(amount))])),
            .act(number, .track("去过", [])), .act(number, .accept(nil)), .act(number, .report("办完")),
            .act(number, .sendBack("缺照片")), .act(number, .settle(.papers, "可")),
            .act(number, .reopen("反映", .fixed(later))),
            .act(number, .askExtension(later, "雨")), .act(number, .grantExtension("同意")),
            .act(number, .adjustLimit(.fixed(later), "另定")), .act(number, .park("等批复", later)),
            .act(number, .resume(later, nil)), .act(number, .transfer(.construction, nil, nil, "职责")),
            .act(number, .handBack("不属职责")), .act(number, .issue(.workdays(3), nil)), .act(number, .submit(nil)),
            .act(number, .ladder(.remind("已提醒"))), .act(number, .ladder(.draft(.press, nil))),
            .act(number, .ladder(.sign(nil))), .act(number, .ladder(.putOff(.press, until: later, "等"))),
            .replaceRules(RulesReplacement(rules: rules, text: "\(rules.behindPoints)", based: 1)),
        ]
        return commands.randomElement(using: &random)!
    }
}
