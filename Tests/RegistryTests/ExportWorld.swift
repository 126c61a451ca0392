import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

/// A board whose registers changed in the course of time, with files to import and to write.
struct ExportWorld {
    static let year = SchoolYear(2025)

    let connection: Connection
    /// The board; another one has other numbers.
    var tenant = Worlds.tenant

    /// Runs the body in a new world.
    @discardableResult
    static func with<T: Sendable>(
        _ engine: Engine,
        _ body: @escaping @Sendable (ExportWorld) throws -> T
    ) async throws -> T {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let world = ExportWorld(connection: connection)
                try world.fill()
                return try body(world)
            }
        }
    }

    /// Reads a file into the registers.
    func take<F: ImportFormat>(
        _ format: F.Type,
        firstID: Int = 1,
        _ csv: String,
        _ constants: [String: String] = [:]
    ) throws {
        let staging = try read(format, csv, constants, firstID: firstID)
        #expect(staging.rejected.isEmpty && staging.unmatched.isEmpty, "\(csv)")
        try staging.write(Worlds.registers, tenant, connection)
    }

    /// Reads a file without writing anything.
    func read<F: ImportFormat>(
        _ format: F.Type,
        _ csv: String,
        _ constants: [String: String] = [:],
        firstID: Int = 1_000
    ) throws -> CollectingStaging {
        let staging = CollectingStaging(firstID: firstID)
        let known = try format.known(tenant, connection)
        var reading = Worlds.reading(format.name, constants)
        reading.tenant = tenant
        try reading.read(format, csv: csv, known: known, into: staging)
        return staging
    }

    /// What a format writes for somebody, as text with commas.
    func export<F: ExportFormat>(
        _ format: F.Type,
        _ year: SchoolYear = year,
        _ institution: InstitutionID? = nil,
        for asker: Asker = asker(Set(Permission.common))
    ) throws -> (csv: String, persons: Set<PupilID>) {
        let order = ExportOrder(
            tenant: tenant,
            year: year,
            institution: institution,
            asker: asker,
            today: Worlds.today
        )
        let writer = try CSVWriter()
        let persons = try format.write(order, connection, to: writer).pupils
        return (String(decoding: try writer.finish(), as: UTF8.self), persons)
    }

    /// The lines of what a format writes, without the headings.
    func lines<F: ExportFormat>(
        _ format: F.Type,
        _ year: SchoolYear = year,
        _ institution: InstitutionID? = nil,
        for asker: Asker = asker(Set(Permission.common))
    ) throws -> [String] {
        let csv = try export(format, year, institution, for: asker).csv
        return csv.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }

    /// What a file would change in the registers, and what of it cannot be read.
    func changes<F: ImportFormat>(_ format: F.Type, _ csv: String) throws -> [String] {
        let staging = try read(format, csv)
        let problems = staging.rejected + staging.unmatched
        return try problems.map { "\($0.problem.code) \($0.place.line)" }
            + staging.rows.filter { try !isStored($0) }.map { "\($0.table.name.text) \($0.key)" }
    }

    /// Whether the registers have a row with all that was read of it; a code by its index.
    private func isStored(_ row: CollectingStaging.RegisterRow) throws -> Bool {
        let keys = zip(row.table.key, row.key).map { ($0.text, $1.sqlValue) }
        let columns = row.columns.filter { column in !row.table.sealed.contains { $0.text == column.key } }
        let conditions = try (keys + columns.map { ($0.key, $0.value) }).map { name, value -> SQL in
            "\(try SQL.name(name)) = \(value)"
        }
        let table = try SQL.name(row.table.name.text)
        return try connection.value(
            """
            SELECT count(*) FROM \(table)
            WHERE tenant_id = \(tenant) AND \(SQL.joined(conditions, by: " AND "))
            """,
            Int.self
        ) == 1
    }

    /// Somebody who holds permissions in a scope.
    static func asker(_ permissions: Set<Permission>, in scope: Scope = .tenant) -> Asker {
        .test(permissions, in: scope, account: 5)
    }
}
