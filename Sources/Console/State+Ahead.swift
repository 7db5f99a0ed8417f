import Canvas
import Text
import Walls

extension State {
    /// Whether nothing is left that could be made ready.
    package var isPrepared: Bool { scene.preparedWalls > Place.walls.count }

    /// Makes ready what the next wall will ask of the scene, a wall at a call: in a large ledger that takes longer than
    /// a key may, and in a pause nobody waits for it. Changes nothing that can be seen.
    package func prepare() {
        guard !isPrepared else { return }
        // What filter and palette look through.
        if scene.preparedWalls == 0 { _ = scene.titled(SearchWord("督"), limit: 1) }
        defer { scene.preparedWalls += 1 }
        guard Place.walls.indices.contains(scene.preparedWalls) else {
            _ = EveningPage(scene)
            return
        }
        var elsewhere = self
        elsewhere.overlay = nil
        elsewhere.place = Place.walls[scene.preparedWalls]
        elsewhere.settle()
        elsewhere.draw(on: Canvas(size, .ascii))
    }
}
