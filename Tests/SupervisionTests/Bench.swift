import Ledger
import Samples
import Supervision
import Text

/// One matter on a founded office, brought to where a rule can be tried on it.
struct Bench {
    var office = Office.founded
    let number: MatterNumber

    /// Registers, issues and signs for a matter.
    init(
        kind: Kind = .target,
        source: Source = .meeting,
        target: Amount? = 32,
        term: Term,
        issued: Moment,
        isAccepted: Bool = true,
        campaign: CampaignID? = nil,
        steps: [Step] = []
    ) throws {
        var registration = Registration(kind: kind, title: "环湖 8 组包户签约", source: source)
        registration.lead = .landForce
        registration.person = .shenNanzhi
        registration.campaign = campaign
        registration.term = term
        registration.steps = steps
        if let target { registration.quantities = [QuantityLine(target: target, unit: "户")] }
        let events = try office.perform(.register(registration), at: issued)
        number = events[0].matter!
        try office.perform(.submit(nil), on: number, at: issued)
        try office.perform(.issue(nil, nil), on: number, at: issued)
        if isAccepted { try office.perform(.accept(nil), on: number, at: issued) }
    }

    var matter: Matter { office.matter(number) }

    mutating func act(_ action: Action, at moment: Moment, on day: Day? = nil) throws {
        try office.perform(action, on: number, at: moment, on: day)
    }

    mutating func track(_ total: Amount? = nil, at moment: Moment, on day: Day? = nil) throws {
        try act(.track("入户", total.map { [Progress(.total($0))] } ?? []), at: moment, on: day)
    }

    func judge(at moment: Moment) -> Judgement { Judge(office.ledger, at: moment).judge(matter) }

    func supervisor(at moment: Moment) -> Supervisor { Supervisor(office.ledger, at: moment) }
}
