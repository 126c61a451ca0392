import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// The notice to families is for everybody who speaks with families.
struct FamilyNoticeTests {
    @Test(arguments: Engine.available)
    func `heads, deputies, class teachers and pedagogues open it, visitors do not`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let here = Scope(institution: InstitutionID(rawValue: 1))
            let ofClass = Scope(institution: here.institution, classGroup: ClassID(rawValue: 1))
            let people = [
                ("vadims", "head", here), ("dace", "deputy", here), ("sarma", "social-pedagogue", here),
                ("klavs", "class-teacher", ofClass), ("dana", "data-protection", Scope.tenant),
            ]
            for (login, role, scope) in people { try await test.account(login, role, in: scope) }
            for (login, role, _) in people {
                try await test.client { client in
                    let browser = Browser(client)
                    _ = try await browser.signIn(login)
                    let answer = try await browser.get("/privacy/families")
                    #expect(answer.status == 200, "\(role)")
                    #expect(answer.text.contains("Kā mēs izmantojam"), "\(role)")
                    #expect(answer.text.contains("Ja bērns pāriet uz citu iestādi"), "\(role)")
                    let leadsUp = answer.text.contains("href=\"/privacy\"")
                    #expect(leadsUp == (role == "data-protection"), "\(role)")
                }
            }
            try await test.client { client in
                let answer = try await Browser(client).get("/privacy/families")
                #expect(!answer.text.contains("Kā mēs izmantojam"))
            }
        }
    }
}
