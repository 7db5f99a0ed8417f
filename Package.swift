// swift-tools-version: 6.2
import PackageDescription

// The house. One paragraph on each module stands in docs/Modules.md.
// Data flows one way: file → Journal → Ledger → Walls → Canvas → Terminal.

let package = Package(
    name: "guatu",
    products: [
        .executable(name: "guatu", targets: ["guatu"]),
        // Used by the package in Press/, which turns pages into PDF.
        .library(name: "Pages", targets: ["Pages"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Values and rules
        .target(name: "Text", exclude: ["Generate"]),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
        .target(name: "Ledger", dependencies: ["Text"]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Text", "Samples"]),
        .target(name: "CMemory"),
        .target(name: "Cores", dependencies: ["CMemory"]),
        .testTarget(name: "CoresTests", dependencies: ["Cores"]),
        .target(name: "Supervision", dependencies: ["Cores", "Ledger", "Text"]),
        .testTarget(name: "SupervisionTests", dependencies: ["Supervision", "Ledger", "Text", "Samples"]),
        .target(name: "Words", dependencies: ["Ledger", "Supervision", "Text"]),
        .testTarget(name: "WordsTests", dependencies: ["Words", "Ledger", "Supervision", "Text", "Samples"]),

        // Files
        .target(name: "CDigest", linkerSettings: [.linkedLibrary("nettle")]),
        .target(
            name: "Journal",
            dependencies: [
                "CDigest", "Cores", "Ledger", "Text", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "JournalTests",
            dependencies: [
                "Journal", "JournalTrial", "Ledger", "Text", "Samples", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        // A second process for the trials of JournalTests, and the journal's own measurements.
        .executableTarget(
            name: "JournalTrial",
            dependencies: ["Journal", "Ledger", "Supervision", "Text", "Samples"],
            path: "Tests/JournalTrial"
        ),
        .target(name: "Atlas", dependencies: ["Ledger", "Text"]),
        .testTarget(name: "AtlasTests", dependencies: ["Atlas", "Ledger", "Samples", "Text"]),
        .target(
            name: "Exchange",
            dependencies: [
                "Atlas", "Canvas", "Journal", "Ledger", "Text", "Words", .product(name: "Yams", package: "Yams"),
            ]
        ),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Canvas", "Exchange", "Journal", "Ledger", "Supervision", "Text", "Words"]
        ),

        // Screen
        .target(name: "Canvas", dependencies: ["Text"]),
        .testTarget(name: "CanvasTests", dependencies: ["Canvas", "Pictures", "Text"], exclude: ["Snapshots"]),
        .target(
            name: "Walls",
            dependencies: ["Atlas", "Canvas", "Ledger", "Pages", "Supervision", "Text", "Words"]
        ),
        .testTarget(
            name: "WallsTests",
            dependencies: ["Canvas", "Ledger", "Pictures", "Samples", "Supervision", "Text", "Walls", "Words"],
            exclude: ["Snapshots"]
        ),
        .target(
            name: "Console",
            dependencies: ["Canvas", "Ledger", "Supervision", "Text", "Walls", "Words"]
        ),
        .testTarget(
            name: "ConsoleTests",
            dependencies: [
                "Atlas", "Canvas", "Console", "Exchange", "Journal", "Ledger", "Pictures", "Samples", "Supervision",
                "Text",
                "Walls", "Words",
            ],
            exclude: ["Scenarios", "Snapshots"]
        ),
        .target(
            name: "CCurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
        ),
        .target(name: "Terminal", dependencies: ["CCurses", "Canvas", "Text"]),
        .testTarget(name: "TerminalTests", dependencies: ["CCurses", "Canvas", "Samples", "Terminal", "Text"]),

        // Paper
        .target(name: "Pages", dependencies: ["Text"]),
        .testTarget(name: "PagesTests", dependencies: ["Pages", "Text"]),
        .target(
            name: "Paper",
            dependencies: ["Atlas", "Ledger", "Pages", "Supervision", "Text", "Words"]
        ),
        .testTarget(
            name: "PaperTests",
            dependencies: ["Ledger", "Pages", "Paper", "Samples", "Supervision", "Text", "Words"]
        ),

        // The program
        .executableTarget(
            name: "guatu",
            dependencies: [
                "CMemory", "Canvas", "Console", "Exchange", "Journal", "Ledger", "Pages", "Paper", "Supervision",
                "Terminal",
                "Text",
                "Walls", "Words",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(
            name: "GuatuTests",
            dependencies: ["guatu", "Ledger", "Text", "Words"],
            exclude: ["Scenarios"]
        ),
        // What has to hold for days on end.
        .testTarget(
            name: "TrialTests",
            dependencies: ["Canvas", "guatu", "Journal", "Ledger", "Pictures", "Samples", "Text", "Walls", "Words"]
        ),

        // A small office for tests, built in memory.
        .target(name: "Samples", dependencies: ["Ledger", "Text"], path: "Tests/Samples"),
        // Screens as text files beside the tests.
        .target(name: "Pictures", dependencies: ["Canvas"], path: "Tests/Pictures"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where [.executable, .test, .regular].contains(target.type) {
    guard !["CCurses", "CDigest", "CMemory"].contains(target.name) else { continue }
    var settings = target.swiftSettings ?? []
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    settings.append(.enableUpcomingFeature("ExistentialAny"))
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    settings.append(.enableUpcomingFeature("MemberImportVisibility"))
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    settings.append(.enableUpcomingFeature("InternalImportsByDefault"))
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
    settings.append(.enableUpcomingFeature("NonisolatedNonsendingByDefault"))
    // Each public type says whether it may cross threads.
    settings.append(.unsafeFlags(["-Xfrontend", "-require-explicit-sendable"]))
    target.swiftSettings = settings
}
