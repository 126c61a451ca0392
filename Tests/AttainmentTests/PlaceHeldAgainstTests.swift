import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// The share promoted beside the state and the target of a plan, as another room would tell them.
struct PlaceHeldAgainstTests {
    /// Numbers of one measure in one year.
    private enum Plans: BenchmarkSource {
        static func benchmarks(of measure: String, _ question: Question) throws -> [Benchmark] {
            guard measure == "attainment/promoted", question.selection.year == SchoolYear(2024) else {
                return []
            }
            return [
                Benchmark(
                    .target,
                    Text(lv: "Mērķis pašvaldībai (P)", en: "Target of the municipality (P)"),
                    hundredths: 9000,
                    source: Text(same: "P")
                ),
                Benchmark(
                    .state,
                    Text(lv: "Valstī", en: "State"),
                    hundredths: 8755,
                    source: Text(same: "VIAA")
                ),
            ]
        }
    }

    /// Numbers of a measure that the report has no column of.
    private enum Others: BenchmarkSource {
        static func benchmarks(of measure: String, _ question: Question) throws -> [Benchmark] {
            guard measure == "attainment/mark" else { return [] }
            return [Benchmark(.target, Text(same: "T"), hundredths: 700, source: Text(same: "P"))]
        }
    }

    private static let pupils: String = {
        var lines = [Town.pupilHeadings]
        for (school, classGroup) in [("Ozolu skola", "7.a"), ("Bērzu skola", "7.c")] {
            lines += (0..<6).map { "\(school),2024/2025,\(classGroup),\(classGroup)-\($0),Paraugs,Ilze" }
        }
        return lines.joined(separator: "\n")
    }()

    /// One of six is not promoted in one school, three in the other.
    private static let marks: String = {
        var lines = [Town.markHeadings]
        for (school, classGroup, failing) in [("Ozolu skola", "7.a", 1), ("Bērzu skola", "7.c", 3)] {
            for index in 0..<6 {
                let code = "\(classGroup)-\(index)"
                lines.append("\(school),\(classGroup),\(code),2024/2025,Matemātika,3,year,,")
                let second = index < failing ? 2 : 7
                lines.append("\(school),\(classGroup),\(code),2024/2025,Fizika,\(second),year,,")
            }
        }
        return lines.joined(separator: "\n")
    }()

    private func answer(
        _ world: BoardWorld,
        _ selection: Selection,
        _ source: any BenchmarkSource.Type
    ) async throws -> ReportDocument {
        let desk = world.desk
        let measures = MeasureBook(desk.house.rooms.flatMap { $0.measures }, benchmarks: [source])
        return try await desk.database.data.read { connection in
            let question = Question(
                selection: selection,
                tenant: desk.tenant,
                asker: desk.asker,
                today: desk.today,
                measures: measures,
                members: RegistryNames(tenant: desk.tenant, year: selection.year, connection),
                connection: connection,
                disclosure: desk.house.disclosure
            )
            return try desk.house.disclosure.applied(to: Promotion.answer(question), question)
        }
    }

    private func town(
        _ engine: Engine,
        _ body: (BoardWorld, InstitutionID) async throws -> Void
    ) async throws {
        try await Town.with(engine, pupils: Self.pupils, marks: Self.marks) { world in
            let own = try await Town.id("institution", "Ozolu skola", world)
            try await body(world, InstitutionID(rawValue: own))
        }
    }

    @Test(arguments: Engine.available)
    func `the state and the target stand below the municipality, the target as a line of the picture`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, own in
            let selection = Selection(year: SchoolYear(2024), institution: own)
            let section = try await answer(world, selection, Plans.self).table("comparison")
            // 5 of 6, nobody alike, 8 of 12; 87.55 % is shown with one decimal.
            #expect(
                section.lines == [
                    ["Ozolu skola", "83,3"], ["Līdzīgas iestādes", "?"], ["Pašvaldība", "66,7"],
                    ["Valstī", "87,6"], ["Mērķis pašvaldībai (P)", "90,0"],
                ]
            )
            #expect(section.rows.last?.benchmark == .target)
            #expect(section.caption?.en == "State: VIAA. Target of the municipality (P): P.")
            #expect(section.columns.last?.making?.formula.lv.contains("apstiprinātajā plānā") == true)
            // The whole board stands beside them too.
            let whole = try await answer(world, Selection(year: SchoolYear(2024)), Plans.self)
            #expect(
                try whole.table("comparison").lines == [
                    ["Pašvaldība", "66,7"], ["Valstī", "87,6"], ["Mērķis pašvaldībai (P)", "90,0"],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `numbers of another measure add no row`(_ engine: Engine) async throws {
        try await town(engine) { world, own in
            let selection = Selection(year: SchoolYear(2024), institution: own)
            let section = try await answer(world, selection, Others.self).table("comparison")
            #expect(section.lines.map { $0[0] } == ["Ozolu skola", "Līdzīgas iestādes", "Pašvaldība"])
            #expect(section.caption == nil)
        }
    }
}
