import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Assessments

/// What a report is told of the state's mean, by the name of a measure.
struct StateOfMeasureTests {
    private func known(
        _ world: BoardWorld,
        _ measure: String,
        _ selection: Selection = Selection(year: SchoolYear(2024))
    ) async throws -> [Benchmark] {
        let desk = world.desk
        return try await desk.database.data.read { connection in
            let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
            return try desk.question(selection, names, connection).benchmarks(of: measure)
        }
    }

    @Test(arguments: Engine.available)
    func `the state's mean is told where all results are of one work`(_ engine: Engine) async throws {
        try await ReportWorld.with(engine) { world in
            let exam = try await known(world, "assessments/exam-result")
            #expect(exam.map(\.hundredths) == [5380])
            #expect(exam.map(\.words) == [Text(lv: "Valstī", en: "State")])
            #expect(exam.first?.source.lv == "Matemātika, 9. klase – Centralizētais eksāmens matemātikā")
            var selection = Selection(year: SchoolYear(2024))
            selection.subject = SubjectID(rawValue: try await world.id("subject", named: "Matemātika"))
            selection.institution = InstitutionID(
                rawValue: try await world.id("institution", named: "Bērzu skola")
            )
            let ofSubject = try await known(world, "assessments/result", selection)
            #expect(ofSubject.map(\.hundredths) == [5380])
            var ofTest = Selection(year: SchoolYear(2024))
            ofTest.assessment = try await world.id("assessment", named: "Centralizētais eksāmens matemātikā")
            let chosen = try await known(world, "assessments/outside-result", ofTest)
            #expect(chosen.map(\.hundredths) == [5380])
        }
    }

    @Test(arguments: Engine.available)
    func `of several works, another year or another measure there is none`(_ engine: Engine) async throws {
        try await ReportWorld.with(engine) { world in
            // Beside the examination there is a work in Latvian.
            let several = try await known(world, "assessments/outside-result")
            let earlier = try await known(world, "assessments/exam-result", Selection(year: SchoolYear(2022)))
            let other = try await known(world, "assessments/below-threshold")
            #expect((several + earlier + other).isEmpty)
        }
    }
}
