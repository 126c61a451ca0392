import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The file with everything of a member of staff, which leaves by a request of theirs.
struct StaffFileTests {
    @Test(arguments: Engine.available)
    func `the file of a member of staff leaves a record, and who took it is told to them`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.take(
                """
                institution,external_code,surname,forename,role,from,to
                Liepu skola,S2,Kalns,Juris,skolotājs,01.09.2010,

                """,
                "staff"
            )
            try await test.account("privacy", "data-protection")
            try await test.act("privacy") { browser, token in
                let fields = [
                    "register": "staff", "code": "S2", "kind": "1", "asker": "1", "asked": "17.05.2026.",
                    "text": "Lūdz visas ziņas.",
                ]
                let made = try await browser.post("/privacy/requests", fields, token: token)
                let request = try #require(made.location)
                let file = try await browser.get(request + "/file")
                #expect(file.status == 200 && file.text.contains("Kalns"))
                // The record of the file is among those that the page tells of, which the file came before.
                let page = try await browser.get(request + "/person").text
                #expect(page.contains("fails ar personas datiem"))
                #expect(!page.contains("/privacy/requests/:request/file"))
            }
            let tenant = test.tenant
            let found = try await test.world.database.data.read { connection in
                try connection.value("SELECT id FROM staff WHERE tenant_id = \(tenant)", StaffID.self)
            }
            let staff = try #require(found)
            var filter = AuditFilter()
            filter.staff = staff
            filter.kind = .export
            let taken = try await AuditTrail.list(tenant, filter, test.world.database)
            #expect(taken.map(\.what) == ["/privacy/requests/:request/file staff \(staff.rawValue)"])
            #expect(taken.map(\.staff) == [[staff]] && taken.allSatisfy(\.persons.isEmpty))
        }
    }
}
