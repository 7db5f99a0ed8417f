import Testing
import Text
import Words

@testable import guatu

/// What wrong arguments are answered with. The sentences rest on those of the pinned ArgumentParser.
struct UsageTests {
    @Test(arguments: [
        (["list", "--ovredue"], "没有选项 --ovredue，是不是 --overdue？用法见 guatu help list。"),
        (["list", "--zzzzzzzzz"], "没有选项 --zzzzzzzzz。用法见 guatu help list。"),
        (["list", "--limit", "x"], "--limit <件数> 的值「x」不对。用法见 guatu help list。"),
        (["list", "--lead"], "--lead <单位> 后面要写值。用法见 guatu help list。"),
        (["list", "--overdue=3"], "--overdue 后面不写值，却写了「3」。用法见 guatu help list。"),
        (["list", "多余"], "多出了「多余」；文字中有空格时请加引号。用法见 guatu help list。"),
        (["show"], "缺少 <编号>。用法见 guatu help show。"),
        (["show", "1", "2"], "多出了「2」；文字中有空格时请加引号。用法见 guatu help show。"),
        (["init"], "缺少 --name <名称>。用法见 guatu help init。"),
        (["trak", "1", "x"], "没有「trak」这个命令。是不是：track、talk、tick？"),
        (["frobnicate"], "没有「frobnicate」这个命令。全部命令见 guatu help。"),
        (["list", "--lang", "fr"], "语言只有 zh 和 en，没有「fr」。"),
        (["list", "--json", "--csv"], "--json 和 --csv 不能一起用。"),
        (["help", "lst"], "没有「lst」这个命令。是不是：ls、list？"),
        (["show", "督"], "「督」不是编号，请写 147 或 督147；几件一起写 147,150-152。"),
    ])
    func wrongArguments(arguments: [String], sentence: String) throws {
        let binary = try Binary()
        defer { binary.remove() }
        let run = try binary.run(arguments)
        #expect(run.status == 2)
        #expect(run.out == "")
        #expect(run.err == sentence + "\n")
    }

    @Test func inEnglish() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let byOption = try binary.run("list", "--ovredue", "--lang", "en")
        #expect(byOption.err == "Unknown option '--ovredue'. Did you mean '--overdue'? See guatu help list.\n")
        let byVariable = try binary.run("show", variables: ["GUATU_LANG": "en"])
        #expect(byVariable.err == "Missing expected argument '<NUMBER>'. See guatu help show.\n")
        // Where no ledger speaks yet, the terminal's language counts.
        let byLocale = try binary.run("list", variables: ["LANG": "en_US.UTF-8"])
        #expect(byLocale.err.hasPrefix("There is no ledger yet."))
        let chosen = try binary.run("list", variables: ["LANG": "en_US.UTF-8", "GUATU_LANG": "zh"])
        #expect(chosen.err.hasPrefix("还没有台账。"))
    }

    @Test func aFullDiskBehindTheOutputIsSaid() throws {
        let binary = try Binary()
        defer { binary.remove() }
        let run = try binary.shell("\"$0\" help > /dev/full")
        #expect(run.status == 1)
        #expect(run.err == "没有写出来：磁盘已满。\n")
    }

    @Test func withoutLedger() throws {
        let binary = try Binary()
        defer { binary.remove() }
        for arguments in [["list"], ["add", "事项"], ["verify"], ["daily"]] {
            let run = try binary.run(arguments)
            #expect(run.status == 1)
            #expect(run.out == "")
            #expect(run.err == "还没有台账。新建：guatu init --name 名称；看示例：guatu demo；已有台账文件：加 --ledger 文件。\n")
        }
    }

    @Test func nothingOptionalIsUndescribed() {
        for command in CommandTable.all {
            for words in [Words.chinese, .english] {
                let page = HelpPage(words).page(of: command)
                #expect(!page.contains("\u{1F}"))
                for line in page.split(separator: "\n") where line.hasPrefix("  --") {
                    #expect(line.contains("  ") && line.split(separator: "  ").count >= 2, "\(command.name): \(line)")
                }
            }
            #expect(command.summary.zh != command.summary.en)
        }
    }

    @Test(arguments: [Words.chinese, .english])
    func helpIsAsItWas(words: Words) throws {
        let page = HelpPage(words).overview()
        let binary = try Binary()
        defer { binary.remove() }
        let run = try binary.run("--help", "--lang", words.language.rawValue)
        #expect(run.status == 0)
        #expect(run.out == page)
        for command in CommandTable.all { #expect(page.contains("guatu \(command.name)")) }
        // No line is cut by a terminal of 100 columns.
        #expect(page.split(separator: "\n").allSatisfy { $0.columns() <= 110 })
    }
}
