// swift-tools-version:6.2
// The house, level by level. A target imports only from lower levels, and a new thing goes as low as it can.
// `scripts/check` builds with `--explicit-target-dependency-import-check error`: an arrow that is not drawn
// here does not compile.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// What tests run is optimised in debug builds too: they run far longer than the compiler does.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> [Target] {
    [.target(name: name, dependencies: dependencies, swiftSettings: strict + optimised)]
}

/// What tests of rooms with tables share: both engines, collected staging.
func shared(_ name: String) -> [Target.Dependency] {
    ["Kernel", "Statistics", "Tabular", "Pages"].contains(name) ? [] : ["SekmeTesting"]
}

/// A target and its tests.
func tested(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    tests: [Target.Dependency] = []
) -> [Target] {
    room(name, dependencies) + [
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.target(name: name)] + dependencies + tests + shared(name),
            swiftSettings: strict
        )
    ]
}

func library(_ name: String, _ pkgConfig: String, _ debian: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let keys = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let http = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let embedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// Level 0: pure values.
let level0 = tested("Kernel") + tested("Statistics", ["Kernel"])

// Level 1: no knowledge of schools.
let level1 =
    [
        library("CExpat", "expat", "libexpat1-dev"),
        library("CZip", "libzip", "libzip-dev"),
        library("CPostgres", "libpq", "libpq-dev"),
        library("CQR", "libqrencode", "libqrencode-dev"),
        // Of the library of C itself: what its module leaves out.
        .systemLibrary(name: "CMalloc"),
    ]
    + tested("Storage", ["Kernel", "CPostgres", grdb, sqlite, crypto, log])
    + tested("Tabular", ["Kernel", "CExpat", "CZip"])
    + tested("Pages", ["Kernel"])

// Level 2: what a room is.
let level2 = tested("Frame", ["Kernel", "Storage", "Tabular", "Pages", log])

let frame: [Target.Dependency] = ["Kernel", "Storage", "Tabular", "Pages", "Frame"]

// Level 3: what every feature stands on, in this order.
let level3 =
    tested("Access", frame + ["CQR", crypto, keys, log])
    + tested("Evidence", frame + ["Access", "Statistics"])
    + tested("Registry", frame + ["Access", "Evidence", "Statistics"])
    + tested("Exchange", frame + ["Access", "Evidence", "Registry", crypto, log])

let ground: [Target.Dependency] = frame + ["Access", "Evidence", "Registry", "Exchange", "Statistics"]

// Level 4: one room per feature.
let level4 =
    tested("Attainment", ground, tests: ["Assessments", "Attendance", "RoomTesting"])
    + tested("Attendance", ground, tests: ["RoomTesting"])
    + tested("Assessments", ground, tests: ["RoomTesting"])
    + tested("Behaviour", ground, tests: ["RoomTesting"])
    + tested("Prevention", ground, tests: ["Attainment", "Attendance", "RoomTesting"])
    + tested("Planning", ground, tests: ["RoomTesting"])
    // A wing of prevention: what a case keeps, nothing outside the target can open.
    + tested("Cases", ground + ["Prevention"], tests: ["Attainment", "Attendance", "RoomTesting"])
    // Another wing: the team's board and meetings; what it shows of a case it asks of the wing of cases.
    + tested(
        "Meetings",
        ground + ["Prevention", "Cases"],
        tests: ["Attainment", "Attendance", "RoomTesting"]
    )
    + tested(
        "Privacy",
        ground,
        tests: [
            "Attainment", "Attendance", "Assessments", "Behaviour", "Prevention", "Cases", "Meetings",
            "Planning", "RoomTesting",
        ]
    )

// Level 5: the list of rooms; the demo board and the generator of files.
let features: [Target.Dependency] = [
    "Attainment", "Attendance", "Assessments", "Behaviour", "Prevention", "Planning", "Cases", "Meetings",
    "Privacy",
]

let level5 =
    tested("Demo", ground + features)
    + tested(
        "House",
        ground + features + ["CMalloc", http, httpTypes, nio, log],
        tests: [embedded, "Demo", sqlite, "RoomTesting"]
    )

// Level 6: the command tree, nothing else.
let level6: [Target] = [
    .executableTarget(
        name: "sekme",
        dependencies: ["Kernel", "Storage", "Frame", "Access", "Exchange", "Demo", "House", arguments],
        swiftSettings: strict
    ),
    // What `scripts/bench` times inside one process.
    .executableTarget(
        name: "sekme-bench",
        dependencies: ["Kernel", "Storage", "Frame", "Exchange", "House"],
        path: "Sources/Benchmarks",
        swiftSettings: strict
    ),
]

// Spoiled files, run through the whole of the import.
let corpus: [Target] = [
    .testTarget(
        name: "CorpusTests",
        dependencies: ["SekmeTesting", "RoomTesting", "Attainment", "Attendance", "Assessments"] + ground,
        swiftSettings: strict
    )
]

// The command tree: every command has its door.
let commands: [Target] = [
    .testTarget(
        name: "SekmeTests",
        dependencies: ["sekme", "Kernel", "Frame", "House", arguments],
        swiftSettings: strict
    )
]

// What tests share. `SekmeTesting`: both engines, who asks, what a format reads, shared data. `RoomTesting`: invented
// boards with their files, and reports asked of them.
let testing: [Target] = [
    .target(name: "SekmeTesting", dependencies: frame, path: "Tests/SekmeTesting", swiftSettings: strict),
    .target(
        name: "RoomTesting",
        dependencies: ["SekmeTesting"] + ground,
        path: "Tests/RoomTesting",
        swiftSettings: strict
    ),
]

let package = Package(
    name: "sekme",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: level0 + level1 + level2 + level3 + level4 + level5 + level6 + commands + testing + corpus,
    swiftLanguageModes: [.v6]
)
