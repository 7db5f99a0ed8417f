import Canvas
import Ledger
import Text
import Walls
import Words

/// A draft as the palette lists it: what it is, on what, and what was written.
struct Unfinished: Hashable {
    enum What: Hashable {
        case line(Prompt.Purpose)
        /// The form, of registering or of correcting a matter.
        case form(MatterNumber?)
    }

    let what: What
    /// 答复 问12
    let label: String
    let text: String
}

extension State {
    /// Everything that was typed and neither stored nor thrown away, of this run and of earlier ones.
    var unfinished: [Unfinished] {
        var found = formDrafts.map { number, form in
            let matter = number.flatMap(scene.matter)
            let label = matter.map { words("更正 ", "correct ") + words.number($0) } ?? Operation.of(.form).title(words)
            return Unfinished(what: .form(number), label: label, text: form.typed(.title))
        }
        for (purpose, prompt) in drafts where purpose != .view {
            let text = prompt.fields.filter(\.choices.isEmpty).map(\.text.text).max { $0.count < $1.count } ?? ""
            found.append(Unfinished(what: .line(purpose), label: label(purpose), text: text))
        }
        for (purpose, draft) in keptDrafts where drafts[purpose] == nil {
            let text = draft.texts.max { $0.count < $1.count } ?? ""
            found.append(Unfinished(what: .line(purpose), label: label(purpose), text: text))
        }
        return found.sorted { ($0.label, $0.text) < ($1.label, $1.text) }
    }

    private func label(_ purpose: Prompt.Purpose) -> String {
        let number = purpose.matter.flatMap(scene.matter).map { " " + words.number($0) } ?? ""
        switch purpose {
        case .act(let kind, _): return words.name(kind) + number
        case .say(let saying, _): return Operation.of(.say(saying)).title(words) + number
        case .register: return Operation.of(.register).title(words)
        case .bulk(let kind, let numbers):
            return words("\(words.name(kind)) \(numbers.count) 件", "\(words.name(kind)) \(numbers.count)")
        case .meeting: return Operation.of(.meeting).title(words) + number
        case .duty(let routine, _):
            return words("勾 ", "tick ") + (scene.ledger.diary.routines[routine]?.name.string ?? "")
        case .view: return ""
        }
    }

    /// Opens a draft where it was left.
    mutating func goOn(with draft: Unfinished) -> [Effect] {
        overlay = nil
        if let reason = whyReadOnly {
            say(reason, .attention)
            return []
        }
        switch draft.what {
        case .form(nil): openForm()
        case .form(let number?):
            guard let matter = scene.matter(number) else { return gone(draft) }
            correct(matter)
        case .line(.register): ask(Prompt.register(scene))
        case .line(.bulk(let kind, let numbers)):
            marked = numbers.filter { scene.matter($0) != nil }
            askForMarked(kind)
        case .line(.duty(let routine, let due)): ask(Prompt.duty(routine, due: due, scene))
        case .line(.meeting):
            let effects = openMeetings()
            say(
                words(
                    "草稿在原来那一项：进会议后按原来的数字键接着写。",
                    "The draft waits at its item: open the meeting and press the same digit."
                )
            )
            return effects
        case .line(let purpose):
            guard let matter = purpose.matter.flatMap(scene.matter) else { return gone(draft) }
            switch purpose {
            case .act(let kind, _):
                let answer = drafts[purpose]?.countAnswer ?? keptDrafts[purpose]?.countAnswer
                ask(answer.map { Prompt.atCount($0, on: matter, scene) } ?? Prompt.make(kind, on: matter, scene))
            case .say(let saying, _): ask(Prompt.saying(saying, on: matter, scene))
            default: break
            }
        }
        return []
    }

    /// Its matter is no longer at hand.
    private mutating func gone(_ draft: Unfinished) -> [Effect] {
        say(words("\(draft.label) 已不在手，草稿还在。", "\(draft.label) is not at hand; the draft stays."), .attention)
        return []
    }

    mutating func throwAway(_ draft: Unfinished) {
        switch draft.what {
        case .form(let number): formDrafts[number] = nil
        case .line(let purpose):
            drafts[purpose] = nil
            keptDrafts[purpose] = nil
        }
        say(words("已删草稿「\(draft.label)」。", "The draft “\(draft.label)” is gone."))
    }
}
