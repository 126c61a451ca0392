import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The question whether a pupil has a case: each one is on record, and nobody asks through a register.
struct CaseFindTests {
    private static let path = "/cases/find"
    private static let school = Scope(institution: InstitutionID(rawValue: 2))

    /// A worker of another body and one of the school, neither of whom has a case.
    private func withAskers(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("court", "outside-worker")
            try await test.account("laila", "social-pedagogue", in: Self.school)
            try await body(test)
        }
    }

    /// The questions of an account that are on record, the youngest first.
    private func asked(_ login: String, _ test: TestWorld) async throws -> [AuditRecord] {
        var filter = AuditFilter()
        filter.account = try Int(await test.number(login)).map { AccountID(rawValue: $0) }
        return try await AuditTrail.list(test.tenant, filter, test.world.database)
            .filter { $0.what == Self.path }
    }

    @Test(arguments: Engine.available)
    func `a question about a code that is in no register is on record too`(_ engine: Engine) async throws {
        try await withAskers(engine) { test in
            for login in ["court", "laila"] {
                try await test.act(login) { browser, token in
                    let wrong = try await browser.post(Self.path, ["code": "123"], token: token)
                    #expect(wrong.status == 422, "\(login)")
                    for code in ["329999-00009", "329999-00001"] {
                        let answer = try await browser.post(Self.path, ["code": code], token: token)
                        #expect(answer.text.contains("Atvērta gadījuma nav."), "\(login)")
                    }
                }
                let records = try await asked(login, test)
                #expect(records.map(\.persons) == [[PupilID(rawValue: 1)], []], "\(login)")
                #expect(records.allSatisfy { $0.kind == "read" }, "\(login)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who asks one question after another has to wait, and is told until when`(
        _ engine: Engine
    ) async throws {
        try await withAskers(engine) { test in
            for login in ["court", "laila"] {
                try await test.act(login) { browser, token in
                    // What is no code is no question.
                    _ = try await browser.post(Self.path, ["code": "123"], token: token)
                    for _ in 0..<30 {
                        let answer = try await browser.post(
                            Self.path,
                            ["code": "329999-00009"],
                            token: token
                        )
                        #expect(answer.status == 200, "\(login)")
                    }
                    for code in ["329999-00009", "329999-00001"] {
                        let answer = try await browser.post(Self.path, ["code": code], token: token)
                        #expect(answer.status == 422, "\(login)")
                        #expect(answer.text.contains("Pārāk daudz jautājumu"), "\(login)")
                        #expect(answer.text.contains("Mēģiniet vēlreiz pēc 1"), "\(login)")
                        #expect(!answer.text.contains("gadījuma nav"), "\(login)")
                    }
                }
                let count = try await asked(login, test).filter { $0.persons.isEmpty }.count
                #expect(count == 30, "a question that is not answered is none")
            }
        }
    }
}
