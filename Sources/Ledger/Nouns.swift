package import Text

/// The street whose ledger this is (街道党工委).
package struct Committee: Hashable, Sendable, Codable {
    /// 望湖街道
    package var name: CleanText
    /// 中共望湖街道工作委员会; stands on formal paper.
    package var fullName: CleanText
    /// 机关代字, such as 望街; begins document numbers.
    package var prefix: CleanText
    /// 落款单位, such as 望湖街道党政办公室.
    package var signsAs: CleanText
    package var offset: Offset
    /// A rehearsal ledger (演练台账) accepts a stated clock; a real one never does.
    package var isRehearsal: Bool

    package init(
        name: CleanText,
        fullName: CleanText? = nil,
        prefix: CleanText = CleanText(""),
        signsAs: CleanText? = nil,
        offset: Offset = .china,
        isRehearsal: Bool = false
    ) {
        self.name = name
        self.fullName = fullName ?? name
        self.prefix = prefix
        self.signsAs = signsAs ?? name
        self.offset = offset
        self.isRehearsal = isRehearsal
    }
}

/// A unit (单位) in the street's tree. Its key gives the directory order (名录顺序).
package struct Unit: Hashable, Sendable, Codable {
    package var id: UnitID
    package var name: CleanText
    package var shortName: CleanText
    package var parent: UnitID?
    package var kind: UnitKind
    /// What it was called before, oldest first; nil if it never had another name.
    package var formerNames: [FormerName]?
    /// 撤销 on this day.
    package var closed: Day?
    /// The unit it was merged into (并入).
    package var successor: UnitID?

    /// A name, and the first day on which it was no longer used.
    package struct FormerName: Hashable, Sendable, Codable {
        package var name: CleanText
        package var shortName: CleanText
        package var until: Day

        package init(name: CleanText, shortName: CleanText, until: Day) {
            self.name = name
            self.shortName = shortName
            self.until = until
        }
    }

    package init(id: UnitID, name: CleanText, shortName: CleanText? = nil, parent: UnitID? = nil, kind: UnitKind) {
        self.id = id
        self.name = name
        self.shortName = shortName ?? name
        self.parent = parent
        self.kind = kind
    }
}

/// A person who works for the street (人员). There is no place for ID numbers or addresses.
package struct Person: Hashable, Sendable, Codable {
    package var id: PersonID
    package var name: CleanText
    package var unit: UnitID
    /// 岗位, the first being the usual one.
    package var posts: [CleanText]
    package var roles: [Role]
    /// 离任 on this day.
    package var left: Day?

    package init(id: PersonID, name: CleanText, unit: UnitID, posts: [CleanText] = [], roles: [Role] = []) {
        self.id = id
        self.name = name
        self.unit = unit
        self.posts = posts
        self.roles = roles
    }
}

/// A grid (网格) on one of three levels. The code is opaque text, unique in the ledger.
package struct Grid: Hashable, Sendable, Codable {
    package var id: GridID
    package var code: CleanText
    package var name: CleanText
    /// 1 to 3.
    package var level: Int
    package var parent: GridID?
    package var unit: UnitID?
    /// 网格长
    package var head: PersonID?

    package init(
        id: GridID,
        code: CleanText,
        name: CleanText,
        level: Int,
        parent: GridID? = nil,
        unit: UnitID? = nil,
        head: PersonID? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
        self.unit = unit
        self.head = head
    }
}

/// A campaign (战役) with its headquarters (指挥部).
package struct Campaign: Hashable, Sendable, Codable {
    package var id: CampaignID
    package var name: CleanText
    package var goal: CleanText
    package var head: PersonID?
    package var unit: UnitID?
    /// Function groups (职能组) and who leads each.
    package var groups: [FunctionGroup]
    package var start: Day
    package var due: Day
    /// The phase it began in; what was ordered since stands in ``phases``.
    package var phase: Phase
    /// What the campaign has to reach, in its own unit of measure; its matters add up to it.
    package var target: Amount
    package var measure: String
    /// 平时/攻坚/战时 as ordered, oldest first; nil where none ever was.
    package var phases: [PhaseOrder]?
    /// 临时党支部 and its secretary.
    package var branch: TemporaryBranch?
    /// 四个一 as noted so far; nil where nothing was.
    package var frontline: [FrontlineEntry]?

    package struct FunctionGroup: Hashable, Sendable, Codable {
        package var name: CleanText
        package var head: PersonID?

        package init(name: CleanText, head: PersonID?) {
            self.name = name
            self.head = head
        }
    }

    package init(
        id: CampaignID,
        name: CleanText,
        goal: CleanText = CleanText(""),
        head: PersonID? = nil,
        unit: UnitID? = nil,
        groups: [FunctionGroup] = [],
        start: Day,
        due: Day,
        phase: Phase = .normal,
        target: Amount = .zero,
        measure: String = ""
    ) {
        self.id = id
        self.name = name
        self.goal = goal
        self.head = head
        self.unit = unit
        self.groups = groups
        self.start = start
        self.due = due
        self.phase = phase
        self.target = target
        self.measure = measure
    }
}
