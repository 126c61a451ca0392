import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Assessments

/// Cells of examinations that held the per cent of a file with its hundredths.
struct OldPercentsTests {
    @Test(arguments: Engine.available)
    func `a database from before gets whole per cents in cells of examinations, and in no others`(
        _ engine: Engine
    ) async throws {
        let step = Migration.wholePercents
        // Behind those that are younger, as all of them make the tables.
        let last = Migration(id: "9999-\(step.id)", tables: [], sql: step.sql)
        func rooms(_ last: [Migration]) -> [RoomMigrations] {
            [
                RoomMigrations(room: registryRoom.name, migrations: registryRoom.migrations),
                RoomMigrations(
                    room: assessmentsRoom.name,
                    migrations: assessmentsRoom.migrations.filter { $0.id != step.id } + last
                ),
            ]
        }
        try await withPlace(engine) { place in
            let old = try await place.open(rooms([]))
            try await old.data.write { connection in
                for (kind, percents) in [(79, [5890, 999]), (80, [5890, 999]), (83, [8125, 100])] {
                    for (index, percent) in percents.enumerated() {
                        try connection.execute(
                            """
                            INSERT INTO assessment_pupil (tenant_id, year, kind, institution_id, class_id, grade,
                                subject_id, teacher_id, assessment_id, pupil_id, n, percents, whole, points, max_points,
                                absent, exempt, entries)
                            VALUES (1, 2024, \(kind), 1, 1, 9, 1, 0, 1, \(index + 1), 1, \(percent), 10000, 0, 0, 0, 0, 1)
                            """
                        )
                    }
                    try connection.execute(
                        """
                        INSERT INTO assessment_group (tenant_id, year, kind, institution_id, class_id, grade,
                            subject_id, teacher_id, assessment_id, n, percents, whole, points, max_points, absent, exempt,
                            entries)
                        VALUES (1, 2024, \(kind), 1, 1, 9, 1, 0, 1, 2, \(percents.reduce(0, +)), 20000, 0, 0, 0, 0, 2)
                        """
                    )
                }
            }
            await old.close()
            let new = try await place.open(rooms([last]))
            let (pupils, groups) = try await new.data.read { connection in
                (
                    try connection.rows(
                        "SELECT percents FROM assessment_pupil ORDER BY kind, pupil_id",
                        Int.self
                    ),
                    try connection.rows("SELECT percents FROM assessment_group ORDER BY kind", Int.self)
                )
            }
            #expect(pupils == [5890, 999, 5800, 900, 8100, 100])
            #expect(groups == [6889, 6700, 8200])
            await new.close()
        }
    }
}
