import Foundation
import Testing

struct OfficeMonthTests {
    @Test(
        "Played hour by hour by the built program, every answer as it is written",
        arguments: ["一个月", "疑难个案", "规则"]
    )
    func play(_ name: String) throws {
        let binary = try Binary()
        defer { binary.remove() }
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenarios")
        try Play(folder.appending(path: "\(name).txt")).perform(with: binary)
    }
}
