import Canvas

/// What a cell looks like to the eye, whichever of several ways it may be drawn in.
enum Face: Sendable, Hashable {
    /// Nothing but a ground.
    case blank(ColourIndex)
    /// A full block, the same to the eye as a blank on that ground.
    case full(ColourIndex)
    /// Two half blocks.
    case halves(top: ColourIndex, bottom: ColourIndex)
    case text(UInt32, mark: UInt16, Pen)
    /// The right half of a wide character.
    case rest
    /// Unknown: somebody else has written there.
    case spoilt

    init(_ cell: Cell, _ pen: Pen) {
        if cell.isRightHalf {
            self = .rest
            return
        }
        if cell.mark == 0, cell.width == 1 {
            switch cell.scalar {
            case 0x20 where pen.flags.isDisjoint(with: PenWish.visibleOnBlanks):
                self = .blank(pen.ground)
                return
            case 0x2588 where pen.flags.isEmpty && pen.ink != 0:
                self = .full(pen.ink)
                return
            case 0x2580 where pen.flags.isEmpty && pen.ink != 0:
                self = pen.ink == pen.ground ? .full(pen.ink) : .halves(top: pen.ink, bottom: pen.ground)
                return
            case 0x2584 where pen.flags.isEmpty && pen.ink != 0:
                self = pen.ink == pen.ground ? .full(pen.ink) : .halves(top: pen.ground, bottom: pen.ink)
                return
            default: break
            }
        }
        self = .text(cell.scalar, mark: cell.mark, pen)
    }

    /// The colour that fills the whole cell.
    var plainColour: ColourIndex? {
        switch self {
        case .blank(let colour), .full(let colour): colour
        default: nil
        }
    }

    func looksLike(_ other: Face) -> Bool {
        if let own = plainColour, let its = other.plainColour { return own == its }
        return self == other
    }

    /// The ways to draw it.
    var wishes: (PenWish, PenWish?) {
        switch self {
        case .blank(let colour): (PenWish(ground: colour), nil)
        case .full(let colour): (PenWish(ground: colour), PenWish(ink: colour, flags: .plain))
        case .halves(let top, 0): (PenWish(ink: top, ground: 0, flags: .plain), nil)
        case .halves(0, let bottom): (PenWish(ink: bottom, ground: 0, flags: .plain), nil)
        case .halves(let top, let bottom):
            (PenWish(ink: top, ground: bottom, flags: .plain), PenWish(ink: bottom, ground: top, flags: .plain))
        case .text(_, _, let pen): (PenWish(ink: pen.ink, ground: pen.ground, flags: pen.flags), nil)
        case .rest, .spoilt: (PenWish(), nil)
        }
    }

    /// Appends its character for a pen that fulfils one of the wishes.
    func write(_ pen: Pen, to bytes: inout [UInt8]) {
        switch self {
        case .blank: bytes.append(0x20)
        case .full(let colour):
            if pen.ground == colour { bytes.append(0x20) } else { bytes += [0xE2, 0x96, 0x88] }
        case .halves(let top, let bottom):
            let isUpper = bottom == 0 || (top != 0 && pen.ink == top && pen.ground == bottom)
            bytes += [0xE2, 0x96, isUpper ? 0x80 : 0x84]
        case .text(let scalar, let mark, _):
            Face.append(scalar, to: &bytes)
            if mark != 0 { Face.append(UInt32(mark), to: &bytes) }
        case .rest, .spoilt: break
        }
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return bytes.append(0x20) }
        bytes += UTF8.encode(scalar)!
    }

    /// Whether all terminals agree how wide it is.
    var isOfSureWidth: Bool {
        guard case .text(let scalar, let mark, _) = self else {
            if case .blank = self { return true }
            return false
        }
        let isHan = (0x2E80...0x9FFF).contains(scalar) || (0xFF01...0xFF60).contains(scalar)
        return mark == 0 && (scalar < 0x7F || isHan)
    }
}
