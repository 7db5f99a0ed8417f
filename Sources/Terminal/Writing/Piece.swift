import Canvas

/// Cells side by side that are sent with one pen.
struct Piece: Sendable {
    var start: Point
    /// Its cells, among the faces of the frame.
    var faces: Range<Int>
    /// The pens it can be sent with, the better first.
    var wish: PenWish
    var otherWish: PenWish?
    /// Full blocks in it: two bytes each cost more as ink than as ground.
    var blocks = 0
    /// Whether its cells, all of one ground, are erased and not written.
    var isErased = false

    var end: Int { start.x + faces.count }
}

/// Cuts what changed into pieces.
struct PieceCutter {
    let width: Int
    let codes: TerminalCodes
    private(set) var pieces: [Piece] = []
    private(set) var faces: [Face] = []
    private var open: Piece?

    init(width: Int, codes: TerminalCodes) {
        (self.width, self.codes) = (width, codes)
    }

    /// Shorter runs are written: erasing leaves the cursor where it was.
    private static let shortErasure = 9
    /// Unchanged cells up to here are written again rather than jumped over.
    private static let shortGap = 3

    /// - Parameters:
    ///   - row: the faces of the whole row.
    ///   - changed: the parts of it to be sent.
    mutating func cut(_ row: [Face], _ changed: [Range<Int>], y: Int) {
        for (index, span) in changed.enumerated() {
            var x = span.lowerBound
            while x < span.upperBound {
                let run = erasable(row, x, span.upperBound)
                if run > 0 {
                    close()
                    open = Piece(start: Point(x: x, y: y), faces: faces.count..<faces.count, wish: row[x].wishes.0)
                    open?.isErased = true
                    faces += row[x..<x + run]
                    grow()
                    close()
                    x += run
                } else {
                    append(row[x], x, y)
                    x += 1
                }
            }
            let next = index + 1 < changed.count ? changed[index + 1].lowerBound : nil
            if let next, bridge(row, span.upperBound..<next) { continue }
            close()
        }
    }

    /// How many cells from here on are better erased; 0 for none.
    private func erasable(_ row: [Face], _ x: Int, _ end: Int) -> Int {
        guard let colour = row[x].plainColour, colour == 0 || codes.erasesInColour else { return 0 }
        var stop = x + 1
        while stop < end, row[stop].plainColour == colour { stop += 1 }
        let count = stop - x
        if stop == width { return count > 3 ? count : 0 }
        return codes.erases && count > Self.shortErasure ? count : 0
    }

    private mutating func append(_ face: Face, _ x: Int, _ y: Int) {
        if case .rest = face, open != nil {
            faces.append(face)
            grow()
            return
        }
        let wishes = face.wishes
        if let piece = open, let (wish, other) = Self.joined(piece, wishes) {
            open?.wish = wish
            open?.otherWish = other
        } else {
            close()
            open = Piece(
                start: Point(x: x, y: y),
                faces: faces.count..<faces.count,
                wish: wishes.0,
                otherWish: wishes.1
            )
        }
        faces.append(face)
        grow()
        if case .full = face { open?.blocks += 1 }
    }

    private static func joined(_ piece: Piece, _ wishes: (PenWish, PenWish?)) -> (PenWish, PenWish?)? {
        var found: PenWish?
        for own in [piece.wish, piece.otherWish] {
            for its in [wishes.0, wishes.1] {
                guard let own, let its, let both = own.joined(its), both != found else { continue }
                guard let first = found else {
                    found = both
                    continue
                }
                return (first, both)
            }
        }
        return found.map { ($0, nil) }
    }

    /// Goes on over a few unchanged cells, if the pen need not change for them; they cost a byte each, a jump three.
    private mutating func bridge(_ row: [Face], _ gap: Range<Int>) -> Bool {
        guard gap.count <= Self.shortGap, var piece = open, piece.end == gap.lowerBound,
            erasable(row, gap.upperBound, width) == 0
        else { return false }
        for face in row[gap.lowerBound...gap.upperBound] {
            guard let (wish, other) = Self.joined(piece, face.wishes) else { return false }
            (piece.wish, piece.otherWish) = (wish, other)
        }
        for face in row[gap] {
            switch face {
            case .blank: break
            case .text(let scalar, mark: 0, _) where scalar < 0x7F: break
            default: return false
            }
        }
        for x in gap { append(row[x], x, piece.start.y) }
        return true
    }

    /// Takes the faces added last into the open piece.
    private mutating func grow() {
        let end = faces.count
        if let start = open?.faces.lowerBound { open?.faces = start..<end }
    }

    private mutating func close() {
        if let open { pieces.append(open) }
        open = nil
    }
}
