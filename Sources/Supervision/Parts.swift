import Cores
import Ledger

extension MatterTable.Values {
    /// Enough for the work to be worth handing over.
    package static var partSize: Int { 2_048 }

    /// What `look` finds in each part of a table, given by its places; in order. The parts of a large table are looked
    /// at on all cores at once.
    func inParts<Finding: Sendable>(
        of size: Int = partSize,
        _ look: @Sendable (Range<Int>) -> Finding
    ) -> [Finding] {
        guard count > size else { return [look(0..<count)] }
        let parts = (count + size - 1) / size
        return Array(unsafeUninitializedCapacity: parts) { buffer, initialized in
            nonisolated(unsafe) let findings = buffer.baseAddress!
            Cores.each(parts) { part in
                let places = part * size..<Swift.min(count, (part + 1) * size)
                (findings + part).initialize(to: look(places))
            }
            initialized = parts
        }
    }
}
