import Canvas
import Ledger
import Pictures
import Samples
import Supervision
import Testing
import Text
import Walls
import Words

/// Walls as numbered lines (--plain), for who hears a screen or pipes it on.
@Suite struct PlainTests {
    static let walls =
        WallTests.walls + [
            ("map", MapWall()), ("list", MatterList()), ("checklist", ChecklistWall()), ("roster", RosterWall()),
            ("statistics", StatisticsWall()),
        ]

    static func scene(_ office: Office = .sample, _ words: Words = .chinese) -> Scene {
        Scene(office.ledger, at: office.now, words: words, actor: .clerk)
    }

    static func page(of number: MatterNumber, _ office: Office = .sample, _ words: Words = .chinese) -> PlainPage {
        var page = MatterPage(number)
        page.history = office.events.filter { $0.matter == number }.reversed()
        return page.plain(in: scene(office, words))
    }

    @Test func everyWall() {
        for (name, wall) in Self.walls { expectPicture(wall.plain(in: Self.scene()).text, "plain-\(name)") }
        for (name, wall) in [("timeline", TimelineWall() as any Wall), ("overview", OverviewWall())] {
            expectPicture(wall.plain(in: Self.scene(.charted)).text, "plain-charted-\(name)")
        }
    }

    @Test func everyWallInEnglish() {
        for (name, wall) in Self.walls {
            expectPicture(wall.plain(in: Self.scene(.sample, .english)).text, "plain-english-\(name)")
        }
    }

    @Test func matters() {
        for number in [MatterNumber.well, .signing, .inheritance] {
            expectPicture(Self.page(of: number).text, "plain-matter-\(number)")
        }
        expectPicture(Self.page(of: .well, .sample, .english).text, "plain-english-matter")
    }

    @Test(arguments: [MeetingAgenda.Kind.morning, .evening]) func meetings(kind: MeetingAgenda.Kind) {
        expectPicture(Self.meeting(kind, .inside).text, "plain-meeting-\(kind)")
    }

    static func meeting(_ kind: MeetingAgenda.Kind, _ audience: Walls.Audience) -> PlainPage {
        let office = Office.sample
        var show = MeetingShow(
            MeetingAgenda(kind, audience: audience),
            words: .chinese,
            typecase: .empty,
            size: Size(width: 100, height: 24),
            at: office.now
        )
        show.update(.ledger(office.ledger))
        return show.plain()
    }

    /// The agenda of the desk: a line for each of its points, in their order, and what was said on one is counted.
    @Test func theAgenda() throws {
        var office = Office.sample
        try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
        let id = try #require(office.ledger.diary.meetings.keys.first)
        try office.perform(.daily(.addTopic(id, nil, "冬防物资")))
        try office.perform(.daily(.beginMeeting(id)))
        let before = MeetingPage(id, Self.scene(office)).plain(in: Self.scene(office))
        try office.perform(.daily(.turnMeeting(id, to: .well)))
        try office.perform(.daily(.noteInMeeting(id, [.well], "周五前接通")))
        for (words, name) in [(Words.chinese, "plain-agenda"), (.english, "plain-english-agenda")] {
            let scene = Self.scene(office, words)
            let agenda = MeetingPage(id, scene)
            let page = agenda.plain(in: scene)
            expectPicture(page.text, name)
            #expect(page.lines.count == before.lines.count && page.text != before.text)
            for number in agenda.points.compactMap(\.matter) {
                let title = words.title(try #require(scene.matter(number)))
                #expect(page.lines.count { $0.contains(title) } == 1, "\(title)")
            }
            #expect(page.text.contains("冬防物资"))
        }
        #expect(before.text.contains("议过 0 项"))
        #expect(MeetingPage(id, Self.scene(office)).plain(in: Self.scene(office)).text.contains("议过 1 项"))
    }

    /// Every page there is, in both languages and of every office.
    static var pages: [(name: String, page: PlainPage)] {
        var pages: [(String, PlainPage)] = []
        for (name, office) in [
            ("sample", Office.sample), ("crowded", .crowded), ("charted", .charted), ("founded", .founded),
        ] {
            for words in [Words.chinese, .english] {
                let scene = scene(office, words)
                for (wall, value) in walls { pages.append(("\(name) \(wall)", value.plain(in: scene))) }
                for number in office.ledger.matters.values.map(\.number) {
                    pages.append(("\(name) \(number)", page(of: number, office, words)))
                }
            }
        }
        for kind in MeetingAgenda.Kind.allCases { pages.append(("\(kind)", meeting(kind, .inside))) }
        return pages
    }

    /// No box, bar, arrow or tick, no colour, no empty line, no blank at an end: only words.
    @Test func onlyWords() {
        for (name, page) in Self.pages {
            #expect(!page.lines.isEmpty, "\(name)")
            for (index, line) in page.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .enumerated()
            {
                #expect(line.hasPrefix("\(index + 1). "), "\(name): \(line)")
                #expect(!line.hasSuffix(" ") && !line.hasSuffix("：") && !line.hasSuffix(": "), "\(name): \(line)")
                let strange = line.unicodeScalars.filter { scalar in
                    scalar.value < 0x20 || (0x2190...0x2BFF).contains(scalar.value) || scalar == "—"
                }
                #expect(strange.isEmpty, "\(name): \(line)")
            }
        }
    }

    /// What stands on a wall stands in its lines, whatever the size of a screen.
    @Test func nothingIsLeftOut() {
        let scene = Self.scene(.crowded)
        let frame = Frame(scene: scene, size: Size(width: 160, height: 45))
        for (name, wall) in Self.walls where !["map", "roster", "statistics"].contains(name) {
            let text = wall.plain(in: scene).text
            for number in wall.matters(in: frame) {
                let matter = scene.words.number(Office.crowded.matter(number))
                #expect(text.contains("\(matter) "), "\(name) without \(matter)")
            }
        }
    }

    /// A person's matters are named and never added up, and gaps are not told by person (PRACTICE §4, §9).
    @Test func nothingIsCountedByPerson() {
        var hanging = Hanging(DeskWall(), .sample)
        hanging.perform(.group, .group)
        #expect(hanging.wall.groupings?.first == "person")
        let lines = hanging.wall.plain(in: hanging.frame.scene).lines.dropFirst(3)
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(line.contains(where: { "督清问诉".contains($0) }), "a line without a matter: \(line)")
            #expect(!line.contains("漏跟踪"), "\(line)")
        }
        #expect(DeskWall().plain(in: hanging.frame.scene).text.contains("漏跟踪 11-06"))
        var board = Hanging(BoardWall(), .sample)
        board.perform(.group, .group)
        #expect(board.wall.groupings?.first == "person")
        #expect(!board.wall.plain(in: board.frame.scene).lines.contains { $0.contains("：在办") })
    }

    /// Gaps are the clerk's own and never printed (PRACTICE §4).
    @Test func noGapIsPrinted() {
        let scene = Self.scene()
        var pages = Self.walls.map { ($0.0, $0.1.script(in: scene)) }
        var page = MatterPage(.well)
        page.history = Office.sample.events.filter { $0.matter == .well }.reversed()
        #expect(page.plain(in: scene).text.contains("缺跟踪"))
        pages.append(("matter", page.script(in: scene)))
        for (name, script) in pages {
            #expect(!script.title.isEmpty && !script.sections.isEmpty, "\(name)")
            let said = script.sections.flatMap { $0.lines + $0.rows.joined() }.joined()
            #expect(!said.isEmpty, "\(name)")
            #expect(!said.contains("漏跟踪") && !said.contains("缺跟踪"), "\(name)")
        }
    }

    /// Outsiders read no name, and nobody in the room what is not for it.
    @Test func theRoomReadsWhatItMay() {
        let names = Office.sample.ledger.people.values.map(\.name.string)
        for kind in MeetingAgenda.Kind.allCases {
            let outside = Self.meeting(kind, .outsiders).text
            #expect(!names.contains { outside.contains($0) }, "\(kind)")
            let inside = Self.meeting(kind, .inside).text
            for matter in Office.sample.ledger.matters.values where matter.kind == .demand {
                #expect(!inside.contains(Words.chinese.title(matter)), "\(kind)")
            }
            #expect(!inside.contains("漏跟踪") && !inside.contains("通报稿"), "\(kind)")
        }
    }

    @Test func groupingsByName() {
        let frame = Hanging(DeskWall()).frame
        let all: [(any Wall, [String])] = [
            (DeskWall(), ["light", "unit", "person"]), (BoardWall(), ["stage", "unit", "person", "group"]),
            (TimelineWall(), ["campaign", "unit"]), (MatterList(), ["light", "limit", "unit", "number"]),
            (StatisticsWall(), ["street", "unit"]),
        ]
        for (wall, names) in all {
            #expect(wall.groupings == names)
            var turned = wall
            turned.perform(.group, in: frame)
            #expect(turned.groupings?.first == names[1])
        }
        #expect(OverviewWall().groupings == nil)
    }
}
