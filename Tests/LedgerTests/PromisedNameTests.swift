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
                == "secretary director viceLeader dutyLeader supervisionHead clerk unitHead communitySecretary handler gridHead commander reader contactKeeper"
        )
        #expect(names(Channel.self) == "phone wechat paper meeting onSite")
        #expect(names(Fixed.self) == "person post quantity time")
        #expect(names(UnitKind.self) == "leadership office community taskForce temporaryBranch partner")
        #expect(names(Phase.self) == "normal push emergency")
        #expect(names(Household.State.self) == "untouched talking signed vacated hard")
        #expect(names(Frontline.self) == "force branch members cadres")
        #expect(names(Check.self) == "onSite papers callBack")
        #expect(names(AnswerKind.self) == "solved measure decided sentUp handedToDuty")
        #expect(names(DecisionLevel.self) == "community viceLeader secretary headquarters committee")
        #expect([Support.Mode.share, .assist].map(\.rawValue) == ["share", "assist"])
    }

    @Test func facts() {
        #expect(
            names(Fact.Kind.self)
                == "founded calendarReplaced rulesReplaced supervisionStarted unitAdded personAdded gridAdded campaignAdded registered imported amended submitted issued declined accepted tracked stepAdded stepTicked answered reported sentBack settled struck archived parked resumed extensionAsked extensionDecided supportSettled suspended voided calendarAdjusted unitRenamed unitClosed personChanged personLeft leaveTaken leaveEnded corrected handedBack transferred reassigned parkingProposed parkingRefused reopened limitAdjusted limitRecounted supportAccepted supportTracked undone restored recovered yearClosed erased contactKept contactShown contactErased phaseOrdered campaignChanged frontlineNoted carried mapDrawn ruled meetingPlanned meetingBegan meetingTurned meetingNoted topicAdded meetingEnded meetingCancelled routineAdded routineTicked routineEnded eveningCounted reviewOpened reviewAnswered reminded slipDrafted slipSigned slipDelivered slipAccepted slipAnswered slipVoided stepPutOff talkHeld householdsAdded householdVisited householdsAssigned householdRemoved caseOpened precedentKept turnOpened"
        )
    }

    @Test func officeDay() {
        #expect(names(RulingWay.self) == "instruction meeting")
        #expect(names(MeetingKind.self) == "early late weekly special")
        #expect(names(RestDay.self) == "before after same skip")
        #expect(names(JointReview.Verdict.self) == "agree amend object")
    }

    @Test func actions() {
        #expect(
            names(Action.Kind.self)
                == "register amend submit issue decline accept track addStep tickStep answer report sendBack settle strike archive park resume askExtension grantExtension refuseExtension settleSupport suspend void handBack transfer reassign proposeParking approveParking refuseParking reopen adjustLimit recountLimit acceptSupport trackSupport remind draftSlip signSlip deliverSlip acceptSlip answerSlip voidSlip putOff talk"
        )
    }

    @Test("rules are numbers by name; one that is missing keeps its standard, an unknown one is an error")
    func rules() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = """
            {"afternoonEnd":1080,"afternoonStart":840,"audience":"internal","behindPeriod":20,"behindPoints":10,\
            "behindWorkdays":2,"circularWorkdays":5,"circularsForTalk":3,"dayEnd":1440,\
            "emergency":{"answerWorkdays":1,"countsEveryNight":true,"mendWorkdays":1,"tracksDaily":true},\
            "eveningCount":1080,"extensionCutoff":1050,"extensionsAllowed":2,"firstOrder":1,"firstPress":1,"graceShare":20,\
            "laggingWorkdays":3,"letters":{"order":"督","press":"催"},"morningEnd":720,\
            "morningStart":540,"namePersonWorkdays":1,"nearShare":20,"nearWorkdays":3,\
            "normal":{"answerWorkdays":2,"countsEveryNight":false,"mendWorkdays":1,"tracksDaily":false},"presets":[],\
            "pressWorkdays":1,"push":{"answerWorkdays":2,"countsEveryNight":true,"mendWorkdays":1,"tracksDaily":true},\
            "recheckDays":30,"recoverWorkdays":2,"remindWorkdays":3,"reviewWorkdays":2,"seriesYear":0,"shortPeriod":15,\
            "signWorkdays":2,"signers":{"circular":["secretary"],"order":["viceLeader"],"press":["supervisionHead"]},\
            "version":1}
            """
        #expect(String(decoding: try encoder.encode(Rules.standard), as: UTF8.self) == text)
        // Eight parts are more than a number.
        #expect(Rules.numbers.count + 8 == Mirror(reflecting: Rules.standard).children.count)
        // 周期工作 of older editions is passed over.
        let older = #"{"nearWorkdays":5,"cycles":[{"name":"周例会","cycle":"weekly 5"}]}"#
        let rules = try JSONDecoder().decode(Rules.self, from: Data(older.utf8))
        var expected = Rules.standard
        expected.nearWorkdays = 5
        #expect(rules == expected)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Rules.self, from: Data(#"{"nearDays":5}"#.utf8))
        }
    }
}
