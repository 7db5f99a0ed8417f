import Ledger
import Samples
import Supervision
import Testing
import Words

@testable import Walls

/// What walls keep in the order of the scene is what they would find by looking through all of it.
struct SceneOrderTests {
    private let scene = Scene(Office.sample.ledger, at: Office.sample.now, words: .chinese, actor: .clerk)

    @Test func dutiesOfAMatterKeepTheirOrder() {
        for number in scene.order {
            #expect(scene.duties(of: number) == scene.duties.filter { $0.matter == number })
        }
        #expect(scene.duties(of: 999) == [])
    }

    @Test func factsAndPlacesFollowTheOrder() {
        #expect(scene.facts.map(\.number) == scene.order)
        #expect(scene.order.map { scene.places[$0] } == Array(scene.order.indices))
        #expect(
            scene.facts.map(\.isIncomplete)
                == scene.order.map { number in
                    let matter = scene.ledger.matters[number]!
                    return (matter.stage == .draft || matter.stage == .pending) && !matter.missing.isEmpty
                }
        )
    }

    @Test(
        arguments: [
            [], [3], [5, 1, 4, 1, 5], [2, Int(Int32.max), 1, Int(Int32.max)], [Int(Int32.max)], [-3, 7, -3, 0],
            [0, 1_000_000, 5, 5], Array((0..<500).map { $0 * 7919 % 101 }),
        ]
    )
    func sortingInOneWalkIsSorting(keys: [Int]) {
        let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        #expect(Array(keys.indices).sortedClosely { keys[$0] } == expected)
    }
}
