import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// A board with a case whose dates people have.
enum DateBoard {
    static let school = Scope(institution: InstitutionID(rawValue: 2))
    static let other = Scope(institution: InstitutionID(rawValue: 1))

    /// A pedagogue's case whose review was to be thirty days ago, with a task of the next days.
    static func withCase(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("laila", "social-pedagogue", in: school)
            try await test.account("head", "head", in: school)
            try await test.account("stranger", "head", in: other)
            try await test.account("coordinator", "pmp-coordinator")
            try await test.act("laila") { browser, token in
                _ = try await browser.post("/pupils/1/cases", ["reason": "iemesls"], token: token)
                let task = ["text": "zvirbulis", "person": "Kāds", "body": "1", "due": "20.05.2026."]
                _ = try await browser.post("/cases/1/tasks", task, token: token)
            }
            let late = test.desk.today - 30
            try await test.desk.database.data.write {
                try $0.execute(
                    "UPDATE prevention_case SET review_on = \(late) WHERE tenant_id = \(test.tenant)"
                )
            }
            try await body(test)
        }
    }
}
