import FoundationEssentials
import Ledger
import Samples
import Testing
import Text

@testable import Journal

extension [UInt8] {
    var data: Data { Data(self) }
}

/// How events and matters become bytes, and come back.
@Suite("Coding")
struct CodingTests {
    private static let id = Identity(at: "2026-11-20 08:12", random: 7)

    private func body(_ event: Event) -> EventBody {
        EventBody(id: Self.id, office: Self.id, officeNumber: 1, command: Self.id, event: event, rules: 1, calendar: 1)
    }

    @Test("Every event of the sample comes back from its body, and another JSON reader agrees")
    func bodies() throws {
        for event in Office.sample.events {
            let sealed = SealedTexts()
            let bytes = try JSONWriter.bytes(body(event), userInfo: [.prose: sealed])
            let opened = OpenedTexts()
            opened.fill(sealed.take())
            let read = try bytes.withUnsafeBufferPointer {
                try JSONReader.value(EventBody.self, from: $0, userInfo: [.prose: opened])
            }
            #expect(read.event == event)
            let decoder = JSONDecoder()
            decoder.userInfo[.prose] = opened
            #expect(try decoder.decode(EventBody.self, from: bytes.data).event == event)
        }
    }

    @Test("The event of an imported row is written as its own coding writes it", arguments: openings)
    func importedRow(_ opening: Opening) throws {
        var event = Event(
            recorded: "2026-11-20 08:12",
            day: "2026-11-19",
            signature: Signature(login: "wen\"ruxu", person: PersonID(3), role: .clerk),
            matter: 1,
            version: 1,
            fact: .imported(opening),
            origin: -8_876_121
        )
        func masked(_ bytes: [UInt8]) -> String {
            // A digest is another each time, for its salt is.
            String(decoding: bytes, as: UTF8.self).replacing(/[0-9a-f]{64}/, with: "#")
        }
        let (quick, usual) = (SealedTexts(), SealedTexts())
        let bytes = try #require(OpeningWriter(body(event), texts: quick)?.bytes)
        #expect(masked(bytes) == masked(try JSONWriter.bytes(body(event), userInfo: [.prose: usual])))
        #expect(quick.take().map(\.text) == usual.take().map(\.text))
        event.signature.behalf = Behalf(unit: UnitID(2), channel: .phone)
        #expect(OpeningWriter(body(event), texts: quick) == nil, "what is rare is left to the coder")
    }

    private static let openings: [Opening] = {
        let bare = Opening(registration: .demo("修路灯"), stage: .inHand, registered: "2026-11-01")
        var full = bare
        full.registration.sourceDocument = "洪办〔2026〕7号"
        full.registration.campaign = CampaignID(1)
        full.registration.parent = 12
        full.registration.grid = GridID(4)
        full.registration.level = .secretary
        full.registration.tags = ["路灯", "\\ \" 引号"]
        full.registration.isUrgent = true
        full.registration.lead = UnitID(2)
        full.registration.leader = PersonID(9)
        full.registration.person = PersonID(3)
        full.registration.post = "经办岗"
        full.registration.quantities = [
            QuantityLine(target: Amount(thousandths: 239_500), done: .zero, unit: "户"),
            QuantityLine(group: "环湖8组", target: Amount(thousandths: 1_000), unit: "盏"),
        ]
        full.registration.term = .workdays(5)
        full.registration.start = "2026-11-02"
        full.registration.remark = .erased
        full.registration.reboundOf = 3
        full.registration.signTerm = .sameDay
        full.issued = "2026-11-02"
        full.due = .closeOfBusiness("2026-11-20")
        full.originalDue = .moment("2026-11-20 10:00")
        full.extensions = 1
        full.settled = "0987-01-09"
        full.progress = "已现场踏勘"
        full.problem = "缺料\n待购"
        full.isUnderSupervision = true
        return [bare, full]
    }()

    @Test("No text of an event stands in its body")
    func hidesTexts() throws {
        var registration = Registration.demo("张某反映漏水")
        registration.remark = "电话已存"
        let event = Event(
            recorded: "2026-11-20 08:12",
            day: "2026-11-20",
            signature: Signature(login: "wenruxu", role: .clerk),
            matter: 1,
            version: 1,
            fact: .registered(registration)
        )
        let sealed = SealedTexts()
        let bytes = try JSONWriter.bytes(body(event), userInfo: [.prose: sealed])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("张某"))
        #expect(!text.contains("电话"))
        let texts = sealed.take()
        #expect(texts.map(\.text) == ["张某反映漏水", "电话已存"])
        for sealed in texts { #expect(text.contains(sealed.digest.description)) }
        #expect(SealedText(salt: [UInt8](repeating: 0, count: 16), text: "张某反映漏水").digest != texts[0].digest)
    }

    @Test("A body is written in one form for ever")
    func form() throws {
        let event = Event(
            recorded: Moment(milliseconds: 1_795_000_000_000),
            day: "2026-11-18",
            signature: Signature(login: "wenruxu", person: 5, role: .clerk, behalf: Behalf(person: 7, channel: .phone)),
            matter: 147,
            version: 3,
            fact: .tracked(Track(text: .erased, measures: [.init(line: 0, from: 18, to: Amount("19.5")!)])),
            origin: -5
        )
        let bytes = try JSONWriter.bytes(body(event), userInfo: [.prose: SealedTexts()])
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {"format":1,"id":"\(Self.id)","office":"\(Self.id)","officeNumber":1,"command":"\(Self.id)",\
                "recorded":1795000000000,"day":"2026-11-18","login":"wenruxu","person":5,"role":"clerk",\
                "onBehalfOf":{"person":7,"channel":"phone"},"matter":147,"version":3,"kind":"tracked",\
                "rules":1,"calendar":1,"origin":-5,\
                "payload":{"text":"","measures":[{"line":0,"from":"18","to":"19.5"}]}}
                """
        )
    }

    @Test(
        "Strings come back whatever is in them, and another JSON reader agrees",
        arguments: ["", "\"", "\\", "\n", "\t\u{1}\u{1F}", "a\"b\\c", "望湖街道 𠮷 👩‍👩‍👧", "\u{7F}\u{2028}", "\\u0041"]
    )
    func strings(text: String) throws {
        let bytes = try JSONWriter.bytes([text])
        #expect(try JSONReader.value([String].self, from: bytes) == [text])
        #expect(try JSONDecoder().decode([String].self, from: bytes.data) == [text])
    }

    @Test("Numbers to their ends", arguments: [0, 1, -1, 9, 10, -10, 4_096, .max, .min] as [Int64])
    func numbers(number: Int64) throws {
        let bytes = try JSONWriter.bytes([number])
        #expect(String(decoding: bytes, as: UTF8.self) == "[\(number)]")
        #expect(try JSONReader.value([Int64].self, from: bytes) == [number])
    }

    @Test(
        "What is no JSON of ours is refused",
        arguments: [
            "", "{", "}", "[", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":}", "[9223372036854775808]", "[-]",
            "[x]",
            "\"", "[\"\\", "[\"\\u00\"]", "[1]]", String(repeating: "[", count: 100_000),
        ]
    )
    func refuses(text: String) {
        #expect(throws: (any Error).self) { try JSONReader.value([Int64].self, from: Array(text.utf8)) }
        #expect(throws: (any Error).self) { try JSONReader.value(Campaign.self, from: Array(text.utf8)) }
    }

    @Test("Every matter of the sample comes back from its packed bytes")
    func packs() throws {
        for matter in Office.sample.ledger.matters.values {
            let read = try matter.packed().withUnsafeBytes {
                try Matter(number: matter.number, title: matter.title, packed: $0)
            }
            #expect(read == matter)
        }
    }

    @Test("What the plan of a matter was made of before comes back from its packed bytes, and from the JSON of an undo")
    func packsFormerPlans() throws {
        var office = Office.sample
        try office.perform(.addStep("复测", nil, "2026-12-01"), on: .pipes)
        let matter = office.matter(.pipes)
        #expect(matter.formerPlans.count == 1)
        let read = try matter.packed().withUnsafeBytes {
            try Matter(number: matter.number, title: matter.title, packed: $0)
        }
        #expect(read == matter)
        let bytes = try JSONWriter.bytes(matter.formerPlans)
        #expect(try JSONReader.value([FormerPlan].self, from: bytes) == matter.formerPlans)
    }

    @Test("Packed bytes that are cut off are refused, and turned ones never followed outside")
    func packsAreGuarded() throws {
        let matter = try #require(Office.sample.ledger.matters[1])
        let bytes = matter.packed()
        func read(_ bytes: [UInt8]) throws -> Matter {
            try bytes.withUnsafeBytes { try Matter(number: 1, title: matter.title, packed: $0) }
        }
        for count in 0..<bytes.count {
            #expect(throws: PackFault.self) { try read(Array(bytes.prefix(count))) }
        }
        for index in bytes.indices {
            for bit in 0..<8 {
                var turned = bytes
                turned[index] ^= 1 << UInt8(bit)
                _ = try? read(turned)
            }
        }
    }

    @Test("Every value of a closed list has its byte, and keeps it")
    func codes() {
        #expect(Set(Codes.kinds) == Set(Kind.allCases))
        #expect(Set(Codes.stages) == Set(Stage.allCases))
        #expect(Set(Codes.sources) == Set(Source.allCases))
        #expect(Set(Codes.roles) == Set(Role.allCases))
        #expect(Set(Codes.channels) == Set(Channel.allCases))
        #expect(Set(Codes.levels) == Set(DecisionLevel.allCases))
        #expect(Set(Codes.answers) == Set(AnswerKind.allCases))
        #expect(Set(Codes.ways) == Set(RulingWay.allCases))
        #expect(Set(Codes.verdicts) == Set(JointReview.Verdict.allCases))
        #expect(
            Codes.stages.map(\.rawValue).joined(separator: " ")
                == "draft pending issued inHand reported settled struck archived parked suspended void"
        )
        #expect(Codes.kinds.map(\.rawValue).joined(separator: " ") == "target duty problem demand")
    }

    @Test("Identities are UUIDs of version 7, in the order of time")
    func identities() {
        let first = Identity(at: "2026-11-20 08:12", sequence: 0, random: .max)
        let second = Identity(at: "2026-11-20 08:12", sequence: 1, random: 0)
        let third = Identity(at: "2026-11-20 08:13", sequence: 0, random: 0)
        #expect([first, second, third].map(\.description).sorted() == [first, second, third].map(\.description))
        let text = Array(first.description)
        #expect(text[14] == "7")
        #expect("89ab".contains(text[19]))
        #expect(Identity(first.description) == first)
        #expect(Identity(bytes: first.bytes) == first)
        #expect(UUID(uuidString: first.description)?.uuidString.lowercased() == first.description)
        for broken in ["", "x", first.description + "0", String(first.description.dropLast())] {
            #expect(Identity(broken) == nil)
        }
    }

    @Test("The digest is SHA-256 of both parts together")
    func digests() {
        let digest = Digest(Array("a".utf8), Array("bc".utf8))
        #expect(digest.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(digest.short == "ba7816bf")
        #expect(Digest([], []).description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
