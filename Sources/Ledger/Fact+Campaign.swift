package import Text

// The payloads of what happens to a campaign (战役) and to the street's phase.

/// 平时/攻坚/战时 as ordered: of what, from when, until when and by whom. The rules read their
/// frequency and counts from it.
package struct PhaseOrder: Hashable, Sendable, Codable {
    /// nil: of the whole street.
    package var campaign: CampaignID?
    package var phase: Phase
    package var from: Day
    /// The last day of it; nil until another is ordered.
    package var until: Day?
    /// Who ordered it.
    package var by: PersonID?

    package init(campaign: CampaignID? = nil, phase: Phase, from: Day, until: Day? = nil, by: PersonID? = nil) {
        self.campaign = campaign
        self.phase = phase
        self.from = from
        self.until = until
        self.by = by
    }

    package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

/// What can be said of a campaign; nil leaves a thing as it is.
package struct CampaignFacts: Hashable, Sendable, Codable {
    package var name: CleanText?
    package var goal: CleanText?
    package var head: PersonID?
    package var unit: UnitID?
    package var groups: [Campaign.FunctionGroup]?
    package var start: Day?
    package var due: Day?
    package var target: Amount?
    package var measure: String?
    package var branch: TemporaryBranch?

    package init() {}
}

/// A change of a campaign, with what was said before.
package struct CampaignChange: Hashable, Sendable, Codable {
    package var campaign: CampaignID
    package var before: CampaignFacts
    package var after: CampaignFacts

    package init(campaign: CampaignID, before: CampaignFacts, after: CampaignFacts) {
        self.campaign = campaign
        self.before = before
        self.after = after
    }
}

/// 临时党支部, 临时党总支部 of a campaign: 「项目负责人和党组织书记同步配」.
package struct TemporaryBranch: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var secretary: PersonID?
    /// 成立 on this day.
    package var founded: Day?

    package init(unit: UnitID, secretary: PersonID? = nil, founded: Day? = nil) {
        self.unit = unit
        self.secretary = secretary
        self.founded = founded
    }
}

/// 四个一工作法: what a campaign shows to have set up on the spot. Raw values are promises.
package enum Frontline: String, Hashable, Sendable, Codable, CaseIterable {
    /// 力量汇聚在一线
    case force
    /// 党组织建在一线
    case branch
    /// 党员扎根在一线
    case members
    /// 考察培育在一线
    case cadres
}

/// One entry of the 四个一: who, where, since when.
package struct FrontlineEntry: Hashable, Sendable, Codable {
    package var kind: Frontline
    package var people: [PersonID]
    package var place: CleanText
    package var day: Day
    /// What it is called: 党员责任区, 突击队 …
    package var text: CleanText

    package init(kind: Frontline, people: [PersonID], place: CleanText, day: Day, text: CleanText = CleanText("")) {
        self.kind = kind
        self.people = people
        self.place = place
        self.day = day
        self.text = text
    }
}

/// What is to be done with the 四个一 of a campaign.
package enum FrontlineEdit: Hashable, Sendable {
    case add(FrontlineEntry)
    /// By its place in the list, counted from 0.
    case drop(Int)
}

/// An entry of the 四个一 came or went.
package struct FrontlineChange: Hashable, Sendable, Codable {
    package var campaign: CampaignID
    package var added: FrontlineEntry?
    package var dropped: FrontlineEntry?

    package init(campaign: CampaignID, added: FrontlineEntry? = nil, dropped: FrontlineEntry? = nil) {
        self.campaign = campaign
        self.added = added
        self.dropped = dropped
    }
}

/// What was done below a target, carried up to it: nobody reports a figure twice.
package struct Carrying: Hashable, Sendable, Codable {
    /// The matter below, on which it was reported.
    package var from: MatterNumber
    package var measures: [Track.Measure]

    package init(from: MatterNumber, measures: [Track.Measure]) {
        self.from = from
        self.measures = measures
    }
}
