package import Ledger
package import Supervision

/// One subject of a meeting, as values: what stands in it is decided before anything is drawn, so that what the room may
/// not read is in no string of it.
package enum MeetingSection: Hashable, Sendable {
    /// 今日督办要情: four numbers.
    case figures(MeetingFigures)
    /// Matters one by one.
    case list(Heading, [MeetingItem])
    /// 今日无逾期
    case quiet(open: Int, near: Int)
    /// An evening on which nothing waits for the meeting.
    case rest(open: Int, near: Int)
    case campaign(MeetingCampaign)
    /// 作战图
    case map(MeetingMap)

    package enum Heading: Hashable, Sendable, CaseIterable {
        case followUp, toDecide, overdue, overNight, dueToday, dueTomorrow, dueWeek, settledToday, settledWeek,
            hardCases

        /// Whether something is to be decided on each of its matters: then there are fewer on a page, with all that is
        /// known of them.
        var isToDecide: Bool { [.toDecide, .hardCases].contains(self) }
    }
}

package struct MeetingFigures: Hashable, Sendable {
    package var overdue: Int
    /// Against the working day before.
    package var overdueChange: Int
    package var longestOverdue: Int
    package var lagging: Int
    package var mostPointsBehind: Int
    package var due: Int
    package var near: Int
    package var overNight: Int
    package var longestNight: Int
    package var open: Int
}

/// One matter on the wall.
package struct MeetingItem: Hashable, Sendable {
    package var number: MatterNumber
    /// 督147
    package var label: String
    /// 12日, 2夜; empty where nothing is counted.
    package var measure: String
    package var light: Light
    package var unit: String
    /// By name inside, by post while outsiders are present; empty where nobody is named.
    package var owner: String
    package var title: String
    package var blocker: String
    package var next: String
    /// 方案1：…, 方案2：…, 法律意见：…, of a hard case.
    package var views: [String] = []
    /// 待书记、主任决定; empty where nobody has to decide.
    package var decider = ""
}

package struct MeetingCampaign: Hashable, Sendable {
    package var id: CampaignID
    package var name: String
    package var standing: Standing
    package var unit: String
    package var due: Day
}
