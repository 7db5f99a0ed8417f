import Ledger
import Text

// Contacts (联系人): the only rows of a ledger that no event leads back to.

extension Store {
    func write(_ contact: Contact) throws {
        let write = try statement("INSERT INTO contact (number, matter, name, phone, until) VALUES (?, ?, ?, ?, ?)")
        write.bind(1, contact.number)
        write.bind(2, contact.matter.rawValue)
        write.bind(3, contact.name.string)
        write.bind(4, contact.phone.string)
        write.bind(5, contact.until.number)
        try write.run()
    }

    func contacts(of matter: MatterNumber) throws -> [Contact] {
        let select = try statement("\(Store.contactColumns) WHERE matter = ? ORDER BY number")
        select.bind(1, matter.rawValue)
        return try select.all(Store.contact)
    }

    func contact(_ number: Int) throws -> Contact? {
        let select = try statement("\(Store.contactColumns) WHERE number = ?")
        select.bind(1, number)
        return try select.first(Store.contact)
    }

    /// Those whose time was over before `day`.
    func contacts(expiredBefore day: Day) throws -> [Contact] {
        let select = try statement("\(Store.contactColumns) WHERE until < ? ORDER BY number")
        select.bind(1, day.number)
        return try select.all(Store.contact)
    }

    func erase(contact number: Int) throws {
        let erase = try statement("DELETE FROM contact WHERE number = ?")
        erase.bind(1, number)
        try erase.run()
    }

    private static let contactColumns = "SELECT number, matter, name, phone, until FROM contact"

    private static func contact(_ row: Prepared.Row) throws -> Contact {
        Contact(
            number: row.int(0),
            matter: MatterNumber(row.int(1)),
            name: CleanText(row.text(2)),
            phone: CleanText(row.text(3)),
            until: Day(number: try row.number(4))
        )
    }
}
