import CPango

/// The family that Chinese is set in.
public enum Typeface {
    /// Song first: what an office list is printed in. The lighter packages follow.
    static let known = [
        "Noto Serif CJK SC", "Source Han Serif SC", "FandolSong", "AR PL UMing CN", "Noto Sans CJK SC",
        "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "LXGW WenKai", "SimSun", "NSimSun",
    ]

    /// The family asked for, or the first known one that is installed, or whatever the system offers for
    /// Chinese. Nil when no installed font has Chinese: then nothing may be printed, it would be boxes.
    public static func choose(asked: String?) -> String? {
        let family =
            asked.flatMap { cpango_has_family($0) ? $0 : nil }
            ?? known.first { cpango_has_family($0) }
            ?? "sans-serif"
        let trial = cpango_open(100, 100, "", family)
        defer { cpango_free(trial) }
        return cpango_unknown(trial, "督办事项清单", 10.5, false) == 0 ? family : nil
    }
}
