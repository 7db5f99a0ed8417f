import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

import struct Canvas.Key

/// 当日清点 as it is gone through: the page, and the answer being typed.
struct EveningFlow: Hashable {
    var page: EveningPage
    var prompt: Prompt?

    /// What a single key does with the one in question.
    enum Choice: Hashable, CaseIterable {
        case measure, solved, sentUp, handedToDuty, decided

        var answer: AnswerKind {
            switch self {
            case .measure: .measure
            case .solved: .solved
            case .sentUp: .sentUp
            case .handedToDuty: .handedToDuty
            case .decided: .decided
            }
        }

        var digit: Character {
            switch self {
            case .measure: "1"
            case .solved: "2"
            case .sentUp: "3"
            case .handedToDuty: "4"
            case .decided: "5"
            }
        }
    }

    static func choices(_ scene: Scene) -> [Choice] {
        Choice.allCases.filter { $0 != .handedToDuty || scene.supervisor.canHandToDuty }
    }
}

extension State {
    /// E
    mutating func openEvening() {
        overlay = .evening(EveningFlow(page: EveningPage(scene)))
    }

    mutating func press(_ key: Key, in old: EveningFlow) -> [Effect] {
        var flow = old
        flow.page.settle(scene)
        if let prompt = flow.prompt { return press(key, typing: prompt, in: flow) }
        switch key.command {
        case .escape:
            overlay = nil
            return []
        case .up, "k": flow.page.isAtEnd && flow.page.first > 0 ? flow.page.first -= 1 : flow.page.move(-1)
        case .down, "j":
            if flow.page.isAtEnd { flow.page.first += 1 } else { flow.page.move(1) }
        case .home: flow.page.move(-flow.page.items.count)
        case .end: flow.page.move(flow.page.items.count)
        case " ", "0": flow.page.move(1)
        case .enter where flow.page.isAtEnd: return closeEvening(flow)
        case .enter:
            guard let number = flow.page.matter else { break }
            overlay = nil
            return open(number)
        default:
            guard let character = key.command.character, let number = flow.page.matter,
                let choice = EveningFlow.choices(scene).first(where: { $0.digit == character }),
                let matter = scene.matter(number)
            else { break }
            if let reason = whyReadOnly {
                say(reason, .attention)
            } else {
                let prompt = Prompt.atCount(choice.answer, on: matter, scene)
                let draft = takeDraft(of: prompt)
                if draft != nil { say(words("接着上次没写完的。", "Going on with what was left.")) }
                flow.prompt = draft ?? prompt
            }
        }
        overlay = .evening(flow)
        return []
    }

    private mutating func press(_ key: Key, typing prompt: Prompt, in before: EveningFlow) -> [Effect] {
        var flow = before
        flow.prompt = nil
        var effects: [Effect] = []
        var walked = prompt
        if isSheet(prompt), prompt.completion(scene) == nil, walked.walk(key) {
            flow.prompt = walked
            overlay = .evening(flow)
            return []
        }
        switch prompt.typed(key, scene) {
        case .left:
            let isWritten = prompt.fields.contains { $0.isTyped && !$0.text.isEmpty }
            if isWritten {
                drafts[prompt.purpose] = prompt
                say(words("没有存；写的留作草稿，再按一个数字接着写。", "Not stored; what you typed is kept: a digit goes on with it."))
            }
        case .goesOn(let prompt, let sentence):
            flow.prompt = prompt
            if let sentence { say(sentence, .attention) }
        case .given(let command, let behalf):
            var actor = scene.actor
            actor.behalf = behalf
            if let reason = whyRefused(command, by: actor) {
                flow.prompt = prompt
                say(reason, .attention)
            } else {
                flow.page.move(1)
                effects = [perform(command, by: actor, for: prompt)]
            }
        }
        overlay = .evening(flow)
        return effects
    }

    /// 清点毕
    private mutating func closeEvening(_ flow: EveningFlow) -> [Effect] {
        overlay = .evening(flow)
        guard scene.evening.closed == nil else {
            overlay = nil
            return []
        }
        if let reason = whyReadOnly {
            say(reason, .attention)
            return []
        }
        let command = Command.daily(.closeEvening(flow.page.items))
        do throws(Refusal) {
            _ = try decide(command, in: scene.ledger, by: Context(actor: scene.actor, now: max(now, scene.now)))
        } catch {
            say(words.sentence(error, in: scene.ledger), .attention)
            return []
        }
        say(words("清点毕；Esc 返回。", "The count is closed; Esc goes back."))
        return [perform(command, by: scene.actor, for: nil)]
    }

    // MARK: Drawing

    func draw(_ flow: EveningFlow, on canvas: Canvas) {
        let prompt = flow.prompt
        let isSheet = prompt.map(isSheet) ?? false
        let rows = canvas.height - (prompt.map { isSheet ? sheetRows($0) : 2 } ?? 0)
        flow.page.draw(scene, on: canvas.region(x: 0, y: 0, width: canvas.width, height: rows))
        guard let prompt else { return }
        if isSheet {
            drawSheet(prompt, on: canvas, bottom: canvas.height)
        } else {
            canvas.put(above(prompt), x: 0, y: canvas.height - 2, width: canvas.width)
            canvas.put(prompt.line, x: 0, y: canvas.height - 1, width: canvas.width)
        }
    }

    /// The keys of a line that is being typed, wherever it stands.
    func lineKeys(_ prompt: Prompt) -> [(key: String, title: String)] {
        let isCapture = prompt.purpose == .register
        let store = ("Enter", isCapture ? words("登记", "register") : words("记下", "store"))
        let leave = ("Esc", words("先不存，留作草稿", "keep as draft"))
        if prompt.completion(scene) != nil {
            return [("Tab", words("选定", "take")), ("↑↓", words("换一个", "another")), store, leave]
        }
        var keys = [store]
        if prompt.fields.count > 1 { keys.append(("Tab", words("下一项", "next field"))) }
        if isSheet(prompt) { keys.append(("↑↓", words("换栏", "field"))) }
        if isCapture, prompt.focus == 0 { keys.append(("↓", words("进登记表", "to the form"))) }
        if !prompt.fields.isEmpty, !prompt.fields[prompt.focus].choices.isEmpty {
            keys.append(("←→", words("换", "choose")))
        }
        return keys + [leave]
    }

    func eveningKeys(_ flow: EveningFlow) -> [(key: String, title: String)] {
        if let prompt = flow.prompt { return lineKeys(prompt) }
        if flow.page.isAtEnd {
            let isClosed = scene.evening.closed != nil
            return [
                ("Enter", isClosed ? words("返回", "back") : words("清点毕", "close the count")), ("↑", words("回看", "back")),
                ("Esc", words("先不毕", "leave")),
            ]
        }
        let choices = EveningFlow.choices(scene).map { (String($0.digit), words.name($0.answer)) }
        return choices + [
            (words("空格", "Space"), words("留过夜", "leave over night")), ("↑↓", words("换一件", "another")),
            ("Enter", words("打开", "open")), ("Esc", words("返回", "back")),
        ]
    }
}

extension Prompt {
    /// The line of one answer at the evening count: only what that answer needs.
    static func atCount(_ kind: AnswerKind, on matter: Matter, _ scene: Scene) -> Prompt {
        let words = scene.words
        func person(_ label: String, _ id: PersonID?) -> Field {
            Field(.carrier, label: label, text: words.person(id, in: scene.ledger), width: 8)
        }
        let text = Field(.text(isRequired: true), placeholder: hint(kind, words))
        var fields = [text]
        switch kind {
        case .measure:
            fields.append(person(words("人", "person"), matter.person))
            fields.append(
                Field(
                    .day(.ahead, isRequired: true),
                    label: words("日期", "day"),
                    placeholder: words("明天 12-1", "12-1"),
                    width: 12
                )
            )
        case .sentUp:
            let levels = DecisionLevel.allCases.filter { $0 != .community }
            let next = (matter.pendingLevel ?? matter.level ?? .community).above ?? .committee
            fields.append(
                Field(
                    .level(levels),
                    label: words("提交", "to"),
                    choices: levels.map(words.name),
                    choice: levels.firstIndex(of: next) ?? 0
                )
            )
        case .handedToDuty:
            fields.append(person(words("带班领导", "leader"), nil))
            fields.append(Field(.phone, label: words("值班电话", "duty phone"), text: scene.dutyPhone, width: 14))
        case .decided:
            let levels: [DecisionLevel] = [.community, .viceLeader, .secretary]
            let pending = matter.pendingLevel ?? matter.level ?? .community
            fields.append(
                Field(
                    .level(levels),
                    label: words("决定", "level"),
                    choices: levels.map(words.name),
                    choice: levels.firstIndex(of: pending) ?? 2
                )
            )
            fields.append(person(words("由谁落实", "who"), nil))
            fields.append(
                Field(
                    .day(.ahead, isRequired: false),
                    label: words("何时", "when"),
                    placeholder: words("不写即不需落实", "else nothing to do"),
                    width: 14
                )
            )
            let channels: [Channel?] = [.paper, .phone, .meeting, .onSite, .wechat]
            fields.append(
                Field(.channel(channels), label: words("代录", "by"), choices: channels.map { $0.map(words.name) ?? "" })
            )
            fields.append(Field(.speaker, label: words("哪位领导", "leader"), width: 8))
        case .solved: break
        }
        var prompt = Prompt(
            .act(.answer, matter.number),
            label: "\(words.name(kind)) \(words.number(matter))",
            fields: fields,
            version: matter.version
        )
        prompt.countAnswer = kind
        return prompt
    }

    private static func hint(_ kind: AnswerKind, _ words: Words) -> String {
        switch kind {
        case .solved: words("怎么解决的", "how it was solved")
        case .measure: words("什么措施", "which measure")
        case .sentUp: words("为何事提交", "for what")
        case .handedToDuty: words("交代值班什么", "what is asked of the desk")
        case .decided: words("结论", "the conclusion")
        }
    }
}
