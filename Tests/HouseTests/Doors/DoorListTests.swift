import Frame
import Storage
import Testing

@testable import House

/// What the files of `Sources` declare stands in the doors of the rooms.
struct DoorListTests {
    /// Types that stand in no door, and why.
    private static let unlisted: [String: String] = [
        "Evidence.KindApart": "made around another measure for a reader who may not know of health",
        "Access.ProviderStart": "a page where a provider of identities is configured",
        "Access.ProviderBack": "a page where a provider of identities is configured",
    ]

    /// What doors list, by the protocol it conforms to: the types as Swift tells them.
    private static var listed: [(family: String, types: [String])] {
        let rooms = sekme.rooms
        return [
            ("BenchmarkSource", rooms.flatMap { $0.benchmarks.map { String(reflecting: $0) } }),
            ("ChangeListener", rooms.flatMap { $0.listeners.map { String(reflecting: type(of: $0)) } }),
            ("DueSource", rooms.flatMap { $0.dues.map { String(reflecting: $0) } }),
            ("GivenApart", rooms.flatMap { $0.givenApart.map { String(reflecting: $0) } }),
            ("ImportFormat", rooms.flatMap { $0.imports.map { String(reflecting: $0) } }),
            ("Measure", rooms.flatMap { $0.measures.map { String(reflecting: type(of: $0)) } }),
            ("OpenDoor", rooms.flatMap { $0.openDoors.map { String(reflecting: $0) } }),
            ("Page", sekme.allPages.map { String(reflecting: type(of: $0)) }),
            ("PupilLines", rooms.flatMap { $0.pupilLines.map { String(reflecting: $0) } }),
            ("Report", rooms.flatMap { $0.reports.map { String(reflecting: $0) } }),
            ("TimedRecords", rooms.flatMap { $0.keeping.map { String(reflecting: $0) } }),
        ]
    }

    /// The target and the name of a type, without those that it is made for: `Registry.EditPage`.
    private static func name(_ told: String) -> String {
        let parts = told.prefix { $0 != "<" }.split(separator: ".")
        // One that is private to its file is told as `(Name in …)`.
        let own = (parts.last ?? "").drop { $0 == "(" }.prefix { $0 != " " }
        return "\(parts.first ?? "").\(own)"
    }

    @Test func `every format, measure, page, kind of date and the like stands in a door`() throws {
        for (family, types) in DoorListTests.listed {
            let listed = Set(types.map { DoorListTests.name($0) })
            let declared = try DeclaredType.conforming(to: family)
            for type in declared where !listed.contains(type.name) {
                guard DoorListTests.unlisted[type.name] == nil else { continue }
                Issue.record("\(type.file) declares \(type.name), a \(family) that no door lists")
            }
            for name in listed.subtracting(declared.map(\.name)).sorted() {
                Issue.record("\(name), a \(family), stands in a door, and no file is seen to declare it")
            }
            for name in listed where DoorListTests.unlisted[name] != nil {
                Issue.record("\(name) stands in a door now: take it off the list of those that do not")
            }
        }
    }

    @Test func `every report and every format of imports has a file of its own`() throws {
        for family in ["Report", "ImportFormat"] {
            let files = Dictionary(grouping: try DeclaredType.conforming(to: family), by: \.file)
            for (file, types) in files {
                let names = Set(types.map(\.name)).sorted()
                #expect(names.count == 1, "\(file) holds several: \(names)")
            }
        }
    }

    @Test func `every row that people edit has its pages in a door`() throws {
        // A page tells what it is made for: `Registry.EditPage<Planning.PartNew<Planning.Goal>>`.
        let pages = sekme.allPages.map { String(reflecting: type(of: $0)) }
        let named = Set(
            pages.flatMap { $0.split { "<>, ".contains($0) }.map { DoorListTests.name(String($0)) } }
        )
        for type in try DeclaredType.conforming(to: "EditedRow") where !named.contains(type.name) {
            Issue.record("\(type.file) declares \(type.name), a row to edit that no door has a page for")
        }
    }

    /// What doors list by its name, and the types that it is made with.
    private static var named: [(type: String, names: [String])] {
        let rooms = sekme.rooms
        let migrations = rooms.flatMap(\.migrations) + RoomMigrations.storage.migrations
        return [
            ("CommandDoor", sekme.commands.map(\.name)),
            ("FactTable", sekme.facts.map(\.name.text)),
            ("Mapping", rooms.flatMap(\.mappings).map(\.name)),
            ("Migration", migrations.map(\.id)),
            ("Permission", sekme.permissions.map(\.name)),
            ("RegisterTable", sekme.registers.map(\.name.text)),
        ]
    }

    @Test func `every table, migration, mapping, permission and command stands in a door`() throws {
        let files = try SourceFile.all()
        for (type, listed) in DoorListTests.named {
            let known = Set(listed)
            var seen = 0
            for file in files where file.text.contains("\(type)(") {
                for name in file.names(madeBy: type) {
                    seen += 1
                    #expect(
                        known.contains(name),
                        "\(file.path) makes the \(type) \(name), which no door lists"
                    )
                }
            }
            // Of each kind more than a third is written out: else the files are no longer read rightly.
            #expect(seen * 3 > known.count, "\(type): \(seen) of \(known.count)")
        }
    }
}
