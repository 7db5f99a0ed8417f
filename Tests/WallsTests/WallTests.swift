import Canvas
import Ledger
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

@Suite struct WallTests {
    static let walls: [(String, any Wall)] = [
        ("overview", OverviewWall()), ("desk", DeskWall()), ("board", BoardWall()), ("timeline", TimelineWall()),
    ]

    static let sizes = [
        (80, 24), (88, 24), (100, 30), (110, 30), (120, 36), (150, 40), (160, 45), (200, 50), (240, 67),
    ]

    static let motions: [Motion] = [
        .down, .down, .right, .down, .pageDown, .left, .left, .up, .pageDown, .pageDown, .end, .up, .right, .right,
        .right,
        .pageUp, .down, .home, .left, .left, .left, .down, .end, .pageUp, .pageUp,
    ]

    /// Wherever one goes, the mark stands on a row that is drawn, and the terminal's cursor on the mark.
    @Test(arguments: sizes) func selectionStaysInView(width: Int, height: Int) {
        for (name, wall) in WallTests.walls {
            for grouping in 0..<3 {
                var hanging = Hanging(wall, .crowded, width: width, height: height)
                for _ in 0..<grouping where hanging.wall.abilities.contains(.group) { hanging.perform(.group) }
                for (step, motion) in WallTests.motions.enumerated() {
                    hanging.move(motion)
                    guard hanging.selection != nil else { continue }
                    let canvas = hanging.canvas
                    guard let cursor = canvas.cursor else {
                        Issue.record("\(name) by \(grouping), step \(step): no cursor after \(motion)")
                        continue
                    }
                    #expect(canvas[cursor.point.x, cursor.point.y].text == canvas.repertoire[.rowMark])
                    #expect(!cursor.isShown)
                }
            }
        }
    }

    /// Every matter can be reached by arrows alone.
    @Test(arguments: [(80, 24), (160, 45)]) func arrowsReachEveryMatter(width: Int, height: Int) {
        for (name, wall) in WallTests.walls where name != "board" {
            var hanging = Hanging(wall, .crowded, width: width, height: height)
            var seen: Set<MatterNumber> = []
            hanging.move(.home)
            for _ in 0..<400 {
                if let selection = hanging.selection { seen.insert(selection) }
                hanging.move(.right)
                if let selection = hanging.selection { seen.insert(selection) }
                hanging.move(.down)
            }
            if name == "desk" { #expect(seen == Set(hanging.wall.matters(in: hanging.frame))) }
            #expect(!seen.isEmpty, "\(name)")
        }
    }

    @Test func everyCardOfTheBoardCanBeReached() {
        for grouping in 0..<3 {
            var hanging = Hanging(BoardWall(), .crowded)
            for _ in 0..<grouping { hanging.perform(.group) }
            var seen: Set<MatterNumber> = []
            for _ in 0..<8 { hanging.move(.left) }
            for _ in 0..<8 {
                hanging.move(.home)
                for _ in 0..<80 {
                    if let selection = hanging.selection { seen.insert(selection) }
                    hanging.move(.down)
                }
                hanging.move(.right)
            }
            let all = Set(hanging.wall.matters(in: hanging.frame))
            #expect(seen == all, "by \(grouping): \(all.subtracting(seen))")
        }
    }

    /// The first click selects, the second one opens.
    @Test func clicks() {
        for (name, wall) in WallTests.walls {
            var hanging = Hanging(wall, .crowded)
            hanging.move(.down)
            // Heads of groups are rows of their own.
            while hanging.selection == nil, name == "timeline" { hanging.move(.down) }
            guard let point = hanging.canvas.cursor?.point, let selected = hanging.selection else {
                Issue.record("\(name) selects nothing")
                continue
            }
            hanging.move(.up)
            let place = Point(x: point.x + 6, y: point.y)
            #expect(hanging.wall.click(place, in: hanging.frame) == false, "\(name)")
            #expect(hanging.selection == selected, "\(name)")
            #expect(hanging.wall.click(place, in: hanging.frame) == true, "\(name)")
        }
    }

    /// An arrow changes the two rows or cards it goes between, and nothing else.
    @Test(arguments: [("overview", 2), ("desk", 2), ("board", 6)]) func arrowsChangeFewRows(name: String, rows: Int) {
        var hanging = Hanging(WallTests.walls.first { $0.0 == name }!.1, .crowded, width: 120)
        // Without the panel that speaks of the selected matter.
        if name == "desk" { hanging.perform(.basis) }
        let before = hanging.canvas
        hanging.move(.down)
        let after = hanging.canvas
        let changed = (0..<before.height).count { y in (0..<before.width).contains { before[$0, y] != after[$0, y] } }
        #expect(changed > 0)
        #expect(changed <= rows)
    }

    /// A matter that leaves takes no other with it: the mark stays where it was.
    @Test func aMatterThatLeavesDoesNotMoveTheMark() throws {
        var office = Office.crowded
        for (name, wall) in WallTests.walls where name != "overview" {
            var hanging = Hanging(wall, office)
            hanging.move(.down, .down)
            if name == "timeline" { hanging.move(.down, .down, .down, .down) }
            let matters = hanging.wall.matters(in: hanging.frame)
            let selected = try #require(hanging.selection)
            let index = try #require(matters.firstIndex(of: selected))
            try office.perform(.report("已完成"), on: selected)
            try office.perform(.settle(.onSite, nil), on: selected)
            try office.perform(.strike("已回访"), on: selected)
            hanging.show(office)
            #expect(hanging.selection == matters[index + 1], "\(name)")
        }
    }

    @Test func theFocusFollowsACardToItsNewStage() throws {
        var office = Office.sample
        var hanging = Hanging(BoardWall(), office)
        hanging.wall.select(.signing, in: hanging.frame)
        try office.perform(.report("全部签约"), on: .signing)
        hanging.show(office)
        #expect(hanging.selection == .signing)
        hanging.move(.home)
        #expect(hanging.frame.scene.matter(try #require(hanging.selection))?.stage == .reported)
    }

    /// Each matter with a duty stands on the desk once, however it is grouped.
    @Test func theDeskHasEachMatterOnce() {
        var hanging = Hanging(DeskWall(), .crowded)
        let expected = Set(hanging.frame.scene.duties.map(\.matter))
        for _ in 0..<3 {
            let matters = hanging.wall.matters(in: hanging.frame)
            #expect(matters.count == expected.count)
            #expect(Set(matters) == expected)
            hanging.perform(.group)
        }
    }

    @Test func troubleOnly() {
        var hanging = Hanging(BoardWall(), .crowded)
        hanging.perform(.trouble)
        let lights = Set(
            hanging.wall.matters(in: hanging.frame).compactMap { hanging.frame.scene.judgement($0)?.light.rawValue }
        )
        #expect(lights.isSubset(of: ["red", "orange", "yellow"]))
        #expect(lights.contains("red"))
    }
}
