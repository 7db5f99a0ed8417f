import Canvas
import Ledger
import Supervision

extension Scene {
    /// Plan and done by day of a matter that goes on; nil where there is nothing to draw.
    func curve(of matter: Matter) -> Curve? {
        derived(CurveKey(number: matter.number)) {
            guard matter.hasPlan, matter.settled == nil, matter.issued ?? matter.start != nil,
                let curve = supervisor.curve(of: matter), curve.target > .zero
            else { return nil }
            return curve
        }
    }

    private struct CurveKey: Hashable {
        let number: MatterNumber
    }
}

extension CurveChart {
    /// The curve of a matter over the days that tell most in so many columns.
    init(_ curve: Curve, of matter: Matter, _ scene: Scene, width: Int) {
        let limit = matter.due?.day(scene.ledger.offset)
        let start = curve.planLine?.start ?? matter.start ?? matter.issued ?? scene.today
        // What comes after the limit is shown, but not so far that the days before it become a blot.
        let end = max(limit ?? scene.today, scene.today)
        let expected = curve.tempo.forecast?.middle.day ?? end
        var last = max(end, min(expected, end + max(14, (end - start) / 2))) + 4
        // Nor so far that a day has no cell of its own.
        let most = start + width * 3 / 2 - 7
        if last > most, end + 10 <= most { last = most }
        let axis = DayAxis(showing: min(start, scene.today)...last, width: width)
        self.init(scene: scene, curve: curve, light: scene.judgement(of: matter).light, axis: axis, limit: limit)
    }
}
