import Ledger
import Text

// Households (包户台账) and 口径: a row each.

extension Store {
    private static let householdColumns =
        "SELECT code, matter, groupName, cadre, state, visited, trouble FROM household"

    func readHouseholds(into ledger: inout Ledger) throws {
        for household in try statement(Store.householdColumns).all(Store.household) {
            ledger.households[household.code] = household
        }
        for precedent in try statement("SELECT matter, campaign, kind, text, day FROM precedent").all(Store.precedent) {
            ledger.precedents[precedent.matter] = precedent
        }
    }

    /// The households of a matter, and those with codes that a command names.
    func readHouseholds(of matter: MatterNumber, _ codes: [CleanText], into ledger: inout Ledger) throws {
        let own = try statement(Store.householdColumns + " WHERE matter = ?")
        own.bind(1, matter.rawValue)
        for household in try own.all(Store.household) { ledger.households[household.code] = household }
        let one = try statement(Store.householdColumns + " WHERE code = ?")
        for code in codes where ledger.households[code] == nil {
            one.bind(1, code.string)
            if let household = try one.first(Store.household) { ledger.households[code] = household }
        }
    }

    func write(_ household: Household) throws {
        let write = try statement(
            """
            INSERT OR REPLACE INTO household (code, matter, groupName, cadre, state, visited, trouble)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        )
        write.bind(1, household.code.string)
        write.bind(2, household.matter.rawValue)
        write.bind(3, household.group.string)
        write.bind(4, household.cadre?.rawValue)
        write.bind(5, household.state.rawValue)
        write.bind(6, household.visited?.number)
        write.bind(7, household.trouble.string)
        try write.run()
    }

    func removeHousehold(_ code: CleanText) throws {
        let remove = try statement("DELETE FROM household WHERE code = ?")
        remove.bind(1, code.string)
        try remove.run()
    }

    func write(_ precedent: Precedent) throws {
        let write = try statement(
            "INSERT OR REPLACE INTO precedent (matter, campaign, kind, text, day) VALUES (?, ?, ?, ?, ?)"
        )
        write.bind(1, precedent.matter.rawValue)
        write.bind(2, precedent.campaign?.rawValue)
        write.bind(3, precedent.kind.string)
        write.bind(4, precedent.text.text?.string)
        write.bind(5, precedent.day.number)
        try write.run()
    }

    private static func household(_ row: Prepared.Row) throws -> Household {
        guard let state = Household.State(rawValue: row.text(4)) else { throw StoreFault.damaged("household") }
        return Household(
            code: CleanText(row.text(0)),
            matter: MatterNumber(row.int(1)),
            group: CleanText(row.text(2)),
            cadre: row.optionalInt(3).map { PersonID($0) },
            state: state,
            visited: row.optionalInt(5).map { Day(number: $0) },
            trouble: CleanText(row.text(6))
        )
    }

    private static func precedent(_ row: Prepared.Row) -> Precedent {
        Precedent(
            matter: MatterNumber(row.int(0)),
            campaign: row.optionalInt(1).map { CampaignID($0) },
            kind: CleanText(row.text(2)),
            text: row.isNull(3) ? .erased : Prose(CleanText(row.text(3))),
            day: Day(number: row.int(4))
        )
    }
}
