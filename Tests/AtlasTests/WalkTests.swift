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

    /// What streets look like that nobody planned: the letters of the first row are the first grids.
    static let layouts: [(name: String, picture: String)] = [
        ("islands", "A....B\n......\n..C...\n......\nD....E"),
        ("an enclave", "AAAAA\nABBBA\nABCBA\nABBBA\nAAAAA"),
        ("one inside another, off the middle", "AAAAAAAA\nAAAAABBA\nAAAAABBA\nAAAAAAAA\nCCCCCCCC"),
        ("a single column", "A\nB\nC\nD\nE"), ("a single row", "ABCDE"),
        ("a column far from the rest", "A......B\nC......B\nD......B\nE......B"),
        ("a comb", "AAAAAAA\nABACADA\nABACADA\nEEEEEEE"),
        ("parts on both sides", "AABBAA\nAABBAA\nCCCCCC\nAADDAA"),
        ("a diagonal", "A....\n.B...\n..C..\n...D.\n....E"),
        ("a ring around nothing", "AAAB\nD..B\nD..B\nDCCC"),
        ("a speck", "AAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAA\nAAAAAAABAAAAAAAA\nAAAAAAAAAAAAAAAA\nCCCCCCCCCCCCCCCC"),
    ]

    @Test(arguments: layouts.indices, [(20, 12), (60, 32), (178, 120)])
    func awkwardLayouts(index: Int, size: (Int, Int)) {
        let (name, picture) = Self.layouts[index]
        let letters = Set(picture).filter(\.isLetter).count
        let street = Street(Array(repeating: 3, count: letters)).drawn(picture, of: (1...letters).map { GridID($0) })
        let atlas = Atlas(street.ledger)
        let chart = atlas.chart(of: nil, width: size.0, height: size.1)
        #expect(chart.shown.count == letters, "\(name): \(chart.unplaced)")
        #expect(Self.reachesAll(chart), "\(name)")
        for id in chart.shown {
            let inside = atlas.chart(of: id, width: size.0, height: size.1)
            #expect(inside.shown.count == 3 && Self.reachesAll(inside), "\(name), inside \(id)")
        }
    }

    /// Children that the drawing leaves out, and more of them than the screen has samples.
    @Test func missingChildren() {
        let atlas = Atlas(Street([4, 0, 0]).drawn("AB\nBA", of: [1, 2]).ledger)
        let chart = atlas.chart(of: nil, width: 60, height: 32)
        #expect(chart.shown.map(\.rawValue) == [1, 2])
        #expect(chart.unplaced.map(\.rawValue) == [3])
        #expect(Self.reachesAll(chart))
        let crowded = Atlas(Street(Array(repeating: 0, count: 300)).ledger).chart(of: nil, width: 12, height: 8)
        #expect(Set(crowded.shown + crowded.unplaced).count == 300)
        #expect(Self.reachesAll(crowded))
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
