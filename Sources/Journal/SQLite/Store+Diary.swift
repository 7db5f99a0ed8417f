import Ledger

// Meetings, recurring duties and evening counts: few rows, read together where they are needed.

extension Store {
    private enum DiaryKind: String {
        case meeting, routine, evening
    }

    func readDiary(into ledger: inout Ledger) throws {
        var diary = Diary()
        try statement("SELECT kind, key, body FROM diary").each { row in
            switch DiaryKind(rawValue: row.text(0)) {
            case .meeting:
                let meeting = try JSONReader.value(Meeting.self, from: row.utf8(2))
                diary.meetings[meeting.id] = meeting
            case .routine:
                let routine = try JSONReader.value(Routine.self, from: row.utf8(2))
                diary.routines[routine.id] = routine
            case .evening:
                let evening = try JSONReader.value(EveningClosed.self, from: row.utf8(2))
                diary.evenings[evening.count.day] = evening
            case nil: throw StoreFault.damaged("diary \(row.text(0))")
            }
            return true
        }
        ledger.diary = diary
    }

    /// Writes a row as it is in the diary now, or removes what is no longer in it.
    func write(_ entry: DiaryEntry, of diary: Diary) throws {
        switch entry {
        case .meeting(let id): try write(.meeting, id.rawValue, diary.meetings[id])
        case .routine(let id): try write(.routine, id.rawValue, diary.routines[id])
        case .evening(let day): try write(.evening, day.number, diary.evenings[day])
        }
    }

    private func write(_ kind: DiaryKind, _ key: Int, _ value: (some Encodable)?) throws {
        guard let value else {
            let delete = try statement("DELETE FROM diary WHERE kind = ? AND key = ?")
            delete.bind(1, kind.rawValue)
            delete.bind(2, key)
            return try delete.run()
        }
        let write = try statement("INSERT OR REPLACE INTO diary (kind, key, body) VALUES (?, ?, ?)")
        write.bind(1, kind.rawValue)
        write.bind(2, key)
        write.bind(3, utf8: try JSONWriter.bytes(value))
        try write.run()
    }
}
