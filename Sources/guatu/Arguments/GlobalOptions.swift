import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: .both(
            "台账文件；不写则用 GUATU_LEDGER，再则上次打开的台账",
            "the ledger; else GUATU_LEDGER, else the one last opened",
            value: .file
        )
    )
    var ledger: String?

    @Option(
        help: .both(
            "当作现在的时刻，如 2026-11-20T08:00；用它记录只限演练台账",
            "the time, as 2026-11-20T08:00; writes only to rehearsal ledgers",
            value: Both("时刻", "MOMENT")
        )
    )
    var now: String?

    @Option(
        help: .both(
            "语言 zh 或 en；不写则用 GUATU_LANG，再则台账的语言",
            "zh or en; else GUATU_LANG, else the ledger's own",
            value: Both("语言", "LANG")
        )
    )
    var lang: String?

    @Option(
        help: .both(
            "查看过去某一天结束时的台账（只看，不记），如 昨天、11-18",
            "the ledger as it was at the end of a past day, to look at only",
            value: .day
        )
    )
    var asOf: String?

    @Option(
        help: .both(
            "几人共用一个登录名时，我是谁；不写则用 GUATU_ME",
            "who I am, where several share a login; else GUATU_ME",
            value: .person
        )
    )
    var me: String?
}
