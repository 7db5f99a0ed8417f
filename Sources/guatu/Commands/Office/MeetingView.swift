import Journal
import Ledger
import Pages
import Supervision
import Text
import Words

/// Meetings as text and JSON.
struct MeetingView {
    let supervisor: Supervisor
    let words: Words
    let indented: Bool

    private var ledger: Ledger { supervisor.ledger }

    func list() -> String {
        var table = TextTable(columns: [
            .init(title: words("序号", "no.")), .init(title: words("日期", "day")), .init(title: words("会议", "meeting")),
            .init(title: words("状态", "state")), .init(title: words("议定", "decided")),
        ])
        for meeting in meetings {
            let time = words.time(minute: meeting.minute ?? meeting.kind.usualMinute)
            table.add([
                "\(meeting.id)", "\(words.short(meeting.day)) \(time)", words.title(meeting, in: ledger),
                words.state(of: meeting), words.matters(meeting.made.count),
            ])
        }
        return table.text(fitting: nil)
    }

    private var meetings: [Meeting] {
        ledger.diary.meetings.values.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    }

    func listJSON() -> String {
        var json = JSONText(indented: indented)
        json.object { json in
            json.field("schema", 1)
            json.field("meetings", array: meetings) { json, meeting in
                json.object { json in
                    json.field("id", meeting.id.rawValue)
                    json.field("kind", meeting.kind.rawValue)
                    json.field("day", meeting.day.iso)
                    json.field("title", words.title(meeting, in: ledger))
                    json.field("campaign", meeting.campaign.map { words.campaign($0, in: ledger) })
                    json.field("began", meeting.began?.rfc3339(ledger.offset))
                    json.field("ended", meeting.ended?.rfc3339(ledger.offset))
                    json.field("spotlight", meeting.spotlight?.rawValue)
                    json.field("made", array: meeting.made) { $0.number($1.rawValue) }
                }
            }
        }
        return json.text + "\n"
    }

    func agenda(_ meeting: Meeting) -> String {
        let agenda = supervisor.agenda(of: meeting)
        var lines = [
            words(
                "\(words.short(meeting.day)) \(words.title(meeting, in: ledger)) 议程",
                "agenda, \(words.title(meeting, in: ledger)) \(words.short(meeting.day))"
            )
        ]
        for kind in Agenda.Kind.allCases {
            let points = agenda.points.filter { $0.kind == kind }
            guard !points.isEmpty else { continue }
            lines += ["", words("\(words.name(kind)) \(points.count) 项", "\(words.name(kind)): \(points.count)")]
            for (place, point) in points.enumerated() {
                lines.append("  \(place + 1). " + words.line(point, in: ledger))
                guard kind == .decide, let matter = point.matter.flatMap({ ledger.matters[$0] }) else { continue }
                lines += words.lines(ofCase: matter, in: ledger).map { "     " + $0 }
            }
        }
        if agenda.points.isEmpty { lines.append(words("没有须上会的事项。", "Nothing to go through.")) }
        return lines.joined(separator: "\n") + "\n"
    }

    func agendaJSON(_ meeting: Meeting) -> String {
        let agenda = supervisor.agenda(of: meeting)
        var json = JSONText(indented: indented)
        json.object { json in
            json.field("schema", 1)
            json.field("meeting", meeting.id.rawValue)
            json.field("previous", agenda.previous?.rawValue)
            json.field("points", array: agenda.points) { json, point in
                json.object { json in
                    json.field("kind", "\(point.kind)")
                    json.field("number", point.matter?.rawValue)
                    json.field("text", point.text?.text?.string)
                    json.field("level", point.level?.rawValue)
                    json.field("light", point.judgement?.light.rawValue)
                    let file = point.matter.flatMap { ledger.matters[$0]?.hardCase }
                    json.field("ways", array: file?.ways ?? []) { $0.string(words.text($1)) }
                }
            }
        }
        return json.text + "\n"
    }
}
