import Canvas
import Ledger
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

@testable import Console

@Suite struct OperationTests {
    @Test func aKeyMeansOneThing() {
        var meanings: [Key: Operation.ID] = [:]
        for operation in Operation.table {
            for key in operation.keys {
                #expect(meanings[key] == nil, "\(key) means \(operation.id) and \(meanings[key]!)")
                meanings[key] = operation.id
                // Typed with an input method left on it must arrive as itself.
                #expect(key.command == key)
            }
        }
    }

    /// The keys of DESIGN §4 that belong to what is built.
    @Test(
        arguments: [
            ("t", .act(.track)), ("u", .progress), ("e", .act(.askExtension)), ("m", .move), ("a", .act(.addStep)),
            ("n", .register), ("v", .trouble), ("g", .group), ("w", .basis), ("y", .copy), ("P", .printOverdue),
            ("[", .previousMatter), ("]", .nextMatter), ("/", .filter), (":", .palette), ("?", .help),
            ("Enter", .open), ("Esc", .back), ("q", .quit), ("1", .go(.overview)), ("3", .go(.board)),
            ("6", .go(.desk)),
        ] as [(Key, Operation.ID)]
    )
    func key(key: Key, id: Operation.ID) {
        #expect(Operation.of(key)?.id == id)
    }

    @Test func everyActionStandsInTheTable() {
        let listed = Operation.table.compactMap { operation -> Action.Kind? in
            if case .act(let kind) = operation.id { kind } else { nil }
        }
        // Registering is n; reporting progress is a track.
        #expect(Set(listed) == Set(Action.Kind.allCases).subtracting([.register]))
        #expect(listed.count == Set(listed).count)
    }

    @Test(arguments: [Words.chinese, .english]) func everyLineIsExplained(words: Words) {
        for operation in Operation.table {
            #expect(!operation.title(words).isEmpty)
            #expect(operation.help(words).hasSuffix(words.language == .zh ? "。" : "."))
        }
    }

    /// Every F-key has a second way.
    @Test func functionKeysAreNeverTheOnlyWay() {
        for operation in Operation.table where operation.keys.contains(where: { $0.description.hasPrefix("F") }) {
            #expect(operation.keys.contains { !$0.description.hasPrefix("F") })
        }
    }

    /// The footer names only what can be done, and drops from the right of the left group.
    @Test func footerFitsItsWidth() {
        var wide = Trial(width: 160, height: 45)
        wide.driver.press("9")
        var narrow = Trial()
        narrow.driver.press("9")
        let full = wide.lines[44]
        let cut = narrow.lines[23]
        #expect(full.hasSuffix("? 帮助  : 命令  q 退出"))
        #expect(cut.hasSuffix("? 帮助  : 命令  q 退出"))
        let left = cut.prefix(upTo: cut.firstRange(of: "   ")!.lowerBound)
        #expect(full.hasPrefix(left))
        #expect(!full.contains("申请延期"), "督2 is past its limit")
    }

    /// Every action on every matter of the office either opens its line or says why not.
    @Test(arguments: [Actor.clerk, .founder, .supervisionHead, .secretary, .handler, .reader])
    func everyActionOnEveryMatter(actor: Actor) {
        for matter in Office.sample.ledger.matters.values where matter.stage.isAtHand {
            var trial = Trial(as: actor)
            trial.driver.press(":")
            trial.driver.type("\(matter.number)")
            trial.driver.press("Enter")
            for operation in Operation.table where operation.group == .acting {
                var state = trial.driver.state
                let reason = state.whyDisabled(operation)
                let effects = state.start(operation)
                if let reason {
                    #expect(!reason.isEmpty)
                    // With what can be done instead, where something can.
                    let sentence = state.inFull(operation) ?? reason
                    #expect(state.notice?.text.hasSuffix(sentence) == true)
                    #expect(state.notice?.text.hasPrefix(operation.title(.chinese)) == true)
                } else {
                    #expect(state.overlay != nil || !effects.isEmpty, "\(operation.id) does nothing")
                }
            }
        }
    }
}
