/// A distance on paper, in whole twips (1/20 point; A4 is 16,838 by 11,906).
///
/// Whole numbers, so that a layout is the same on every machine and two of them can be compared;
/// fine enough that half an em of 小五 to 初号 is exact.
public struct Length: Sendable, Hashable, Comparable, Codable, AdditiveArithmetic {
    public var twips: Int

    public init(twips: Int) { self.twips = twips }

    public static let zero = Length(twips: 0)

    public static func points(_ points: Int) -> Length { Length(twips: points * 20) }

    /// Rounded to the nearest twip.
    public static func millimetres(_ millimetres: Int) -> Length {
        // 1 mm is 1440/25.4 = 7200/127 twips.
        Length(twips: (millimetres * 7200 * 2 + 127) / 254)
    }

    /// In PostScript points (1/72 inch), what PDF and CSS count in.
    public var points: Double { Double(twips) / 20 }

    public static func < (left: Length, right: Length) -> Bool { left.twips < right.twips }
    public static func + (left: Length, right: Length) -> Length { Length(twips: left.twips + right.twips) }
    public static func - (left: Length, right: Length) -> Length { Length(twips: left.twips - right.twips) }
    public static func * (left: Length, right: Int) -> Length { Length(twips: left.twips * right) }
    public static func / (left: Length, right: Int) -> Length { Length(twips: left.twips / right) }

    public init(from decoder: any Decoder) throws {
        twips = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(twips)
    }
}

/// The sheet.
public struct Sheet: Sendable, Hashable, Codable {
    public var width: Length
    public var height: Length

    public init(width: Length, height: Length) {
        self.width = width
        self.height = height
    }

    public static let a4Portrait = Sheet(width: .millimetres(210), height: .millimetres(297))
    public static let a4Landscape = Sheet(width: .millimetres(297), height: .millimetres(210))

    public var isLandscape: Bool { width > height }
}

/// The empty edge of a sheet. The running head and foot stand inside it.
public struct Margins: Sendable, Hashable {
    public var top: Length
    public var left: Length
    public var bottom: Length
    public var right: Length

    public init(top: Length, left: Length, bottom: Length, right: Length) {
        self.top = top
        self.left = left
        self.bottom = bottom
        self.right = right
    }

    /// Room to bind at the top, as a list in landscape is bound.
    public static let list = Margins(
        top: .millimetres(18),
        left: .millimetres(14),
        bottom: .millimetres(18),
        right: .millimetres(14)
    )
}
