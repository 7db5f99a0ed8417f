import Canvas
import Ledger
import Pictures
import Samples
import Testing
import Text
import Walls
import Words

/// The walls as text files: of the sample office on 2026-11-20 at 08:12.
@Suite struct WallPictureTests {
    static let sizes = [(80, 24), (120, 36), (160, 45), (240, 67)]

    @Test(arguments: sizes) func overview(width: Int, height: Int) {
        let hanging = Hanging(OverviewWall(), width: width, height: height)
        expectPicture(hanging.canvas, "overview-\(width)x\(height)", styles: width == 120)
    }

    @Test(arguments: sizes) func desk(width: Int, height: Int) {
        let hanging = Hanging(DeskWall(), width: width, height: height)
        expectPicture(hanging.canvas, "desk-\(width)x\(height)", styles: width == 120)
    }

    @Test(arguments: sizes) func board(width: Int, height: Int) {
        let hanging = Hanging(BoardWall(), width: width, height: height)
        expectPicture(hanging.canvas, "board-\(width)x\(height)", styles: width == 120)
    }

    @Test(arguments: sizes) func lanes(width: Int, height: Int) {
        var hanging = Hanging(BoardWall(), width: width, height: height)
        hanging.perform(.group)
        expectPicture(hanging.canvas, "lanes-\(width)x\(height)")
    }

    /// By function group: below the name of its campaign, with who heads it.
    @Test(arguments: [(80, 24), (120, 36)]) func lanesByFunctionGroup(width: Int, height: Int) {
        var hanging = Hanging(BoardWall(), .headquarters, width: width, height: height)
        hanging.perform(.group, .group, .group)
        expectPicture(hanging.canvas, "lanes-groups-\(width)x\(height)")
    }

    @Test(arguments: [(80, 24), (160, 45)]) func crowded(width: Int, height: Int) {
        for (name, wall) in WallTests.walls {
            var hanging = Hanging(wall, .crowded, width: width, height: height)
            hanging.move(.pageDown, .down)
            expectPicture(hanging.canvas, "crowded-\(name)-\(width)x\(height)")
        }
    }

    @Test func english() {
        for (name, wall) in WallTests.walls {
            let hanging = Hanging(wall, width: 120, height: 36, words: .english)
            expectPicture(hanging.canvas, "english-\(name)")
        }
    }

    /// No column moves where ambiguous characters take two cells.
    @Test func safe() {
        let repertoire = Repertoire(.rich, ambiguity: .wide, hasFaintInk: false)
        for (name, wall) in WallTests.walls {
            let hanging = Hanging(wall, .crowded, width: 120, height: 36, repertoire: repertoire)
            expectPicture(hanging.canvas, "safe-\(name)")
        }
    }

    /// A tall screen shows plan against done beside the reasons; a quarter of 26 is no whole number and has no label.
    @Test func pictureInThePanel() {
        for (name, wall) in [("desk", DeskWall() as any Wall), ("board", BoardWall())] {
            var hanging = Hanging(wall, width: 160, height: 64)
            hanging.wall.select(.signs, in: hanging.frame)
            hanging.wall.settle(in: hanging.frame)
            expectPicture(hanging.canvas, "panel-\(name)")
        }
    }

    /// What the day brings stands first, and no row of it is lost on a narrow screen.
    @Test(arguments: [(80, 24), (120, 36), (160, 45)]) func monday(width: Int, height: Int) throws {
        var office = Office.sample
        try office.perform(.daily(.planMeeting(Meeting(kind: .early, campaign: .land, day: "2026-11-23"))))
        let hanging = Hanging(OverviewWall(), office, at: "2026-11-23 08:12", width: width, height: height)
        expectPicture(hanging.canvas, "overview-monday-\(width)x\(height)")
        #expect(hanging.canvas.picture.contains("周末以来：新逾"))
        let plain = hanging.wall.plain(in: hanging.frame.scene, onPaper: false).lines
        #expect(plain.contains { $0.contains("今日例会：08:10；环湖片区土地整备指挥部早会；待开") }, "\(plain.suffix(3))")
    }

    @Test func restDay() {
        let hanging = Hanging(OverviewWall(), at: "2026-11-21 09:00")
        expectPicture(hanging.canvas, "overview-rest-day")
    }

    @Test func emptyLedger() {
        for (name, wall) in WallTests.walls {
            let hanging = Hanging(wall, .founded, width: 80, height: 24)
            expectPicture(hanging.canvas, "empty-\(name)")
        }
    }

    @Test(arguments: [80, 120]) func movingACard(width: Int) {
        var hanging = Hanging(BoardWall(), width: width, height: width == 80 ? 24 : 36)
        hanging.wall.select(.signs, in: hanging.frame)
        hanging.frame.move = Frame.Move(matter: .signs, to: .reported)
        hanging.wall.settle(in: hanging.frame)
        expectPicture(hanging.canvas, "board-move-\(width)", styles: width == 80)
    }

    @Test func filteredBoard() {
        var hanging = Hanging(BoardWall())
        hanging.wall.filter = Filter(text: "柳堤")
        hanging.wall.settle(in: hanging.frame)
        expectPicture(hanging.canvas, "board-filter", styles: true)
    }

    @Test func trackingLine() {
        var hanging = Hanging(DeskWall(), width: 80, height: 24)
        let text = TextField("今晨已与施工方约谈，钻机 10 时进场，7 号井段 11-25 前贯通")
        hanging.frame.line = Line(
            label: "跟踪",
            fields: [.init(text: text), .init(label: "累计", text: TextField(), width: 8)]
        )
        hanging.wall.settle(in: hanging.frame)
        let canvas = hanging.canvas
        expectPicture(canvas, "desk-line", styles: true)
        #expect(canvas.cursor?.isShown == true)
    }

    @Test func deskByUnitAndPerson() {
        var hanging = Hanging(DeskWall())
        hanging.perform(.group)
        expectPicture(hanging.canvas, "desk-by-unit")
        hanging.perform(.group)
        expectPicture(hanging.canvas, "desk-by-person")
    }

    @Test func overviewWithBasis() {
        var hanging = Hanging(OverviewWall())
        hanging.perform(.basis)
        expectPicture(hanging.canvas, "overview-basis")
    }

    // MARK: Timeline

    @Test(arguments: sizes) func timeline(width: Int, height: Int) {
        var hanging = Hanging(TimelineWall(), .charted, width: width, height: height)
        hanging.move(.down, .down, .down)
        expectPicture(hanging.canvas, "timeline-\(width)x\(height)", styles: width == 120)
    }

    @Test func timelineByWeekAndQuarter() {
        var hanging = Hanging(TimelineWall(), .charted)
        hanging.perform(.zoom)
        expectPicture(hanging.canvas, "timeline-quarter")
        hanging.perform(.zoom)
        expectPicture(hanging.canvas, "timeline-week")
    }

    @Test func timelineCurveAlone() {
        var hanging = Hanging(TimelineWall(), .charted, width: 80, height: 24)
        hanging.perform(.nextPart)
        expectPicture(hanging.canvas, "timeline-curve")
    }

    @Test func timelineByUnitFolded() {
        var hanging = Hanging(TimelineWall(), .sample)
        hanging.perform(.group, .fold)
        expectPicture(hanging.canvas, "timeline-folded")
    }

    /// Over the National Day holidays, with a make-up day before them.
    @Test(arguments: [Repertoire.safe, .ascii]) func timelineOfOctober(repertoire: Repertoire) {
        var hanging = Hanging(TimelineWall(), .charted, repertoire: repertoire)
        for _ in 0..<7 { hanging.move(.left) }
        expectPicture(hanging.canvas, "timeline-october-\(repertoire.glyphs)")
    }
}
