import Ledger
import Text

/// 街道.yaml: what is asked once about the street.
struct CommitteeFile {
    let committee: Committee
    /// 启用督办, as written.
    let supervisionStart: CleanText
    let entry: YAMLFile.Entry

    static let keys = ["名称", "全称", "机关代字", "落款单位", "时差", "启用督办"]

    init(path: String) throws(ImportProblem) {
        entry = try YAMLFile(path: path).mapping(keys: CommitteeFile.keys)
        let name = try entry.required("名称")
        let fullName = try entry.text("全称")
        let signsAs = try entry.text("落款单位")
        let offset = try entry.text("时差")
        guard let parsed = offset.isEmpty ? .china : Offset(offset.string) else {
            throw entry.problem(.unknownTerm(offset, known: ["+08:00"]), at: "时差")
        }
        committee = Committee(
            name: name,
            fullName: fullName.isEmpty ? nil : fullName,
            prefix: try entry.text("机关代字"),
            signsAs: signsAs.isEmpty ? nil : signsAs,
            offset: parsed
        )
        supervisionStart = try entry.text("启用督办")
    }
}
