extension Matter {
    /// Takes an event of the ladder. Holds no rule and cannot fail.
    ///
    /// - Returns: whether it counts as a track of its day: a word with the unit does, a paper does not.
    mutating func climb(_ event: Event) -> Bool {
        switch event.fact {
        case .reminded(let note):
            ladder.spoken.append(SpokenStep(step: .remind, day: event.day, due: note.due))
            take(note.text, event: event)
            return true
        case .talkHeld(let note):
            ladder.spoken.append(SpokenStep(step: .talk, day: event.day, due: note.due))
            take(note.text, event: event)
            return true
        case .slipDrafted(let draft):
            ladder.slips.append(Slip(kind: draft.kind, drafted: event.day, demand: draft.demand, due: draft.due))
        case .slipSigned(let signing):
            change(signing.place) { slip in
                slip.number = signing.number
                slip.signed = event.day
                slip.signer = signing.signer
                slip.answerBy = signing.answerBy
                slip.face = signing.face
                slip.due = signing.face.due
            }
        case .slipDelivered(let note):
            change(note.place) { $0.delivered = event.day }
        case .slipAccepted(let note):
            change(note.place) { slip in
                slip.delivered = slip.delivered ?? event.day
                slip.accepted = event.day
            }
        case .slipAnswered(let answer):
            change(answer.place) { slip in
                slip.delivered = slip.delivered ?? event.day
                slip.accepted = slip.accepted ?? event.day
                slip.reply = answer.reply
                slip.answered = event.day
            }
            take(answer.reply.done, event: event)
            return true
        case .slipVoided(let note):
            change(note.place) { slip in
                slip.voided = event.day
                slip.voidReason = note.text
            }
        case .stepPutOff(let putOff):
            ladder.putOffs.removeAll { $0.step == putOff.step }
            ladder.putOffs.append(putOff)
        default:
            break
        }
        return false
    }

    private mutating func change(_ place: Int, _ body: (inout Slip) -> Void) {
        guard ladder.slips.indices.contains(place - 1) else { return }
        body(&ladder.slips[place - 1])
    }
}
