import Ledger
import Walls
import Words

/// A filter under a name (视图): it belongs to the user, not to the ledger.
package struct SavedView: Hashable, Sendable, Codable {
    package var name: String
    /// The wall it belongs to, by its name.
    package var place: String
    package var text: String
    package var isTroubleOnly: Bool

    package init(name: String, place: String, text: String, isTroubleOnly: Bool) {
        self.name = name
        self.place = place
        self.text = text
        self.isTroubleOnly = isTroubleOnly
    }
}

extension State {
    /// The views the user has, as read from their configuration.
    package mutating func take(_ views: [SavedView]) { self.views = views }

    /// Keeps the filter of now under a name; a name that exists is given anew.
    mutating func keepView(_ name: String) -> [Effect] {
        let view = SavedView(
            name: name,
            place: place.rawValue,
            text: wall.filter.text,
            isTroubleOnly: wall.filter.isTroubleOnly
        )
        if let index = views.firstIndex(where: { $0.name == name }) { views[index] = view } else { views.append(view) }
        say(words("已存视图「\(name)」，按 V 再看。", "The view “\(name)” is kept; V shows it."))
        return [.keepViews(views)]
    }

    mutating func dropView(_ index: Int) -> [Effect] {
        guard views.indices.contains(index) else { return [] }
        let view = views.remove(at: index)
        say(words("已删视图「\(view.name)」。", "The view “\(view.name)” is gone."))
        return [.keepViews(views)]
    }

    mutating func show(_ view: SavedView) {
        overlay = nil
        let wanted = Place(rawValue: view.place) ?? .list
        place = walls[wanted]?.abilities.contains(.filter) ?? false ? wanted : .list
        wall.filter = Filter(text: view.text, isTroubleOnly: view.isTroubleOnly)
        wall.move(.home, in: frame)
    }
}
