import Atlas
import Canvas
import Ledger
import Text
import Words

// Where it lies: waters, roads and points with who is there, and the street in small.

extension MapCard {
    /// - Returns: the row above which there is room.
    func drawObjects(_ top: Int, on canvas: Canvas) -> Int {
        var objects = scene.atlas.objects.enumerated().filter { index, object in
            !object.name.isEmpty && chart.anchors[LabelGrid.object(index)] != nil
        }
        .map(\.element)
        // Those in the selected grid first: they are its own.
        objects = chart.points.filter { $0.label == grid?.label }.prefix(3).map(\.object) + objects
        let first = canvas.height - objects.count - 1
        guard !objects.isEmpty, top <= first else { return canvas.height }
        canvas.rule(objects[0].kind.isPoint ? words.mapPointsAndObjects : words.mapObjects, y: first)
        var y = first + 1
        for object in objects {
            var x = 0
            if object.kind.isPoint { x = canvas.put(object.kind.sign(canvas.repertoire), x: 0, y: y, .title) + 1 }
            canvas.put(object.name.string, x: x, y: y, .text)
            let isMissing = object.head == nil
            canvas.put(words.objectHead(object, in: ledger), right: canvas.width, y: y, isMissing ? .faint : .dim)
            y += 1
        }
        return first - 1
    }

    /// The street in small, with what is opened lit; where there is room and something is opened.
    func drawPosition(_ top: Int, _ bottom: Int, on canvas: Canvas) {
        guard let grid, let community = scene.atlas.path(to: grid).first, community != grid,
            canvas.repertoire.hasWashes, canvas.repertoire.glyphs == .rich, bottom - top >= 9
        else { return }
        canvas.rule(words.mapPosition, y: top)
        let rows = min(14, bottom - top - 1)
        let width = min(canvas.width, rows * 3)
        let small = scene.atlas.chart(of: nil, width: width, height: rows * 2)
        let objects = scene.atlas.objects
        func wash(_ x: Int, _ y: Int) -> Wash? {
            let label = small.grid[x, y]
            if label == 0 { return nil }
            if label < 0 { return objects[LabelGrid.index(of: label)].kind == .water ? .water : .road }
            return label == community.label ? .ring : .ramp1
        }
        for y in 0..<rows {
            for x in 0..<width {
                let (a, b) = (wash(x, 2 * y), wash(x, 2 * y + 1))
                let at = top + 1 + y
                switch (a, b) {
                case (nil, nil): break
                case (let a?, let b?) where a == b:
                    canvas.fill(Rect(x: x, y: at, width: 1, height: 1), Style(.text, on: .wash(a)))
                case (let a?, let b?): canvas.put(.upperHalf, x: x, y: at, Style(.wash(a), on: .wash(b)))
                case (let a?, nil): canvas.put(.upperHalf, x: x, y: at, Style(.wash(a)))
                case (nil, let b?): canvas.put(.lowerHalf, x: x, y: at, Style(.wash(b)))
                }
            }
        }
    }
}
