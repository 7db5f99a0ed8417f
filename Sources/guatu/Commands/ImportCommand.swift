import ArgumentParser
import Exchange
import Journal
import Ledger
import Words

/// `guatu import`
struct ImportCommand: Subcommand {
    static let name = "import"
    static let summary = Both("导入文件夹或事项表（CSV）", "import a folder, or a table of matters")
    static let details: Both? = Both(
        """
        先全部检查，每个有问题的格都列出文件、行、列；有一处不对就一行也不写。同样的文件导入两次不会重复。
        表头：编号,事项,类别,来源,来源文号,战役,网格,牵头单位,配合单位,责任领导,责任人,岗位,目标量,完成量,计量单位,
        交办日期,开始日期,完成时限,原定时限,延期次数,状态,办结日期,进展情况,存在问题,标签,备注。列可缺、可换次序，不认识的列照样保留。
        """,
        """
        Everything is checked first, and each bad cell is named by file, row and column; nothing is written unless all is right.
        Importing the same files twice changes nothing. The columns are described in docs/Import.md.
        """
    )
    static let examples = ["guatu import 台账.csv --dry-run", "guatu import 台账.csv --create-missing"]

    @Argument(help: .both("文件夹，或 .csv 文件", "a folder, or a .csv file", value: .file)) var path: String
    @Flag(help: .both("台账没有的名称就地新建并列出", "create and list names the ledger does not know")) var createMissing = false
    @Flag(help: .both("只检查，不写入", "only check")) var dryRun = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let context = try session.context()
            var options = Importer.Options()
            options.createsMissing = createMissing
            options.isDryRun = dryRun
            let importer = Importer(path: path, options: options, actor: context.actor, now: context.now)
            let reading = ProgressMeter(session)
            let report = try importer.run(into: session.journal) { reading.tell($0, of: $1) }
            let ledger = report.problems.isEmpty ? session.settings : try session.journal.load(.reference).ledger
            for problem in report.problems { session.output.say(session.words.sentence(problem, in: ledger)) }
            for line in session.words.lines(report, isDryRun: dryRun) {
                if report.isClean { try session.output.line(line) } else { session.output.say(line) }
            }
            // What is to be looked at day by day is made ready at once where it is very long, else on the next day.
            if report.isCommitted {
                let meter = ProgressMeter(session)
                try (session.journal as? SQLiteJournal)?.prepareDays(over: 200_000) { meter.tell($0, of: $1) }
            }
            if !report.isClean { throw Ended(status: ExitStatus.failed) }
        }
    }
}
