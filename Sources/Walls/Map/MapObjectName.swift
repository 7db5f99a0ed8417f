import Atlas
import Canvas
import Ledger
import Text

/// The name of a water or a road, where the map has room for it.
struct MapObjectName {
    let text: String
    let x: Int
    let y: Int
    let isDown: Bool
    let isWater: Bool

    static func all(of atlas: Atlas, on chart: Chart, _ fit: LabelFit) -> [MapObjectName] {
        atlas.objects.enumerated().compactMap { index, object in
            let label = LabelGrid.object(index)
            guard !object.name.isEmpty, let anchor = chart.anchors[label] else { return nil }
            let text = object.name.string
            let isWater = object.kind == .water
            let spaced = isWater ? text.map(String.init).joined(separator: " ") : " \(text) "
            let width = spaced.columns()
            if isWater, let (x, y) = fit.place(columns: width, rows: 1, in: label, anchor) {
                return MapObjectName(text: spaced, x: x, y: y, isDown: false, isWater: true)
            }
            if !isWater, let (x, y) = fit.stretch(of: label, columns: width + 2) {
                return MapObjectName(text: spaced, x: x + 1, y: y, isDown: false, isWater: false)
            }
            guard anchor.bottom - anchor.top > (text.count + 2) * 2,
                let (x, y) = fit.column(of: label, rows: text.count)
            else { return nil }
            return MapObjectName(text: text, x: x, y: y, isDown: true, isWater: isWater)
        }
    }

    func draw(on canvas: Canvas) {
        let hasWashes = canvas.repertoire.hasWashes
        let style =
            !hasWashes
            ? isWater ? Style.title : .dim
            : isWater ? Style(.wash(.waterName), on: .wash(.water)) : Style(.wash(.roadName))
        guard isDown else {
            canvas.put(text, x: x, y: y, style)
            return
        }
        for (row, character) in text.enumerated() {
            canvas.put(String(character), x: x, y: y + row, style)
        }
    }
}
