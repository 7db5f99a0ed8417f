import Text

extension Routine {
    /// 日报告 周例会 月查 季报 半年小结 年度考核: what every office has, to begin with.
    package static func standard(from day: Day) -> [Routine] {
        [
            Routine(name: "日报告", cycle: .daily, minute: 17 * 60 + 30, start: day),
            Routine(name: "周例会", cycle: .weekly(1), restDay: .after, minute: 9 * 60, start: day),
            Routine(name: "月查", cycle: .monthly(25), start: day),
            Routine(name: "季报", cycle: .quarterly, start: day),
            Routine(name: "半年小结", cycle: .halfYearly, start: day),
            Routine(name: "年度考核", cycle: .yearly, start: day),
        ]
    }
}
