package import Ledger
import Text
package import Words

/// The register of slips (单据登记簿): one line each, void ones kept, in the order of their numbers.
package struct SlipRegister: Sendable {
    package struct Entry: Hashable, Sendable {
        package var matter: Matter
        /// Of the slip on its matter, from 1.
        package var place: Int
        package var slip: Slip
    }

    package let ledger: Ledger
    package let year: Int
    package private(set) var entries: [Entry]

    /// - Parameter ledger: holds the matters that have slips.
    package init(_ ledger: Ledger, year: Int) {
        self.ledger = ledger
        self.year = year
        entries = ledger.matters.values.flatMap { matter in
            matter.ladder.slips.enumerated().map { Entry(matter: matter, place: $0 + 1, slip: $1) }
        }
        .filter { ($0.slip.signed ?? $0.slip.drafted).year == year }
        .sorted { $0.order < $1.order }
    }

    package mutating func keep(where isKept: (Entry) -> Bool) { entries = entries.filter(isKept) }

    package static func columns(_ words: Words) -> [String] {
        words.language == .zh
            ? ["文号", "单据", "事项编号", "事项", "责任单位", "签发", "签发人", "答复期限", "送达", "签收", "回复", "备注"]
            : [
                "number", "kind", "matter", "title", "unit", "signed", "by", "answer by", "delivered", "received",
                "answered", "remark",
            ]
    }

    package func cells(_ entry: Entry, _ words: Words) -> [String] {
        let slip = entry.slip
        let unit = slip.face?.lead ?? entry.matter.lead
        let day = slip.signed ?? slip.drafted
        func short(_ day: Day?) -> String { day.map(words.short) ?? "" }
        return [
            words.number(slip), words.name(slip.kind), words.number(entry.matter), words.title(entry.matter),
            unit.flatMap { ledger.units[$0]?.shortName(on: day).string } ?? "", short(slip.signed),
            words.person(slip.signer, in: ledger), short(slip.answerBy), short(slip.delivered), short(slip.accepted),
            short(slip.answered), remark(slip, words),
        ]
    }

    private func remark(_ slip: Slip, _ words: Words) -> String {
        if let day = slip.voided {
            let reason = words.text(slip.voidReason)
            return words("\(words.short(day)) 作废：\(reason)", "void \(words.short(day)): \(reason)")
        }
        if slip.isDraft { return words("待签发", "to be signed") }
        if let promised = slip.reply?.promised {
            return words("承诺 \(words.short(promised)) 前办结", "promised by \(words.short(promised))")
        }
        return ""
    }
}

extension SlipRegister.Entry {
    /// By type, then by number; drafts last.
    fileprivate var order: (Int, Int, Int, Int) {
        let kind = Slip.Kind.allCases.firstIndex(of: slip.kind) ?? 0
        return (kind, slip.number?.serial ?? (slip.isDraft ? .max : .max - 1), matter.number.rawValue, place)
    }
}

extension Slip {
    /// Signed, and no answer yet.
    package var isUnanswered: Bool { isInForce && kind.isNumbered && reply == nil }
}
