import Ledger
import Text

extension Words {
    /// Why a turn in the course of a matter, or a change of the directory, is refused, and what would be allowed.
    func course(_ refusal: Refusal, in ledger: Ledger) -> String {
        switch refusal {
        case .unitClosed(let id, let day, let successor):
            self("\(fullName(id, in: ledger))已于 \(day.iso) 撤销", "\(fullName(id, in: ledger)) was closed on \(day.iso)")
                + (successor.map {
                    self(
                        "，并入\(fullName($0, in: ledger))；请选后者。",
                        " and merged into \(fullName($0, in: ledger)); choose that."
                    )
                } ?? self("；请另选单位。", "; choose another unit."))
        case .unitInUse(let id, let matters, let units):
            self(
                "\(fullName(id, in: ledger))还牵头 \(matters) 件未结事项、下设 \(units) 个单位，不能撤销；请先转办事项、归并下设单位。",
                "\(fullName(id, in: ledger)) still leads \(matters) open matters and has \(units) units below it: "
                    + "transfer and merge those first."
            )
        case .personLeft(let id, let day):
            self(
                "\(person(id, in: ledger))已于 \(day.iso) 离任；请另定责任人。",
                "\(person(id, in: ledger)) left on \(day.iso); name somebody else."
            )
        case .personElsewhere(let id, let lead):
            self(
                "\(person(id, in: ledger))不在\(fullName(lead, in: ledger))；换人限本单位，交给别的单位请用「转办」。",
                "\(person(id, in: ledger)) is not in \(fullName(lead, in: ledger)); to another unit it goes by “transfer”."
            )
        case .sameUnit(let id):
            self(
                "已经是\(fullName(id, in: ledger))；本单位内请用「换人」。",
                "It is \(fullName(id, in: ledger)) already; inside a unit use “reassign”."
            )
        case .samePerson(let id):
            self("责任人已经是\(person(id, in: ledger))。", "\(person(id, in: ledger)) is in charge already.")
        case .noColleague(let id):
            self(
                "\(fullName(id, in: ledger))没有别的人员，不能换人；请先增加人员，或「转办」给别的单位。",
                "\(fullName(id, in: ledger)) has nobody else: add people first, or transfer it to another unit."
            )
        case .noParkingProposed:
            self(
                "没有提出的挂账；分管领导可以「提出挂账」，书记、主任也可以直接「挂账」。",
                "No parking is proposed; the leader in charge may propose it, the secretary or director may park it at once."
            )
        case .parkingProposed:
            self("已提出挂账，等书记、主任批复。", "Parking is proposed already and waits for the secretary or director.")
        case .needsNewLimit(let old):
            self("原时限 \(old.iso) 已过，请同时定新的时限。", "The old limit \(old.iso) has passed: set a new one with it.")
        case .limitIsIssued:
            self(
                "时限已随交办定下，不能更正；待批准的在「批准交办」时另定，办理中的请「申请延期」或由书记、交办人「调整时限」。",
                "The limit was issued: set it anew when approving, ask for an extension, or have the issuer adjust it."
            )
        case .noRecount:
            self("按现行日历，时限没有变化，不必重算。", "The calendar in force gives the same limit; nothing to recount.")
        case .openShares(let units):
            self(
                "分办单位 \(units.count) 家未办结（\(names(units, in: ledger))）；请先办结分办，或由督查负责人写明意见后办结。",
                "\(units.count) shares are open (\(names(units, in: ledger))): settle them first, "
                    + "or the head of supervision settles it saying why."
            )
        case .shareAccepted(let id):
            self("\(unit(id, in: ledger))已签收分办。", "\(unit(id, in: ledger)) has signed for its share already.")
        case .notStruck(let number, let stage):
            self(
                "事项 \(number) 现为「\(name(stage))」，反弹只能关联已销号的事项；已办结的请「重开」。",
                "Matter \(number) is “\(name(stage))”: only a struck-off one comes back as new; reopen a settled one."
            )
        case .approvalDay(let day):
            self(
                "批准日 \(day.iso) 须在登记之后、今日以前。",
                "The day of approval \(day.iso) must lie between registration and today."
            )
        case .leaveOutOfOrder:
            self("请假的起止日或代理人不对：止日不早于起日，代理人不能是本人。", "The leave must end after it begins, with another as stand-in.")
        case .alreadyAway(let id, let day):
            self(
                "\(person(id, in: ledger))已请假至 \(day.iso)；请先销假再改。",
                "\(person(id, in: ledger)) is on leave until \(day.iso); end that first."
            )
        case .notAway(let id): self("\(person(id, in: ledger))没有在假。", "\(person(id, in: ledger)) is not on leave.")
        case .standInAway(let id, let day):
            self(
                "代理人\(person(id, in: ledger))自己请假至 \(day.iso)；请另定代理人。",
                "\(person(id, in: ledger)) is on leave until \(day.iso); choose another stand-in."
            )
        case .noCalendarDays: self("请写明哪天休息、哪天上班。", "Say which days are off and which are worked.")
        default: ""
        }
    }

    private func names(_ units: [UnitID], in ledger: Ledger) -> String {
        units.map { unit($0, in: ledger) }.joined(separator: self("、", ", "))
    }
}
