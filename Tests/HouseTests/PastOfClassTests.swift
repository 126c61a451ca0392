import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// A report about a class that has nothing of the year that runs.
struct PastOfClassTests {
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Liepu skola,2024/2025,6.a,K1,Ozols,Jānis
        Liepu skola,2025/2026,7.a,K1,Ozols,Jānis
        """
    private static let assessments = """
        year,assessment_code,assessment,assessment_kind,subject,grade,state_mean
        2024/2025,DD-6,Diagnosticējošais darbs matemātikā,state-diagnostic,Matemātika,6,53.8
        """
    private static let results = """
        institution,class,pupil_code,year,assessment,percent
        Liepu skola,6.a,K1,2024/2025,DD-6,80
        """
    private static let absences = """
        institution,class,pupil_code,date,subject,code,lessons
        Liepu skola,7.a,K1,2025-10-13,Matemātika,ns,2
        """

    @Test(arguments: Engine.available)
    func `a class found by its number is shown as it was in the last year with results`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(PastOfClassTests.pupils, "pupils")
            try await test.take(TestFiles.subjects, "subjects")
            try await test.take(PastOfClassTests.assessments, "assessments")
            try await test.take(PastOfClassTests.results, "results")
            try await test.take(PastOfClassTests.absences, "absences")
            let desk = test.desk
            let group = try await desk.database.data.read { connection in
                try RegistryLookup(tenant: desk.tenant, connection)
                    .classGroup("7.a", institution: nil, year: SchoolYear(2025))
            }
            var asked = ReportRequest("assessments/class-tests")
            asked[.institution] = "Liepu skola"
            asked[.classGroup] = String(group.rawValue)
            let past = try await Asking(desk).answer(asked)
            #expect(past.selection.year == SchoolYear(2024))
            #expect(past.selection.classGroup != nil && past.selection.classGroup != group)
            #expect(past.document.sections.first?.rows.count == 1)
            #expect(past.document.notes.contains { $0.lv.contains("2024./2025. mācību gads") })
            // A name alone means the class that is called so.
            asked[.classGroup] = "7.a"
            let now = try await Asking(desk).answer(asked)
            #expect(now.selection.year == SchoolYear(2025) && now.selection.classGroup == group)
            // Of absence there is something this year.
            asked.report = "attendance/kinds"
            asked[.classGroup] = String(group.rawValue)
            let missed = try await Asking(desk).answer(asked)
            #expect(missed.selection.year == SchoolYear(2025))
        }
    }
}
