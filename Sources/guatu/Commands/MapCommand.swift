import ArgumentParser
import Exchange
import Journal
import Ledger
import Words

/// `guatu map`
struct MapCommand: Subcommand {
    static let name = "map"
    static let summary = Both("作战图：import 导入图幅、check 只检查、remove 撤去", "the grid map: import, check, remove sheets")
    static let details: Both? = Both(
        """
        图幅有三种画法：字母图（图例、一行 ---、一个字母一格）、方格表（编码,名称,行,列,行数,列数）、GeoJSON。写法见 docs/Map.md。
        导入替换同一上级的旧图幅；没有画的下级在上级的形状里自动排开，标明「示意」。不写做什么就列出现有图幅。
        """,
        """
        Three ways to draw: letters with a legend, a table of tiles (code,name,row,col,rows,cols), or GeoJSON; see docs/Map.md.
        A sheet takes the place of the one of the same parent. Without anything to do, the sheets of the ledger are listed.
        """
    )
    static let examples = [
        "guatu map import 地图.txt", "guatu map check 网格.geojson --name-property wgmc", "guatu map remove WH-05",
    ]

    @Argument(help: .both("import、check 或 remove", "import, check or remove", value: Both("做什么", "WHAT"))) var what:
        String?
    @Argument(help: .both("文件；撤去时写上级网格，整个街道写 街道", "a file; to remove, the parent grid", value: .file)) var path: String?
    @Option(help: .both("GeoJSON 里放名称的属性", "the property of GeoJSON with the name", value: Both("属性", "NAME")))
    var nameProperty: String?
    @Option(help: .both("GeoJSON 里放编码的属性", "the property of GeoJSON with the code", value: Both("属性", "NAME")))
    var codeProperty: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: what == "import" || what == "remove") { session in
            let ledger = try session.journal.load(.reference).ledger
            switch what {
            case nil: try list(session, ledger)
            case "import", "check": try read(session, ledger)
            case "remove":
                let sheet = MapSheet(parent: try parent(session))
                try session.tell(session.journal.perform(.drawMap(sheet), by: try record.context(in: session)))
            case .some(let what):
                throw Complaint.notOneOf(option: Self.name, text: what, allowed: ["import", "check", "remove"])
            }
        }
    }

    private func list(_ session: Session, _ ledger: Ledger) throws {
        let words = session.words
        for (_, sheet) in ledger.maps.sorted(by: { $0.key < $1.key }) {
            try session.output.line(words.drawn(sheet, in: ledger))
        }
        if ledger.maps.isEmpty {
            try session.output.line(
                words("还没有图幅；guatu map import 文件。", "No sheet of the map yet: guatu map import FILE.")
            )
        }
    }

    private func read(_ session: Session, _ ledger: Ledger) throws {
        let words = session.words
        guard let path else {
            throw Complaint.arguments(words("请写文件。", "Name the file."), command: Self.name)
        }
        let options = MapFile.Options(nameProperty: nameProperty, codeProperty: codeProperty)
        let reading = MapFile.read(path: path, options: options, ledger: ledger)
        for problem in reading.problems { session.output.say(words.sentence(problem, in: ledger)) }
        guard reading.problems.isEmpty else {
            session.output.say(
                words(
                    "发现 \(reading.problems.count) 处问题，什么也没有写入。",
                    "\(reading.problems.count) problems; nothing was written."
                )
            )
            throw Ended(status: ExitStatus.failed)
        }
        for note in reading.notes { try session.output.line(words.sentence(note)) }
        let new = reading.sheets.map(\.sheet).filter { ledger.maps[$0.key] != $0 }
        if what == "check" {
            for sheet in reading.sheets { try session.output.line(words.drawn(sheet.sheet, in: ledger)) }
            try session.output.line(words("检查通过，没有写入。", "Everything is right; nothing was written."))
        } else if new.isEmpty {
            try session.output.line(words("与台账里的图幅相同，没有改动。", "The ledger has these sheets already."))
        } else {
            let commands = new.map(Command.drawMap)
            try session.tell(session.journal.perform(commands, by: try record.context(in: session), expecting: [:]))
        }
    }

    private func parent(_ session: Session) throws -> GridID? {
        guard let path else {
            throw Complaint.arguments(
                session.words("请写上级网格，整个街道写 街道。", "Name the parent grid, or street."),
                command: Self.name
            )
        }
        if ["街道", "street"].contains(path) { return nil }
        return try NameFinder(session).grid(path).id
    }
}
