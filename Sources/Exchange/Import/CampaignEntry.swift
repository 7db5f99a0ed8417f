import Ledger
import Text

/// One campaign of 战役.yaml.
struct CampaignEntry {
    let campaign: Campaign

    static let keys = ["名称", "目标", "总指挥", "牵头单位", "起", "止", "阶段", "目标量", "指挥部", "临时党支部", "支部书记"]

    init(_ entry: YAMLFile.Entry, in run: ImportRun) throws(ImportProblem) {
        func day(_ key: String) throws(ImportProblem) -> Day {
            let text = try entry.required(key)
            guard let day = run.days.ahead(text.string, from: nil) else { throw entry.problem(.notADay(text), at: key) }
            return day
        }
        func found<ID>(_ result: Result<ID?, NameFault>, at key: String) throws(ImportProblem) -> ID? {
            switch result {
            case .success(let id): return id
            case .failure(let wrong): throw entry.problem(wrong.fault, at: key)
            }
        }
        let start = try day("起")
        let due = try day("止")
        guard due >= start else { throw entry.problem(.tooEarly(due, after: start), at: "止") }
        var campaign = Campaign(
            id: CampaignID(0),
            name: try entry.required("名称"),
            goal: try entry.text("目标"),
            start: start,
            due: due
        )
        campaign.unit = try found(run.unit(named: entry.text("牵头单位").string), at: "牵头单位")
        campaign.head = try found(run.person(named: entry.text("总指挥").string, in: campaign.unit), at: "总指挥")
        let phase = try entry.text("阶段")
        if !phase.isEmpty {
            guard let known = Vocabulary.phases[phase.string] else {
                throw entry.problem(.unknownTerm(phase, known: Vocabulary.phases.words), at: "阶段")
            }
            campaign.phase = known
        }
        let quantity = try entry.text("目标量")
        if !quantity.isEmpty {
            guard let read = QuantityCell(quantity.string), !read.measure.isEmpty, read.amount >= .zero else {
                throw entry.problem(.notAnAmount(quantity), at: "目标量")
            }
            campaign.target = read.amount
            campaign.measure = read.measure
        }
        let branch = try entry.text("临时党支部")
        if let unit = try found(run.unit(named: branch.string), at: "临时党支部") {
            let secretary = try found(run.person(named: entry.text("支部书记").string, in: unit), at: "支部书记")
            campaign.branch = TemporaryBranch(unit: unit, secretary: secretary)
        }
        for (name, person) in try entry.pairs("指挥部") {
            let head = try found(run.person(named: person.string, in: campaign.unit), at: "指挥部")
            campaign.groups.append(.init(name: name, head: head))
        }
        self.campaign = campaign
    }
}
