package import Text

/// What must not stand in a ledger's texts (PRACTICE §2): something that looks like a phone number, an ID
/// number, a bank card or the door of a household. Contacts of residents have a table of their own.
///
/// Looks at figures and what stands around them, and checks what can be checked, so that document
/// numbers, 工单号, days and quantities pass: `PersonalDataTests` holds the table of both sides.
package struct PersonalData: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// 手机、电话
        case phone
        /// 身份证号
        case identity
        /// 银行卡号
        case card
        /// 门牌号, down to the room
        case door
    }

    package var kind: Kind
    /// As it was written.
    package var text: CleanText

    package init(kind: Kind, text: CleanText) {
        self.kind = kind
        self.text = text
    }

    /// The first thing in a text that looks personal.
    package static func first(in text: String) -> PersonalData? {
        guard isSuspicious(text.utf8) else { return nil }
        let scan = PersonalScan(text)
        guard let (kind, range) = scan.first() else { return nil }
        return PersonalData(kind: kind, text: CleanText(scan.text(range)))
    }

    /// A quick look at the bytes: seven figures that stand near each other, full-width ones, or figures
    /// beside a word of doors. Nearly every text ends here.
    private static func isSuspicious(_ text: String.UTF8View) -> Bool {
        text.withContiguousStorageIfAvailable { bytes in
            var figures = 0
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case 0x30...0x39:
                    figures += 1
                    if figures >= 7 { return true }
                case 0x20, 0x2D: continue
                case 0x23 where figures > 0: return true
                case 0xE5, 0xE6, 0xEF:
                    guard index + 2 < bytes.count else { return false }
                    let letter = Int(byte) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
                    if (0xEFBC90...0xEFBC99).contains(letter) { return true }
                    if figures > 0, PersonalData.afterFigures.contains(letter) { return true }
                    let isBeforeFigure = index + 3 < bytes.count && (0x30...0x39).contains(bytes[index + 3])
                    if isBeforeFigure, PersonalData.beforeFigures.contains(letter) { return true }
                    figures = 0
                default: figures = 0
                }
            }
            return false
        } ?? true
    }

    /// 号 弄 单 室 座 幢 栋 房
    private static let afterFigures: Set = [
        0xE58FB7, 0xE5BC84, 0xE58D95, 0xE5AEA4, 0xE5BAA7, 0xE5B9A2, 0xE6A08B, 0xE688BF,
    ]
    /// 元 楼 幢 栋
    private static let beforeFigures: Set = [0xE58583, 0xE6A5BC, 0xE5B9A2, 0xE6A08B]
}
