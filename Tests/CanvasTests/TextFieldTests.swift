import Canvas
import Testing
import Text

@Suite struct TextFieldTests {
    /// Text with the caret as `|`.
    static func shown(_ field: TextField) -> String {
        String(field.text.prefix(field.caret)) + "|" + String(field.text.dropFirst(field.caret))
    }

    static func field(_ text: String) -> TextField {
        var field = TextField(text.filter { $0 != "|" })
        field.moveHome()
        for _ in 0..<(text.firstIndex(of: "|").map { text.distance(from: text.startIndex, to: $0) } ?? text.count) {
            field.moveRight()
        }
        return field
    }

    @Test(arguments: [
        ("湖东|路", "Backspace", "湖|路"), ("|湖", "Backspace", "|湖"), ("湖|东路", "Delete", "湖|路"),
        ("cafe\u{301}|", "Backspace", "caf|"), ("湖东|", "Left", "湖|东"), ("湖|东", "Right", "湖东|"),
        ("湖东|", "Home", "|湖东"), ("|湖东", "Ctrl+E", "湖东|"), ("督147 复工|", "Ctrl+Left", "督147 |复工"),
        ("|督147 复工", "Ctrl+Right", "督147| 复工"), ("督147 复工 |", "Ctrl+W", "督147 |"),
        ("督办|单", "Ctrl+U", "|单"), ("督办|单", "Ctrl+K", "督办|"), ("督|", "办", "督办|"), ("a|b", "：", "a：|b"),
        ("a|", "Space", "a |"), ("a|", "Q", "aQ|"),
    ])
    func keys(before: String, key: String, after: String) throws {
        var field = Self.field(before)
        let key = try #require(Key(named: key))
        let isHandled = field.handle(key)
        #expect(isHandled)
        #expect(Self.shown(field) == after)
    }

    @Test(arguments: ["Enter", "Esc", "Tab", "Up", "F1", "Alt+x", "Ctrl+C"]) func leavesOthersAlone(name: String) throws
    {
        var field = Self.field("督|办")
        let key = try #require(Key(named: name))
        let isHandled = field.handle(key)
        #expect(!isHandled)
        #expect(Self.shown(field) == "督|办")
    }

    @Test func pasteIsText() {
        var field = Self.field("卡：|。")
        field.insert("泥浆池\r\n未批\u{1B}[2J")
        #expect(Self.shown(field) == "卡：泥浆池 未批\u{FFFD}[2J|。")
        #expect(field.cleaned == "卡：泥浆池 未批\u{FFFD}[2J。")
    }

    @Test func marksJoinTheClusterBefore() {
        var field = Self.field("e|x")
        field.insert("\u{301}")
        #expect(field.caret == 1)
        field.deleteBackward()
        #expect(Self.shown(field) == "|x")
    }

    @Test(arguments: [
        ("督办|", 8, "督办", 4), ("湖东路雨|污", 10, "湖东路雨污", 8), ("湖东路雨污|", 10, "雨污", 4),
        ("湖东路雨污分流|", 10, "雨污分流", 8), ("|湖东路雨污分流", 10, "湖东路雨污", 0), ("", 10, "", 0),
    ])
    func window(text: String, columns: Int, shown: String, caret: Int) {
        let window = Self.field(text).window(columns: columns)
        #expect(window.text == shown)
        #expect(window.caret == caret)
    }

    @Test(arguments: 2...20) func caretIsAlwaysInTheField(columns: Int) {
        var field = TextField("湖东路a雨bc污分流de\u{301}专班")
        while true {
            let (text, caret) = field.window(columns: columns)
            #expect(text.columns() <= columns)
            #expect((0..<columns).contains(caret))
            if field.caret == 0 { break }
            field.moveLeft()
        }
    }

    @Test func drawnWithCursorAndPlaceholder() {
        let canvas = Canvas(width: 12, height: 2)
        canvas.put(TextField(), x: 2, y: 0, width: 8, isFocused: false, placeholder: "写一句")
        canvas.put(Self.field("督“|"), x: 2, y: 1, width: 8, isFocused: true)
        #expect(canvas.picture == "   写一句\n  督“\n")
        #expect(canvas.cursor == Cursor(point: Point(x: 5, y: 1), isShown: true))
        #expect(canvas[9, 0].style.ground == .field)
        #expect(canvas[10, 0].style.ground == .none)
    }

    @Test func caretMovesWithSubstitutes() {
        let canvas = Canvas(width: 12, height: 1, .safe)
        canvas.put(Self.field("督“|"), x: 0, y: 0, width: 8, isFocused: true)
        #expect(canvas.picture == "督「\n")
        #expect(canvas.cursor?.point.x == 4)
    }
}

@Suite struct KeyTests {
    @Test(arguments: [
        "j", "督", "Enter", "Esc", "F10", "Ctrl+L", "Alt+x", "Shift+Tab", "Space", "PageDown", "Ctrl+Left", "+", "?",
    ])
    func namesGoBothWays(name: String) throws {
        let key = try #require(Key(named: name))
        #expect(key.description == name)
    }

    @Test func names() {
        #expect(Key("Ctrl+l") == Key("Ctrl+L"))
        #expect(Key(named: "F25") == nil)
        #expect(Key(named: "Fn") == nil)
        #expect(Key("PageDown").label == "PgDn")
        #expect(Key.up.label == "↑")
    }

    @Test(arguments: [("：", ":"), ("／", "/"), ("ｊ", "j"), ("j", "j"), ("Enter", "Enter"), ("督", "督")])
    func commands(typed: String, meant: String) throws {
        let key = try #require(Key(named: typed))
        #expect(key.command == Key(named: meant))
    }
}
