import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The page of a figure of one pupil over a year in which the pupil was in two classes.
struct FigureOfPupilTests {
    private func fill(_ test: TestWorld) async throws {
        try await test.take(
            """
            institution,year,class,personal_code,external_code,surname,forename,from,to
            Ozolu skola,2025/2026,7.a,329999-00001,K1,Ozols,Jānis,2025-09-01,2026-01-11
            Ozolu skola,2025/2026,7.b,329999-00001,K1,Ozols,Jānis,2026-01-12,
            """,
            "pupils"
        )
        try await test.take(TestFiles.subjects, "subjects")
        try await test.take(
            """
            institution,class,pupil_code,date,subject,code,lessons
            Ozolu skola,7.a,K1,2025-10-13,Matemātika,nn,2
            Ozolu skola,7.b,K1,2026-01-13,Matemātika,nn,3
            """,
            "absences"
        )
    }

    @Test(arguments: Engine.available)
    func `who may see both classes sees the rows of the year, who may see one sees those of one`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            let school = Scope(institution: InstitutionID(rawValue: 1))
            var second = school
            second.classGroup = ClassID(rawValue: 2)
            try await test.account("ilze", "head", in: school)
            try await test.account("klavs", "class-teacher", in: second)
            let year = "/figures/attendance/unexcused?year=2025%2F2026&pupil=1"
            try await test.act("ilze") { browser, _ in
                for path in [year, year + "&institution=1"] {
                    let page = try await browser.get(path)
                    #expect(
                        page.status == 200 && page.text.contains("<dt>Skaitlis</dt><dd>5</dd>"),
                        "\(path)"
                    )
                    #expect(page.text.contains("13.10.2025.") && page.text.contains("13.01.2026."))
                }
            }
            try await test.act("klavs") { browser, _ in
                for path in [year, year + "&institution=1"] {
                    let page = try await browser.get(path)
                    #expect(page.status == 200 && !page.text.contains("<dt>Skaitlis</dt>"), "\(path)")
                    #expect(!page.text.contains("13.10.2025."))
                }
                let own = try await browser.get(year + "&institution=1&class=2")
                #expect(own.text.contains("<dt>Skaitlis</dt><dd>3</dd>"))
                #expect(own.text.contains("13.01.2026.") && !own.text.contains("13.10.2025."))
            }
        }
    }
}
