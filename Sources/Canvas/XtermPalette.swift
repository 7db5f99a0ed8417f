import Glibc

/// The colours of xterm's palette, and which of them is nearest to a colour.
package enum XtermPalette {
    /// What an index of the palette of 256 looks like. The first sixteen are each terminal's own; these are xterm's.
    package static func rgb(_ index: UInt8) -> UInt32 {
        switch index {
        case ..<16: return sixteen[Int(index)]
        case 232...:
            let grey = 8 + 10 * UInt32(index - 232)
            return grey << 16 | grey << 8 | grey
        default:
            let place = UInt32(index - 16)
            func step(_ value: UInt32) -> UInt32 { value == 0 ? 0 : 55 + 40 * value }
            return step(place / 36) << 16 | step(place / 6 % 6) << 8 | step(place % 6)
        }
    }

    /// Of the 240 that look the same everywhere.
    package static func nearest(_ rgb: UInt32) -> UInt8 {
        (16...255).min { distance(XtermPalette.rgb($0), rgb) < distance(XtermPalette.rgb($1), rgb) } ?? 16
    }

    /// Of the sixteen; nil, the terminal's own, for what is nearly grey, which could vanish on its ground.
    package static func nearestOfSixteen(_ rgb: UInt32) -> UInt32? {
        let parts = channels(rgb)
        guard (parts.max() ?? 0) - (parts.min() ?? 0) > 48 else { return nil }
        let hues: [UInt8] = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14]
        return hues.min { distance(XtermPalette.rgb($0), rgb) < distance(XtermPalette.rgb($1), rgb) }.map(UInt32.init)
    }

    /// Relative luminance as WCAG 2 defines it.
    package static func luminance(_ rgb: UInt32) -> Double {
        let linear = channels(rgb).map { value in
            let part = Double(value) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private static func channels(_ rgb: UInt32) -> [Int] {
        [Int(rgb >> 16 & 0xFF), Int(rgb >> 8 & 0xFF), Int(rgb & 0xFF)]
    }

    /// Weighted by how the eye sees: the "redmean" of https://www.compuphase.com/cmetric.htm.
    private static func distance(_ left: UInt32, _ right: UInt32) -> Int {
        let (one, other) = (channels(left), channels(right))
        let mean = (one[0] + other[0]) / 2
        let (red, green, blue) = (one[0] - other[0], one[1] - other[1], one[2] - other[2])
        return ((512 + mean) * red * red) >> 8 + 4 * green * green + ((767 - mean) * blue * blue) >> 8
    }

    private static let sixteen: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
}
