import Ledger
import Text

// 卡口 and 值守点: places where people stand. They cover nothing; the map shows them by a sign.

extension Atlas {
    /// Those of a sheet of letters or tiles. The letter of one stands for a piece of what lies around it.
    static func points(of sheet: MapSheet, in picture: inout LabelGrid) -> [(object: MapSheet.Object, spot: Spot)] {
        let stretch = sheet.isSquare ? 1.0 : 2.0
        var points: [(object: MapSheet.Object, spot: Spot)] = []
        for object in sheet.objects where object.kind.isPoint {
            switch object.form {
            case .letter(let text):
                guard let letter = text.first else { continue }
                for (y, row) in sheet.rows.enumerated() {
                    for (x, character) in row.enumerated() where character == letter {
                        picture[x, y] = neighbour(x, y, in: picture)
                        points.append((object, Spot(x: Double(x) + 0.5, y: (Double(y) + 0.5) * stretch)))
                    }
                }
            case .tile(let row, let column, let rows, let columns):
                let middle = Spot(
                    x: Double(column - 1) + Double(columns) / 2,
                    y: (Double(row - 1) + Double(rows) / 2) * stretch
                )
                points.append((object, middle))
            case .area, .line: break
            }
        }
        return points
    }

    /// What most of the pieces around one are; a grid before water and roads.
    private static func neighbour(_ x: Int, _ y: Int, in picture: LabelGrid) -> Int32 {
        var counts: [Int32: Int] = [:]
        for dy in -1...1 {
            for dx in -1...1 where dx != 0 || dy != 0 {
                let label = picture.label(x + dx, y + dy)
                if label != 0 { counts[label, default: 0] += label > 0 ? 10 : 1 }
            }
        }
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    }
}
