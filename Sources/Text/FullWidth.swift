/// What a key means when an input method was left switched on.
public enum FullWidth: Sendable {
    /// The half-width twin of a full-width or Chinese punctuation key, or the scalar itself.
    ///
    /// With a Chinese input method on, `：` arrives where the hand typed `:`. Key dispatch asks this;
    /// a text field does not, there `：` is what the user wants.
    public static func twin(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)!
        default: chinese[scalar] ?? scalar
        }
    }

    /// Keys of the Chinese punctuation layout. `、` is on the key of `/` or `\`; here finding wins.
    private static let chinese: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{3000}": " ", "。": ".", "、": "/", "【": "[", "】": "]", "「": "[", "」": "]", "『": "{", "』": "}",
        "《": "<", "》": ">", "〈": "<", "〉": ">", "“": "\"", "”": "\"", "‘": "'", "’": "'",
        "·": "`", "—": "_", "…": "^", "￥": "$", "〔": "[", "〕": "]",
    ]
}
