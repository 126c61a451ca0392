import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Why lessons were missed, on the page of a pupil and behind its figures.
struct PupilReasonTests {
    private static let absences = """
        institution,class,pupil_code,date,lesson,subject,code,reason
        Liepu skola,7.a,K1,2026-02-02,1,Matemātika,,1
        Liepu skola,7.a,K1,2026-02-02,2,Matemātika,,1
        Liepu skola,7.a,K1,2026-02-02,3,Matemātika,nc,5
        """
    private static let rows = "/figures/attendance/missed?year=2025%2F2026&institution=2&class=2&pupil=1"

    private func fill(_ test: TestWorld) async throws {
        try await test.fill()
        try await test.take(PupilReasonTests.absences, "absences")
    }

    @Test(arguments: Engine.available)
    func `who may know of health reads how many lessons were missed for which reason`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            try await test.account("ilze", "head", in: Scope(institution: InstitutionID(rawValue: 2)))
            try await test.act("ilze") { browser, _ in
                let page = try await browser.get("/pupils/1")
                #expect(page.text.contains("Norādītie iemesli, 2025./2026.: Slimība (ārsta izziņa) – 2;"))
                #expect(page.text.contains("Sacensības, olimpiāde vai konkurss – 1."))
                let rows = try await browser.get(PupilReasonTests.rows)
                #expect(rows.status == 200 && rows.text.contains("– Slimība (ārsta izziņa)"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who may not know of health reads no reason anywhere`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await fill(test)
            try await test.account("karlis", "board-specialist", in: .tenant)
            try await test.act("karlis") { browser, _ in
                for path in ["/pupils/1", PupilReasonTests.rows] {
                    let page = try await browser.get(path)
                    #expect(page.status == 200, "\(path)")
                    for word in ["Norādītie iemesli", "ārsta izziņa", "olimpiāde vai konkurss"] {
                        #expect(!page.text.contains(word), "\(path)")
                    }
                }
            }
        }
    }
}
