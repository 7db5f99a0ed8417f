import Canvas
import Ledger
import Pictures
import Samples
import Testing
import Text
import Walls
import Words

/// The steps of matters by week.
@Suite struct ChecklistTests {
    /// Two matters with steps: 督1 of the sample, and one with steps of this very week.
    static let stepped: Office = {
        var office = Office.sample
        do {
            try office.perform(.addStep("管线交底", .heZhiyuan, "2026-11-17"), on: .pipes)
            try office.perform(.tickStep(0, nil), on: .pipes)
            try office.perform(.addStep("围挡与交通疏解", nil, "2026-11-18"), on: .pipes)
            try office.perform(.addStep("路面恢复", nil, "2026-11-20"), on: .pipes)
            try office.perform(.addStep("移交养护", nil, "2026-11-20"), on: .pipes)
        } catch {
            preconditionFailure("the stepped office was refused: \(error)")
        }
        return office
    }()

    @Test(arguments: [(80, 24), (120, 36), (160, 45), (240, 67)]) func pictures(width: Int, height: Int) {
        let hanging = Hanging(ChecklistWall(), ChecklistTests.stepped, width: width, height: height)
        expectPicture(hanging.canvas, "checklist-\(width)x\(height)", styles: width == 120)
    }

    @Test func otherPictures() {
        let repertoire = Repertoire(.rich, ambiguity: .wide, hasFaintInk: false)
        let safe = Hanging(ChecklistWall(), ChecklistTests.stepped, repertoire: repertoire)
        expectPicture(safe.canvas, "safe-checklist")
        let english = Hanging(ChecklistWall(), ChecklistTests.stepped, words: .english)
        expectPicture(english.canvas, "english-checklist")
        expectPicture(Hanging(ChecklistWall(), .founded, width: 80, height: 24).canvas, "empty-checklist")
    }

    /// The matter whose open step is due first stands first.
    @Test func theSoonestStepComesFirst() {
        var hanging = Hanging(ChecklistWall(), ChecklistTests.stepped)
        #expect(hanging.wall.matters(in: hanging.frame) == [.pipes, .signing])
        #expect(hanging.selection == .pipes)
        hanging.move(.down)
        #expect(hanging.selection == .signing)
        #expect(hanging.wall.activate(in: hanging.frame) == .open(.signing))
    }

    @Test func leftAndRightChangeTheWeek() {
        var hanging = Hanging(ChecklistWall(), ChecklistTests.stepped)
        #expect(hanging.canvas.picture.contains("47周  11-16 至 11-22"))
        hanging.move(.right)
        #expect(hanging.canvas.picture.contains("48周  11-23 至 11-29"))
        hanging.move(.left, .left)
        #expect(hanging.canvas.picture.contains("46周  11-09 至 11-15"))
    }

    @Test(arguments: WallTests.sizes) func theMarkStaysInView(width: Int, height: Int) {
        var hanging = Hanging(ChecklistWall(), ChecklistTests.stepped, width: width, height: height)
        for motion in WallTests.motions {
            hanging.move(motion)
            let canvas = hanging.canvas
            guard let cursor = canvas.cursor else {
                Issue.record("no cursor after \(motion)")
                continue
            }
            #expect(canvas[cursor.point.x, cursor.point.y].text == canvas.repertoire[.rowMark])
        }
    }
}
