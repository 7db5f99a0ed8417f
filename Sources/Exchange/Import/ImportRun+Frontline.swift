import Journal
import Ledger
import Text
import Words

/// 四个一.csv: what campaigns have set up on the spot. An entry that a campaign has already stays as it is.
extension ImportRun {
    func readFrontline() throws(JournalError) {
        try eachRow(of: .frontline, FrontlineColumn.self) { sheet, row, problems in
            let name = sheet.text(.campaign, of: row)
            guard let id = directory.campaign(name), let campaign = book.campaigns[id] else {
                problems.append(
                    sheet.problem(
                        name.isEmpty ? .empty("战役") : .unknownName(.campaign, CleanText(name)),
                        .campaign,
                        of: row
                    )
                )
                return nil
            }
            guard let kind = sheet.term(.kind, of: row, in: Vocabulary.frontline, &problems) else { return nil }
            var entry = FrontlineEntry(
                kind: kind,
                people: [],
                place: CleanText(sheet.text(.place, of: row)),
                day: days.today,
                text: CleanText(sheet.text(.text, of: row))
            )
            for name in sheet.text(.people, of: row).listed {
                switch person(named: name, in: campaign.unit) {
                case .success(let id): entry.people += [id].compactMap { $0 }
                case .failure(let fault): problems.append(sheet.problem(fault.fault, .people, of: row))
                }
            }
            if entry.people.isEmpty, problems.isEmpty { problems.append(sheet.problem(.empty("人员"), .people, of: row)) }
            if entry.place.isEmpty { problems.append(sheet.problem(.empty("地点"), .place, of: row)) }
            checkPersonal([.place, .text], row, sheet, &problems)
            let since = sheet.text(.day, of: row)
            if let day = days.past(since) {
                entry.day = day
                if day > days.today { problems.append(sheet.problem(.dayAhead(day), .day, of: row)) }
            } else if !since.isEmpty {
                problems.append(sheet.problem(.notADay(CleanText(since)), .day, of: row))
            }
            guard problems.isEmpty, !(campaign.frontline ?? []).contains(entry) else { return nil }
            factDay = entry.day
            return .noteFrontline(id, .add(entry))
        }
    }
}

extension Vocabulary {
    static let frontline = Table(
        Frontline.allCases,
        Words.chinese.name,
        also: [
            "力量": .force, "组织": .branch, "党组织": .branch, "党员": .members, "考察": .cadres, "考察培育": .cadres,
        ]
    )
}
