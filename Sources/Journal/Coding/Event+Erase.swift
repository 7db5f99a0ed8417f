import Ledger
import Synchronization
import Text

extension Event {
    /// The event with those of its texts blacked out for which `isGone` holds, and how many that were.
    func erasing(_ isGone: (CleanText) -> Bool) throws -> (event: Event, texts: Int) {
        let vault = SealedTexts()
        let nobody = Identity(at: recorded, random: 0)
        let body = EventBody(
            id: nobody,
            office: nobody,
            officeNumber: 1,
            command: nobody,
            event: self,
            rules: 0,
            calendar: 0
        )
        let bytes = try JSONWriter.bytes(body, userInfo: [.prose: vault])
        let sealed = vault.take()
        let kept = sealed.filter { !isGone(CleanText($0.text)) }
        guard kept.count < sealed.count else { return (self, 0) }
        let opened = OpenedTexts()
        opened.fill(kept)
        let read = try bytes.withUnsafeBufferPointer {
            try JSONReader.value(EventBody.self, from: $0, userInfo: [.prose: opened])
        }
        return (read.event, sealed.count - kept.count)
    }

    /// The texts of the event.
    var texts: [CleanText] {
        var texts: [CleanText] = []
        _ = try? erasing { text in
            texts.append(text)
            return false
        }
        return texts
    }
}
