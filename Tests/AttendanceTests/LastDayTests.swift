import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

struct LastDayTests {
    /// The last day of institution 1 is a day on which pupil 1 missed two lessons, pupil 2 one that is not explained and
    /// one for illness, pupil 3 was present; in institution 2 nobody was away on its last day.
    private func withDays(
        _ engine: Engine,
        _ body: @escaping @Sendable (School) throws -> Void
    ) async throws {
        try await School.with(engine) { school in
            let last = day(2025, 9, 10)
            try school.lesson(1, last - 1, 1, .absent(.unexcused))
            try school.lesson(1, last, 1, .absent(.unexcused))
            try school.lesson(1, last, 2, .absent(.unexcused))
            try school.lesson(2, last, 1, .absent(.unstated), classGroup: 12)
            try school.lesson(2, last, 2, .absent(.illness), classGroup: 12)
            try school.lesson(3, last, 1, .present)
            try school.lesson(4, last - 5, 1, .absent(.unexcused), classGroup: 21, institution: 2)
            try school.lesson(4, last - 4, 1, .present, classGroup: 21, institution: 2)
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `lessons of the last day without a known reason count, and nought where nobody was away`(
        _ engine: Engine
    ) async throws {
        try await withDays(engine) { school in
            let name = "attendance/unexplained-last-day"
            let board = Selection(year: World.year)
            let places = try school.figures(name, over: [.institution], board)
            #expect(places == [[1]: Tally(3, people: 2), [2]: Tally(0, people: 0)])
            let pupils = try school.figures(name, over: [.pupil, .kind])
            #expect(
                pupils == [
                    [1, AbsenceKind.unexcused.rawValue]: Tally(2, people: 1),
                    [2, AbsenceKind.unstated.rawValue]: Tally(1, people: 1),
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the first row behind the number says which day it is, of a class its own`(
        _ engine: Engine
    ) async throws {
        try await withDays(engine) { school in
            func rows(_ selection: Selection) throws -> [EvidenceRow] {
                try LastDayMissed().evidence(
                    selection,
                    members: [:],
                    tenant: World.tenant,
                    school.connection,
                    limit: 10
                )
            }
            let first = try rows(School.selection())
            #expect(first.first?.day == day(2025, 9, 10) && first.map(\.numerator) == [0, 1, 1, 1])
            #expect(first.map(\.pupil.rawValue) == [0, 1, 1, 2])
            let other = try rows(Selection(year: World.year, institution: InstitutionID(rawValue: 2)))
            #expect(other.map(\.day) == [day(2025, 9, 6)])
        }
    }

    @Test(arguments: Engine.available)
    func `the last day is looked for at the end of pupils' keys`(_ engine: Engine) async throws {
        try await withDays(engine) { school in
            if engine == .postgres { try school.connection.execute("SET LOCAL enable_seqscan = off") }
            let place = InstitutionID(rawValue: 1)
            let month = Month(2025, 9)
            let plan = try school.connection.plan(
                LastDays.last(
                    "FROM absence_pupil WHERE tenant_id = \(World.tenant) AND month = \(month.number)",
                    place,
                    month,
                    World.tenant
                )
            )
            let key = engine == .postgres ? "lesson_record_pkey" : "tenant_id=? AND pupil_id=? AND day>?"
            #expect(plan.contains(key), "\(plan)")
        }
    }
}
