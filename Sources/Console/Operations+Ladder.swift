import Ledger
import Words

import struct Canvas.Key

extension Operation {
    /// The ladder (督办阶梯): what is proposed is drafted and signed here, by a person.
    static let ladder: [Operation] = [
        Operation(
            .chase,
            ["C"],
            .acting,
            zh: ("催办", "照阶梯拟下一张单据；已拟的签发。先看全文再确认。"),
            en: ("chase", "Draft the next slip of the ladder, or sign the draft; it is shown first.")
        ),
        act(.remind, ["r"], "记一次提醒：打了电话、说了什么；程序不发消息。", "Write down a reminder; the program sends nothing."),
        act(.draftSlip, [], "拟催办单、督办单或通报稿，签发前没有编号。", "Draft a slip; it has no number before it is signed."),
        act(.signSlip, [], "签发单据：给出文号，不能收回，只能作废。", "Sign a slip: it gets its number.", isDangerous: true),
        act(.deliverSlip, [], "单据送达。", "The slip was delivered."),
        act(.acceptSlip, [], "责任单位签收单据。", "The unit signed for the slip."),
        act(.answerSlip, [], "责任单位回复：完成情况、原因、措施、承诺时限。", "The unit answers: state, reason, measure, promise."),
        act(.voidSlip, [], "作废单据，写明理由；编号留在登记簿上。", "Void a slip; its number stays in the register.", isDangerous: true),
        act(.putOff, [], "暂缓这一步，写明理由和到哪天再看。", "Put the step off until a day, saying why."),
        act(.talk, [], "记一次约谈。", "Write down a talk."),
    ]
}
