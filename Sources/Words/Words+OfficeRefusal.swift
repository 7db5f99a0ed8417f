import Ledger
import Text

extension Words {
    func sentence(_ refusal: DailyRefusal, in ledger: Ledger) -> String {
        func units(_ ids: [UnitID]) -> String { ids.map { unit($0, in: ledger) }.joined(separator: self("、", ", ")) }
        func routine(_ id: RoutineID) -> String { ledger.diary.routines[id]?.name.string ?? "\(id)" }
        switch refusal {
        case .answerLacks(let kind, let parts):
            return self(
                "「\(name(kind))」须写明\(parts.map(name).joined(separator: "、"))；「正在协调」不算答复。",
                "“\(name(kind))” must name \(parts.map(name).joined(separator: ", ")); “being coordinated” is no answer."
            )
        case .dutyOnlyBeforeRest(let next):
            return self(
                "明天上班，不能交值班；下一次可以交值班是 \(short(next))（\(weekday(next))）。",
                "Tomorrow is a working day; the next evening to hand over to the duty desk is \(short(next))."
            )
        case .decidedByRuling:
            return self(
                "决定须写明由谁落实、何时完成，或「不需落实」：请用「决定」（guatu decide）记录。",
                "A decision says who carries it out by when, or that nothing has to be: record it with guatu decide."
            )
        case .needsLevel:
            let levels = DecisionLevel.allCases.map(name).joined(separator: self("；", "; "))
            return self("请写明由哪一级决定：\(levels)。", "Say which level decided: \(levels).")
        case .levelTooLow(let pending):
            return self(
                "已提交\(name(pending))，须由\(name(pending))或更高一级决定。",
                "It was sent up to \(name(pending)), who or above whom it is decided."
            )
        case .mustGoToMeeting:
            return self("该事项须上会，不能由一人批示决定。", "This matter needs a meeting; no single person may decide it.")
        case .decidesTogether(let level):
            return self("\(name(level))须经会议决定，不能批示；请写明是哪次会议。", "\(name(level)) decides in a meeting; say which.")
        case .needsDecider(let level):
            return self(
                "请写明由哪位\(name(level))决定、以什么方式告知（经手人和方式）。",
                "Say which \(name(level)) decided and how the word came."
            )
        case .notDecider(let person, let level):
            return self(
                "\(self.person(person, in: ledger))不是\(name(level))，不能作这一级的决定。",
                "\(self.person(person, in: ledger)) does not decide for \(name(level))."
            )
        case .needsMeetingName: return self("会议决定请写明会议名称。", "Name the meeting that decided.")
        case .needsFollowUp:
            return self(
                "决定须落实为事项（何人、何事、何时完成），或写明「不需落实」。",
                "A decision makes a matter (who, what, by when) or says that nothing has to be done."
            )
        case .followUpMissing(let place, let fixed):
            return self(
                "第 \(place) 项落实事项四定不全：\(missing(fixed))。",
                "Matter \(place) of the decision lacks: \(missing(fixed))."
            )
        case .followUpWithoutLead(let place):
            return self("第 \(place) 项落实事项没有牵头单位。", "Matter \(place) of the decision has no lead unit.")
        case .noSuchMeeting(let id):
            return self(
                "近期没有第 \(id) 号会议；更早的请用 --as-of 查看当日。",
                "There is no recent meeting \(id); for an older one look at its day with --as-of."
            )
        case .meetingNotBegun(let id): return self("第 \(id) 号会议还没有开始。", "Meeting \(id) has not begun.")
        case .meetingOver(let id): return self("第 \(id) 号会议已经散会。", "Meeting \(id) is over.")
        case .meetingBegan(let id): return self("第 \(id) 号会议已经开始。", "Meeting \(id) has begun.")
        case .meetingCancelled(let id): return self("第 \(id) 号会议已取消。", "Meeting \(id) was called off.")
        case .meetingHasEntries(let id):
            return self(
                "第 \(id) 号会议已有记录或决定，不能取消；散会用 guatu meeting end。",
                "Something was noted or decided in meeting \(id): it cannot be called off. End it with guatu meeting end."
            )
        case .meetingPlanned(let id, let day):
            return self(
                "\(short(day)) 已有同样的会议（第 \(id) 号）。",
                "The same meeting is planned for \(short(day)) already (\(id))."
            )
        case .meetingInPast(let day):
            return self(
                "会议日期 \(short(day)) 已过，只能通知今天和以后的会；已开过的会写进 会议.csv，用 guatu import 补录。",
                "\(short(day)) has passed: meetings are announced for today or later. One that was held is taken in from 会议.csv by guatu import."
            )
        case .emptyNote: return self("请写明内容。", "Words are needed.")
        case .noSuchRoutine(let id): return self("没有第 \(id) 项常规职责。", "There is no recurring duty \(id).")
        case .routineNotDue(let id, let day, let before, let after):
            let near = [before, after].compactMap { $0.map(short) }.joined(separator: self("、", ", "))
            return self(
                "「\(routine(id))」\(short(day)) 不需办\(near.isEmpty ? "" : "；临近应办日：\(near)")。",
                "“\(routine(id))” is not due on \(short(day))\(near.isEmpty ? "" : "; near it: \(near)")."
            )
        case .routineTicked(let id, let due, let day):
            return self(
                "「\(routine(id))」\(short(due)) 的已于 \(short(day)) 勾过。",
                "“\(routine(id))” of \(short(due)) was done on \(short(day))."
            )
        case .routineEnded(let id, let day):
            return self("「\(routine(id))」已于 \(short(day)) 停办。", "“\(routine(id))” ended on \(short(day)).")
        case .routineAhead(let due): return self("\(short(due)) 还没有到。", "\(short(due)) has not come yet.")
        case .noReview: return self("该事项没有送会审。", "The matter was not sent for review.")
        case .needsReviewers: return self("请写明送哪些单位会审。", "Say which units review it.")
        case .notReviewer(let id):
            return self("\(units([id]))不在会审单位之内。", "\(units([id])) is not among the reviewers.")
        case .reviewUnanswered(let ids):
            return self(
                "会审未毕，不能交办：\(units(ids))还没有答复。",
                "Not all reviewers have answered: \(units(ids))."
            )
        case .reviewOpposed(let ids):
            return self(
                "\(units(ids))不同意：请送第二稿，或由批准人写明理由再交办。",
                "\(units(ids)) do not agree: send a new version, or say why it is issued nonetheless."
            )
        case .reviewTooLate: return self("方案已经交办，不能再送会审。", "The plan is issued; too late for a review.")
        }
    }
}
