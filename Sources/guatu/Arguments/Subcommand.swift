import ArgumentParser

/// One command of the program. Its arguments are parsed on their own, so that starting `guatu add`
/// does not pay for the options of thirty other commands.
protocol Subcommand: ParsableCommand {
    static var name: String { get }
    static var aliases: [String] { get }
    static var summary: Both { get }
    /// What a reader of the command's own help should know beyond its options.
    static var details: Both? { get }
    static var examples: [String] { get }

    var global: GlobalOptions { get }

    func run(_ surroundings: Surroundings) throws
}

extension Subcommand {
    /// Names the program above the command, and no words that ask for help, which ``Program`` sees to. The parser then
    /// looks neither for these nor for requests for completion scripts, which it would do by parsing two more commands: a
    /// seventh of the time that `guatu add` takes.
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: name, _superCommandName: "guatu", helpNames: [])
    }

    /// Parses the words behind the command's name.
    static func parsed(_ words: [String]) throws -> Self {
        guard let command = try parseAsRoot(words) as? Self else {
            preconditionFailure("A command that has none below it is parsed as itself.")
        }
        return command
    }

    static var aliases: [String] { [] }
    static var details: Both? { nil }
    static var examples: [String] { [] }
}

/// The commands by group: the one table that feeds dispatch, help and suggestions.
enum CommandTable {
    struct Group {
        let title: Both
        let commands: [any Subcommand.Type]
    }

    static let groups: [Group] = [
        Group(
            title: Both("打开与建账", "Open and set up"),
            commands: [OpenCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self]
        ),
        Group(
            title: Both("查看", "Look"),
            commands: [
                ListCommand.self, ShowCommand.self, DailyCommand.self, WallCommand.self, SinceCommand.self,
                BriefCommand.self,
            ]
        ),
        Group(
            title: Both("登记与跟踪", "Register and track"),
            commands: [
                AddCommand.self, TrackCommand.self, AmendCommand.self, StepCommand.self, TickCommand.self,
                AnswerCommand.self, UndoCommand.self,
            ]
        ),
        Group(
            title: Both("办理流程", "The life of a matter"),
            commands: [
                SubmitCommand.self, IssueCommand.self, DeclineCommand.self, AcceptCommand.self, ReportCommand.self,
                ReturnCommand.self, SettleCommand.self, ReopenCommand.self, StrikeCommand.self, ArchiveCommand.self,
            ]
        ),
        Group(
            title: Both("变更", "Changes of course"),
            commands: [
                HandBackCommand.self, TransferCommand.self, ReassignCommand.self, ExtendCommand.self, GrantCommand.self,
                RefuseCommand.self, AdjustCommand.self, RecountCommand.self, ParkCommand.self, ResumeCommand.self,
                SuspendCommand.self, VoidCommand.self, TurnCommand.self, HandoverCommand.self,
            ]
        ),
        Group(
            title: Both("战役", "Campaigns"),
            commands: [CampaignCommand.self, PhaseCommand.self, HouseholdCommand.self, CaseCommand.self]
        ),
        Group(
            title: Both("单位、人员、日历、地图", "Units, people, calendar, map"),
            commands: [UnitCommand.self, PersonCommand.self, CalendarCommand.self, MapCommand.self]
        ),
        Group(
            title: Both("每日：清点、决定、会议、常规职责", "The day: count, decisions, meetings, recurring duties"),
            commands: [
                EveningCommand.self, HandToDutyCommand.self, DecideCommand.self, MeetingCommand.self,
                RoutinesCommand.self, TickRoutineCommand.self, RoutineCommand.self, ReviewCommand.self,
                IntegrityCommand.self,
            ]
        ),
        Group(
            title: Both("督办阶梯、单据", "The ladder and its slips"),
            commands: [RemindCommand.self, SlipCommand.self, SlipsCommand.self, PutOffCommand.self, TalkCommand.self]
        ),
        Group(
            title: Both("台账", "The ledger"),
            commands: [
                PrintCommand.self, SuperviseCommand.self, VerifyCommand.self, CheckCommand.self, RulesCommand.self,
                DoctorCommand.self,
            ]
        ),
        Group(
            title: Both("备份与保密", "Copies and confidences"),
            commands: [
                BackupCommand.self, RestoreCommand.self, RecoverCommand.self, ArchiveYearCommand.self,
                ContactCommand.self,
                BlackoutCommand.self,
            ]
        ),
    ]

    static let all: [any Subcommand.Type] = groups.flatMap(\.commands)

    static func command(named name: String) -> (any Subcommand.Type)? {
        all.first { !$0.name.isEmpty && $0.name == name } ?? all.first { $0.aliases.contains(name) }
    }

    /// Commands whose name is nearly `name`, best first.
    static func near(_ name: String) -> [String] {
        let names = all.flatMap { [$0.name] + $0.aliases }.filter { !$0.isEmpty }
        return nearest(to: name, in: names, limit: 3, farthest: 2)
    }
}
