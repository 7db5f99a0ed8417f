import Ledger
import Text

/// Finds what must not stand in the ledger (PRACTICE §2) in a table from elsewhere. What a text may not
/// say is ``Ledger/PersonalData``'s to know, as for everything that is typed.
enum PersonalCells {
    /// Whether a column is there for what the ledger does not hold: phones, IDs, home addresses.
    static func isMeant(by header: String) -> Bool { headers.contains { header.contains($0) } }

    private static let headers = ["电话", "手机", "联系方式", "身份证", "证件号", "银行卡", "住址", "家庭地址", "门牌"]

    /// The first thing in a cell that looks like one of them.
    static func number(in text: String) -> String? { PersonalData.first(in: text)?.text.string }
}
