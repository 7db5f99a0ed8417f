/// The pens that the pieces of a frame ask for, numbered, and what each costs from the pen of the moment: reckoned once
/// for all the pieces that ask for it.
struct PenCosts {
    private(set) var wishes: [PenWish] = []
    private var numbers: [PenWish: Int] = [:]
    private var costs: [Int] = []
    private var pen: Pen?
    private static let unknown = -1

    mutating func number(of wish: PenWish) -> Int {
        if let number = numbers[wish] { return number }
        numbers[wish] = wishes.count
        wishes.append(wish)
        costs.append(PenCosts.unknown)
        return wishes.count - 1
    }

    /// Bytes that a change from `pen` takes.
    mutating func cost(of wish: Int, for pen: Pen, _ colours: ColourTable) -> Int {
        if pen != self.pen {
            self.pen = pen
            for index in costs.indices { costs[index] = PenCosts.unknown }
        }
        if costs[wish] == PenCosts.unknown { costs[wish] = pen.change(to: wishes[wish], colours).cost }
        return costs[wish]
    }
}
