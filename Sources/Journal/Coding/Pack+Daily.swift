import Ledger
import Text

// Answers, decisions and 会审 as packed bytes; what is written here is read below in the same order.

extension PackWriter {
    mutating func write(_ answer: Answer) {
        write(answer.kind, of: Codes.answers)
        write(answer.day)
        write(answer.text)
        write(answer.moment.milliseconds)
        write(answer.withdrawn) { $0.write($1.milliseconds) }
        let terms = answer.terms
        // Most answers promise nothing beyond their words.
        write(terms == Commitment() ? nil : terms) { $0.write($1) }
    }

    private mutating func write(_ terms: Commitment) {
        write(terms.person)
        write(terms.due)
        write(terms.level) { $0.write($1, of: Codes.levels) }
        write(terms.phone) { $0.write($1.string) }
        write(terms.needsMeeting) { $0.write($1) }
        write(terms.isAtCount) { $0.write($1) }
    }

    mutating func write(_ given: RulingGiven) {
        let ruling = given.ruling
        write(given.day)
        write(ruling.levels) { $0.write($1, of: Codes.levels) }
        write(ruling.way, of: Codes.ways)
        write(ruling.meeting)
        write(ruling.meetingName) { $0.write($1.string) }
        write(ruling.conclusion)
        write(ruling.unit)
        write(ruling.person)
        write(ruling.due)
        write(ruling.made) { $0.write($1.rawValue) }
        write(ruling.moment) { $0.write($1.milliseconds) }
    }

    mutating func write(_ review: JointReview) {
        write(review.version)
        write(review.document)
        write(review.reviewers) { $0.write($1.rawValue) }
        write(review.opinions) { pack, opinion in
            pack.write(opinion.unit.rawValue)
            pack.write(opinion.version)
            pack.write(opinion.verdict, of: Codes.verdicts)
            pack.write(opinion.text) { $0.write($1) }
            pack.write(opinion.day)
        }
    }
}

extension PackReader {
    mutating func answer() throws(PackFault) -> Answer {
        Answer(
            kind: try value(of: Codes.answers),
            day: try day(),
            text: try prose(),
            moment: try moment(),
            withdrawn: try optional { pack throws(PackFault) in try pack.moment() },
            terms: try optional { pack throws(PackFault) in try pack.commitment() }
        )
    }

    /// As it stood in forms 1 and 2.
    mutating func oldAnswer() throws(PackFault) -> Answer {
        let kind = try value(of: Codes.answers)
        let day = try day()
        return Answer(kind: kind, day: day, text: try prose(), moment: Moment(day, minute: 0, offset: .china))
    }

    private mutating func commitment() throws(PackFault) -> Commitment {
        Commitment(
            person: try key(),
            due: try optionalDay(),
            level: try optional { pack throws(PackFault) in try pack.value(of: Codes.levels) },
            phone: try optional { pack throws(PackFault) in try pack.text() },
            needsMeeting: try optional { pack throws(PackFault) in try pack.bool() },
            isAtCount: try optional { pack throws(PackFault) in try pack.bool() }
        )
    }

    mutating func ruling() throws(PackFault) -> RulingGiven {
        let day = try day()
        var ruling = Ruling(
            levels: try list { pack throws(PackFault) in try pack.value(of: Codes.levels) },
            way: try value(of: Codes.ways),
            meeting: try key(),
            meetingName: try optional { pack throws(PackFault) in try pack.text() },
            conclusion: try prose(),
            unit: try key(),
            person: try key(),
            due: try optionalDay(),
            made: try list { pack throws(PackFault) in try pack.keyThere() }
        )
        ruling.moment = try optional { pack throws(PackFault) in try pack.moment() }
        return RulingGiven(day: day, ruling: ruling)
    }

    mutating func review() throws(PackFault) -> JointReview {
        JointReview(
            version: try integer(),
            document: try prose(),
            reviewers: try list { pack throws(PackFault) in try pack.keyThere() },
            opinions: try list { pack throws(PackFault) in
                JointReview.Opinion(
                    unit: try pack.keyThere(),
                    version: try pack.integer(),
                    verdict: try pack.value(of: Codes.verdicts),
                    text: try pack.optional { pack throws(PackFault) in try pack.prose() },
                    day: try pack.day()
                )
            }
        )
    }
}

extension Answer {
    /// In the order of the bytes.
    fileprivate init(kind: AnswerKind, day: Day, text: Prose, moment: Moment, withdrawn: Moment?, terms: Commitment?) {
        self.init(
            kind: kind,
            day: day,
            text: text,
            terms: terms ?? Commitment(),
            moment: moment,
            withdrawn: withdrawn
        )
    }
}
