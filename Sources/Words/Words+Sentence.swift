package import Ledger
package import Supervision
import Text

extension Words {
    /// The one sentence that answers "how is that going" (一句话, PRACTICE §5):
    /// 「61%，2,180/3,600 米，落后 22 个百分点；卡：泥浆池未批；下一步：11-25 前贯通；需领导定：无」.
    package func oneSentence(_ matter: Matter, _ judgement: Judgement, in ledger: Ledger) -> String {
        let comma = self("，", ", ")
        var standing: [String] = []
        if matter.hasPlan {
            standing.append(percent(matter.progress))
            if let line = matter.quantity { standing.append(quantity(line)) }
        } else {
            standing.append(name(matter.stage))
        }
        switch judgement.reason {
        case .behind(let plan):
            standing.append(self("落后 \(plan.pointsBehind) 个百分点", "\(plan.pointsBehind) points behind"))
        case .past(_, let workdays, _) where workdays > 0:
            standing.append(self("逾 \(workdays) 个工作日", "\(workdays) working days late"))
        case .notIssued: break
        default: standing.append(brief(judgement))
        }
        var parts = [standing.joined(separator: comma)]
        if matter.stage.isSettled { return parts[0] + self("。", ".") }
        parts.append(self("卡：", "stuck: ") + (matter.blocker.map(text) ?? self("无", "nothing")))
        if let next = matter.next {
            // The track may name somebody else, or the same person.
            let isNamed = text(next).hasSuffix("）") || text(next).hasSuffix(")")
            let who = isNamed ? "" : person(matter.person, in: ledger)
            parts.append(self("下一步：", "next: ") + text(next) + (who.isEmpty ? "" : self("（\(who)）", " (\(who))")))
        }
        let asked = matter.lastTrack?.text.text.flatMap { TrackText($0).request }
        let decision: String
        if let request = matter.request {
            decision = self("延期至 \(short(request.to))", "extension to \(short(request.to))")
        } else {
            decision = asked?.string ?? self("无", "nothing")
        }
        parts.append(self("需领导定：", "leaders to decide: ") + decision)
        return parts.joined(separator: self("；", "; ")) + self("。", ".")
    }

    /// 「照目前进度，预计 12月25日完成，比期限晚 7 个工作日」.
    package func forecast(_ forecast: Forecast) -> String {
        let estimated = forecast.isEstimated ? self("（估）", " (est.)") : ""
        let day = monthDay(forecast.day) + estimated
        let late = forecast.workdaysLate
        if late > 0 {
            return self(
                "照目前进度，预计 \(day)完成，比期限晚 \(late) 个工作日",
                "at the present pace done on \(day), \(late) working days after the limit"
            )
        }
        if late < 0 {
            return self(
                "照目前进度，预计 \(day)完成，比期限早 \(-late) 个工作日",
                "at the present pace done on \(day), \(-late) working days before the limit"
            )
        }
        return self("照目前进度，预计 \(day)按期完成", "at the present pace done on \(day), on time")
    }
}
