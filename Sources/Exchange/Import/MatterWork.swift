import Ledger

/// Everything the files say of one matter, as commands in their order.
struct MatterWork {
    /// The matter as it is taken over.
    var opening: Opening
    var openingContext: Context
    var acts: [Act] = []

    struct Act {
        var action: Action
        var context: Context
        var entry: RowIndex.Entry
    }
}

/// The rows about one matter, read.
struct MatterRows {
    var steps: [Step] = []
    var stepEntries: [RowIndex.Entry] = []
    var records: [(draft: RecordDraft, entry: RowIndex.Entry)] = []
    /// Whether a row of them had something wrong.
    var isBad = false

    /// Whether the records lead the matter from its registration on.
    var leads: Bool { records.first?.draft.action == .register }
}
