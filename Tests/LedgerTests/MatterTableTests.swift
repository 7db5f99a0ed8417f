import Samples
import Testing
import Text

@testable import Ledger

/// A table finds each matter by its number, whatever numbers an office gives.
@Suite struct MatterTableTests {
    private static func matter(_ number: Int) -> Matter {
        Matter(
            number: MatterNumber(number),
            version: 1,
            kind: .target,
            title: Prose(CleanText("第 \(number) 件")),
            stage: .draft,
            source: .spoken
        )
    }

    static let numbers: [[Int]] = [
        [], [1], [1, 2, 3], [3, 2, 1], [100_000, 1, 2], [1, 2, 5_000, 5_001, 4_999, 3],
        [202_601_010_001, 202_601_010_002, 7], [-4, 0, 4], [.max, .min, 0, .max - 1],
        Array(1...3_000).reversed(), Array(stride(from: 1, through: 90_000, by: 37)),
    ]

    @Test(arguments: numbers)
    func finds(numbers: [Int]) {
        var one = MatterTable()
        for number in numbers { one[MatterNumber(number)] = Self.matter(number) }
        var part = MatterTable.Part(capacity: 0)
        for number in numbers { part.append(Self.matter(number)) }
        for var table in [one, MatterTable([part])] {
            #expect(table.values.map(\.number.rawValue) == numbers)
            for number in numbers { #expect(table[MatterNumber(number)] == Self.matter(number)) }
            for absent in [9, 4_000, 202_601_010_003, -1] where !numbers.contains(absent) {
                #expect(table[MatterNumber(absent)] == nil)
            }
            for (index, number) in numbers.enumerated() {
                table[MatterNumber(number)] = nil
                #expect(table[MatterNumber(number)] == nil)
                #expect(table.count == numbers.count - index - 1)
            }
            table[12] = Self.matter(12)
            #expect(table.values.map(\.number) == [12])
        }
    }
}
