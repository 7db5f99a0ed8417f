/// The part of the plane that a grid of samples shows.
struct Window: Hashable {
    var origin: Spot
    /// The plane under one sample.
    var step: Spot

    func column(_ x: Double) -> Double { (x - origin.x) / step.x }
    func row(_ y: Double) -> Double { (y - origin.y) / step.y }
    func x(of column: Int) -> Double { origin.x + (Double(column) + 0.5) * step.x }
    func y(of row: Int) -> Double { origin.y + (Double(row) + 0.5) * step.y }

    /// Shows an extent in the middle of `width` × `height` samples; its sides may be stretched against each other up to
    /// `stretch` to fill them.
    init(fitting extent: Extent, width: Int, height: Int, stretch: Double) {
        let extent = extent.isEmpty ? Extent(left: 0, top: 0, right: 1, bottom: 1) : extent
        let across = extent.width / Double(max(1, width))
        let down = extent.height / Double(max(1, height))
        let step = max(across, down)
        self.step = Spot(x: max(across, step / stretch), y: max(down, step / stretch))
        origin = Spot(
            x: extent.centre.x - self.step.x * Double(width) / 2,
            y: extent.centre.y - self.step.y * Double(height) / 2
        )
    }
}
