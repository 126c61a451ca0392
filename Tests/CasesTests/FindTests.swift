import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

struct FindTests {
    @Test(arguments: Engine.available)
    func `somebody of another body is told whom to ask and where to write`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            try await world.take(
                """
                institution,year,class,external_code,surname,forename,from,to,reason_out,personal_code,birth_day
                Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,,,,329999-00001,2011-03-01
                """,
                "pupils"
            )
            _ = try await world.openCase()
            let code = ["code": "329999-00001"]
            let before = try await world.get(FindAction(), form: code, as: CaseBoard.police).text
            #expect(before.contains("Gadījums ir atvērts.") && before.contains(CaseBoard.pedagogue.name))
            #expect(!before.contains("mailto:") && !before.contains("E-pasts"))
            let (tenant, owner) = (world.desk.tenant, CaseBoard.pedagogue.account)
            let email = "anna+skola@ozoli.example"
            _ = try await world.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE account SET email = \(email) WHERE tenant_id = \(tenant) AND id = \(owner)"
                )
            }
            let after = try await world.get(FindAction(), form: code, as: CaseBoard.police).text
            #expect(after.contains("<a href=\"mailto:anna%2Bskola@ozoli.example\">\(email)</a>"))
            #expect(!after.contains("Kāpēc 1"))
        }
    }
}
