import Ledger
import Text

/// What happened to one matter of the sample office, in the order it happened. Months and days are
/// of 2026.
struct Story {
    struct Entry {
        let moment: Moment
        let actor: Actor
        let command: Command
    }

    let number: MatterNumber
    private(set) var entries: [Entry]

    init(
        _ number: MatterNumber,
        _ kind: Kind,
        _ title: CleanText,
        _ source: Source,
        on time: String,
        _ fill: (inout Registration) -> Void
    ) {
        self.number = number
        var registration = Registration(kind: kind, title: Prose(title), source: source)
        fill(&registration)
        entries = [Entry(moment: Story.moment(time), actor: .clerk, command: .register(registration))]
    }

    func then(_ time: String, _ actor: Actor, _ action: Action) -> Story {
        var story = self
        story.entries.append(Entry(moment: Story.moment(time), actor: actor, command: .act(number, action)))
        return story
    }

    /// 提交, and 批准交办 by the 督查负责人.
    func issued(_ time: String) -> Story {
        then(time, .clerk, .submit(nil)).then(time, .supervisionHead, .issue(nil, nil))
    }

    /// 签收, said on the phone.
    func accepted(_ time: String, by person: PersonID) -> Story {
        then(time, .clerk.recording(for: person), .accept(nil))
    }

    /// 跟踪, with the cumulative figure where there is one.
    func tracked(_ time: String, _ text: CleanText, total: Amount? = nil, by actor: Actor = .clerk) -> Story {
        then(time, actor, .track(text, total.map { [Progress(.total($0))] } ?? []))
    }

    private static func moment(_ time: String) -> Moment { Moment(stringLiteral: "2026-\(time)") }
}

extension Office {
    /// Founds the office on 2026-09-01 and lets the stories happen in the order of their moments.
    static func make(stories: [Story] = []) -> Office {
        var office = Office()
        do {
            for command in Office.house { try office.perform(command, at: "2026-09-01 08:00") }
            let entries = stories.flatMap(\.entries).enumerated()
                .sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }
            for (_, entry) in entries {
                let events = try office.perform(entry.command, by: entry.actor, at: entry.moment)
                if case .register = entry.command {
                    let story = stories.first { $0.entries[0].command == entry.command }
                    precondition(events.first?.matter == story?.number, "stories are numbered as registered")
                }
            }
        } catch {
            preconditionFailure("the sample office was refused: \(error)")
        }
        return office
    }

    /// Units, people, grids and the campaign. Their keys stand in Cast.swift.
    private static let house: [Command] = [
        .found(
            Founding(
                committee: Committee(
                    name: "望湖街道",
                    fullName: "中共望湖街道工作委员会",
                    prefix: "望街",
                    signsAs: "望湖街道党政办公室",
                    isRehearsal: true
                ),
                calendar: .china,
                rules: .standard
            )
        ),
        .addUnit(Unit(id: 0, name: "党工委、办事处", shortName: "班子", kind: .leadership)),
        .addUnit(Unit(id: 0, name: "党政办公室", shortName: "党政办", parent: .leadership, kind: .office)),
        .addUnit(Unit(id: 0, name: "城市建设办公室", shortName: "城建办", parent: .leadership, kind: .office)),
        .addUnit(Unit(id: 0, name: "环湖整备专班", parent: .leadership, kind: .taskForce)),
        .addUnit(Unit(id: 0, name: "雨污分流专班", parent: .construction, kind: .taskForce)),
        .addUnit(Unit(id: 0, name: "柳堤社区", parent: .leadership, kind: .community)),
        .addPerson(Person(id: 0, name: "林秋白", unit: .leadership, posts: ["书记"], roles: [.secretary])),
        .addPerson(Person(id: 0, name: "周望舒", unit: .leadership, posts: ["主任"], roles: [.director])),
        .addPerson(Person(id: 0, name: "顾长河", unit: .leadership, posts: ["副主任"], roles: [.viceLeader])),
        .addPerson(Person(id: 0, name: "苏见山", unit: .partyOffice, posts: ["党政办主任"], roles: [.supervisionHead])),
        .addPerson(Person(id: 0, name: "温如许", unit: .partyOffice, posts: ["督查专员"], roles: [.clerk])),
        .addPerson(Person(id: 0, name: "贺知远", unit: .drainageForce, posts: ["专班负责人"], roles: [.unitHead])),
        .addPerson(Person(id: 0, name: "沈南枝", unit: .landForce, posts: ["入户签约岗"], roles: [.handler])),
        .addPerson(Person(id: 0, name: "罗文舟", unit: .liudi, posts: ["社区书记"], roles: [.communitySecretary])),
        .addGrid(Grid(id: 0, code: "LD", name: "柳堤", level: 1, unit: .liudi, head: .luoWenzhou)),
        .addGrid(Grid(id: 0, code: "LD-02", name: "柳堤 02", level: 2, parent: .liudiGrid, unit: .liudi)),
        .addGrid(Grid(id: 0, code: "LD-02-14", name: "柳堤 02-14", level: 3, parent: .liudi02, unit: .liudi)),
        .addCampaign(
            Campaign(
                id: 0,
                name: "环湖片区土地整备",
                goal: "年底前完成 480 户签约",
                head: .secretary,
                unit: .landForce,
                groups: [
                    .init(name: "8 组", head: .shenNanzhi),
                    .init(name: "法律保障组", head: .viceLeader),
                ],
                start: "2026-09-01",
                due: "2026-12-18",
                phase: .push,
                target: 480,
                measure: "户"
            )
        ),
    ]
}
