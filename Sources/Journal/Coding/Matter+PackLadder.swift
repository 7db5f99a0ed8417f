import Ledger

// What form 3 added: the ladder. Few matters have slips, so theirs stand as JSON.

extension Matter {
    func writeLadder(to pack: inout PackWriter) {
        pack.write(limitRules) { $0.write($1) }
        guard !ladder.isEmpty, let bytes = try? JSONWriter.bytes(ladder) else { return pack.write("") }
        pack.write(String(decoding: bytes, as: UTF8.self))
    }
}

extension Matter.Fields {
    mutating func readLadder(_ pack: inout PackReader) throws(PackFault) {
        limitRules = try pack.optional { pack throws(PackFault) in try pack.integer() }
        let json = try pack.string()
        guard !json.isEmpty else { return }
        do {
            ladder = try JSONReader.value(LadderRecord.self, from: Array(json.utf8))
        } catch {
            throw PackFault()
        }
    }
}
