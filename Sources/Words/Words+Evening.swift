package import Ledger
package import Supervision
import Text

// 当日清点: its items, its close, and the list of the next morning.

extension Words {
    package var spokenToConfirm: String { self("口头交办待确认", "by word of mouth, to confirm") }
    package var eveningTitle: String { self("当日清点", "Evening count") }

    /// 「待答复」, 「已过夜：在书记处 2 夜，共 3 夜，待答复」, 「有措施，…」.
    package func sentence(_ item: Evening.Item, seenFrom today: Day, in ledger: Ledger) -> String {
        switch item.state {
        case .owed:
            item.nights.total == 0
                ? self("待答复", "to be answered")
                : self("已过夜 \(nights(item.nights))，待答复", "\(nights(item.nights)) over night; to be answered")
        case .promised(let answer):
            self("承诺今日：", "promised for today: ")
                + self.answer(answer.kind, answer.text, answer.terms, seenFrom: today, in: ledger)
        case .answered(let answer): self.answer(answer.kind, answer.text, answer.terms, seenFrom: today, in: ledger)
        }
    }

    /// The same where there is little room: the nights of all levels together.
    package func brief(_ item: Evening.Item, seenFrom today: Day, in ledger: Ledger) -> String {
        guard item.state == .owed, item.nights.total > 0 else { return sentence(item, seenFrom: today, in: ledger) }
        return self("已过夜 \(nights(item.nights.total))，待答复", "\(nights(item.nights.total)), to be answered")
    }

    /// 「18:12 温如许 清点毕：清点 9 件，已有答复 7 件，留过夜 2 件」
    package func closed(_ closed: EveningClosed, in ledger: Ledger) -> String {
        let who = signature(closed.signature, in: ledger)
        let when = time(closed.moment, ledger.offset)
        return self("\(when) \(who) 清点毕：", "\(when) closed by \(who): ") + sentence(closed.count)
    }

    /// What stands on the list of the next working day, in its order.
    package func sections(_ list: Tomorrow) -> [(title: String, numbers: [MatterNumber])] {
        [
            (fromDutyDesk, list.handedOver), (overNight, list.overNight), (self("到期", "due"), list.due),
            (self("承诺到期", "promised"), list.promised), (self("须跟踪", "to track"), list.track),
        ]
    }

    /// 「问8 荷塘幼儿园门口占道停车（荷塘社区 唐予宁）」
    package func head(_ matter: Matter, in ledger: Ledger) -> String {
        let who = [unit(matter.lead, in: ledger), person(matter.person, in: ledger)].filter { !$0.isEmpty }
        return "\(number(matter)) \(title(matter))"
            + (who.isEmpty ? "" : self("（", " (") + who.joined(separator: " ") + self("）", ")"))
    }

    /// What the morning's list holds beside the duties of matters, a section each with an empty line before it.
    package func lines(_ morning: Morning, seenFrom today: Day, in ledger: Ledger) -> [String] {
        var lines: [String] = []
        func section(_ title: String, _ items: [String]) {
            guard !items.isEmpty else { return }
            lines += ["", self("\(title) \(items.count) 项", "\(title): \(items.count)")] + items.map { "  " + $0 }
        }
        section(
            self("今日会议", "meetings"),
            morning.meetings.compactMap { ledger.diary.meetings[$0] }.map { meeting in
                time(minute: meeting.minute ?? meeting.kind.usualMinute) + " " + title(meeting, in: ledger)
            } + morning.expected.map { sentence($0, on: today, in: ledger) }
        )
        section(
            spokenToConfirm,
            morning.spoken.compactMap { ledger.matters[$0] }.map { matter in
                let day = short(matter.registered, seenFrom: today)
                return joined(
                    head(matter, in: ledger),
                    self("\(day) 交办", "given on \(day)"),
                    person(matter.leader, in: ledger),
                    name(matter.stage)
                )
            }
        )
        section(
            self("常规职责", "recurring duties"),
            morning.routines.map { turn in
                let name = ledger.diary.routines[turn.routine]?.name.string ?? ""
                return "\(letter(turn.mark)) \(name)" + self("：", ": ") + mark(turn, seenFrom: today)
            }
        )
        section(
            self("应开下一期", "next turn to open"),
            morning.turns.compactMap { ledger.matters[$0] }.map { matter in
                joined(head(matter, in: ledger), turns(matter))
            }
        )
        section(
            self("承诺到期", "promised"),
            morning.promised.compactMap { ledger.matters[$0] }.map { matter in
                guard let answer = matter.standingAnswer else { return head(matter, in: ledger) }
                return head(matter, in: ledger) + self("：", ": ")
                    + self.answer(answer.kind, answer.text, answer.terms, seenFrom: today, in: ledger)
            }
        )
        return lines
    }

    /// 「今日：登记 3，办结 5（逾期办结 1），应跟踪 9、已跟踪 8；问题和急件：答复 4，交值班 1，留 2；决定 1」
    package func sentence(_ facts: DayFacts) -> String {
        self(
            "今日：登记 \(facts.registered)，办结 \(facts.settled)（其中逾期办结 \(facts.settledLate)），应跟踪 \(facts.owedTracks)、已跟踪 \(facts.tracked)；问题和急件答复 \(facts.answered)，交值班 \(facts.handed)，待答复 \(facts.unanswered)；决定 \(facts.decided)",
            "today: registered \(facts.registered), settled \(facts.settled) (late \(facts.settledLate)), to track \(facts.owedTracks), tracked \(facts.tracked); problems answered \(facts.answered), with the duty desk \(facts.handed), unanswered \(facts.unanswered); decided \(facts.decided)"
        )
    }
}
