import Terminal
import Words

/// The terminal cannot hold a screen.
struct ScreenFailure: Error {
    let failure: Terminal.Failure
}

extension Words {
    func sentence(_ failure: ScreenFailure) -> String {
        switch failure.failure {
        case .notATerminal: self("不在终端中，以下是总览。", "No terminal; here is the overview.")
        case .unknownTerminal(let term):
            self(
                "终端类型 TERM=\(term) 不认识，以下是总览。可改用 TERM=xterm-256color。",
                "The terminal type TERM=\(term) is unknown; here is the overview. Try TERM=xterm-256color."
            )
        case .foreignEncoding: self("会话编码不是 UTF-8，以下是总览。", "The session is not UTF-8; here is the overview.")
        case .tooPlain(let term):
            self("终端 TERM=\(term) 不能定位光标，以下是总览。", "TERM=\(term) cannot place its cursor; here is the overview.")
        }
    }
}
