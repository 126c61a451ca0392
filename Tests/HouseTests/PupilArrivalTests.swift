import Access
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// What came along with a pupil from another institution, and what is missing, on the page of the pupil.
struct PupilArrivalTests {
    private static let school = Scope(institution: InstitutionID(rawValue: 2))

    @Test(arguments: Engine.available)
    func `a pupil who came from another school has a list of what came along and what is missing`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("head", "head", in: Self.school)
            try await test.act("head") { browser, _ in
                let page = try await browser.get("/pupils/1").text
                for words in [
                    "Pāreja no citas iestādes", "01.09.2025.", "Ozolu skola, 6.a (līdz 31.08.2025.)",
                    "<div>Vērtējumi: 2024./2025.</div>", "<div>Kavējumi: 2024./2025.</div>",
                    "<div>Pārbaudes darbu rezultāti</div>", "ierobežotās piezīmes paliek",
                ] {
                    #expect(page.contains(words), "\(words)")
                }
                let known = page.ranges(of: "<dt>Dati, kas ir</dt>").first
                let missing = page.ranges(of: "<dt>Trūkst</dt>").first
                let marks = page.ranges(of: "Vērtējumi: 2024./2025.").first
                let absences = page.ranges(of: "Kavējumi: 2024./2025.").first
                let places = [known, marks, missing, absences].compactMap { $0?.lowerBound }
                #expect(places.count == 4 && places == places.sorted())
                // Who did not come from elsewhere has no such list.
                let other = try await browser.get("/pupils/2").text
                #expect(other.contains("Liepa Anna") && !other.contains("Pāreja no citas iestādes"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `days at no institution within a school year are missing too`(_ engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let moved = """
                institution,year,class,personal_code,external_code,surname,forename,from,to
                Ozolu skola,2025/2026,6.a,329999-00001,K1,Ozols,Jānis,2025-09-01,2026-01-09
                Liepu skola,2025/2026,6.a,329999-00001,K1,Ozols,Jānis,2026-01-19,
                """
            try await test.take(moved, "pupils")
            try await test.account("head", "head", in: Self.school)
            try await test.account("former", "head", in: Scope(institution: InstitutionID(rawValue: 1)))
            try await test.act("head") { browser, _ in
                let page = try await browser.get("/pupils/1").text
                for words in [
                    "Iestāde laikā no 10.01.2026. līdz 18.01.2026.", "<div>Vērtējumi: 2025./2026.</div>",
                    "<div>Kavējumi: 2025./2026.</div>",
                ] {
                    #expect(page.contains(words), "\(words)")
                }
                #expect(!page.contains("<div>Pārbaudes darbu rezultāti</div>"))
            }
            try await test.act("former") { browser, _ in
                let answer = try await browser.get("/pupils/1")
                #expect(answer.status == 403 && !answer.text.contains("Pāreja no citas iestādes"))
            }
        }
    }
}
