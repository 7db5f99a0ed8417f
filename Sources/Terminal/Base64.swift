/// RFC 4648, for the one place that needs it: a terminal takes clipboard text in no other form.
func base64(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
        let three = rest.prefix(3)
        rest = rest.dropFirst(3)
        let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
        for place in 0..<4 {
            text.append(place <= three.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
        }
    }
    return text
}
