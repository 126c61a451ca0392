import Access
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases
@testable import Storage

/// What referrals asked before the kind went with their words.
struct ReferralKindTests {
    @Test(arguments: Engine.available)
    func `the kind goes from referrals whose words are gone, and stays with the others`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let stage = CaseStage(world.desk)
            var sent: [Int] = []
            for kind in ["family-visit", "family-assistant"] {
                let asked = CaseStage.Asked(body: 2, kind: kind, reason: "Ģimenei vajag palīdzību")
                sent.append(
                    try await stage.refer(
                        id,
                        to: CaseBoard.social,
                        by: CaseBoard.pedagogue,
                        on: CaseBoard.today,
                        asked
                    )
                )
            }
            let (tenant, ended) = (world.desk.tenant, sent[0])
            let kinds = try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE case_referral SET reason_sealed = \([UInt8]())
                    WHERE tenant_id = \(tenant) AND id = \(ended)
                    """
                )
                for text in MigrationText.statements(
                    Migration.endedReferralKinds.sql,
                    for: connection.dialect
                ) {
                    try connection.backend.script(text)
                }
                return try connection.rows(
                    "SELECT kind FROM case_referral WHERE tenant_id = \(tenant) ORDER BY id",
                    String.self
                )
            }
            #expect(kinds == ["", "family-assistant"])
        }
    }
}
