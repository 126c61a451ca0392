// swift-tools-version:6.2
// The house, level by level. A target imports only from lower levels, and a new thing goes as low as it can.
// `scripts/check` builds with `--explicit-target-dependency-import-check error`: an arrow that is not drawn
// here does not compile. `scripts/arrows` names those that are drawn here and that no file imports.
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

/// A target up to `Frame` and its tests.
func lower(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    tests: [Target.Dependency] = []
) -> [Target] {
    room(name, dependencies) + [
        .testTarget(name: "\(name)Tests", dependencies: [.target(name: name)] + tests, swiftSettings: strict)
    ]
}

/// What every target above `Frame` stands on.
let ground: [Target.Dependency] = ["Frame", "Kernel", "Storage"]

/// A target above `Frame` and its tests, each with what it uses besides the ground.
func tested(_ name: String, _ dependencies: [Target.Dependency], tests: [Target.Dependency]) -> [Target] {
    room(name, ground + dependencies) + [
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.target(name: name), "SekmeTesting"] + ground + tests,
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
let level0 = lower("Kernel") + lower("Statistics", tests: ["Kernel"])

// Level 1: no knowledge of schools.
let level1 =
    [
        library("CExpat", "expat", "libexpat1-dev"),
        library("CPostgres", "libpq", "libpq-dev"),
        library("CQR", "libqrencode", "libqrencode-dev"),
        library("CZip", "libzip", "libzip-dev"),
        // Of the library of C itself: what its module leaves out.
        .systemLibrary(name: "CMalloc"),
    ]
    + lower("Pages", ["Kernel"], tests: ["Kernel"])
    + lower(
        "Storage",
        ["CPostgres", "Kernel", crypto, grdb, log, sqlite],
        tests: ["Kernel", "SekmeTesting"]
    )
    + lower("Tabular", ["CExpat", "CZip", "Kernel"], tests: ["Kernel"])

// Level 2: what a room is.
let level2 = lower(
    "Frame",
    ["Kernel", "Pages", "Storage", "Tabular"],
    tests: ["Kernel", "SekmeTesting", "Storage"]
)

// Level 3: what every feature stands on. A target imports from those above it here.
let level3 =
    tested("Access", ["CQR", "Pages", crypto, keys, log], tests: ["Pages", crypto, keys])
    + tested("Evidence", [], tests: [])
    + tested(
        "Registry",
        ["Access", "Evidence", "Pages", "Statistics", "Tabular"],
        tests: ["Access", "Evidence", "Pages", "Tabular"]
    )
    + tested(
        "Exchange",
        ["Access", "Evidence", "Pages", "Registry", "Tabular", crypto, log],
        tests: ["Access", "Pages", "Tabular", log]
    )

// Level 4: one room per feature.
let level4 =
    tested(
        "Assessments",
        ["Evidence", "Registry", "Tabular"],
        tests: ["Evidence", "Exchange", "Registry", "RoomTesting", "Tabular"]
    )
    + tested(
        "Attainment",
        ["Evidence", "Registry", "Statistics", "Tabular"],
        tests: [
            "Assessments", "Attendance", "Evidence", "Exchange", "Pages", "Registry", "RoomTesting",
            "Statistics", "Tabular",
        ]
    )
    + tested(
        "Attendance",
        ["Evidence", "Registry", "Statistics", "Tabular"],
        tests: ["Evidence", "Exchange", "Pages", "Registry", "RoomTesting", "Tabular"]
    )
    + tested("Behaviour", ["Evidence", "Registry", "Tabular"], tests: ["Exchange", "RoomTesting"])
    // A wing of prevention: what a case keeps, nothing outside the target can open.
    + tested(
        "Cases",
        ["Access", "Evidence", "Pages", "Prevention", "Registry"],
        tests: [
            "Access", "Attainment", "Attendance", "Exchange", "Pages", "Prevention", "Registry",
            "RoomTesting",
        ]
    )
    // Another wing: the team's board and meetings; what it shows of a case it asks of the wing of cases.
    + tested(
        "Meetings",
        ["Access", "Cases", "Pages", "Prevention", "Registry"],
        tests: [
            "Access", "Attainment", "Attendance", "Cases", "Exchange", "Pages", "Prevention", "Registry",
            "RoomTesting",
        ]
    )
    + tested(
        "Planning",
        ["Access", "Pages", "Registry", "Tabular"],
        tests: ["Access", "Exchange", "Pages", "Registry", "RoomTesting", "Tabular"]
    )
    + tested(
        "Prevention",
        ["Access", "Evidence", "Exchange", "Pages", "Registry", "Statistics"],
        tests: [
            "Access", "Attainment", "Attendance", "Evidence", "Exchange", "Pages", "Registry", "RoomTesting",
        ]
    )
    + tested(
        "Privacy",
        ["Access", "Exchange", "Pages", "Registry", "Tabular"],
        tests: [
            "Access", "Assessments", "Attainment", "Attendance", "Behaviour", "Cases", "Exchange", "Meetings",
            "Pages", "Planning", "Prevention", "Registry", "RoomTesting",
        ]
    )

// Level 5: the demo board with the generator of files; the list of rooms.
let level5 =
    tested(
        "Demo",
        [
            "Access", "Assessments", "Behaviour", "Cases", "Exchange", "Meetings", "Planning", "Prevention",
            "Privacy", "Registry", "Tabular",
        ],
        tests: [
            "Access", "Assessments", "Attainment", "Attendance", "Behaviour", "Cases", "Evidence", "Exchange",
            "Planning", "Prevention", "Privacy", "Registry", "Tabular",
        ]
    )
    + tested(
        "House",
        [
            "Access", "Assessments", "Attainment", "Attendance", "Behaviour", "CMalloc", "Cases", "Evidence",
            "Exchange", "Meetings", "Pages", "Planning", "Prevention", "Privacy", "Registry", "Tabular", http,
            httpTypes, log, nio,
        ],
        tests: [
            "Access", "Assessments", "Attainment", "Attendance", "Behaviour", "Demo", "Evidence", "Exchange",
            "Pages", "Planning", "Privacy", "Registry", "RoomTesting", "Tabular", embedded, http, httpTypes,
            log,
            nio, sqlite,
        ]
    )

// Level 6: the command tree, nothing else.
let level6: [Target] = [
    .executableTarget(
        name: "sekme",
        dependencies: ground + ["Access", "Demo", "Exchange", "House", arguments],
        swiftSettings: strict
    ),
    // What `scripts/bench` times inside one process.
    .executableTarget(
        name: "sekme-bench",
        dependencies: ground + ["Exchange", "House"],
        path: "Sources/Benchmarks",
        swiftSettings: strict
    ),
    // The command tree: every command has its door.
    .testTarget(
        name: "SekmeTests",
        dependencies: ["Frame", "House", "Kernel", "sekme", arguments],
        // Read where it lies.
        exclude: ["Help"],
        swiftSettings: strict
    ),
]

// What tests share. `SekmeTesting`: both engines, who asks, what a format reads, shared data. `RoomTesting`: invented
// boards with their files, and reports asked of them. `CorpusTests`: spoiled files, run through the whole of the import.
let testing: [Target] = [
    .testTarget(
        name: "CorpusTests",
        dependencies: ground + [
            "Assessments", "Attainment", "Attendance", "Exchange", "RoomTesting", "SekmeTesting", "Tabular",
        ],
        swiftSettings: strict
    ),
    .target(
        name: "RoomTesting",
        dependencies: ground + ["Access", "Evidence", "Exchange", "Registry", "SekmeTesting", "Tabular"],
        path: "Tests/RoomTesting",
        swiftSettings: strict
    ),
    .target(
        name: "SekmeTesting",
        dependencies: ground + ["Tabular"],
        path: "Tests/SekmeTesting",
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
    targets: level0 + level1 + level2 + level3 + level4 + level5 + level6 + testing,
    swiftLanguageModes: [.v6]
)
