/// A text of some sections, as an office reads it out or prints it: the same for a terminal and for paper.
package struct Script: Hashable, Sendable {
    package var title: String
    /// Under the title: the day, the span.
    package var subtitle: String
    package var sections: [Section]

    package struct Section: Hashable, Sendable {
        package var heading: String
        package var lines: [String]
        /// A table below the lines; empty where there is none.
        package var head: [String]
        package var rows: [[String]]

        package init(_ heading: String, lines: [String] = [], head: [String] = [], rows: [[String]] = []) {
            self.heading = heading
            self.lines = lines
            self.head = head
            self.rows = rows
        }
    }

    package init(title: String, subtitle: String, sections: [Section]) {
        self.title = title
        self.subtitle = subtitle
        self.sections = sections
    }
}
