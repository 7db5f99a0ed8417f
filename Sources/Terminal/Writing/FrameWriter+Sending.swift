import Canvas

// In which order pieces are sent, and with which pen.

extension FrameWriter {
    /// Pieces looked at for the next one: all of a step, a part of a whole frame.
    private static func window(_ count: Int) -> Int { count < 200 ? 200 : count < 600 ? 80 : 40 }
    /// So few quarters of a byte that one need not look on.
    private static func cheap(_ count: Int) -> Int { count < 200 ? 4 : 16 }

    /// How dear a change of the pen is taken to be, in quarters. Where there is little to send, the better of two ways is
    /// taken.
    private static func weights(_ count: Int) -> [Int] { count < 200 ? [4, 6] : [4] }

    mutating func send(_ pieces: [Piece], _ faces: [Face], _ width: Int, to bytes: inout [UInt8]) {
        let start = (position, pen)
        var best: (bytes: [UInt8], position: CursorPosition, pen: Pen)?
        for weight in Self.weights(pieces.count) {
            (position, pen) = start
            var found: [UInt8] = []
            send(pieces, faces, width, penWeight: weight, to: &found)
            if found.count < best?.bytes.count ?? .max { best = (found, position, pen) }
        }
        guard let best else { return }
        bytes += best.bytes
        (position, pen) = (best.position, best.pen)
    }

    private mutating func send(
        _ pieces: [Piece],
        _ faces: [Face],
        _ width: Int,
        penWeight: Int,
        to bytes: inout [UInt8]
    ) {
        var costs = PenCosts()
        func candidate(_ index: Int) -> Candidate {
            let piece = pieces[index]
            return Candidate(
                index: index,
                start: piece.start,
                wish: costs.number(of: piece.wish),
                otherWish: piece.otherWish.map { costs.number(of: $0) },
                blocks: piece.blocks,
                blockColour: piece.blocks > 0 ? blockColour(piece, faces) : 0
            )
        }
        let (window, cheap) = (Self.window(pieces.count), Self.cheap(pieces.count))
        // The pieces that are looked at, in order, and the first behind them.
        var next = min(window, pieces.count)
        var near = (0..<next).map(candidate)
        while !near.isEmpty {
            var best = (place: 0, cost: Int.max, wish: 0)
            for place in near.indices where best.cost > cheap {
                let candidate = near[place]
                let way = CursorPath(from: position, to: candidate.start).cost * 4
                guard way < best.cost else { continue }
                func consider(_ wish: Int) {
                    var cost = way + costs.cost(of: wish, for: pen, colours) * penWeight
                    if candidate.blocks > 0, let ground = costs.wishes[wish].ground, ground != candidate.blockColour {
                        cost += 8 * candidate.blocks
                    }
                    if cost < best.cost { best = (place, cost, wish) }
                }
                consider(candidate.wish)
                if let other = candidate.otherWish { consider(other) }
            }
            let piece = pieces[near.remove(at: best.place).index]
            if next < pieces.count {
                near.append(candidate(next))
                next += 1
            }
            write(piece, faces, costs.wishes[best.wish], width, to: &bytes)
        }
    }

    /// A piece that was not sent yet, with the numbers of the pens it can be sent with.
    private struct Candidate {
        let index: Int
        let start: Point
        let wish: Int
        let otherWish: Int?
        let blocks: Int
        let blockColour: ColourIndex
    }

    private func blockColour(_ piece: Piece, _ faces: [Face]) -> ColourIndex {
        for face in faces[piece.faces] { if case .full(let colour) = face { return colour } }
        return 0
    }

    private mutating func write(
        _ piece: Piece,
        _ faces: [Face],
        _ wish: PenWish,
        _ width: Int,
        to bytes: inout [UInt8]
    ) {
        set(wish, to: &bytes)
        move(to: piece.start, &bytes)
        if piece.isErased {
            bytes += [0x1B, 0x5B]
            if piece.end == width {
                bytes.append(0x4B)
            } else {
                bytes += String(piece.faces.count).utf8
                bytes.append(0x58)
            }
            return
        }
        let isAtPlace = write(piece, faces, width, to: &bytes)
        var isSure = isWidthSure
        if !isSure, position.isColumnSure {
            isSure = faces[piece.faces].allSatisfy {
                if case .rest = $0 { return true }
                if case .full(let colour) = $0 { return pen.ground == colour }
                return $0.isOfSureWidth
            }
        }
        // Behind the last column a terminal may be anywhere.
        position =
            isAtPlace && piece.end < width
            ? CursorPosition(point: Point(x: piece.end, y: piece.start.y), isColumnSure: isSure) : .unknown
    }

    /// Writes characters, and goes to its place for each that follows one of disputed width: what such a one does to a row
    /// ends beside it. False where the last was one.
    private func write(_ piece: Piece, _ faces: [Face], _ width: Int, to bytes: inout [UInt8]) -> Bool {
        var isAtPlace = true
        var x = piece.start.x
        func goToPlace() {
            bytes += [0x1B, 0x5B]
            bytes += String(x + 1).utf8
            bytes.append(0x47)
        }
        for (index, face) in zip(piece.faces, faces[piece.faces]) {
            defer { x += 1 }
            if face == .rest { continue }
            if !isAtPlace { goToPlace() }
            isAtPlace = !face.isDisputed
            if !isAtPlace {
                if index + 1 < faces.count, faces[index + 1] == .rest {
                    // Its right half, where the terminal has none.
                    bytes += [0x20, 0x20]
                    goToPlace()
                } else if x == width - 1 {
                    // One that is wide after all would begin the next row.
                    bytes.append(0x3F)
                    continue
                }
            }
            face.write(pen, to: &bytes)
        }
        return isAtPlace
    }

    mutating func set(_ wish: PenWish, to bytes: inout [UInt8]) {
        let change = pen.change(to: wish, colours)
        pen.write(change, colours, to: &bytes)
        pen = change.pen
    }
}
