import Foundation
import Testing

/// What the map sends over a slow line.
@Suite struct MapBytesTests {
    private static let arrows = ["\u{1B}OA", "\u{1B}OD", "\u{1B}OB", "\u{1B}OC"]

    @Test func walkingIsLight() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let now = ["--now", "2026-11-20T08:12"]
        try #require(try binary.run(["demo"] + now).status == 0)
        for (width, height, first, step) in [(120, 36, 15 * 1024, 1536), (240, 67, 45 * 1024, 6 * 1024)]
            as [(UInt16, UInt16, Int, Int)]
        {
            let screen = try Screen(binary, ["demo", "--lang", "zh"] + now, width: width, height: height)
            #expect(screen.wait(for: "退出"))
            screen.type("\u{18}")  // The tour ends.
            _ = screen.settle()
            screen.type("2")
            let whole = screen.settle()
            #expect((1_000...first).contains(whole), "\(width)x\(height): \(whole)")
            var walked: [Int] = []
            for index in 0..<12 {
                screen.type(Self.arrows[index / 2 % 4])
                walked.append(screen.settle())
            }
            #expect(walked.allSatisfy { $0 <= step }, "\(whole) \(width)x\(height): \(walked)")
            #expect(walked.count { $0 > 300 } >= 6, "it walked: \(whole) \(walked)")
            screen.type("q")
            #expect(screen.end() == 0)
        }
    }
}
