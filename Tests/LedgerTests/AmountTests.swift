import Foundation
import Ledger
import Samples
import Testing

@Suite("Amount")
struct AmountTests {
    @Test(
        "reads and writes decimals of at most three places",
        arguments: [
            ("0", 0, "0"), ("53", 53_000, "53"), ("12.5", 12_500, "12.5"), ("680.50", 680_500, "680.5"),
            ("0.001", 1, "0.001"), ("1,240", 1_240_000, "1240"), ("1，240.25", 1_240_250, "1240.25"), ("+3", 3_000, "3"),
            ("-2.05", -2_050, "-2.05"), ("1000000000000", 1_000_000_000_000_000, "1000000000000"),
            ("999999999999.999", 999_999_999_999_999, "999999999999.999"), ("007", 7_000, "7"),
        ] as [(String, Int64, String)]
    )
    func read(text: String, thousandths: Int64, written: String) {
        #expect(Amount(text) == Amount(thousandths: thousandths))
        #expect(Amount(thousandths: thousandths).text == written)
        #expect(Amount(written) == Amount(thousandths: thousandths))
    }

    @Test(
        "takes nothing else",
        arguments: [
            "", "-", "+", ".", ".5", "5.", "1.2345", "1e3", "0x1", "1 000", "1,", ",1", "1,,2", "1.0,0", "十二", "12.5亩",
            "1000000000001", "1000000000000.001", "99999999999999999999", "--1", "nan",
        ]
    )
    func refused(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test("is exact where a floating-point number is not")
    func exact() {
        var sum = Amount.zero
        for _ in 0..<10 { sum += Amount("0.1")! }
        #expect(sum == 1)
        #expect(sum.text == "1")
    }

    @Test("is stored as a decimal string")
    func coding() throws {
        let line = QuantityLine(group: "8 组", target: 32, done: Amount("17.25")!, unit: "户")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(line)
        #expect(String(decoding: data, as: UTF8.self) == #"{"done":"17.25","group":"8 组","target":"32","unit":"户"}"#)
        #expect(try JSONDecoder().decode(QuantityLine.self, from: data) == line)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Amount].self, from: Data("[17.25]".utf8)) }
    }

    @Test(
        "takes its share of a whole, rounded down",
        arguments: [(18, 32, 562), (0, 32, 0), (40, 32, 1250), (0, 0, 1000), (1, 3, 333)] as [(Amount, Amount, Int)]
    )
    func share(part: Amount, whole: Amount, thousandths: Int) {
        #expect(part.share(of: whole) == thousandths)
    }

    @Test("many figures at the limit add up without a trap")
    func sums() {
        let sum = (0..<20_000).reduce(Amount.zero) { total, _ in total + .limit }
        _ = sum.share(of: 1)
        #expect((0..<20_000).reduce(sum) { total, _ in total - .limit } == .zero)
    }
}
