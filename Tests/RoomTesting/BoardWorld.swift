internal import Access
internal import Evidence
package import Exchange
package import struct Foundation.Data
package import struct Foundation.URL
package import Frame
package import Kernel
internal import Registry
package import SekmeTesting
internal import Storage
internal import Tabular
package import Testing

/// A board with its registers and some rooms, in a database of its own, with files to import and to write.
package struct BoardWorld: Sendable {
    /// The desk of somebody who may do everything.
    package let desk: Desk
    private let folder: String

    /// Runs the body in a new world and removes it afterwards.
    package static func with(
        _ engine: Engine,
        _ rooms: [Room],
        today: Day,
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        let all = [accessRoom, evidenceRoom, registryRoom, exchangeRoom] + rooms
        try await withPlace(engine) { place in
            let migrations = all.map { RoomMigrations(room: $0.name, migrations: $0.migrations) }
            let database = try await place.open(migrations)
            let house = HouseBook(all, disclosure: Disclosure(floor: LeastPeopleRule.floor))
            let tenant = TenantID(rawValue: 3)
            let desk = Desk(
                database: database,
                tenant: tenant,
                asker: asker(Set(house.permissions)),
                house: house,
                clock: { Instant(milliseconds: today.number * 86_400_000 + 43_200_000) }
            )
            do {
                try await database.data.write { try RegistrySeed.write(tenant, $0) }
                try await body(BoardWorld(desk: desk, folder: place.folder))
            } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    /// Somebody who holds permissions in a scope.
    package static func asker(_ permissions: Set<Permission>, in scope: Scope = .tenant) -> Asker {
        .test(permissions, in: scope, account: 7, name: "Test")
    }

    /// Stages a text as a file of a format and gives the plan.
    package func stage(
        _ text: String,
        _ format: String,
        mapping: String? = nil,
        constants: [String: String] = [:]
    ) async throws -> StagedImport {
        let path = "\(folder)/file.csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let request = ImportRequest(files: [path], format: format, mapping: mapping, constants: constants)
        return try await Importer(desk).stage(request)
    }

    /// Imports a text as a file of a format, whatever the plan says.
    @discardableResult
    package func take(
        _ text: String,
        _ format: String,
        mapping: String? = nil,
        constants: [String: String] = [:]
    ) async throws -> BatchReport {
        let staged = try await stage(text, format, mapping: mapping, constants: constants)
        return try await Importer(desk).apply(staged, acceptRemovals: true)
    }

    /// Imports a file by its path.
    @discardableResult
    package func take(path: String, mapping: String) async throws -> BatchReport {
        let request = ImportRequest(files: [path], mapping: mapping)
        return try await Importer(desk).apply(try await Importer(desk).stage(request))
    }

    /// Imports bytes as a file of a name.
    @discardableResult
    package func take(_ bytes: Data, named name: String, mapping: String) async throws -> BatchReport {
        let path = "\(folder)/\(name)"
        try bytes.write(to: URL(fileURLWithPath: path))
        return try await take(path: path, mapping: mapping)
    }

    /// What a format writes of a year for somebody, as text with commas.
    package func export<F: ExportFormat>(
        _ format: F.Type,
        _ year: SchoolYear,
        for asker: Asker? = nil
    ) async throws -> (csv: String, persons: Set<PupilID>) {
        let order = ExportOrder(
            tenant: desk.tenant,
            year: year,
            asker: asker ?? desk.asker,
            today: desk.today
        )
        return try await desk.database.data.read { connection in
            let writer = try CSVWriter()
            let persons = try format.write(order, connection, to: writer).pupils
            return (String(decoding: try writer.finish(), as: UTF8.self), persons)
        }
    }

    /// Expects that what a format writes imports again as no change, and holds so many rows.
    package func expectRoundTrip<F: ExportFormat>(
        _ format: F.Type,
        _ year: SchoolYear,
        rows: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let file = try await export(format, year).csv
        let plan = try await stage(file, format.name).plan
        #expect(plan.lines == rows, "\(file)", sourceLocation: sourceLocation)
        #expect(plan.changes == 0, "\(plan.tables.map(\.samples))", sourceLocation: sourceLocation)
        #expect(plan.unchanged >= rows, sourceLocation: sourceLocation)
        #expect(plan.rejected + plan.unmatched + plan.idle == 0, "\(file)", sourceLocation: sourceLocation)
    }

    /// A vector of a measure.
    package func vector(
        _ measure: String,
        _ selection: Selection,
        over dimensions: [Dimension] = []
    ) async throws -> [MemberKey: Tally] {
        let (house, tenant) = (desk.house, desk.tenant)
        return try await desk.database.data.read { connection in
            try house.measures.named(measure)
                .vector(selection, over: dimensions, tenant: tenant, connection)
        }
    }

    /// The rows behind a figure.
    package func evidence(
        _ measure: String,
        _ selection: Selection,
        _ members: [Dimension: Int] = [:]
    ) async throws -> [EvidenceRow] {
        let (house, tenant) = (desk.house, desk.tenant)
        return try await desk.database.data.read { connection in
            try house.measures.named(measure)
                .evidence(selection, members: members, tenant: tenant, connection, limit: 1000)
        }
    }

    /// Sets the fewest people that anything is told of, as a board does.
    package func show(atLeast people: Int) async throws {
        try await RuleEditor(desk).set(
            LeastPeopleRule.regulation,
            from: nil,
            ["people": String(people)]
        )
    }

    /// What the doctor finds: cells that are not the sums of their facts, rows that refer to nothing.
    package func findings() async throws -> [DoctorFinding] { try await Doctor(desk).run() }

    /// Takes a batch back.
    package func undo(_ batch: BatchID) async throws { try await Importer(desk).undo(batch) }

    /// The number of rows of a table.
    package func count(_ table: String) async throws -> Int {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            let name = try SQL.name(table)
            return try connection.value(
                "SELECT count(*) FROM \(name) WHERE tenant_id = \(tenant)",
                Int.self
            ) ?? 0
        }
    }
}
