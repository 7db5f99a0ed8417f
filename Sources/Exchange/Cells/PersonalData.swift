/// Finds what must not stand in the ledger (PRACTICE §2): mobile phone, ID and bank card numbers.
///
/// Looks at runs of digits alone, so it is quick, and checks what can be checked, so that the number
/// of a document is not taken for a card.
enum PersonalData {
    /// Whether a column is there for what the ledger does not hold: phones, IDs, home addresses.
    static func isMeant(by header: String) -> Bool { headers.contains { header.contains($0) } }

    private static let headers = ["电话", "手机", "联系方式", "身份证", "证件号", "银行卡", "住址", "家庭地址", "门牌"]

    /// The first number that looks like one of them.
    static func number(in text: String) -> Substring? {
        guard text.utf8.count >= 11 else { return nil }
        let bytes = text.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard isDigit(bytes[index]) else {
                index = bytes.index(after: index)
                continue
            }
            let start = index
            while index < bytes.endIndex, isDigit(bytes[index]) { index = bytes.index(after: index) }
            let endsInX = index < bytes.endIndex && bytes[index] | 0x20 == UInt8(ascii: "x")
            if isPersonal(bytes[start..<index].map { $0 - 48 }, endsInX: endsInX) { return text[start..<index] }
        }
        return nil
    }

    private static func isPersonal(_ digits: [UInt8], endsInX: Bool) -> Bool {
        switch digits.count {
        case 11: digits[0] == 1 && digits[1] >= 3
        case 17: endsInX && hasBirthday(digits)
        case 18: hasBirthday(digits)
        case 16, 19: hasCheckDigit(digits)
        default: false
        }
    }

    /// Digits 7 to 14 of an ID number are a day of birth.
    private static func hasBirthday(_ digits: [UInt8]) -> Bool {
        let century = digits[6] * 10 + digits[7]
        let month = digits[10] * 10 + digits[11]
        let day = digits[12] * 10 + digits[13]
        return (century == 19 || century == 20) && (1...12).contains(month) && (1...31).contains(day)
    }

    /// The check digit of bank cards (Luhn).
    private static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element) * (digit.offset % 2 == 0 ? 1 : 2)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
