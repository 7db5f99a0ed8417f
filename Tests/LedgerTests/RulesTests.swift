import Ledger
import Samples
import Testing
import Text

@Suite("Editions of the rules")
struct RulesTests {
    private func replacing(_ change: (inout Rules) -> Void, based: Int = 1) -> Command {
        var rules = Rules.standard
        change(&rules)
        return .replaceRules(RulesReplacement(rules: rules, text: "版本: \(based)\n", based: based))
    }

    @Test("An import is one event, in force from its day; the days before keep their rules")
    func editions() throws {
        var office = Office.sample
        try office.perform(replacing { $0.nearWorkdays = 5 })
        #expect(office.ledger.rules.version == 2)
        #expect(office.ledger.rules(on: "2026-11-19").nearWorkdays == 3)
        #expect(office.ledger.rules(on: "2026-11-20").nearWorkdays == 5)
        #expect(office.ledger.rulesHistory.map(\.text) == [nil, "版本: 1\n"])
    }

    @Test("A matter keeps the rules that gave it its limit")
    func limits() throws {
        var office = Office.sample
        try office.perform(replacing { $0.dayEnd = 17 * 60 })
        #expect(office.ledger.recounts.isEmpty)
        #expect(office.matter(.signs).limitRules == 1)
        try office.perform(.adjustLimit(.workdays(5), "另定"), on: .well)
        #expect(office.matter(.well).due == .moment("2026-11-27 17:00"))
        #expect(office.matter(.well).limitRules == 2)
    }

    @Test("What is refused")
    func refusals() throws {
        var office = Office.sample
        func refusal(_ command: Command, by actor: Actor = .founder) -> Refusal? {
            var copy = office
            do {
                try copy.perform(command, by: actor)
                return nil
            } catch { return error }
        }
        #expect(refusal(replacing({ $0.nearWorkdays = 5 }, based: 3)) == .rulesOutdated(based: 3, inForce: 1))
        #expect(refusal(replacing { $0.signers.press = [] }) == .noSigner(.press))
        #expect(refusal(replacing { $0.logins = [] }) == .noKeeper)
        #expect(refusal(replacing { $0.logins = [LoginRule(login: "a", people: [.heZhiyuan])] }) == .noKeeper)
        #expect(
            refusal(replacing { $0.logins = [LoginRule(login: "a", people: [99], roles: [.clerk])] })
                == .unknownPerson(99)
        )
        #expect(refusal(replacing { _ in }, by: .handler) == .notAllowed(.register, to: [.clerk, .supervisionHead]))
        #expect(try office.perform(replacing { $0.logins = [LoginRule(login: "a", people: [.clerk])] }).count == 1)
    }

    @Test("Who is at the keyboard: one person, several, or nobody known")
    func access() throws {
        var office = Office.sample
        #expect(office.ledger.access(of: "wenruxu", on: "2026-11-20") == .known(nil, Set(Role.allCases)))
        try office.perform(
            replacing {
                $0.logins = [
                    LoginRule(login: "duban", people: [.clerk, .supervisionHead]),
                    LoginRule(login: "he", people: [.heZhiyuan], roles: [.reader]),
                ]
            }
        )
        func access(_ login: String, _ claimed: PersonID? = nil) -> Ledger.Access {
            office.ledger.access(of: login, claiming: claimed, on: "2026-11-20")
        }
        #expect(access("duban") == .shared([.clerk, .supervisionHead]))
        #expect(access("duban", .secretary) == .shared([.clerk, .supervisionHead]))
        #expect(access("duban", .clerk) == .known(.clerk, [.clerk]))
        #expect(access("he") == .known(.heZhiyuan, [.unitHead, .reader]))
        // Who founded the ledger holds all roles only until the rules say otherwise.
        #expect(access("wenruxu") == .known(nil, []))
    }
}
