import Atlas
package import Ledger
package import Supervision
import Words

/// The map as a room reads it: of each part of the street how many matters show its worst light, and what that comes to.
///
/// Counts alone: no rate and no rank, in the order of the directory.
package struct MeetingMap: Hashable, Sendable {
    package var areas: [Area]
    package var overdue: Int
    package var lagging: Int
    package var overNight: Int

    package struct Area: Hashable, Sendable {
        package var grid: GridID
        /// 湖东社区
        package var name: String
        /// 湖东
        package var short: String
        /// The worst light of its open matters; nil where there are none.
        package var light: Light?
        /// How many show it.
        package var count: Int
        package var shade: GridShade
    }

    /// - Returns: nil for a ledger without grids.
    init?(_ scene: Scene, _ matters: [Matter], _ figures: MeetingFigures) {
        let shown = scene.atlas.children(of: nil)
        guard !shown.isEmpty else { return nil }
        let survey = GridSurvey(scene.supervisor, matters: matters.map(\.number), duties: []) { scene.judgement($0) }
        areas = shown.compactMap { id in
            guard let grid = scene.ledger.grids[id] else { return nil }
            let own = survey[id]
            return Area(
                grid: id,
                name: scene.words.mapName(grid),
                short: scene.words.shortMapName(grid),
                light: own.worst,
                count: own.worst.map { own[$0] } ?? 0,
                shade: own.shade(.light, today: scene.today)
            )
        }
        overdue = figures.overdue
        lagging = figures.lagging
        overNight = figures.overNight
    }
}
