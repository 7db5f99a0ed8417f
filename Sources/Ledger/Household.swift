package import Text

/// A household of a campaign (包户台账): a number of its own, never a name or a door number.
///
/// It belongs to one group (组) of one matter, and one cadre (包户干部) answers for it.
package struct Household: Hashable, Sendable, Codable {
    /// 户号
    package var code: CleanText
    /// The group's matter; its quantity is the sum of its households.
    package var matter: MatterNumber
    /// 组
    package var group: CleanText
    /// 包户干部
    package var cadre: PersonID?
    package var state: State
    /// 最近上门
    package var visited: Day?
    /// 疑难类别, of a hard one.
    package var trouble: CleanText

    /// 状态. Raw values are promises.
    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// 未谈
        case untouched
        /// 洽谈
        case talking
        /// 已签
        case signed
        /// 已腾
        case vacated
        /// 疑难
        case hard

        /// Whether it counts as done in the group's quantity.
        package var isSigned: Bool { self == .signed || self == .vacated }
    }

    package init(
        code: CleanText,
        matter: MatterNumber = MatterNumber(0),
        group: CleanText = CleanText(""),
        cadre: PersonID? = nil,
        state: State = .untouched,
        visited: Day? = nil,
        trouble: CleanText = CleanText("")
    ) {
        self.code = code
        self.matter = matter
        self.group = group
        self.cadre = cadre
        self.state = state
        self.visited = visited
        self.trouble = trouble
    }

    /// Whether a text can be a 户号: letters and figures of the office's own, such as 环湖8-017. What has no
    /// figure may be a name; 栋 单元 室 号 and their like make a door number.
    package static func isCode(_ code: CleanText) -> Bool {
        let text = code.string
        guard (1...20).contains(text.count), text.contains(where: { $0.isASCII && $0.isNumber }) else { return false }
        guard !text.contains(where: { "栋幢楼室弄巷街路门牌号座单元层".contains($0) }) else { return false }
        // A run of eleven figures is a phone, of fifteen or eighteen an identity.
        return !text.split(whereSeparator: { !($0.isASCII && $0.isNumber) }).contains { $0.count > 8 }
    }
}

/// What can be done with the households of a matter.
package enum HouseholdAction: Hashable, Sendable {
    case add([Household])
    /// 上门, with what it came to; on the day of the command.
    case visit(CleanText, Household.State?, trouble: CleanText?, CleanText?)
    /// What is known of it changes without a visit.
    case set(CleanText, Household.State?, trouble: CleanText?, group: CleanText?, CleanText?)
    /// 换包户干部
    case assign([CleanText], PersonID)
    /// Taken off the list: entered by mistake.
    case remove(CleanText, CleanText)

    /// The households it names.
    package var codes: [CleanText] {
        switch self {
        case .add(let households): households.map(\.code)
        case .visit(let code, _, _, _), .set(let code, _, _, _, _), .remove(let code, _): [code]
        case .assign(let codes, _): codes
        }
    }
}

// MARK: - Payloads

/// Households came onto the list; with the quantities they make of their matter, where those change.
package struct HouseholdList: Hashable, Sendable, Codable {
    package var households: [Household]
    package var quantities: [QuantityLine]?

    package init(households: [Household], quantities: [QuantityLine]? = nil) {
        self.households = households
        self.quantities = quantities
    }
}

/// A household was visited, or what is known of it changed.
package struct HouseholdVisit: Hashable, Sendable, Codable {
    package var code: CleanText
    package var isVisit: Bool
    package var from: Household.State
    package var to: Household.State
    package var trouble: CleanText
    package var group: CleanText?
    package var text: Prose?
    package var quantities: [QuantityLine]?

    package init(code: CleanText, isVisit: Bool, from: Household.State, to: Household.State, trouble: CleanText) {
        self.code = code
        self.isVisit = isVisit
        self.from = from
        self.to = to
        self.trouble = trouble
    }
}

/// 换包户干部
package struct HouseholdAssignment: Hashable, Sendable, Codable {
    package var codes: [CleanText]
    package var cadre: PersonID

    package init(codes: [CleanText], cadre: PersonID) {
        self.codes = codes
        self.cadre = cadre
    }
}

/// A household was taken off the list.
package struct HouseholdRemoval: Hashable, Sendable, Codable {
    package var code: CleanText
    package var reason: Prose
    package var quantities: [QuantityLine]?

    package init(code: CleanText, reason: Prose, quantities: [QuantityLine]? = nil) {
        self.code = code
        self.reason = reason
        self.quantities = quantities
    }
}
