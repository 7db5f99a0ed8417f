import Journal
import Ledger
import Paper
import Supervision
import Text
import Words

/// The papers of the ladder, and the handover list, from the ledger.
struct SlipPrint {
    private let session: Session
    private var words: Words { session.words }

    init(_ session: Session) { self.session = session }

    /// A slip by its document number, or the latest one of a matter.
    func order(_ text: String, place: Int?) throws -> PaperPrint {
        let (number, found) = try slip(text, place)
        let set = try session.journal.load(.matters([number]))
        guard let matter = set.ledger.matters[number] else { throw Complaint.noSuchMatter(number) }
        guard matter.ladder.slips.indices.contains(found - 1) else {
            throw Complaint.refused(.noSuchSlip(found), set.ledger)
        }
        let paper = SlipPaper(found, of: matter, today: session.today)
        let name = "\(Words.chinese.name(paper.slip.kind))-\(paper.slip.number?.text ?? "未编号-\(number)")"
        guard paper.slip.kind != .circular else { return try circular(String(number.rawValue)) }
        return PaperPrint(paper.document(in: set.ledger, head: set.position.hash.description), name: name)
    }

    func register(_ text: String?) throws -> PaperPrint {
        let year = text.flatMap { Int($0) } ?? session.today.year
        let head = try session.journal.head().hash.description
        let register = try SlipRegister.load(session, year: year)
        return PaperPrint(register.document(today: session.today, head: head), name: "单据登记簿-\(year)")
    }

    func circular(_ text: String) throws -> PaperPrint {
        let numbers = try TypedNumber.list(text).map(\.number)
        let set = try session.journal.load(.matters(numbers))
        for number in numbers where set.ledger.matters[number] == nil { throw Complaint.noSuchMatter(number) }
        let matters = numbers.compactMap { set.ledger.matters[$0] }
        let paper = CircularPaper(matters, in: set.ledger, at: session.now)
        guard paper.count == matters.count else { throw Complaint.refused(.circularNotOverdue, set.ledger) }
        let name = "通报稿-\(session.today.iso)"
        return PaperPrint(paper.document(head: set.position.hash.description), name: name)
    }

    func handover(_ from: String, to: String?) throws -> PaperPrint {
        let finder = NameFinder(session)
        let old = try finder.person(from)
        let new = try to.map { try finder.person($0, home: old.unit) }
        var query = Query(order: .number)
        query.people = [old.id]
        let set = try session.journal.load(.matching(query))
        let list = HandoverList(of: old.id, to: new?.id, in: set.ledger, at: session.now)
        let head = set.position.hash.description
        return PaperPrint(list.document(head: head), name: "交接清单-\(old.name.string)-\(session.today.iso)")
    }

    // MARK: Which slip

    /// 望街催〔2026〕31号, 催[2026]31, or the number of a matter.
    private func slip(_ text: String, _ place: Int?) throws -> (MatterNumber, Int) {
        guard let wanted = SlipPrint.document(text) else {
            let typed = try TypedNumber.single(text)
            let ledger = try session.journal.load(.matters([typed.number])).ledger
            let matter = try MatterFinder(session).check(typed, in: ledger)
            return (matter.number, place ?? max(1, matter.ladder.slips.count))
        }
        let register = try SlipRegister.load(session, year: wanted.year)
        let found = register.entries.filter { entry in
            guard let number = entry.slip.number else { return false }
            return number.serial == wanted.serial && number.prefix.string.hasSuffix(wanted.prefix)
        }
        guard found.count == 1 else { throw Complaint.refused(.noSuchSlip(1), register.ledger) }
        return (found[0].matter.number, found[0].place)
    }

    /// Any brackets do; 号 may be left out.
    static func document(_ text: String) -> (prefix: String, year: Int, serial: Int)? {
        let parts = CleanText(text).string.split { "〔〕[]（）()【】".contains($0) }.map(String.init)
        guard parts.count == 3, let year = Int(parts[1]) else { return nil }
        let serial = parts[2].hasSuffix("号") ? String(parts[2].dropLast()) : parts[2]
        return Int(serial).map { (parts[0], year, $0) }
    }
}
