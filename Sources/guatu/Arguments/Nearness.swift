/// Candidates that look like `text`, best first: those that contain it or are contained in it, then
/// those at most `farthest` letters away.
func nearest(to text: String, in candidates: [String], limit: Int, farthest: Int) -> [String] {
    let wanted = Array(text)
    var scored: [(score: Int, name: String)] = []
    for candidate in Set(candidates) {
        let letters = Array(candidate)
        if !wanted.isEmpty, candidate.contains(text) || (letters.count > 1 && text.contains(candidate)) {
            scored.append((abs(letters.count - wanted.count), candidate))
        } else if abs(letters.count - wanted.count) <= farthest {
            let distance = editDistance(wanted, letters)
            // Half of the letters must be right, or it is another name.
            if distance <= min(farthest, max(letters.count, wanted.count) / 2) {
                scored.append((10 + distance * 10, candidate))
            }
        }
    }
    return scored.sorted { ($0.score, $0.name) < ($1.score, $1.name) }.prefix(limit).map(\.name)
}

/// Letters to insert, remove or replace.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let above = row[j + 1]
            row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
            diagonal = above
        }
    }
    return row[right.count]
}
