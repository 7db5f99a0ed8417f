/// What the plan of a matter was made of on its days before one: a step that is added, or a quantity that is put right,
/// changes no light of a day gone by.
package struct FormerPlan: Hashable, Sendable, Codable {
    /// It held on the days before this one.
    package var until: Day
    package var parts: PlanParts

    package init(until: Day, parts: PlanParts) {
        self.until = until
        self.parts = parts
    }
}

/// What makes the plan of a matter, beside its limit and what is done.
package struct PlanParts: Hashable, Sendable, Codable {
    /// Whether it is judged by progress at all, or by time only.
    package var isPlanned: Bool
    /// The days of its steps.
    package var steps: [Day]

    package init(isPlanned: Bool, steps: [Day]) {
        self.isPlanned = isPlanned
        self.steps = steps
    }
}

extension Matter {
    /// What its plan is made of now. Problems, demands and 批示件 are judged by time only (PRACTICE §3).
    package var planParts: PlanParts {
        PlanParts(isPlanned: hasPlan && source != .instruction, steps: steps.compactMap(\.due))
    }

    /// What its plan was made of on a day.
    package func planParts(on day: Day) -> PlanParts {
        formerPlans.first { day < $0.until }?.parts ?? planParts
    }

    /// Keeps what the plan was made of before a change that became known on a day.
    mutating func keepPlan(_ former: PlanParts, knownOn day: Day) {
        if formerPlans.isEmpty && former == planParts { return }
        let first = trail.first?.day ?? day
        formerPlans.removeAll { $0.until <= first }
        // Changed again on the same day: the days before know the first alone.
        if former != planParts, first < day, formerPlans.last.map({ $0.until < day }) ?? true {
            formerPlans.append(FormerPlan(until: day, parts: former))
        }
    }
}
