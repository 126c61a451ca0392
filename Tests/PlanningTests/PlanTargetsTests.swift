import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// What a report is told of the targets of programmes, by the name of a measure.
struct PlanTargetsTests {
    private static let year = SchoolYear(2025)

    /// A programme with an indicator of how many institutions there are, and its target of 2025.
    private static func programme(_ code: String, state: String, unit: String = "count") -> String {
        var text = ProgrammeText(code)
        text.add(
            "programma",
            "",
            [
                "name": "Skolu tīkls", "aim": "Tuvu", "result": "Visur", "type": "prevention",
                "from": "01.01.2024.", "to": "31.12.2026.",
                "state": state, "decision": "97", "date": "16.12.2023.",
            ]
        )
        text.add("mērķis", "1", ["name": "Tīkls", "level": "universal"])
        text.add(
            "rādītājs",
            "1",
            of: "1",
            [
                "name": "Iestādes", "unit": unit, "base": "1", "origin": "measure",
                "measure": "registry/institutions",
            ]
        )
        text.add("mērķlielums", of: "1", ["year": "2025", "way": "increase", "amount": "2"])
        return text.csv
    }

    private func targets(
        _ world: BoardWorld,
        _ measure: String = "registry/institutions",
        _ selection: Selection = Selection(year: PlanTargetsTests.year),
        as asker: Asker? = nil
    ) async throws -> [Benchmark] {
        let desk = asker.map { world.desk.seated($0) } ?? world.desk
        return try await desk.database.data.read { connection in
            let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
            return try desk.question(selection, names, connection).benchmarks(of: measure)
        }
    }

    @Test(arguments: Engine.available)
    func `the target of an approved programme is told with the decision it rests on`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(Self.programme("T-1", state: "approved"), "action-programmes")
            let found = try await targets(world)
            #expect(found.count == 1)
            let target = try #require(found.first)
            // From 1 by 2 more.
            #expect(target.kind == .target && target.hundredths == 300)
            #expect(target.words.lv == "Mērķis pašvaldībai (T-1)")
            #expect(target.words.en == "Target of the municipality (T-1)")
            #expect(target.source.lv == "„Skolu tīkls”, lēmums Nr. 97, rādītājs 1 „Iestādes”, 2025. gads")
            #expect(target.source.en == "“Skolu tīkls”, decision No. 97, indicator 1 “Iestādes”, 2025")
            // Of a class it is said that it is the whole municipality's.
            var narrow = Selection(year: Self.year, institution: InstitutionID(rawValue: 1))
            narrow.classGroup = ClassID(rawValue: 1)
            narrow.grade = 7
            let ofClass = try await targets(world, "registry/institutions", narrow)
            #expect(ofClass.map(\.words.lv) == ["Mērķis visai pašvaldībai (T-1)"])
        }
    }

    @Test(arguments: Engine.available)
    func `another year, measure, filter or reader is told of no target`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(Self.programme("T-1", state: "approved"), "action-programmes")
            let earlier = try await targets(world, "registry/institutions", Selection(year: SchoolYear(2023)))
            let other = try await targets(world, "registry/pupils")
            let term = try await targets(world, "registry/institutions", Selection(year: Self.year, term: 1))
            var third = Selection(year: Self.year)
            third.grade = 3
            let grade = try await targets(world, "registry/institutions", third)
            let reader = BoardWorld.asker([.readFigures])
            let stranger = try await targets(world, as: reader)
            #expect((earlier + other + term + grade + stranger).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a draft has no target yet, and one in percent is none of a count`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(Self.programme("T-1", state: "draft"), "action-programmes")
            try await world.take(
                Self.programme("T-2", state: "approved", unit: "percent"),
                "action-programmes"
            )
            let found = try await targets(world)
            #expect(found.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `an indicator has a picture of its values over the years and its target`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            let document = try await world.answer("planning/indicators", Selection(year: Self.year))
            let section = try #require(document.sections.first { $0.title?.lv == "2. Sanāksmes" })
            #expect(
                section.words == [
                    ["Bāzes vērtība", "4"], ["2024", "5"], ["2025", "6"], ["Mērķis 2025. gadā", "6"],
                ]
            )
            #expect(section.rows.map(\.benchmark) == [nil, nil, nil, .target])
            #expect(section.columns.last?.heading.lv == "Vērtība, sanāksmes")
            // Nobody knows a value of the other indicator.
            #expect(document.sections.count { $0.code.hasPrefix("indicator-") } == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `an indicator of a measure has its figures by school year`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(Self.programme("T-1", state: "approved"), "action-programmes")
            let document = try await world.answer("planning/indicators", Selection(year: Self.year))
            let section = try #require(document.sections.first { $0.title?.lv == "1. Iestādes" })
            #expect(section.words.first == ["Bāzes vērtība", "1"])
            #expect(section.words.contains(["2025./2026.", "2"]))
            #expect(section.words.last == ["Mērķis 2025. gadā", "3"])
        }
    }
}
