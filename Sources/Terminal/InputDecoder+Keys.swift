import CCurses
import Canvas

// What single reports mean.

extension InputDecoder {
    static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x00: .control(" ")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(scalar.value + 0x60)!))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(scalar.value + 0x40)!))
        case 0x80...0x9F: nil
        default: Key(.character(Character(scalar)))
        }
    }

    static func key(_ number: Int) -> Key? {
        var modifiers = Key.Modifiers.none
        if number < Int(INPUT_FUNCTION) {
            if number & Int(INPUT_SHIFT) != 0 { modifiers.insert(.shift) }
            if number & Int(INPUT_CONTROL) != 0 { modifiers.insert(.control) }
            if number & Int(INPUT_ALT) != 0 { modifiers.insert(.alt) }
        } else if number < Int(INPUT_UNKNOWN) {
            return .function(number - Int(INPUT_FUNCTION))
        } else {
            return nil
        }
        let code: Key.Code
        switch number & 0xFF {
        case Int(INPUT_UP): code = .up
        case Int(INPUT_DOWN): code = .down
        case Int(INPUT_LEFT): code = .left
        case Int(INPUT_RIGHT): code = .right
        case Int(INPUT_HOME): code = .home
        case Int(INPUT_END): code = .end
        case Int(INPUT_PAGE_UP): code = .pageUp
        case Int(INPUT_PAGE_DOWN): code = .pageDown
        case Int(INPUT_INSERT): code = .insert
        case Int(INPUT_DELETE): code = .delete
        case Int(INPUT_BACKSPACE): code = .backspace
        case Int(INPUT_ENTER): code = .enter
        case Int(INPUT_BACK_TAB): return .backTab
        default: return nil
        }
        return Key(code, modifiers)
    }

    static func mouse(_ number: Int) -> Mouse.Kind? {
        switch number {
        case Int(MOUSE_CLICK): .click
        case Int(MOUSE_RIGHT_CLICK): .rightClick
        case Int(MOUSE_WHEEL_UP): .wheelUp
        case Int(MOUSE_WHEEL_DOWN): .wheelDown
        default: nil
        }
    }
}
