import ArgumentParser
import Ledger
import Text
import Words

// What leads off the main line and back: 挂账, 延期, 中止, 作废.

/// `guatu park`
struct ParkCommand: ActionCommand {
    static let name = "park"
    static let summary = Both("挂账，到复查日再看", "park until a day of re-check")
    static let examples = ["guatu park 147 等上级批复 --recheck 12月10日 --behalf 方致远 --channel 纸质"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @Option(help: .both("复查日", "the day of re-check", value: .day)) var recheck: String
    @Flag(help: .both("只提出，待书记或主任批准", "only proposes it, for the secretary or director to decide")) var propose = false
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let day = try DayPhrase.day(recheck, option: "--recheck", in: session, looking: .ahead)
        return .act(matter.number, propose ? .proposeParking(CleanText(reason), day) : .park(CleanText(reason), day))
    }
}

/// `guatu resume`
struct ResumeCommand: ActionCommand {
    static let name = "resume"
    static let summary = Both("恢复办理：挂账、中止 → 办理中", "resume what was parked or suspended")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("说明", "a remark", value: .text)) var text: String?
    @Option(help: .both("新的时限", "a new limit", value: .day)) var due: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let day = try due.map { try DayPhrase.day($0, option: "--due", in: session, looking: .ahead) }
        return .act(matter.number, .resume(day, text.map { CleanText($0) }))
    }
}

/// `guatu extend`
struct ExtendCommand: ActionCommand {
    static let name = "extend"
    static let summary = Both("申请延期", "ask for an extension")
    static let examples = ["guatu extend 147 等环保批复 --to 下周五 --behalf 雨污分流专班 --channel 电话"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @Option(help: .both("延到哪天", "the new day", value: .day)) var to: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let day = try DayPhrase.day(to, option: "--to", in: session, looking: .ahead)
        return .act(matter.number, .askExtension(day, CleanText(reason)))
    }
}

/// `guatu grant`
struct GrantCommand: ActionCommand {
    static let name = "grant"
    static let summary = Both("同意延期（或同意挂账）", "grant the extension, or the parking, that was asked for")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("意见", "a remark", value: .text)) var text: String?
    @Flag(help: .both("延期和挂账都待批时，指挂账", "the parking, where both are waiting")) var parking = false
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        let text = text.map { CleanText($0) }
        return .act(matter.number, matter.waitsForParking(parking) ? .approveParking(text) : .grantExtension(text))
    }
}

/// `guatu refuse`
struct RefuseCommand: ActionCommand {
    static let name = "refuse"
    static let summary = Both("不同意延期（或不同意挂账）", "refuse the extension, or the parking, that was asked for")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @Flag(help: .both("延期和挂账都待批时，指挂账", "the parking, where both are waiting")) var parking = false
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        let reason = CleanText(reason)
        return .act(matter.number, matter.waitsForParking(parking) ? .refuseParking(reason) : .refuseExtension(reason))
    }
}

/// `guatu suspend`
struct SuspendCommand: ActionCommand {
    static let name = "suspend"
    static let summary = Both("中止办理", "stop work on it")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .suspend(CleanText(reason)))
    }
}

/// `guatu void`
struct VoidCommand: ActionCommand {
    static let name = "void"
    static let summary = Both("作废：登记错的拟稿", "void a draft registered by mistake")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .void(CleanText(reason)))
    }
}

extension Matter {
    /// Whether an answer is meant for the proposed 挂账: it is named, or it is all that waits.
    fileprivate func waitsForParking(_ isNamed: Bool) -> Bool { isNamed || (request == nil && proposal != nil) }
}
