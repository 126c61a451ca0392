import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

/// Decimals as people write them, through the whole import.
struct DecimalTests {
    @Test(arguments: Engine.available)
    func `a comma and a point are one, and what is no number is told`(engine: Engine) async throws {
        try await BoardWorld.with(engine, [], today: Corpus.today) { world in
            let head = "Izglītības iestāde;Uzvārds;Vārds;Amats;Slodze\n"
            let lines = [
                "Avota skola;A;Viens;skolotājs;0,75", "Avota skola;B;Divi;skolotājs;0.75",
                "Avota skola;C;Trīs;skolotājs;1", "Avota skola;D;Četri;skolotājs; 1,5 ",
                "Avota skola;E;Pieci;skolotājs;0,755", "Avota skola;F;Seši;skolotājs;pilna",
            ]
            let staged = try await world.stage(head + lines.joined(separator: "\n") + "\n", "staff")
            let findings = try await Importer(world.desk).findings(staged.id)
            let told = findings.map { finding in
                "\(finding.problem.place?.line ?? 0)|\(finding.problem.place?.column ?? "")|"
                    + "\(finding.problem.code)|\(finding.problem.value)"
            }
            #expect(told == ["6|Slodze|number.tooPrecise|0,755", "7|Slodze|number.invalid|pilna"])
            try await Importer(world.desk).apply(staged)
            let tenant = world.desk.tenant
            let loads = try await world.desk.database.data.read { connection in
                try connection.rows(
                    """
                    SELECT p.load_hundredths FROM staff_post p
                    JOIN staff s ON s.tenant_id = p.tenant_id AND s.id = p.staff_id
                    WHERE p.tenant_id = \(tenant) ORDER BY s.surname
                    """,
                    Int.self
                )
            }
            #expect(loads == [75, 75, 100, 150, 0, 0])
        }
    }
}
