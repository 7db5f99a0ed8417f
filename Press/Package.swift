// swift-tools-version: 6.2
import PackageDescription

// guatu-press: reads placed pages as JSON, writes PDF. A package of its own, so that guatu builds and
// runs on a machine without pango. `make build` leaves both programs side by side.

let package = Package(
    name: "guatu-press",
    products: [
        .executable(name: "guatu-press", targets: ["guatu-press"])
    ],
    dependencies: [
        .package(name: "guatu", path: "..")
    ],
    targets: [
        .systemLibrary(name: "PangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .target(name: "CPango", dependencies: ["PangoCairo"]),
        .target(name: "Drawing", dependencies: ["CPango", .product(name: "Pages", package: "guatu")]),
        .executableTarget(
            name: "guatu-press",
            dependencies: ["Drawing", .product(name: "Pages", package: "guatu")]
        ),
        .testTarget(
            name: "PressTests",
            dependencies: ["Drawing", "guatu-press", .product(name: "Pages", package: "guatu")]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where ["Drawing", "guatu-press", "PressTests"].contains(target.name) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
