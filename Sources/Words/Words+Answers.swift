package import Ledger
package import Supervision
import Text

// Answers, nights and decisions (PRACTICE §4).

extension Words {
    // MARK: Nights

    /// 「3 夜」, and once it was sent up 「在书记处 2 夜，共 3 夜」; all of them there, 「在书记处 3 夜」.
    package func nights(_ nights: Nights) -> String {
        guard let level = nights.level else { return self.nights(nights.total) }
        if nights.atLevel == nights.total {
            return self("\(place(level)) \(nights.total) 夜", "\(self.nights(nights.total)) \(place(level))")
        }
        return self(
            "\(place(level)) \(nights.atLevel) 夜，共 \(nights.total) 夜",
            "\(self.nights(nights.atLevel)) with \(name(level)), \(nights.total) in all"
        )
    }

    /// In a column: 「书记 2 夜，共 3 夜」.
    package func nightsShort(_ nights: Nights) -> String {
        guard let level = nights.level else { return self.nights(nights.total) }
        return self(
            "\(decider(level)) \(nights.atLevel) 夜，共 \(nights.total) 夜",
            "\(decider(level)) \(nights.atLevel) of \(nights.total) nights"
        )
    }

    /// Why it is on the list: 「过夜 3 夜，尚无答复、决定或提交上级研究」.
    package func sentence(_ nights: Nights) -> String {
        guard let level = nights.level else {
            return self(
                "过夜 \(nights.total) 夜，尚无答复、决定或提交上级研究",
                "\(nights.total) nights without an answer, a decision or being sent up"
            )
        }
        return self(
            "过夜：\(self.nights(nights))，待\(name(level))决定",
            "over night: \(self.nights(nights)); \(name(level)) has to decide"
        )
    }

    /// 「在书记处」
    package func place(_ level: DecisionLevel) -> String {
        switch level {
        case .community: self("在社区党委", "with the community")
        case .viceLeader: self("在分管领导处", "with the leader in charge")
        case .secretary: self("在书记处", "with the secretary")
        case .headquarters: self("在指挥部", "with the headquarters")
        case .committee: self("在党工委会", "with the committee")
        }
    }

    /// What is done with it there: 「提交书记研究」.
    package func sendUp(_ level: DecisionLevel) -> String {
        switch level {
        case .community: self("提交社区党委研究", "sent to the community")
        case .viceLeader: self("提交分管领导研究", "sent to the leader in charge")
        case .secretary: self("提交书记研究", "sent to the secretary")
        case .headquarters: self("提交指挥部集体研究", "sent to the headquarters")
        case .committee: self("提交党工委会研究", "sent to the committee")
        }
    }

    package var fromDutyDesk: String { self("值班交来", "from duty") }

    /// 「值班交来：11-20 已抽水，须再答复」
    func handedOver(_ answer: Answer) -> String {
        self(
            "值班交来：\(short(answer.day)) 交值班「\(text(answer.text))」，须接回答复",
            "handed to the duty desk on \(short(answer.day)): \(text(answer.text)); needs an answer again"
        )
    }

    // MARK: Answers

    /// 「有措施，先围挡，贺知远，11-24 前」, 「提交书记研究，继承口径，须上会」, 「交值班，顾长河，0571-…」
    package func answer(
        _ kind: AnswerKind,
        _ prose: Prose,
        _ terms: Commitment?,
        seenFrom today: Day,
        in ledger: Ledger
    ) -> String {
        let terms = terms ?? Commitment()
        let head = kind == .sentUp ? terms.level.map(sendUp) ?? name(kind) : name(kind)
        return joined(
            head,
            text(prose),
            person(terms.person, in: ledger),
            terms.due.map { self("\(short($0, seenFrom: today)) 前", "by \(short($0, seenFrom: today))") } ?? "",
            terms.phone.map { self("电话 \($0.string)", "telephone \($0.string)") } ?? "",
            terms.needsMeeting ?? false ? mustMeet : ""
        )
    }

    package var mustMeet: String { self("须上会", "needs a meeting") }

    func name(_ part: AnswerPart) -> String {
        switch part {
        case .person: self("责任人", "the person")
        case .day: self("日期", "the day")
        case .level: self("提交哪一级", "to which level")
        case .leader: self("带班领导", "the leader on duty")
        case .phone: self("值班电话", "the duty telephone")
        }
    }

    // MARK: Decisions

    package func name(_ way: RulingWay) -> String {
        switch way {
        case .instruction: self("批示", "instruction")
        case .meeting: self("会议", "meeting")
        }
    }

    /// 「书记、主任决定（批示）：先行放款，落实为 督231（沈南枝 11-27 前）」, or 「不需落实」.
    package func ruling(_ ruling: Ruling, seenFrom today: Day, in ledger: Ledger) -> String {
        let levels = ruling.levels.map(name).joined(separator: self("、", ", "))
        let way = ruling.meetingName.map(\.string) ?? meeting(ruling.meeting, in: ledger) ?? name(ruling.way)
        let who = person(ruling.person, in: ledger)
        let carrier = who.isEmpty ? unit(ruling.unit, in: ledger) : who
        let due = ruling.due.map { self("\(short($0, seenFrom: today)) 前", "by \(short($0, seenFrom: today))") } ?? ""
        let made = ruling.made.map { number($0, in: ledger) }.joined(separator: self("、", ", "))
        let carried =
            ruling.made.isEmpty
            ? self("不需落实", "nothing to carry out")
            : self("落实事项 \(made)", "to be carried out as \(made)") + bracketed([carrier, due])
        return self(
            "\(levels)（\(way)）：\(text(ruling.conclusion))；\(carried)",
            "\(levels) (\(way)): \(text(ruling.conclusion)); \(carried)"
        )
    }

    private func bracketed(_ parts: [String]) -> String {
        let parts = parts.filter { !$0.isEmpty }
        return parts.isEmpty ? "" : self("（", " (") + parts.joined(separator: " ") + self("）", ")")
    }

    /// 「11-20 提交书记研究：继承口径；在书记处 2 夜，共 3 夜，须上会」
    package func sentence(_ pending: PendingDecision) -> String {
        let nights = pending.nights.atLevel > 0 ? self("；", "; ") + self.nights(pending.nights) : ""
        let meeting = pending.needsMeeting ? self("，", ", ") + mustMeet : ""
        return "\(short(pending.since)) \(sendUp(pending.level))" + self("：", ": ") + text(pending.text) + nights
            + meeting
    }

    /// Whose word it waits for, in a column: 「书记」.
    package func decider(_ level: DecisionLevel) -> String {
        switch level {
        case .community: self("社区", "community")
        case .viceLeader: self("分管", "leader")
        case .secretary: self("书记", "secretary")
        case .headquarters: self("指挥部", "headquarters")
        case .committee: self("党工委", "committee")
        }
    }

    /// 「待书记、主任决定」
    package func pending(_ level: DecisionLevel) -> String {
        self("待\(name(level))决定", "waits for \(name(level))")
    }
}
