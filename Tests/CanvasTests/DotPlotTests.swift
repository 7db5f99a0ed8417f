import Canvas
import Testing
import Text

struct DotPlotTests {
    /// Eight dots of a cell, and the Braille character each makes.
    @Test(arguments: [
        (0, 0, "⠁"), (0, 1, "⠂"), (0, 2, "⠄"), (0, 3, "⡀"), (1, 0, "⠈"), (1, 1, "⠐"), (1, 2, "⠠"), (1, 3, "⢀"),
    ])
    func dots(x: Int, y: Int, character: String) {
        var plot = DotPlot(width: 1, height: 1)
        plot.set(x: x, y: y, layer: 0)
        #expect(String(plot.scalar(x: 0, y: 0)) == character)
    }

    /// The higher layer takes the cell, whichever came first.
    @Test func theHigherLayerTakesTheCell() {
        var plot = DotPlot(width: 2, height: 1)
        plot.set(x: 0, y: 0, layer: 2)
        plot.set(x: 1, y: 3, layer: 1)
        plot.set(x: 2, y: 0, layer: 0)
        plot.set(x: 2, y: 3, layer: 1)
        #expect(String(plot.scalar(x: 0, y: 0)) == "⠁")
        #expect(plot.layer(x: 0, y: 0) == 2)
        #expect(String(plot.scalar(x: 1, y: 0)) == "⡀")
        #expect(plot.layer(x: 1, y: 0) == 1)
        #expect(plot.layer(x: 2, y: 0) == nil)
    }

    @Test(arguments: [(0, 15), (100, 0), (50, 8), (-10, 16), (120, -3)] as [(Int64, Int)])
    func scale(value: Int64, row: Int) {
        #expect(DotPlot(width: 1, height: 4).row(of: value, from: 0, to: 100) == row)
    }

    @Test func outsideNothingHappens() {
        var plot = DotPlot(width: 1, height: 1)
        plot.fill(x: 0, from: -5, through: 9, layer: 0)
        plot.set(x: 2, y: 0, layer: 0)
        plot.set(x: 0, y: -1, layer: 0)
        #expect(String(plot.scalar(x: 0, y: 0)) == "⡇")
    }

    @Test func aFontWithoutBrailleGetsASign() {
        var plot = DotPlot(width: 3, height: 1)
        plot.set(x: 0, y: 0, layer: 0)
        plot.set(x: 4, y: 0, layer: 1)
        let canvas = Canvas(width: 3, height: 1, .ascii)
        canvas.put("abc", x: 0, y: 0)
        canvas.put(plot, x: 0, y: 0, inks: [.dim, .title], marks: [".", "#"])
        #expect(canvas.picture == ".b#\n")
    }
}
