import Canvas
import Ledger
import Text
import Walls
import Words

import struct Canvas.Key

extension State {
    /// A key while something lies over the wall.
    mutating func press(_ key: Key, in overlay: Overlay) -> [Effect] {
        switch overlay {
        case .prompt(let prompt): return press(key, in: prompt)
        case .filter(let finding): press(key, in: finding)
        case .moving(let moving): press(key, in: moving)
        case .help(let help): press(key, in: help)
        case .palette(let palette): return press(key, in: palette)
        case .reading(let reading): press(key, in: reading)
        case .withdrawal(let withdrawal): return press(key, in: withdrawal)
        case .confirm(let prompt, let reading): return press(key, confirming: prompt, reading)
        case .form(let form): return press(key, in: form)
        case .conflict(let conflict): return press(key, in: conflict)
        case .evening(let flow): return press(key, in: flow)
        case .meeting(let flow): return press(key, in: flow)
        }
        return []
    }

    // MARK: A line

    private mutating func press(_ key: Key, in old: Prompt) -> [Effect] {
        var prompt = old
        if prompt.complete(key, scene) || isSheet(prompt) && prompt.walk(key) {
            overlay = .prompt(prompt)
            return []
        }
        switch key {
        case .escape:
            overlay = nil
            guard prompt.isWorthKeeping, prompt != fresh(prompt) else { return [] }
            drafts[prompt.purpose] = prompt
            say(words("没有存；写的留作草稿，再按一次同一键接着写。", "Not stored; what you typed is kept as a draft."))
            return []
        case .enter: return submit(prompt)
        case .down where prompt.purpose == .register && prompt.focus == 0:
            widen(prompt)
            return []
        case .tab: prompt.next(1)
        case .backTab: prompt.next(-1)
        default: _ = prompt.handle(key)
        }
        overlay = .prompt(prompt)
        if prompt.purpose == .register {
            return lookUpSimilar(QuickEntry(prompt.fields[0].text.text, scene).title)
        }
        return []
    }

    /// The line as it was when it opened.
    private func fresh(_ prompt: Prompt) -> Prompt? {
        switch prompt.purpose {
        case .register: return Prompt.register(scene)
        case .view, .meeting: return prompt
        case .duty(let routine, let due): return Prompt.duty(routine, due: due, scene)
        case .bulk: return nil
        case .act, .say:
            guard let matter = prompt.purpose.matter.flatMap(scene.matter) else { return nil }
            var fresh: Prompt
            switch prompt.purpose {
            case .say(let saying, _): fresh = Prompt.saying(saying, on: matter, scene)
            case .act(let kind, _):
                fresh =
                    prompt.countAnswer.map { Prompt.atCount($0, on: matter, scene) }
                    ?? Prompt.make(kind, on: matter, scene)
            default: return nil
            }
            fresh.focus = prompt.focus
            fresh.version = prompt.version
            fresh.candidate = prompt.candidate
            fresh.seen = prompt.seen
            return fresh
        }
    }

    mutating func submit(_ old: Prompt) -> [Effect] {
        var prompt = old
        if prompt.purpose == .view {
            let name = prompt.fields[0].text.cleaned.string
            if name.isEmpty { return [] }
            overlay = nil
            return keepView(name)
        }
        if case .bulk(let kind, let numbers) = prompt.purpose {
            switch prompt.bulkReading(kind, numbers, scene) {
            case .incomplete(let field, let sentence): return complain(prompt, field, sentence)
            case .commands(let commands, let behalf): return give(commands, behalf, prompt)
            }
        }
        switch prompt.reading(scene) {
        case .incomplete(let field, let sentence): return complain(prompt, field, sentence)
        case .command(let command, let behalf):
            if mustConfirm(&prompt) {
                overlay = .prompt(prompt)
                return []
            }
            return give([command], behalf, prompt)
        }
    }

    /// Says what is missing, at the field where it is.
    private mutating func complain(_ old: Prompt, _ field: Int, _ sentence: String) -> [Effect] {
        var prompt = old
        let goesOn = prompt.goesOn(to: field)
        prompt.focus = field
        overlay = .prompt(prompt)
        if !goesOn { say(sentence, .attention) }
        return []
    }

    /// Hands commands over to be stored, together or not at all.
    private mutating func give(_ commands: [Command], _ behalf: Behalf?, _ prompt: Prompt) -> [Effect] {
        var actor = scene.actor
        actor.behalf = behalf
        for command in commands {
            if let reason = whyRefused(command, by: actor) {
                overlay = .prompt(prompt)
                say(reason, .attention)
                return []
            }
            if commands.count == 1, let preview = preview(of: command, behalf), !prompt.isConfirmed {
                overlay = .confirm(prompt, preview)
                return []
            }
        }
        overlay = nil
        let expected = commands.count == 1 ? expected(prompt, commands[0]) : [:]
        let (ticket, effect) = job(commands, by: actor, expecting: expected)
        underway[ticket] = prompt
        return [effect]
    }

    /// What the user saw counts where it decides: a word of progress is true whatever others wrote meanwhile.
    private func expected(_ prompt: Prompt, _ command: Command) -> [MatterNumber: Int] {
        if case .act(_, .track(_, let progress)) = command, progress.isEmpty { return [:] }
        guard let number = command.matter, let version = prompt.version else { return [:] }
        return [number: version]
    }

    mutating func paste(_ text: String) {
        switch overlay {
        case .prompt(var prompt)?:
            guard prompt.fields[prompt.focus].choices.isEmpty else { return }
            prompt.fields[prompt.focus].text.insert(text)
            overlay = .prompt(prompt)
        case .filter(var finding)?:
            finding.field.insert(text)
            overlay = .filter(finding)
            wall.filter.text = finding.field.text
        case .palette(var palette)?:
            palette.query.insert(text)
            palette.selected = 0
            overlay = .palette(palette)
        case .form(var form)? where !Form.isChoice(form.focus) && form.focus != .store:
            form[form.focus].insert(text)
            overlay = .form(form)
        case .evening(var flow)?:
            guard var prompt = flow.prompt, prompt.fields[prompt.focus].choices.isEmpty else { return }
            prompt.fields[prompt.focus].text.insert(text)
            flow.prompt = prompt
            overlay = .evening(flow)
        case .meeting(var flow)? where flow.prompt != nil:
            guard var prompt = flow.prompt, prompt.fields[prompt.focus].choices.isEmpty else { return }
            prompt.fields[prompt.focus].text.insert(text)
            flow.prompt = prompt
            overlay = .meeting(flow)
        case .meeting, .form, .conflict, .help, .moving, .reading, .confirm, .withdrawal, nil:
            say(words("粘贴的文字要先打开一行：t 跟踪，n 登记，/ 查找。", "Open a line first: t, n or /."), .attention)
        }
        revision += 1
    }

    // MARK: Moving

    private mutating func press(_ key: Key, in old: Moving) {
        var moving = old
        switch Operation.of(key)?.id {
        case .left?, .up?: moving.choose(-1)
        case .right?, .down?, .nextPart?, .move?: moving.choose(1)
        case .open?:
            overlay = nil
            let kind = moving.choices[moving.index].kind
            if moving.count == 1, marked.isEmpty { ask(kind) } else { askForMarked(kind) }
            return
        case .back?:
            overlay = nil
            return
        default: return
        }
        overlay = .moving(moving)
    }

    // MARK: Reading

    private mutating func press(_ key: Key, in old: Reading) {
        overlay = read(key, old).map(Overlay.reading)
    }

    /// A text after a key; nil once it is closed.
    func read(_ key: Key, _ old: Reading) -> Reading? {
        var reading = old
        switch Operation.of(key)?.id {
        case .down?: reading.first += 1
        case .up?: reading.first = max(0, reading.first - 1)
        default: return nil
        }
        return reading
    }
}
