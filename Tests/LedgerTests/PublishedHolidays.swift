import Ledger
import Samples

/// The State Council's holidays and make-up working days of 2024 to 2026 as published, one line a
/// day: what the calendar in the program, typed by another hand, is held against.
enum PublishedHolidays {
    static let byDay: [Day: (isWorkday: Bool, name: String)] = Dictionary(
        uniqueKeysWithValues: text.split(separator: "\n").map { line in
            let fields = line.split(separator: ",")
            return (Day(stringLiteral: String(fields[0])), (fields[1] == "workday", String(fields[2])))
        }
    )

    private static let text = """
        2024-01-01,holiday,元旦
        2024-02-04,workday,春节
        2024-02-12,holiday,春节
        2024-02-13,holiday,春节
        2024-02-14,holiday,春节
        2024-02-15,holiday,春节
        2024-02-16,holiday,春节
        2024-02-18,workday,春节
        2024-04-04,holiday,清明节
        2024-04-05,holiday,清明节
        2024-04-07,workday,清明节
        2024-04-28,workday,劳动节
        2024-05-01,holiday,劳动节
        2024-05-02,holiday,劳动节
        2024-05-03,holiday,劳动节
        2024-05-11,workday,劳动节
        2024-06-10,holiday,端午节
        2024-09-14,workday,中秋节
        2024-09-16,holiday,中秋节
        2024-09-17,holiday,中秋节
        2024-09-29,workday,国庆节
        2024-10-01,holiday,国庆节
        2024-10-02,holiday,国庆节
        2024-10-03,holiday,国庆节
        2024-10-04,holiday,国庆节
        2024-10-07,holiday,国庆节
        2024-10-12,workday,国庆节
        2025-01-01,holiday,元旦
        2025-01-26,workday,春节
        2025-01-28,holiday,春节
        2025-01-29,holiday,春节
        2025-01-30,holiday,春节
        2025-01-31,holiday,春节
        2025-02-03,holiday,春节
        2025-02-04,holiday,春节
        2025-02-08,workday,春节
        2025-04-04,holiday,清明节
        2025-04-27,workday,劳动节
        2025-05-01,holiday,劳动节
        2025-05-02,holiday,劳动节
        2025-05-05,holiday,劳动节
        2025-06-02,holiday,端午节
        2025-09-28,workday,国庆节、中秋节
        2025-10-01,holiday,国庆节、中秋节
        2025-10-02,holiday,国庆节、中秋节
        2025-10-03,holiday,国庆节、中秋节
        2025-10-06,holiday,国庆节、中秋节
        2025-10-07,holiday,国庆节、中秋节
        2025-10-08,holiday,国庆节、中秋节
        2025-10-11,workday,国庆节、中秋节
        2026-01-01,holiday,元旦
        2026-01-02,holiday,元旦
        2026-01-04,workday,元旦
        2026-02-14,workday,春节
        2026-02-16,holiday,春节
        2026-02-17,holiday,春节
        2026-02-18,holiday,春节
        2026-02-19,holiday,春节
        2026-02-20,holiday,春节
        2026-02-23,holiday,春节
        2026-02-28,workday,春节
        2026-04-06,holiday,清明节
        2026-05-01,holiday,劳动节
        2026-05-04,holiday,劳动节
        2026-05-05,holiday,劳动节
        2026-05-09,workday,劳动节
        2026-06-19,holiday,端午节
        2026-09-20,workday,国庆节
        2026-09-25,holiday,中秋节
        2026-10-01,holiday,国庆节
        2026-10-02,holiday,国庆节
        2026-10-05,holiday,国庆节
        2026-10-06,holiday,国庆节
        2026-10-07,holiday,国庆节
        2026-10-10,workday,国庆节
        """
}
