package import Ledger
import Supervision

// What the meeting wall (大屏) says. Its pages and names are those of PRACTICE §6.
extension Words {
    package var meetingFigures: String { self("今日督办要情", "today") }
    package var meetingFollowUp: String { self("上次议定事项", "decided last time") }
    package var meetingToDecide: String { self("今日须定", "to decide today") }
    package var meetingOverdue: String { self("逾期", "overdue") }
    package var meetingOverNight: String { self("过夜", "overnight") }
    package var meetingDueToday: String { self("今日到期", "due today") }
    package var meetingDueTomorrow: String { self("明日到期", "due tomorrow") }
    package var meetingDueWeek: String { self("本周到期", "due this week") }
    package var meetingSettledToday: String { self("今日办结", "settled today") }
    package var meetingSettledWeek: String { self("本周办结", "settled this week") }
    package var meetingHardCases: String { self("疑难个案待定", "hard cases") }
    package var meetingMap: String { self("作战图", "map") }
    /// Before a way to handle a hard case.
    package func way(_ number: Int) -> String { self("方案\(number)：", "way \(number): ") }
    package var lawSays: String { self("法律意见：", "the law: ") }
    package var meetingSpotlight: String { self("当前事项", "in view") }

    package var lagging: String { self("滞后", "behind") }
    package var due: String { self("到期", "due") }

    /// 「今日无逾期」: it stays plain, with what is open beside it.
    package var noneOverdue: String { self("今日无逾期", "none overdue") }
    /// Of an evening on which nothing was settled, stayed, waits or is due.
    package var nothingTonight: String { self("今晚无待议", "nothing for tonight") }
    package func openAndNear(open: Int, near: Int) -> String {
        self("在办 \(open) 件　临期 \(near) 件", "\(open) open, \(near) near")
    }

    package func sinceYesterday(_ difference: Int) -> String {
        let sign = difference > 0 ? "+" : ""
        return self("比上一工作日 \(sign)\(difference)", "\(sign)\(difference) since the working day before")
    }

    package func dataAsOf(_ time: String) -> String { self("数据截至 \(time)", "data as of \(time)") }
    /// 「数据已 52 分钟未更新」
    package func dataStale(minutes: Int) -> String {
        minutes < 120
            ? self("数据已 \(minutes) 分钟未更新", "no data for \(minutes) minutes")
            : self("数据已 \(minutes / 60) 小时未更新", "no data for \(minutes / 60) hours")
    }

    package var stillLeft: String { self("还剩", "left") }
    package var pastBy: String { self("已过", "past") }
    package var workdayUnit: String { self("个工作日", "workdays") }
    package func days(_ count: Int) -> String { self("\(count)日", "\(count)d") }
    package func nightCount(_ count: Int) -> String { self("\(count)夜", "\(count)n") }
    package var stuckAt: String { self("卡：", "stuck: ") }
    package var nextIs: String { self("下一步：", "next: ") }
    /// In place of the title of a demand or petition, which the room does not read.
    package var titleNotShown: String { self("群众诉求，事由不上屏", "a resident's demand; its text is not shown") }
    /// In place of the title of a hard case, which tells of a family.
    package func caseTitle(_ kind: String) -> String {
        kind.isEmpty ? self("疑难个案", "a hard case") : self("疑难个案（\(kind)）", "a hard case (\(kind))")
    }
    /// In place of a cadre's name while outsiders are present.
    package var unnamed: String { self("有关负责人", "the person in charge") }

    package var isPaused: String { self("暂停", "paused") }
    package var outsidersPresent: String { self("有外部人员：不显姓名", "outsiders present: no names") }
    package func lookFor(_ digits: String) -> String { self("看事项 \(digits)", "matter \(digits)") }
    package func notHere(_ digits: String) -> String { self("没有在办事项 \(digits)", "no open matter \(digits)") }
    package var noFile: String { self("台账暂时读不到", "the ledger cannot be read") }

    /// 「应到 356，实 312」
    package func planLine(planned: String, done: String, unit: String) -> String {
        self("今日应到 \(planned) \(unit)，实 \(done) \(unit)", "should be \(planned) \(unit), is \(done) \(unit)")
    }
    package func limitOn(_ day: Day) -> String { self("完成时限 \(monthDay(day))", "due \(monthDay(day))") }
    /// 「日均需 9.4 户　近10日日均 6.8 户」
    package func pace(needed: String?, recent: String, unit: String) -> String {
        let left = needed.map { self("日均需 \($0) \(unit)　", "need \($0) \(unit) a day, ") } ?? ""
        return left + self("近10日日均 \(recent) \(unit)", "last 10 days \(recent) \(unit) a day")
    }
}
