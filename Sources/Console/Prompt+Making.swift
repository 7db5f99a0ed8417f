import Ledger
import Text
import Walls
import Words

extension Prompt {
    /// What an action asks of the person at the keyboard.
    static func make(_ kind: Action.Kind, on matter: Matter, _ scene: Scene) -> Prompt {
        let words = scene.words
        var fields: [Field] = []
        func text(_ zh: String, _ en: String, required: Bool = false) {
            fields.append(
                Field(
                    .text(isRequired: required),
                    placeholder: words(zh, en) + (required ? "" : words("（可不写）", " (optional)"))
                )
            )
        }
        func day(_ zh: String, _ en: String, required: Bool) {
            fields.append(
                Field(
                    .day(.ahead, isRequired: required),
                    label: words(zh, en),
                    placeholder: words("12-1 下周五", "12-1"),
                    width: 12
                )
            )
        }
        switch kind {
        case .register, .amend: return register(scene)
        case .track:
            text("做了什么；卡 …；下 … 日期；请 …", "what was done; stuck …; next …; please …", required: true)
            // What is counted by household is reported by household.
            let isCounted = !scene.ledger.households(of: matter.number).isEmpty
            for (index, line) in matter.quantities.enumerated().prefix(isCounted ? 0 : 3) {
                let name = line.group.isEmpty ? words("累计", "total") : line.group
                let done = "\(words.amount(line.done)) \(line.unit)"
                fields.append(Field(.total(line: index), label: name, placeholder: done, width: 10))
            }
        case .addStep:
            text("步骤名称", "name of the step", required: true)
            fields.append(Field(.person, label: words("人", "person"), width: 8))
            day("日期", "day", required: false)
        case .tickStep:
            let open = matter.steps.indices.filter { matter.steps[$0].done == nil }
            fields.append(
                Field(
                    .step(open),
                    label: words("步骤", "step"),
                    choices: open.map { "\($0 + 1) \(words.text(matter.steps[$0].title))" }
                )
            )
            text("说明", "remark")
        case .answer:
            fields = answering(scene)
        case .issue:
            let given = matter.term.map(words.name) ?? ""
            fields.append(
                Field(
                    .term(isRequired: matter.term == nil),
                    label: words("时限", "limit"),
                    placeholder: given.isEmpty ? words("5个工作日", "5wd") : given,
                    width: 12
                )
            )
            text("批示", "instruction")
        case .submit, .accept: text("意见", "remark")
        case .decline, .sendBack, .refuseExtension, .suspend, .void: text("理由", "reason", required: true)
        case .report: text("办结情况", "how it was done", required: true)
        case .settle:
            let checks: [Check?] = Check.allCases
            fields.append(
                Field(
                    .check(checks),
                    label: words("核验", "checked"),
                    choices: checks.map { $0.map(words.name) ?? "" }
                )
            )
            text("意见", "remark")
        case .strike, .grantExtension:
            let needsDocument = matter.source == .superior || (kind == .grantExtension && matter.source == .hotline)
            if needsDocument {
                text("上级同意文号", "consenting document", required: true)
            } else {
                text("意见", "remark")
            }
        case .archive: break
        case .park:
            text("理由", "reason", required: true)
            day("复查", "check on", required: true)
        case .resume:
            day("新时限", "new limit", required: false)
            text("意见", "remark")
        case .askExtension:
            day("延至", "until", required: true)
            text("理由", "reason", required: true)
        case .settleSupport:
            let units = matter.supports.filter { $0.mode == .share && $0.settled == nil }.map(\.unit)
            fields.append(
                Field(
                    .unit(units),
                    label: words("单位", "unit"),
                    choices: units.map { words.unit($0, in: scene.ledger) }
                )
            )
            text("说明", "remark")
        case .handBack, .transfer, .reassign, .proposeParking, .approveParking, .refuseParking, .reopen, .adjustLimit,
            .recountLimit, .acceptSupport, .trackSupport:
            fields = turning(kind, matter, scene)
        case .remind, .draftSlip, .signSlip, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip, .putOff, .talk:
            fields = climbing(kind, matter, scene)
        }
        var prompt = Prompt(
            .act(kind, matter.number),
            label: "\(words.name(kind)) \(words.number(matter))",
            fields: fields,
            version: matter.version
        )
        prompt.seen = matter
        prompt.addSpeaker(kind, matter, scene)
        return prompt
    }

    /// n: one line, then what kind and where from.
    static func register(_ scene: Scene) -> Prompt {
        let words = scene.words
        return Prompt(
            .register,
            label: words("登记", "Register"),
            fields: [
                Field(
                    .entry,
                    placeholder: words("事项 @人或单位 #网格 !时限 ×量", "title @person or unit #grid !limit ×quantity")
                ),
                Field(.kind(Kind.allCases), label: "", choices: Kind.allCases.map(words.name)),
                Field(
                    .source(Source.allCases),
                    label: words("来源", "source"),
                    choices: Source.allCases.map(words.name),
                    choice: Source.allCases.firstIndex(of: .spoken) ?? 0
                ),
            ]
        )
    }

    /// V: a name for a filter.
    static func view(_ filter: Filter, _ scene: Scene) -> Prompt {
        let words = scene.words
        let name = filter.text.isEmpty ? words("只看逾滞临", "only trouble") : filter.text
        return Prompt(
            .view,
            label: words("视图", "View"),
            fields: [Field(.text(isRequired: true), text: name, placeholder: words("叫什么", "its name"))]
        )
    }

    // MARK: Recording for somebody else

    private static let office: Set<Role> = [.clerk, .supervisionHead]
    /// What the office does itself, although a unit may have said it.
    private static let oftenSaid: Set<Action.Kind> = [
        .track, .answer, .tickStep, .settleSupport, .acceptSupport, .trackSupport,
    ]

    /// Asks a clerk whose word it is and how it came, where the table wants it said (PRACTICE §1).
    mutating func addSpeaker(_ kind: Action.Kind, _ matter: Matter, _ scene: Scene) {
        let row = Transition.of(kind)
        let roles = scene.actor.roles
        let isOffice = !roles.isDisjoint(with: Prompt.office) && !roles.isDisjoint(with: row.recorders)
        guard isOffice, kind != .addStep, kind != .amend else { return }

        var channels: [Channel?] = Channel.allCases
        var usual: Channel? = row.isApproval ? .paper : .phone
        speakers = row.doers
        if case .onBehalf(let doers) = scene.permission(kind, on: matter) {
            // Somebody else must have said it.
            speakers = doers
        } else if Prompt.office.isDisjoint(with: row.doers) {
            // May say it in their own name, but at this desk it mostly comes from elsewhere.
            channels.append(nil)
        } else if Prompt.oftenSaid.contains(kind) {
            channels.insert(nil, at: 0)
            usual = nil
        } else {
            return
        }
        let words = scene.words
        let speaker = scene.usualSpeaker(for: kind, of: speakers, on: matter)
        fields.append(
            Field(
                .channel(channels),
                label: words("代录", "said by"),
                choices: channels.map { $0.map(words.name) ?? words("本人", "myself") },
                choice: channels.firstIndex(of: usual) ?? 0
            )
        )
        fields.append(
            Field(
                .speaker,
                label: words("经手", "who"),
                text: words.person(speaker, in: scene.ledger),
                placeholder: words.unit(matter.lead, in: scene.ledger),
                width: 8
            )
        )
    }
}
