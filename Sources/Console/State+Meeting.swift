import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

import struct Canvas.Key

/// A meeting run from the desk (M): which one, its page, what is being typed, its minutes.
struct MeetingFlow: Hashable {
    /// Nil once a meeting is open.
    var choosing: MeetingChoosing?
    var page: MeetingPage?
    var prompt: Prompt?
    var minutes: Reading?

    /// What a digit does with the point in question.
    static let lines: [(digit: Character, kind: MeetingLine.Kind)] = [("1", .decide), ("2", .note), ("3", .topic)]
}

extension State {
    /// M
    mutating func openMeetings() -> [Effect] {
        var flow = MeetingFlow()
        if let meeting = scene.ledger.diary.underWay, meeting.day == scene.today {
            flow.page = MeetingPage(meeting.id, scene)
        } else {
            flow.choosing = MeetingChoosing(scene)
        }
        overlay = .meeting(flow)
        return turnMeeting()
    }

    mutating func press(_ key: Key, in old: MeetingFlow) -> [Effect] {
        var flow = old
        flow.page?.settle(scene)
        flow.choosing?.settle(scene)
        if let prompt = flow.prompt { return press(key, typing: prompt, in: flow) }
        if let reading = flow.minutes {
            flow.minutes = read(key, reading)
            overlay = .meeting(flow)
            return []
        }
        if flow.page == nil { return press(key, choosing: flow) }
        return press(key, walking: flow)
    }

    // MARK: Which one

    private mutating func press(_ key: Key, choosing old: MeetingFlow) -> [Effect] {
        var flow = old
        var choosing = flow.choosing ?? MeetingChoosing(scene)
        switch key.command {
        case .escape:
            overlay = nil
            return []
        case .up, "k": choosing.move(-1, scene)
        case .down, "j": choosing.move(1, scene)
        case .enter:
            flow.choosing = choosing
            overlay = .meeting(flow)
            return choose(choosing.selected, in: flow)
        default: break
        }
        flow.choosing = choosing
        overlay = .meeting(flow)
        return []
    }

    private mutating func choose(_ choice: MeetingChoice, in old: MeetingFlow) -> [Effect] {
        var flow = old
        switch choice {
        case .plan(let kind, let campaign):
            let meeting = Meeting(kind: kind, campaign: campaign, day: scene.today)
            return giveInMeeting(.daily(.planMeeting(meeting)), nil)
        case .meeting(let id):
            flow.choosing = nil
            flow.page = MeetingPage(id, scene)
            overlay = .meeting(flow)
            guard scene.ledger.diary.meetings[id]?.isPlanned ?? false, whyReadOnly == nil else { return turnMeeting() }
            return giveInMeeting(.daily(.beginMeeting(id)), nil)
        }
    }

    // MARK: Point by point

    private mutating func press(_ key: Key, walking old: MeetingFlow) -> [Effect] {
        var flow = old
        guard var page = flow.page else { return [] }
        switch key.command {
        case .escape:
            overlay = nil
            return []
        case .up, "k": page.move(-1)
        case .down, "j", " ": page.move(1)
        case .home: page.move(-page.points.count)
        case .end: page.move(page.points.count)
        case .enter where page.isAtEnd: return finish(page, in: flow)
        case .enter:
            guard let number = page.point?.matter else { return [] }
            overlay = nil
            return open(number)
        case "4": return [.minutes(page.meeting)]
        default:
            let line = MeetingFlow.lines.first { $0.digit == key.command.character }
            guard let line else { return [] }
            return ask(line.kind, on: page, in: flow)
        }
        flow.page = page
        overlay = .meeting(flow)
        return turnMeeting()
    }

    /// Opens a line, with what was typed into it before.
    private mutating func ask(_ kind: MeetingLine.Kind, on page: MeetingPage, in old: MeetingFlow) -> [Effect] {
        var flow = old
        if let reason = whyReadOnly {
            say(reason, .attention)
            return []
        }
        let matter = kind == .decide || kind == .note ? page.point?.matter : nil
        let line = MeetingLine(meeting: page.meeting, kind: kind, matter: matter)
        let prompt = Prompt.meeting(line, at: page.point, scene)
        let draft = takeDraft(of: prompt)
        if draft != nil { say(words("接着上次没写完的。", "Going on with what was left.")) }
        flow.prompt = draft ?? prompt
        overlay = .meeting(flow)
        return []
    }

    /// Enter at the end: begins a meeting that was planned, ends one that is under way, shows the minutes of one that was.
    private mutating func finish(_ page: MeetingPage, in flow: MeetingFlow) -> [Effect] {
        guard let meeting = scene.ledger.diary.meetings[page.meeting] else { return [] }
        if meeting.ended != nil { return [.minutes(page.meeting)] }
        if meeting.began == nil { return giveInMeeting(.daily(.beginMeeting(page.meeting)), nil) }
        return ask(.end, on: page, in: flow)
    }

    // MARK: A line

    private mutating func press(_ key: Key, typing prompt: Prompt, in before: MeetingFlow) -> [Effect] {
        var flow = before
        flow.prompt = nil
        switch prompt.typed(key, scene) {
        case .left:
            overlay = .meeting(flow)
            guard prompt.isWorthKeeping, !prompt.fields[0].text.isEmpty else { return [] }
            drafts[prompt.purpose] = prompt
            say(words("没有存；写的留作草稿，再按一次同一键接着写。", "Not stored; what you typed is kept as a draft."))
            return []
        case .goesOn(let prompt, let sentence):
            flow.prompt = prompt
            overlay = .meeting(flow)
            if let sentence { say(sentence, .attention) }
            return []
        case .given(let command, _):
            overlay = .meeting(flow)
            let effects = giveInMeeting(command, prompt)
            if effects.isEmpty { reopen(prompt) }
            return effects
        }
    }

    /// Puts a line back into the meeting that is open; false where none is.
    @discardableResult
    mutating func reopen(_ prompt: Prompt) -> Bool {
        guard case .meeting(var flow)? = overlay, case .meeting = prompt.purpose, flow.prompt == nil else {
            return false
        }
        flow.prompt = prompt
        overlay = .meeting(flow)
        return true
    }

    /// Asks the rules and hands a command over; what they refuse is said.
    private mutating func giveInMeeting(_ command: Command, _ prompt: Prompt?) -> [Effect] {
        if let reason = whyReadOnly {
            say(reason, .attention)
            return []
        }
        if let reason = whyRefused(command, by: scene.actor) {
            say(reason, .attention)
            return []
        }
        return [perform(command, by: scene.actor, for: prompt)]
    }

    // MARK: The spotlight

    /// The meeting turns to the point in question, and the wall with it. While one turn is being stored others wait, so
    /// that running through the list writes down where one stops.
    mutating func turnMeeting() -> [Effect] {
        guard turning == nil, case .meeting(let flow)? = overlay, let page = flow.page, whyReadOnly == nil,
            let meeting = scene.ledger.diary.meetings[page.meeting], meeting.isUnderWay,
            meeting.spotlight != page.point?.matter
        else { return [] }
        let command = Command.daily(.turnMeeting(page.meeting, to: page.point?.matter))
        guard whyRefused(command, by: scene.actor) == nil else { return [] }
        let (ticket, effect) = job([command], by: scene.actor)
        turning = ticket
        return [effect]
    }

    // MARK: Minutes

    mutating func take(minutes text: String, of meeting: MeetingID) {
        guard case .meeting(var flow)? = overlay, flow.page?.meeting == meeting else { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        flow.minutes = Reading(
            title: words("纪要", "minutes"),
            lines: lines.map { Reading.Line(label: "", text: String($0)) }
        )
        overlay = .meeting(flow)
        revision += 1
    }

    // MARK: Drawing

    func draw(_ old: MeetingFlow, on canvas: Canvas) {
        var flow = old
        flow.page?.settle(scene)
        flow.choosing?.settle(scene)
        let rows = canvas.height - (flow.prompt == nil ? 0 : 2)
        let area = canvas.region(x: 0, y: 0, width: canvas.width, height: rows)
        if let page = flow.page { page.draw(scene, on: area) } else { flow.choosing?.draw(scene, on: area) }
        if let prompt = flow.prompt {
            canvas.put(above(prompt), x: 0, y: canvas.height - 2, width: canvas.width)
            canvas.put(prompt.line, x: 0, y: canvas.height - 1, width: canvas.width)
        }
    }

    /// What a decision leads to, before it is stored.
    func understoodInMeeting(_ prompt: Prompt) -> [Run] {
        guard case .meeting(let line) = prompt.purpose, line.kind == .decide else { return understood(prompt) }
        let entry = QuickEntry(prompt.fields[0].text.text, scene)
        guard !entry.title.isEmpty else { return [] }
        if entry.isBare {
            let text = words("  不需落实；写上 @人 !时限 就落实为事项", "  nothing to be done; @person !limit make it a matter")
            return [Run(text, Style.gold)]
        }
        // What a decision asks for counts as 1 件, and whose the matter is carries it out, where nobody says more.
        let inherited = line.matter.flatMap(scene.matter)?.person
        return entry.chips(scene, kind: .problem, inheriting: inherited).flatMap { chip in
            [Run("  "), Run(chip.text, chip.isOpen ? .gold : .dim)]
        }
    }

    func meetingKeys(_ flow: MeetingFlow) -> [(key: String, title: String)] {
        if let prompt = flow.prompt { return lineKeys(prompt) }
        if flow.minutes != nil { return [("↑↓", words("滚动", "scroll")), ("Esc", words("关闭", "close"))] }
        guard let page = flow.page else {
            return [
                ("↑↓", words("选", "select")), ("Enter", choiceTitle(flow)), ("Esc", words("返回", "back")),
            ]
        }
        let lines = [
            ("1", words("议定", "decide")), ("2", words("记录", "note")), ("3", words("议题", "topic")),
            ("4", words("纪要", "minutes")),
        ]
        let enter = page.isAtEnd ? endTitle(page) : words("打开", "open")
        return [("↑↓", words("换一项", "another"))] + lines + [("Enter", enter), ("Esc", words("返回", "back"))]
    }

    private func choiceTitle(_ flow: MeetingFlow) -> String {
        guard case .meeting(let id)? = flow.choosing?.selected, let it = scene.ledger.diary.meetings[id] else {
            return words("定会", "plan")
        }
        return it.isPlanned ? words("开会", "begin") : words("打开", "open")
    }

    private func endTitle(_ page: MeetingPage) -> String {
        let meeting = scene.ledger.diary.meetings[page.meeting]
        if meeting?.ended != nil { return words("看纪要", "minutes") }
        return meeting?.began == nil ? words("开会", "begin") : words("散会", "end")
    }
}
