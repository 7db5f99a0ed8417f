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

    /// Whether terminals disagree how wide it is, whatever they said of ambiguous characters: emoji, letters with marks
    /// over them, other scripts.
    var isDisputed: Bool {
        guard case .text(let scalar, let mark, _) = self else { return false }
        if mark != 0 { return true }
        switch scalar {
        case ..<0x300, 0x2500...0x25FC, 0x25FF, 0x2800...0x28FF, 0x2E80...0xA4CF: return false  // Nearly all.
        case 0x370...0x52F, 0x1E00...0x1FFF, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x22FF, 0x2460...0x24FF,
            0x2610, 0x2691, 0x2713, 0x2717, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFFDC,
            0xFFE0...0xFFE6, 0xFFFD, 0x20000...0x3FFFD:
            return false
        default: return true
        }
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
