package import Ledger
import Text

// The office's own day: meetings, recurring duties, 会审, the evening count.

extension Words {
    // MARK: Names

    package func name(_ kind: MeetingKind) -> String {
        switch kind {
        case .early: self("早会", "early meeting")
        case .late: self("晚会", "late meeting")
        case .weekly: self("周例会", "weekly meeting")
        case .special: self("专题会", "special meeting")
        }
    }

    package func name(_ rhythm: MeetingRhythm) -> String {
        switch rhythm {
        case .none: self("不定", "none")
        case .weekly: self("每周", "weekly")
        case .earlyAndLate: self("早晚", "early and late")
        case .daily: self("每日", "daily")
        }
    }

    /// 「11-20 环湖片区土地整备指挥部早会」
    package func title(_ meeting: Meeting, in ledger: Ledger) -> String {
        let body = meeting.campaign.map { self("\(campaign($0, in: ledger))指挥部", campaign($0, in: ledger) + " ") } ?? ""
        return body + (meeting.title?.string ?? name(meeting.kind))
    }

    func meeting(_ id: MeetingID?, in ledger: Ledger) -> String? {
        id.flatMap { ledger.diary.meetings[$0] }.map { "\(short($0.day)) \(title($0, in: ledger))" }
    }

    package func name(_ rest: RestDay) -> String {
        switch rest {
        case .before: self("遇休息日提前", "before a rest day")
        case .after: self("遇休息日顺延", "after a rest day")
        case .same: self("休息日照常", "on rest days too")
        case .skip: self("遇休息日免", "not on rest days")
        }
    }

    package func name(_ verdict: JointReview.Verdict) -> String {
        switch verdict {
        case .agree: self("同意", "agrees")
        case .amend: self("修改后同意", "agrees with changes")
        case .object: self("不同意", "does not agree")
        }
    }

    func dailyName(_ fact: Fact.Kind) -> String {
        switch fact {
        case .ruled: self("决定", "decided")
        case .meetingPlanned: self("定会", "meeting planned")
        case .meetingBegan: self("开会", "meeting began")
        case .meetingTurned: self("会上议到", "meeting turned to")
        case .meetingNoted: self("会上记录", "said in the meeting")
        case .topicAdded: self("列入议程", "put on the agenda")
        case .meetingEnded: self("散会", "meeting ended")
        case .meetingCancelled: self("取消会议", "meeting called off")
        case .routineAdded: self("增常规职责", "duty added")
        case .routineTicked: self("勾职责", "duty done")
        case .routineEnded: self("停职责", "duty ended")
        case .eveningCounted: self("当日清点", "evening count")
        case .reviewOpened: self("送会审", "sent for review")
        case .reviewAnswered: self("会审意见", "review answered")
        default: ""
        }
    }

    // MARK: What happened

    func daily(_ fact: Fact, seenFrom today: Day, in ledger: Ledger) -> String {
        switch fact {
        case .ruled(let ruling): self.ruling(ruling, seenFrom: today, in: ledger)
        case .meetingPlanned(let meeting): "\(short(meeting.day, seenFrom: today)) \(title(meeting, in: ledger))"
        case .meetingBegan(let mark), .meetingEnded(let mark), .meetingCancelled(let mark):
            joined(meeting(mark.meeting, in: ledger) ?? "", mark.text.map { text($0) } ?? "")
        case .meetingTurned(let turn): turn.matter.map { number($0, in: ledger) } ?? ""
        case .meetingNoted(let note): text(note.text)
        case .topicAdded(let added):
            joined(added.topic.matter.map { number($0, in: ledger) } ?? "", text(added.topic.text))
        case .routineAdded(let routine): joined(routine.name.string, name(routine.cycle))
        case .routineTicked(let tick):
            joined(
                ledger.diary.routines[tick.routine]?.name.string ?? "",
                short(tick.due, seenFrom: today),
                text(tick.text)
            )
        case .routineEnded(let end): ledger.diary.routines[end.routine]?.name.string ?? ""
        case .eveningCounted(let count): sentence(count)
        case .reviewOpened(let opening):
            joined(
                self("第 \(opening.version) 稿", "version \(opening.version)"),
                text(opening.document),
                opening.reviewers.map { unit($0, in: ledger) }.joined(separator: self("、", ", "))
            )
        case .reviewAnswered(let opinion):
            joined(
                unit(opinion.unit, in: ledger),
                self("第 \(opinion.version) 稿", "version \(opinion.version)"),
                name(opinion.verdict),
                text(opinion.text)
            )
        default: ""
        }
    }

    /// 「清点 9 件，已答复 7 件，交值班 1 件，过夜 2 件」
    package func sentence(_ count: EveningCount) -> String {
        let answered = count.asked.count - count.left.count
        let handed =
            count.handed.isEmpty
            ? "" : self("，其中交值班 \(count.handed.count) 件", ", \(count.handed.count) of them to the duty desk")
        return self(
            "清点 \(count.asked.count) 件，已有答复 \(answered) 件\(handed)，留过夜 \(count.left.count) 件",
            "\(count.asked.count) gone through, \(answered) answered\(handed), \(count.left.count) left over night"
        )
    }
}
