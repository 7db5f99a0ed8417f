import Ledger
import Supervision
import Text
import Words

extension MatterPage {
    /// Everything about the matter: the sentence first, then the four fixed, why the light shows, steps, units, slips,
    /// households, what may be done now, and the history.
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        var page = scene.plainPage(words("事项", "Matter"))
        guard let matter = matter(in: scene) else { return page }
        let name = words.number(matter)
        let judgement = scene.judgement(of: matter)
        page.say(scene.plainName(matter), words.oneSentence(matter, judgement, in: scene.ledger))
        page.say(
            name,
            words.name(judgement.light),
            words.name(matter.stage),
            scene.plainOwner(matter),
            words.plainReason(judgement, of: matter)
        )
        page.addFields(matter, scene)
        for line in words.basis(judgement, of: matter, today: scene.today, in: scene.ledger) {
            let text = line.text.replacing("  ", with: words("，", ", "))
            page.say("\(name) \(words.basis)", [line.label, text].filter { !$0.isEmpty }.joined(separator: " "))
        }
        for duty in scene.duties(of: matter.number) {
            if case .gap = duty.kind, onPaper { continue }
            let unit: String = if case .share(let id, _) = duty.kind { words.unit(id, in: scene.ledger) } else { "" }
            page.say("\(name) \(words.todaysDuties)", unit, words.sentence(duty))
        }
        for (index, step) in matter.steps.enumerated() {
            page.say("\(name) \(words.stepsTitle)", scene.plainStep(step, index, of: matter))
        }
        for support in matter.supports { page.add(support, of: matter, scene) }
        for slip in matter.ladder.slips {
            let reply = slip.reply.map { words("回执 ", "reply ") + words.text($0.done) } ?? ""
            page.say("\(name) \(words.name(slip.kind))", words.number(slip), words.state(slip), reply)
        }
        for household in households(scene) {
            page.say(
                "\(name) \(words("包户", "household")) \(household.code.string)",
                words.name(household.state),
                words.person(household.cadre, in: scene.ledger),
                household.visited.map { words("上门 ", "visited ") + words.short($0, seenFrom: scene.today) }
                    ?? words("未上过门", "never visited"),
                household.group.string,
                household.trouble.string
            )
        }
        page.addActions(matter, scene)
        page.addHistory(entries(scene), name, hasGaps: !onPaper, scene)
        return page
    }
}

extension PlainPage {
    fileprivate mutating func addFields(_ matter: Matter, _ scene: Scene) {
        let words = scene.words
        let ledger = scene.ledger
        let name = words.number(matter)
        let fixed: [(Fixed, String)] = [
            (.person, words.person(matter.person, in: ledger)), (.post, matter.post.string),
            (
                .quantity,
                matter.statedQuantities.map { ($0.group.isEmpty ? "" : $0.group + " ") + words.quantity($0) }
                    .joined(separator: words("，", ", "))
            ),
            (.time, matter.due.map { words.short($0.day(ledger.offset), seenFrom: scene.today) } ?? ""),
        ]
        say(
            "\(name) \(words("四定", "four fixed"))",
            [words.missing(matter.missing)]
                + fixed.filter { !matter.missing.contains($0.0) && !$0.1.isEmpty }
                .map { "\(words.letter($0.0)) \($0.1)" }
        )
        let facts: [(String, String)] = [
            (words("牵头", "lead"), words.unit(matter.lead, in: ledger)),
            (words("责任领导", "leader"), words.person(matter.leader, in: ledger)),
            (words("来源", "source"), words.name(matter.source)),
            (words("战役", "campaign"), words.campaign(matter.campaign, in: ledger)),
            (words("网格", "grid"), words.grid(matter.grid, in: ledger)),
            (words("交办", "issued"), matter.issued.map { words.short($0, seenFrom: scene.today) } ?? ""),
            (words("决策级", "level"), matter.level.map(words.name) ?? ""),
        ]
        say("\(name) \(words("归属", "belongs to"))", facts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" })
    }

    fileprivate mutating func add(_ support: Support, of matter: Matter, _ scene: Scene) {
        let words = scene.words
        let subject = "\(words.number(matter)) \(words.supports) \(words.unit(support.unit, in: scene.ledger))"
        guard support.mode == .share else {
            say(subject, words("协助", "assists"))
            return
        }
        say(
            subject,
            words("分办", "share"),
            words.name(scene.supervisor.judge.judge(support, of: matter).light),
            support.quantity.map(words.quantity) ?? "",
            support.due.map { words.limitNote($0.day(scene.ledger.offset), seenFrom: scene.today) } ?? "",
            support.settled.map { words.doneOn($0) } ?? ""
        )
    }

    /// What may be done now, and what may not and why.
    fileprivate mutating func addActions(_ matter: Matter, _ scene: Scene) {
        let words = scene.words
        let name = words.number(matter)
        for kind in scene.actions(fitting: matter) {
            switch scene.permission(kind, on: matter) {
            case .allowed: say("\(name) \(words("能办", "possible"))", words.name(kind))
            case .onBehalf(let roles):
                let who = roles.first.map(words.name) ?? ""
                say("\(name) \(words("能办", "possible"))", words.name(kind), words("代录\(who)", "for the \(who)"))
            case .refused(let refusal):
                say(
                    "\(name) \(words("不能办", "not possible"))",
                    words.name(kind),
                    words.clause(refusal, in: scene.ledger)
                )
            }
        }
    }

    fileprivate mutating func addHistory(
        _ entries: [MatterPage.Entry],
        _ name: String,
        hasGaps: Bool,
        _ scene: Scene
    ) {
        let words = scene.words
        for entry in entries {
            let day = words.short(entry.day(scene), seenFrom: scene.today)
            guard case .record(let event) = entry else {
                if hasGaps { say("\(name) \(words("历史", "history")) \(day)", words("缺跟踪", "not tracked")) }
                continue
            }
            let time = event.origin == nil ? " " + words.time(event.recorded, scene.ledger.offset) : ""
            say(
                "\(name) \(words("历史", "history")) \(day)\(time)",
                words.signature(event.signature, in: scene.ledger),
                words.sentence(event, in: scene.ledger)
            )
        }
    }
}
