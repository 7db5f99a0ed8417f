import Canvas

/// How large things are written on a screen of a size: what the room must read is large, what only the front row reads
/// stands in ordinary cells.
struct MeetingScale {
    enum Step { case small, medium, large }

    let step: Step
    /// The name of a page.
    let heading: Lettering
    /// Words beside a number, names of campaigns.
    let words: Lettering
    /// The same, a step smaller.
    let lesser: Lettering
    /// Names in a list, and what fits in their place when one is too long.
    let names: [Lettering]
    /// The numbers that matter.
    let number: Lettering
    /// One item of a list of matters.
    private let item: ListShape

    /// Rows of one item of a list, and of the gap after it, and how many of them stand on a page (PRACTICE §6).
    struct ListShape {
        let rows: Int
        let gap: Int
        var most = 5
    }

    init(_ size: Size, _ typecase: Typecase, hasWords: Bool) {
        func figures(_ index: Int) -> Lettering {
            Lettering(typecase.digits.indices.contains(index) ? typecase.digits[index] : nil)
        }
        let words16 = hasWords ? typecase.words16 : nil
        let words24 = hasWords ? typecase.words24 : nil
        if size.width >= 220, size.height >= 60, words24 != nil {
            step = .large
            heading = Lettering(typecase.heading32 ?? typecase.words24)
            words = Lettering(words24)
            lesser = Lettering(words16)
            names = [Lettering(words16), Lettering(words16, .dots), .ordinary]
            number = figures(2)
            item = ListShape(rows: 8, gap: 2)
        } else if size.width >= 120, size.height >= 36, words16 != nil {
            step = .medium
            heading = Lettering(size.height >= 44 ? words24 : words16)
            words = Lettering(words16)
            lesser = Lettering(words16, .dots)
            names = [Lettering(words16), Lettering(words16, .dots), .ordinary]
            number = figures(size.height >= 44 ? 1 : 0)
            item = ListShape(rows: 8, gap: 0)
        } else {
            step = .small
            heading = .ordinary
            words = .ordinary
            lesser = .ordinary
            names = [.ordinary]
            // Two rows of them, the heading and the foot.
            number = size.height >= 23 && size.width >= 60 ? figures(0) : .ordinary
            item = ListShape(rows: 3, gap: 1)
        }
    }

    /// Rows that the head of a page takes.
    var headRows: Int { step == .small ? 2 : heading.rows + 1 }
    /// A list has a smaller head, so that more of it is seen.
    var listHeading: Lettering { step == .large ? words : words.isOrdinary ? heading : words }
    var listHeadRows: Int { step == .small ? 2 : listHeading.rows + 1 }

    /// What has to be decided takes more rows: with its ways, and who decides.
    func shape(of heading: MeetingSection.Heading) -> ListShape {
        guard heading.isToDecide else { return item }
        switch step {
        case .small: return ListShape(rows: 6, gap: 1, most: 3)
        case .medium: return ListShape(rows: 10, gap: 1, most: 3)
        case .large: return ListShape(rows: 15, gap: 2, most: 3)
        }
    }

    func itemsPerPage(_ height: Int, _ shape: ListShape) -> Int {
        max(1, min(shape.most, (height - 1 - listHeadRows + shape.gap) / (shape.rows + shape.gap)))
    }
}
