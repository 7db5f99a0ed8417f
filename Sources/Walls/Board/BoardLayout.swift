import Canvas
import Ledger

/// Where everything stands on the board by stage.
struct BoardLayout {
    enum Form {
        /// Columns of cards.
        case columns
        /// One stage over the full width, under a strip of all stages.
        case strip
    }

    let form: Form
    private(set) var toolbar: Rect
    /// Heads and rules of the columns, or the strip.
    private(set) var head: Rect
    private(set) var cards: Rect
    private(set) var detail: Rect?
    /// How many columns fit, and how wide each is.
    private(set) var columns = 1
    private(set) var columnWidth = 0

    static let gap = 3

    init(_ size: Size, isDetailShown: Bool) {
        let isTall = size.height >= 27
        let top = isTall ? 1 : 0
        toolbar = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = toolbar.bottom + (isTall ? 1 : 0)
        head = Rect(x: 0, y: y, width: size.width, height: 2)
        if size.width < 88 {
            form = .strip
            cards = Rect(x: 0, y: head.bottom, width: size.width, height: size.height - head.bottom)
            columnWidth = size.width - 2
            return
        }
        form = .columns
        let detailWidth = !isDetailShown || size.width < 150 ? 0 : size.width >= 200 ? 42 : 34
        let width = size.width - (detailWidth > 0 ? detailWidth + 3 : 0)
        if detailWidth > 0 {
            detail = Rect(x: size.width - detailWidth - 2, y: y, width: detailWidth + 2, height: size.height - y)
        }
        columns = max(1, min(BoardRows.stages.count, (width + BoardLayout.gap) / 30))
        columnWidth = min(36, (width - 3 - BoardLayout.gap * (columns - 1)) / columns)
        cards = Rect(x: 0, y: head.bottom, width: width, height: size.height - head.bottom)
    }

    /// The first cell of the cards of a column shown.
    func x(_ shown: Int) -> Int { form == .strip ? 2 : 2 + shown * (columnWidth + BoardLayout.gap) }

    /// Rows of a card, the blank below it included.
    func cardHeight(_ stage: Stage) -> Int { form == .strip || stage == .settled ? 3 : 4 }

    /// Whole cards of a column: a card is never cut.
    func capacity(_ stage: Stage, count: Int) -> Int {
        let height = cardHeight(stage)
        // The blank below the last card is not needed.
        let all = (cards.height + 1) / height
        // The notes on what is above and below take the first and the last row.
        return count <= all ? max(1, all) : max(1, (cards.height - 1) / height)
    }
}
