import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// Rows that stand for many facts name the import and the line of the latest of them.
struct EvidenceSourceTests {
    /// Facts of import 4, line 2, and one of import 9, line 5.
    private func came(_ table: String, last: SQL, _ school: School) throws {
        let name = try SQL.name(table)
        let (first, second) = (SourcePlace(line: 2).packed, SourcePlace(sheet: 1, line: 5).packed)
        try school.connection.execute("UPDATE \(name) SET batch_id = 4, source = \(first)")
        try school.connection.execute("UPDATE \(name) SET batch_id = 9, source = \(second) WHERE \(last)")
    }

    private func rows(
        _ measure: any Measure,
        _ school: School,
        _ members: [Dimension: Int] = [:]
    ) throws -> [EvidenceRow] {
        try measure.evidence(
            School.selection(),
            members: members,
            tenant: World.tenant,
            school.connection,
            limit: 100
        )
    }

    @Test(arguments: Engine.available)
    func `a pupil over the limit, by the latest lesson missed without excuse`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            for index in 0..<42 {
                let pupil = index % 2 + 1
                try school.lesson(pupil, day(2025, 9, 8) + index / 6, index % 6 / 2 + 1, .absent(.unexcused))
            }
            // A later lesson that was missed with an excuse is no part of it.
            try school.lesson(2, day(2025, 10, 1), 1, .absent(.excused))
            try school.write()
            let last = day(2025, 9, 9)
            try came("lesson_record", last: "pupil_id = 1 AND day = \(last)", school)
            try school.connection.execute(
                "UPDATE lesson_record SET batch_id = 12 WHERE day = \(day(2025, 10, 1))"
            )
            let rows = try rows(OverLimit(), school)
            #expect(rows.map(\.pupil.rawValue) == [1, 2])
            #expect(rows.map(\.batch.rawValue) == [9, 4])
            #expect(rows.map(\.source.line) == [5, 2])
            #expect(rows.map(\.source.sheet) == [1, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil assessed for chronic absence, by the latest total`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try school.total(1, [.illness: 4, .unexcused: 2], of: 60)
            try school.total(2, [.illness: 6], of: 61)
            try school.write()
            try came("absence_count", last: "pupil_id = 2", school)
            let measure = try #require(AttendanceMeasures.chronic.first { $0.part == .assessed })
            let rows = try rows(measure, school)
            #expect(rows.map(\.batch.rawValue) == [4, 9])
            #expect(rows.map(\.source.line) == [2, 5])
        }
    }

    @Test(arguments: Engine.available)
    func `lessons held of a month, by the latest of them`(_ engine: Engine) async throws {
        try await School.with(engine) { school in
            try Registers.institution(1, school.connection)
            try Registers.pupil(1, school.connection)
            try Registers.enrol(1, 1, classGroup: 11, from: World.year.first, school.connection)
            try school.held(10, subject: 1, teacher: 31, Month(2025, 9))
            try school.held(8, subject: 1, teacher: 31, Month(2025, 10))
            try school.write()
            try came("lesson_held", last: "month = \(Month(2025, 10).number)", school)
            let rows = try rows(HeldShare(), school)
            #expect(rows.map(\.denominator) == [10, 8])
            #expect(rows.map(\.batch.rawValue) == [4, 9])
            #expect(rows.map(\.source.line) == [2, 5])
        }
    }
}
