import Glibc

/// The program. Everything is decided in ``Program``; here is only the way in and out.
@main
struct Guatu {
    static func main() {
        exit(Program(Array(CommandLine.arguments.dropFirst())).run())
    }
}
