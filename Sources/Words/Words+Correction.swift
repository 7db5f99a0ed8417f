import Ledger
import Text

extension Words {
    /// Which things a correction changed, each with the value before and after: 「时 5 个工作日（原 3 个工作日）」.
    func changed(_ after: Amendment, from before: Amendment? = nil, in ledger: Ledger) -> String {
        var parts: [String] = []
        func add<Value>(_ zh: String, _ en: String, _ path: KeyPath<Amendment, Value?>, _ say: (Value) -> String) {
            guard let value = after[keyPath: path] else { return }
            var text = self(zh, en) + " " + say(value)
            if let before {
                let old = before[keyPath: path].map(say) ?? ""
                let was = old.isEmpty ? self("无", "none") : old
                text += self("（原 \(was)）", " (was \(was))")
            }
            parts.append(text)
        }
        add("事项", "title", \.title) { text($0) }
        add("类别", "kind", \.kind) { name($0) }
        add("来源", "source", \.source) { name($0) }
        add("战役", "campaign", \.campaign) { campaign($0, in: ledger) }
        add("网格", "grid", \.grid) { grid($0, in: ledger) }
        add("牵头", "lead", \.lead) { unit($0, in: ledger) }
        add("责任领导", "leader", \.leader) { person($0, in: ledger) }
        add("人", "person", \.person) { person($0, in: ledger) }
        add("岗", "post", \.post) { $0.string }
        add("量", "quantity", \.quantities) { lines in
            lines.map { "\(amount($0.target)) \($0.unit)" }.joined(separator: self("、", ", "))
        }
        add("时", "limit", \.term) { name($0) }
        add("配合", "supporting", \.supports) { supports in
            supports.map { unit($0.unit, in: ledger) }.joined(separator: self("、", ", "))
        }
        add("签收时限", "sign by", \.signTerm) { name($0) }
        add("上级事项", "parent", \.parent) { String($0.rawValue) }
        add("来源文号", "source document", \.sourceDocument) { $0.string }
        add("备注", "remark", \.remark) { text($0) }
        return parts.joined(separator: self("，", ", "))
    }

    /// 「〔区城治函〔2026〕9号；附件：现场照片〕」: what the record points at.
    func references(_ event: Event) -> String {
        guard !event.references.isEmpty else { return "" }
        let texts = event.references.map { reference in
            reference.kind == .document
                ? reference.text.string : self("附件：", "attached: ") + reference.text.string
        }
        return self("［", "[") + texts.joined(separator: self("；", "; ")) + self("］", "]")
    }
}
