import ArgumentParser
import Exchange
import Glibc
import Journal
import Ledger
import Words

/// `guatu demo`
struct DemoCommand: Subcommand {
    static let name = "demo"
    static let summary = Both(
        "打开示例台账（虚构的望湖街道）；没有就生成",
        "open the sample ledger of a fictional street; make it if need be"
    )
    static let details: Both? = Both(
        "示例的日期围绕生成那天。已有示例就打开原来的，您在里面记的都在；--fresh 重新生成，原来的另存保留。",
        "Its dates lie around the day it is made. A sample that is there is opened as you left it; --fresh makes it anew and keeps the old one."
    )

    @Option(help: .both("放在哪个文件", "which file to make or open", value: .file)) var into: String?
    @Flag(help: .both("重新生成，原来的改名保留", "make it anew; the old one is kept under another name")) var fresh = false
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let path =
            try into ?? global.ledger ?? surroundings.newLedgerPath(named: "望湖街道示例")
        if fresh, Files.exists(path) {
            let kept = try Files.putAside(path)
            surroundings.output.say(surroundings.words("原来的示例改名为 \(kept)。", "The old sample is now \(kept)."))
        }
        let isNew = !Files.exists(path)
        if isNew { try Sample(surroundings).make(path, stated: global.now) }
        // A real ledger that was opened last stays the one that `guatu` opens.
        if LedgerPlace.remembered(surroundings) == nil { LedgerPlace.remember(path, surroundings) }
        let session = try Opening.open(path, global, surroundings)
        try session.speaking {
            if !isNew { tellAge(session) }
            try Opening(session).show(screen, withTour: isNew)
        }
    }

    private func tellAge(_ session: Session) {
        let age = session.today - session.settings.lastRecorded.day(session.settings.offset)
        guard age > 7 else { return }
        session.output.say(
            session.words(
                "这份示例已 \(age) 天没有记录，日期不再围绕今天；guatu demo --fresh 重新生成（原来的保留）。",
                "This sample was last used \(age) days ago and its dates are old; guatu demo --fresh makes it anew and keeps this one."
            )
        )
    }
}

/// Makes the sample ledger out of SampleData.
struct Sample {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Makes the ledger at `path`. It appears there complete, or not at all.
    func make(_ path: String, stated: String?) throws {
        guard let folder = surroundings.sampleFolder else { throw Complaint.noSample }
        let words = surroundings.words
        surroundings.output.say(words("正在生成示例台账 \(path)……", "Making the sample ledger \(path) …"))
        guard var committee = try committee(in: folder) else { throw Complaint.noSample }
        committee.isRehearsal = true
        let now = try surroundings.clock(stated: stated, committee)
        let actor = Actor(login: surroundings.login, roles: Set(Role.allCases))
        let unfinished = path + ".\(getpid()).new"
        do {
            let founding = Founding(committee: committee, calendar: .china, rules: .standard)
            let journal = try SQLiteJournal.create(unfinished, founding, by: Context(actor: actor, now: now))
            let report = try Importer(path: folder, actor: actor, now: now).run(into: journal)
            guard report.isClean, report.isCommitted else {
                let ledger = try journal.load(.reference).ledger
                for problem in report.problems.prefix(5) {
                    surroundings.output.say(words.sentence(problem, in: ledger))
                }
                throw Complaint.noSample
            }
        } catch {
            unlink(unfinished)
            unlink(unfinished + "-journal")
            throw error
        }
        // Empty by now, and of a name that nobody will open again.
        unlink(unfinished + "-journal")
        guard rename(unfinished, path) == 0 else { throw Complaint.file(path, errno: errno) }
    }

    private func committee(in folder: String) throws -> Committee? {
        do {
            return try Importer.committee(path: folder)
        } catch {
            surroundings.output.say(surroundings.words.sentence(error, in: Ledger()))
            return nil
        }
    }
}

extension Files {
    /// Renames a file to the first free name of its own with a number, and answers that.
    static func putAside(_ path: String) throws(Complaint) -> String {
        let stem = path.hasSuffix(".guatu") ? String(path.dropLast(6)) : path
        var number = 1
        while exists("\(stem)-\(number).guatu") { number += 1 }
        let kept = "\(stem)-\(number).guatu"
        guard rename(path, kept) == 0 else { throw .file(path, errno: errno) }
        return kept
    }
}
