import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// The board of ``withPersons(_:_:)`` where the pupil J1 came a second time, as J9 without a personal code, with marks of
/// another subject and an observation.
func withTwins(
    _ engine: Engine,
    _ body: @Sendable (BoardWorld, TwinNumbers) async throws -> Void
) async throws {
    try await withPersons(engine) { world in
        try await world.take("subject,code,area\nFizika,FIZ,4\n", "subjects")
        try await world.take(
            """
            institution,personal_code,external_code,surname,forename,year,class,from,to
            Pirmā pamatskola,,J9,Ozols,Jānis,2026/2027,7.a,01.09.2026,

            """,
            "pupils"
        )
        let batch = try await world.mark("J9", "Fizika", 8)
        let numbers = TwinNumbers(
            first: try await world.pupil("J1"),
            second: try await world.pupil("J9"),
            batch: try #require(batch)
        )
        try await world.desk.database.data.write { connection in
            try Fixture.observe(numbers.second, "Bieži viens", world.desk, connection)
        }
        try await body(world, numbers)
    }
}

/// The two numbers, and the import of the second one's mark.
struct TwinNumbers: Sendable {
    let first: PupilID
    let second: PupilID
    let batch: BatchID
}

extension BoardWorld {
    /// Imports a mark of the first term; gives the batch.
    func mark(_ code: String, _ subject: String, _ mark: Int) async throws -> BatchID? {
        try await take(
            """
            institution,class,pupil_code,subject,mark,kind,year,term
            Pirmā pamatskola,7.a,\(code),\(subject),\(mark),term,2026/2027,1

            """,
            "marks"
        )
        .batch
    }

    /// Joins the twins under the first number.
    func join(_ twins: TwinNumbers, keep: MergeKeep? = nil) async throws -> Int {
        try await PupilMergeRun(desk, twins.first, twins.second).run(keep: [:], all: keep)
    }

    /// Parts them.
    func part(_ merge: Int) async throws { try await PupilUnmergeRun(desk, merge).run() }

    /// Marks as pupil and hundredths, in order.
    func marks(of pupil: PupilID) async throws -> [Int] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT hundredths FROM mark WHERE tenant_id = \(tenant) AND pupil_id = \(pupil)
                    AND year = 2026 ORDER BY subject_id, ordinal
                """,
                Int.self
            )
        }
    }

    /// Every row of every table as text, but counters, the trail, the joinings themselves, and signs, which are judged anew
    /// and which the doctor looks at.
    func dump() async throws -> [String] {
        let aside: Set<String> = [
            "migration", "id_counter", "master_key", "sealing_key", "audit_outbox", "pupil_merge",
            "risk_signal", "risk_reading",
        ]
        return try await desk.database.data.read { connection in
            var rows: [String] = []
            for table in try connection.tables() where !aside.contains(table) {
                let columns = try connection.columns(of: table)
                let names = SQL.joined(try columns.map { try SQL.name($0) }, by: ", ")
                try connection.each("SELECT \(names) FROM \(SQL.name(table))") { row in
                    let values = try columns.map { _ in "\(try row.next(Value.self))" }
                    rows.append("\(table): \(values.joined(separator: " "))")
                }
            }
            return rows.sorted()
        }
    }
}
