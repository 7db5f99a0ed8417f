import Ledger
import Text
import Words

/// How wide names and numbers are in this ledger: a column takes what its longest entry needs, so that no name is cut.
struct Measures: Hashable {
    var number: Int
    var person: Int
    var unit: Int

    init(_ scene: Scene) {
        let last = max(100, scene.ledger.counters.matter - 1)
        number = String(last).count + 2
        // Names of four characters and more are rare; one of a foreign guest is cut.
        person = min(10, scene.ledger.people.values.reduce(6) { max($0, $1.name.string.columns()) })
        unit = min(16, scene.ledger.units.values.reduce(6) { max($0, $1.shortName.string.columns()) })
    }
}

extension Scene {
    var measures: Measures { derived(MeasuresKey()) { Measures(self) } }
}

private struct MeasuresKey: Hashable {}
