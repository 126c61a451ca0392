import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// Shares of one institution beside similar ones, the municipality and its own earlier year, on the report of promotion.
struct PlaceBesideTests {
    /// Six pupils in each school; so many of them have two subjects below 4 in 2024/2025 and are not promoted.
    private static let schools = [
        ("Ozolu skola", "7.a", 1), ("Liepu skola", "7.b", 0), ("Bērzu skola", "7.c", 3),
    ]

    private func town(
        _ engine: Engine,
        liepas: Int = 6,
        _ body: (BoardWorld, InstitutionID) async throws -> Void
    ) async throws {
        var pupils = [Town.pupilHeadings]
        var marks = [Town.markHeadings]
        for (school, classGroup, failing) in PlaceBesideTests.schools {
            for index in 0..<(school == "Liepu skola" ? liepas : 6) {
                let code = "\(classGroup)-\(index)"
                pupils.append("\(school),2024/2025,\(classGroup),\(code),Paraugs,Ilze")
                marks.append("\(school),\(classGroup),\(code),2024/2025,Matemātika,3,year,,")
                let second = index < failing ? 2 : 7
                marks.append("\(school),\(classGroup),\(code),2024/2025,Fizika,\(second),year,,")
            }
        }
        for index in 0..<6 {
            pupils.append("Ozolu skola,2023/2024,6.a,7.a-\(index),Paraugs,Ilze")
            marks.append("Ozolu skola,6.a,7.a-\(index),2023/2024,Matemātika,8,year,,")
        }
        let files = (pupils.joined(separator: "\n"), marks.joined(separator: "\n"))
        try await Town.with(engine, pupils: files.0, marks: files.1) { world in
            let own = try await Town.id("institution", "Ozolu skola", world)
            try await body(world, InstitutionID(rawValue: own))
        }
    }

    @Test(arguments: Engine.available)
    func `the share promoted stands beside similar institutions, the municipality and the year before`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, own in
            let selection = Selection(year: SchoolYear(2024), institution: own)
            let document = try await world.answer(Promotion.self, selection)
            let comparison = try document.table("comparison")
            // One subject below is allowed in grade 7: 5 of 6, 6 of 6, and (5 + 6 + 3) of 18.
            #expect(
                comparison.lines == [
                    ["Ozolu skola", "83,3"], ["Līdzīgas iestādes", "100,0"], ["Pašvaldība", "77,8"],
                ]
            )
            #expect(comparison.columns.last?.heading.lv.hasSuffix(", %") == true)
            let years = try document.table("years")
            #expect(years.lines == [["2023./2024.", "100,0"], ["2024./2025.", "83,3"]])
            #expect(
                document.notes.contains { $0.lv.contains("Liepu skola") && !$0.lv.contains("Bērzu skola") }
            )
            // Without an institution there is nothing wider.
            let whole = try await world.answer(Promotion.self, Selection(year: SchoolYear(2024)))
            #expect(!whole.sections.contains { $0.code == "comparison" })
        }
    }

    @Test(arguments: Engine.available)
    func `a class stands beside its institution's grade, and goes back to what it was`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, own in
            var selection = Selection(year: SchoolYear(2024), institution: own)
            selection.classGroup = ClassID(rawValue: try await Town.id("class_group", "7.a", world))
            let document = try await world.answer(Promotion.self, selection)
            let comparison = try document.table("comparison")
            #expect(comparison.lines.map { $0[1] } == ["83,3", "83,3", "100,0", "77,8"])
            #expect(comparison.lines[1][0] == "Ozolu skola, 7. klases")
            let years = try document.table("years")
            #expect(years.lines == [["2023./2024. 6.a", "100,0"], ["2024./2025. 7.a", "83,3"]])
        }
    }

    @Test(arguments: Engine.available)
    func `a reader of aggregates sees no share of similar institutions that are few`(
        _ engine: Engine
    ) async throws {
        try await town(engine, liepas: 4) { world, own in
            for reader in [
                Town.asker([([.readFigures], .tenant)]),
                Town.asker([([.readFigures], Scope(institution: own))]),
            ] {
                var selection = Selection(year: SchoolYear(2024), institution: own)
                selection.reach = reader.reach(.readFigures, on: Town.today)
                let lines = try await world.answer(Promotion.self, selection, reader).table("comparison")
                    .lines
                #expect(lines[1] == ["Līdzīgas iestādes", "·"])
            }
        }
    }
}
