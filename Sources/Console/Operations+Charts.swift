import Words

import struct Canvas.Key

extension Operation {
    /// What only the charts can do.
    static let charts: [Operation] = [
        Operation(
            .zoom,
            ["Z"],
            .looking,
            zh: ("缩放", "时间轴换周、月、季。"),
            en: ("zoom", "The time axis by week, month or quarter.")
        ),
        Operation(
            .fold,
            ["Space"],
            .looking,
            zh: ("折起、勾", "收起或展开选中的一组；在清单的职责上勾一次。"),
            en: ("fold, tick", "Fold or unfold the selected group; on a recurring duty, tick it.")
        ),
    ]
}
