package import Ledger

// The units and people of the sample office, and who of them gives a command.

extension Key where Subject == Unit {
    /// 党工委、办事处领导班子
    package static let leadership: UnitID = 1
    /// 党政办公室
    package static let partyOffice: UnitID = 2
    /// 城市建设办公室
    package static let construction: UnitID = 3
    /// 环湖整备专班
    package static let landForce: UnitID = 4
    /// 雨污分流专班
    package static let drainageForce: UnitID = 5
    /// 柳堤社区
    package static let liudi: UnitID = 6
}

extension Key where Subject == Person {
    /// 林秋白, 书记
    package static let secretary: PersonID = 1
    /// 周望舒, 办事处主任
    package static let director: PersonID = 2
    /// 顾长河, 分管领导
    package static let viceLeader: PersonID = 3
    /// 苏见山, 党政办主任、督查负责人
    package static let supervisionHead: PersonID = 4
    /// 温如许, 督办员
    package static let clerk: PersonID = 5
    /// 贺知远, head of the 雨污分流专班
    package static let heZhiyuan: PersonID = 6
    /// 沈南枝, leads group 8 of the 环湖整备专班
    package static let shenNanzhi: PersonID = 7
    /// 罗文舟, 柳堤社区书记
    package static let luoWenzhou: PersonID = 8
}

extension Key where Subject == Grid {
    /// 柳堤社区, level 1
    package static let liudiGrid: GridID = 1
    /// 柳堤 02, level 2
    package static let liudi02: GridID = 2
    /// 柳堤 02-14, level 3
    package static let liudi0214: GridID = 3
}

extension Key where Subject == Campaign {
    /// 环湖片区土地整备
    package static let land: CampaignID = 1
}

extension Actor {
    package static let secretary = Actor(login: "linqiubai", person: .secretary, roles: [.secretary])
    package static let director = Actor(login: "zhouwangshu", person: .director, roles: [.director])
    package static let viceLeader = Actor(login: "guchanghe", person: .viceLeader, roles: [.viceLeader])
    package static let supervisionHead = Actor(login: "sujianshan", person: .supervisionHead, roles: [.supervisionHead])
    package static let clerk = Actor(login: "wenruxu", person: .clerk, roles: [.clerk])
    package static let unitHead = Actor(login: "hezhiyuan", person: .heZhiyuan, roles: [.unitHead])
    package static let handler = Actor(login: "shennanzhi", person: .shenNanzhi, roles: [.handler])
    package static let communitySecretary = Actor(
        login: "luowenzhou",
        person: .luoWenzhou,
        roles: [.communitySecretary]
    )
    /// A login the ledger does not know.
    package static let reader = Actor(login: "guest")
    /// Who founded the ledger holds every role.
    package static let founder = Actor(login: "wenruxu", person: .clerk, roles: Set(Role.allCases))

    /// The actor recording what somebody else said or signed (代录).
    package func recording(for person: PersonID, by channel: Channel = .phone) -> Actor {
        var actor = self
        actor.behalf = Behalf(person: person, channel: channel)
        return actor
    }
}
