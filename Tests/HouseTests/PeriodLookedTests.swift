import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// A report without rows says when it looked, and how another year is asked for.
struct PeriodLookedTests {
    @Test(arguments: Engine.available)
    func `a class called by its name that has nothing of its year is told with the year`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(
                """
                institution,year,class,external_code,surname,forename
                Liepu skola,2024/2025,7.a,K1,Ozols,Jānis
                Liepu skola,2025/2026,7.a,K2,Liepa,Anna
                """,
                "pupils"
            )
            try await test.take(TestFiles.subjects, "subjects")
            try await test.take(
                """
                Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums
                Liepu skola;7.a;K1;Matemātika;gads;2024/2025;;;;6
                """,
                "marks"
            )
            try await test.take(
                """
                institution,class,pupil_code,date,subject,code,lessons
                Liepu skola,7.a,K2,2025-10-13,Matemātika,ns,2
                """,
                "absences"
            )
            let asking = Asking(test.desk)
            var asked = ReportRequest("attainment/class-averages")
            asked[.institution] = "Liepu skola"
            asked[.classGroup] = "7.a"
            let empty = try await asking.answer(asked)
            #expect(empty.selection.year == SchoolYear(2025))
            let note = try #require(empty.document.notes.last)
            #expect(note.lv.hasPrefix("Aplūkotais periods: 2025./2026. mācību gads."))
            #expect(note.lv.hasSuffix("--year 2024/2025.") && note.en.hasSuffix("--year 2024/2025."))
            let terminal = String(decoding: try empty.bytes(.table, language: .en), as: UTF8.self)
            #expect(terminal.contains("Period looked at: school year 2025/2026."))
            asked[.year] = "2024/2025"
            let found = try await asking.answer(asked)
            #expect(!found.document.notes.contains { $0.lv.hasPrefix("Aplūkotais") })
        }
    }
}
