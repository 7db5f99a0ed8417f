@main struct Guatu { static func main() { print("guatu") } }
