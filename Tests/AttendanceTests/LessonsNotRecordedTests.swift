import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// Cells of lessons that were there before cells of those that nobody recorded were kept.
struct LessonsNotRecordedTests {
    private let cubes: [Cube] = [
        .absenceByPupil, .absenceByTerm, .absenceByGroup, .absenceByWeekday, .absenceByMonth,
        .absenceBySubject,
    ]

    private func cells(_ connection: Connection) throws -> [[Int]] {
        var cells: [[Int]] = []
        for cube in cubes {
            let columns = cube.dimensions.map(\.column.sql) + cube.values.map(\.sql)
            let named = SQL.joined(columns, by: ", ")
            try connection.each(
                "SELECT \(named) FROM \(cube.name.sql) WHERE tenant_id = \(World.tenant) ORDER BY \(named)"
            ) { row in
                cells.append(try columns.map { _ in try row.next(Int.self) })
            }
        }
        return cells
    }

    @Test(arguments: Engine.available)
    func `an existing database gets the cells that an import makes`(_ engine: Engine) async throws {
        let id = Migration.lessonsNotRecorded.id
        let old = World.rooms.map { room in
            RoomMigrations(room: room.name, migrations: room.migrations.filter { $0.id != id })
        }
        // What is tested writes lessons as they are now, so that the step comes after those that are younger than it.
        let step = Migration.lessonsNotRecorded
        let last = Migration(id: "9999-\(step.id)", tables: step.tables, sql: step.sql)
        let new = old.map { room in
            room.room == attendanceRoom.name
                ? RoomMigrations(room: room.room, migrations: room.migrations + [last]) : room
        }
        // Both ends of months, a leap day among them, and two lessons of one day.
        let days = [(2025, 9, 1), (2025, 9, 30), (2025, 12, 31), (2026, 1, 1), (2026, 2, 28), (2024, 2, 29)]
            .compactMap { Day($0.0, $0.1, $0.2) }
        try await withPlace(engine) { place in
            let before = try await place.open(old)
            let expected = try await before.data.write { connection in
                let school = School(connection: connection)
                for (index, date) in days.enumerated() {
                    try school.lesson(index % 2 + 1, date, 1, .notRecorded, teacher: 30)
                    try school.lesson(index % 2 + 1, date, 2, .absent(.illness), subject: 2)
                    try school.lesson(3, date, 3, .notRecorded, classGroup: 12, isRated: false)
                }
                try school.lesson(1, days[0], 3, .notRecorded)
                try school.write()
                let all = try cells(connection)
                for cube in cubes {
                    try connection.execute(
                        "DELETE FROM \(cube.name.sql) WHERE kind = \(LessonCell.notRecorded)"
                    )
                }
                return all
            }
            await before.close()
            let now = try await place.open(new)
            let found = try await now.data.read { try cells($0) }
            #expect(found == expected)
            #expect(found.count > cubes.count)
            await now.close()
        }
    }
}
