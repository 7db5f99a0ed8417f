import Glibc
import Journal
import Ledger
import Words

/// Why a command did not do what was asked. ``sentence(_:)`` says what, where and what to do.
enum Complaint: Error {
    // Usage: exit 2
    case unknownCommand(String, near: [String])
    /// What ArgumentParser found, in its own English.
    case arguments(String, command: String)
    case language(String)
    case notAMoment(String)
    case notADay(option: String, text: String)
    case notATerm(String)
    case notAQuantity(String)
    case notAFigure(String)
    case notANumber(String)
    case notOneOf(option: String, text: String, allowed: [String])
    /// An option that only shapes what `--plain` prints.
    case needsPlain(String)
    /// The wall that was named has nothing of the kind.
    case notOnThisWall(String)
    case behalfNeedsChannel
    case channelNeedsBehalf
    case excludes(String, String)
    case emptyName
    /// A command that records something, with `--as-of`.
    case pastOnly
    case notACode(String)

    // Refused or failed: exit 1
    case noLedger
    case journal(JournalError)
    case refused(Refusal, Ledger)
    case unknownName(NameKind, String, near: [String])
    case ambiguousName(NameKind, String, candidates: [String])
    case otherKind(MatterNumber, Kind)
    case noSuchMatter(MatterNumber)
    /// A stated clock on a ledger that is no rehearsal.
    case statedClock
    case exists(String)
    case file(String, errno: Int32)
    case output(errno: Int32)
    case noSample
    /// Several share the login.
    case whoAmI(login: String, people: [String])

    var exitCode: Int32 {
        switch self {
        case .unknownCommand, .arguments, .language, .notAMoment, .notADay, .notATerm, .notAQuantity, .notAFigure,
            .notANumber, .notOneOf, .needsPlain, .notOnThisWall, .behalfNeedsChannel, .channelNeedsBehalf, .excludes,
            .emptyName, .pastOnly,
            .notACode:
            ExitStatus.usage
        default: ExitStatus.failed
        }
    }
}

/// What a name is looked for among.
enum NameKind: Hashable, Sendable {
    case unit, person, grid, campaign
    /// 经手人: a person or a unit.
    case speaker

    func callAsFunction(_ words: Words) -> String {
        switch self {
        case .unit: words("单位", "unit")
        case .person: words("人员", "person")
        case .grid: words("网格", "grid")
        case .campaign: words("战役", "campaign")
        case .speaker: words("单位或人员", "unit or person")
        }
    }
}

/// Exit codes (DESIGN §6).
enum ExitStatus {
    static let done: Int32 = 0
    static let failed: Int32 = 1
    static let usage: Int32 = 2
    static let partly: Int32 = 3
    /// `check` found red matters.
    static let red: Int32 = 4
}

extension Complaint {
    /// What is wrong, where, and what to do.
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknownCommand(let name, let near):
            words("没有「\(name)」这个命令。", "There is no command “\(name)”.")
                + (near.isEmpty
                    ? words("全部命令见 guatu help。", " See guatu help.")
                    : words("是不是：\(near.joined(separator: "、"))？", " Did you mean: \(near.joined(separator: ", "))?"))
        case .arguments(let message, let command):
            words(ParserMessage.chinese(message), ParserMessage.english(message))
                + words("用法见 guatu help\(command.isEmpty ? "" : " \(command)")。", " See guatu help \(command).")
        case .language(let text):
            words("语言只有 zh 和 en，没有「\(text)」。", "The language is zh or en, not “\(text)”.")
        case .notAMoment(let text):
            words(
                "--now 的「\(text)」不是时刻，请写成 2026-11-20T08:00。",
                "--now: “\(text)” is no moment; write it as 2026-11-20T08:00."
            )
        case .notADay(let option, let text):
            words(
                "\(option) 的「\(text)」不是日期，可以写 2026-12-01、12-01、12月1日、明天、下周五、月底。",
                "\(option): “\(text)” is no day; write 2026-12-01, 12-01, tomorrow, next friday."
            )
        case .notATerm(let text):
            words(
                "--due 的「\(text)」不是时限，可以写 2026-12-01、12月1日、下周五、月底、5个工作日、7天、1个月、当日。",
                "--due: “\(text)” is no limit; write 2026-12-01, next friday, 5wd, 7d, 1mo."
            )
        case .notAQuantity(let text):
            words(
                "--quantity 的「\(text)」看不懂，请写数量和单位，如「480 户」，分组的写「环湖组:480 户」。",
                "--quantity: “\(text)” is no quantity; write a figure and its unit, as '480 户', or 'group:480 户'."
            )
        case .notAFigure(let text):
            words(
                "--done 的「\(text)」看不懂：53 是累计，+3 是新增，-2 是核减，至多三位小数。",
                "--done: “\(text)” is no figure: 53 is the total, +3 adds, -2 takes away; at most three decimals."
            )
        case .notANumber(let text):
            words(
                "「\(text)」不是编号，请写 147 或 督147；几件一起写 147,150-152。",
                "“\(text)” is no matter number; write 147, or 147,150-152 for several."
            )
        case .needsPlain(let option):
            words("\(option) 要与 --plain 同用。", "\(option) goes with --plain.")
        case .notOnThisWall(let option):
            words("这面挂图没有 \(option)。", "This wall has no \(option).")
        case .notOneOf(let option, let text, let allowed):
            words(
                "\(option) 没有「\(text)」，可以写：\(allowed.joined(separator: "、"))。",
                "\(option): no “\(text)”; one of: \(allowed.joined(separator: ", "))."
            )
        case .behalfNeedsChannel:
            words(
                "代录请写明方式：--channel 电话、微信、纸质、会上、现场。",
                "Recording for somebody needs --channel: phone, wechat, paper, meeting, onSite."
            )
        case .channelNeedsBehalf:
            words("写了 --channel，还须用 --behalf 写明是谁说的。", "--channel needs --behalf: who said it.")
        case .excludes(let first, let second):
            words("\(first) 和 \(second) 不能一起用。", "\(first) and \(second) exclude each other.")
        case .notACode(let text):
            words(
                "--head 的「\(text)」不是数据校验码，请照纸上写 4 至 64 位，如 3f9a21c0。",
                "--head: “\(text)” is no check code; write the 4 to 64 digits on the paper, as 3f9a21c0."
            )
        case .pastOnly:
            words(
                "--as-of 是查看过去的一天，不能记录；补记请用 --day。",
                "--as-of looks at a past day, where nothing can be recorded; a late record takes --day."
            )
        case .emptyName: words("请用 --name 写明街道名称。", "Give the name of the street with --name.")
        case .noLedger:
            words(
                """
                还没有台账。新建：guatu init --name 名称；看示例：guatu demo；已有台账文件：加 --ledger 文件。
                """,
                "There is no ledger yet. New: guatu init --name NAME; a sample: guatu demo; a file: --ledger FILE."
            )
        case .journal(let error): words.sentence(error)
        case .refused(let refusal, let ledger): words.sentence(refusal, in: ledger)
        case .unknownName(let kind, let name, let near):
            words("台账里没有\(kind(words))「\(name)」。", "The ledger knows no \(kind(words)) “\(name)”.")
                + (near.isEmpty
                    ? "" : words("相近的有：\(near.joined(separator: "、"))。", " Nearest: \(near.joined(separator: ", "))."))
        case .ambiguousName(let kind, let name, let candidates):
            words(
                "\(kind(words))「\(name)」不止一个，请写明是哪一个：\(candidates.joined(separator: "、"))。",
                "There is more than one \(kind(words)) “\(name)”; say which: \(candidates.joined(separator: ", "))."
            )
        case .otherKind(let number, let kind):
            words(
                "编号 \(number) 是\(words.name(kind))，应写 \(words.number(number, kind))。",
                "Matter \(number) is a \(words.name(kind)): write \(words.number(number, kind))."
            )
        case .noSuchMatter(let number): words.sentence(Refusal.unknownMatter(number), in: Ledger())
        case .statedClock:
            words(
                "--now 只能在演练台账上记录；这是正式台账。演练请用 guatu demo，或 guatu init --rehearsal 新建。",
                "Recording with --now is for rehearsal ledgers; this one is real. See guatu demo, or guatu init --rehearsal."
            )
        case .exists(let path):
            words("\(path) 已经存在，没有改动它。请换个名字。", "\(path) exists and was left alone. Choose another name.")
        case .file(let path, let code): "\(path)：" + words.reason(errno: code) + words("。", ".")
        case .output(let code):
            words("没有写出来：", "Could not write the output: ") + words.reason(errno: code) + words("。", ".")
        case .whoAmI(let login, let people):
            words(
                "登录名 \(login) 由几人共用，先说我是谁：--me 姓名，或设 GUATU_ME；可以是：\(people.joined(separator: "、"))。不说只能查看。",
                "Login \(login) is shared: say who you are with --me NAME or GUATU_ME: \(people.joined(separator: ", ")). Else you only read."
            )
        case .noSample:
            words(
                "找不到示例数据 SampleData。请用 GUATU_DATA 写明它所在的文件夹。",
                "The sample data (SampleData) is not here. Name its folder in GUATU_DATA."
            )
        }
    }
}

extension Words {
    /// Why the system could not do it.
    func reason(errno code: Int32) -> String {
        switch code {
        case ENOENT: self("没有这个文件或文件夹", "no such file or folder")
        case EACCES, EPERM: self("没有权限", "no permission")
        case ENOSPC, EDQUOT: self("磁盘已满", "the disk is full")
        case EROFS: self("所在的盘只能读", "the disk is read-only")
        case EISDIR: self("是一个文件夹", "is a folder")
        case ENOTDIR: self("路径中有一段不是文件夹", "part of the path is no folder")
        case EEXIST: self("已经存在", "exists already")
        case EPIPE: self("读的一方已经关闭", "the reader is gone")
        default: String(cString: strerror(code))
        }
    }

    /// What is wrong with the ledger file, and what to do.
    func sentence(_ error: JournalError) -> String {
        switch error {
        case .refused(let refusal): sentence(refusal, in: Ledger())
        case .missing(let path):
            self(
                "没有台账 \(path)。新建请用 guatu init --name 名称 --ledger \(path)。",
                "There is no ledger \(path). New: guatu init --name NAME --ledger \(path)."
            )
        case .exists(let path):
            self("\(path) 已经存在，没有改动它。请换个名字。", "\(path) exists and was left alone. Choose another name.")
        case .directory(let path): self("\(path) 是文件夹，不是台账文件。", "\(path) is a folder, not a ledger.")
        case .empty(let path):
            self("\(path) 是空文件，不是台账。", "\(path) is an empty file, no ledger.")
        case .foreign(let path):
            self("\(path) 不是挂图的台账。", "\(path) is not a ledger of Guatu.")
        case .newer(let path, let version, let known):
            self(
                "\(path) 由更新版的挂图写成（第 \(version) 版格式，本程序到第 \(known) 版），没有打开。请先更新本程序。",
                "\(path) was written by a newer Guatu (format \(version), this program knows \(known)). Update the program."
            )
        case .outdated(let path, let version, let known):
            self(
                "\(path) 是旧版格式（第 \(version) 版，现为第 \(known) 版），记录一次即自动升级（先备份）。",
                "\(path) has the older format \(version) (now \(known)); the next command that writes brings it up to date."
            )
        case .unknownEvent(let number, let kind, let format):
            self(
                "第 \(number) 条记录（\(kind)，格式 \(format)）本程序不认识，没有打开。请先更新本程序。",
                "Record \(number) (\(kind), format \(format)) is unknown to this program. Update it."
            )
        case .damaged(let path, let detail):
            self(
                "\(path) 已损坏（\(self.damage(detail))）。请不要再记录：用最近的备份恢复（guatu restore 备份），或救出完好的记录（guatu recover \(path) --into 新文件）；这个文件留着备查。",
                "\(path) is damaged (\(self.damage(detail))). Record nothing more in it: restore a backup (guatu restore BACKUP), or save what is sound (guatu recover \(path) --into NEW); keep this file."
            )
        case .unreadable(let path): self("没有权限读 \(path)。", "No permission to read \(path).")
        case .readOnly(let path):
            self("没有权限写 \(path) 或它所在的文件夹，没有记录。", "No permission to write \(path) or its folder; nothing was recorded.")
        case .networkFileSystem(let path, let type):
            self(
                "\(path) 在网络盘（\(type)）上，锁不可靠，只能查看，不能记录。请把台账放在本机磁盘。",
                "\(path) is on a network file system (\(type)) whose locks cannot be trusted: reading only."
            )
        case .busy(let path):
            self("\(path) 一直被别的程序写着，没有记录。请稍后再试。", "\(path) is being written by another program. Try again.")
        case .diskFull(let path):
            self("磁盘已满，没有记录到 \(path)。请腾出空间再试。", "The disk is full; nothing was recorded in \(path).")
        case .replaced(let path):
            self("\(path) 已被换成别的文件，没有记录。请重新打开。", "\(path) was replaced; nothing was recorded. Open it again.")
        case .unfinished(let path):
            self(
                "\(path) 上次写到一半中断，须先复原；这里没有地方复原。请腾出空间，或记录一次即自动复原。",
                "A writer of \(path) was interrupted and there is no room to look at it. Make room, or record something."
            )
        case .otherLedger(let path):
            self(
                "\(path) 是另一个台账的备份，没有恢复。",
                "\(path) is a backup of another ledger; nothing was restored."
            )
        case .failed(let path, let code, let detail):
            self("\(path) 出错（\(code)：\(detail)），没有记录。", "\(path) failed (\(code): \(detail)); nothing was recorded.")
        }
    }
}
