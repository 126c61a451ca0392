import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

struct SeenPupilsTests {
    @Test func `a pupil who is seen in another class and back again is enrolled each time`() async throws {
        let mapping = Mapping("test", Text(same: "test"), format: Absences.name, isMaster: true)
        let known = try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { try Absences.known(World.tenant, $0) }
        }
        let staging = CollectingStaging()
        try FormatReading(mapping, today: World.today, tenant: World.tenant).read(
            Absences.self,
            csv: """
                Iestāde;Klase;Izglītojamā kods;Uzvārds;Vārds;Datums;Stunda;Kavējums
                Ozolu skola;7.a;K-1;Ozols;Jānis;12.01.2026.;1;ns
                Ozolu skola;7.b;K-1;Ozols;Jānis;12.01.2026.;2;ns
                Ozolu skola;7.a;K-1;Ozols;Jānis;12.01.2026.;3;ns
                Ozolu skola;7.a;K-2;Liepa;Anna;12.01.2026.;1;ns
                Ozolu skola;7.a;K-1;Ozols;Jānis;12.01.2026.;4;ns
                """,
            known: known,
            into: staging
        )
        let lessons = staging.facts.map(\.columns)
        let classes = lessons.map { $0[7] }
        #expect(lessons.map { $0[0] } == [1, 1, 1, 2, 1])
        #expect(classes == [classes[0], classes[1], classes[0], classes[0], classes[0]])
        #expect(classes[0] != classes[1])
        // The staging joins rows of one key; the later line counts.
        let enrolled = staging.rows.filter { $0.table.name == "enrolment" }.map { row in
            [row.key[0], classes.first { row.columns["class_id"] == .integer(Int64($0)) } ?? 0]
        }
        #expect(enrolled == [[1, classes[0]], [2, classes[0]]])
    }
}
