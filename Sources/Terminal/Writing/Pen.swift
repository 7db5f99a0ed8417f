import Canvas

/// A colour by its place in a ``ColourTable``; 0 is the terminal's own.
typealias ColourIndex = Int16

/// How the next character would look.
struct Pen: Sendable, Hashable {
    var ink: ColourIndex = 0
    var ground: ColourIndex = 0
    var flags = Attributes.Flags.plain
}

extension Attributes.Flags {
    /// The same as a literal, of which each is put together by generic code.
    static var plain: Attributes.Flags { Attributes.Flags(rawValue: 0) }
}

/// What a piece asks of the pen. A blank shows no ink, a full block no ground: what cannot be seen may be anything, and
/// need not be sent.
struct PenWish: Sendable, Hashable {
    /// nil: any.
    var ink: ColourIndex?
    var ground: ColourIndex?
    /// nil: any that draw nothing on a blank.
    var flags: Attributes.Flags?

    static var visibleOnBlanks: Attributes.Flags {
        Attributes.Flags(rawValue: Attributes.Flags.reverse.rawValue | Attributes.Flags.underline.rawValue)
    }

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
        let clean = Pen(ink: wish.ink ?? 0, ground: wish.ground ?? 0, flags: wish.flags ?? .plain)
        let reset =
            clean.ink == 0 || clean.ground == 0 || flags != next.flags ? cost(to: clean, isReset: true, colours) : .max
        if reset < step { return Change(pen: clean, isReset: true, cost: reset) }
        return Change(pen: next, cost: step)
    }

    private func cost(to next: Pen, isReset: Bool, _ colours: ColourTable) -> Int {
        let base = isReset ? Pen() : self
        // ESC [ m; a reset alone has no number. Each number but the last has a semicolon.
        var cost = isReset && next != Pen() ? 5 : 3
        if base.flags != next.flags { cost += FlagChange.numbers(from: base.flags, to: next.flags).count + 1 }
        if base.ink != next.ink { cost += colours.inks[Int(next.ink)].count + 1 }
        if base.ground != next.ground { cost += colours.grounds[Int(next.ground)].count + 1 }
        return cost > 3 ? cost - 1 : cost
    }

    /// Appends the sequence for a change.
    func write(_ change: Change, _ colours: ColourTable, to bytes: inout [UInt8]) {
        guard change.cost > 0 else { return }
        let (base, next) = (change.isReset ? Pen() : self, change.pen)
        bytes += [0x1B, 0x5B]
        var isFirst = true
        func add(_ numbers: [UInt8]) {
            if !isFirst { bytes.append(0x3B) }
            isFirst = false
            bytes += numbers
        }
        if change.isReset, next != Pen() { add([0x30]) }
        if base.flags != next.flags { add(FlagChange.numbers(from: base.flags, to: next.flags)) }
        if base.ink != next.ink { add(colours.inks[Int(next.ink)]) }
        if base.ground != next.ground { add(colours.grounds[Int(next.ground)]) }
        bytes.append(0x6D)
    }
}

/// The numbers that lead from some flags to others, with semicolons between them.
private enum FlagChange {
    static func numbers(from: Attributes.Flags, to: Attributes.Flags) -> [UInt8] {
        table[Int(from.rawValue) << 4 | Int(to.rawValue)]
    }

    /// For all flags, which are four bits.
    private static let table: [[UInt8]] = (0..<256).map { index in
        let numbers = numbers(
            Attributes.Flags(rawValue: UInt8(index >> 4)),
            Attributes.Flags(rawValue: UInt8(index & 15))
        )
        return Array(numbers.map(String.init).joined(separator: ";").utf8)
    }

    private static func numbers(_ from: Attributes.Flags, _ to: Attributes.Flags) -> [Int] {
        let weights: Attributes.Flags = [.bold, .dim]
        var now = from
        var numbers: [Int] = []
        // Bold and dim end together.
        if !now.intersection(weights).subtracting(to).isEmpty {
            numbers.append(22)
            now.subtract(weights)
        }
        if now.contains(.underline), !to.contains(.underline) { numbers.append(24) }
        if now.contains(.reverse), !to.contains(.reverse) { numbers.append(27) }
        let more = to.subtracting(now)
        if more.contains(.bold) { numbers.append(1) }
        if more.contains(.dim) { numbers.append(2) }
        if more.contains(.underline) { numbers.append(4) }
        if more.contains(.reverse) { numbers.append(7) }
        return numbers
    }
}
