import Glibc
import Ledger
import Words

/// What the program finds around it: variables, streams, the clock, the user. Read once at start and
/// handed on, so that nothing below asks the machine.
struct Surroundings: Sendable {
    let variables: [String: String]
    /// Standard input and output are a terminal.
    let isInteractive: Bool
    let output: Output
    /// The language for what is said before a ledger is open.
    let words: Words
    /// When the program started.
    let started: Moment
    /// `--lang` or `GUATU_LANG`, which go before the ledger's own language; English where Chinese cannot be shown.
    let chosenLanguage: Language?

    init(arguments: [String]) throws(Complaint) {
        let variables = Surroundings.variables
        self.variables = variables
        isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        output = Output(variables)
        started = Surroundings.readClock()
        let written =
            Surroundings.option("--lang", in: arguments) ?? variables["GUATU_LANG"].flatMap { $0.isEmpty ? nil : $0 }
        // What is said in Chinese would be question marks there.
        let spoken: Language? = output.isTerminal && !output.charset.hasChinese ? .en : nil
        chosenLanguage = written.flatMap(Language.init(rawValue:)) ?? spoken
        // Where no ledger speaks yet, the terminal's language counts; Chinese where it says nothing.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
        words = Words(chosenLanguage ?? (locale.hasPrefix("en") ? .en : .zh))
        if let written, Language(rawValue: written) == nil { throw .language(written) }
    }

    /// The environment as it is.
    static var variables: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let line = entry.pointee {
            let text = String(cString: line)
            if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            entry += 1
        }
        return variables
    }

    /// The clock of the machine.
    var clock: Moment { Surroundings.readClock() }

    private static func readClock() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Before an older ledger is brought up to date; its own language is not known yet.
    func sayUpgrading() {
        output.say(
            words(
                "这本台账是旧版格式，正在升级（先留一份备份），大的台账要半分钟。中断也不丢，下次接着升。",
                "This ledger has an older format and is brought up to date, a backup first; a large one takes half a minute. "
                    + "Nothing is lost if that is interrupted."
            )
        )
    }

    /// The login that belongs to the uid: `$USER` can be set by anybody. Asked for only where it counts,
    /// for the answer may come over a network.
    var login: String {
        guard let entry = getpwuid(getuid()) else { return "uid\(getuid())" }
        return String(cString: entry.pointee.pw_name)
    }

    private var home: String {
        if let set = variables["HOME"], !set.isEmpty { return set }
        guard let entry = getpwuid(getuid()) else { return "/" }
        return String(cString: entry.pointee.pw_dir)
    }

    /// The value of an option, before anything is parsed.
    static func option(_ name: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if argument == name { return index + 1 < arguments.count ? arguments[index + 1] : nil }
            if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
        }
        return nil
    }
}

// MARK: - Places

extension Surroundings {
    /// A folder of the XDG base directory specification; a relative value does not count.
    private func folder(_ variable: String, _ otherwise: String) -> String {
        if let set = variables[variable], set.hasPrefix("/") { return set + "/guatu" }
        return home + "/" + otherwise + "/guatu"
    }

    /// Where ledgers are kept unless a place is named.
    var dataFolder: String { folder("XDG_DATA_HOME", ".local/share") }
    var stateFolder: String { folder("XDG_STATE_HOME", ".local/state") }
    var configFolder: String { folder("XDG_CONFIG_HOME", ".config") }

    /// The folder that holds SampleData.
    var sampleFolder: String? {
        shared("SampleData") { Files.exists($0 + "/街道.yaml") || Files.exists($0 + "/事项.csv") }
    }

    /// The folder that holds the letters of large screens.
    var lettersFolder: String? { shared("Letters") { Files.exists($0 + "/words-16.letters") } }

    /// The folder that holds the themes that came with the program.
    var themesFolder: String? { shared("Themes") { Files.exists($0 + "/dark.yaml") } }

    /// The user's own themes.
    var ownThemesFolder: String { configFolder + "/themes" }

    /// A folder of data that comes with the program: in `$GUATU_DATA`, beside the installed program, or in the checkout
    /// of a built one.
    private func shared(_ name: String, _ isIt: (String) -> Bool) -> String? {
        var places: [String] = []
        if let set = variables["GUATU_DATA"], !set.isEmpty { places += [set + "/" + name, set] }
        if let binary = Files.resolved("/proc/self/exe") {
            var folder = Files.parent(of: binary)
            places.append(folder + "/../share/guatu/" + name)
            // .build/release/guatu and .build/x86_64-unknown-linux-gnu/release/guatu
            for _ in 0..<4 {
                if folder.hasSuffix("/.build") { places.append(Files.parent(of: folder) + "/" + name) }
                folder = Files.parent(of: folder)
            }
        }
        return places.first(where: isIt).flatMap(Files.resolved)
    }
}
