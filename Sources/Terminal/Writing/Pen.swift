import Canvas

/// A colour by its place in a ``ColourTable``; 0 is the terminal's own.
typealias ColourIndex = Int16

/// How the next character would look.
struct Pen: Sendable, Hashable {
    var ink: ColourIndex = 0
    var ground: ColourIndex = 0
    var flags: Attributes.Flags = []
}

/// What a piece asks of the pen. A blank shows no ink, a full block no ground: what cannot be seen may be anything, and
/// need not be sent.
struct PenWish: Sendable, Hashable {
    /// nil: any.
    var ink: ColourIndex?
    var ground: ColourIndex?
    /// nil: any that draw nothing on a blank.
    var flags: Attributes.Flags?

    static let visibleOnBlanks: Attributes.Flags = [.reverse, .underline]

    /// What satisfies both.
    func joined(_ other: PenWish) -> PenWish? {
        if let ink, let own = other.ink, ink != own { return nil }
        if let ground, let own = other.ground, ground != own { return nil }
        switch (flags, other.flags) {
        case (let one?, let two?) where one != two: return nil
        case (let some?, nil), (nil, let some?):
            guard some.isDisjoint(with: Self.visibleOnBlanks) else { return nil }
        default: break
        }
        return PenWish(ink: ink ?? other.ink, ground: ground ?? other.ground, flags: flags ?? other.flags)
    }
}

/// The colours met so far, and the numbers that choose them.
struct ColourTable {
    private var indices: [UInt32: ColourIndex] = [:]
    /// By index; that of the terminal's own first.
    private(set) var inks: [[UInt8]] = [Array("39".utf8)]
    private(set) var grounds: [[UInt8]] = [Array("49".utf8)]
    private let numbers: (UInt32, Bool) -> [UInt8]

    init(numbers: @escaping (_ colour: UInt32, _ isGround: Bool) -> [UInt8]) { self.numbers = numbers }

    mutating func index(of colour: UInt32?) -> ColourIndex {
        guard let colour else { return 0 }
        if let known = indices[colour] { return known }
        let (ink, ground) = (numbers(colour, false), numbers(colour, true))
        // More colours than a theme has would be a fault; they are drawn in the terminal's own.
        guard !ink.isEmpty, !ground.isEmpty, inks.count < Int(ColourIndex.max) else { return 0 }
        let index = ColourIndex(inks.count)
        indices[colour] = index
        inks.append(ink)
        grounds.append(ground)
        return index
    }
}

// MARK: - From one to the next

extension Pen {
    /// What to send so that a wish is fulfilled, in the shorter of two ways: what differs, or all of it after a reset.
    struct Change {
        var pen: Pen
        /// Whether everything is reset first.
        var isReset = false
        /// Bytes to send.
        var cost = 0
    }

    func change(to wish: PenWish, _ colours: ColourTable) -> Change {
        var next = Pen(ink: wish.ink ?? ink, ground: wish.ground ?? ground, flags: wish.flags ?? flags)
        if wish.flags == nil { next.flags.subtract(PenWish.visibleOnBlanks) }
        if next == self { return Change(pen: self) }
        let step = cost(to: next, isReset: false, colours)
        let clean = Pen(ink: wish.ink ?? 0, ground: wish.ground ?? 0, flags: wish.flags ?? [])
        let reset =
            clean.ink == 0 || clean.ground == 0 || flags != next.flags ? cost(to: clean, isReset: true, colours) : .max
        if reset < step { return Change(pen: clean, isReset: true, cost: reset) }
        return Change(pen: next, cost: step)
    }

    private func cost(to next: Pen, isReset: Bool, _ colours: ColourTable) -> Int {
        let base = isReset ? Pen() : self
        // ESC [ m; a reset alone has no number.
        var cost = 3
        var count = 0
        func add(_ length: Int) {
            cost += length + (count > 0 ? 1 : 0)
            count += 1
        }
        if isReset, next != Pen() { add(1) }
        if base.flags != next.flags { base.flagNumbers(to: next.flags) { add($0 < 10 ? 1 : 2) } }
        if base.ink != next.ink { add(colours.inks[Int(next.ink)].count) }
        if base.ground != next.ground { add(colours.grounds[Int(next.ground)].count) }
        return cost
    }

    /// Appends the sequence for a change.
    func write(_ change: Change, _ colours: ColourTable, to bytes: inout [UInt8]) {
        guard change.cost > 0 else { return }
        let (base, next) = (change.isReset ? Pen() : self, change.pen)
        bytes += [0x1B, 0x5B]
        var isFirst = true
        func add(_ numbers: some Sequence<UInt8>) {
            if !isFirst { bytes.append(0x3B) }
            isFirst = false
            bytes += numbers
        }
        if change.isReset, next != Pen() { add(CollectionOfOne(0x30)) }
        base.flagNumbers(to: next.flags) { add(String($0).utf8) }
        if base.ink != next.ink { add(colours.inks[Int(next.ink)]) }
        if base.ground != next.ground { add(colours.grounds[Int(next.ground)]) }
        bytes.append(0x6D)
    }

    private static let weights: Attributes.Flags = [.bold, .dim]

    /// The numbers that lead from these flags to others. Bold and dim end together.
    private func flagNumbers(to next: Attributes.Flags, _ add: (Int) -> Void) {
        var now = flags
        let weights = Self.weights
        if !now.intersection(weights).subtracting(next).isEmpty {
            add(22)
            now.subtract(weights)
        }
        if now.contains(.underline), !next.contains(.underline) { add(24) }
        if now.contains(.reverse), !next.contains(.reverse) { add(27) }
        let more = next.subtracting(now)
        if more.contains(.bold) { add(1) }
        if more.contains(.dim) { add(2) }
        if more.contains(.underline) { add(4) }
        if more.contains(.reverse) { add(7) }
    }
}
