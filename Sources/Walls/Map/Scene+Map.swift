import Atlas
import Ledger
import Supervision

extension Scene {
    /// The map of this ledger; kept with the scene, and what was once rastered with it.
    var atlas: Atlas { derived(AtlasKey()) { Atlas(ledger) } }

    /// What each grid counts of the matters that a filter lets through.
    func grids(_ filter: Filter) -> GridSurvey {
        derived(SurveyKey(filter: filter)) {
            GridSurvey(supervisor, matters: matters(filter), duties: duties) { judgement($0) }
        }
    }

    private struct AtlasKey: Hashable {}

    private struct SurveyKey: Hashable {
        var filter: Filter
    }
}
