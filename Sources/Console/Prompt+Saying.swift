import Canvas
import Ledger
import Text
import Walls
import Words

// What is asked, and read, for what is recorded beside the actions.

extension Prompt {
    /// What is asked for.
    static func saying(_ saying: Saying, on matter: Matter, _ scene: Scene) -> Prompt {
        let words = scene.words
        func text(_ zh: String, _ en: String, _ value: String = "", required: Bool = false, hint: String = "") -> Field
        {
            Field(.text(isRequired: required), label: words(zh, en), text: value, placeholder: hint)
        }
        let optional = words("可不写", "optional")
        var fields: [Field] = []
        switch saying {
        case .household:
            let households = scene.ledger.households(of: matter.number)
            let states: [Household.State?] = [nil] + Household.State.allCases
            var code = Field(.household, label: words("户号", "household"), width: 12)
            code.placeholder = households.first?.code.string ?? ""
            fields = [
                code,
                Field(
                    .householdState(states),
                    label: words("状态", "state"),
                    choices: states.map { $0.map(words.name) ?? words("不变", "as it is") }
                ),
                text("上门", "visit", hint: words("说了什么，可不写", "what was said, optional")),
                text("疑难类别", "trouble", hint: words("状态为疑难时写", "where it is hard")),
            ]
        case .hardCase:
            let file = matter.hardCase
            func prose(_ prose: Prose?) -> String { prose.map(words.text) ?? "" }
            let ways = file?.ways ?? []
            let kinds = Set(scene.ledger.precedents.values.map(\.kind.string)).sorted().prefix(4).joined(separator: " ")
            fields = [
                text("疑难类别", "kind", file?.kind.string ?? "", required: true, hint: kinds),
                text("症结", "knot", prose(file?.knot), required: true),
                text("方案一", "one way", prose(ways.first), required: true),
                text("方案二", "another", prose(ways.dropFirst().first), required: true),
                text("法律意见", "the law", prose(file?.legal), hint: optional),
            ]
        case .precedent:
            let answer = matter.answer?.text.text?.string ?? ""
            fields = [
                text("疑难类别", "kind", matter.hardCase?.kind.string ?? "", required: true),
                text("口径", "precedent", hint: answer),
            ]
        case .review:
            let units = matter.review?.reviewers.map { words.unit($0, in: scene.ledger) } ?? []
            fields = [
                text("送审", "document", required: true, hint: words("方案名称，或改了什么", "the plan, or what changed")),
                Field(
                    .units,
                    label: words("单位", "units"),
                    text: units.joined(separator: " "),
                    placeholder: words("空格隔开，拼音首字母也行", "by spaces; initials will do")
                ),
            ]
        case .opinion:
            let open = matter.review?.open ?? []
            let units = open.isEmpty ? matter.review?.reviewers ?? [] : open
            fields = [
                Field(
                    .unit(units),
                    label: words("单位", "unit"),
                    choices: units.map { words.unit($0, in: scene.ledger) }
                ),
                Field(
                    .verdict(JointReview.Verdict.allCases),
                    label: words("意见", "verdict"),
                    choices: JointReview.Verdict.allCases.map(words.name)
                ),
                text("说明", "remark", hint: words("不同意、修改后同意的须写", "where it does not agree")),
            ]
        case .decision: break
        }
        var prompt = Prompt(
            .say(saying, matter.number),
            label: "\(Operation.of(.say(saying)).title(words)) \(words.number(matter))",
            fields: fields,
            version: matter.version
        )
        prompt.seen = matter
        if saying == .household { prompt.addSpeaker(.track, matter, scene) }
        return prompt
    }

    /// What was said, as a command.
    func said(_ saying: Saying, _ number: MatterNumber, _ scene: Scene) throws(Gap) -> Command {
        switch saying {
        case .household:
            let household = try household(scene)
            var state: Household.State?
            for field in fields { if case .householdState(let states) = field.role { state = states[field.choice] } }
            let trouble = prose(1)
            if state == .hard, household.trouble.isEmpty, trouble == nil {
                throw missing(textPlaces[1], scene)
            }
            return .household(number, .visit(household.code, state, trouble: trouble, prose(0)))
        case .hardCase:
            for place in textPlaces.prefix(4) where fields[place].text.cleaned.isEmpty { throw missing(place, scene) }
            let file = CaseFile(
                kind: prose(0) ?? CleanText(""),
                knot: Prose(prose(1) ?? CleanText("")),
                ways: [2, 3].compactMap { prose($0).map(Prose.init) },
                legal: prose(4).map(Prose.init)
            )
            return .openCase(number, file)
        case .precedent:
            guard let kind = prose(0) else { throw missing(textPlaces[0], scene) }
            return .keepPrecedent(number, kind: kind, prose(1) ?? CleanText(""))
        case .review:
            guard let document = prose(0) else { throw missing(textPlaces[0], scene) }
            return .daily(.openReview(number, document, try units(scene)))
        case .opinion:
            var verdict = JointReview.Verdict.agree
            for field in fields { if case .verdict(let verdicts) = field.role { verdict = verdicts[field.choice] } }
            if verdict != .agree, prose(0) == nil { throw missing(textPlaces[0], scene) }
            return .daily(.giveOpinion(number, try unit(scene), verdict, prose(0)))
        case .decision: return try ruling(number, scene)
        }
    }

    private var textPlaces: [Int] { fields.indices.filter { if case .text = fields[$0].role { true } else { false } } }

    private func prose(_ place: Int) -> CleanText? {
        guard textPlaces.indices.contains(place) else { return nil }
        let text = fields[textPlaces[place]].text.cleaned
        return text.isEmpty ? nil : text
    }

    // MARK: Households

    /// Those of the matter that a few figures may mean: 017 is H08-017.
    func households(_ typed: String, _ scene: Scene) -> [Household] {
        guard let number = purpose.matter else { return [] }
        let wanted = typed.lowercased()
        let all = scene.ledger.households(of: number)
        if let exact = all.first(where: { $0.code.string.lowercased() == wanted }) { return [exact] }
        return wanted.isEmpty ? [] : all.filter { $0.code.string.lowercased().contains(wanted) }
    }

    private func household(_ scene: Scene) throws(Gap) -> Household {
        guard let index = fields.firstIndex(where: { $0.role == .household }) else {
            throw Gap(field: 0, sentence: "")
        }
        let typed = fields[index].text.cleaned.string
        if typed.isEmpty { throw missing(index, scene) }
        let found = households(typed, scene)
        if found.count == 1 { return found[0] }
        let words = scene.words
        let codes = found.prefix(4).map(\.code.string).joined(separator: words("、", ", "))
        throw Gap(
            field: index,
            sentence: found.isEmpty
                ? words("本事项没有户号「\(typed)」；户号的几位数字也行。", "There is no household “\(typed)”; a few figures will do.")
                : words(
                    "「\(typed)」有 \(found.count) 户：\(codes)…再写几位。",
                    "“\(typed)”: \(found.count), as \(codes); write more of it."
                )
        )
    }

    // MARK: Units

    /// Several names, divided by blanks or commas of either width.
    static func unitNames(in typed: String) -> [String] {
        typed.split { " 、，,".contains($0) }.map(String.init)
    }

    private func units(_ scene: Scene) throws(Gap) -> [UnitID] {
        guard let index = fields.firstIndex(where: { $0.role == .units }) else { return [] }
        var units: [UnitID] = []
        for name in Prompt.unitNames(in: fields[index].text.cleaned.string) {
            let lookup = scene.lookUpUnit(name)
            guard let unit = lookup.only else {
                throw Gap(
                    field: index,
                    sentence: lookup.candidates.isEmpty
                        ? scene.words("没有单位「\(name)」。", "No unit “\(name)”.")
                        : scene.words("「\(name)」不止一个单位，请写全。", "“\(name)” is not one unit: write its name.")
                )
            }
            units.append(unit)
        }
        if units.isEmpty { throw missing(index, scene) }
        return units
    }
}
