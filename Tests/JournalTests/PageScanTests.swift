import Ledger
import Samples
import Testing

@testable import Journal

/// Pages whose bytes may be anything: the scan ends, believes nothing it cannot check, and never takes the program with
/// it.
@Suite("Scan of damaged pages")
struct PageScanTests {
    private let folder = Folder()

    private func sample() throws -> [UInt8] {
        _ = try Engine.sqlite.journal(of: .sample, in: folder)
        return folder.read("台账.guatu")
    }

    /// Asks for everything there is; how many events are sound.
    @discardableResult
    private func scan(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { bytes in
            let scan = PageScan(bytes)
            return scan.numbers.count { number in
                _ = scan.texts(of: number)
                guard let row = scan.row(number, after: nil) else { return false }
                return row.number == number
            }
        }
    }

    @Test("Bytes of any kind are scanned to their end")
    func anyBytes() {
        var generator = SeededGenerator(seed: 20_261_126)
        for round in 0..<400 {
            var bytes = [UInt8](repeating: 0, count: Int.random(in: 0...20_000, using: &generator))
            // Small numbers are lengths and types more often than others.
            let most: UInt8 = round % 2 == 0 ? 255 : 60
            for index in bytes.indices { bytes[index] = UInt8.random(in: 0...most, using: &generator) }
            for page in stride(from: 0, to: bytes.count, by: PageScan.pageSize) {
                let head = page == 0 ? 100 : page
                guard head + 4 < bytes.count else { break }
                bytes[head] = [2, 10, 13].randomElement(using: &generator)!
                (bytes[head + 3], bytes[head + 4]) = (UInt8.random(in: 0...3, using: &generator), 200)
            }
            #expect(scan(bytes) == 0)
        }
    }

    @Test("A ledger cut off anywhere, shifted, or with pages of its own in the wrong places holds no event twice")
    func ledgers() throws {
        let whole = try sample()
        let all = scan(whole)
        #expect(all == Office.sample.events.count)
        var generator = SeededGenerator(seed: 20_261_127)
        for _ in 0..<150 {
            var bytes = whole
            let pages = bytes.count / PageScan.pageSize
            for _ in 0..<4 {
                let from = Int.random(in: 0..<pages, using: &generator) * PageScan.pageSize
                let to = Int.random(in: 0..<pages, using: &generator) * PageScan.pageSize
                bytes.replaceSubrange(to..<(to + PageScan.pageSize), with: whole[from..<(from + PageScan.pageSize)])
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8.random(
                    in: 1...255,
                    using: &generator
                )
            }
            bytes.removeLast(Int.random(in: 0...9_000, using: &generator))
            if Bool.random(using: &generator) { bytes.removeFirst(Int.random(in: 1...5_000, using: &generator)) }
            #expect(scan(bytes) <= all)
        }
    }

    /// One leaf with one cell, whose payload goes on upon the page it stands on.
    @Test("A row that leads in a circle, or is said to be longer than the file, is none", arguments: [8_000, 1 << 29])
    func circle(size: Int) {
        var bytes = [UInt8](repeating: 0, count: 3 * PageScan.pageSize)
        let page = PageScan.pageSize
        bytes[page] = 13
        bytes[page + 4] = 1
        (bytes[page + 8], bytes[page + 9]) = (0, 100)
        let length = (0..<5).reversed().map { place -> UInt8 in
            let bits = UInt8(truncatingIfNeeded: size >> (7 * place)) & 0x7F
            return place > 0 ? bits | 0x80 : bits
        }
        // Number 7; ten columns as an event has them, the last a long text.
        let cell: [UInt8] = length + [7, 12, 0, 44, 44, 1, 44, 76, 1, 0, 0, 0x87, 0x75]
        bytes.replaceSubrange((page + 100)..<(page + 100 + cell.count), with: cell)
        for index in stride(from: page + 4, to: bytes.count - 4, by: 4) where index > page + 200 {
            bytes.replaceSubrange(index..<(index + 4), with: [0, 0, 0, 2])
        }
        bytes.withUnsafeBytes { bytes in
            let scan = PageScan(bytes)
            #expect(scan.numbers == (size < bytes.count ? [7] : []))
            #expect(scan.row(7, after: nil) == nil)
        }
    }

    @Test("Events that stand under another number than their own are lost, not renumbered")
    func renumbered() throws {
        let whole = try sample()
        var bytes = whole
        for (number, other) in [(30, 95), (95, 30)] as [(UInt8, UInt8)] {
            let start = try #require(cell(of: number, in: whole))
            bytes[start + RawRow.width(at: start, of: whole)] = other
        }
        folder.write(bytes, to: "台账.guatu")
        let new = folder.file("新.guatu")
        let recovered = try SQLiteJournal.recover(folder.file("台账.guatu"), into: new, by: { _ in .now })
        #expect(recovered.lost == [30...30, 95...95])
        #expect(recovered.events == Office.sample.events.count - 2)
        #expect(try SQLiteJournal.open(new, mode: .read).verify().findings == [])
    }

    /// Where the row of an event with a number below 128 begins.
    private func cell(of number: UInt8, in bytes: [UInt8]) -> Int? {
        bytes.indices.first { index in
            let row = index + RawRow.width(at: index, of: bytes)
            guard row + 5 < bytes.count, bytes[row] == number else { return false }
            // The length of its head, the number's own column, two ids.
            return (11...16).contains(bytes[row + 1]) && Array(bytes[(row + 2)..<(row + 5)]) == [0, 44, 44]
        }
    }
}

extension RawRow {
    /// Bytes of the number that stands at a place.
    fileprivate static func width(at place: Int, of bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { bytes in
            var end = place
            return varint(bytes, &end) == nil ? 0 : end - place
        }
    }
}
