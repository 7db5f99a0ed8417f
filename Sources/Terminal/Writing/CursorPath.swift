import Canvas

/// Where the cursor stands, as far as one can know.
struct CursorPosition: Sendable, Hashable {
    /// nil: nobody knows.
    var point: Point?
    /// Whether the column is sure: not after characters that a terminal may have drawn wider than thought. From there only
    /// the next few columns are gone to step by step; whatever stands elsewhere keeps its place.
    var isColumnSure = true

    static let unknown = CursorPosition(point: nil)
}

/// The shortest way from one place on the screen to another.
struct CursorPath {
    private enum Leap { case stay, absolute, forward(Int), back(Int), steps(Int, UInt8), start }

    private var across = Leap.stay
    private var along = Leap.stay
    private var isDirect = false
    private let target: Point
    /// Bytes to send.
    private(set) var cost: Int

    init(from start: CursorPosition, to target: Point) {
        self.target = target
        let direct = 4 + Self.digits(target.y + 1) + (target.x > 0 ? Self.digits(target.x + 1) : -1)
        cost = direct
        isDirect = true
        guard let point = start.point else { return }
        let (rows, rowCost) = Self.vertical(from: point.y, to: target.y)
        guard rowCost < direct else { return }
        let isNear = (0...Self.near).contains(point.x - target.x)
        let (columns, columnCost) = Self.horizontal(from: start.isColumnSure || isNear ? point.x : nil, to: target.x)
        guard rowCost + columnCost < direct else { return }
        (across, along, isDirect) = (columns, rows, false)
        cost = rowCost + columnCost
    }

    private static let near = 3

    /// Whether it ends in a column that is sure, wherever it began.
    var isAbsolute: Bool {
        if isDirect { return true }
        switch across {
        case .absolute, .start: return true
        case .stay, .forward, .back, .steps: return false
        }
    }

    private static func vertical(from: Int, to: Int) -> (Leap, Int) {
        let distance = abs(to - from)
        if distance == 0 { return (.stay, 0) }
        let absolute = 3 + digits(to + 1)
        let relative = 3 + (distance > 1 ? digits(distance) : 0)
        if to > from, distance <= min(absolute, relative) { return (.steps(distance, 0x0A), distance) }
        return relative <= absolute
            ? (to > from ? .forward(distance) : .back(distance), relative) : (.absolute, absolute)
    }

    private static func horizontal(from: Int?, to: Int) -> (Leap, Int) {
        if from == to { return (.stay, 0) }
        if to == 0 { return (.start, 1) }
        let absolute = 3 + digits(to + 1)
        guard let from else { return (.absolute, absolute) }
        let distance = abs(to - from)
        let relative = 3 + (distance > 1 ? digits(distance) : 0)
        if to < from, distance <= min(absolute, relative) { return (.steps(distance, 0x08), distance) }
        return relative <= absolute
            ? (to > from ? .forward(distance) : .back(distance), relative) : (.absolute, absolute)
    }

    static func digits(_ number: Int) -> Int { number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : 4 }

    func write(to bytes: inout [UInt8]) {
        guard !isDirect else {
            bytes += [0x1B, 0x5B]
            bytes += String(target.y + 1).utf8
            if target.x > 0 {
                bytes.append(0x3B)
                bytes += String(target.x + 1).utf8
            }
            bytes.append(0x48)
            return
        }
        write(along, target.y, 0x64, 0x42, 0x41, to: &bytes)
        write(across, target.x, 0x47, 0x43, 0x44, to: &bytes)
    }

    private func write(
        _ leap: Leap,
        _ place: Int,
        _ absolute: UInt8,
        _ forward: UInt8,
        _ back: UInt8,
        to bytes: inout [UInt8]
    ) {
        func sequence(_ number: Int, _ end: UInt8) {
            bytes += [0x1B, 0x5B]
            if number > 1 { bytes += String(number).utf8 }
            bytes.append(end)
        }
        switch leap {
        case .stay: break
        case .absolute: sequence(place + 1, absolute)
        case .forward(let count): sequence(count, forward)
        case .back(let count): sequence(count, back)
        case .steps(let count, let byte): bytes += repeatElement(byte, count: count)
        case .start: bytes.append(0x0D)
        }
    }
}
