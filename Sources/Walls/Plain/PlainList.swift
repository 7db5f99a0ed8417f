import Ledger
import Words

extension MatterList {
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let rows = rows(scene)
        var page = scene.plainPage(
            words("事项清单", "Matters"),
            [words.matters(rows.count), order.name(words)]
                + scene.plainNotes(filter)
        )
        if rows.isEmpty { page.say(words("事项清单", "Matters"), words.nothingMatches) }
        for number in rows {
            guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { continue }
            page.say(words.name(matter.stage), scene.plainFacts(matter, judgement))
        }
        return page
    }
}
