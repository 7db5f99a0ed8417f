import Canvas
import Ledger
import Text

extension MapSheet.Object.Kind {
    /// The sign of a point on the map: ⚑ a checkpoint, ▪ a point of duty; K and D where there are only letters.
    func sign(_ repertoire: Repertoire) -> String {
        let isPlain = repertoire.glyphs == .ascii
        return self == .checkpoint ? isPlain ? "K" : repertoire[.flag] : isPlain ? "D" : repertoire[.square]
    }
}
