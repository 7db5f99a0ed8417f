import Testing

@testable import Pages

@Suite("Column widths")
struct ColumnWidthTests {
    struct Case: Sendable {
        var name: String
        var columns: [Table.Column]
        var row: [String]
        var room: Int
        var widths: [Int]
    }

    static let cases = [
        Case(
            name: "what is left goes out by share",
            columns: [.init("", minimum: 4), .init("", minimum: 4, share: 2), .init("", minimum: 4, share: 1)],
            row: ["", String(repeating: "长", count: 50), String(repeating: "长", count: 50)],
            room: 30,
            widths: [4, 16, 10]
        ),
        Case(
            name: "a column that needs no more leaves it to the others",
            columns: [.init("", minimum: 4, share: 1), .init("", minimum: 4, share: 1)],
            row: ["三个字", String(repeating: "长", count: 50)],
            room: 30,
            widths: [6, 24]
        ),
        Case(
            name: "a column to write in gets its share though it is empty",
            columns: [.init("", minimum: 4, share: 1), .init("", minimum: 4, share: 1, isBlank: true)],
            row: ["一", ""],
            room: 30,
            widths: [4, 26]
        ),
        Case(
            name: "when nothing needs more, the page is filled by share",
            columns: [.init("", minimum: 4, share: 3), .init("", minimum: 4, share: 1)],
            row: ["一", "二"],
            room: 20,
            widths: [13, 7]
        ),
        Case(
            name: "too little room shrinks all alike, none below one character",
            columns: [.init("", minimum: 2), .init("", minimum: 12), .init("", minimum: 22)],
            row: ["", "", ""],
            room: 21,
            widths: [2, 7, 12]
        ),
    ]

    @Test("The columns fill the room", arguments: cases)
    func widths(_ example: Case) {
        let widths = Table(columns: example.columns, rows: [example.row]).widths(filling: example.room)
        #expect(widths == example.widths, "\(example.name)")
        #expect(widths.reduce(0, +) == example.room)
    }

    @Test(
        "Dividing loses no unit",
        arguments: [
            (10, [1, 1, 1], [4, 3, 3]), (7, [0, 2, 1], [0, 5, 2]), (5, [0, 0], [0, 5]), (0, [3, 1], [0, 0]),
        ] as [(Int, [Int], [Int])]
    )
    func split(amount: Int, weights: [Int], parts: [Int]) {
        #expect(Table.split(amount, by: weights) == parts)
    }
}
