import Ledger
import Supervision
import Words

extension MeetingPage {
    /// The agenda as the desk runs it, point by point, with what was gone through already.
    package func plain(in scene: Scene) -> PlainPage {
        let words = scene.words
        let title = words("议程", "Agenda")
        guard let it = scene.ledger.diary.meetings[meeting] else { return scene.plainPage(title) }
        let name = words.title(it, in: scene.ledger)
        var page = scene.plainPage(title, [name])
        let done = points.count { isDone($0, scene) }
        page.say(
            name,
            words.state(of: it),
            words("议程 \(points.count) 项", "\(points.count) points"),
            words("议过 \(done) 项", "\(done) done")
        )
        for point in points { page.say(words.name(point.kind), facts(of: point, scene)) }
        return page
    }

    private func facts(of point: Agenda.Point, _ scene: Scene) -> [String] {
        let words = scene.words
        let done = isDone(point, scene) ? words("已议", "done") : ""
        let why = words.text(point.text)
        guard let number = point.matter else { return [why, done] }
        guard let matter = scene.matter(number) else { return ["\(number)", why, state(of: point, scene), done] }
        let light = point.judgement.map { words.name($0.light) } ?? ""
        return [light, scene.plainName(matter), scene.plainOwner(matter), state(of: point, scene), why, done]
    }
}
