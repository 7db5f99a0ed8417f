import Journal
import Words

extension Words {
    /// What is wrong with a damaged file: where the journal or SQLite has a word for it that a clerk would not know,
    /// another one.
    func damage(_ detail: String) -> String {
        if detail.hasPrefix("event "), let number = Int(detail.dropFirst(6)) {
            return self("第 \(number) 条记录被改动", "record \(number) was altered")
        }
        return switch detail {
        case "cut off": self("文件被截短", "cut off")
        case "header": self("文件开头被覆盖", "its beginning was overwritten")
        case "no event is left": self("没有一条完好的记录", detail)
        case "the first event is lost": self("第 1 条记录丢失，无从恢复", detail)
        case "database disk image is malformed", "file is not a database", "unsupported file format":
            self("文件内容被破坏", detail)
        default: detail
        }
    }

    /// The same on one line of a screen; all of it is said when that is closed.
    func brief(_ damage: Damage) -> String {
        let lost = damage.saved.lostEvents
        let missing = lost > 0 ? self("，丢失 \(lost) 条记录", ", \(lost) records lost") : ""
        return self(
            "台账已损坏，只能查看\(missing)；退出后有说明和救法。",
            "The ledger is damaged, reading only\(missing); leave to read what to do."
        )
    }

    /// What was shown of a damaged file, what is missing, and what to do.
    func sentence(_ damage: Damage, path: String) -> String {
        let saved = damage.saved
        var parts = [
            self(
                "\(path) 已损坏（\(self.damage(damage.detail))），只能查看：显示的取自完好的 \(saved.events) 条记录",
                "\(path) is damaged (\(self.damage(damage.detail))) and can only be looked at: what is shown comes from \(saved.events) sound records"
            )
        ]
        if saved.fromBackups > 0 {
            parts.append(self("其中 \(saved.fromBackups) 条取自备份", "\(saved.fromBackups) of them out of backups"))
        }
        if !saved.lost.isEmpty {
            parts.append(
                self(
                    "丢失 \(saved.lostEvents) 条（\(spans(saved.lost, atMost: 5))）",
                    "\(saved.lostEvents) are lost (\(spans(saved.lost, atMost: 5)))"
                )
            )
        }
        if !saved.textless.isEmpty {
            parts.append(self("\(saved.textless.count) 条没有文字", "\(saved.textless.count) have no text"))
        }
        if !saved.matters.isEmpty {
            parts.append(
                self("\(saved.matters.count) 件事项不完整", "\(saved.matters.count) matters are not complete")
            )
        }
        if !saved.isEndKnown { parts.append(unknownEnd(saved)) }
        let recover = "guatu recover \(path) --into " + self("新文件", "NEW")
        let advice =
            damage.backup.map {
                self(
                    "请不要再记录。救出完好的记录：\(recover)；或恢复最近的备份：guatu restore \($0)。",
                    "Record nothing more in it. Save what is sound: \(recover); or restore the last backup: guatu restore \($0)."
                )
            }
            ?? self(
                "请不要再记录。救出完好的记录：\(recover)。",
                "Record nothing more in it. Save what is sound: \(recover)."
            )
        return parts.joined(separator: self("，", ", ")) + self("。", ". ") + advice
    }

    /// Nobody can say what followed.
    func unknownEnd(_ saved: Recovered) -> String {
        self("第 \(saved.last) 条之后是否还有记录已无从得知", "whether any followed record \(saved.last) is not known")
    }

    /// Numbers of records: 「第 5、7–9 条」.
    func spans(_ spans: [ClosedRange<Int>], atMost count: Int = .max) -> String {
        let numbers = spans.prefix(count).map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
        }
        let isCut = spans.count > count
        return self(
            "第 \(numbers.joined(separator: "、")) 条\(isCut ? "等" : "")",
            numbers.joined(separator: ", ") + (isCut ? ", …" : "")
        )
    }
}
