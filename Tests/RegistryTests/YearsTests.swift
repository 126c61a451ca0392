import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

struct YearsTests {
    @Test(arguments: Engine.available)
    func `years with classes are those of all classes, whatever lies between them`(
        _ engine: Engine
    ) async throws {
        try await ExportWorld.with(engine) { world in
            let (tenant, connection) = (Worlds.tenant, world.connection)
            try connection.execute(
                """
                INSERT INTO class_group (tenant_id, id, institution_id, year, name, grade, version)
                SELECT tenant_id, 9001, id, 2019, '5.z', 5, 1 FROM institution WHERE tenant_id = \(tenant)
                ORDER BY id LIMIT 1
                """
            )
            let classes = try connection.rows(
                "SELECT DISTINCT year FROM class_group WHERE tenant_id = \(tenant) ORDER BY year DESC",
                Int.self
            )
            let years = try Years.load(tenant, connection).withData.map(\.start)
            #expect(years == classes && years.count > 1 && years.last == 2019)
            let none = try Years.load(TenantID(rawValue: 99), connection).withData
            #expect(none.isEmpty)
        }
    }
}
