import Ledger
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

/// The language of the filter: what is found, and how it says it was read.
struct SearchTests {
    private let scene = Scene(Office.sample.ledger, at: Office.sample.now, words: .chinese, actor: .clerk)

    private func found(_ typed: String) -> Set<Int> {
        Set(scene.matters(Filter(text: typed)).map(\.rawValue))
    }

    private static let all: Set<Int> = [1, 2, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]

    @Test(arguments: [
        // Words, initials, numbers.
        ("护栏", [15]), ("hl", [15, 7]), ("护l", [15]), ("ＨＬ", [15, 7]), ("hzy", [2, 4, 7, 8, 14]), ("督2", [2]),
        ("1", [1, 10, 11, 12, 13, 14, 15, 16]),
        ("督1", [1, 11, 13, 15, 16]), ("d147", []), ("诉", [14]), ("逾期", [2, 14]), ("dqs", [13]),
        // And, or, not.
        ("柳堤社区 滞后", [9]), ("hudong", []), ("hdl", [2, 4]), ("hdl 且 逾期", [2]), ("护栏 或 管网", [15, 4]),
        ("护栏|管网", [15, 4]), ("护栏｜管网", [15, 4]), ("hdl -逾期", [4]), ("hdl ！逾期", [4]), ("hdl 非 逾期", [4]),
        ("hdl 非", [2, 4]), ("(护栏 或 湖东路) 逾期", [2]), ("（护栏 或 湖东路） 逾期", [2]), ("湖东路 或", [2, 4]),
        ("-hdl -单位:柳堤 -单位:城建 -单位:整备", []), ("（26", [9]),
        // Fields.
        ("单位:柳堤", [9, 10, 11, 16]), ("单位：柳堤", [9, 10, 11, 16]), ("单位:ld", [9, 10, 11, 16]),
        ("人:贺知远", [2, 4, 7, 8, 14]), ("人:hzy 状态:办理中", [2, 4, 14]), ("网格:LD-02", [1, 9]), ("战役:环湖", [1, 12]),
        ("灯:逾", [2, 14]), ("灯:逾,滞", [2, 4, 9, 14]), ("灯:逾、滞", [2, 4, 9, 14]), ("来源:12345", [14]), ("类别:问题", [12]),
        ("名称:环湖", [1, 12]), ("缺:量", [16]), ("缺:人", [13, 15]), ("unit:柳堤", [9, 10, 11, 16]),
        // Days.
        ("到期<11-20", [2, 14, 7]), ("到期<=11-20", [2, 14, 7, 11]), ("到期=11-20", [11]), ("到期:本周", [14, 11]),
        ("到期>=12-1", [1, 8]), ("到期》12-4", [8]), ("到期:无", [15, 16]), ("到期:下周", [9, 10, 12, 13]),
        // Not finished: lets everything through.
        ("到期<", Array(all)), ("到期<那天", Array(all)), ("单位:", Array(all)), ("-", Array(all)), ("", Array(all)),
        ("  ", Array(all)),
    ])
    func finds(typed: String, numbers: [Int]) {
        #expect(found(typed) == Set(numbers), "\(typed)")
    }

    @Test(arguments: [
        ("护栏", "「护栏」名称 1 件"), ("hzy", "「hzy」人 贺知远"), ("qqqq", "「qqqq」没有"),
        ("单位:ld 灯:滞", "单位 柳堤社区 且 灯 滞后"), ("护栏 或 管网", "「护栏」名称 1 件 或 「管网」名称 1 件"),
        ("-灯:逾", "非 灯 逾期"), ("到期<=11-27", "到期 11-27 周五 及以前"), ("到期:无", "没有时限"),
        ("单位:没有的", "没有单位「没有的」"), ("到期<", "「到期<」还没写完或看不懂，先不管"), ("缺:量", "缺定量"),
        ("名称:环湖", "名称含「环湖」"), ("督2", "「督2」编号 1 件"), ("到期:本周", "到期 11-16 周一 至 11-22 周日"),
    ])
    func saysHowItWasRead(typed: String, sentence: String) {
        let clauses = Search(typed, today: scene.today).reading(scene)
        #expect(clauses.map(\.text).joined(separator: " ") == sentence)
    }

    @Test func whatIsInDoubtIsMarked() {
        func doubts(_ typed: String) -> [Bool] {
            Search(typed, today: scene.today).reading(scene).map(\.isOpen)
        }
        #expect(doubts("护栏 qqqq") == [false, false, true])
        #expect(doubts("到期<") == [true])
    }

    @Test func onlyTroubleStaysOnTop() {
        #expect(scene.matters(Filter(text: "hdl", isTroubleOnly: true)).map(\.rawValue) == [2, 4])
    }

    /// Counting by where each light ends is the same as counting one by one.
    @Test(arguments: ["", "hd", "督", "整改", "逾期", "没有"])
    func countsTroubleWhereItEnds(typed: String) {
        let found = scene.matters(Filter(text: typed))
        let counted = [Light.red, .orange, .yellow].compactMap { light in
            let count = found.count { scene.judgement($0)?.light == light }
            return count > 0 ? [light.rank, count] : nil
        }
        #expect(scene.trouble(in: found).map { [$0.light.rank, $0.count] } == counted)
    }

    @Test func bestTitlesComeFirst() {
        #expect(scene.titled(SearchWord("hd"), limit: 5).map(\.rawValue) == [2, 4])
        #expect(scene.titled(SearchWord("整改"), limit: 5) == [9])
    }
}
