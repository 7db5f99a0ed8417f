import Ledger
import Text
import Words

// What people call an operation who do not know its name here; the palette and the help page answer to it.
extension Operation {
    /// Other names, in the language of the screen.
    func also(_ words: Words) -> [String] {
        let names = Operation.alsoKnown[id]
        return (words.language == .zh ? names?.zh : names?.en) ?? []
    }

    /// The other name that a word stands in.
    func also(_ word: SearchWord, _ words: Words) -> String? { also(words).first { word.stands(in: $0) } }

    /// How well it answers to a word: by its title, else by another name, else by what it does; nil not at all.
    func rank(_ word: SearchWord, typed: String, _ words: Words) -> Int? {
        if let rank = word.rank(in: title(words)) { return rank }
        if let rank = also(words).compactMap({ word.rank(in: $0) }).min() { return rank + 3 }
        return typed.count > 1 && help(words).lowercased().contains(typed.lowercased()) ? 6 : nil
    }

    private static let alsoKnown: [ID: (zh: [String], en: [String])] = [
        .act(.amend): (["修改", "编辑", "改时限", "改名"], ["edit", "change", "rename"]),
        .undo: (["撤销", "取消", "恢复"], ["undo", "revert"]),
        .register: (["新增", "新建", "添加", "录入"], ["add", "new"]),
        .form: (["新增", "新建", "添加", "录入"], ["add", "new"]),
        .act(.void): (["删除", "取消"], ["delete", "cancel"]),
        .act(.suspend): (["暂停", "停办"], ["stop", "pause"]),
        .act(.reassign): (["改派", "换责任人", "交接"], ["hand over"]),
        .act(.transfer): (["改派", "移交", "换单位"], ["hand over"]),
        .act(.track): (["记录", "进展", "登记进展"], ["note", "comment"]),
        .progress: (["累计", "完成数"], ["total", "done"]),
        .act(.accept): (["接收", "认领"], ["take"]),
        .act(.report): (["完成", "办完"], ["finish", "done"]),
        .act(.settle): (["完成", "验收", "通过"], ["finish", "approve"]),
        .act(.issue): (["下达", "派单", "立项"], ["approve", "assign"]),
        .act(.sendBack): (["驳回", "不通过"], ["reject"]),
        .act(.decline): (["驳回", "不批准"], ["reject"]),
        .act(.askExtension): (["宽限", "推迟"], ["postpone", "delay"]),
        .act(.park): (["搁置", "暂缓"], ["shelve"]),
        .act(.answer): (["回复", "回应"], ["reply"]),
        .act(.remind): (["打电话", "通知"], ["call", "phone"]),
        .chase: (["催办单", "督办单", "发单"], ["slip", "press"]),
        .act(.signSlip): (["签字", "编号", "文号"], ["number"]),
        .filter: (["搜索", "筛选", "检索"], ["search", "filter"]),
        .basis: (["为什么", "原因", "红灯"], ["reason", "light"]),
        .copy: (["粘贴", "发微信", "剪贴板"], ["clipboard"]),
        .printPage: (["导出", "输出"], ["export"]),
        .printOverdue: (["逾期清单", "导出", "清单"], ["export", "overdue list"]),
        .evening: (["日清", "清点", "过夜"], ["end of day", "over night"]),
        .meeting: (["开会", "早会", "晚会", "议程", "纪要"], ["agenda", "minutes"]),
        .theme: (["颜色", "皮肤", "配色", "夜间"], ["colour", "color", "dark", "light"]),
        .mouse: (["选取文字", "触控板"], ["select text"]),
        .help: (["说明", "快捷键", "手册"], ["keys", "manual"]),
        .tour: (["教程", "入门", "新手", "演示"], ["tutorial", "introduction"]),
        .quit: (["关闭", "离开"], ["exit", "close"]),
        .dayBefore: (["昨天", "历史", "复盘"], ["yesterday", "history", "replay"]),
        .play: (["回放", "复盘"], ["replay"]),
        .views: (["保存筛选", "收藏"], ["bookmark", "save"]),
        .mark: (["多选", "批量", "勾选"], ["select", "several", "bulk"]),
        .go(.board): (["看板"], ["kanban"]),
        .go(.timeline): (["甘特图"], ["gantt"]),
        .go(.roster): (["单位", "通讯录"], ["people", "units"]),
    ]
}
