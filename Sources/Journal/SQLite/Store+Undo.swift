import Ledger

extension Store: EventSource {
    func latest(of login: String?, before number: Int, limit: Int) throws -> [Record] {
        // Looked for in the bytes first; what is found is read and looked at again.
        let mark = login.flatMap { login in
            login.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
                ? "\"login\":\"\(login)\"" : nil
        }
        let select = try statement(
            """
            SELECT number, body, previous, hash FROM event
            WHERE number < ?1 AND (?2 IS NULL OR instr(body, ?2) > 0) ORDER BY number DESC LIMIT ?3
            """
        )
        select.bind(1, number)
        select.bind(2, mark)
        select.bind(3, limit)
        let records = try records(select)
        // An empty answer means the beginning of the journal.
        guard let login, mark == nil else {
            return records.filter { login == nil || $0.event.signature.login == login }
        }
        let own = records.filter { $0.event.signature.login == login }
        guard own.isEmpty, let oldest = records.last else { return own }
        return try latest(of: login, before: oldest.number, limit: limit)
    }

    func events(on matter: MatterNumber) throws -> [Record] { try records(on: matter) }

    func ledgerEvents(before number: Int) throws -> [Record] {
        let select = try statement(
            "SELECT number, body, previous, hash FROM event WHERE matter IS NULL AND number < ? ORDER BY number"
        )
        select.bind(1, number)
        return try records(select)
    }

    func events(after number: Int, limit: Int) throws -> [Record] { try records(after: number, limit: limit) }

    // MARK: What is not there any more

    func remove(unit id: UnitID) throws { try remove("unit", id.rawValue) }
    func remove(person id: PersonID) throws { try remove("person", id.rawValue) }
    func remove(grid id: GridID) throws { try remove("grid", id.rawValue) }
    func remove(campaign id: CampaignID) throws { try remove("campaign", id.rawValue) }

    private func remove(_ table: String, _ id: Int) throws {
        let remove = try statement("DELETE FROM \(table) WHERE id = ?")
        remove.bind(1, id)
        try remove.run()
    }
}
