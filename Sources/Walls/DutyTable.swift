package import Ledger
package import Supervision

/// The duties of each matter side by side. Made once for a scene.
struct DutyTable {
    /// In the order of the scene.
    private let duties: [Duty]
    /// The places of duties, those of one matter together in the order of the scene.
    private let sorted: [Int32]
    /// Where those of each place in ``Scene/order`` begin, and the end of the last.
    private let starts: [Int32]

    init(_ scene: Scene) {
        let places = scene.places
        duties = scene.duties
        let owners = duties.map { places[$0.matter] ?? scene.order.count }
        var starts = Array(repeating: 0 as Int32, count: scene.order.count + 2)
        for owner in owners { starts[owner + 1] += 1 }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        var ends = starts
        var sorted = Array(repeating: 0 as Int32, count: owners.count)
        for (duty, owner) in owners.enumerated() {
            sorted[Int(ends[owner])] = Int32(duty)
            ends[owner] += 1
        }
        self.starts = starts
        self.sorted = sorted
    }

    /// The duties of the matter at a place of ``Scene/order``.
    subscript(place: Int) -> some RandomAccessCollection<Duty> {
        sorted[Int(starts[place])..<Int(starts[place + 1])].lazy.map { duties[Int($0)] }
    }
}

extension Scene {
    var dutyTable: DutyTable { derived(DutyTableKey()) { DutyTable(self) } }

    /// What must be done now about one matter.
    package func duties(of number: MatterNumber) -> [Duty] { places[number].map { Array(dutyTable[$0]) } ?? [] }
}

private struct DutyTableKey: Hashable {}
