import Ledger
import Words

import struct Canvas.Key

extension Operation {
    static let acting: [Operation] =
        [
            act(.track, ["t"], "记一句进展；有定量的，Tab 可报累计。", "Write one line on how it goes; Tab for the total."),
            Operation(
                .progress,
                ["u"],
                .acting,
                zh: ("报进度", "报累计数；「+3」是新增。"),
                en: ("report progress", "Report the total so far; “+3” adds.")
            ),
            act(.askExtension, ["e"], "写明延到哪天和理由。", "Say until which day and why."),
            Operation(
                .move,
                ["m"],
                .acting,
                zh: ("移动", "选一个能去的状态，写明需要的内容。"),
                en: ("move", "Choose a stage it can go to, and say what that needs.")
            ),
            act(.addStep, ["a"], "加一个步骤，可写明人和日期。", "Add a step, with person and day."),
            Operation(
                .register,
                ["n"],
                .acting,
                zh: ("快速登记", "一行登记：事项 @人或单位 #网格 !时限 ×量。"),
                en: ("register", "Register in one line: title @person or unit #grid !limit ×quantity.")
            ),
            Operation(
                .form,
                ["N"],
                .acting,
                zh: ("登记表", "一页填全：四定、配合、步骤；边写边核对。"),
                en: ("register form", "Everything on one page, checked while it is written.")
            ),
            Operation(
                .mark,
                ["b", "Insert"],
                .acting,
                zh: ("标记", "标几件，一个动作一次办完；Esc 清除。"),
                en: ("mark", "Mark several, then one action does for all; Esc clears.")
            ),
            Operation(
                .copy,
                ["y"],
                .acting,
                zh: ("复制一句话", "把事项的一句话放进剪贴板；没有选中事项时复制本页，统计是表格。"),
                en: ("copy", "Put the one sentence on the clipboard; without a matter the page, statistics as a table.")
            ),
            Operation(
                .copyNumber,
                ["Y"],
                .acting,
                zh: ("复制编号", "把编号送到本机的剪贴板。"),
                en: ("copy the number", "Send the matter's number to the clipboard of your own machine.")
            ),
            Operation(
                .printPage,
                ["p"],
                .acting,
                zh: ("打印本页", "把本页打印成文字或表格；漏跟踪不上纸。"),
                en: ("print the page", "Print this page as text or a table; gaps are never printed.")
            ),
            Operation(
                .printOverdue,
                ["P"],
                .acting,
                zh: ("打印逾期清单", "把逾期事项印成清单。"),
                en: ("print overdue", "Print the list of what is overdue.")
            ),
            Operation(
                .undo,
                ["z"],
                .acting,
                zh: ("撤回", "撤回自己最近记的一次：先看是哪一条，再确认；有文号、他人已接着办的撤不回。"),
                en: ("take back", "Take back your last record: see which, then confirm.")
            ),
            Operation(
                .evening,
                ["E"],
                .acting,
                zh: ("当日清点", "今日的问题和急件逐件过，一键一答；末了是明日清单。"),
                en: ("evening count", "Go through today's problems, one key each; tomorrow's list at the end.")
            ),
            Operation(
                .meeting,
                ["M"],
                .acting,
                zh: ("例会", "开会：逐项议，大屏跟着走；议定的落实为事项，末了是纪要。"),
                en: ("meeting", "Run a meeting point by point; decisions become matters, minutes at the end.")
            ),
        ] + sayings + stages + ladder

    /// The stage actions. They have no key of their own: m, the matter page and the palette reach them.
    private static let stages: [Operation] = [
        act(.amend, [], "改名称、人、单位、网格、时限、量。", "Change title, person, unit, grid, limit, quantity."),
        act(.submit, [], "写好的事项提交立项。", "Hand in a drafted matter."),
        act(.issue, [], "批准并交办；可另定时限。", "Approve and issue; a limit may be set."),
        act(.decline, [], "退回修改，写明理由。", "Return it to be changed, saying why."),
        act(.accept, [], "责任单位签收。", "The unit signs for it."),
        act(.tickStep, [], "勾掉完成的步骤。", "Tick a step that is done."),
        act(.answer, [], "答复问题，当晚不算过夜。", "Answer a problem, so that it does not stay over night."),
        act(.settleSupport, [], "分办单位的一份办结。", "A supporting unit's share is settled."),
        act(.report, [], "责任单位上报办结。", "The unit reports it done."),
        act(.sendBack, [], "审核不通过，退回重办。", "The review fails; send it back."),
        act(.settle, [], "审核通过，办结。", "The review passes; settle it."),
        act(.strike, [], "销号；上级交办的须写同意文号。", "Strike it off; a matter from above needs a document.", isDangerous: true),
        act(.archive, [], "归档。", "Archive it.", isDangerous: true),
        act(.grantExtension, [], "同意延期。", "Grant the extension."),
        act(.refuseExtension, [], "不同意延期，写明理由。", "Refuse the extension, saying why."),
        act(.park, [], "挂账，写明理由和复查日。", "Park it, saying why and when to look again."),
        act(.resume, [], "恢复办理，可另定时限。", "Go on with it; a limit may be set."),
        act(.suspend, [], "中止，写明理由。", "Suspend it, saying why.", isDangerous: true),
        act(.void, [], "作废，写明理由。", "Void it, saying why.", isDangerous: true),
        act(.handBack, [], "退单：不属本单位职责，退回待批准。", "Hand it back: not this unit's duty."),
        act(.transfer, [], "转办给别的单位，可另定时限。", "Transfer it to another unit; a limit may be set."),
        act(.reassign, [], "换人：本单位内换责任人，时限不变。", "Give it to somebody else in the unit; the limit stays."),
        act(.proposeParking, [], "分管领导提出挂账，等书记、主任批。", "Propose to park it; the secretary or director decides."),
        act(.approveParking, [], "同意挂账。", "Approve the parking proposed."),
        act(.refuseParking, [], "不同意挂账，写明理由。", "Refuse the parking proposed, saying why."),
        act(.reopen, [], "重开已办结的事项，写明理由。", "Reopen a settled matter, saying why.", isDangerous: true),
        act(
            .adjustLimit,
            [],
            "调整时限：书记或交办人才能办，原定时限和已逾天数留下。",
            "Adjust the limit: the secretary or the issuer; what was overdue stays."
        ),
        act(
            .recountLimit,
            [],
            "日历变了，按新日历重算时限，或仍按原时限。",
            "The calendar changed: take the limit it gives, or keep the old."
        ),
        act(.acceptSupport, [], "分办单位签收自己的一份。", "A supporting unit signs for its share."),
        act(.trackSupport, [], "记一句分办的进展，可报累计。", "Track a supporting unit's share, with its figure."),
    ]

    static func act(
        _ kind: Action.Kind,
        _ keys: [Key],
        _ zh: String,
        _ en: String,
        isDangerous: Bool = false
    ) -> Operation {
        Operation(
            .act(kind),
            keys,
            .acting,
            zh: (Words.chinese.name(kind), zh),
            en: (Words.english.name(kind), en),
            isDangerous: isDangerous
        )
    }
}
