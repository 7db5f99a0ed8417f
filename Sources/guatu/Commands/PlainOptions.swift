import ArgumentParser
import Canvas
import Console
import Journal
import Ledger
import Supervision
import Text
import Walls
import Words

/// `--plain --wall --by --filter --measure --grid`: which wall is printed as numbered lines, and how it stands.
struct PlainOptions: ParsableArguments {
    @Flag(help: .both("输出为编了号的行，没有线框和颜色", "numbered lines without frames and colours")) var plain = false
    @Option(
        help: .both(
            "输出哪面挂图，如 督办、desk；不写即总览",
            "which wall, as desk, map, roster; else the overview",
            value: Both("挂图", "WALL")
        )
    )
    var wall: String?
    @Option(help: .both("怎样分组，如 unit、person", "how it is grouped, as unit or person", value: Both("分组", "GROUP")))
    var by: String?
    @Option(help: .both("只看这些，写法同屏幕上的 /", "only these, in the language of /", value: Both("条件", "FILTER")))
    var filter: String?
    @Option(help: .both("作战图的着色指标，如 overdue", "what the map is asked for, as overdue", value: Both("指标", "MEASURE")))
    var measure: String?
    @Option(help: .both("作战图打开哪个网格", "the grid that is opened on the map", value: Both("网格", "GRID"))) var grid: String?

    /// What only makes sense with `--plain` is not taken without it.
    var isAsked: Bool {
        get throws(Complaint) {
            let others = [
                ("--wall", wall), ("--by", by), ("--filter", filter), ("--measure", measure), ("--grid", grid),
            ]
            if !plain, let lonely = others.first(where: { $0.1 != nil }) { throw .needsPlain(lonely.0) }
            return plain
        }
    }

    func page(_ session: Session) throws -> PlainPage {
        let words = session.words
        let scene = try session.scene()
        let place = try wall.map { try Self.place($0, words) } ?? .overview
        guard var wall = place.newWall() else { preconditionFailure("Each of Place.walls has a wall.") }
        // A size only says how much of a wall is in view; lines have room for all of it.
        let frame = Frame(scene: scene, size: Size(width: 160, height: 45))
        if let filter {
            guard wall.abilities.contains(.filter) else { throw Complaint.notOnThisWall("--filter") }
            wall.filter.text = CleanText(filter).string
        }
        if let by { try Self.group(&wall, by: by, in: frame) }
        if var map = wall as? MapWall {
            try shape(&map, session, frame)
            return map.plain(in: scene)
        }
        if measure != nil || grid != nil { throw Complaint.notOnThisWall(measure == nil ? "--grid" : "--measure") }
        return wall.plain(in: scene)
    }

    private static func place(_ text: String, _ words: Words) throws(Complaint) -> Place {
        let wanted = text.lowercased()
        let found = Place.walls.first { place in
            [place.rawValue, place.title(.chinese), place.title(.english).lowercased()].contains(wanted)
        }
        guard let found else {
            let allowed = Place.walls.map { words.language == .zh ? $0.title(words) : $0.rawValue }
            throw .notOneOf(option: "--wall", text: text, allowed: allowed)
        }
        return found
    }

    private static func group(_ wall: inout any Wall, by text: String, in frame: Frame) throws(Complaint) {
        guard let names = wall.groupings else { throw .notOnThisWall("--by") }
        guard names.contains(text) else { throw .notOneOf(option: "--by", text: text, allowed: names) }
        for _ in names where wall.groupings?.first != text { wall.perform(.group, in: frame) }
    }

    private func shape(_ map: inout MapWall, _ session: Session, _ frame: Frame) throws {
        if let measure {
            let wanted: GridMeasure = try choice(measure, option: "--measure", session.words) { $0.name($1) }
            while map.measure != wanted { map.perform(.measure, in: frame) }
        }
        if let grid {
            // By the name that stands on the map, too, which is shorter.
            let words = session.words
            let known = frame.scene.ledger.grids.values.filter { words.mapName($0) == grid }
            let id = known.count == 1 ? known[0].id : try NameFinder(session).grid(grid).id
            map.go(to: id, in: frame)
            map.perform(.zoomIn, in: frame)
        }
    }
}

extension Session {
    /// Everything a wall is made of, for whoever sits here.
    func scene() throws -> Scene {
        Scene(try journal.load(.atHand).ledger, at: now, words: words, actor: actor())
    }
}
