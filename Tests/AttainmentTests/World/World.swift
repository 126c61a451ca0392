import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular

@testable import Attainment

/// A tenant with scales, in a database of its own.
struct World {
    static let tenant = TenantID(rawValue: 1)
    let database: Database

    /// Runs the body in a new world and removes it afterwards.
    static func run(_ engine: Engine, _ body: (World) async throws -> Void) async throws {
        let rooms = [evidenceRoom, registryRoom, attainmentRoom]
        let migrations = rooms.map { RoomMigrations(room: $0.name, migrations: $0.migrations) }
        try await withDatabase(engine, migrations: migrations) { database in
            try await database.data.write { try RegistrySeed.write(tenant, $0) }
            try await body(World(database: database))
        }
    }

    /// Reads a file by a format, writes what it gave, and returns it; a second file needs ids of its own.
    @discardableResult
    func read<F: ImportFormat>(
        _ format: F.Type,
        _ file: TableFile,
        _ mapping: Mapping,
        today: Day = Day(number: 20_270),
        firstID: Int = 1
    ) async throws -> Reading {
        try await database.data.write { connection in
            let staging = MarksStaging(firstID: firstID)
            let reading = FormatReading(mapping, today: today, tenant: World.tenant)
            let known = try format.known(World.tenant, connection)
            try reading.read(format, file, known: known, into: staging)
            let registers = registryRoom.registers + attainmentRoom.registers
            try staging.own.write(registers, World.tenant, connection)
            return Reading(staging)
        }
    }

    /// Reads lines of text by a format.
    @discardableResult
    func read<F: ImportFormat>(_ format: F.Type, csv: String, _ mapping: Mapping) async throws -> Reading {
        try await read(format, TableFile(bytes: Array(csv.utf8), name: "test.csv"), mapping)
    }

    /// Asks a question of a year.
    func ask<T: Sendable>(
        _ selection: Selection,
        permissions: Set<Permission> = [.readFigures],
        _ body: @escaping @Sendable (Question) throws -> T
    ) async throws -> T {
        let grant = Grant(
            role: "reader",
            roleWords: Text(same: "reader"),
            permissions: permissions,
            scope: .tenant,
            from: Day(number: 0),
            to: nil
        )
        let asker = Asker(account: AccountID(rawValue: 1), name: "reader", language: .lv, grants: [grant])
        return try await database.data.read { connection in
            try body(
                Question(
                    selection: selection,
                    tenant: World.tenant,
                    asker: asker,
                    today: Day(number: 20_270),
                    measures: MeasureBook(attainmentRoom.measures),
                    members: RegistryNames(tenant: World.tenant, year: selection.year, connection),
                    connection: connection,
                    disclosure: Disclosure()
                )
            )
        }
    }

    /// A vector of a measure.
    func vector(
        _ measure: String,
        _ selection: Selection,
        over dimensions: [Dimension]
    ) async throws -> [MemberKey: Tally] {
        try await ask(selection) { question in
            try question.figures(measure, over: dimensions).compactMapValues(\.tally)
        }
    }
}

/// What a reading gave, as values.
struct Reading: Sendable {
    /// Marks in the order of the file.
    let marks: [[Int]]
    /// Places of the marks.
    let places: [SourcePlace]
    /// Lesson records.
    let lessons: [[Int]]
    /// Totals of absence.
    let absences: [[Int]]
    /// Past failures.
    let failures: [[Int]]
    /// Codes and places of rejected lines.
    let rejected: [String]
    /// Codes of names that were not found.
    let unmatched: [String]
    /// Codes of what is to be looked at.
    let doubts: [String]
    /// How many rows each register got.
    let rows: [String: Int]

    init(_ staging: MarksStaging) {
        let own = staging.own
        let marks = own.facts.filter { $0.table.name == FactTable.marks.name }
        self.marks = marks.map(\.columns)
        places = marks.map(\.place)
        failures = own.facts.filter { $0.table.name == FactTable.pastFailures.name }.map(\.columns)
        lessons = staging.lessons
        doubts = staging.doubts
        absences = staging.absences
        rejected = own.rejected.map { "\($0.problem.code) \($0.place.line):\($0.place.column)" }
        unmatched = own.unmatched.map(\.problem.code)
        rows = Dictionary(grouping: own.rows) { $0.table.name.text }.mapValues(\.count)
    }
}
