import Foundation
import Ledger
import Samples
import Testing

/// Names that stand in events and in JSON. A failing test here means that old ledgers or somebody's
/// scripts break: add names, never change one.
@Suite("Promised names")
struct PromisedNameTests {
    private func names<Name: CaseIterable & RawRepresentable<String>>(_ type: Name.Type) -> String {
        type.allCases.map(\.rawValue).joined(separator: " ")
    }

    @Test func closedLists() {
        #expect(names(Kind.self) == "target duty problem demand")
        #expect(
            names(Stage.self)
                == "draft pending issued inHand reported settled struck archived parked suspended void"
        )
        #expect(
            names(Source.self)
                == "superior instruction meeting yearPlan livelihood hotline petition patrol congress spoken"
        )
        #expect(
            names(Role.self)
                == "secretary director viceLeader dutyLeader supervisionHead clerk unitHead communitySecretary handler gridHead commander reader"
        )
        #expect(names(Channel.self) == "phone wechat paper meeting onSite")
        #expect(names(Fixed.self) == "person post quantity time")
        #expect(names(UnitKind.self) == "leadership office community taskForce temporaryBranch partner")
        #expect(names(Phase.self) == "normal push emergency")
        #expect(names(Household.State.self) == "untouched talking signed vacated hard")
        #expect(names(Frontline.self) == "force branch members cadres")
        #expect(names(Check.self) == "onSite papers callBack")
        #expect(names(AnswerKind.self) == "solved measure decided sentUp")
        #expect(names(DecisionLevel.self) == "community viceLeader secretary headquarters committee")
        #expect([Support.Mode.share, .assist].map(\.rawValue) == ["share", "assist"])
    }

    @Test func facts() {
        #expect(
            names(Fact.Kind.self)
                == "founded calendarReplaced rulesReplaced supervisionStarted unitAdded personAdded gridAdded campaignAdded registered imported amended submitted issued declined accepted tracked stepAdded stepTicked answered reported sentBack settled struck archived parked resumed extensionAsked extensionDecided supportSettled suspended voided calendarAdjusted unitRenamed unitClosed personChanged personLeft leaveTaken leaveEnded corrected handedBack transferred reassigned parkingProposed parkingRefused reopened limitAdjusted limitRecounted supportAccepted supportTracked phaseOrdered campaignChanged frontlineNoted carried householdsAdded householdVisited householdsAssigned householdRemoved caseOpened precedentKept"
        )
    }

    @Test func actions() {
        #expect(
            names(Action.Kind.self)
                == "register amend submit issue decline accept track addStep tickStep answer report sendBack settle strike archive park resume askExtension grantExtension refuseExtension settleSupport suspend void handBack transfer reassign proposeParking approveParking refuseParking reopen adjustLimit recountLimit acceptSupport trackSupport"
        )
    }

    @Test("rules are numbers by name; one that is missing keeps its standard, an unknown one is an error")
    func rules() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = """
            {"afternoonEnd":1080,"afternoonStart":840,"behindPeriod":20,"behindPoints":10,"behindWorkdays":2,"dayEnd":1440,\
            "eveningCount":1080,"extensionCutoff":1050,"extensionsAllowed":2,"graceShare":20,"morningEnd":720,\
            "morningStart":540,"namePersonWorkdays":1,"nearShare":20,"nearWorkdays":3,\
            "recheckDays":30,"reviewWorkdays":2,"shortPeriod":15,"signWorkdays":2,"version":1}
            """
        #expect(String(decoding: try encoder.encode(Rules.standard), as: UTF8.self) == text)
        #expect(Rules.numbers.count == Mirror(reflecting: Rules.standard).children.count)
        let rules = try JSONDecoder().decode(Rules.self, from: Data(#"{"nearWorkdays":5}"#.utf8))
        var expected = Rules.standard
        expected.nearWorkdays = 5
        #expect(rules == expected)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Rules.self, from: Data(#"{"nearDays":5}"#.utf8))
        }
    }
}
