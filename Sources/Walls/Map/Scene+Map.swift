import Atlas
import Ledger
import Supervision
import Words

extension Scene {
    /// The map of this ledger; kept with the scene, and what was once rastered with it.
    var atlas: Atlas { derived(AtlasKey()) { Atlas(ledger) } }

    /// What each grid counts of the matters that a filter lets through.
    func grids(_ filter: Filter) -> GridSurvey {
        derived(SurveyKey(filter: filter)) { census.survey(of: rows(filter)) }
    }

    private var census: GridCensus {
        derived(CensusKey()) { GridCensus(supervisor, matters: order, duties: duties) { judgement($0) } }
    }

    /// 「10 社区」 「156 网格」 「1,786 微网格」: what lies below a grid, nil for the street.
    func gridCounts(below grid: GridID?) -> [String] {
        let counts = derived(CountKey()) { GridCounts() }
        let key = grid ?? MapSheet.street
        if let known = counts.texts[key] { return known }
        var levels: [Int: Int] = [:]
        var open = atlas.children(of: grid)
        while let id = open.popLast() {
            if let grid = ledger.grids[id] { levels[grid.level, default: 0] += 1 }
            open += atlas.children(of: id)
        }
        let texts = levels.sorted { $0.key < $1.key }.map { words.gridCount($0.value, level: $0.key) }
        counts.texts[key] = texts
        return texts
    }

    /// Counted once for a scene: a step on the map asks twice, and a street has two thousand grids.
    private final class GridCounts {
        var texts: [GridID: [String]] = [:]
    }

    private struct CountKey: Hashable {}

    private struct CensusKey: Hashable {}

    private struct AtlasKey: Hashable {}

    private struct SurveyKey: Hashable {
        var filter: Filter
    }
}
