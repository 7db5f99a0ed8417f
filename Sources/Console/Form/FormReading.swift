import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

/// What a form says so far: a registration, and for each field what is to be said of it.
struct FormReading {
    var registration: Registration
    private(set) var verdicts: [Form.Field: Verdict] = [:]
    /// What the focused field may mean.
    private(set) var candidates: [(name: String, note: String)] = []
    /// Matters with a like title.
    let similar: [Similar]

    enum Verdict: Hashable {
        case fine(String)
        /// 缺: what to write.
        case missing(String)
        case doubt(String)
        /// Nothing is written and nothing need be.
        case free(String)

        var isOpen: Bool {
            switch self {
            case .missing, .doubt: true
            case .fine, .free: false
            }
        }
    }

    private let form: Form
    private let scene: Scene

    init(_ form: Form, _ scene: Scene) {
        self.form = form
        self.scene = scene
        registration = Registration(kind: form.kind, title: Prose(CleanText(form.typed(.title))), source: form.source)
        similar = scene.similar(to: form.typed(.title), except: form.number)
        readTitle()
        readPlain()
        readPlace()
        readPeople()
        readQuantity()
        readTerm()
        readSupports()
        readSteps()
        readRebound()
    }

    private var words: Words { scene.words }

    /// What must be mended before anything can be stored, the first field first. What is merely missing can wait: a
    /// draft may lack it.
    var problem: (field: Form.Field, sentence: String)? {
        for field in form.fields {
            if field == .title, case .missing(let sentence)? = verdicts[field] { return (field, sentence) }
            if case .doubt(let sentence)? = verdicts[field] { return (field, sentence) }
        }
        return nil
    }

    /// Which of the four fixed are still to be written.
    var missing: [Fixed] {
        var missing: [Fixed] = []
        if registration.person == nil { missing.append(.person) }
        if registration.post.isEmpty { missing.append(.post) }
        if registration.quantities.isEmpty, registration.kind == .target { missing.append(.quantity) }
        if registration.term == nil { missing.append(.time) }
        return missing
    }

    // MARK: Fields

    private mutating func readTitle() {
        let title = form.typed(.title)
        if title.isEmpty {
            verdicts[.title] = .missing(words("写一句话：什么地方、办什么事", "one line: where, and what is to be done"))
        } else if let found = PersonalData.first(in: title) {
            verdicts[.title] = .doubt(words.personal(found))
        } else {
            verdicts[.title] = .fine("")
        }
    }

    private mutating func readPlain() {
        registration.sourceDocument = form[.document].cleaned
        let remark = form[.remark].cleaned
        if !remark.isEmpty { registration.remark = Prose(remark) }
        verdicts[.kind] = .fine("")
        verdicts[.source] = .fine("")
        let needsDocument = form.source == .superior || form.source == .hotline
        verdicts[.document] =
            !registration.sourceDocument.isEmpty
            ? .fine("")
            : .free(needsDocument ? words("文号或工单号", "document or order number") : words("可空", "optional"))
        verdicts[.remark] = remark.isEmpty ? .free(words("可空", "optional")) : .fine("")
    }

    private mutating func take<Subject>(
        _ field: Form.Field,
        _ lookup: (String) -> Lookup<Subject>,
        what: String,
        empty: Verdict
    ) -> Lookup<Subject>.ID? {
        let typed = form.typed(field)
        if typed.isEmpty {
            verdicts[field] = empty
            return nil
        }
        let result = lookup(typed)
        if let found = result.found {
            verdicts[field] = .fine("")
            return found
        }
        if form.focus == field { candidates = result.candidates.map { ($0.name, $0.note) } }
        if result.candidates.isEmpty {
            verdicts[field] = .doubt(words("没有\(what)「\(typed)」", "no \(what) “\(typed)”"))
        } else if result.candidates.count == 1 {
            // What can mean only one thing is taken as it is and shown.
            verdicts[field] = .fine(result.candidates[0].name)
            return result.candidates[0].id
        } else {
            verdicts[field] = .doubt(
                words("「\(typed)」有 \(result.candidates.count) 个，选一个", "“\(typed)”: \(result.candidates.count), choose")
            )
        }
        return nil
    }

    private mutating func readPlace() {
        let optional = Verdict.free(words("可空", "optional"))
        registration.campaign = take(
            .campaign,
            scene.lookUpCampaign,
            what: words("战役", "campaign"),
            empty: optional
        )
        registration.grid = take(.grid, scene.lookUpGrid, what: words("网格", "grid"), empty: optional)
        if let grid = registration.grid { verdicts[.grid] = .fine(words.grid(grid, in: scene.ledger)) }
    }

    private mutating func readPeople() {
        let ledger = scene.ledger
        registration.person = take(
            .person,
            scene.lookUpPerson,
            what: words("人员", "person"),
            empty: .missing(words("写姓名或拼音首字母，例如 hzy", "a name or its initials"))
        )
        registration.lead = take(
            .lead,
            scene.lookUpUnit,
            what: words("单位", "unit"),
            empty: .missing(words("写牵头单位；写了人就带出", "the lead unit; it follows from the person"))
        )
        if let person = registration.person {
            let own = ledger.people[person]?.unit
            let count = scene.matters(Filter(text: words("人:", "person:") + words.person(person, in: ledger))).count
            let name = words.person(person, in: ledger)
            let who = form.typed(.person).hasPrefix(name) ? "" : name + "·"
            verdicts[.person] = .fine(
                words(
                    "\(who)\(words.unit(own, in: ledger))，在办 \(count) 件",
                    "\(who)\(words.unit(own, in: ledger)), \(count) at hand"
                )
            )
            if registration.lead == nil, form.typed(.lead).isEmpty {
                registration.lead = own
                verdicts[.lead] = .fine(words("随人带出 ", "from the person: ") + words.unit(own, in: ledger))
            }
        }
        let post = form[.post].cleaned
        let usual = registration.person.flatMap { ledger.people[$0]?.posts.first } ?? CleanText("")
        registration.post = post.isEmpty ? usual : post
        if !post.isEmpty {
            verdicts[.post] = .fine("")
        } else if !usual.isEmpty {
            verdicts[.post] = .fine(words("随人带出 ", "from the person: ") + usual.string)
        } else {
            verdicts[.post] =
                registration.person == nil
                ? .free(words("由人员表带出", "given by the person"))
                : .missing(words("人员表里没有岗位，写一个，例如 网格员岗", "the directory has no post: write one"))
        }
        registration.leader = take(
            .leader,
            scene.lookUpPerson,
            what: words("人员", "person"),
            empty: .free(words("可空", "optional"))
        )
    }

    private mutating func readQuantity() {
        let typed = form.typed(.quantity)
        guard !typed.isEmpty else {
            let isOwed = form.kind == .target
            verdicts[.quantity] =
                isOwed
                ? .missing(words("写数和单位，例如 4 处；分组写 8组:32户 9组:40户", "a figure and its unit: 4 places"))
                : .free(words("不写按 1 件", "1 unless written"))
            return
        }
        guard let lines = Form.quantities(typed) else {
            verdicts[.quantity] = .doubt(words("看不懂「\(typed)」：写数和单位，例如 4 处", "“\(typed)”: a figure and its unit"))
            return
        }
        registration.quantities = lines
        verdicts[.quantity] = .fine(lines.count > 1 ? words("\(lines.count) 组", "\(lines.count) groups") : "")
    }

    private mutating func readTerm() {
        let typed = form.typed(.term)
        guard !typed.isEmpty else {
            verdicts[.term] = .missing(
                words("写日期或期限：11-27、下周五、月底、5个工作日", "a day or a period: 11-27, next friday, 5wd")
            )
            return
        }
        guard let term = scene.term(typed) else {
            verdicts[.term] = .doubt(
                words("看不懂「\(typed)」：可写 11-27、下周五、月底、春节前、5个工作日", "“\(typed)”: try 11-27, next friday, 5wd")
            )
            return
        }
        registration.term = term
        verdicts[.term] = .fine("")
    }

    private mutating func readSupports() {
        let typed = form.typed(.supports)
        guard !typed.isEmpty else {
            verdicts[.supports] = .free(words("可空", "optional"))
            return
        }
        for piece in Prompt.unitNames(in: typed) {
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let lookup = scene.lookUpUnit(parts[0])
            guard let unit = lookup.only else {
                verdicts[.supports] = .doubt(words("没有单位「\(parts[0])」", "no unit “\(parts[0])”"))
                return
            }
            var support = Support(unit: unit)
            if parts.count == 2 {
                support.mode = .share
                let share = parts[1].split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init
                )
                support.quantity = Form.quantities(share[0])?.first
                if share.count == 2, let day = Prompt.day(share[1], .ahead, scene) { support.due = .endOfDay(day) }
                if support.quantity == nil, !share[0].isEmpty {
                    verdicts[.supports] = .doubt(words("看不懂分办的量「\(share[0])」", "cannot read the share “\(share[0])”"))
                    return
                }
            }
            registration.supports.append(support)
        }
        let shares = registration.supports.count { $0.mode == .share }
        let assists = registration.supports.count - shares
        var parts: [String] = []
        if shares > 0 { parts.append(words("分办 \(shares) 家", "\(shares) with a share")) }
        if assists > 0 { parts.append(words("协助 \(assists) 家", "\(assists) told")) }
        verdicts[.supports] = .fine(parts.joined(separator: words("，", ", ")))
    }

    private mutating func readSteps() {
        let typed = form.typed(.steps)
        guard !typed.isEmpty else {
            verdicts[.steps] = .free(words("可空", "optional"))
            return
        }
        for piece in typed.split(whereSeparator: { "；;".contains($0) }) {
            var title: [String] = []
            var step = Step(title: Prose(CleanText("")))
            for word in piece.split(separator: " ").map(String.init) {
                if word.hasPrefix("@") || word.hasPrefix("＠") {
                    let name = String(word.dropFirst())
                    let lookup = scene.lookUpPerson(name)
                    guard let person = lookup.only else {
                        verdicts[.steps] = .doubt(
                            lookup.candidates.isEmpty
                                ? words("没有人员「\(name)」", "nobody is called “\(name)”")
                                : words("「\(name)」不止一人，请写全", "“\(name)” is not one person: write the name")
                        )
                        return
                    }
                    step.person = person
                } else if let day = Prompt.day(word, .ahead, scene), !title.isEmpty {
                    step.due = day
                } else {
                    title.append(word)
                }
            }
            step.title = Prose(CleanText(title.joined(separator: " ")))
            if !title.isEmpty { registration.steps.append(step) }
        }
        let count = registration.steps.count
        let dated = registration.steps.count { $0.due != nil }
        verdicts[.steps] = .fine(words("\(count) 步，\(dated) 步有日期", "\(count) steps, \(dated) with a day"))
    }

    private mutating func readRebound() {
        let typed = form.typed(.rebound)
        guard !typed.isEmpty else {
            verdicts[.rebound] = .free(words("销号后又来的，写原编号", "number it had before"))
            return
        }
        guard let number = MatterNumber(text: typed.lowercased()) else {
            verdicts[.rebound] = .doubt(words("「\(typed)」不是编号", "“\(typed)” is no number"))
            return
        }
        registration.reboundOf = number
        verdicts[.rebound] = .fine("")
    }
}

extension Form {
    var number: MatterNumber? {
        if case .amend(let number, _) = purpose { number } else { nil }
    }

    /// 「120米」, 「8组:32户 9组:40户」; nil if a piece is no figure.
    static func quantities(_ typed: String) -> [QuantityLine]? {
        var pieces: [String] = []
        for word in typed.split(whereSeparator: { " 、，；,;".contains($0) }).map(String.init) {
            // 「4 处」 is one piece.
            if let last = pieces.last, Amount(last.split(separator: ":").last.map(String.init) ?? last) != nil,
                word.first.map({ !$0.isNumber && $0 != ":" }) ?? false, !word.contains(":"), !word.contains("：")
            {
                pieces[pieces.count - 1] = last + word
            } else {
                pieces.append(word)
            }
        }
        var lines: [QuantityLine] = []
        for piece in pieces {
            let parts = piece.split(whereSeparator: { ":：".contains($0) }).map(String.init)
            guard let figure = parts.last, parts.count <= 2 else { return nil }
            let digits = figure.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            guard let amount = Amount(String(digits)), amount > .zero else { return nil }
            let unit = figure.dropFirst(digits.count)
            lines.append(
                QuantityLine(
                    group: parts.count == 2 ? CleanText(parts[0]).string : "",
                    target: amount,
                    unit: unit.isEmpty ? "件" : String(unit)
                )
            )
        }
        return lines.isEmpty ? nil : lines
    }
}
