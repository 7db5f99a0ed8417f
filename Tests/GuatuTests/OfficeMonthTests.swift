import Foundation
import Testing

struct OfficeMonthTests {
    @Test("A month of an office, hour by hour, by the built program")
    func month() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenarios")
        try Play(folder.appending(path: "一个月.txt")).perform(with: binary)
    }
}
