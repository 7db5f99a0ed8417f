import Glibc
package import Ledger
import Text
package import Words

// Sentences about imports. They stand here and not in Words, so that Words needs neither YAML nor a
// journal; the voice is the same.
extension Words {
    /// Where and what, and what to write instead: 「事项.csv 第 12 行 N 列「完成时限」：…」.
    package func sentence(_ problem: ImportProblem, in ledger: Ledger) -> String {
        let place = place(problem)
        let fault = sentence(problem.fault, in: ledger)
        return self("\(place)：\(fault)", "\(place): \(fault)")
    }

    /// The same with `文件:行:列` in front, as editors jump to it.
    package func compactSentence(_ problem: ImportProblem, in ledger: Ledger) -> String {
        guard case .line(let line, let column) = problem.place else { return sentence(problem, in: ledger) }
        return "\(problem.file):\(line):\(column)" + self("：", ": ") + sentence(problem.fault, in: ledger)
    }

    private func place(_ problem: ImportProblem) -> String {
        let file = problem.file
        switch problem.place {
        case .file: return file
        case .row(let row): return self("\(file) 第 \(row) 行", "\(file) row \(row)")
        case .cell(let row, let column):
            let header = column.header.string
            return self(
                "\(file) 第 \(row) 行 \(column.letter) 列「\(header)」",
                "\(file) row \(row) column \(column.letter) (\(header))"
            )
        case .line(let line, let column):
            return self("\(file) 第 \(line) 行第 \(column) 列", "\(file) line \(line) column \(column)")
        }
    }

    // MARK: Faults

    private func sentence(_ fault: ImportProblem.Fault, in ledger: Ledger) -> String {
        switch fault {
        case .refused(let refusal): sentence(refusal, in: ledger)
        case .map(let fault): sentence(fault)
        case .unopenable(ENOENT): self("没有这个文件。", "There is no such file.")
        case .unopenable(EACCES): self("没有读取的权限。", "No permission to read it.")
        case .unopenable(let code):
            self("打不开（\(String(cString: strerror(code)))）。", "Cannot be opened (\(String(cString: strerror(code)))).")
        case .directory: self("这是文件夹，不是文件。", "This is a folder, not a file.")
        case .nothingToImport(let expected):
            self(
                "文件夹里没有可导入的文件；文件名应为：\(list(expected))。",
                "Nothing to import in this folder; files are named: \(list(expected))."
            )
        case .emptyFile: self("文件是空的。", "The file is empty.")
        case .unreadable:
            self(
                "既不是 UTF-8 也不是 GB18030，读不出文字。请在 Excel 或 WPS 中另存为「CSV UTF-8」。",
                "Neither UTF-8 nor GB18030. Save it as “CSV UTF-8” in Excel or WPS."
            )
        case .utf16:
            self(
                "这是「Unicode 文本」。请在 Excel 或 WPS 中另存为「CSV UTF-8（逗号分隔）」。",
                "This is “Unicode text”. Save it as “CSV UTF-8” in Excel or WPS."
            )
        case .workbook:
            self(
                "这是 Excel 工作簿，不是 CSV。请在 Excel 或 WPS 中另存为「CSV UTF-8（逗号分隔）」。",
                "This is an Excel workbook. Save it as “CSV UTF-8” in Excel or WPS."
            )
        case .noHeader:
            self(
                "前 15 行里没有认得的表头。事项表至少要有「事项」一列，表头见 docs/Import.md。",
                "No known headers in the first 15 rows. A table of matters needs at least 事项; see docs/Import.md."
            )
        case .missingColumn(let name): self("缺「\(name)」列。", "The column \(name) is missing.")
        case .doubleColumn(let name): self("「\(name)」出现了两次，请删去一个。", "\(name) occurs twice; remove one.")
        case .brokenYAML(let detail):
            self("写法有误（\(detail)）。请检查缩进、冒号后的空格和引号。", "Not valid YAML (\(detail)). Check indents, colons and quotes.")
        case .unknownKey(let key, let known):
            self("不认得「\(key)」；可以写：\(list(known))。", "Unknown key \(key); known are: \(list(known)).")
        case .outOfRange(let text, let allowed):
            text.isEmpty
                ? self("这里没有写；应写\(allowed)。", "Nothing here; wanted: \(allowed).")
                : self("「\(text.string)」不行；应写\(allowed)。", "“\(text.string)” does not do; wanted: \(allowed).")
        case .wrongShape(.mapping): self("这里应写成「项目: 内容」。", "A mapping (key: value) is wanted here.")
        case .wrongShape(.list): self("这里应是列表，每项以「- 」开头。", "A list is wanted here, each item begins with “- ”.")
        case .wrongShape(.text): self("这里应是一段文字。", "A text is wanted here.")
        case .openQuote:
            self("从这一行起有一个引号没有配对，后面都读不下去。请补上或删去这个引号。", "A quotation mark begins here and is never closed.")
        case .longRow:
            self("这一行超过 1 MB，多半是引号没有配对。", "This row is over 1 MB; most likely a quotation mark is not closed.")
        case .moreCells(let found, let columns):
            self(
                "有 \(found) 格，表头只有 \(columns) 列。文字里有逗号的，整格要用英文双引号括起来。",
                "\(found) cells under \(columns) headers. A cell with a comma in it must be put in double quotes."
            )
        case .leftOut(let rows, let matter):
            self(
                "事项 \(matter) 有错，关于它的 \(rows) 行一并没有导入。",
                "Matter \(matter) is not right, so \(rows) rows about it were left out."
            )
        case .empty(let name): self("「\(name)」不能空着。", "\(name) must not be empty.")
        case .notADay(let text):
            self(
                "「\(text)」不是日期。可写 2026-11-20、2026年11月20日、11月20日、月底、今日+3工。",
                "“\(text)” is not a day. Write 2026-11-20, 2026年11月20日, 月底 or 今日+3工."
            )
        case .notALimit(let text):
            self(
                "「\(text)」不是时限。可写 2026-11-20、月底、10个工作日、当日；长期工作写「长期」。",
                "“\(text)” is not a limit. Write 2026-11-20, 月底, 10个工作日, 当日, or 长期 for none."
            )
        case .notAnAmount(let text):
            self(
                "「\(text)」不是数量。写数字，最多三位小数，不能小于零。",
                "“\(text)” is not a quantity: digits, at most three decimals, not below zero."
            )
        case .notANumber(let text): self("「\(text)」不是次数。", "“\(text)” is not a count.")
        case .notASupport(let text):
            self(
                "「\(text)」看不懂。写法：城建办（分办 6户 2026-12-01）；柳堤社区（协助）。",
                "Cannot read “\(text)”. Write: 城建办（分办 6户 2026-12-01）；柳堤社区（协助）."
            )
        case .unknownTerm(let text, let known):
            self(
                "「\(text)」不在可用的词里；可写：\(list(known))。",
                "“\(text)” is not one of the terms: \(list(known))."
            )
        case .unknownName(let kind, let name):
            self(
                "台账里没有\(self.name(kind))「\(name)」。请改成已有的名字，或加 --create-missing 一并新建。",
                "The ledger has no \(self.name(kind)) “\(name)”. Use a known name, or --create-missing to add it."
            )
        case .ambiguousName(let kind, let name, let choices):
            self(
                "\(self.name(kind))「\(name)」不止一个，请写明是哪个：\(list(choices))。",
                "There are several called “\(name)” (\(self.name(kind))); say which: \(list(choices))."
            )
        case .notUnique(let number, let row):
            self("编号 \(number) 与第 \(row) 行重复。", "Number \(number) stands in row \(row) already.")
        case .numberTaken(let number):
            self(
                "编号 \(number) 已被台账里的另一事项占用。请改号，或空着由程序编号。",
                "Number \(number) is taken in the ledger. Change it, or leave it empty for a new one."
            )
        case .noSuchMatter(let number):
            self("没有编号为「\(number)」的事项；请写台账里的编号。", "There is no matter “\(number)”; give its number in the ledger.")
        case .noSuchStep(let step):
            self("没有「\(step)」这一步；写步骤的序号或名称。", "There is no step “\(step)”; give its number or title.")
        case .dayAhead(let day): self("\(day.iso) 还没有到。", "\(day.iso) has not come yet.")
        case .tooEarly(let day, let after):
            self("\(day.iso) 早于 \(after.iso)，前后对不上。", "\(day.iso) is before \(after.iso).")
        case .needsChannel:
            self(
                "经手人与录入人不同，请写明方式：电话、微信、纸质、会上、现场。",
                "Said by one and typed by another: say how the word came (电话, 微信, 纸质, 会上, 现场)."
            )
        case .needsReason(let action): self("「\(action)」请写明理由。", "\(action) needs a reason.")
        case .notRegistered:
            self(
                "记录里有改变状态的动作，却没有「登记」开头。请补上登记，或只留跟踪、报进度。",
                "These records move the matter on, but do not begin with 登记. Add it, or keep only tracks."
            )
        case .disagrees(let said, let found):
            self("写的是「\(said)」，按记录应为「\(found)」。请改成一致。", "Says “\(said)”, but its records lead to “\(found)”.")
        case .personal(let number):
            self(
                "「\(number)」像是电话、证件、银行卡或门牌号。台账里不记这些，请删去。",
                "“\(number)” looks like a phone, ID, card or door number; remove it."
            )
        }
    }

    func name(_ kind: ImportProblem.NameKind) -> String {
        switch kind {
        case .unit: self("单位", "unit")
        case .person: self("人员", "person")
        case .grid: self("网格", "grid")
        case .campaign: self("战役", "campaign")
        }
    }

    func list(_ items: [String]) -> String { items.joined(separator: self("、", ", ")) }
}

// MARK: - What came of it

extension Words {
    /// The lines of a report without its problems: counts by file, what was added and assumed, and
    /// whether it was written.
    package func lines(_ report: ImportReport, isDryRun: Bool) -> [String] {
        var lines = report.tables.map(line)
        if !report.created.isEmpty {
            let names = list(report.created.map { "\(name($0.kind))「\($0.name)」" })
            lines.append(self("新建：\(names)。", "Added: \(names)."))
        }
        if !report.keptColumns.isEmpty {
            let columns = list(report.keptColumns.map { "「\($0)」" })
            lines.append(self("不认得的列，随事项保留：\(columns)。", "Unknown columns, kept with the matters: \(columns)."))
        }
        if !report.skippedColumns.isEmpty {
            let columns = list(report.skippedColumns.map { "「\($0)」" })
            lines.append(
                self(
                    "没有导入的列：\(columns)；台账不记电话、证件和住址。",
                    "Columns left out: \(columns); the ledger holds no phones, IDs or home addresses."
                )
            )
        }
        lines += report.assumed.map(sentence)
        lines += Fixed.allCases.compactMap { fixed in
            report.flagged[fixed].map { count in
                self("\(count) 件\(missing([fixed]))，已收下并标明。", "\(count) matters taken in with \(missing([fixed])).")
            }
        }
        lines.append(conclusion(report, isDryRun: isDryRun))
        return lines
    }

    private func line(_ table: ImportReport.Table) -> String {
        self(
            "\(table.file)  读 \(table.read) 行：新增 \(table.added)、不变 \(table.unchanged)、出错 \(table.bad)",
            "\(table.file)  \(table.read) rows: \(table.added) new, \(table.unchanged) unchanged, \(table.bad) bad"
        )
    }

    private func sentence(_ assumption: ImportReport.Assumption) -> String {
        switch assumption {
        case .kind(let kind):
            self("没有写类别的，按「\(name(kind))」收下。", "Without 类别: taken as \(name(kind)).")
        case .source(let source):
            self("没有「来源」一列，全部按「\(name(source))」收下。", "No column 来源: all taken as \(name(source)).")
        case .stage(let stage):
            self("没有写状态的，按「\(name(stage))」收下。", "Without 状态: taken as \(name(stage)).")
        }
    }

    private func conclusion(_ report: ImportReport, isDryRun: Bool) -> String {
        if !report.isClean {
            let more = report.problemCount - report.problems.count
            let unlisted = more > 0 ? self("（另有 \(more) 处未列出）", " (\(more) more are not listed)") : ""
            return self(
                "发现 \(report.problemCount) 处问题\(unlisted)，什么也没有写入。改好后再导入。",
                "\(report.problemCount) problems\(unlisted). Nothing was written; mend them and import again."
            )
        }
        if report.isCommitted { return self("已全部写入。", "Everything was written.") }
        if isDryRun { return self("检查通过，没有写入（--dry-run）。", "Everything is right; nothing was written (--dry-run).") }
        return self("都已在台账里，没有改动。", "Everything is in the ledger already; nothing changed.")
    }
}
