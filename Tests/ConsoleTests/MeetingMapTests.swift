import Canvas
import Ledger
import Pictures
import Supervision
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

/// The map page of the meeting wall, of the sample street.
@Suite struct MeetingMapTests {
    private static func show(
        _ ledger: Ledger = SampleStreet.ledger,
        _ agenda: MeetingAgenda = MeetingAgenda(),
        width: Int,
        height: Int
    ) throws -> MeetingShow {
        var show = MeetingShow(
            agenda,
            words: .chinese,
            typecase: try .checkedIn(),
            size: Size(width: width, height: height),
            at: SampleStreet.now
        )
        show.update(.ledger(ledger))
        // The last page of the morning.
        show.update(.key(.left))
        return show
    }

    private static func picture(_ show: MeetingShow, _ repertoire: Repertoire = .rich) -> Canvas {
        let canvas = Canvas(show.size, repertoire)
        show.draw(on: canvas)
        return canvas
    }

    @Test(arguments: [(80, 24), (120, 36), (160, 45), (240, 67)]) func pages(width: Int, height: Int) throws {
        expectPicture(Self.picture(try Self.show(width: width, height: height)), "meeting-map-\(width)x\(height)")
    }

    @Test(arguments: [
        ("mono", Repertoire(.rich, hasWashes: false)), ("mono-safe", Repertoire(.safe, hasWashes: false)),
    ])
    func otherTerminals(name: String, repertoire: Repertoire) throws {
        for (width, height) in [(80, 24), (160, 45)] {
            let show = try Self.show(width: width, height: height)
            expectPicture(Self.picture(show, repertoire), "meeting-map-\(name)-\(width)x\(height)")
        }
    }

    /// Counts in the order of the directory, and what they come to is what the first page says.
    @Test func itCountsAsTheFirstPageDoes() throws {
        let show = try Self.show(width: 160, height: 45)
        guard case .figures(let figures)? = show.sections.first, case .map(let map)? = show.sections.last else {
            Issue.record("no figures or no map")
            return
        }
        #expect(map.overdue == figures.overdue)
        #expect(map.areas.map(\.grid) == map.areas.map(\.grid).sorted())
        #expect(map.areas.count == 10)
    }

    /// A headquarters sees its own matters only.
    @Test func ofOneCampaign() throws {
        let ledger = SampleStreet.ledger
        for campaign in ledger.campaigns.keys.sorted() {
            let show = try Self.show(ledger, MeetingAgenda(campaign: campaign), width: 160, height: 45)
            guard case .map(let map)? = show.sections.last, let scene = show.scene else {
                Issue.record("no map")
                return
            }
            let own = scene.order.compactMap(scene.matter).filter { $0.campaign == campaign && $0.stage.isOpen }
            let red = own.filter { scene.judgement(of: $0).light == .red }
            #expect(map.overdue == red.count)
            #expect(map.areas.reduce(0) { $0 + ($1.light == .red ? $1.count : 0) } <= red.count)
        }
    }

    @Test func noNameOfAPersonStandsOnIt() throws {
        let drawn = Self.picture(try Self.show(width: 240, height: 67)).picture
        for person in SampleStreet.ledger.people.values { #expect(!drawn.contains(person.name.string)) }
    }

    /// Nothing open anywhere: names alone, and noughts.
    @Test func quiet() throws {
        var ledger = SampleStreet.ledger
        ledger.matters = MatterTable()
        expectPicture(Self.picture(try Self.show(ledger, width: 160, height: 45)), "meeting-map-quiet-160x45")
    }

    /// Grids that nobody drew are laid out, and said to be.
    @Test func sketch() throws {
        var ledger = SampleStreet.ledger
        ledger.maps = [:]
        expectPicture(Self.picture(try Self.show(ledger, width: 160, height: 45)), "meeting-map-sketch-160x45")
    }
}
