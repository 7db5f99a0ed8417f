import Ledger
import Words

package import struct Canvas.Key

extension Operation {
    /// The operation of an id.
    package static func of(_ id: ID) -> Operation { byID[id]! }

    /// The operation that a key starts; a full-width key counts as its half-width twin.
    package static func of(_ key: Key) -> Operation? { byKey[key.command] }

    private static let byID = Dictionary(uniqueKeysWithValues: table.map { ($0.id, $0) })
    private static let byKey = Dictionary(
        table.flatMap { operation in operation.keys.map { ($0, operation) } },
        uniquingKeysWith: { first, _ in first }
    )

    /// The one table. A key stands in it once: it means the same on every wall.
    package static let table: [Operation] = moving + looking + acting + program + charts

    private static let moving: [Operation] = [
        Operation(
            .up,
            ["Up", "k"],
            .moving,
            zh: ("上一件", "移到上一行。"),
            en: ("up", "Go to the row above.")
        ),
        Operation(
            .down,
            ["Down", "j"],
            .moving,
            zh: ("下一件", "移到下一行。"),
            en: ("down", "Go to the row below.")
        ),
        Operation(
            .left,
            ["Left", "h"],
            .moving,
            zh: ("往左", "移到左边一列，或收起一组。"),
            en: ("left", "Go to the column on the left, or fold a group.")
        ),
        Operation(
            .right,
            ["Right", "l"],
            .moving,
            zh: ("往右", "移到右边一列，或展开一组。"),
            en: ("right", "Go to the column on the right, or unfold a group.")
        ),
        Operation(
            .pageUp,
            ["PageUp", "Ctrl+B"],
            .moving,
            zh: ("上一页", "往上翻一页。"),
            en: ("page up", "Go up by one page.")
        ),
        Operation(
            .pageDown,
            ["PageDown", "Ctrl+F"],
            .moving,
            zh: ("下一页", "往下翻一页。"),
            en: ("page down", "Go down by one page.")
        ),
        Operation(.home, ["Home", "<"], .moving, zh: ("首行", "移到第一行。"), en: ("first", "Go to the first row.")),
        Operation(.end, ["End", ">"], .moving, zh: ("末行", "移到最后一行。"), en: ("last", "Go to the last row.")),
        Operation(
            .open,
            ["Enter"],
            .moving,
            zh: ("打开", "打开选中的事项；在「能办」里就办这一项。"),
            en: ("open", "Open the selected matter, or do the selected action.")
        ),
        Operation(
            .back,
            ["Esc"],
            .moving,
            zh: ("返回", "清除筛选，或回到来处的那一行。"),
            en: ("back", "Clear the filter, or go back to the row one came from.")
        ),
        Operation(
            .jumpBack,
            ["Backspace", "Ctrl+O"],
            .moving,
            zh: ("跳回", "回到上一处：那面墙、那个筛选、那一行。"),
            en: ("jump back", "To where one stood before: that wall, filter and row.")
        ),
        Operation(
            .nextPart,
            ["Tab"],
            .moving,
            zh: ("下一块", "换到本页的下一块或下一页。"),
            en: ("next part", "Go to the next part of the page.")
        ),
        Operation(
            .previousPart,
            ["Shift+Tab"],
            .moving,
            zh: ("上一块", "换到本页的上一块或上一页。"),
            en: ("previous part", "Go to the part before.")
        ),
        Operation(
            .previousMatter,
            ["["],
            .moving,
            zh: ("上一件", "不回清单，看上一件事项。"),
            en: ("previous matter", "See the matter before, without going back."),
            places: [.matter]
        ),
        Operation(
            .nextMatter,
            ["]"],
            .moving,
            zh: ("下一件", "不回清单，看下一件事项。"),
            en: ("next matter", "See the next matter, without going back."),
            places: [.matter]
        ),
    ]

    private static let looking: [Operation] =
        Place.walls.map(going)
        + [
            Operation(
                .filter,
                ["/"],
                .looking,
                zh: ("查找", "边输入边筛选：编号、名称、单位、人、网格、状态、灯。"),
                en: ("find", "Filter while typing: number, title, unit, person, grid, stage, light.")
            ),
            Operation(
                .trouble,
                ["v"],
                .looking,
                zh: ("只看逾滞临", "只看逾期、滞后、临期的事项，再按一次看全部。"),
                en: ("only trouble", "Show only what is overdue, behind or near; again for all.")
            ),
            Operation(
                .group,
                ["g"],
                .looking,
                zh: ("分组", "换一种分组或排列。"),
                en: ("group", "Group or sort in the next way.")
            ),
            Operation(
                .basis,
                ["w"],
                .looking,
                zh: ("亮灯依据", "这盏灯为什么亮：规则、日期和算法。"),
                en: ("why", "Why this light shows: the rule, the dates, the count.")
            ),
            Operation(
                .views,
                ["V"],
                .looking,
                zh: ("视图", "常用的筛选：存下现在的，或换到存过的。"),
                en: ("views", "Filters kept under names: keep this one, or go to another.")
            ),
            Operation(
                .measure,
                ["s"],
                .looking,
                zh: ("着色", "换一种着色或指标：最差灯、逾期数、签约率等。"),
                en: ("shade", "The next colouring or measure: worst light, overdue, households and so on.")
            ),
            Operation(
                .zoomIn,
                ["+", "="],
                .looking,
                zh: ("放大", "打开选中的网格，看它的下级。"),
                en: ("zoom in", "Open the selected grid and see its parts.")
            ),
            Operation(
                .zoomOut,
                ["-"],
                .looking,
                zh: ("缩小", "回到上一级网格。"),
                en: ("zoom out", "Back to the grid above.")
            ),
            Operation(
                .dayBefore,
                [","],
                .looking,
                zh: ("前一天", "复盘：看前一天晚上的样子，只看不改。"),
                en: ("day before", "Replay: how everything stood on the evening before; read only.")
            ),
            Operation(
                .dayAfter,
                ["."],
                .looking,
                zh: ("后一天", "复盘：往后一天。"),
                en: ("day after", "Replay: on to the next day.")
            ),
            Operation(
                .presentDay,
                ["0"],
                .looking,
                zh: ("回今天", "结束复盘。"),
                en: ("today", "End the replay.")
            ),
            Operation(
                .play,
                [";"],
                .looking,
                zh: ("播放", "从两周前起一天一天放到今天，再按停下。"),
                en: ("play", "Two weeks ago to today, day by day; again to stop.")
            ),
            Operation(
                .compare,
                ["D"],
                .looking,
                zh: ("比前一日", "标出与前一日不同的地方，再按取消。"),
                en: ("compare", "Mark what changed since the day before; again to stop.")
            ),
        ]

    private static func going(to place: Place) -> Operation {
        var keys: [Key] = place.digit.map { [Key(.character($0))] } ?? []
        if place == .list { keys.append("L") }
        let help: (zh: String, en: String) =
            switch place {
            case .overview: ("今天要做的事，一页看全。", "What today needs, on one page.")
            case .map: ("三级网格一张图，按所问着色。", "The grids on three levels, shaded by what you ask.")
            case .board: ("按状态、单位、人员挂出的任务卡。", "Cards by stage, unit and person.")
            case .checklist: ("各事项的步骤，按周排开，逐步办。", "The steps of matters, laid out by week.")
            case .roster: ("谁在岗、各有多少在办、哪里空岗缺人。", "Who is there, what each has to do, where somebody is missing.")
            case .statistics:
                (
                    "按期办结率、办结用时、逾期件龄、在办来源。",
                    "Settled in time, time taken, age of what is overdue, sources of what is in hand."
                )
            case .timeline: ("计划、完成和预计，按天画在一条时间轴上。", "Plan, done and forecast, day by day on one axis.")
            case .desk: ("今天该跟踪、该催办的，和亮灯依据。", "What must be tracked and chased today, and why.")
            case .list, .matter: ("在手的全部事项，一件一行。", "Every matter at hand, a row each.")
            }
        return Operation(
            .go(place),
            keys,
            .looking,
            zh: (place.title(.chinese), help.zh),
            en: (place.title(.english), help.en)
        )
    }

    private static let program: [Operation] = [
        Operation(
            .palette,
            [":"],
            .program,
            zh: ("命令", "查动作、事项、人员、单位、网格。"),
            en: ("command", "Find actions, matters, people, units, grids.")
        ),
        Operation(
            .help,
            ["?", "F1"],
            .program,
            zh: ("帮助", "列出本页能用的键；办不了的说明原因。"),
            en: ("help", "List the keys, and why some do not apply.")
        ),
        Operation(
            .tour,
            [],
            .program,
            zh: ("导览", "八步走一遍：看、跟踪、查找、登记。"),
            en: ("tour", "Eight steps: look, track, find, register.")
        ),
        Operation(
            .theme,
            ["T"],
            .program,
            zh: ("主题", "换配色：深色、浅色、高对比、色觉友好、单色、党建红，或自己的。"),
            en: ("theme", "Another theme: dark, light, high contrast, colour-blind safe, mono, red, or your own.")
        ),
        Operation(
            .mouse,
            [],
            .program,
            zh: ("鼠标开关", "把鼠标还给终端，可以直接选取文字；再用一次交回程序。"),
            en: ("mouse on or off", "Give the mouse to the terminal for selecting text, or take it back.")
        ),
        Operation(.redraw, ["Ctrl+L"], .program, zh: ("重画", "重画整个屏幕。"), en: ("redraw", "Draw the screen anew.")),
        Operation(
            .suspend,
            ["Ctrl+Z"],
            .program,
            zh: ("挂起", "回到命令行，fg 再回来。"),
            en: ("suspend", "Back to the shell; fg returns.")
        ),
        Operation(.quit, ["q"], .program, zh: ("退出", "退出程序；记录都已存好。"), en: ("quit", "Leave; everything is stored.")),
    ]
}
