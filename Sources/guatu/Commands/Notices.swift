import Journal
import Ledger
import Text
import Words

/// What the program says about something it has recorded, for the person typing to think about. Never a refusal.
struct Notices {
    private let session: Session
    private var words: Words { session.words }

    init(_ session: Session) { self.session = session }

    /// Reported or settled with less done than was to be done (量未满).
    func short(_ before: Matter) throws -> String? {
        guard before.quantities.contains(where: { $0.done < $0.target }),
            let matter = try session.journal.load(.matters([before.number])).ledger.matters[before.number]
        else { return nil }
        let short = matter.statedQuantities.filter { $0.done < $0.target }
        guard !short.isEmpty else { return nil }
        let figures = short.map { ($0.group.isEmpty ? "" : $0.group + " ") + words.quantity($0) }
            .joined(separator: words("、", ", "))
        return words(
            "量未满：\(figures)；已做完的请补报进度，不再做的请写明。",
            "Less is done than was to be done: \(figures). Report the figure, or say why no more is done."
        )
    }

    /// The lead was put right, and whoever has the matter is of the unit it was.
    func personElsewhere(_ before: Matter) throws -> String? {
        guard before.person != nil else { return nil }
        let ledger = try session.journal.load(.matters([before.number])).ledger
        guard let matter = ledger.matters[before.number], matter.lead != before.lead, let lead = matter.lead,
            let id = matter.person, let person = ledger.people[id],
            person.unit == before.lead, !ledger.isUnit(person.unit, within: lead)
        else { return nil }
        let name = words.person(id, in: ledger)
        return words(
            "责任人\(name)是\(words.unit(person.unit, in: ledger))的，请一并更正：guatu set \(matter.number) --person 姓名",
            "\(name) is of \(words.unit(person.unit, in: ledger)); name somebody else: guatu set \(matter.number) --person NAME"
        )
    }

    /// 报进度 is cumulative: who reports after somebody else on the same day says whether theirs is contained
    /// (PRACTICE §2): what was added may be, and a smaller total takes something back.
    func reportedToday(_ receipt: Receipt, of matter: Matter, isAddition: Bool) throws -> String? {
        for record in receipt.records where record.event.matter == matter.number {
            guard case .tracked(let track) = record.event.fact, let measure = track.measures.first else { continue }
            let earlier = try session.journal.history(of: matter.number).last { earlier in
                earlier.number < record.number && earlier.event.day == record.event.day
                    && earlier.event.total(ofLine: measure.line) != nil
            }
            guard let earlier, let total = earlier.event.total(ofLine: measure.line),
                earlier.event.signature.speaker != record.event.signature.speaker,
                measure.from == total, isAddition || measure.to < measure.from
            else { continue }
            return try sentence(measure, of: matter, after: earlier, total)
        }
        return nil
    }

    private func sentence(
        _ measure: Track.Measure,
        of matter: Matter,
        after earlier: Record,
        _ total: Amount
    ) throws -> String {
        let ledger = try session.journal.load(.reference).ledger
        let signature = earlier.event.signature
        let name =
            signature.behalf.map { $0.person.map { words.person($0, in: ledger) } ?? words.unit($0.unit, in: ledger) }
            ?? words.person(signature.person, in: ledger)
        let time = words.time(earlier.event.recorded, ledger.offset)
        let unit = matter.quantities.indices.contains(measure.line) ? matter.quantities[measure.line].unit : ""
        let added = words.amount(measure.to - measure.from)
        let whole = words.amount(total)
        return words(
            "\(name) \(time) 已报累计 \(whole)，你报的 \(added) \(unit)是否在内？在内的请更正：guatu track \(matter.number) 更正 --done \(whole)",
            "\(name) reported \(whole) in all at \(time): are your \(added) \(unit) among them? If so: guatu track \(matter.number) corrected --done \(whole)"
        )
    }
}

extension Event {
    /// What a track says was done in all of a line of the quantity.
    fileprivate func total(ofLine line: Int) -> Amount? {
        guard case .tracked(let track) = fact else { return nil }
        return track.measures.last { $0.line == line }?.to
    }
}

extension Signature {
    fileprivate struct Speaker: Equatable {
        var person: PersonID?
        var unit: UnitID?
    }

    /// Whose word it is.
    fileprivate var speaker: Speaker {
        behalf.map { Speaker(person: $0.person, unit: $0.unit) } ?? Speaker(person: person, unit: nil)
    }
}
