import CCurses
package import Canvas
package import Text

extension Terminal {
    /// What would be found out about a terminal on opening it; for `guatu doctor`.
    package struct Description: Sendable, Hashable {
        /// The terminfo entry in use; nil: none fits.
        package let entry: String?
        package let canPlaceCursor: Bool
        package let colours: Int
        package let depth: Depth
        package let repertoire: Repertoire
        /// The terminal reports clicks, and takes pastes and clipboard texts, as xterm does.
        package let isLikeXterm: Bool

        /// Touches no terminal, so it works without one.
        package init(_ options: Options) {
            var info = ScreenInfo()
            var isLikeXterm = false
            let wanted = options.terminfoEntry ?? options.environment["TERM"] ?? ""
            let result = wanted.withCString { screen_describe($0, &info, &isLikeXterm) }
            entry = result == SCREEN_UNKNOWN_TERM ? nil : info.term.map { String(cString: $0) }
            canPlaceCursor = result == SCREEN_OPENED
            colours = Int(info.colours)
            depth = options.depth(colours: Int(info.colours), isDirect: info.is_direct)
            let term = options.environment["TERM"] ?? ""
            repertoire = options.repertoire(term: term, isUTF8: options.foreignEncoding == nil, depth: depth)
            self.isLikeXterm = isLikeXterm
        }
    }
}
