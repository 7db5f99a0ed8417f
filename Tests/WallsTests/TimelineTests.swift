import Canvas
import Ledger
import Samples
import Testing
import Walls

/// Moving on the time axis; what it looks like is in the pictures.
struct TimelineTests {
    /// The row of the axis with the numbers of the days.
    private func axis(_ hanging: Hanging) -> String {
        let canvas = hanging.canvas
        return (0..<canvas.width).map { canvas[$0, 4].text }.joined()
    }

    @Test func leftAndRightMoveTheAxisByAWeek() {
        var hanging = Hanging(TimelineWall(), .charted)
        let before = axis(hanging)
        hanging.move(.left)
        #expect(axis(hanging) != before)
        hanging.move(.right)
        #expect(axis(hanging) == before)
        hanging.move(.right, .left)
        #expect(axis(hanging) == before)
    }

    @Test func enterOnACampaignFoldsIt() {
        var hanging = Hanging(TimelineWall(), .charted)
        #expect(hanging.selection == nil)
        #expect(hanging.wall.activate(in: hanging.frame) == .perform(.fold))
        let all = hanging.wall.matters(in: hanging.frame)
        #expect(all.count == 6)
        hanging.move(.down)
        #expect(hanging.selection == all.first)
        // On a matter it folds the group and goes to its head.
        hanging.perform(.fold)
        #expect(hanging.selection == nil)
        hanging.move(.down)
        #expect(hanging.selection == nil)
        hanging.perform(.fold)
        hanging.move(.down)
        #expect(hanging.selection == all.first)
        #expect(hanging.wall.matters(in: hanging.frame) == all)
    }

    /// A matter that is gone to unfolds its group.
    @Test func goingToAMatterUnfoldsItsGroup() {
        var hanging = Hanging(TimelineWall(), .charted)
        hanging.perform(.fold)
        hanging.wall.select(4, in: hanging.frame)
        #expect(hanging.selection == 4)
    }

    @Test func zoomByMouse() {
        var hanging = Hanging(TimelineWall(), .charted)
        let before = axis(hanging)
        _ = hanging.wall.click(Point(x: 9, y: 1), in: hanging.frame)
        #expect(axis(hanging) != before)
        _ = hanging.wall.click(Point(x: 13, y: 1), in: hanging.frame)
        #expect(axis(hanging) == before)
    }

    /// An arrow changes the labels of two rows and the curve, never a bar.
    @Test func arrowsLeaveTheBars() {
        var hanging = Hanging(TimelineWall(), .charted)
        let before = hanging.canvas
        hanging.move(.down)
        let after = hanging.canvas
        for y in 6..<14 { for x in 37..<120 { #expect(before[x, y] == after[x, y]) } }
    }
}
