import Atlas
import Ledger
import Samples
import Testing

@Suite struct WalkTests {
    /// From every grid the arrows reach every grid.
    static func reachesAll(_ chart: Chart) -> Bool {
        let stops = chart.shown.map { id in
            let anchor = chart.anchors[Int32(id.rawValue)]!
            return Walk.Stop(label: Int32(id.rawValue), x: anchor.x, y: anchor.y)
        }
        let walk = Walk(stops, borders: chart.borders)
        return stops.allSatisfy { start in
            var seen: Set<Int32> = [start.label]
            var open = [start.label]
            while let label = open.popLast() {
                for heading in Heading.allCases {
                    if let next = walk.step(from: label, heading), seen.insert(next).inserted { open.append(next) }
                }
            }
            return seen.count == stops.count
        }
    }

    @Test(arguments: [2, 3, 5, 8, 13, 21, 40, 188]) func everyGridFromEveryGrid(count: Int) {
        let street = Street([count, 0]).drawn("AAAAAAB\nAAAABBB\nAAAAABB\nAABBBBB", of: [1, 2])
        for (width, height) in [(60, 32), (86, 58), (180, 120)] {
            #expect(Self.reachesAll(Atlas(street.ledger).chart(of: 1, width: width, height: height)), "\(width)")
        }
    }

    /// Places strewn at random, where the nearest one ahead leaves some out.
    @Test(arguments: 1...60) func strewn(seed: Int) {
        var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ limit: Int) -> Int {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Int(random % UInt64(limit))
        }
        let stops = (1...(2 + next(40))).map {
            Walk.Stop(label: Int32($0), x: next(120), y: next(seed % 3 == 0 ? 2 : 70))
        }
        let walk = Walk(stops, borders: [:])
        for start in stops {
            var seen: Set<Int32> = [start.label]
            var open = [start.label]
            while let label = open.popLast() {
                for heading in Heading.allCases {
                    if let next = walk.step(from: label, heading), seen.insert(next).inserted { open.append(next) }
                }
            }
            #expect(seen.count == stops.count, "from \(start)")
        }
    }

    @Test func straightAheadComesFirst() {
        let stops = [(1, 10, 10), (2, 30, 10), (3, 20, 30), (4, 50, 12)].map {
            Walk.Stop(label: $0.0, x: $0.1, y: $0.2)
        }
        let walk = Walk(stops, borders: [:])
        #expect(walk.step(from: 1, .right) == 2)
        #expect(walk.step(from: 2, .right) == 4)
        #expect(walk.step(from: 1, .down) == 3)
        #expect(walk.step(from: 4, .left) == 2)
    }
}
