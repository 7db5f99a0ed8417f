import Canvas
import Ledger
import Pictures
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

/// The roster and the statistics: walls without a selected matter.
@Suite struct FigureWallTests {
    static let sizes = [(80, 24), (120, 36), (160, 45), (240, 67)]
    static let walls: [(String, any Wall)] = [("roster", RosterWall()), ("statistics", StatisticsWall())]

    /// The sample office with somebody on leave, somebody about to be, and a post that nobody holds.
    static let staffed: Office = {
        var office = Office.sample
        do {
            try office.perform(.takeLeave(.luoWenzhou, from: "2026-11-23", through: "2026-11-25", standIn: nil))
            try office.perform(.takeLeave(.director, from: "2026-11-19", through: "2026-11-24", standIn: .viceLeader))
            try office.perform(.addPerson(Person(id: 0, name: "许子衿", unit: .landForce, posts: ["内勤岗"])))
            for command in office.ledger.handover(from: .shenNanzhi, to: 9, reason: nil) { try office.perform(command) }
            try office.perform(.dismissPerson(.shenNanzhi))
        } catch {
            preconditionFailure("the staffed office was refused: \(error)")
        }
        return office
    }()

    @Test(arguments: sizes) func roster(width: Int, height: Int) {
        var hanging = Hanging(RosterWall(), FigureWallTests.staffed, width: width, height: height)
        hanging.move(.down, .down, .down, .down, .down)
        expectPicture(hanging.canvas, "roster-\(width)x\(height)", styles: width == 120)
    }

    @Test(arguments: sizes) func statistics(width: Int, height: Int) {
        let hanging = Hanging(StatisticsWall(), .crowded, width: width, height: height)
        expectPicture(hanging.canvas, "statistics-\(width)x\(height)", styles: width == 120)
    }

    /// Walking down to the last source shows each of them, however low the screen is.
    @Test(arguments: [(120, 26), (120, 28), (120, 30), (120, 34), (120, 36), (80, 24)])
    func everySourceIsSeen(width: Int, height: Int) throws {
        var office = Office.crowded
        for source in Source.allCases {
            try office.perform(.register(Registration(kind: .target, title: "一件", source: source)))
        }
        var hanging = Hanging(StatisticsWall(), office, width: width, height: height)
        hanging.move(.right)
        for _ in 0..<30 { hanging.move(.down) }
        let picture = hanging.canvas.picture
        for source in Source.allCases { #expect(picture.contains(Words.chinese.name(source)), "\(source)\n\(picture)") }
    }

    @Test func statisticsOfUnitsOnTheSecondPage() {
        var hanging = Hanging(StatisticsWall(), .crowded, width: 80, height: 24)
        hanging.perform(.group)
        expectPicture(hanging.canvas, "statistics-units")
        hanging.perform(.nextPart)
        expectPicture(hanging.canvas, "statistics-page-2")
    }

    @Test func english() {
        for (name, wall) in FigureWallTests.walls {
            let hanging = Hanging(wall, FigureWallTests.staffed, words: .english)
            expectPicture(hanging.canvas, "english-\(name)")
        }
    }

    @Test func safe() {
        let repertoire = Repertoire(.rich, ambiguity: .wide, hasFaintInk: false)
        for (name, wall) in FigureWallTests.walls {
            expectPicture(Hanging(wall, .crowded, repertoire: repertoire).canvas, "safe-\(name)")
        }
    }

    @Test func empty() {
        for (name, wall) in FigureWallTests.walls {
            expectPicture(Hanging(wall, .founded, width: 80, height: 24).canvas, "empty-\(name)")
        }
    }

    // MARK: Moving

    @Test(arguments: WallTests.sizes) func theMarkStaysInView(width: Int, height: Int) {
        for (name, wall) in FigureWallTests.walls {
            var hanging = Hanging(wall, .crowded, width: width, height: height)
            for (step, motion) in WallTests.motions.enumerated() {
                hanging.move(motion)
                if step % 5 == 4 { hanging.perform(.nextPart) }
                let canvas = hanging.canvas
                guard let cursor = canvas.cursor else {
                    Issue.record("\(name), \(width)x\(height), step \(step): no cursor after \(motion)")
                    continue
                }
                #expect(canvas[cursor.point.x, cursor.point.y].text == canvas.repertoire[.rowMark])
            }
        }
    }

    /// Enter on a person opens what they have in hand.
    @Test func enterOpensThePersonsMatters() {
        var hanging = Hanging(RosterWall(), .sample)
        var lists: [String: [MatterNumber]] = [:]
        for _ in 0..<12 {
            if case .list(let title, let matters)? = hanging.wall.activate(in: hanging.frame) { lists[title] = matters }
            hanging.move(.down)
        }
        #expect(lists["贺知远"] == [.well, .nightNoise, .pipes])
        #expect(lists["沈南枝"] == [.inheritance, .signing])
        #expect(lists["城建办 缺人"] == [.fireCheck])
    }

    /// The whole street shows who has something to do, is away or stands in; a unit shows everybody; the sum is of no person.
    @Test func theStreetFoldsWhoHasNothingToDo() {
        var hanging = Hanging(RosterWall(), FigureWallTests.staffed, width: 160, height: 45)
        #expect(!hanging.canvas.picture.contains("苏见山"))
        #expect(hanging.canvas.picture.contains("另 3 人没有待办；选一个单位看全部"))
        #expect(hanging.canvas.picture.contains("顾长河    班子"))
        let lines = hanging.canvas.picture.split(separator: "\n")
        #expect(lines.contains { $0.contains("合计") })
        hanging.move(.left, .down)
        #expect(hanging.canvas.picture.contains("苏见山"))
        #expect(!hanging.canvas.picture.contains("人没有待办"))
    }

    /// Who will stand in is told ahead, at both ends; where a note does not fit it says less, and never half a name.
    @Test(arguments: [(160, "11-23 起假，沈南枝代"), (120, "11-23 起假"), (240, "假 11-23 至 11-25，沈南枝代管")])
    func standInsAreToldAhead(width: Int, note: String) throws {
        var office = Office.sample
        try office.perform(.takeLeave(.luoWenzhou, from: "2026-11-23", through: "2026-11-25", standIn: .shenNanzhi))
        let hanging = Hanging(RosterWall(), office, width: width, height: 45)
        let lines = hanging.canvas.picture.split(separator: "\n")
        let away = lines.first { $0.contains("罗文舟") && $0.contains("社区书记") }
        let said = away.map { String($0.reversed().drop { $0 == " " || $0 == "▐" }.reversed()) } ?? ""
        #expect(said.hasSuffix(note), "\(said)")
        let standIn = lines.first { $0.contains("沈南枝") && $0.contains("环湖整备") }
        #expect(standIn?.contains(width > 120 ? "11-23 起代管 罗文舟" : "代管 罗文舟") ?? false, "\(standIn ?? "")")
    }

    /// By name, post or unit, as written or by the initials of their pinyin; each word must be found.
    @Test(arguments: [
        ("贺知远", ["贺知远"]), ("hzy", ["贺知远"]), ("snz", ["沈南枝"]), ("sqsj", ["罗文舟"]), ("ldsq", ["罗文舟"]),
        ("ldsq lwz", ["罗文舟"]), ("ldsq hzy", []), ("ＨＺＹ", ["贺知远"]),
    ]) func theFilterFindsInitials(typed: String, names: [String]) {
        var hanging = Hanging(RosterWall(), .sample)
        hanging.wall.filter.text = typed
        hanging.wall.settle(in: hanging.frame)
        let people = Office.sample.ledger.people.values.map(\.name.string)
        let lines = hanging.wall.plain(in: hanging.frame.scene).lines.dropFirst(2)
        let found = people.filter { name in lines.contains { $0.hasPrefix(name + "：") } }
        #expect(Set(found) == Set(names), "\(lines)")
    }

    /// The fourth page behind Tab is the table; it is copied for a spreadsheet and printed with the rest.
    @Test(arguments: [(80, 24), (120, 36)]) func theTable(width: Int, height: Int) {
        var hanging = Hanging(StatisticsWall(), FigureWallTests.staffed, width: width, height: height)
        hanging.perform(.previousPart)
        expectPicture(hanging.canvas, "statistics-table-\(width)x\(height)")
        hanging.perform(.group)
        expectPicture(hanging.canvas, "statistics-table-units-\(width)x\(height)")
    }

    @Test func theTableLeavesTheWall() {
        let hanging = Hanging(StatisticsWall(), .sample)
        let rows = hanging.wall.copied(in: hanging.frame.scene).split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(rows.count == 13)
        #expect(rows[0].first == "期间" && rows[12].first == "2026年11月")
        #expect(rows[12].map(String.init) == ["2026年11月", "7", "2", "1", "1", "50%", "-50"])
        let script = hanging.wall.script(in: hanging.frame.scene)
        #expect(script.title == "望湖街道统计")
        #expect(script.sections.map(\.rows.count) == [12, 1, 3, 7])
    }

    /// The tree: a unit shows its own people and those of the units below it.
    @Test func theTreeChoosesAUnit() {
        var hanging = Hanging(RosterWall(), .sample)
        hanging.move(.left, .end)
        let picture = hanging.canvas.picture
        #expect(picture.contains("罗文舟"))
        #expect(!picture.contains("苏见山"))
    }

    /// What is in hand stands under its source, each matter once; a source opens into its matters, worst first.
    @Test(arguments: [(80, 24), (120, 28), (120, 36), (240, 67)]) func sources(width: Int, height: Int) throws {
        var hanging = Hanging(StatisticsWall(), .crowded, width: width, height: height)
        hanging.perform(.nextPart, .nextPart, .nextPart)
        #expect(hanging.canvas.picture.contains("在办来源"))
        let scene = hanging.frame.scene
        var seen: [MatterNumber] = []
        for source in Source.allCases {
            let expected = scene.order.filter { scene.matter($0)!.stage.isOpen && scene.matter($0)!.source == source }
            guard !expected.isEmpty else { continue }
            let name = scene.words.name(source)
            #expect(hanging.wall.activate(in: hanging.frame) == .list(title: "\(name)：在办", expected))
            seen += expected
            hanging.move(.down)
        }
        #expect(seen.count == scene.figures.open)
        #expect(Set(seen).count == seen.count)
    }

    /// Every number opens into the list of its matters.
    @Test func numbersOpenTheirMatters() {
        var hanging = Hanging(StatisticsWall(), .sample)
        #expect(hanging.wall.activate(in: hanging.frame) == .list(title: "望湖街道 2026年11月办结（未销号）", [.coats]))
        hanging.perform(.nextPart, .nextPart)
        #expect(hanging.wall.activate(in: hanging.frame) == .list(title: "逾期 1–3 日", [.nightNoise]))
        hanging.move(.down)
        guard case .read? = hanging.wall.activate(in: hanging.frame) else {
            Issue.record("an empty number says why there is nothing")
            return
        }
    }

    @Test func theListOfANumberHoldsItsMattersOnly() {
        var hanging = Hanging(MatterList(), .sample)
        hanging.wall.filter = Filter(excerpt: .init(title: "贺知远", matters: [.pipes, .well]))
        hanging.wall.settle(in: hanging.frame)
        #expect(Set(hanging.wall.matters(in: hanging.frame)) == [.well, .pipes])
        hanging.wall.filter.isTroubleOnly = true
        #expect(hanging.wall.matters(in: hanging.frame).contains(.well))
    }

    @Test func clicks() {
        var hanging = Hanging(RosterWall(), .sample)
        hanging.move(.down, .down)
        let point = hanging.canvas.cursor!.point
        hanging.move(.up)
        #expect(hanging.wall.click(Point(x: point.x + 4, y: point.y), in: hanging.frame) == false)
        #expect(hanging.wall.click(Point(x: point.x + 4, y: point.y), in: hanging.frame) == true)
    }
}
